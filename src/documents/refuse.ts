import { DocumentError } from './document-error.ts'
import { isReadable } from './media-type.ts'

const mebibyte = 1024 * 1024

/** Formats that nobody else reads either without their own program, and what to do about them. */
const named: Readonly<Record<string, string>> = {
  'application/msword':
    'A Word file of before 2007 (.doc): save it as .docx or PDF, or ask for a PDF',
  'application/vnd.ms-excel':
    'An Excel file of before 2007 (.xls): save it as .xlsx or PDF, or ask for a PDF',
  'application/vnd.ms-powerpoint':
    'A PowerPoint file of before 2007 (.ppt): save it as .pptx or PDF, or ask for a PDF',
}

/** Bytes of a document at most, unless told otherwise. */
export const largestDocument = 100 * mebibyte

/** @throws {DocumentError} `document_damaged` for nothing, `document_too_large` */
export function refuseSize(size: number, most: number): void {
  if (size === 0) throw new DocumentError('document_damaged', 'The file is empty')
  if (size > most) throw tooLarge(size, most)
}

export function tooLarge(size: number, most = largestDocument): DocumentError {
  const shown = (length: number) => `${Math.round(length / mebibyte)} MiB`
  const message = `The file has ${shown(size)}; at most ${shown(most)} are read`
  return new DocumentError('document_too_large', message)
}

/** @throws {DocumentError} `document_type`, `document_encrypted` */
export function refuseType(mediaType: string): void {
  if (isReadable(mediaType)) return
  if (mediaType === 'application/encrypted-office') {
    throw new DocumentError('document_encrypted', 'The Office file asks for a password')
  }
  const message = named[mediaType] ?? `Files of type ${mediaType} cannot be read yet`
  throw new DocumentError('document_type', message)
}
