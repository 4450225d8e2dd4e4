import { createHash } from 'node:crypto'
import type { Archive } from '../documents/archive.ts'
import { DocumentMissingError } from '../documents/archive-errors.ts'
import type { Sha256 } from '../model/ids.ts'
import type { FetchMemory } from './fetch-memory.ts'

/** For runs that store nothing (`scrape`): every read is the first. */
export const rememberNothing: FetchMemory = {
  find: async () => undefined,
  remember: async () => undefined,
}

/** Hashes bytes and lets them go. */
export const archiveNothing: Archive = {
  put: async (bytes) => sha256Of(bytes),
  get: async (sha256) => {
    throw new DocumentMissingError(sha256)
  },
  has: async () => false,
  list: async function* () {},
}

export function sha256Of(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex') as Sha256
}
