import { isDocumentErrorCode } from './document-error.ts'
import type {
  DocumentErrorCode,
  DocumentPage,
  DocumentProblem,
  OutlineEntry,
  PageLink,
  PageWord,
} from './document-text.ts'
import type { PagePicture, ReaderTask } from './reader-task.ts'
import type { ReadLimits } from './readers/page-sink.ts'

/** What the parent asks: this line of JSON, and behind it so many bytes. */
export interface ReadRequest {
  readonly length: number
  readonly mediaType: string
  readonly limits: ReadLimits
  readonly task: ReaderTask
}

/** A page but for what is sent in pieces behind it. */
export type PageHead = Omit<DocumentPage, 'text' | 'words'>

/** What the child answers, one line of JSON each; text in pieces, so that no line grows long. */
export type ReadMessage =
  | {
      readonly t: 'page'
      readonly page: PageHead
      readonly hasText: boolean
      readonly hasWords: boolean
    }
  | { readonly t: 'text'; readonly text: string }
  | { readonly t: 'words'; readonly words: readonly PageWord[] }
  | { readonly t: 'picture'; readonly page: number; readonly scale: number }
  /** A piece of the picture before it, as base64. */
  | { readonly t: 'data'; readonly data: string }
  | { readonly t: 'outline'; readonly entry: OutlineEntry }
  | { readonly t: 'link'; readonly link: PageLink }
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
/** Words in one message: 200 units each at worst, and four numbers. */
const wordPiece = 40
const longestWord = 200
/** A multiple of three, so that pieces of base64 can be put together. */
const dataPiece = 45_000

/** A page as messages. */
export function* pageMessages({ text, words, ...page }: DocumentPage): Generator<ReadMessage> {
  yield { t: 'page', page, hasText: text !== null, hasWords: words !== undefined }
  for (let at = 0; text !== null && at < text.length; at += textPiece) {
    yield { t: 'text', text: text.slice(at, at + textPiece) }
  }
  for (let at = 0; words !== undefined && at < words.length; at += wordPiece) {
    const piece = words.slice(at, at + wordPiece)
    yield {
      t: 'words',
      words: piece.map((word) => ({ ...word, text: word.text.slice(0, longestWord) })),
    }
  }
}

/** A picture as messages. */
export function* pictureMessages({ page, scale, png }: PagePicture): Generator<ReadMessage> {
  yield { t: 'picture', page, scale }
  for (let at = 0; at < png.length; at += dataPiece) {
    yield { t: 'data', data: png.toString('base64', at, Math.min(png.length, at + dataPiece)) }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value)
const isSize = (value: unknown) => value === null || isNumber(value)

const isWord = (word: unknown) =>
  isRecord(word) &&
  typeof word.text === 'string' &&
  [word.x, word.y, word.w, word.h].every(isNumber) &&
  (word.confidence === undefined || isNumber(word.confidence))

const shapes: Readonly<Record<string, (message: Record<string, unknown>) => boolean>> = {
  page: ({ page, hasText, hasWords }) =>
    isRecord(page) &&
    isNumber(page.page) &&
    typeof page.ocr === 'boolean' &&
    typeof page.needsOcr === 'boolean' &&
    isSize(page.width) &&
    isSize(page.height) &&
    typeof hasText === 'boolean' &&
    typeof hasWords === 'boolean',
  text: ({ text }) => typeof text === 'string',
  words: ({ words }) => Array.isArray(words) && words.every(isWord),
  picture: ({ page, scale }) => isNumber(page) && isNumber(scale),
  data: ({ data }) => typeof data === 'string',
  outline: ({ entry }) =>
    isRecord(entry) &&
    typeof entry.title === 'string' &&
    isNumber(entry.level) &&
    isSize(entry.page),
  link: ({ link }) =>
    isRecord(link) &&
    isNumber(link.page) &&
    typeof link.text === 'string' &&
    (link.url === null || typeof link.url === 'string') &&
    isSize(link.toPage),
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
