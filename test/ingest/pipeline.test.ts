import { describe, expect, it } from 'vitest'
import { readContentVersion } from '../../src/db/queries/content-version.ts'
import { FetchError } from '../../src/http/fetch-error.ts'
import { redetectItems } from '../../src/ingest/redetect.ts'
import {
  ArchiveUnavailableError,
  DiskFullError,
  PageShapeError,
  toProblem,
} from '../../src/model/errors.ts'
import type { LocalDate, LocalTime } from '../../src/model/ids.ts'
import type { ScrapedAgendaItem, ScrapedMeeting } from '../../src/model/meeting.ts'
import type { Fetcher, Scraper } from '../../src/scraping/contract.ts'
import { rowsOf, testDb } from '../support/database.ts'
import { fakeScraper, watch, wordDetector } from '../support/ingesting.ts'
import { item, meeting } from '../support/meetings.ts'

const start = new Date('2026-03-05T12:00:00Z')
const hour = 3_600_000

const readers = item({
  upstreamId: '7',
  number: '7.b',
  title: 'Award a contract of $45,000 for licence plate readers',
  consent: false,
  matterUpstreamId: '900',
  documents: [
    { kind: 'attachment', title: 'Contract', url: 'https://riverton.example/contract.pdf' },
  ],
})
const call = item({ upstreamId: '1', number: '1', title: 'Call to order' })

/** The council on `day` of March 2026 at six in the evening, in Los Angeles. */
function sitting(day: number, over: Partial<ScrapedMeeting> = {}): ScrapedMeeting {
  const date = `2026-03-${String(day).padStart(2, '0')}`
  return meeting({
    upstreamId: `10${day}`,
    date: date as LocalDate,
    startsAt: new Date(Date.parse(`${date}T18:00:00-07:00`)).toISOString(),
    agendaItems: [call, readers],
    ...over,
  })
}

const countOf = async (db: Parameters<typeof rowsOf>[0], table: string) =>
  (await rowsOf(db, `SELECT count(*) AS n FROM ${table}`))[0]?.n

describe('a first read', () => {
  it('stores meetings, items, files and findings, and clears the mark of the source', async () => {
    const { db } = await testDb()
    const source = await watch(db, start, { needsChecking: true })
    const report = await source.read([sitting(10), sitting(17, { agendaItems: [call] })])

    expect(report).toMatchObject({
      outcome: 'ok',
      isFirstRead: true,
      meetingsSeen: 2,
      meetingsUpcoming: 2,
      meetingsCreated: 2,
      itemsSeen: 3,
      documentsSeen: 1,
      findings: 1,
      health: 'ok',
      error: null,
    })
    expect(await rowsOf(db, 'SELECT band, technologies, quote FROM findings')).toEqual([
      { band: 'found', technologies: '["alpr"]', quote: 'licence plate readers' },
    ])
    expect(await rowsOf(db, 'SELECT tag FROM finding_tags')).toEqual([{ tag: 'alpr' }])
    expect(await rowsOf(db, 'SELECT is_unconfirmed, version FROM meetings')).toEqual([
      { is_unconfirmed: 0, version: 1 },
      { is_unconfirmed: 0, version: 1 },
    ])
    expect(
      await rowsOf(db, 'SELECT needs_checking, health, claim_token, failures FROM sources'),
    ).toEqual([{ needs_checking: 0, health: 'ok', claim_token: null, failures: 0 }])
    expect(await rowsOf(db, "SELECT rowid FROM search_items('plates')")).toHaveLength(1)
  })

  it('is no first read a second time, and stores nothing twice', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    await source.read([sitting(10), sitting(17)])
    const before = await readContentVersion(db.read)
    source.pass(hour)
    const report = await source.read([sitting(10), sitting(17)])

    expect(report).toMatchObject({ isFirstRead: false, meetingsCreated: 0, meetingsChanged: 0 })
    expect(report.findings).toBe(2)
    expect(await countOf(db, 'meeting_versions')).toBe(2)
    expect(await countOf(db, 'agenda_items')).toBe(4)
    expect(await countOf(db, 'documents')).toBe(1)
    expect(await readContentVersion(db.read)).toBe(before)
  })
})

