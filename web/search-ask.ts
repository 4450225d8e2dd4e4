import { matchTyped } from '../src/db/queries/search-query.ts'
import type { PageScope } from '../src/db/queries/search-scope.ts'
import type { DocumentKind } from '../src/model/document.ts'
import { findLocalDate, type LocalDate } from '../src/model/ids.ts'

/** Kinds whose pages are read, in the order in which the form offers them. */
export const documentKinds = [
  'attachment',
  'packet',
  'agenda',
  'notice',
  'summary',
  'other',
] as const satisfies readonly DocumentKind[]

/** What a search's address asks for. */
export interface SearchAsk {
  readonly q: string
  readonly place?: string | undefined
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
  readonly kind?: DocumentKind | undefined
  /** `documents`: pages of documents alone. */
  readonly in?: 'documents' | undefined
}

/**
 * The search of an address or of command-line options. What cannot be is left out of it and named
 * in `refused`, so that nobody takes another search for the one asked.
 */
export function parseSearchAsk(query: Readonly<Record<string, string | undefined>>): {
  ask: SearchAsk
  refused: readonly string[]
} {
  const refused: string[] = []
  const read = <T>(key: string, parse: (text: string) => T | undefined): T | undefined => {
    const text = query[key]?.trim()
    if (!text) return undefined
    const value = parse(text)
    if (value === undefined) refused.push(key)
    return value
  }
  const from = read('from', findLocalDate)
  const to = read('to', findLocalDate)
  const isTurned = from !== undefined && to !== undefined && to < from
  if (isTurned) refused.push('to (before from)')
  const ask = {
    q: (query.q ?? '').replace(/\s+/g, ' ').trim().slice(0, 200),
    place: read('place', (text) => text.slice(0, 120)),
    from,
    to: isTurned ? undefined : to,
    kind: read('kind', (text) => documentKinds.find((kind) => kind === text)),
    in: read('in', (text) => (text === 'documents' ? ('documents' as const) : undefined)),
  }
  return { ask, refused }
}

/** False for signs alone: they find nothing, and that is no answer. */
export const hasWords = ({ q }: SearchAsk): boolean => matchTyped(q) !== ''

export function scopeOf({ from, to, kind }: SearchAsk, places: PageScope['places']): PageScope {
  return { places, from, to, kind }
}

/** The search as an address of ours. */
export function searchAddress(
  ask: SearchAsk,
  further: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries({ ...ask, ...further }))
    if (value) query.set(key, value)
  return `/search?${query}`
}
