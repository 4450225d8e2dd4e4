/** A filtered list, as its address says it: `/?place=riverton-wa&technology=alpr&vendor=flock-safety&q=camera`. */
export interface FindingFilter {
  /** Slug of a jurisdiction. */
  readonly place?: string | undefined
  /** Taxonomy id. */
  readonly technology?: string | undefined
  /** Taxonomy id. */
  readonly vendor?: string | undefined
  /** Words a person typed: every one must occur in the item. Never handed to MATCH as it is. */
  readonly q?: string | undefined
}

/** One row of a list of findings: all that home, feeds, calendar and exports show. */
export interface FindingListing {
  readonly agendaItemId: number
  readonly meetingId: number
  readonly sourceId: string
  readonly placeSlug: string
  readonly placeName: string
  readonly state: string
  readonly body: string
  /** As printed, in `timeZone`. */
  readonly date: string
  readonly time: string | null
  readonly timeZone: string | null
  readonly startsAt: Date | null
  /** When it is over for lists: `startsAt`, or the end of the local day. */
  readonly sortAt: Date
  readonly status: string
  readonly statusText: string | null
  readonly location: string | null
  readonly noLongerListedSince: Date | null
  readonly isUnconfirmed: boolean
  /** iCalendar SEQUENCE of the meeting. */
  readonly sequence: number
  readonly number: string | null
  readonly title: string
  readonly section: string | null
  readonly consent: boolean | null
  readonly fileNumber: string | null
  readonly removedAt: Date | null
  readonly action: string | null
  readonly result: string | null
  readonly technologies: readonly string[]
  readonly vendors: readonly string[]
  readonly band: 'found' | 'possible'
  readonly score: number
  readonly amountCents: number | null
  readonly amountQuote: string | null
  readonly quote: string
  readonly reasons: readonly string[]
  /** The official page of the item, or of its meeting. */
  readonly officialUrl: string
  readonly foundAt: Date
  readonly firstSeenAt: Date
  readonly changedAt: Date
  readonly detectorVersion: string
}
