import type { Action, FactConflict, FactKind, Role } from '../../model/facts.ts'
import type { ReadDb } from '../client.ts'
import { matchEvery, searchWords } from './search-words.ts'

/** A filtered list, as its address says it: `/?place=riverton-wa&technology=alpr&vendor=flock-safety&q=camera`. */
export interface FindingFilter {
  /** Slug of a jurisdiction. */
  readonly place?: string | undefined
  /** Taxonomy id. */
  readonly technology?: string | undefined
  /** Taxonomy id. */
  readonly vendor?: string | undefined
  /** A way of buying, as `routeTag` names it. */
  readonly route?: string | undefined
  /** Whole US dollars: only findings that commit at least so much. */
  readonly least?: number | undefined
  /** Words a person typed: every one must occur in the item. Never handed to MATCH as it is. */
  readonly q?: string | undefined
  /** Only what is surely, or only what is possibly, a purchase; both when left out. */
  readonly band?: 'found' | 'possible' | undefined
}

/** A place in a list: the key of the row beside which the next page begins. */
export interface FindingCursor {
  /** UTC milliseconds. */
  readonly sortAt: number
  readonly agendaItemId: number
}

export interface FindingPage {
  /** `upcoming`: soonest first. `past`: newest first. The border is `now`. */
  readonly when: 'upcoming' | 'past'
  readonly now: Date
  /** Capped at 5,000: pages ask for tens, feeds and exports for more. */
  readonly limit: number
  /** Rows that follow this one in the list's order. */
  readonly after?: FindingCursor | undefined
  /** Rows that stand before this one, the nearest ones, still in the list's order. */
  readonly before?: FindingCursor | undefined
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
  readonly role: Role | null
  /** What the item does; `action` is what the body did with it. */
  readonly purpose: Action | null
  /** What was looked for and not found; `null`: judged before that was kept. */
  readonly missing: readonly FactKind[] | null
  readonly pagesRead: number | null
  readonly conflicts: readonly FactConflict[]
}