describe('a meeting that reads differently', () => {
  it('gets a version and its changes, and items keep their ids', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    await source.read([sitting(10)])
    const before = await rowsOf(db, 'SELECT id, title FROM agenda_items ORDER BY id')
    source.pass(hour)
    const report = await source.read([
      sitting(10, {
        agendaItems: [
          item({ upstreamId: '3', title: 'Public comment' }),
          { ...readers, number: '8', consent: true },
          call,
        ],
      }),
    ])

    expect(report).toMatchObject({ outcome: 'ok', meetingsCreated: 0, meetingsChanged: 1 })
    const now = await rowsOf(
      db,
      'SELECT id, position, number, consent FROM agenda_items ORDER BY position',
    )
    expect(now.map(({ id }) => id)).toEqual([3, before[1]?.id, before[0]?.id])
    expect(
      await rowsOf(db, 'SELECT kind, version, agenda_item_id FROM meeting_changes ORDER BY id'),
    ).toEqual([
      { kind: 'item-added', version: 2, agenda_item_id: 3 },
      { kind: 'item-moved', version: 2, agenda_item_id: 2 },
      { kind: 'item-renumbered', version: 2, agenda_item_id: 2 },
      { kind: 'moved-to-consent', version: 2, agenda_item_id: 2 },
    ])
  })

  it('keeps an item that was taken off, and knows it again when it returns', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    for (const agendaItems of [[call, readers], [call], [call, readers]]) {
      await source.read([sitting(10, { agendaItems })])
      source.pass(hour)
    }
    expect(await rowsOf(db, 'SELECT id, removed_at FROM agenda_items')).toEqual([
      { id: 1, removed_at: null },
      { id: 2, removed_at: null },
    ])
    expect(await rowsOf(db, 'SELECT kind FROM meeting_changes ORDER BY id')).toEqual([
      { kind: 'item-removed' },
      { kind: 'item-added' },
    ])
    expect(await countOf(db, 'findings')).toBe(1)
  })

  it('that flaps costs a row a version, and its content only once', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    for (const location of ['Room 1', 'Room 2', 'Room 1', 'Room 2']) {
      await source.read([sitting(10, { location })])
      source.pass(hour)
    }
    expect(
      await rowsOf(db, 'SELECT number, content IS NULL AS again FROM meeting_versions'),
    ).toEqual([
      { number: 1, again: 0 },
      { number: 2, again: 0 },
      { number: 3, again: 1 },
      { number: 4, again: 1 },
    ])
    expect(await rowsOf(db, 'SELECT sequence, location FROM meetings')).toEqual([
      { sequence: 3, location: 'Room 2' },
    ])
  })

  it('moves its findings in time, and raises the calendar sequence', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    await source.read([sitting(10)])
    source.pass(hour)
    const startsAt = '2026-03-11T03:00:00.000Z'
    await source.read([sitting(10, { time: '20:00' as LocalTime, startsAt })])

    const at = Date.parse(startsAt)
    expect(await rowsOf(db, 'SELECT sort_at, sequence FROM meetings')).toEqual([
      { sort_at: at, sequence: 1 },
    ])
    expect(await rowsOf(db, 'SELECT sort_at FROM findings')).toEqual([{ sort_at: at }])
    expect(await rowsOf(db, 'SELECT sort_at FROM finding_tags')).toEqual([{ sort_at: at }])
  })

  it('leaves the sequence alone when only the agenda changes', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    await source.read([sitting(10)])
    source.pass(hour)
    await source.read([sitting(10, { agendaItems: [call] })])
    expect(await rowsOf(db, 'SELECT sequence, version FROM meetings')).toEqual([
      { sequence: 0, version: 2 },
    ])
  })

  it('records votes and what became of the item', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    await source.read([sitting(10)])
    source.pass(200 * hour)
    const votes = [
      { person: 'Ada Reyes', option: 'yes' as const, printed: 'Aye' },
      { person: 'Bo Lindqvist', option: 'no' as const, printed: 'Nay' },
    ]
    const decided: ScrapedAgendaItem = { ...readers, action: 'Adopted', result: 'Pass', votes }
    await source.read([sitting(10, { agendaItems: [call, decided] })])

    expect(await rowsOf(db, 'SELECT person, option FROM item_votes ORDER BY position')).toEqual([
      { person: 'Ada Reyes', option: 'yes' },
      { person: 'Bo Lindqvist', option: 'no' },
    ])
    expect(
      await rowsOf(db, 'SELECT agenda_item_id, action, result, yes, no FROM decisions'),
    ).toEqual([{ agenda_item_id: 2, action: 'Adopted', result: 'Pass', yes: 1, no: 1 }])
  })

  it('does not lose its agenda when the items could not be had this time', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    await source.read([sitting(10)])
    source.pass(hour)
    await source.read([sitting(10, { agendaItems: [], flags: ['items-not-read'] })])
    expect(await rowsOf(db, 'SELECT removed_at FROM agenda_items')).toEqual([
      { removed_at: null },
      { removed_at: null },
    ])
    expect(await countOf(db, 'meeting_versions')).toBe(1)
    expect(await countOf(db, 'findings')).toBe(1)
  })

  it('keeps what the page of an item said where it was not asked, and tells of what left it', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    const file = {
      kind: 'attachment' as const,
      title: 'Order form',
      url: 'https://a.example/1.pdf',
    }
    const bare = { ...readers, text: '', documents: [] }
    const told = {
      ...bare,
      text: 'It buys drones.',
      documents: [file],
      result: 'Motion Carries',
      votes: [{ person: 'Ada Reed', option: 'yes' as const, printed: 'Yea' }],
    }
    await source.read([sitting(10, { agendaItems: [call, told] })])
    const links = () =>
      rowsOf(db, 'SELECT gone_since IS NULL AS held FROM document_links WHERE agenda_item_id = 2')

    source.pass(hour)
    await source.read([sitting(10, { agendaItems: [call, bare], flags: ['item-pages-not-read'] })])
    expect(await links()).toEqual([{ held: 1 }])
    // The file and the vote that are carried make no other version.
    expect(await countOf(db, 'meeting_versions')).toBe(1)

    source.pass(hour)
    await source.read([sitting(10, { agendaItems: [call, bare] })])
    expect(await links()).toEqual([{ held: 0 }])
    expect(await countOf(db, 'meeting_versions')).toBe(2)
  })

  it('keeps what a matter said that is not asked for again once the meeting is over', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    const matter = {
      upstreamId: '900',
      fileNumber: '26-0114',
      name: null,
      title: 'Contract',
      type: 'Ordinance',
      status: 'Introduced',
      introducedOn: null,
      sponsors: ['Ada Reyes'],
      text: 'It buys drones.',
      sourceUrl: null,
      documents: [],
      history: [
        {
          meetingUpstreamId: null,
          date: null,
          body: 'Committee',
          action: 'Referred',
          result: null,
          text: null,
        },
      ],
    }
    const withMatter = { ...readers, text: 'It buys drones.', matter }
    await source.read([sitting(10, { agendaItems: [call, withMatter] })])
    source.pass(200 * hour)
    await source.read([
      sitting(10, { agendaItems: [call, { ...readers, action: 'Adopted', documents: [] }] }),
    ])

    expect(await rowsOf(db, 'SELECT kind FROM meeting_changes')).toEqual([
      { kind: 'action-recorded' },
    ])
    expect(await rowsOf(db, 'SELECT text FROM agenda_items WHERE id = 2')).toEqual([
      { text: 'It buys drones.' },
    ])
    expect(await rowsOf(db, 'SELECT status, sponsors FROM matters')).toEqual([
      { status: 'Introduced', sponsors: '["Ada Reyes"]' },
    ])
    expect(await countOf(db, 'matter_history')).toBe(1)
  })

  it('marks a file that nothing links to any more as gone, and keeps it', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    await source.read([sitting(10)])
    source.pass(hour)
    await source.read([sitting(10, { agendaItems: [call, { ...readers, documents: [] }] })])
    expect(await rowsOf(db, 'SELECT gone_since FROM documents')).toEqual([
      { gone_since: source.clock.now.getTime() },
    ])
  })
})

