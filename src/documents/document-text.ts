import type { Sha256 } from '../model/ids.ts'

/** A word of a page and where it stands, in points from the upper left corner as the page is shown. */
export interface PageWord {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** From 0 to 1: how sure the recognition of a picture was of it. */
  readonly confidence?: number
}

/** A link that lies on a page. */
export interface PageLink {
  readonly page: number
  /** The words under it on one line; "" when it lies on none. */
  readonly text: string
  /** As written; `null` for one that leads to a page of the same document. */
  readonly url: string | null
  /** From 1, for a link into the same document. */
  readonly toPage: number | null
}

/** One page as it was read. Formats without pages are one page, or as many as they break into. */
export interface DocumentPage {
  /** From 1. */
  readonly page: number
  /**
   * In reading order, lines ended by "\n", "" for a page that is blank. `null`: there is something
   * on the page, and none of it could be read as text.
   */
  readonly text: string | null
  /** True when `text` was recognised from a picture. */
  readonly ocr: boolean
  /** True when the page shows words that `text` does not hold: a picture, or text that is no words. */
  readonly needsOcr: boolean
  /** Points (1/72 inch), as the page is shown; `null` where the format has no size. */
  readonly width: number | null
  readonly height: number | null
  /** Only where they were asked for, and the format places words. */
  readonly words?: readonly PageWord[]
}

/** An entry of the document's own table of contents. */
export interface OutlineEntry {
  readonly title: string
  /** From 0: the depth at which it stands. */
  readonly level: number
  /** From 1; `null` when it leads to no page of this document. */
  readonly page: number | null
}

/** Something a reader of the text must know: what could not be read, and on which pages. */
export interface DocumentProblem {
  /** One of the document codes of docs/errors.md. */
  readonly code: DocumentErrorCode
  readonly message: string
  /** Empty: the document as a whole. */
  readonly pages: readonly number[]
}

/** What became of a document's bytes. */
export interface DocumentText {
  readonly sha256: Sha256
  readonly mediaType: string
  /** The reader's name; with `version` it says whether reading again would give the same. */
  readonly reader: string
  readonly version: string
  /** By page number, from 1, without gaps. */
  readonly pages: readonly DocumentPage[]
  readonly outline: readonly OutlineEntry[]
  readonly links: readonly PageLink[]
  readonly problems: readonly DocumentProblem[]
}

export type DocumentErrorCode =
  | 'document_type'
  | 'document_too_large'
  | 'document_too_complex'
  | 'document_encrypted'
  | 'document_damaged'
  | 'document_needs_ocr'
  | 'reader_died'
