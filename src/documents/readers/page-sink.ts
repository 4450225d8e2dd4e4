import type { DocumentPage, DocumentProblem, OutlineEntry, PageLink } from '../document-text.ts'

/** How much a reader may give before it stops and says so. */
export interface ReadLimits {
  readonly pages: number
  /** Characters of text in all. */
  readonly textLength: number
}

/** A document inside another one: in a ZIP, a message or a portfolio. */
export interface Contained {
  readonly name: string
  /** @throws {DocumentError} when it cannot be unpacked. */
  bytes(): Uint8Array
}

/** Where a reader puts what it reads, page by page, so that no document is held twice. */
export interface PageSink {
  page(page: DocumentPage): void
  outline(entries: readonly OutlineEntry[]): void
  links(links: readonly PageLink[]): void
  problem(problem: DocumentProblem): void
}

/**
 * A reader of one kind of document.
 *
 * @throws {DocumentError} when nothing of the document can be read.
 */
export interface Reader {
  readonly name: string
  /** Raised when the same bytes give another text. */
  readonly version: string
  /**
   * Gives the document's own pages to `sink`, and what else it contains back: that is read by the
   * reader of its own type, behind those pages, before `read` is called again.
   */
  read(
    bytes: Uint8Array,
    limits: ReadLimits,
    sink: PageSink,
    wants?: Wants,
  ): readonly Contained[] | undefined
}

/** What costs extra and is seldom needed. */
export interface Wants {
  /** Words with their boxes. */
  readonly words: boolean
}

/** A page of a format that has text and nothing else. */
export function textPage(page: number, text: string): DocumentPage {
  return { page, text, ocr: false, needsOcr: false, width: null, height: null }
}

/**
 * Gives the pages of a format that is all text, with its outline. Text beyond the limits is left
 * out, with a problem that says so.
 *
 * @throws nothing: a document without a word is one blank page.
 */
export function givePages(
  texts: readonly string[],
  limits: ReadLimits,
  sink: PageSink,
  outline: readonly OutlineEntry[] = [],
): void {
  let length = 0
  let given = 0
  for (const text of texts) {
    length += text.length
    if (given >= limits.pages || length > limits.textLength) {
      sink.problem(cutOff(given, texts.length))
      break
    }
    given++
    sink.page(textPage(given, text))
  }
  sink.outline(outline.filter(({ page }) => page !== null && page <= given).slice(0, mostEntries))
}

/** Longer outlines are no help to anybody. */
const mostEntries = 10_000

/** The problem of a document whose end is missing, and that was read up to there. */
export function endMissing(pages: readonly number[] = []): DocumentProblem {
  const message = 'The file is cut off: what is left of it was read'
  return { code: 'document_damaged', message, pages }
}

/** The problem of a document that is longer than may be read. */
export function cutOff(pagesRead: number, pages: number): DocumentProblem {
  const message = `Only the first ${pagesRead} of ${pages} pages were read: the document is too long`
  return { code: 'document_too_complex', message, pages: [] }
}