describe('a meeting that leaves the list', () => {
  it('is no longer listed after two believed reads, and is never called cancelled', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    const states: unknown[] = []
    const both = [sitting(10), sitting(17), sitting(24)]
    for (const found of [both, both.slice(1), both.slice(1), both.slice(1), both]) {
      await source.read(found)
      const [row] = await rowsOf(
        db,
        "SELECT status, absent_runs, no_longer_listed_since FROM meetings WHERE upstream_id = '1010'",
      )
      states.push(row)
      source.pass(hour)
    }
    const since = start.getTime() + hour
    expect(states).toEqual([
      { status: 'confirmed', absent_runs: 0, no_longer_listed_since: null },
      { status: 'confirmed', absent_runs: 1, no_longer_listed_since: null },
      { status: 'confirmed', absent_runs: 2, no_longer_listed_since: since },
      { status: 'confirmed', absent_runs: 2, no_longer_listed_since: since },
      { status: 'confirmed', absent_runs: 0, no_longer_listed_since: null },
    ])
    expect(await rowsOf(db, 'SELECT kind FROM meeting_changes ORDER BY id')).toEqual([
      { kind: 'no-longer-listed' },
      { kind: 'listed-again' },
    ])
  })

  it('is not missed by a read whose window does not cover it', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    await source.read([sitting(10), sitting(17)])
    const window = { from: '2026-03-01' as LocalDate, to: '2026-03-12' as LocalDate }
    for (const _ of [1, 2, 3]) {
      source.pass(hour)
      await source.read([sitting(10)], { window })
    }
    expect(await rowsOf(db, 'SELECT absent_runs FROM meetings ORDER BY id')).toEqual([
      { absent_runs: 0 },
      { absent_runs: 0 },
    ])
  })

  it('is not missed by a read that could not have every list page', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    await source.read([sitting(10), sitting(17)])
    for (const _ of [1, 2, 3]) {
      source.pass(hour)
      const partly = fakeScraper((context) => {
        context.report({
          url: 'https://riverton.example/calendar?page=2',
          code: 'fetch_status',
          message: 'The server answered 503',
        })
        return [sitting(10)]
      })
      expect(await source.read(partly)).toMatchObject({ outcome: 'ok' })
    }
    expect(await rowsOf(db, 'SELECT max(absent_runs) AS n FROM meetings')).toEqual([{ n: 0 }])
  })

  it('is forgotten by nobody when it is over', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    await source.read([sitting(10), sitting(17)])
    source.pass(240 * hour)
    await source.read([sitting(17)])
    source.pass(hour)
    await source.read([sitting(17)])
    expect(await rowsOf(db, 'SELECT no_longer_listed_since AS since FROM meetings')).toEqual([
      { since: null },
      { since: null },
    ])
  })
})

