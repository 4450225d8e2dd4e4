import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRows } from '../../../scrapers/json.ts'
import { findLegistarAddress } from '../../../scrapers/legistar/address.ts'
import { legistar } from '../../../scrapers/legistar/index.ts'
import { findGrid } from '../../../scrapers/legistar/insite-page.ts'
import { splitPage } from '../../../scrapers/legistar/insite-parts.ts'
import { parseVotesPage } from '../../../scrapers/legistar/parse-api-votes.ts'
import { parseCalendar } from '../../../scrapers/legistar/parse-calendar.ts'
import { parseLegislationDetail } from '../../../scrapers/legistar/parse-legislation-detail.ts'
import { parseMeetingDetail } from '../../../scrapers/legistar/parse-meeting-detail.ts'
import { parseSearch } from '../../../scrapers/legistar/parse-search.ts'
import { createReplayFetcher } from '../../../src/http/replay.ts'
import type { TimeZone } from '../../../src/model/ids.ts'
import type { ScrapedMeeting } from '../../../src/model/meeting.ts'
import { toLocal } from '../../../src/model/time.ts'
import type { PageKind, ParsedPage } from '../../../src/scraping/contract.ts'
import { remembering } from '../ledger.ts'
import { makePage, readAll } from '../pages.ts'

interface Fact {
  readonly [name: string]: unknown
}
interface Entry {
  readonly file: string
  readonly kind: string
  readonly url: string | null
  readonly method: string
  readonly expect?: Fact
}

const root = resolve('../shared/captures')
const folders = ['legistar-api', 'legistar-insite'].filter((name) => existsSync(join(root, name)))
const entries = folders.flatMap((folder) =>
  (JSON.parse(readFileSync(join(root, folder, 'manifest.json'), 'utf8')) as Entry[]).map(
    (entry) => {
      const name = `${folder}/${entry.file}`
      const expected = entry.expect && { expect: remembering(name, entry.expect) }
      return { folder: join(root, folder), entry: { ...entry, ...expected }, name }
    },
  ),
)
const withFacts = entries.filter(({ entry }) => entry.expect)

const pageOf = ({ folder, entry }: { folder: string; entry: Entry }) =>
  makePage(
    entry.url ?? 'https://webapi.legistar.com/v1/somewhere/matters/7/histories',
    readFileSync(join(folder, entry.file), 'utf8'),
  )

const zoneOf = (facts: Fact) => (facts.timezone ?? 'America/Los_Angeles') as TimeZone

/** What a manifest says of one meeting, against ours: every field it names. */
function checkMeeting(ours: ScrapedMeeting | undefined, facts: Fact, zone: TimeZone): void {
  expect(ours).toBeDefined()
  if (!ours) return
  const squeezed = (text: unknown) =>
    String(text ?? '')
      .replace(/\s+/g, ' ')
      .trim()
  const told: Record<string, unknown> = {}
  const made: Record<string, unknown> = {}
  const add = (name: string, value: unknown) => {
    if (!(name in facts)) return
    told[name] = typeof facts[name] === 'string' ? squeezed(facts[name]) : facts[name]
    made[name] = typeof value === 'string' ? squeezed(value) : value
  }
  add('eventId', Number(ours.upstreamId))
  add('body', ours.body)
  const hasClock = String(facts.startLocal ?? '').includes('T')
  add('startLocal', hasClock ? `${ours.date}T${ours.time}` : ours.date)
  add('location', ours.location ?? '')
  add('comment', ours.comment ?? '')
  add('agendaStatus', ours.agendaStatus)
  add('inSiteUrl', ours.sourceUrl)
  const agenda = ours.documents.find(({ kind }) => kind === 'agenda')
  add('agendaFile', agenda?.url ?? null)
  add('agendaHref', agenda?.url)
  add('detailHref', ours.sourceUrl)
  for (const name of ['agendaHref', 'detailHref']) {
    const href = facts[name]
    if (typeof href === 'string') told[name] = new URL(href, ours.sourceUrl).href
  }
  expect(made).toEqual(told)
  if (hasClock && ours.startsAt) {
    const local = toLocal(new Date(ours.startsAt), zone)
    expect(`${local.date}T${local.time}`).toBe(facts.startLocal)
  }
  if ('rawTime' in facts && !hasClock) {
    expect(ours.time).toBeNull()
    expect(ours.flags).toContain('time-unknown')
    if (ours.status === 'cancelled') expect(ours.statusText).toBe(facts.rawTime)
  }
}

