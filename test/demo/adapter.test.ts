import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { legistar } from '../../scrapers/legistar/index.ts'
import type { DemoItem, DemoMeeting } from '../../src/demo/truth.ts'
import { archiveNothing, rememberNothing } from '../../src/http/keep-nothing.ts'
import type { Problem } from '../../src/model/errors.ts'
import type { LocalDate } from '../../src/model/ids.ts'
import type { ScrapedAgendaItem, ScrapedMeeting } from '../../src/model/meeting.ts'
import { createTestHttp } from '../support/fetching.ts'
import { readText } from '../support/read-text.ts'
import { openStage, type Stage, tuesday } from './stage.ts'

const from = '2026-03-15' as LocalDate
const to = '2026-07-15' as LocalDate

let stage: Stage
const { http } = createTestHttp({ now: () => tuesday })
beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => {
  await stage.close()
  await http.close()
})

interface Read {
  readonly meetings: readonly ScrapedMeeting[]
  readonly problems: readonly Problem[]
}

/** What the real adapter and the real client make of a replica. */
async function read(client: string): Promise<Read> {
  const { portalUrl, options, jurisdiction } = stage.council(client)
  const problems: Problem[] = []
  const meetings: ScrapedMeeting[] = []
  const fetcher = http.fetcherFor({ memory: rememberNothing, archive: archiveNothing })
  const run = legistar.meetings(
    { portalUrl, options, timeZone: jurisdiction.timeZone },
    {
      fetcher,
      window: { from, to },
      now: tuesday,
      report: (problem) => problems.push(problem),
      parsed: async (page, parse) => parse(page),
      readText,
      isSettled: () => false,
    },
  )
  for await (const meeting of run) if ('body' in meeting) meetings.push(meeting)
  return { meetings, problems }
}

/** Truth inside the window, by the id under which the adapter should know it. */
function truthOf(client: string, isApi: boolean): Map<string, DemoMeeting> {
  return new Map(
    stage
      .council(client)
      .meetings()
      .filter(({ date }) => date >= from && date <= to)
      .map((meeting) => [isApi ? String(meeting.id) : meeting.guid.toLowerCase(), meeting]),
  )
}

/**
 * The truth about what was read. A row without any link carries no id, so the adapter makes one:
 * such a row is known by its body and day.
 */
function findTruth(client: string, isApi: boolean, read: ScrapedMeeting): DemoMeeting | undefined {
  const truth = truthOf(client, isApi)
  if (!read.upstreamId.startsWith('row-')) return truth.get(read.upstreamId)
  return [...truth.values()].find(
    ({ body, date, isPublished }) => !isPublished && body === read.body && date === read.date,
  )
}

const flat = (text: string | null) => (text === null ? null : text.replace(/[\s,]+/g, ' ').trim())

const headOf = (meeting: ScrapedMeeting) => ({
  body: meeting.body,
  date: meeting.date,
  time: meeting.time,
  status: meeting.status,
  location: flat(meeting.location),
})

const truthHead = (meeting: DemoMeeting) => ({
  body: meeting.body,
  date: meeting.date,
  time: meeting.time,
  status: meeting.status,
  location: flat(meeting.locationPrinted),
})

const itemOf = (item: ScrapedAgendaItem) => ({
  number: item.number,
  title: item.title,
  fileNumber: item.fileNumber,
  consent: item.consent ?? false,
  section: item.section,
  action: item.action,
  result: item.result,
  mover: item.mover,
  seconder: item.seconder,
  votes: item.votes,
})

const truthItem = (item: DemoItem) => ({
  number: item.number,
  title: item.title,
  fileNumber: item.matter?.file ?? null,
  consent: item.consent,
  section: item.section,
  action: item.action,
  result: item.result,
  mover: item.mover,
  seconder: item.seconder,
  votes: item.votes.map(({ person, option, printed }) => ({ person, option, printed })),
})

/** Whether the portal lets a reader see the agenda of this meeting. */
const isReadable = (meeting: DemoMeeting, isApi: boolean) =>
  meeting.isPublished && !(isApi && meeting.agendaStatus === 'Draft')

const portals: readonly (readonly [client: string, isApi: boolean])[] = [
  ['alderbay', true],
  ['tamarackfalls', true],
  ['mesaserena', true],
  ['harlanridge', true],
  ['quillencounty', true],
  ['saltgrass', true],
  ['islamarlow', true],
  ['wexley', true],
  ['portellery', false],
  ['callowaysprings', false],
  ['kestrelcove', false],
  ['larkmoor', false],
]

