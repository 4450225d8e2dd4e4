import { resolve } from 'node:path'
import { InputError } from '../../model/errors.ts'
import { type Command, defineCommand } from '../command.ts'
import type { SourceCare } from './sources.ts'

export function backupCommand(deps: {
  open(): Promise<Pick<SourceCare, 'ask' | 'close'>>
}): Command {
  return defineCommand({
    name: 'backup',
    usage: 'backup <new folder> [--json]',
    summary: 'Write a checked copy of the database, with the server running or not',
    mostWords: 1,
    options: { json: { type: 'boolean', default: false } },
    async run({ json }, [folder], terminal) {
      if (!folder)
        throw new InputError('usage', 'backup needs a folder', 'Name one that does not exist')
      const doors = await deps.open()
      try {
        const made = (await doors.ask('back-up', { folder: resolve(folder) })) as {
          path: string
          sizeBytes: number
        }
        terminal.out(json ? JSON.stringify(made) : `${made.path}, ${made.sizeBytes} bytes, checked`)
        return 0
      } finally {
        await doors.close()
      }
    },
  })
}
