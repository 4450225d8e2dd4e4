import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { FindingListing } from '../../../src/db/queries/finding-listing.ts'
import { jsonFeedParts } from '../../../web/feeds/json-feed.ts'
import { frame, hostileListing, listing, silent } from '../../support/listings.ts'

const author = z.strictObject({ name: z.string(), url: z.url().optional() })

/** https://www.jsonfeed.org/version/1.1/, as far as we use it; unknown keys are faults. */
const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  description: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.literal('en'),
  authors: z.array(author).min(1),
  items: z.array(
    z.strictObject({
      id: z.string().startsWith('tag:'),
      url: z.url({ protocol: /^https?$/ }),
      external_url: z.url({ protocol: /^https?$/ }).optional(),
      title: z.string(),
      content_html: z.string(),
      content_text: z.string(),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
      authors: z.array(author).min(1),
      tags: z.array(z.string()).min(1).optional(),
    }),
  ),
})

const write = (findings: readonly FindingListing[], given = frame) =>
  jsonFeed.parse(JSON.parse([...jsonFeedParts(findings, given)].join('')))

describe('JSON Feed', () => {
  it('has the shape of version 1.1 and the words of the entry', () => {
    const feed = write([listing])
    const [item] = feed.items
    expect(item).toMatchObject({
      id: 'tag:0123456789abcdef.watchdocket.invalid,2026:item/17',
      url: 'https://watch.example.org/items/17',
      external_url: listing.officialUrl,
      date_modified: '2026-11-23T15:00:00.000Z',
      tags: ['Automated licence-plate readers', 'Flock Safety'],
    })
    expect(item?.content_text.split('\n')).toContain('When: Tuesday, December 1, 2026, 6:30 PM PST')
    expect(item?.content_text.split('\n')).toContain('Amount: $315,000 ("$315,000")')
  })

  it('points at itself and its list in the filter that was asked for', () => {
    const scope = { title: 'Riverton, WA', query: '?place=riverton-wa', band: 'found' as const }
    const feed = write([], { ...frame, scope })
    expect(feed.title).toBe('Watchdocket: Riverton, WA')
    expect(feed.feed_url).toBe('https://watch.example.org/feed.json?place=riverton-wa')
    expect(feed.home_page_url).toBe('https://watch.example.org/?place=riverton-wa')
  })

  it('says of each finding of a silent source that it may be out of date', () => {
    const coverage = { ...frame.coverage, silent: [{ ...silent, sourceId: listing.sourceId }] }
    const [, item] = write([listing], { ...frame, coverage }).items
    expect(item?.content_text).toMatch(/^Source: Not read since Thursday, November 19, 2026/)
  })

  it('has no entry for a source that was never read, only the first line', () => {
    const coverage = { ...frame.coverage, silent: [{ ...silent, lastSuccessAt: null }] }
    const feed = write([], { ...frame, coverage })
    expect(feed.items).toEqual([])
    expect(feed.description).toContain('Not covered now, 1 source: Cedar Bluffs, IA')
  })

  it('keeps its shape whatever a portal sends', () => {
    fc.assert(
      fc.property(fc.array(hostileListing, { maxLength: 3 }), (findings) => {
        const feed = write(findings)
        expect(feed.items).toHaveLength(findings.length)
        for (const item of feed.items) {
          expect(item.content_html).not.toMatch(/<(?!\/?(p|b|a)\b)/)
          expect(item.title).not.toMatch(/\p{Cs}|[\p{Cc}\u202A-\u202E]/u)
        }
      }),
      { numRuns: 200 },
    )
  })
})
