import { DocumentError } from './document-error.ts'
import type { DocumentPage, DocumentText } from './document-text.ts'
import type { Recogniser } from './recogniser.ts'

const countOf = (pages: number) => (pages === 1 ? '1 page' : `${pages} pages`)

/** The text with these pages in place of the pictures that they were recognised from. */
export function withRecognised(text: DocumentText, pages: readonly DocumentPage[]): DocumentText {
  const byNumber = new Map(pages.map((page) => [page.page, page] as const))
  const all = text.pages.map((page) => byNumber.get(page.page) ?? page)
  const waiting = all.filter(({ needsOcr }) => needsOcr).map(({ page }) => page)
  const others = text.problems.filter(({ code }) => code !== 'document_needs_ocr')
  const message = `${countOf(waiting.length)} of ${all.length} hold pictures of text, which is not read`
  const left = { code: 'document_needs_ocr' as const, message, pages: waiting }
  return { ...text, pages: all, problems: waiting.length > 0 ? [...others, left] : others }
}

/**
 * Recognises every page that needs it, several at the same time. A page that cannot be
 * recognised stays a picture.
 */
export async function recogniseText(
  text: DocumentText,
  bytes: Uint8Array,
  deps: {
    readonly recogniser: Recogniser
    readonly lanes: number
    /** Called after each page. */
    readonly onPage?: (done: number, all: number) => void
    readonly signal?: AbortSignal
  },
): Promise<DocumentText> {
  const wanted = text.pages.filter(({ needsOcr }) => needsOcr).map(({ page }) => page)
  if (wanted.length === 0) return text
  const waiting = [...wanted]
  const recognised: DocumentPage[] = []
  let done = 0
  async function work(): Promise<void> {
    for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
      if (deps.signal?.aborted) return
      try {
        recognised.push(...(await deps.recogniser.recognise(bytes, [page])))
      } catch (error) {
        if (!(error instanceof DocumentError)) throw error
      }
      done++
      deps.onPage?.(done, wanted.length)
    }
  }
  await Promise.all(Array.from({ length: deps.lanes }, work))
  return withRecognised(text, recognised)
}