describe('a run that is not to be believed', () => {
  it('that finds nothing where there was something changes nothing and says so at once', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    await source.read([sitting(10), sitting(17)])
    source.pass(hour)
    const report = await source.read([])

    expect(report).toMatchObject({
      outcome: 'suspect',
      health: 'changed-shape',
      error: { code: 'portal_suspect' },
      signs: ['No meeting was found where 2 were listed before'],
    })
    expect(await rowsOf(db, 'SELECT absent_runs FROM meetings')).toEqual([
      { absent_runs: 0 },
      { absent_runs: 0 },
    ])
    expect(await rowsOf(db, 'SELECT health, health_code FROM sources')).toEqual([
      { health: 'changed-shape', health_code: 'portal_suspect' },
    ])
    expect(await rowsOf(db, 'SELECT health FROM source_health_events ORDER BY id')).toEqual([
      { health: 'new' },
      { health: 'ok' },
      { health: 'changed-shape' },
    ])
  })

  it('keeps its additions as unconfirmed until a believed one lists them', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    const days = [10, 11, 12, 13, 14, 15]
    await source.read(days.map((day) => sitting(day)))
    source.pass(hour)
    const bare = { time: null, startsAt: null, location: null, agendaItems: [] } as const
    const report = await source.read([...days.map((day) => sitting(day, bare)), sitting(20)])

    expect(report).toMatchObject({ outcome: 'suspect', meetingsCreated: 1, meetingsChanged: 0 })
    expect(await rowsOf(db, 'SELECT upstream_id FROM meetings WHERE is_unconfirmed = 1')).toEqual([
      { upstream_id: '1020' },
    ])
    expect(await rowsOf(db, 'SELECT count(*) AS n FROM meetings WHERE time IS NULL')).toEqual([
      { n: 0 },
    ])

    source.pass(hour)
    await source.read([...days, 20].map((day) => sitting(day)))
    expect(await rowsOf(db, 'SELECT sum(is_unconfirmed) AS n FROM meetings')).toEqual([{ n: 0 }])
  })

  it('that fails half way changes nothing of earlier meetings, and waits longer each time', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    await source.read([sitting(10), sitting(17)])
    const waits: number[] = []
    for (const _ of [1, 2, 3]) {
      source.pass(hour)
      const report = await source.read([
        sitting(10, { status: 'cancelled' }),
        new PageShapeError('a list of meetings', 'https://riverton.example/calendar'),
      ])
      expect(report).toMatchObject({
        outcome: 'failed',
        health: 'changed-shape',
        error: { code: 'page_shape' },
      })
      waits.push(report.nextRunAt.getTime() - source.clock.now.getTime())
    }
    expect(waits).toEqual([hour, 2 * hour, 4 * hour])
    expect(await rowsOf(db, 'SELECT DISTINCT status FROM meetings')).toEqual([
      { status: 'confirmed' },
    ])
  })

  it('that cannot reach the portal is told and waits longer, whatever the system calls it', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    const refused = (code: string) => {
      const cause = Object.assign(new Error(`connect ${code} 192.0.2.1:443`), { code })
      return new FetchError('fetch_robots', 'robots.txt of riverton.example could not be had', {
        cause: new FetchError('fetch_refused', 'No connection to riverton.example', { cause }),
      })
    }
    const waits: number[] = []
    for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'EPIPE']) {
      const report = await source.read([refused(code)])
      expect(report).toMatchObject({ outcome: 'failed', error: { code: 'fetch_robots' } })
      waits.push(report.nextRunAt.getTime() - source.clock.now.getTime())
      source.pass(hour)
    }
    expect(waits).toEqual([hour, 2 * hour, 4 * hour])
  })

  it('that could have no page at all is a failure with the reason, though nothing was thrown', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    const refused = fakeScraper((context) => {
      context.report({
        url: 'https://riverton.example/calendar',
        code: 'fetch_status',
        message: 'The server answered 403 at https://riverton.example/calendar',
      })
      return []
    })
    expect(await source.read(refused)).toMatchObject({
      outcome: 'failed',
      health: 'blocked',
      error: { code: 'fetch_status' },
    })
  })

  it('says quiet of a council that has nothing to come', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    expect(await source.read([sitting(2)])).toMatchObject({ outcome: 'ok', health: 'quiet' })
  })
})

