import { AppError, type AppErrorOptions, type Retry } from '../model/errors.ts'
import type { DocumentErrorCode } from './document-text.ts'

const cures: Readonly<Record<DocumentErrorCode, readonly [retry: Retry, cure: string]>> = {
  document_type: [
    'when-changed',
    'Open the original; ask for a PDF, Word, HTML or text version if it cannot be opened',
  ],
  document_too_large: ['when-changed', 'Open the original; it is too large to be read here'],
  document_too_complex: [
    'when-changed',
    'Open the original; reading it took more time, memory or pages than a document may take',
  ],
  document_encrypted: ['when-changed', 'Ask the publisher for a version without a password'],
  document_damaged: [
    'when-changed',
    'Open the original; if it does not open either, tell the publisher',
  ],
  document_needs_ocr: ['when-changed', 'Open the original: its pages are pictures of text'],
  reader_died: [
    'later',
    'Open the original; if it happens again, report the file and this version',
  ],
}

/** A document that could not be read. Its bytes and hash are kept all the same. */
export class DocumentError extends AppError {
  readonly code: DocumentErrorCode
  readonly retry: Retry
  readonly cure: string

  constructor(code: DocumentErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options)
    this.code = code
    this.retry = cures[code][0]
    this.cure = cures[code][1]
  }
}

/** What a reader of a complaint can do about it. */
export const cureOf = (code: DocumentErrorCode): string => cures[code][1]

const codes = new Set<string>(Object.keys(cures))

/** Whether a word from a child process is one of our codes. */
export function isDocumentErrorCode(code: string): code is DocumentErrorCode {
  return codes.has(code)
}
