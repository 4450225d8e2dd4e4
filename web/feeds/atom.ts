import type { FindingListing } from '../../src/db/queries/finding-listing.ts'
import { entryHtml, type FeedEntry, feedEntries } from './feed-entry.ts'
import { aboutWords, type FeedFrame } from './feed-frame.ts'
import { type FeedCoverage, tagUri } from './feed-site.ts'
import { updatedAt } from './finding-words.ts'
import { element, textElement } from './xml-text.ts'

export const atomType = 'application/atom+xml; charset=utf-8'

/** The newest change of anything in the feed; the time of the newest source where it is empty. */
function feedUpdatedAt(findings: readonly FindingListing[], coverage: FeedCoverage): Date {
  let newest = coverage.watchedSince?.getTime() ?? 0
  for (const finding of findings) newest = Math.max(newest, updatedAt(finding).getTime())
  for (const source of coverage.silent) newest = Math.max(newest, source.since.getTime())
  for (const late of coverage.overdue) newest = Math.max(newest, late.overdueSince.getTime())
  return new Date(newest)
}

/**
 * An Atom feed (RFC 4287), in parts, each written when it is asked for. Written here because the
 * `feed` package puts outside text in CDATA, lets control characters through that no XML parser may
 * accept, and knows no entry without HTML in its title.
 */
export function* atomParts(
  findings: readonly FindingListing[],
  frame: FeedFrame,
): Generator<string> {
  const { site, scope, coverage } = frame
  const self = `${site.publicUrl}/feed.atom${scope.query}`
  const list = `${site.publicUrl}/${scope.query}`
  yield '<?xml version="1.0" encoding="utf-8"?>\n'
  yield '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
  yield textElement('id', tagUri(site, `feed${scope.query}`))
  yield textElement('title', `${site.name}: ${scope.title}`)
  yield textElement('subtitle', aboutWords(frame))
  yield textElement('updated', feedUpdatedAt(findings, coverage).toISOString())
  yield element('author', {}, [textElement('name', site.name)])
  yield textElement('generator', 'Watchdocket')
  yield element('link', { rel: 'self', type: 'application/atom+xml', href: self })
  yield element('link', { rel: 'alternate', type: 'text/html', href: list })
  for (const entry of feedEntries(findings, frame)) yield `\n${writeEntry(entry)}`
  yield '\n</feed>\n'
}

function writeEntry(entry: FeedEntry): string {
  return element('entry', {}, [
    textElement('id', entry.id),
    textElement('title', entry.title),
    textElement('updated', entry.updatedAt.toISOString()),
    textElement('published', entry.publishedAt.toISOString()),
    element('author', {}, [textElement('name', entry.author)]),
    element('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
    ...(entry.officialUrl ? [element('link', { rel: 'via', href: entry.officialUrl })] : []),
    ...entry.tags.map((tag) => element('category', { term: tag })),
    textElement('content', entryHtml(entry), { type: 'html' }),
  ])
}
