import type { ReadDb } from '../client.ts'
import {
  type FindingListing,
  type ListingRow,
  listingColumns,
  listingJoins,
  toListing,
} from './finding-listing.ts'
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
      SELECT json_array(${what === 'keys' ? `${key}.sort_at, ${key}.agenda_item_id` : listingColumns}) AS r
      FROM ${from} ${what === 'keys' ? '' : listingJoins}
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
): Promise<ListingRow[]> {
  const words = await wordsOf(db, filter.q)
  const { rows } = await db.client.execute(listStatement(what, filter, page, words))
  return JSON.parse(String(rows[0]?.[0])) as ListingRow[]
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
    sql: `SELECT '[' || coalesce(group_concat(json_array(${listingColumns})), '') || ']'
      FROM json_each(?) wanted CROSS JOIN findings f ON f.agenda_item_id = wanted.value ${listingJoins}`,
    args: [JSON.stringify(agendaItemIds)],
  })
  return (JSON.parse(String(rows[0]?.[0])) as ListingRow[]).map(toListing)
}
