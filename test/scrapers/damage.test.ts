import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scrapers } from '../../scrapers/index.ts'
import { recogniseAddress } from '../../scrapers/platforms.ts'
import { AppError } from '../../src/model/errors.ts'
import type { LocalDate } from '../../src/model/ids.ts'
import type { PageKind, Scraper } from '../../src/scraping/contract.ts'
import { expectHonest, expectRefusal, readHonestly } from './damage.ts'
import { capturesRoot, type Entry, entriesOf, hasCaptures, isOnPage, pageOf } from './manifest.ts'
import { makePage } from './pages.ts'

const hasAny = hasCaptures('generic')

/** Large pages tell no more than small ones and take long to harm a hundred times. */
const mostBytes = 150_000

interface Sample {
  readonly platform: string
  readonly kind: PageKind
  readonly scraper: Scraper
  readonly url: string
  readonly text: string
}

/** The smallest recorded list, and the smallest recorded agenda, of each platform. */
function collectSamples(): Sample[] {
  const samples = new Map<string, Sample>()
  for (const folder of hasAny ? readdirSync(capturesRoot) : []) {
    if (folder === 'documents') continue
    for (const entry of entriesOf(folder)) {
      if (entry.kind !== 'calendar' && entry.kind !== 'items') continue
      const sample = sampleOf(folder, entry)
      if (!sample) continue
      const key = `${sample.platform} ${sample.kind}`
      const known = samples.get(key)
      if (!known || known.text.length > sample.text.length) samples.set(key, sample)
    }
  }
  return [...samples.values()]
}

function sampleOf(folder: string, entry: Entry): Sample | undefined {
  const page = pageOf(folder, entry)
  if (page.bytes.length > mostBytes) return undefined
  const text = page.text()
  const told = entry.url ? recogniseAddress(entry.url)?.platform : undefined
  const kind = entry.kind as PageKind
  const tried = scrapers.filter(({ platform }) => platform === (told ?? folder))
  const others = scrapers.filter(({ platform }) => /^(?:feed|vision|plain-page)$/.test(platform))
  for (const scraper of tried.length > 0 ? tried : others) {
    const read = readHonestly(scraper, kind, page.url, text)
    if (read instanceof AppError) continue
    const count = (read.meetings?.length ?? 0) + (read.agendaItems?.length ?? 0)
    if (count >= 2) return { platform: scraper.platform, kind, scraper, url: page.url, text }
  }
  return undefined
}

/** Lists of platforms of which no recording is at hand, as their public pages are made. */
const made: readonly (readonly [string, string, string])[] = [
  [
    'agendasuite',
    'https://agendasuite.org/iip/riverton/agendaitem/list',
    row('/iip/riverton/meeting/details/', 'City Council'),
  ],
  [
    'boardbook',
    'https://meetings.boardbook.org/Public/Organization/7',
    row('/Public/Agenda/7?meeting=', 'Regular Meeting'),
  ],
  ['champds', 'https://play.champds.com/riverton', `champds ${row('/event/', 'City Council')}`],
  ['chicago', 'https://api.chicityclerkelms.chicago.gov/meeting-agenda', chicagoList()],
  ['portland', 'https://www.portland.gov/council/agenda/2026/3/3', portlandSessions()],
  [
    'minneapolis',
    'https://lims.minneapolismn.gov/Calendar/GetCalenderList?meetingType=0',
    JSON.stringify(limsCalendar()),
  ],
  [
    'laserfiche',
    'https://docs.riverton.gov/WebLink/Browse.aspx?startid=4',
    row('/WebLink/DocView.aspx?id=', 'Council Agenda'),
  ],
  [
    'laserfiche',
    'https://docs.riverton.gov/WebLink/FolderListingService.aspx/GetFolderListing2',
    JSON.stringify(weblinkFolder()),
  ],
  [
    'civiclive',
    'https://riverton.hosted.civiclive.com/portal/svc/ContentItemSvc.asmx/GetItemList',
    JSON.stringify(civicLiveList()),
  ],
  [
    'destiny',
    'https://public.destinyhosted.com/agenda_publish.cfm?id=9',
    `<table id="list">${row('agenda_publish.cfm?dsp=ag&seq=', 'City Council')}</table>`,
  ],
  ['diligent', 'https://riverton.diligent.community/Portal/', JSON.stringify(civicWebList())],
  ['suiteone', 'https://riverton.suiteonemedia.com/', row('/event/?id=', 'City Council')],
  [
    'proudcity',
    'https://riverton.gov/meetings/',
    row('/meetings/council-meeting-', 'City Council'),
  ],
  ['civicengage', 'https://riverton.gov/Calendar.aspx', `<ul>${events()}</ul>`],
  [
    'openmedia',
    'https://riverton.open.media/api-cache/site/3/sessions',
    JSON.stringify(sessions()),
  ],
  ['iqm2', 'https://rivertonwa.iqm2.com/Citizens/Calendar.aspx', meetingRows()],
  [
    'vision',
    'https://riverton.gov/calendar',
    row('/Home/Components/Calendar/Event/', 'City Council Meeting'),
  ],
]

