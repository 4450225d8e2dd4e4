import { describe, expect, it } from 'vitest'
import { granicus } from '../../../scrapers/granicus/index.ts'
import type { ScrapedMeeting } from '../../../src/model/meeting.ts'
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

const folder = 'granicus'
const parse = (entry: Entry, kind: 'calendar' | 'items' | 'rss') =>
  granicus.parsePage(kind, pageOf(folder, entry), zoneOf(entry))

const distinct = (meetings: readonly ScrapedMeeting[], part: RegExp) =>
  new Set(
    meetings.flatMap(({ documents }) => documents.flatMap(({ url }) => part.exec(url)?.[1] ?? [])),
  ).size

describe.skipIf(!hasCaptures(folder))('recorded Granicus views', () => {
  const entries = entriesOf(folder)
  const views = entries.filter(({ kind }) => kind === 'calendar')

  it.each(views)('$file lists its meetings', (entry) => {
    const facts = entry.expect ?? {}
    const { meetings = [], problems } = parse(entry, 'calendar')
    // A meeting in progress is listed without its date, and told as such.
    expect(problems.filter(({ message }) => !/in progress/.test(message))).toEqual([])
    const made: Facts = {
      distinctAgendaEventIds:
        distinct(meetings, /AgendaViewer\.php.*event_id=(\d+)/i) + problems.length,
      agendaEventIds: distinct(meetings, /AgendaViewer\.php.*event_id=(\d+)/i),
      distinctAgendaClipIds: distinct(meetings, /AgendaViewer\.php.*clip_id=(\d+)/i),
      distinctMinutesClipIds: distinct(meetings, /MinutesViewer\.php.*clip_id=(\d+)/i),
      distinctMediaClipIds: distinct(meetings, /(?:MediaPlayer|ASX)\.php.*clip_id=(\d+)/i),
      // Counted there in rows with years of four digits alone.
      ...(facts.datedRows !== 1 && {
        cancelledInName: meetings.filter(
          ({ status }) => status === 'cancelled' || status === 'rescheduled',
        ).length,
      }),
    }
    const both = compare(facts, made)
    expect(both.made).toEqual(both.told)
    const dated = Number(facts.datedRows ?? 0)
    // Rows of a view that is no table are not counted there.
    if (dated > 1) expect(Math.abs(meetings.length - dated)).toBeLessThanOrEqual(1)
    type Row = { name: string; displayedLocal: string; agendaHref?: string }
    for (const [at, row] of ((facts.firstRows as Row[]) ?? []).entries()) {
      const ours = meetings[at]
      expect(row.name.replace(/\s+/g, ' ')).toContain(ours?.body.split(' ')[0] ?? '?')
      const [day, clock] = row.displayedLocal.split('T')
      expect(ours?.date).toBe(day)
      if (clock) expect(ours?.time).toBe(clock)
      if (row.agendaHref) {
        expect(ours?.documents.map(({ url }) => url.replace(/^https?:/, ''))).toContain(
          row.agendaHref,
        )
      }
    }
  })

  it.each(entries.filter(({ kind }) => kind === 'rss'))('$file gives its entries', (entry) => {
    const { meetings = [] } = parse(entry, 'rss')
    expect(meetings).toHaveLength(Number(entry.expect?.items))
  })

  it.each(entries.filter(({ kind, file }) => kind === 'items' && !/minutesviewer/.test(file)))(
    '$file gives its items',
    (entry) => {
      const facts = entry.expect ?? {}
      const { agendaItems = [] } = parse(entry, 'items')
      expect(agendaItems.length).toBeGreaterThan(3)
      const both = compare(facts, {
        ...('firstTitles' in facts && { items: agendaItems.length }),
        indexPoints: agendaItems.length,
      })
      expect(both.made).toEqual(both.told)
      for (const [at, title] of ((facts.firstTitles as string[]) ?? []).entries()) {
        const { number, title: words } = agendaItems[at] ?? { number: '', title: '' }
        expect(`${number} ${words}`).toContain(title.replace(/^[IVX]+\. |\s*-\s*$/g, '').trim())
      }
    },
  )

  it.each(entries.filter(({ kind }) => kind === 'error'))('$file is no empty list', (entry) => {
    expect(() => parse(entry, 'calendar')).toThrow(/error page|Expected/)
  })

  it.each(views.slice(0, 3))('$file is read from its own address', async (entry) => {
    const { meetings } = await replay(granicus, folder, entry)
    expect(meetings.length).toBe(parse(entry, 'calendar').meetings?.length)
  })
})
