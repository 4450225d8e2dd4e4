import { isDocumentErrorCode } from './document-error.ts'
import type {
  DocumentErrorCode,
  DocumentPage,
  DocumentProblem,
  OutlineEntry,
} from './document-text.ts'
import type { ReadLimits } from './readers/page-sink.ts'

/** What the parent asks: this line of JSON, and behind it so many bytes. */
export interface ReadRequest {
  readonly length: number
  readonly mediaType: string
  readonly limits: ReadLimits
}

/** What the child answers, one line of JSON each; text in pieces, so that no line grows long. */
export type ReadMessage =
  | { readonly t: 'page'; readonly page: Omit<DocumentPage, 'text'>; readonly hasText: boolean }
  | { readonly t: 'text'; readonly text: string }
  | { readonly t: 'outline'; readonly entry: OutlineEntry }
  | { readonly t: 'problem'; readonly problem: DocumentProblem }
  | {
      readonly t: 'done'
      readonly reader: string
      readonly version: string
      /** CPU time of the child since its start. */
      readonly cpuMs: number
    }
  | { readonly t: 'error'; readonly code: DocumentErrorCode; readonly message: string }

/** Bytes of a line at most, with its end. */
export const longestLine = 65_536

/** UTF-16 units of text in one message: six bytes each at worst, when all are escaped. */
const textPiece = 10_000

/** A page as messages. */
export function* pageMessages({ text, ...page }: DocumentPage): Generator<ReadMessage> {
  yield { t: 'page', page, hasText: text !== null }
  for (let at = 0; text !== null && at < text.length; at += textPiece) {
    yield { t: 'text', text: text.slice(at, at + textPiece) }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value)
const isSize = (value: unknown) => value === null || isNumber(value)

const shapes: Readonly<Record<string, (message: Record<string, unknown>) => boolean>> = {
  page: ({ page, hasText }) =>
    isRecord(page) &&
    isNumber(page.page) &&
    typeof page.ocr === 'boolean' &&
    typeof page.needsOcr === 'boolean' &&
    isSize(page.width) &&
    isSize(page.height) &&
    typeof hasText === 'boolean',
  text: ({ text }) => typeof text === 'string',
  outline: ({ entry }) =>
    isRecord(entry) &&
    typeof entry.title === 'string' &&
    isNumber(entry.level) &&
    isSize(entry.page),
  problem: ({ problem }) =>
    isRecord(problem) &&
    isDocumentErrorCode(String(problem.code)) &&
    typeof problem.message === 'string' &&
    Array.isArray(problem.pages) &&
    problem.pages.every(isNumber),
  done: ({ reader, version, cpuMs }) =>
    typeof reader === 'string' && typeof version === 'string' && isNumber(cpuMs),
  error: ({ code, message }) => isDocumentErrorCode(String(code)) && typeof message === 'string',
}

/** The message of a line; undefined for anything that is none: a child may have been taken over. */
export function parseMessage(line: string): ReadMessage | undefined {
  try {
    const value: unknown = JSON.parse(line)
    if (!isRecord(value) || typeof value.t !== 'string') return undefined
    const fits = Object.hasOwn(shapes, value.t) ? shapes[value.t] : undefined
    return fits?.(value) ? (value as ReadMessage) : undefined
  } catch {
    return undefined
  }
}
