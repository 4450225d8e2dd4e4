import type { Action, FactConflict, FactKind, Role } from '../../model/facts.ts'

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
  readonly role: Role | null
  /** What the item does; `action` is what the body did with it. */
  readonly purpose: Action | null
  /** What was looked for and not found; `null`: judged before that was kept. */
  readonly missing: readonly FactKind[] | null
  readonly pagesRead: number | null
  readonly conflicts: readonly FactConflict[]
}

/** Columns of a listing in the order of the JSON rows below. */
export const listingColumns = [
  'i.id',
  'm.id',
  'm.source_id',
  'j.slug',
  'j.name',
  'j.state',
  'b.name',
  'm.date',
  'm.time',
  'm.time_zone',
  'm.starts_at',
  'f.sort_at',
  'm.status',
  'm.status_text',
  'm.location',
  'm.no_longer_listed_since',
  'm.is_unconfirmed',
  'm.sequence',
  'i.number',
  'i.title',
  'i.section',
  'i.consent',
  'i.file_number',
  'i.removed_at',
  'i.action',
  'i.result',
  'json(f.technologies)',
  'json(f.vendors)',
  'f.band',
  'f.score',
  'f.amount_cents',
  'f.amount_quote',
  'f.quote',
  'json(f.reasons)',
  'coalesce(i.source_url, m.source_url)',
  'f.found_at',
  'm.first_seen_at',
  'm.changed_at',
  'f.detector_version',
  'f.role',
  'f.purpose',
  'json(f.missing)',
  'f.pages_read',
  'json(f.conflicts)',
].join(', ')

const instantOf = (value: number | null) => (value === null ? null : new Date(value))

export type ListingRow = readonly unknown[]

/** A row of `listingColumns`. One JSON text a page is read, since a driver row of 44 values costs more. */
export function toListing(row: ListingRow): FindingListing {
  const text = (at: number) => row[at] as string
  const maybe = (at: number) => row[at] as string | null
  const number = (at: number) => row[at] as number
  return {
    agendaItemId: number(0),
    meetingId: number(1),
    sourceId: text(2),
    placeSlug: text(3),
    placeName: text(4),
    state: text(5),
    body: text(6),
    date: text(7),
    time: maybe(8),
    timeZone: maybe(9),
    startsAt: instantOf(row[10] as number | null),
    sortAt: new Date(number(11)),
    status: text(12),
    statusText: maybe(13),
    location: maybe(14),
    noLongerListedSince: instantOf(row[15] as number | null),
    isUnconfirmed: row[16] === 1,
    sequence: number(17),
    number: maybe(18),
    title: text(19),
    section: maybe(20),
    consent: row[21] === null ? null : row[21] === 1,
    fileNumber: maybe(22),
    removedAt: instantOf(row[23] as number | null),
    action: maybe(24),
    result: maybe(25),
    technologies: row[26] as readonly string[],
    vendors: row[27] as readonly string[],
    band: row[28] as 'found' | 'possible',
    score: number(29),
    amountCents: row[30] as number | null,
    amountQuote: maybe(31),
    quote: text(32),
    reasons: row[33] as readonly string[],
    officialUrl: text(34),
    foundAt: new Date(number(35)),
    firstSeenAt: new Date(number(36)),
    changedAt: new Date(number(37)),
    detectorVersion: text(38),
    role: row[39] as Role | null,
    purpose: row[40] as Action | null,
    missing: row[41] as readonly FactKind[] | null,
    pagesRead: row[42] as number | null,
    conflicts: (row[43] as readonly FactConflict[] | null) ?? [],
  }
}

/** What stands behind a finding; every join finds exactly one row. */
export const listingJoins = `CROSS JOIN agenda_items i ON i.id = f.agenda_item_id
      CROSS JOIN meetings m ON m.id = f.meeting_id
      CROSS JOIN bodies b ON b.id = m.body_id
      CROSS JOIN jurisdictions j ON j.id = f.jurisdiction_id`
