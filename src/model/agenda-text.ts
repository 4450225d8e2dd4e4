/** One page of a document as text; formats without pages are one. */
export interface AgendaPage {
  /** From 1. */
  readonly page: number
  /** In reading order, lines ended by "\n"; `null`: nothing of it could be read as text. */
  readonly text: string | null
}

/** A link that lies on words of a page. */
export interface AgendaLink {
  readonly page: number
  /** The words under it, one line; "" when they are not known. */
  readonly text: string
  /** As written, absolute; `null` for one that leads to a page of the same document. */
  readonly url: string | null
  /** From 1, for a link into the same document. */
  readonly toPage: number | null
}

/** What is needed of a document to cut an agenda into its items. */
export interface AgendaText {
  readonly pages: readonly AgendaPage[]
  /** The document's own table of contents; `level` is the depth, from 0. */
  readonly outline: readonly {
    readonly title: string
    readonly level: number
    readonly page: number | null
  }[]
  /** Absent where the reader does not tell links. */
  readonly links?: readonly AgendaLink[]
}
