import type { Sha256 } from '../model/ids.ts'

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
  /** True when a picture covers the page and holds words that `text` does not. */
  readonly needsOcr: boolean
  /** Points (1/72 inch), as the page is shown; `null` where the format has no size. */
  readonly width: number | null
  readonly height: number | null
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