describe.each(portals)('the Legistar adapter on %s', (client, isApi) => {
  let found: Read
  beforeAll(async () => {
    found = await read(client)
  })

  it('reads every meeting of the window once, and nothing goes wrong', () => {
    expect(found.problems).toEqual([])
    const keys = found.meetings.map((meeting) => findTruth(client, isApi, meeting)?.key)
    const expected = [...truthOf(client, isApi).values()].map(({ key }) => key)
    expect(keys.toSorted()).toEqual(expected.toSorted())
  })

  it('agrees about body, day, time, place and state of each', () => {
    for (const meeting of found.meetings) {
      const listed = findTruth(client, isApi, meeting)
      expect(headOf(meeting)).toEqual(listed && truthHead(listed))
      if (listed?.statusText) expect(meeting.statusText).toContain(listed.statusText)
    }
  })

  it('agrees about every item, its section, outcome and votes', () => {
    for (const meeting of found.meetings) {
      const listed = findTruth(client, isApi, meeting)
      if (!listed || !isReadable(listed, isApi)) {
        expect(meeting.agendaItems).toEqual([])
        continue
      }
      const business = meeting.agendaItems.filter(({ fileNumber }) => fileNumber !== null)
      const expected = listed.items.filter(({ matter }) => matter !== null)
      expect(business.map(itemOf)).toEqual(expected.map(truthItem))
      const words = listed.items.map(({ title }) => title).filter((title) => title !== '')
      expect(meeting.agendaItems.map(({ title }) => title)).toEqual(words)
      expect(meeting.agendaItems.map(({ position }) => position)).toEqual(words.map((_, at) => at))
    }
  })

  it('finds the files of every item still to be decided, and they can be had', async () => {
    const fetcher = http.fetcherFor({ memory: rememberNothing, archive: archiveNothing })
    for (const meeting of found.meetings) {
      const listed = findTruth(client, isApi, meeting)
      if (!listed || listed.date < '2026-05-13' || !isReadable(listed, isApi)) continue
      const names = (items: readonly DemoItem[]) =>
        items.flatMap(({ matter }) => matter?.attachments.map(({ name }) => name) ?? [])
      const documents = meeting.agendaItems.flatMap((item) => item.documents)
      expect(documents.map(({ title }) => title)).toEqual(names(listed.items))
      for (const { url } of [...documents, ...meeting.documents]) {
        const page = await fetcher.get(url)
        expect(page.contentType).toMatch(/^application\/pdf|^text\/html/)
        expect(page.bytes.length).toBeGreaterThan(200)
      }
    }
  })

  it('gives official addresses that lead to the page of the item or meeting', async () => {
    const fetcher = http.fetcherFor({ memory: rememberNothing, archive: archiveNothing })
    const next = found.meetings.find(
      ({ agendaItems, date }) => agendaItems.length > 0 && date >= '2026-05-12',
    )
    const item = next?.agendaItems.find(({ sourceUrl }) => sourceUrl !== null)
    const itemPage = await fetcher.get(item?.sourceUrl ?? '')
    expect(itemPage.text()).toContain(item?.fileNumber)
    const meetingPage = await fetcher.get(next?.sourceUrl ?? '')
    expect(meetingPage.text()).toContain(item?.fileNumber)
  })
})

describe('the Legistar adapter on portals in trouble', () => {
  it('cannot reach a portal that is down, and says so', async () => {
    await expect(read('brackenhollow')).rejects.toMatchObject({ retry: 'later' })
  })

  it('stays away where robots.txt asks for it', async () => {
    const refused = await read('corvinheights').catch((error: unknown) => ({
      meetings: [],
      problems: [error as Problem],
    }))
    expect(refused.meetings).toEqual([])
    expect(refused.problems.map(({ code }) => code)).toContain('fetch_robots')
  })

  it('names the trouble when a portal answers with an error page, and invents no meeting', async () => {
    const other = await openStage()
    other.advance('source-breaks')
    const whole = stage
    stage = other
    const broken = await read('islamarlow')
    stage = whole
    await other.close()
    expect(broken.meetings).toEqual([])
    expect(broken.problems.map(({ code }) => code)).toContain('portal_error_page')
  })
})
