import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import type { FindingListing } from '../../../src/db/queries/finding-listing.ts'
import { atomParts } from '../../../web/feeds/atom.ts'
import type { FeedFrame } from '../../../web/feeds/feed-frame.ts'
import { xmlText } from '../../../web/feeds/xml-text.ts'
import { frame, hostileListing, hostileText, listing, silent } from '../../support/listings.ts'

interface ParsedLink {
  readonly '@rel': string
  readonly '@href': string
}

interface ParsedEntry {
  readonly id: string
  readonly title: string
  readonly updated: string
  readonly published: string
  readonly author: readonly { readonly name: string }[]
  readonly link: readonly ParsedLink[]
  readonly category?: readonly { readonly '@term': string }[]
  readonly content: { readonly '#text': string; readonly '@type': string }
}

interface ParsedFeed extends Omit<ParsedEntry, 'content' | 'published'> {
  readonly '@xmlns': string
  readonly subtitle: string
  readonly entry?: readonly ParsedEntry[]
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
  isArray: (name) => ['entry', 'link', 'author', 'category'].includes(name),
})

/** What an independent parser reads; throws unless the text is well-formed. */
function parse(xml: string): ParsedFeed {
  expect(XMLValidator.validate(xml)).toBe(true)
  return (parser.parse(xml) as { feed: ParsedFeed }).feed
}

function write(findings: readonly FindingListing[], given: Partial<FeedFrame> = {}): string {
  const whole = { ...frame, ...given }
  return [...atomParts(findings, whole)].join('')
}

const legalXml = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** What RFC 4287 (4.1.1, 4.1.2) requires of every feed and entry. */
function expectRequired(feed: ParsedFeed): void {
  expect(feed['@xmlns']).toBe('http://www.w3.org/2005/Atom')
  for (const node of [feed, ...(feed.entry ?? [])]) {
    expect(URL.canParse(node.id)).toBe(true)
    expect(typeof node.title).toBe('string')
    expect(node.updated).toMatch(rfc3339)
    expect(node.author.every(({ name }) => typeof name === 'string')).toBe(true)
    for (const link of node.link) expect(new URL(link['@href']).protocol).toMatch(/^https?:$/)
    expect(node.link.filter((link) => link['@rel'] === 'alternate')).toHaveLength(1)
  }
  const ids = (feed.entry ?? []).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
}