function row(link: string, name: string): string {
  return [3, 17]
    .map(
      (day) =>
        `<tr><td>March ${day}, 2026 6:30 PM</td><td><a href="${link}${day}">${name}</a></td><td><a href="/files/${day}-agenda.pdf">Agenda</a></td></tr>`,
    )
    .join('')
}

function sessions(): object {
  const results = [3, 17].map((day) => ({
    id: `33${day}`,
    title: `City Council Meeting March ${day}, 2026`,
    url: `/sessions/33${day}/city-council`,
    date: String(Date.UTC(2026, 2, day, 18, 30) / 1_000),
    documents: [],
  }))
  return { results }
}

function events(): string {
  return [3, 17]
    .map(
      (day) =>
        `<li><h3><a id="eventTitle_${day}" href="/Calendar.aspx?EID=${day}">City Council Meeting</a></h3><div class="date">March ${day}, 2026, 6:30 PM</div></li>`,
    )
    .join('')
}

function meetingRows(): string {
  return [3, 17]
    .map(
      (day) =>
        `<div class="Row MeetingRow"><div class="RowTop"><div class="RowLink"><a href="/Citizens/Detail_Meeting.aspx?ID=${day}" title="3/${day}/2026 6:30 PM&#10;Board: City Council&#10;Type: Regular Meeting&#10;Status: Scheduled">Mar ${day}, 2026 6:30 PM</a></div></div></div>`,
    )
    .join('')
}

function chicagoList(): string {
  const data = [3, 17].map((day) => ({
    meetingId: `M${day}`,
    body: 'City Council',
    date: `2026-03-${String(day).padStart(2, '0')}T16:00:00+00:00`,
  }))
  return JSON.stringify({ data })
}

function portlandSessions(): string {
  return [3, 17]
    .map(
      (day) =>
        `<div class="relation--type-council-session"><div class="session-meta"><time class="datetime">Tuesday, March ${day}, 2026 9:30 am</time></div></div>`,
    )
    .join('')
}

function limsCalendar(): object[] {
  return [3, 17].map((day) => ({
    CommitteeName: 'City Council',
    Abbreviation: 'Council',
    MeetingTime: `2026-03-${String(day).padStart(2, '0')}T09:30:00`,
    AgendaId: day,
  }))
}

function weblinkFolder(): object {
  const results = [3, 17].map((day) => ({
    name: `2026-03-${String(day).padStart(2, '0')} Agenda`,
    entryId: 900 + day,
    type: -2,
    extension: 'pdf',
    isEdoc: true,
    data: [null, 4],
  }))
  const path = '\\City Council\\2026'
  return { data: { name: '2026', folderId: 9, path, totalEntries: 2, colTypes: [], results } }
}

