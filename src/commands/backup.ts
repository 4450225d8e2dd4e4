import { isAbsolute } from 'node:path'
import * as z from 'zod'
import { backUpDb } from '../db/backup.ts'
import { defineCommand } from './command.ts'
import type { CommandDeps } from './deps.ts'

/** Writes a checked copy of the database into a new folder while everything goes on. */
export const backUpCommand = defineCommand({
  name: 'back-up',
  input: z.object({
    folder: z.string().max(1_000).refine(isAbsolute, 'must be an absolute path'),
  }),
  async run(input, deps: CommandDeps) {
    return await backUpDb(deps.db, input.folder)
  },
})