describe('Atom', () => {
  it('says council, time with zone, technology, vendor, amount, quote and both links', () => {
    const feed = parse(write([listing]))
    expectRequired(feed)
    const [entry] = feed.entry ?? []
    expect(entry?.title).toBe(
      'City Council, Riverton, WA, Tuesday, December 1, 2026: Automated licence-plate readers: 7.b: Purchase of license plate readers from Flock Safety',
    )
    for (const words of [
      'Tuesday, December 1, 2026, 6:30 PM PST',
      'Flock Safety',
      '$315,000',
      'license plate readers',
      'consent agenda',
      '26-0114',
    ]) {
      expect(entry?.content['#text']).toContain(words)
    }
    expect(entry?.content['@type']).toBe('html')
    expect(entry?.author).toEqual([{ name: 'City Council, Riverton, WA' }])
    expect(entry?.link.map((link) => [link['@rel'], link['@href']])).toEqual([
      ['alternate', 'https://watch.example.org/items/17'],
      ['via', 'https://riverton.legistar.example/LegislationDetail.aspx?ID=114&GUID=A'],
    ])
    expect(entry?.category?.map((category) => category['@term'])).toEqual([
      'Automated licence-plate readers',
      'Flock Safety',
    ])
  })

  it('keeps an id for good while everything a portal can change does', () => {
    const changed: FindingListing = {
      ...listing,
      title: 'Another title',
      number: null,
      date: '2026-12-08',
      startsAt: new Date('2026-12-09T02:30:00Z'),
      status: 'cancelled',
      changedAt: new Date('2026-11-24T08:00:00Z'),
    }
    const [before] = parse(write([listing])).entry ?? []
    const [after] =
      parse(write([changed], { site: { ...frame.site, publicUrl: 'https://moved.example' } }))
        .entry ?? []
    expect(after?.id).toBe(before?.id)
    expect(before?.id).toBe('tag:0123456789abcdef.watchdocket.invalid,2026:item/17')
    expect(before?.updated).toBe('2026-11-23T15:00:00.000Z')
    expect(after?.updated).toBe('2026-11-24T08:00:00.000Z')
    expect(after?.published).toBe(before?.published)
    expect(after?.title).toMatch(/^Cancelled: /)
  })

  it('is as new as its newest finding', () => {
    const older = { ...listing, agendaItemId: 18, changedAt: new Date('2026-11-23T11:00:00Z') }
    expect(parse(write([older, listing])).updated).toBe('2026-11-23T15:00:00.000Z')
    expect(parse(write([older])).updated).toBe('2026-11-23T11:00:00.000Z')
  })

  it('says what is not covered before anything else', () => {
    const coverage = { ...frame.coverage, silent: [silent] }
    const feed = parse(write([listing], { coverage }))
    expectRequired(feed)
    expect(feed.subtitle).toBe(
      '3 sources read as planned. Not covered now, 1 source: Cedar Bluffs, IA. Possible findings are left out.',
    )
    const [first] = feed.entry ?? []
    expect(first?.title).toBe('Not covered now: Cedar Bluffs, IA')
    expect(first?.content['#text']).toContain('Not read since Thursday, November 19, 2026')
  })

  it('tells of an agenda that is later than usual, by habit and without blame', () => {
    const late = {
      bodyId: 3,
      body: 'City <b>Council</b>',
      sourceId: 'riverton-wa-fake',
      placeSlug: 'riverton-wa',
      placeName: 'Riverton',
      state: 'WA',
      timeZone: 'America/Los_Angeles',
      portalUrl: 'https://riverton.example/calendar',
      rhythm: 'every Tuesday',
      leadHours: 70,
      leadFrom: 8,
      nextDate: '2026-11-24',
      nextIsListed: true,
      dueAt: new Date('2026-11-22T04:00:00Z'),
      overdueSince: new Date('2026-11-22T08:00:00Z'),
    }
    const feed = parse(write([], { coverage: { ...frame.coverage, overdue: [late] } }))
    expectRequired(feed)
    const [first] = feed.entry ?? []
    expect(first?.title).toBe(
      'Agenda later than usual: Riverton, WA, City <b>Council</b>, Tuesday, November 24, 2026',
    )
    expect(first?.content['#text']).toContain(
      'No agenda is out yet for Tuesday, November 24, 2026; by its habit it was due Saturday, November 21, 2026',
    )
    expect(first?.content['#text']).toContain(
      'usually meets every Tuesday; its agenda was out 70 h before in nine of ten of the last 8 meetings',
    )
  })

  it('tells of a second silence of the same source anew', () => {
    const ids = [silent, { ...silent, since: new Date('2026-11-22T00:00:00Z') }].map(
      (each) =>
        parse(write([], { coverage: { ...frame.coverage, silent: [each] } })).entry?.[0]?.id,
    )
    expect(new Set(ids).size).toBe(2)
  })

  it('is a valid feed when it is empty', () => {
    const feed = parse(write([], { shown: 0, total: 0 }))
    expectRequired(feed)
    expect(feed.entry).toBeUndefined()
    expect(feed.updated).toBe('2026-10-01T00:00:00.000Z')
  })

  it('says that a list was cut', () => {
    expect(parse(write([listing], { shown: 200, total: 1234 })).subtitle).toContain(
      'the 200 of 1234 that changed last',
    )
  })

  it('does not call a meeting cancelled that merely left its page', () => {
    const gone = { ...listing, noLongerListedSince: new Date('2026-11-22T09:00:00Z') }
    const text = parse(write([gone])).entry?.[0]?.content['#text'] ?? ''
    expect(text).toContain('no longer lists the meeting since Sunday, November 22, 2026')
    expect(text).not.toContain('The meeting is cancelled')
  })

  it('is well-formed, legal and free of foreign markup whatever a portal sends', () => {
    fc.assert(
      fc.property(fc.array(hostileListing, { maxLength: 3 }), (findings) => {
        const unique = findings.map((finding, at) => ({ ...finding, agendaItemId: at }))
        const xml = write(unique)
        expect(xml).toMatch(legalXml)
        expect(xml).not.toContain('<![')
        const feed = parse(xml)
        expectRequired(feed)
        expect(feed.entry ?? []).toHaveLength(findings.length)
        for (const { content } of feed.entry ?? []) {
          // The markup inside is ours alone: these tags and no others.
          const tags = content['#text'].match(/<[^>]*>/g) ?? []
          for (const tag of tags) expect(tag).toMatch(/^<(\/?p|\/?b|\/a|a href="https?:[^"<>]*")>$/)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('xmlText', () => {
  it('gives back what XML can carry, through another parser', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const xml = `<a b="${xmlText(text)}">${xmlText(text)}</a>`
        expect(XMLValidator.validate(xml)).toBe(true)
        const legal = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
        const { a } = parser.parse(xml) as { a: string | { '#text'?: string; '@b': string } }
        if (typeof a === 'string') throw new Error('the attribute is gone')
        expect(a['@b']).toBe(legal)
        expect(a['#text'] ?? '').toBe(legal)
      }),
    )
  })
})
