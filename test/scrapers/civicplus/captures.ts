import { describe, expect, it } from 'vitest'
import { civicplus } from '../../../scrapers/civicplus/index.ts'
import type { ScrapedMeeting } from '../../../src/model/meeting.ts'
import { findMonthDate } from '../../../src/model/written-date.ts'
import {
  compare,
  type Entry,
  entriesOf,
  type Facts,
  hasCaptures,
  pageOf,
  replay,
} from '../manifest.ts'

const folder = 'civicplus'
const verified = ({ expect: facts }: Entry) => (facts?.verified ?? {}) as Facts
const has = (part: RegExp) => (one: ScrapedMeeting) =>
  one.documents.some(({ url }) => part.test(url))

interface RowFacts {
  readonly body: string
  readonly date: string
  readonly title: string
  readonly agendaUrl: string
  readonly minutes: boolean
  readonly packet: boolean
  readonly html: boolean
  readonly cancelled: boolean
}

function checkRow(ours: ScrapedMeeting | undefined, facts: RowFacts): void {
  expect(ours).toBeDefined()
  if (!ours) return
  // Fragments of one body stand under no heading: there the fact is empty.
  if (facts.body) expect(ours.body).toBe(facts.body)
  expect(ours.date).toBe(findMonthDate(facts.date))
  expect((ours.comment ?? ours.body).replace(/\s+/g, ' ')).toBe(
    facts.title.replace(/\s+/g, ' ').trim(),
  )
  expect(ours.documents.map(({ url }) => new URL(url).pathname)).toContain(
    new URL(facts.agendaUrl, 'https://city.example').pathname,
  )
  expect(has(/\/Minutes\//i)(ours)).toBe(facts.minutes)
  expect(has(/packet=true/i)(ours)).toBe(facts.packet)
  expect(has(/html=true/i)(ours)).toBe(facts.html)
  expect(ours.status === 'cancelled').toBe(facts.cancelled)
}

describe.skipIf(!hasCaptures(folder))('recorded AgendaCenters', () => {
  const entries = entriesOf(folder).filter((entry) => 'rows' in verified(entry))

  it.each(entries)('$file gives its rows', (entry) => {
    const facts = verified(entry)
    const { meetings = [], problems } = civicplus.parsePage('calendar', pageOf(folder, entry), null)
    expect(problems).toEqual([])
    const count = (is: (one: ScrapedMeeting) => boolean) => meetings.filter(is).length
    const bodies = new Set(meetings.map(({ body }) => body))
    const made: Facts = {
      rows: meetings.length,
      distinctAgendaIds: new Set(meetings.map(({ upstreamId }) => upstreamId)).size,
      withMinutes: count(has(/\/Minutes\//i)),
      withPacket: count(has(/packet=true/i)),
      withHtml: count(has(/html=true/i)),
      cancelledRows: count(({ status }) => status === 'cancelled'),
      ...(facts.bodies !== 0 && { bodies: bodies.size }),
    }
    // The list of names is cut where there are many, and blank for a fragment.
    const names = ((facts.bodyNames as string[]) ?? []).filter((name) => name !== '')
    expect(names.filter((name) => !bodies.has(name))).toEqual([])
    const both = compare(facts, made)
    expect(both.made).toEqual(both.told)
    for (const [at, row] of ((facts.first as RowFacts[]) ?? []).entries())
      checkRow(meetings[at], row)
    const last = (facts.last as RowFacts[]) ?? []
    for (const [at, row] of last.entries()) checkRow(meetings.at(at - last.length), row)
    for (const { date, title } of (facts.cancelledExamples as RowFacts[]) ?? []) {
      const ours = meetings.find(
        (one) => one.date === findMonthDate(date) && (one.comment ?? one.body) === title,
      )
      expect(ours?.status).not.toBe('confirmed')
    }
  })

  it.each(entries.filter(({ method, file }) => method === 'GET' && /search/.test(file)))(
    '$file is read as it was pasted, and its agendas that are not held are told',
    async (entry) => {
      const { meetings, problems } = await replay(civicplus, folder, entry)
      expect(meetings).toHaveLength(Number(verified(entry).rows))
      for (const one of meetings) {
        const isTold = problems.some(({ url }) =>
          one.documents.some((file) => file.url === url || one.sourceUrl === url),
        )
        expect(
          one.agendaItems.length > 0 ||
            isTold ||
            one.flags.includes('items-not-read') ||
            one.documents.length === 0,
        ).toBe(true)
      }
    },
  )
})
