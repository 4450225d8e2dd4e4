/** What a published file is to its meeting. `page` is an HTML page of the portal itself. */
export type DocumentKind =
  | 'agenda'
  | 'packet'
  | 'minutes'
  | 'attachment'
  | 'notice'
  | 'summary'
  | 'video'
  | 'audio'
  | 'captions'
  | 'calendar'
  | 'other'

/** A link to a published file, as the portal gives it. */
export interface ScrapedDocument {
  readonly kind: DocumentKind
  /** The portal's own words for it, never empty: the kind's name where it has none. */
  readonly title: string
  /** Absolute, http or https. */
  readonly url: string
}

/** A word that was recognised on the picture of a page; places in points from its upper left corner. */
export interface RecognisedWord {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** From 0 to 1. */
  readonly confidence?: number
}
