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
