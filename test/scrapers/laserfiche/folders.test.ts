import { describe, expect, it } from 'vitest'
import { dateInName, yearsInName } from '../../../scrapers/folder-names.ts'
import { laserfiche } from '../../../scrapers/laserfiche/index.ts'
import { recogniseAddress } from '../../../scrapers/platforms.ts'
import { AppError } from '../../../src/model/errors.ts'
import type { TimeZone } from '../../../src/model/ids.ts'
import { type Answer, type Asked, fakePortal, makePage, readAll, window } from '../pages.ts'
import { file, folder, listingOf, type Made, repository, shellPage } from './made.ts'

const site = 'https://docs.riverton.gov/WebLink'
const portalUrl = `${site}/Browse.aspx?dbid=0&repo=Riverton`
const agendaPage =
  'CITY COUNCIL\nRegular Meeting\n1. CALL TO ORDER\n2. ROLL CALL\n3. Contract for license plate readers\n4. ADJOURNMENT'

/** A public repository, once its cookies are taken; `over` answers first. */
function weblink(root: Made, over: Answer = () => undefined) {
  return fakePortal((asked) => {
    const said = over(asked)
    if (said) return said
    if (asked.method === 'POST') return { body: listingOf(root, asked.form) }
    if (asked.url.includes('/edoc/')) return { body: agendaPage }
    return { body: shellPage() }
  })
}

const target = { portalUrl, timeZone: 'America/Los_Angeles' as TimeZone, options: {} }
const march = window('2026-03-01', '2026-03-31')
const foldersOf = (asked: readonly Asked[]) =>
  asked.flatMap(({ form, method }) => (method === 'POST' ? [form.folderId] : []))

describe('a repository', () => {
  it('gives the meetings of the window, agenda and minutes of one day as one', async () => {
    const { fetcher } = weblink(repository)
    const { meetings, problems } = await readAll(laserfiche, target, { fetcher, window: march })
    expect(problems).toEqual([])
    expect(
      meetings.map(({ date, body, status, documents, upstreamId, comment }) => [
        date,
        body,
        status,
        upstreamId,
        comment,
        documents.map(({ kind }) => kind).sort(),
      ]),
    ).toEqual([
      ['2026-03-24', 'City Council', 'cancelled', '29', null, []],
      ['2026-03-24', 'Planning Commission', 'confirmed', '44', null, ['agenda']],
      ['2026-03-17', 'Planning Commission', 'confirmed', '42', null, ['agenda', 'minutes']],
      ['2026-03-10', 'City Council', 'confirmed', '25', 'Tax Levy', ['agenda']],
      ['2026-03-10', 'City Council', 'confirmed', '27', null, ['agenda']],
      [
        '2026-03-03',
        'City Council',
        'confirmed',
        '21',
        null,
        ['agenda', 'attachment', 'minutes', 'packet'],
      ],
    ])
  })

  it('links each file to its bytes, and what was only scanned to the page that shows it', async () => {
    const { fetcher } = weblink(repository)
    const { meetings } = await readAll(laserfiche, target, { fetcher, window: march })
    const linked = meetings.flatMap(({ documents }) => documents.map(({ url }) => url))
    expect(linked).toContain(`${site}/0/edoc/23/Agenda.pdf`)
    expect(linked).toContain(`${site}/DocView.aspx?id=44&dbid=0&repo=Riverton`)
    const scanned = meetings.find(({ upstreamId }) => upstreamId === '44')
    expect(scanned?.flags).toContain('items-not-read')
    expect(meetings.find(({ upstreamId }) => upstreamId === '21')?.sourceUrl).toBe(
      `${site}/Browse.aspx?id=21&dbid=0&repo=Riverton`,
    )
  })

  it('cuts the file of the agenda into items', async () => {
    const { fetcher } = weblink(repository)
    const { meetings } = await readAll(laserfiche, target, { fetcher, window: march })
    const items = meetings.find(({ upstreamId }) => upstreamId === '21')?.agendaItems ?? []
    expect(items.map(({ title }) => title)).toContain('Contract for license plate readers')
  })

  it('is walked only where meetings of the window can stand', async () => {
    const { fetcher, asked } = weblink(repository)
    await readAll(laserfiche, target, { fetcher, window: march })
    const opened = foldersOf(asked)
    expect(opened).toEqual(expect.arrayContaining([1, 10, 11, 20, 21, 30, 31, 40, 41]))
    for (const other of [2, 3, 12, 13, 33, 34]) expect(opened).not.toContain(other)
  })

  it('of which nothing falls into the window shows its newest year', async () => {
    const { fetcher, asked } = weblink(repository)
    const { meetings } = await readAll(laserfiche, target, {
      fetcher,
      window: window('2030-01-01', '2030-12-31'),
    })
    expect(meetings).toEqual([])
    expect(foldersOf(asked)).toContain(20)
    expect(foldersOf(asked)).not.toContain(12)
  })

  it('begins at the folder that was pasted, and gives the one meeting of a pasted file', async () => {
    const { fetcher, asked } = weblink(repository)
    const pasted = { ...target, address: `${site}/Browse.aspx?id=40&dbid=0&repo=Riverton` }
    const { meetings } = await readAll(laserfiche, pasted, { fetcher, window: march })
    expect(meetings.map(({ body }) => body)).toEqual(['Planning Commission', 'Planning Commission'])
    expect(foldersOf(asked)).not.toContain(1)
    const one = { ...target, address: `${site}/DocView.aspx?id=43&dbid=0&repo=Riverton` }
    const found = await readAll(laserfiche, one, {
      fetcher: weblink(repository).fetcher,
      window: march,
    })
    expect(found.meetings.map(({ upstreamId }) => upstreamId)).toEqual(['42'])
  })

  it('sends forty rows a page: the rest is asked for by start and end', async () => {
    const days = Array.from({ length: 90 }, (_, at) => {
      const day = new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10)
      return file(100 + at, `${day} Agenda`)
    })
    const { fetcher, asked } = weblink(
      folder(1, 'Riverton', folder(2, 'City Council 2026', ...days)),
    )
    const { meetings, problems } = await readAll(laserfiche, target, { fetcher })
    expect(meetings).toHaveLength(90)
    expect(problems).toEqual([])
    const starts = asked.flatMap(({ form }) => (form.folderId === 2 ? [form.start] : []))
    expect(starts).toEqual([0, 40, 80])
  })

  it('is read within a bound, and what was left is told', async () => {
    const bodies = Array.from({ length: 99 }, (_, at) =>
      folder(100 + at, `Board ${at}`, file(1_000 + at, '2026-03-03 Agenda')),
    )
    const { fetcher, asked } = weblink(folder(1, 'Riverton', ...bodies))
    const { problems } = await readAll(laserfiche, target, { fetcher, window: march })
    expect(foldersOf(asked).length).toBeLessThanOrEqual(60)
    expect(problems.map(({ code }) => code)).toEqual(['portal_paging'])
  })

  it('reads the shortcuts of a folder as what they lead to, and the older wrap of the answer', () => {
    const results = [
      {
        name: '2026-03-03 Agenda',
        entryId: 5,
        type: 2,
        shortcutTargetId: 77,
        targetType: -2,
        extension: 'pdf',
        isEdoc: true,
      },
    ]
    const body = JSON.stringify({
      d: { name: 'City Council', path: '\\City Council', totalEntries: 1, results },
    })
    const read = laserfiche.parsePage(
      'calendar',
      makePage(`${site}/FolderListingService.aspx/GetFolderListing2`, body),
      null,
    )
    expect(read.meetings?.[0]?.documents[0]?.url).toBe(`${site}/0/edoc/77/2026-03-03-Agenda.pdf`)
  })
})

