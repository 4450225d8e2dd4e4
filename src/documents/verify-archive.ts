import type { Sha256 } from '../model/ids.ts'
import type { Archive } from './archive.ts'
import { DocumentDamagedError, DocumentMissingError } from './archive-errors.ts'

/** What looking at every archived file found. */
export interface ArchiveReport {
  readonly checked: number
  readonly bytes: number
  /** Hashes whose bytes are others now. */
  readonly damaged: readonly string[]
  /** Hashes that the database names and the archive does not hold. */
  readonly missing: readonly string[]
  /** Held, and named by nothing any more; harmless. */
  readonly unnamed: number
}

/** Hashes every file again. Changes nothing; `progress` hears the count now and then. */
export async function verifyArchive(
  archive: Pick<Archive, 'get' | 'list'>,
  named: ReadonlySet<string>,
  progress: (checked: number) => void = () => undefined,
): Promise<ArchiveReport> {
  const damaged: string[] = []
  const seen = new Set<string>()
  let bytes = 0
  for await (const sha256 of archive.list()) {
    seen.add(sha256)
    try {
      bytes += (await archive.get(sha256 as Sha256)).length
    } catch (error) {
      if (error instanceof DocumentMissingError) seen.delete(sha256)
      else if (error instanceof DocumentDamagedError) damaged.push(sha256)
      else throw error
    }
    if (seen.size % 1_000 === 0) progress(seen.size)
  }
  return {
    checked: seen.size,
    bytes,
    damaged,
    missing: [...named].filter((sha256) => !seen.has(sha256)).sort(),
    unnamed: [...seen].filter((sha256) => !named.has(sha256)).length,
  }
}