describe('a run that could not keep a page', () => {
  /** Takes every error for the portal's trouble, and goes on with less. */
  const asks: Scraper = {
    ...fakeScraper(() => []),
    async *meetings(_target, { fetcher, report }) {
      yield sitting(10)
      const { sourceUrl } = sitting(17)
      const page = await fetcher.get(sourceUrl).catch((error: unknown) => {
        report(toProblem(error, sourceUrl))
      })
      yield sitting(17, page ? {} : { agendaItems: [call], flags: ['items-not-read'] })
    },
  }
  const failing = (error: Error): Fetcher => ({
    get: () => Promise.reject(error),
    post: () => Promise.reject(error),
  })

  it('for want of room stores no meeting that lacks it', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    const full = new DiskFullError()
    await expect(source.read(asks, { fetcher: failing(full) })).rejects.toBe(full)
    expect(await rowsOf(db, 'SELECT date FROM meetings')).toEqual([{ date: '2026-03-10' }])

    source.pass(hour)
    const isGone = failing(new FetchError('fetch_status', 'Nothing there'))
    const report = await source.read(asks, { fetcher: isGone })
    expect(report.problems).toMatchObject([{ code: 'fetch_status' }])
    expect(await countOf(db, 'meetings')).toBe(2)
  })

  it('in its bucket fails by that name, and keeps what came before', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    const isDown = failing(new ArchiveUnavailableError('ECONNREFUSED', false))
    const report = await source.read(asks, { fetcher: isDown })
    expect(report).toMatchObject({ outcome: 'failed', error: { code: 'archive_unavailable' } })
    expect(await rowsOf(db, 'SELECT date FROM meetings')).toEqual([{ date: '2026-03-10' }])
  })
})