/** Facts about a list of meetings, in the order of the page. */
function checkList(meetings: readonly ScrapedMeeting[], facts: Fact): void {
  const count = (isOne: (meeting: ScrapedMeeting) => boolean) => meetings.filter(isOne).length
  const has = (kind: string) => (meeting: ScrapedMeeting) =>
    meeting.documents.some((document) => document.kind === kind)
  const statuses: Record<string, number> = {}
  for (const { agendaStatus } of meetings) {
    statuses[agendaStatus ?? ''] = (statuses[agendaStatus ?? ''] ?? 0) + 1
  }
  const dates = meetings.map(({ date }) => date).sort()
  const made: Fact = {
    events: meetings.length,
    meetings: meetings.length,
    withAgenda: count(has('agenda')),
    withAgendaFile: count(has('agenda')),
    withMinutes: count(has('minutes')),
    withDetailLink: count(({ sourceUrl }) => /MeetingDetail\.aspx/.test(sourceUrl)),
    cancelledLike: count(({ status }) => status === 'cancelled'),
    rowsWithoutClockTime: count(({ time }) => time === null),
    distinctBodies: new Set(meetings.map(({ body }) => body)).size,
    agendaStatusCounts: statuses,
    dateRange: [dates[0], dates.at(-1)],
    body: meetings[0]?.body,
  }
  const told = Object.fromEntries(Object.entries(facts).filter(([name]) => name in made))
  expect(Object.fromEntries(Object.keys(told).map((name) => [name, made[name]]))).toEqual(told)
  expect(new Set(meetings.map(({ upstreamId }) => upstreamId)).size).toBe(meetings.length)

  const zone = zoneOf(facts)
  if (facts.first) checkMeeting(meetings[0], facts.first as Fact, zone)
  if (facts.last) checkMeeting(meetings.at(-1), facts.last as Fact, zone)
  if (facts.cancelledExample) {
    const example = facts.cancelledExample as Fact
    const day = String(example.startLocal).slice(0, 10)
    const ours = meetings.find(
      (meeting) =>
        meeting.date === day && meeting.body === example.body && meeting.status === 'cancelled',
    )
    checkMeeting(ours, example, zone)
  }
}

function checkItems(parsed: ParsedPage, facts: Fact): void {
  const items = parsed.agendaItems ?? []
  const count = (isOne: (item: (typeof items)[number]) => boolean) => items.filter(isOne).length
  const results: Record<string, number> = {}
  for (const { result } of items) results[result ?? ''] = (results[result ?? ''] ?? 0) + 1
  const made: Fact = {
    items: items.length,
    withMatter: count(({ matterUpstreamId }) => matterUpstreamId !== null),
    passed: count(({ result }) => result === 'Pass'),
    nullAgendaNumber: count(({ number }) => number === null),
    attachmentsNested: items.flatMap(({ documents }) => documents).length,
    embeddedAttachments:
      'attachmentsNested' in facts ? 0 : items.flatMap((i) => i.documents).length,
    votesNested: items.flatMap(({ votes }) => votes).length,
    itemsWithFileNumber: count(({ fileNumber }) => fileNumber !== null),
    results,
  }
  const told = Object.fromEntries(Object.entries(facts).filter(([name]) => name in made))
  expect(Object.fromEntries(Object.keys(told).map((name) => [name, made[name]]))).toEqual(told)
  expect(items.map(({ position }) => position)).toEqual(items.map((_, at) => at))

  const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()
  for (const [at, title] of ((facts.firstTitles ?? []) as string[]).entries()) {
    expect(items[at]?.title.startsWith(squeezed(title)), title).toBe(true)
  }
  if (facts.lastTitle) expect(items.at(-1)?.title).toContain(squeezed(String(facts.lastTitle)))
  for (const told of (facts.itemsWithVotes ?? []) as Fact[]) {
    const item = items.find(({ number }) => number === told.agendaNo)
    expect(item?.votes.length).toBe(told.votes)
    expect(item?.votes.filter(({ option }) => option === 'yes').length).toBe(told.yes)
    expect(item?.result ?? null).toBe(told.passedFlagName)
    expect(item?.action ?? null).toBe(told.actionName)
  }
  for (const [at, told] of ((facts.rows ?? []) as Fact[]).entries()) {
    const item = items[at]
    expect(item?.fileNumber).toBe(told.file)
    expect(item?.number ?? '').toBe(told.agendaNo)
    expect(item?.title.startsWith(String(told.title)), String(told.title)).toBe(true)
    expect(item?.action ?? '').toBe(told.action)
    expect(item?.result ?? '').toBe(told.result)
  }
  if (facts.event) checkMeeting(parsed.meetings?.[0], facts.event as Fact, zoneOf(facts))
  if ('eventItemId' in facts) {
    expect(items[0]).toMatchObject({
      upstreamId: String(facts.eventItemId),
      number: facts.agendaNumber,
      title: facts.title,
      matterUpstreamId: facts.matterId,
    })
  }
}

