import { type FeedCoverage, type FeedSite, type SilentSource, tagUri } from './feed-site.ts'
import { dayWords, line, placeWords } from './feed-words.ts'

/** A sentence is no list: the coverage page names the rest. */
const mostNamed = 20

const sources = (count: number) => `${count} ${count === 1 ? 'source' : 'sources'}`

/** What a list rests on, one sentence or two: it stands first in every feed. */
export function coverageWords(coverage: FeedCoverage): string {
  const { sourcesRead, silent } = coverage
  if (sourcesRead + silent.length === 0) return 'No source is watched: this list covers nothing.'
  const read = `${sources(sourcesRead)} read as planned.`
  if (silent.length === 0) return `${read} Councils outside them are not covered.`
  const named = silent.slice(0, mostNamed).map(placeWords).join('; ')
  const others = silent.length > mostNamed ? ` and ${silent.length - mostNamed} more` : ''
  return `${read} Not covered now, ${sources(silent.length)}: ${named}${others}.`
}

/** "Not read since Mar 3, 2026: the portal answers with a log-in page". */
export function silenceWords(source: SilentSource): string {
  const since = source.lastSuccessAt
    ? `Not read since ${dayWords(source.lastSuccessAt, source.timeZone)}`
    : 'Never read so far'
  return source.reason ? `${since}: ${line(source.reason, 400)}` : since
}

/** One silence of one source: the next one is told anew. */
export function silenceTag(site: FeedSite, { sourceId, since }: SilentSource): string {
  return tagUri(site, `source/${encodeURIComponent(sourceId)}/silent/${since.getTime()}`)
}

/**
 * Sources that were read once and are no more: each is an entry of its own. What was never read is
 * told in the first line alone, since nobody has relied on it yet.
 */
export function fellSilent({ silent }: FeedCoverage): readonly SilentSource[] {
  return silent.filter(({ lastSuccessAt }) => lastSuccessAt !== null)
}
