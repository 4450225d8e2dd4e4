import { describe, expect, it } from 'vitest'
import { civiclive } from '../../../scrapers/civiclive/index.ts'
import { recognisePortal } from '../../../scrapers/recognise-portal.ts'
import { AppError } from '../../../src/model/errors.ts'
import { type Answer, fakePortal, makePage, readAll, window } from '../pages.ts'

const portalUrl = 'https://www.riverton.gov/city_hall/council_meetings'
const widget = (folder: number, context: string) =>
  `<script>$(function () { var list = new ContentItemListUI('${folder}', null, '[]', {"ContextId":"${context}","Words":"a } b","PortalId":7,"searchVal":"x"}); });</script>`
const page = `<html><head><title>Council Meetings | Riverton</title></head><body><h1>City Council Meetings</h1>${widget(11, '9')}${widget(12, '8')}</body></html>`

const folder = (id: number, name: string) => ({ ItemId: id, Type: 'content_folder', Name: name })
const file = (id: number, name: string) => ({
  ItemId: id,
  Type: 'content_file',
  Name: name,
  Title: name,
  Extension: 'pdf',
  DownloadLink: `/common/pages/GetFile.ashx?key=k${id}`,
  ModifiedDateString: '2 March, 2026',
})

const folders: Readonly<Record<string, object[]>> = {
  11: [folder(20, '2026 Agendas'), folder(21, '2019 Agendas'), file(22, 'Rules of order')],
  20: [file(23, 'Agenda 03-09-2026'), file(24, 'Special Meeting Agenda March 16, 2026')],
  12: [folder(30, 'Minutes 2026')],
  30: [file(31, 'Minutes 03-09-2026')],
}

const listOf = (rows: object[] | null) => ({ body: JSON.stringify({ d: { DataObject: rows } }) })

const portal: Answer = ({ method, url, form }) => {
  if (method === 'POST') return listOf(folders[String(form.parentId)] ?? [])
  return url.includes('GetFile')
    ? { body: 'AGENDA\n1. CALL TO ORDER\n2. ROLL CALL\n3. Contract for drones\n4. ADJOURNMENT' }
    : { body: page }
}

const target = { portalUrl, timeZone: null, options: {} }
const march = window('2026-03-01', '2026-03-31')

describe('file lists of CivicLive', () => {
  it('give meetings with the files of all lists', async () => {
    const { fetcher } = fakePortal(portal)
    const { meetings, problems } = await readAll(civiclive, target, { fetcher, window: march })
    expect(problems).toEqual([])
    expect(
      meetings.map(({ date, body, upstreamId, documents, agendaItems }) => [
        date,
        body,
        upstreamId,
        documents.map(({ kind }) => kind),
        agendaItems.length > 0,
      ]),
    ).toEqual([
      ['2026-03-16', 'City Council', '24', ['agenda'], true],
      ['2026-03-09', 'City Council', '23', ['agenda', 'minutes'], true],
    ])
    expect(meetings[1]?.documents[0]?.url).toBe(
      'https://www.riverton.gov/common/pages/GetFile.ashx?key=k23',
    )
  })

  it('are asked for with the page’s own settings, as text, and only where meetings can stand', async () => {
    const { fetcher, asked } = fakePortal(portal)
    await readAll(civiclive, target, { fetcher, window: march })
    const posts = asked.filter(({ method }) => method === 'POST')
    expect(posts.map(({ form }) => form.parentId)).toEqual(['11', '20', '12', '30'])
    expect(JSON.parse(String(posts[2]?.form.Params))).toEqual({
      ContextId: '8',
      Words: 'a } b',
      PortalId: 7,
      searchVal: '',
    })
  })

  it('go on where one of them cannot be had', async () => {
    const { fetcher } = fakePortal((asked) =>
      asked.form.parentId === '12'
        ? { body: '{"Message":"There was an error processing the request."}' }
        : portal(asked),
    )
    const { meetings, problems } = await readAll(civiclive, target, { fetcher, window: march })
    expect(meetings).toHaveLength(2)
    expect(problems.map(({ code }) => code)).toEqual(['portal_error_page'])
  })

  it.each([
    ['a page without lists', '<html><body><p>Riverton</p></body></html>', 'page_shape'],
    ['a page to sign in', '<title>Log in</title><input type="password">', 'portal_error_page'],
    ['settings that are cut off', page.replaceAll('"searchVal":"x"}', ''), 'page_shape'],
  ])('in place of which comes %s are told by name', async (_what, body, code) => {
    const { fetcher } = fakePortal(() => ({ body }))
    const error = await readAll(civiclive, target, { fetcher }).catch((one) => one)
    expect(error).toBeInstanceOf(AppError)
    expect(error.code).toBe(code)
  })

  it('that are empty are told', async () => {
    const { fetcher } = fakePortal(({ method }) =>
      method === 'POST' ? listOf(null) : { body: page },
    )
    const { problems } = await readAll(civiclive, target, { fetcher })
    expect(problems.map(({ code }) => code)).toEqual(['page_shape'])
  })

  it('never take links that are no web addresses', () => {
    const rows = [
      { ...file(1, 'Agenda 03-09-2026'), DownloadLink: 'javascript:alert(1)' },
      file(2, 'Agenda 03-10-2026'),
    ]
    const { meetings } = civiclive.parsePage(
      'calendar',
      makePage(portalUrl, listOf(rows).body),
      null,
    )
    expect(meetings?.map(({ date }) => date)).toEqual(['2026-03-10'])
  })

  it('are recognised on a page of a city’s own host', async () => {
    const { portals } = await recognisePortal(portalUrl, fakePortal(() => ({ body: page })).fetcher)
    expect(portals[0]).toMatchObject({ platform: 'civiclive', portalUrl, isVerified: false })
  })

  it('take no settings that stand far away for their own', async () => {
    const far = `new ContentItemListUI('5', null, other); ${'x'.repeat(3_000)} ({"ContextId":"9"})`
    const { fetcher, asked } = fakePortal(() => ({ body: far.repeat(2_000) }))
    await expect(readAll(civiclive, target, { fetcher })).rejects.toThrow(AppError)
    expect(asked).toHaveLength(1)
  })
})