describe('a repository that cannot be read says why', () => {
  const get =
    (body: string): Answer =>
    ({ method }) =>
      method === 'GET' ? { body } : undefined

  it.each([
    [
      'its cookies are refused',
      get('<html><body>Cookies are not enabled in your browser; cookies must be on.</body></html>'),
      /cookies/,
    ],
    [
      'it asks to sign in',
      get(
        '<html><head><title>Log in</title></head><body><form><input type="password"></form></body></html>',
      ),
      /log in/i,
    ],
    [
      'it is full',
      get('<html><body>Sign in failed. The session limit was reached. [9030]</body></html>'),
      /no further visitor/,
    ],
    [
      'another page answers',
      get('<html><body><p>Welcome to Riverton</p></body></html>'),
      /WebLink repository/,
    ],
    [
      'its script is told no repository',
      get('<html><body><browse-app></browse-app></body></html>'),
      /repoName/,
    ],
    [
      'the listing is the page to sign in',
      ({ method }: Asked) =>
        method === 'POST' ? { body: '<html><head><title>Log in</title></head></html>' } : undefined,
      /HTML/,
    ],
    [
      'the listing fails',
      ({ method }: Asked) =>
        method === 'POST'
          ? { body: '{"data":{"failed":true,"errMsg":"Access denied. [9013]"}}' }
          : undefined,
      /Access denied/,
    ],
    [
      'the listing is none',
      ({ method }: Asked) => (method === 'POST' ? { body: '{"data":{"name":"x"}}' } : undefined),
      /results/,
    ],
  ] as const)('%s', async (_what, over, words) => {
    const { fetcher } = weblink(repository, over)
    const error = await readAll(laserfiche, target, { fetcher, window: march }).catch((one) => one)
    expect(error).toBeInstanceOf(AppError)
    expect(error.code).toMatch(/^(?:page_shape|portal_error_page)$/)
    expect(error.message).toMatch(words)
  })

  it.each([
    ['holds nothing', folder(1, 'Riverton'), 'holds nothing'],
    ['holds other things', folder(1, 'Riverton', folder(2, 'Maps')), 'No folder or file here'],
  ])('the first folder %s', async (_what, root, words) => {
    const { meetings, problems } = await readAll(laserfiche, target, {
      fetcher: weblink(root).fetcher,
    })
    expect(meetings).toEqual([])
    expect(problems).toEqual([
      expect.objectContaining({ code: 'page_shape', message: expect.stringContaining(words) }),
    ])
  })

  it('the empty page around a listing is none', () => {
    const shell = makePage(portalUrl, shellPage())
    expect(() => laserfiche.parsePage('calendar', shell, null)).toThrow(/empty page around it/)
  })
})

