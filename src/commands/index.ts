import { backUpCommand } from './backup.ts'
import type { Command } from './command.ts'
import type { CommandDeps } from './deps.ts'
import {
  acknowledgeHealthCommand,
  addSourceCommand,
  pauseSourceCommand,
  permitSourceCommand,
  readNowCommand,
  readSourceCommand,
} from './sources.ts'

/** Everything that may be asked of the process that writes. */
export const commands: readonly Command<CommandDeps>[] = [
  addSourceCommand,
  readNowCommand,
  readSourceCommand,
  pauseSourceCommand,
  permitSourceCommand,
  acknowledgeHealthCommand,
  backUpCommand,
]