function civicLiveList(): object {
  const files = [3, 17].map((day) => ({
    ItemId: 900 + day,
    Type: 'content_file',
    Name: `2026-03-${String(day).padStart(2, '0')} Agenda`,
    Extension: 'pdf',
    DownloadLink: `/common/pages/GetFile.ashx?key=${day}`,
  }))
  return { d: { DataObject: files } }
}

function civicWebList(): object[] {
  return [3, 17].map((day) => ({
    Id: day,
    Name: 'Board Meeting',
    MeetingDateTime: `2026-03-${String(day).padStart(2, '0')} 18:00`,
  }))
}

/** Days of a channel's sessions are seconds since 1970. */
const isCounted = ({ date }: { readonly date: string }, text: string): boolean =>
  [...text.matchAll(/(?<!\d)\d{1,11}(?!\d)/g)].some(
    ([seconds]) => new Date(Number(seconds) * 1_000).toISOString().slice(0, 10) === date,
  )

const isDatedOn = (platform: string) => (platform === 'openmedia' ? isCounted : isOnPage)

describe('the test itself', () => {
  const page = { url: 'https://riverton.gov/meetings', text: row('/meetings/', 'City Council') }
  const faulty = (over: Partial<Scraper>): Scraper => {
    const scraper = scrapers.find(({ platform }) => platform === 'proudcity')
    if (!scraper) throw new Error('no adapter proudcity')
    return { ...scraper, ...over }
  }
  const meetingOn = (date: string) => {
    const { meetings = [] } = faulty({}).parsePage('calendar', makePage(page.url, page.text), null)
    return meetings.map((meeting) => ({ ...meeting, date: date as LocalDate }))
  }

  it.each([
    ['a date that is nowhere', () => ({ meetings: meetingOn('2031-01-01'), problems: [] })],
    [
      'a crash',
      () => {
        throw new TypeError('no such field')
      },
    ],
  ])('fails for an adapter that answers with %s', (_what, parsePage) => {
    expect(() => expectHonest(faulty({ parsePage }), 'calendar', page, { numRuns: 5 })).toThrow()
  })

  it.each([
    ['an empty list', () => ({ meetings: [], problems: [] })],
    ['a list of what is not there', () => ({ meetings: meetingOn('2026-03-03'), problems: [] })],
  ])('fails for an adapter that takes a form to sign in for %s', (_what, parsePage) => {
    expect(() => expectRefusal(faulty({ parsePage }), 'calendar', page.url)).toThrow()
  })
})

const madeSamples = made.map(([platform, url, text]): Sample => {
  const scraper = scrapers.find((one) => one.platform === platform)
  if (!scraper) throw new Error(`no adapter ${platform}`)
  return { platform, kind: 'calendar', scraper, url, text }
})

describe('a damaged list of a platform without a recording', () => {
  it.each(madeSamples)(
    '$platform gives a named error or what stands on it',
    ({ platform, scraper, kind, url, text }) => {
      const whole = readHonestly(scraper, kind, url, text)
      expect(whole instanceof AppError ? whole.message : whole.meetings?.length).toBe(2)
      expectHonest(scraper, kind, { url, text }, { isDated: isDatedOn(platform) })
    },
  )
})

describe.skipIf(!hasAny)('a damaged page gives a named error or what stands on it', () => {
  const samples = collectSamples()
  it.each(samples)('$platform $kind', ({ platform, scraper, kind, url, text }) => {
    expectHonest(scraper, kind, { url, text }, { isDated: isDatedOn(platform) })
  })

  it('is tried for every adapter', () => {
    const tried = new Set([...samples, ...madeSamples].map(({ platform }) => platform))
    expect(scrapers.map(({ platform }) => platform).filter((name) => !tried.has(name))).toEqual([])
  })
})