/** Columns of a listing in the order of the JSON rows below. */
const columns = [
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

type Row = readonly unknown[]

/** A row of `columns`. One JSON text a page is read, since a driver row of 44 values costs more. */
function toListing(row: Row): FindingListing {
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

/** What was typed, as the index is asked. */
interface Words {
  readonly match: string
  /** In so many items that looking each finding up is cheaper than listing the items. */
  readonly areCommon: boolean
}

/** Listing an item costs 0.6 µs and looking a finding up 27 µs, of which a page needs few. */
const commonFrom = 20_000

async function wordsOf(db: Pick<ReadDb, 'client'>, typed: string | undefined): Promise<Words> {
  const match = matchEvery(searchWords(typed ?? ''))
  if (!match) return { match, areCommon: false }
  const { rows } = await db.client.execute({
    sql: `SELECT count(*) FROM
      (SELECT 1 FROM search_items WHERE search_items MATCH ? LIMIT ${commonFrom})`,
    args: [match],
  })
  return { match, areCommon: Number(rows[0]?.[0]) >= commonFrom }
}

/** What stands behind a finding; every join finds exactly one row. */
const joins = `CROSS JOIN agenda_items i ON i.id = f.agenda_item_id
      CROSS JOIN meetings m ON m.id = f.meeting_id
      CROSS JOIN bodies b ON b.id = m.body_id
      CROSS JOIN jurisdictions j ON j.id = f.jurisdiction_id`

/**
 * The stretch of time in which a page's rows can stand. The index is entered at its edge, so the
 * cursor narrows it: else the rows between now and the cursor would be walked for every page.
 */
function timeRange(
  { when, now, after, before }: FindingPage,
  ascending: boolean,
): { readonly from: number | undefined; readonly before: number | undefined } {
  const cursor = before ?? after
  const border = now.getTime()
  const from = when === 'upcoming' ? border : undefined
  const end = when === 'upcoming' ? undefined : border
  if (!cursor) return { from, before: end }
  return ascending
    ? { from: Math.max(from ?? cursor.sortAt, cursor.sortAt), before: end }
    : { from, before: Math.min(end ?? cursor.sortAt + 1, cursor.sortAt + 1) }
}

/**
 * The statement of one page of the list, giving for each row either a JSON array of its columns or
 * its key alone. Only columns and orders of this file stand in its text.
 */
function listStatement(
  what: 'listings' | 'keys',
  filter: FindingFilter,
  page: FindingPage,
  words: Words,
): { sql: string; args: Args } {
  const args: Args = []
  const conditions: string[] = []
  const upcoming = page.when === 'upcoming'
  // Pages before a cursor are walked backwards and turned round at the end.
  const ascending = upcoming !== (page.before !== undefined)

  // The most telling filter leads, so that one index gives both the rows and their order.
  const lead = (['technology', 'vendor', 'route'] as const).find((kind) => filter[kind])
  const from = lead
    ? 'finding_tags t CROSS JOIN findings f ON f.agenda_item_id = t.agenda_item_id'
    : 'findings f'
  const key = lead ? 't' : 'f'
  if (lead) {
    conditions.push('t.kind = ?', 't.tag = ?')
    args.push(lead, filter[lead] ?? '')
  }
  const { from: earliest, before: latest } = timeRange(page, ascending)
  if (earliest !== undefined) {
    conditions.push(`${key}.sort_at >= ?`)
    args.push(earliest)
  }
  if (latest !== undefined) {
    conditions.push(`${key}.sort_at < ?`)
    args.push(latest)
  }
  for (const kind of ['vendor', 'route'] as const) {
    const tag = filter[kind]
    if (!tag || kind === lead) continue
    conditions.push(
      `EXISTS (SELECT 1 FROM finding_tags v WHERE v.kind = ? AND v.tag = ?
        AND v.sort_at = t.sort_at AND v.agenda_item_id = t.agenda_item_id)`,
    )
    args.push(kind, tag)
  }
  if (filter.place) {
    conditions.push('f.jurisdiction_id = (SELECT id FROM jurisdictions WHERE slug = ?)')
    args.push(filter.place)
  }
  if (filter.least !== undefined) {
    conditions.push('f.amount_cents >= ?')
    args.push(filter.least * 100)
  }
  if (filter.band) {
    conditions.push('f.band = ?')
    args.push(filter.band)
  }
  conditions.push("f.review <> 'rejected'")
  if (words.match) {
    conditions.push(
      words.areCommon
        ? `EXISTS (SELECT 1 FROM search_items WHERE search_items MATCH ?
            AND rowid = f.agenda_item_id)`
        : 'f.agenda_item_id IN (SELECT rowid FROM search_items WHERE search_items MATCH ?)',
    )
    args.push(words.match)
  } else if (filter.q) {
    // Typed, but nothing that a text could hold as a word.
    conditions.push('0')
  }
  const cursor = page.before ?? page.after
  if (cursor) {
    conditions.push(`(${key}.sort_at, ${key}.agenda_item_id) ${ascending ? '>' : '<'} (?, ?)`)
    args.push(cursor.sortAt, cursor.agendaItemId)
  }
  args.push(Math.max(1, Math.min(Math.trunc(page.limit), 5_000)))

  const direction = ascending ? 'ASC' : 'DESC'
  return {
    sql: `SELECT '[' || coalesce(group_concat(r), '') || ']' FROM (
      SELECT json_array(${what === 'keys' ? `${key}.sort_at, ${key}.agenda_item_id` : columns}) AS r
      FROM ${from} ${what === 'keys' ? '' : joins}
      WHERE ${conditions.join(' AND ')}
      ORDER BY ${key}.sort_at ${direction}, ${key}.agenda_item_id ${direction}
      LIMIT ?)`,
    args,
  }
}

type Args = (string | number)[]

/**
 * One page of findings: upcoming ones soonest first, past ones newest first, ties by item id, so
 * that pages do not overlap. Findings a reviewer rejected are left out; cancelled meetings, items
 * taken off and meetings no longer listed stay in and carry their marks.
 */
export async function listFindings(
  db: Pick<ReadDb, 'client'>,
  filter: FindingFilter,
  page: FindingPage,
): Promise<FindingListing[]> {
  const listings = (await listRows(db, 'listings', filter, page)).map(toListing)
  return page.before ? listings.reverse() : listings
}

async function listRows(
  db: Pick<ReadDb, 'client'>,
  what: 'listings' | 'keys',
  filter: FindingFilter,
  page: FindingPage,
): Promise<Row[]> {
  const words = await wordsOf(db, filter.q)
  const { rows } = await db.client.execute(listStatement(what, filter, page, words))
  return JSON.parse(String(rows[0]?.[0])) as Row[]
}

/**
 * The keys of the same page, in the same order: a third of the cost, for who knows most rows
 * already.
 */
export async function listFindingKeys(
  db: Pick<ReadDb, 'client'>,
  filter: FindingFilter,
  page: FindingPage,
): Promise<FindingCursor[]> {
  const keys = (await listRows(db, 'keys', filter, page)).map(([sortAt, agendaItemId]) => ({
    sortAt: Number(sortAt),
    agendaItemId: Number(agendaItemId),
  }))
  return page.before ? keys.reverse() : keys
}

/** The listings of these items, those that have one, in no order. */
export async function findListings(
  db: Pick<ReadDb, 'client'>,
  agendaItemIds: readonly number[],
): Promise<FindingListing[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT '[' || coalesce(group_concat(json_array(${columns})), '') || ']'
      FROM json_each(?) wanted CROSS JOIN findings f ON f.agenda_item_id = wanted.value ${joins}`,
    args: [JSON.stringify(agendaItemIds)],
  })
  return (JSON.parse(String(rows[0]?.[0])) as Row[]).map(toListing)
}

/** One choice of the filter form and how many findings it would leave. */
export interface TagCount {
  /** Taxonomy id, or slug of a place. */
  readonly id: string
  /** Place name and state; `null` for taxonomy ids, whose names the taxonomy knows. */
  readonly name: string | null
  readonly count: number
}

export interface FindingTags {
  readonly technologies: readonly TagCount[]
  readonly vendors: readonly TagCount[]
  /** Ways of buying. */
  readonly routes: readonly TagCount[]
  readonly places: readonly TagCount[]
}

/** Which technologies, vendors, ways of buying and places occur, each kind in alphabetical order of id or name. */
export async function listTags(
  db: Pick<ReadDb, 'client'>,
  { when, now }: Pick<FindingPage, 'when' | 'now'>,
): Promise<FindingTags> {
  const side = when === 'upcoming' ? '>=' : '<'
  const [tags, places] = await db.client.batch(
    [
      {
        sql: `SELECT kind, tag, count(*) FROM finding_tags WHERE sort_at ${side} ?
          GROUP BY kind, tag ORDER BY kind, tag`,
        args: [now.getTime()],
      },
      {
        sql: `SELECT j.slug, j.name || CASE j.state WHEN '' THEN '' ELSE ', ' || j.state END, c.n
          FROM (SELECT jurisdiction_id, count(*) AS n FROM findings
            WHERE sort_at ${side} ? GROUP BY jurisdiction_id) c
          JOIN jurisdictions j ON j.id = c.jurisdiction_id ORDER BY j.name, j.state, j.slug`,
        args: [now.getTime()],
      },
    ],
    'read',
  )
  const ofKind = (kind: string) =>
    (tags?.rows ?? [])
      .filter((row) => row[0] === kind)
      .map((row) => ({ id: String(row[1]), name: null, count: Number(row[2]) }))
  return {
    technologies: ofKind('technology'),
    vendors: ofKind('vendor'),
    routes: ofKind('route'),
    places: (places?.rows ?? []).map((row) => ({
      id: String(row[0]),
      name: String(row[1]),
      count: Number(row[2]),
    })),
  }
}
