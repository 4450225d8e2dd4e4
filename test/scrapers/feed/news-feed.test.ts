import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findScraper } from '../../../scrapers/index.ts'
import { makePage } from '../pages.ts'

const url = 'https://riverton.gov/RSSFeed.aspx?ModID=58'
const feed = findScraper('feed')

interface Item {
  readonly title: string
  readonly day: number
  readonly isDated: boolean
}

function xml(items: readonly Item[], tail = ''): string {
  const entries = items.map(
    ({ title, day, isDated }, at) => `<item>
  <title>${title}</title><link>https://riverton.gov/Calendar.aspx?EID=${at}</link>
  <description>&lt;strong&gt;Event date:&lt;/strong&gt; March ${day}, 2026</description>
  ${isDated ? `<calendarEvent:EventDates>March ${day}, 2026</calendarEvent:EventDates>` : ''}
</item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Calendar</title>${entries.join('')}</channel></rss>${tail}`
}

const read = (body: string) => feed?.parsePage('rss', makePage(url, body), null)

describe('a feed of a city’s calendar', () => {
  it('gives its meetings and leaves the rest out', () => {
    const items = ['Story Time', 'City Council', 'Ski Show', 'Parks &amp; Trails Board'].map(
      (title, at): Item => ({ title, day: at + 1, isDated: true }),
    )
    expect(read(xml(items))?.meetings?.map(({ body, date }) => [body, date])).toEqual([
      ['City Council', '2026-03-02'],
      ['Parks & Trails Board', '2026-03-04'],
    ])
  })

  it('gives the same where a comment keeps its items from being left out early', () => {
    const item = fc.record({
      title: fc.constantFrom(
        'Camp',
        'City Council',
        'Board &amp; Staff',
        'R&#38;B Night',
        '',
        'x <b>y</b>',
      ),
      day: fc.integer({ min: 1, max: 31 }),
      isDated: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), (items) => {
        expect(read(xml(items))).toEqual(read(xml(items, '<!-- made by hand -->')))
      }),
    )
  })

  it('that breaks off in an item gives what came before', () => {
    const items = [1, 2].map((day): Item => ({ title: 'City Council', day, isDated: true }))
    const whole = xml(items)
    const cut = whole.slice(0, whole.lastIndexOf('<calendarEvent'))
    expect(read(cut)?.meetings?.length).toBeGreaterThanOrEqual(1)
  })
})
