import type { Sha256 } from '../model/ids.ts'
import type { Archive } from './archive.ts'
import { DocumentDamagedError, DocumentMissingError } from './archive-errors.ts'

/** Gives archived bytes, or `undefined` for what is missing or damaged, where that is no reason to stop. */
export function readHeld(archive: Pick<Archive, 'get'>) {
  return async (sha256: string): Promise<Uint8Array | undefined> => {
    try {
      return await archive.get(sha256 as Sha256)
    } catch (error) {
      const isGone = error instanceof DocumentMissingError || error instanceof DocumentDamagedError
      if (isGone) return undefined
      throw error
    }
  }
}
