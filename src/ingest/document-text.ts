import type { DocumentPage, DocumentProblem, DocumentText } from '../documents/document-text.ts'
import type { AgendaText } from '../model/agenda-text.ts'
import type { DocumentContents } from '../model/packet.ts'

/** A document's text as it is kept, and what could not be read of it. */
export interface KeptText {
  readonly pages: number
  /** Pages that hold words, in order. */
  readonly texts: readonly {
    readonly page: number
    readonly text: string
    readonly isOcr: boolean
  }[]
  readonly errorCode: string | null
  readonly errorMessage: string | null
  /** `null`: it has neither outline nor links to its own pages. */
  readonly contents: DocumentContents | null
  /** Pages that hold pictures of text, to be recognised. */
  readonly pictures: readonly number[]
}

/** Longer pages are tables that somebody printed as one; nobody quotes from their end. */
const longestPage = 200_000
const longestDocument = 8_000_000

/** Control characters mark hits in snippets, and lone surrogates are no text; offsets stay. */
const unprintable = /(?![\n\t])[\p{Cc}\p{Cs}]/gu

/** Text as it is stored: within bounds, and nothing in it that cannot be shown. */
export const cleanText = (text: string) => text.slice(0, longestPage).replace(unprintable, ' ')

/** `1, 4 to 7 and 9`. */
function pageList(pages: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const page of pages) {
    const last = ranges.at(-1)
    if (last && page === last[1] + 1) last[1] = page
    else ranges.push([page, page])
  }
  const words = ranges.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`))
  const shown = words.length > 8 ? [...words.slice(0, 8), `${words.length - 8} more`] : words
  return [shown.slice(0, -1).join(', '), shown.at(-1)].filter((part) => part).join(' and ')
}

const isPicture = ({ text, needsOcr }: DocumentPage) => text === null || needsOcr

type Complaint = Pick<KeptText, 'errorCode' | 'errorMessage'>

const fine: Complaint = { errorCode: null, errorMessage: null }

/** That these pages of so many are pictures of text; nothing when there are none. */
function pictureComplaint(pictures: readonly number[], of?: number): Complaint {
  if (pictures.length === 0) return fine
  const isOne = pictures.length === 1
  const which =
    pictures.length === of
      ? isOne
        ? 'its only page is a picture'
        : `all ${of} pages are pictures`
      : `${isOne ? 'page' : 'pages'} ${pageList(pictures)}${of ? ` of ${of}` : ''} ${isOne ? 'is a picture' : 'are pictures'}`
  return { errorCode: 'document_needs_ocr', errorMessage: `${which} of text` }
}

/** What is still to be said of a document once some of its pictures have been recognised. */
export const picturesLeft = (pictures: readonly number[]) => pictureComplaint(pictures)

/** What a reader of the text must know first; a type that was declared wrongly is no such thing. */
function complaintOf({ pages, problems }: DocumentText, isCut: boolean): Complaint {
  const pictures = pages.filter(isPicture).map(({ page }) => page)
  if (pictures.length > 0) return pictureComplaint(pictures, pages.length)
  const told = problems.find(({ code }: DocumentProblem) => code !== 'document_type')
  if (told) return { errorCode: told.code, errorMessage: told.message }
  return isCut
    ? { errorCode: 'document_too_complex', errorMessage: 'it holds more text than is kept' }
    : fine
}

/** Packets of a thousand attachments link each of them twice. */
const mostLinks = 5_000
const mostEntries = 5_000

function contentsOf(text: AgendaText): DocumentContents | null {
  const links = (text.links ?? []).filter(({ toPage }) => toPage !== null).slice(0, mostLinks)
  const outline = text.outline.slice(0, mostEntries)
  return outline.length + links.length === 0 ? null : { outline, links }
}

/** The text within bounds, page by page, as it is stored, searched, judged and quoted. */
export function keepText(text: DocumentText): KeptText {
  const texts: { page: number; text: string; isOcr: boolean }[] = []
  let length = 0
  for (const { page, text: printed, ocr } of text.pages as readonly DocumentPage[]) {
    if (!printed) continue
    length += Math.min(printed.length, longestPage)
    if (length > longestDocument) break
    texts.push({ page, text: cleanText(printed), isOcr: ocr })
  }
  return {
    pages: text.pages.length,
    texts,
    pictures: text.pages.filter(({ needsOcr }) => needsOcr).map(({ page }) => page),
    contents: contentsOf(text),
    ...complaintOf(text, length > longestDocument),
  }
}