describe('input that is out of bounds', () => {
  it('is cut, cleaned or named, and the rest is stored', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    const report = await source.read([
      sitting(10, {
        agendaItems: [
          item({ title: 'x'.repeat(10_000_000) }),
          item({ title: '   ' }),
          item({
            title: '<script>alert(1)</script> licence plate readers \0 \ud800',
            documents: [
              { kind: 'attachment', title: 'Bad', url: 'javascript:alert(1)' },
              { kind: 'attachment', title: '', url: 'https://riverton.example/ok.pdf' },
            ],
          }),
        ],
      }),
      sitting(10, { location: 'Elsewhere' }),
      sitting(11, { date: '2026-02-30' as LocalDate }),
    ])

    expect(report.problems.map(({ code }) => code)).toEqual(['duplicate_id', 'date_unknown'])
    const rows = await rowsOf(db, 'SELECT title FROM agenda_items ORDER BY position')
    expect(String(rows[0]?.title)).toHaveLength(4_000)
    expect(String(rows[0]?.title)).toMatch(/\[cut here: 10000000 characters on the portal\]$/)
    expect(rows[1]?.title).toBe('(no title printed)')
    expect(rows[2]?.title).toBe('<script>alert(1)</script> licence plate readers  \ufffd')
    expect(await rowsOf(db, 'SELECT title, url FROM documents')).toEqual([
      { title: 'attachment', url: 'https://riverton.example/ok.pdf' },
    ])
    expect(await rowsOf(db, 'SELECT location FROM meetings')).toEqual([
      { location: 'Council Chambers' },
    ])
    expect(await countOf(db, 'findings')).toBe(1)
  })

  it('keeps a time in the gap of the clocks as printed, with its flag', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    await source.read([
      sitting(8, {
        time: '02:30' as LocalTime,
        startsAt: '2026-03-08T10:30:00.000Z',
        flags: ['time-gap'],
      }),
    ])
    expect(await rowsOf(db, 'SELECT time, flags FROM meetings')).toEqual([
      { time: '02:30', flags: '["time-gap"]' },
    ])
  })

  it('sorts a meeting without a time at the end of its day', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    await source.read([sitting(10, { time: null, startsAt: null })])
    expect(await rowsOf(db, 'SELECT sort_at FROM meetings')).toEqual([
      { sort_at: Date.parse('2026-03-11T07:00:00Z') },
    ])
  })
})

