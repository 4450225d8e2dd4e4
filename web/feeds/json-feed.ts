import { entryHtml, entryText, type FeedEntry } from './feed-entry.ts'
import { aboutWords, type FeedFrame } from './feed-frame.ts'

export const jsonFeedType = 'application/feed+json; charset=utf-8'

/** A JSON Feed, version 1.1 (https://www.jsonfeed.org/version/1.1/); the `feed` package writes 1. */
export function writeJsonFeed(entries: readonly FeedEntry[], frame: FeedFrame): string {
  const { site, scope } = frame
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: `${site.name}: ${scope.title}`,
    description: aboutWords(frame),
    home_page_url: `${site.publicUrl}/${scope.query}`,
    feed_url: `${site.publicUrl}/feed.json${scope.query}`,
    language: 'en',
    authors: [{ name: site.name, url: `${site.publicUrl}/` }],
    items: entries.map((entry) => ({
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
    })),
  })
}