it('a row without a type is told, and is no folder', async () => {
  const text = listingOf(repository, { folderId: 20, start: 0, end: 9 })
  const untyped = text.replace(/"entryId":21,"type":0/, '"entryId":21,"type":null')
  const page = makePage(`${site}/FolderListingService.aspx/GetFolderListing2`, untyped)
  const { meetings = [], problems } = laserfiche.parsePage('calendar', page, null)
  expect(problems.map(({ code }) => code)).toEqual(['page_shape'])
  expect(meetings).toHaveLength(3)
})

describe('names', () => {
  it.each([
    ['2026 0728', '2026-07-28'],
    ['2025 02040506', '2025-02-04'],
    ['20260728 Agenda', '2026-07-28'],
    ['2011-06-14 - AGENDA REGULAR', '2011-06-14'],
    ['Agenda - December 16, 2025', '2025-12-16'],
    ['12/16/2025', '2025-12-16'],
    ['07282026 Minutes', '2026-07-28'],
    ['2024-2026', undefined],
    ['2026 1328', undefined],
    ['0728', undefined],
    ['Resolution 2026-071', undefined],
    ['Resolution 2026-0114', undefined],
    ['Ord. No. 2026 0212 Zoning', undefined],
    ['Bid #04152026', undefined],
    ['2026 0114 Resolution 7', '2026-01-14'],
  ])('%s is of %s', (name, date) => {
    expect(dateInName(name, null)).toBe(date)
  })

  it.each([
    ['0728 Special', '2026-07-28'],
    ['07-28', '2026-07-28'],
    ['July 28', '2026-07-28'],
    ['07.28.1', undefined],
    ['Item 0728', undefined],
    ['1201 W. Main Street Agreement', undefined],
    ['0728 Main Street Committee', '2026-07-28'],
  ])('%s in the folder of 2026 is of %s', (name, date) => {
    expect(dateInName(name, 2026)).toBe(date)
  })

  it.each([
    ['2026', { from: 2026, to: 2026 }],
    ['2024-2026', { from: 2024, to: 2026 }],
    ['2024-26', { from: 2024, to: 2026 }],
    ['2020s', { from: 2020, to: 2029 }],
    ['2026 City Council Minutes', { from: 2026, to: 2026 }],
    ['2026 0728', undefined],
    ['City Council', undefined],
  ])('%s holds the years %o', (name, years) => {
    expect(yearsInName(name)).toEqual(years)
  })
})

describe('an address', () => {
  it.each([
    [
      'https://docs.riverton.gov/WebLink/DocView.aspx?id=90&dbid=0&repo=Riverton',
      'docs.riverton.gov',
      'https://docs.riverton.gov/WebLink/Browse.aspx?dbid=0&repo=Riverton',
    ],
    [
      'https://docs.riverton.gov/WebLink/0/fol/88/Row1.aspx',
      'docs.riverton.gov',
      'https://docs.riverton.gov/WebLink/Browse.aspx?dbid=0&startid=88',
    ],
    [
      'https://portal.laserfiche.com/Portal/Browse.aspx?id=726&repo=r-1a2b',
      'r-1a2b',
      'https://portal.laserfiche.com/Portal/Browse.aspx?repo=r-1a2b&startid=726',
    ],
    [
      'https://docs.riverton.gov/AgendasMinutes/Browse.aspx?id=7&dbid=0&repo=CITY',
      'docs.riverton.gov',
      'https://docs.riverton.gov/AgendasMinutes/Browse.aspx?dbid=0&repo=CITY&startid=7',
    ],
    [
      'https://docs.riverton.gov/WebLink/',
      'docs.riverton.gov',
      'https://docs.riverton.gov/WebLink/',
    ],
  ])('%s', (address, client, url) => {
    expect(recogniseAddress(address)).toMatchObject({
      platform: 'laserfiche',
      client,
      portalUrl: url,
      isVerified: false,
    })
  })

  it('of some other page with such a name is none', () => {
    expect(recogniseAddress('https://riverton.gov/Login.aspx')?.platform).not.toBe('laserfiche')
  })
})