describe('old meetings', () => {
  const listed = (day: number) => sitting(day, { listFingerprint: `list-${day}` })

  it('are settled once they are two weeks past and listed as they were', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    await source.read([listed(10), listed(20)])
    source.clock.now = new Date('2026-03-28T12:00:00Z')
    const answers: boolean[] = []
    await source.read(
      fakeScraper((context) => {
        answers.push(context.isSettled('1010', 'list-10'))
        answers.push(context.isSettled('1010', 'other'))
        answers.push(context.isSettled('1020', 'list-20'))
        answers.push(context.isSettled('unknown', 'list-10'))
        return [{ upstreamId: '1010', isSeenOnly: true }, listed(20)]
      }),
    )
    expect(answers).toEqual([true, false, false, false])
    expect(
      await rowsOf(db, 'SELECT count(*) AS n FROM meetings WHERE last_seen_at > read_at'),
    ).toEqual([{ n: 2 }])
  })

  it('are read again three a week, and all of them by a new adapter', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    const days = [2, 3, 4, 5, 6, 7, 8, 9]
    await source.read(days.map(listed))
    source.clock.now = new Date('2026-04-05T12:00:00Z')
    const settled = (version: number) => {
      const answers: boolean[] = []
      const scraper = fakeScraper((context) => {
        for (const day of days) answers.push(context.isSettled(`10${day}`, `list-${day}`))
        return days.map((day) => sitting(day, { listFingerprint: `list-${day}`, comment: 'Read' }))
      }, version)
      return source.read(scraper).then(() => answers.filter(Boolean).length)
    }
    expect(await settled(1)).toBe(5)
    source.pass(hour)
    expect(await settled(1)).toBe(8)
    source.pass(hour)
    expect(await settled(2)).toBe(0)
  })
})

describe('detection', () => {
  it('is made again for items of an older detector, keeping what a reviewer said', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    await source.read([sitting(10), sitting(11, { agendaItems: [item({ title: 'Two drones' })] })])
    await db.write((tx) =>
      tx.run("UPDATE findings SET review = 'rejected' WHERE agenda_item_id = 2"),
    )

    const blind = { ...wordDetector, version: 'words-2', detect: onlyDrones }
    const deps = { db, detector: blind, now: () => source.clock.now }
    expect(await redetectItems(deps)).toBe(3)
    expect(await redetectItems(deps)).toBe(0)
    expect(
      await rowsOf(
        db,
        'SELECT quote, review, detector_version FROM findings ORDER BY agenda_item_id',
      ),
    ).toEqual([
      { quote: 'licence plate readers', review: 'rejected', detector_version: 'words-1' },
      { quote: 'drones', review: 'pending', detector_version: 'words-2' },
    ])
  })

  it('that breaks on an item breaks nothing else', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    const detector = {
      version: 'words-1',
      detect: (input: Parameters<typeof wordDetector.detect>[0]) => {
        if (input.title === call.title) throw new Error('broken on this')
        return wordDetector.detect(input)
      },
    }
    const report = await source.read([sitting(10)], { detector })
    expect(report).toMatchObject({ outcome: 'ok', findings: 1 })
    expect(report.problems).toHaveLength(1)
  })
})

function onlyDrones(input: Parameters<typeof wordDetector.detect>[0]) {
  return wordDetector.detect({ title: input.title.replace(/licence plate readers/g, 'signs') })
}

describe('leases', () => {
  it('a run whose lease has gone to another stores nothing more', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    const stolen = fakeScraper(function* () {
      yield sitting(10)
      yield* steal()
      yield sitting(17)
    })
    const theft: Promise<unknown>[] = []
    function* steal() {
      theft.push(db.write((tx) => tx.run("UPDATE sources SET claim_token = 'other'")))
    }
    const report = await source.read(stolen)
    await Promise.all(theft)
    expect(report).toMatchObject({ outcome: 'interrupted', error: { code: 'claim_lost' } })
    expect(await countOf(db, 'meetings')).toBe(1)
    expect(await rowsOf(db, 'SELECT claim_token FROM sources')).toEqual([{ claim_token: 'other' }])
  })

  it('a run that is told to stop gives its source back, due at once', async () => {
    const { db } = await testDb()
    const source = await watch(db, start)
    const stopping = new AbortController()
    const report = await source.read(
      fakeScraper(function* () {
        yield sitting(10)
        stopping.abort()
        yield sitting(17)
        yield sitting(24)
      }),
      { signal: stopping.signal },
    )
    expect(report).toMatchObject({ outcome: 'interrupted', meetingsSeen: 2 })
    expect(await rowsOf(db, 'SELECT claim_token, next_run_at, health FROM sources')).toEqual([
      { claim_token: null, next_run_at: source.clock.now.getTime(), health: 'new' },
    ])
  })
})
