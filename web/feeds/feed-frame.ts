import type { OverdueAgenda } from '../../src/db/queries/body-habits.ts'
import type { CoverageRow } from '../../src/db/queries/coverage.ts'
import type { FindingFilter } from '../../src/db/queries/findings.ts'
import { healthWords, isCovered } from '../components/health.ts'
import type { TaxonomyNames } from '../context.ts'
import { coverageWords } from './coverage-words.ts'
import type { FeedCoverage, FeedScope, FeedSite, SilentSource } from './feed-site.ts'
import { line, placeWords } from './feed-words.ts'

/** What the writers of feeds are given beside the findings. */
export interface FeedFrame {
  readonly site: FeedSite
  readonly scope: FeedScope
  readonly coverage: FeedCoverage
  /** How many findings the feed shows, and how many there were before it was cut. */
  readonly shown: number
  readonly total: number
}

/** What stands first in every feed: what it rests on, what it leaves out. */
export function aboutWords({ coverage, scope, shown, total }: FeedFrame): string {
  const cut = shown < total ? ` These are the ${shown} of ${total} that changed last.` : ''
  const band =
    scope.band === 'possible' ? 'Only possible findings.' : 'Possible findings are left out.'
  return `${coverageWords(coverage)} ${band}${cut}`
}

/** "All watched councils", or the filter's parts by the names that people know. */
export function scopeOf(
  filter: FindingFilter,
  query: string,
  sources: readonly CoverageRow[],
  names: TaxonomyNames,
): FeedScope {
  const place = sources.find(({ placeSlug }) => placeSlug === filter.place)
  const parts = [
    filter.place && (place ? placeWords(place) : filter.place),
    filter.technology && line(names.technology(filter.technology), 80),
    filter.vendor && line(names.vendor(filter.vendor), 80),
    filter.q && `"${line(filter.q, 200)}"`,
  ].filter((part) => part)
  return {
    title: parts.length > 0 ? parts.join(' · ') : 'All watched councils',
    query,
    band: filter.band ?? 'found',
  }
}

/** One read that fails is no silence yet: portals hiccup, and readers would be told of each. */
const failuresBeforeSilent = 3

function isSilent(row: CoverageRow): boolean {
  if (isCovered(row)) return false
  return row.health !== 'unreachable' || row.failures >= failuresBeforeSilent
}

function toSilent(row: CoverageRow): SilentSource {
  const { sourceId, placeName, state, timeZone, lastSuccessAt } = row
  const words = healthWords(row)
  return {
    sourceId,
    placeName,
    state,
    timeZone,
    since: row.healthSince,
    lastSuccessAt,
    reason: row.healthMessage ? `${words} (${row.healthMessage})` : words,
  }
}

/** What stands behind a list, out of the sources it covers. */
export function coverageOf(
  sources: readonly CoverageRow[],
  overdue: readonly OverdueAgenda[],
): FeedCoverage {
  const added = sources.map(({ addedAt }) => addedAt.getTime())
  const silent = sources.filter(isSilent)
  return {
    sourcesRead: sources.length - silent.length,
    watchedSince: added.length > 0 ? new Date(Math.max(...added)) : null,
    silent: silent.map(toSilent),
    // What is silent is told as such: of its agendas nothing is known.
    overdue: overdue.filter(
      ({ sourceId }) => !silent.some((source) => source.sourceId === sourceId),
    ),
  }
}
