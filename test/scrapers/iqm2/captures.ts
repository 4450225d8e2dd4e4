import { describe, expect, it } from 'vitest'
import { iqm2 } from '../../../scrapers/iqm2/index.ts'
import type { ScrapedMeeting } from '../../../src/model/meeting.ts'
import { findClockTime } from '../../../src/scraping/dates.ts'
import {
  compare,
  type Entry,
  entriesOf,
  type Facts,
  hasCaptures,
  pageOf,
  replay,
  zoneOf,
} from '../manifest.ts'

const folder = 'iqm2'
const verified = ({ expect: facts }: Entry) => (facts?.verified ?? {}) as Facts
interface RowFacts {
  readonly when: string
  readonly body: string
  readonly type: string
  readonly location: string
  readonly cancelled: boolean
  readonly id: string
  readonly links: Readonly<Record<string, string>>
}

function checkRow(ours: ScrapedMeeting | undefined, facts: RowFacts): void {
  expect(ours).toMatchObject({
    upstreamId: facts.id,
    body: facts.body,
    comment: facts.type,
    location: facts.location,
  })
  const clock = /\d{1,2}:\d{2} [AP]M/.exec(facts.when)?.[0]
  expect(ours?.time).toBe(clock ? findClockTime(clock) : null)
  expect(ours?.status === 'cancelled').toBe(facts.cancelled)
  for (const href of Object.values(facts.links).filter((one) => /FileOpen/.test(one))) {
    expect(ours?.documents.map(({ url }) => url)).toContainEqual(expect.stringContaining(href))
  }
}

describe.skipIf(!hasCaptures(folder))('recorded IQM2 portals', () => {
  const entries = entriesOf(folder)

  it.each(entries.filter(({ kind }) => kind === 'calendar'))(
    '$file lists its meetings',
    (entry) => {
      const facts = verified(entry)
      const { meetings = [], problems } = iqm2.parsePage(
        'calendar',
        pageOf(folder, entry),
        zoneOf(entry),
      )
      expect(problems).toEqual([])
      const count = (is: (one: ScrapedMeeting) => boolean) => meetings.filter(is).length
      const both = compare(facts, {
        meetings: meetings.length,
        cancelled: count(({ status }) => status === 'cancelled'),
        withAgenda: count(({ documents }) => documents.some(({ title }) => /agenda/i.test(title))),
        bodies: new Set(meetings.map(({ body }) => body)).size,
      })
      expect(both.made).toEqual(both.told)
      const first = (facts.first as RowFacts[]) ?? []
      for (const [at, row] of first.entries()) checkRow(meetings[at], row)
    },
  )

  it.each(entries.filter(({ kind }) => kind === 'items'))(
    '$file gives its outline',
    async (entry) => {
      const facts = verified(entry)
      const { agendaItems = [] } = iqm2.parsePage('items', pageOf(folder, entry), null)
      const both = compare(facts, {
        outlineEntries: agendaItems.length,
        numberedEntries: agendaItems.filter(({ number }) => number !== null).length,
        legiFiles: agendaItems.filter(({ matterUpstreamId }) => matterUpstreamId).length,
      })
      expect(both.made).toEqual(both.told)
      for (const [at, title] of (facts.firstEntries as string[]).entries()) {
        expect(agendaItems[at]?.title).toContain(title)
      }
      const { meetings } = await replay(iqm2, folder, entry)
      expect(meetings).toMatchObject([{ date: '2026-06-23', time: '09:30', body: facts.group }])
      expect(meetings[0]?.agendaItems).toHaveLength(agendaItems.length)
    },
  )

  it.each(entries.filter(({ kind }) => kind === 'rss'))('$file gives its entries', (entry) => {
    const { meetings = [] } = iqm2.parsePage('rss', pageOf(folder, entry), null)
    expect(meetings).toHaveLength(Number(verified(entry).entries))
  })
})