function checkMatter(parsed: ParsedPage, facts: Fact): void {
  const [first] = parsed.matters ?? []
  const history = first?.history ?? []
  if ('nullEventIds' in facts) {
    expect(history.length).toBe(facts.rows)
    expect(history.filter((step) => step.meetingUpstreamId === null).length).toBe(
      facts.nullEventIds,
    )
  } else if ('historyRows' in facts) {
    const [month, day, year] = String(facts.introduced).split('/')
    expect(first).toMatchObject({
      fileNumber: facts.file,
      name: facts.name,
      type: facts.type,
      status: facts.status,
      introducedOn: `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`,
    })
    expect(first?.title.startsWith(String(facts.title))).toBe(true)
    expect(first?.sponsors.length).toBe(facts.sponsors)
    expect(first?.documents.length).toBe(facts.attachments)
    expect(history.length).toBe(facts.historyRows)
  } else if ('matters' in facts) {
    const told = facts.first as Fact
    expect(parsed.matters?.length).toBe(facts.matters)
    expect(first).toMatchObject({
      upstreamId: String(told.matterId),
      fileNumber: told.file,
      type: told.type,
      status: told.status,
    })
    expect(first?.title.startsWith(String(told.title))).toBe(true)
  } else if (Array.isArray(facts.first)) {
    const [file, , type, status, , , title] = facts.first as string[]
    expect(parsed.matters?.length).toBe(facts.rows)
    expect(first).toMatchObject({ fileNumber: file, type, status })
    expect(first?.title.startsWith(String(title))).toBe(true)
  } else {
    expect(history.length).toBe(facts.rows)
  }
}

