import type { FindingListing } from '../../src/db/queries/finding-listing.ts'
import { entryHtml, entryText, type FeedEntry, feedEntries } from './feed-entry.ts'
import { aboutWords, type FeedFrame } from './feed-frame.ts'

export const jsonFeedType = 'application/feed+json; charset=utf-8'

/**
 * A JSON Feed, version 1.1 (https://www.jsonfeed.org/version/1.1/), in parts, each written when it
 * is asked for. The `feed` package writes version 1.
 */
export function* jsonFeedParts(
  findings: readonly FindingListing[],
  frame: FeedFrame,
): Generator<string> {
  const { site, scope } = frame
  const head = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: `${site.name}: ${scope.title}`,
    description: aboutWords(frame),
    home_page_url: `${site.publicUrl}/${scope.query}`,
    feed_url: `${site.publicUrl}/feed.json${scope.query}`,
    language: 'en',
    authors: [{ name: site.name, url: `${site.publicUrl}/` }],
  })
  yield `${head.slice(0, -1)},"items":[`
  let comma = '\n'
  for (const entry of feedEntries(findings, frame)) {
    yield comma + JSON.stringify(toItem(entry))
    comma = ',\n'
  }
  yield '\n]}\n'
}

function toItem(entry: FeedEntry) {
  return {
    id: entry.id,
    url: entry.url,
    ...(entry.officialUrl && { external_url: entry.officialUrl }),
    title: entry.title,
    content_html: entryHtml(entry),
    content_text: entryText(entry),
    date_published: entry.publishedAt.toISOString(),
    date_modified: entry.updatedAt.toISOString(),
    authors: [{ name: entry.author }],
    ...(entry.tags.length > 0 && { tags: entry.tags }),
  }
}
