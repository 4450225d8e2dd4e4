import type { FindingCursor, FindingFilter } from '../src/db/queries/findings.ts'
import type { TaxonomyNames } from './context.ts'

/** Keys of a filter in the order in which its address names them. */
const keys = ['place', 'technology', 'vendor', 'route', 'least', 'q', 'band'] as const

const idPattern = /^[a-z0-9][a-z0-9._-]{0,99}$/
const longestQuery = 200

/**
 * The filter that an address asks for. Ids that cannot be ids are kept out of the filter and named
 * in `refused`, so that a page can say so instead of showing another list than was asked for.
 */
export function parseFindingFilter(query: Readonly<Record<string, string | undefined>>): {
  filter: FindingFilter
  refused: readonly string[]
} {
  const filter: { -readonly [Key in keyof FindingFilter]: FindingFilter[Key] } = {}
  const refused: string[] = []
  for (const key of ['place', 'technology', 'vendor', 'route'] as const) {
    const value = query[key]?.trim()
    if (!value) continue
    if (idPattern.test(value)) filter[key] = value
    else refused.push(key)
  }
  const least = query.least?.replace(/[$,\s]/g, '')
  if (least && /^\d{1,12}$/.test(least)) filter.least = Number(least)
  else if (least) refused.push('least')
  const q = query.q?.replace(/\s+/g, ' ').trim().slice(0, longestQuery)
  if (q) filter.q = q
  const band = query.band
  if (band === 'found' || band === 'possible') filter.band = band
  else if (band) refused.push('band')
  return { filter, refused }
}

/**
 * Ids of the filter that the taxonomy does not know: a list of them would stay empty for ever.
 */
export function unknownIds(
  { technology, vendor }: FindingFilter,
  taxonomy: TaxonomyNames,
): readonly string[] {
  return [
    ...(technology && taxonomy.technology(technology) === technology ? [technology] : []),
    ...(vendor && taxonomy.vendor(vendor) === vendor ? [vendor] : []),
  ]
}

/**
 * The filter as a query string, `?place=riverton-wa&technology=alpr`, or "" without one. Equal
 * filters give equal text: feeds and caches are known by it.
 */
export function filterQuery(filter: FindingFilter): string {
  const query = new URLSearchParams()
  for (const key of keys) {
    const value = filter[key]
    if (value !== undefined && value !== '') query.set(key, String(value))
  }
  const text = query.toString()
  return text && `?${text}`
}

/** An address of ours with the filter and further keys: `listAddress('/past', filter, { after })`. */
export function listAddress(
  path: string,
  filter: FindingFilter,
  further: Readonly<Record<string, string | undefined>> = {},
): string {
  const query = new URLSearchParams(filterQuery(filter))
  for (const [key, value] of Object.entries(further)) if (value) query.set(key, value)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

/** `1790000000000.42`, as addresses carry it. */
export function cursorText({ sortAt, agendaItemId }: FindingCursor): string {
  return `${sortAt}.${agendaItemId}`
}

/** The cursor of an address, or nothing if it is none. */
export function parseCursor(text: string | undefined): FindingCursor | undefined {
  const [, sortAt, id] = /^(-?\d{1,15})\.(\d{1,15})$/.exec(text ?? '') ?? []
  return sortAt && id ? { sortAt: Number(sortAt), agendaItemId: Number(id) } : undefined
}