describe.skipIf(folders.length < 2)('what the manifests say of each capture', () => {
  it.each(withFacts.map((each) => [each.name, each] as const))('%s, parsed', (_, each) => {
    const { kind } = each.entry
    const facts = each.entry.expect ?? {}
    const page = pageOf(each)
    if (kind === 'error') {
      const codes = () => legistar.parsePage('calendar', page, null)
      expect(codes).toThrow(expect.objectContaining({ code: 'portal_error_page' }))
      if (facts.meaning) {
        const meaning = String(facts.meaning).includes('tenant') ? 'no such tenant' : facts.meaning
        expect(codes).toThrow(String(meaning))
      }
      return
    }
    if (kind === 'other') {
      const isVotes = each.entry.file.includes('votes')
      expect(isVotes ? parseVotesPage(page).length : readRows(page, 'BodyId').length).toBe(
        facts.rows,
      )
      return
    }
    const parsed = legistar.parsePage(kind as PageKind, page, zoneOf(facts))
    if (kind === 'calendar') checkList(parsed.meetings ?? [], facts)
    if (kind === 'meeting') checkMeeting(parsed.meetings?.[0], facts, zoneOf(facts))
    if (kind === 'items') checkItems(parsed, facts)
    if (kind === 'matter') checkMatter(parsed, facts)
    if (kind === 'attachments') {
      expect(parsed.documents?.length).toBe(facts.attachments)
      const { name, url } = facts.first as Fact
      expect(parsed.documents?.[0]).toMatchObject({ title: name, url })
    }
  })

  const replayable = withFacts.filter(
    ({ entry }) =>
      entry.url !== null &&
      entry.method === 'GET' &&
      ['calendar', 'meeting', 'items', 'error'].includes(entry.kind) &&
      findLegistarAddress(new URL(entry.url)) !== undefined,
  )

  it.each(replayable.map((each) => [each.name, each] as const))('%s, scraped', async (_, each) => {
    const { entry, folder } = each
    const facts = entry.expect ?? {}
    const address = entry.url ?? ''
    const zone = zoneOf(facts)
    const now = new Date('2026-11-22T12:00:00Z')
    const fetcher = await createReplayFetcher(folder, { now: () => now, prefer: [entry.file] })
    const recognised = legistar.recognise(new URL(address))
    expect(recognised).toBeDefined()
    if (!recognised) return
    const { portalUrl, options } = recognised
    const target = { portalUrl, address, timeZone: zone, options }
    const { meetings, problems } = await readAll(legistar, target, { fetcher, now })

    if (entry.kind === 'error') {
      expect(meetings).toEqual([])
      expect(problems.map(({ code }) => code)).toContain('portal_error_page')
    }
    if (entry.kind === 'calendar') checkList(meetings, facts)
    if (entry.kind === 'meeting') checkMeeting(meetings[0], facts, zone)
    if (entry.kind === 'items' && meetings[0]) {
      checkItems({ meetings, agendaItems: meetings[0].agendaItems, problems: [] }, facts)
    }
    // What the folder does not hold is told, address by address, and nothing else is wrong.
    const codes = new Set(problems.map(({ code }) => code))
    const known = [
      'replay_missing',
      'portal_error_page',
      'portal_paging',
      'portal_period',
      'portal_suspect',
    ]
    expect([...codes].filter((code) => !known.includes(code))).toEqual([])
    if (facts.pager) expect(codes).toContain('portal_paging')
  })

  const headings = withFacts.filter(({ entry }) => Array.isArray(entry.expect?.columns))

  it.each(headings.map((each) => [each.name, each] as const))(
    '%s, columns and pager',
    (_, each) => {
      const facts = each.entry.expect ?? {}
      const parts = splitPage(pageOf(each), ['gridCalendar', 'gridMain'])
      const grid = findGrid(parts, 'gridCalendar') ?? findGrid(parts, 'gridMain')
      const words = grid?.headings.filter((heading) => heading !== '') ?? []
      // Headings that are buttons count as blank in the manifests, and as their words here.
      expect(words.filter((word) => (facts.columns as string[]).includes(word))).toEqual(
        facts.columns,
      )
      if (typeof facts.pager === 'string') {
        const [page, pages, , , items] = (facts.pager.match(/\d+/g) ?? []).map(Number)
        expect(grid?.pager).toMatchObject({ page, pages, items })
      }
    },
  )
})

describe.skipIf(folders.length < 2)('the two readers of HTML', () => {
  const pages = entries.filter(({ entry }) => /\.(?:html?|xls)$/.test(entry.file))

  it.each(pages.map((each) => [each.name, each] as const))('agree on %s', (_, each) => {
    const page = pageOf(each)
    const both = (read: (reader: 'fast' | 'browser') => unknown) => {
      expect(read('fast')).toEqual(read('browser'))
    }
    const { kind, file } = each.entry
    if (kind === 'calendar') both((reader) => parseCalendar(page, reader))
    if (kind === 'items') both((reader) => parseMeetingDetail(page, reader))
    if (kind !== 'matter') return
    if (file.includes('detail')) both((reader) => parseLegislationDetail(page, reader))
    else both((reader) => parseSearch(page, reader))
  })
})
