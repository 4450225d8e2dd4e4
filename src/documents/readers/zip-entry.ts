import { DocumentError } from '../document-error.ts'

/** What a ZIP may hold; a real document is far below. */
export const mostEntries = 2_000
export const mostRatio = 200

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly compressedSize: number
  readonly size: number
  readonly dataStart: number
  /** Of a file that is cut off: what can be unpacked of it is taken. */
  readonly mayBeCut?: boolean
}

export const damaged = (what: string) =>
  new DocumentError('document_damaged', `Damaged file: ${what}`)
export const bomb = (what: string) => new DocumentError('document_too_complex', `Refused: ${what}`)
