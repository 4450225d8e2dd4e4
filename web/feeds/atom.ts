import { entryHtml, type FeedEntry } from './feed-entry.ts'
import { aboutWords, type FeedFrame } from './feed-frame.ts'
import { type FeedCoverage, tagUri } from './feed-site.ts'
import { element, textElement } from './xml-text.ts'

export const atomType = 'application/atom+xml; charset=utf-8'

/** The newest change of anything in the feed; the time of the newest source where it is empty. */
export function feedUpdatedAt(entries: readonly FeedEntry[], coverage: FeedCoverage): Date {
  return new Date(
    Math.max(
      coverage.watchedSince?.getTime() ?? 0,
      ...entries.map((entry) => entry.updatedAt.getTime()),
    ),
  )
}

/**
 * An Atom feed (RFC 4287). Written here because the `feed` package puts outside text in CDATA,
 * lets control characters through that no XML parser may accept, and knows no entry without HTML
 * in its title.
 */
export function writeAtom(entries: readonly FeedEntry[], frame: FeedFrame): string {
  const { site, scope, coverage } = frame
  const children = [
    textElement('id', tagUri(site, `feed${scope.query}`)),
    textElement('title', `${site.name}: ${scope.title}`),
    textElement('subtitle', aboutWords(frame)),
    textElement('updated', feedUpdatedAt(entries, coverage).toISOString()),
    element('author', {}, [textElement('name', site.name)]),
    textElement('generator', 'Watchdocket'),
    element('link', {
      rel: 'self',
      type: 'application/atom+xml',
      href: `${site.publicUrl}/feed.atom${scope.query}`,
    }),
    element('link', {
      rel: 'alternate',
      type: 'text/html',
      href: `${site.publicUrl}/${scope.query}`,
    }),
    ...entries.map(writeEntry),
  ]
  const feed = element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' }, children)
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed}\n`
}

function writeEntry(entry: FeedEntry): string {
  return element('entry', {}, [
    '\n',
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
