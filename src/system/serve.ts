import type { Serve } from '../cli/commands/serve.ts'
import { createLog } from '../log.ts'
import { supervise } from '../main.ts'

/** Runs the supervisor in this process, its log on standard error. */
export const serve: Serve = async (config, terminal, onReady) =>
  await supervise(config, {
    log: createLog(
      (line) => process.stderr.write(line),
      () => new Date(),
      'supervisor',
    ),
    stopped: terminal.stopped,
    onReady,
  })
