import { load } from 'cheerio'
import { fetch } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const json = { accept: 'application/json' }

async function api(client: string, path: string, headers: Record<string, string> = json) {
  const response = await fetch(`${stage.origin(client)}/v1/${client}${path}`, { headers })
  const text = await response.text()
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text,
    response,
  }
}

async function rows(client: string, path: string): Promise<Record<string, unknown>[]> {
  const { status, text } = await api(client, path)
  expect(status).toBe(200)
  return JSON.parse(text)
}

async function page(client: string, path: string, init: Parameters<typeof fetch>[1] = {}) {
  const response = await fetch(`${stage.origin(client)}/${path}`, init)
  return { status: response.status, text: await response.text(), response }
}

/** Fields of the page's form, as a browser would send them back. */
function formOf(text: string, fields: Record<string, string>): URLSearchParams {
  const $ = load(text)
  const form = new URLSearchParams()
  for (const input of $('input[name]').toArray()) {
    form.set($(input).attr('name') ?? '', $(input).attr('value') ?? '')
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

describe('the Web API of a replica', () => {
  it('gives the fields of an event, with local midnight and a time of its own', async () => {
    const [meeting] = stage.council('alderbay').meetings()
    const [event] = await rows('alderbay', `/events?$filter=EventId eq ${meeting?.id}`)
    expect(event).toMatchObject({
      EventGuid: meeting?.guid,
      EventBodyName: 'City Council',
      EventDate: `${meeting?.date}T00:00:00`,
      EventTime: '6:30 PM',
      EventAgendaStatusName: 'Final',
      EventItems: [],
    })
    expect(event?.EventLastModifiedUtc).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/)
  })

  it('stops at a thousand rows; the rest comes by $skip', async () => {
    const total = stage.council('tamarackfalls').meetings().length
    const first = await rows('tamarackfalls', '/events')
    const rest = await rows('tamarackfalls', '/events?$top=1000&$skip=1000&$orderby=EventId')
    expect(first).toHaveLength(1_000)
    expect(rest).toHaveLength(total - 1_000)
  })

  it('leaves notes and attachments out unless they are asked for', async () => {
    const meeting = stage
      .council('alderbay')
      .meetings()
      .find(({ key }) => key === 'council-next')
    const path = `/events/${meeting?.id}/eventitems`
    const plain = await rows('alderbay', path)
    const whole = await rows('alderbay', `${path}?AgendaNote=1&MinutesNote=1&Attachments=1`)
    const names = (list: Record<string, unknown>[]) =>
      list.flatMap((row) => row.EventItemMatterAttachments as { MatterAttachmentName: string }[])
    expect(names(plain)).toEqual([])
    expect(names(whole).map((file) => file.MatterAttachmentName)).toContain(
      'Resolution with Exhibit A',
    )
  })

  it('gives items out of order where the clerk does, with the true order beside', async () => {
    const meeting = stage
      .council('tamarackfalls')
      .meetings()
      .find(({ key }) => key === 'council-next')
    const items = await rows('tamarackfalls', `/events/${meeting?.id}/eventitems`)
    const order = items.map((row) => Number(row.EventItemAgendaSequence))
    expect(order).not.toEqual(order.toSorted((a, b) => a - b))
    expect(order.toSorted((a, b) => a - b)).toEqual(meeting?.items.map(({ sequence }) => sequence))
  })

  it('gives votes, roll calls and the parts of a matter', async () => {
    const held = stage
      .council('quillencounty')
      .meetings()
      .find(({ key }) => key === 'board-last')
    const voted = held?.items.find(
      ({ votes, matter }) => votes.length > 0 && matter?.technologies.length,
    )
    const votes = await rows('quillencounty', `/eventitems/${voted?.id}/votes`)
    expect(votes.map((row) => [row.VotePersonName, row.VoteValueName])).toEqual(
      voted?.votes.map(({ person, printed }) => [person, printed]),
    )
    expect(votes.map((row) => row.VoteValueName)).toContain('Absent')
    const called = held?.items.find(({ rollCall }) => rollCall.length > 0)
    expect(await rows('quillencounty', `/eventitems/${called?.id}/rollcalls`)).toHaveLength(5)

    const matter = stage
      .council('alderbay')
      .meetings()
      .flatMap(({ items }) => items)
      .find(({ matter: each }) => (each?.sponsors.length ?? 0) > 0)?.matter
    const part = (name: string) => rows('alderbay', `/matters/${matter?.id}/${name}`)
    expect((await part('sponsors')).map((row) => row.MatterSponsorName)).toEqual(matter?.sponsors)
    expect(await part('histories')).toHaveLength(2)
    expect(await part('attachments')).toHaveLength(2)
    const [version] = await part('versions')
    const text = await api('alderbay', `/matters/${matter?.id}/texts/${version?.Key}`)
    expect(JSON.parse(text.text).MatterTextPlain).toBe(matter?.text)
  })

  it('disregards filters where the real client does', async () => {
    const all = await rows('harlanridge', '/events')
    expect(await rows('harlanridge', '/events?$filter=EventId eq 0')).toHaveLength(all.length)
  })

  it('lists meetings and never their items where the clerk keeps them elsewhere', async () => {
    const [meeting] = stage.council('wexley').meetings()
    expect(await rows('wexley', '/events')).not.toHaveLength(0)
    expect(await rows('wexley', `/events/${meeting?.id}/eventitems`)).toEqual([])
  })

  it('answers in XML who asks for XML first, as browsers do', async () => {
    const found = await api('wexley', '/events?$top=1', {
      accept: 'text/html,application/xml;q=0.9',
    })
    expect(found.type).toContain('application/xml')
    const read = load(found.text, { xml: true })
    expect(read('ArrayOfGranicusEvent > GranicusEvent > EventBodyName').text()).toBe('City Council')
  })

  it.each([
    ['a demand for a token', 'portellery', '/events', 403, 'Authorization'],
    [
      'an unknown client',
      'callowaysprings',
      '/bodies?$top=1',
      500,
      'is not set up in InSite for client',
    ],
    ['no such route', 'alderbay', '/EventItems', 404, 'The resource cannot be found'],
    ['no such row', 'alderbay', '/events/1', 404, 'Message'],
    [
      'no such field',
      'alderbay',
      '/events?$filter=Nothing eq 1',
      400,
      'The query specified in the URI',
    ],
    [
      'a filter encoded twice',
      'alderbay',
      '/events?$filter=EventId%2520eq%25201',
      400,
      'not valid',
    ],
  ])('answers nonsense as the real one: %s', async (_, client, path, status, words) => {
    const found = await api(client, path)
    expect(found.status).toBe(status)
    expect(found.text).toContain(words)
  })

  it('says that nothing changed to whoever has it already, and sends gzip to who takes it', async () => {
    const first = await api('alderbay', '/events')
    const etag = first.response.headers.get('etag') ?? ''
    const second = await api('alderbay', '/events', { ...json, 'if-none-match': etag })
    expect([second.status, second.text]).toEqual([304, ''])
    expect(first.response.headers.get('content-encoding')).toBe('gzip')
    expect(JSON.parse(first.text)).not.toHaveLength(0)
  })
})

describe('the InSite pages of a replica', () => {
  const rowsOf = (text: string, grid = 'gridCalendar') =>
    load(text)(
      `#ctl00_ContentPlaceHolder1_${grid}_ctl00 > tbody > tr.rgRow, #ctl00_ContentPlaceHolder1_${grid}_ctl00 > tbody > tr.rgAltRow`,
    ).length

  it('shows a hundred rows and hands out the rest by postback', async () => {
    const total = stage.council('larkmoor').meetings().length
    const first = await page('larkmoor', 'Calendar.aspx')
    expect(rowsOf(first.text)).toBe(100)
    expect(load(first.text)('.rgInfoPart').text().replace(/\s+/g, ' ')).toContain(
      `Page 1 of 2, items 1 to 100 of ${total}.`,
    )
    const target = /href="javascript:__doPostBack\(&#39;([^&]+)&#39;[^>]+><span>2</.exec(
      first.text,
    )?.[1]
    const body = formOf(first.text, { __EVENTTARGET: target ?? '' })
    const second = await page('larkmoor', 'Calendar.aspx', { method: 'POST', body })
    expect(rowsOf(second.text)).toBe(total - 100)
  })

  it('shows another period by postback or cookie, and disregards one it does not offer', async () => {
    const first = await page('callowaysprings', 'Calendar.aspx')
    const shown = (text: string) =>
      load(text)('#ctl00_ContentPlaceHolder1_lstYears_Input').attr('value')
    expect(shown(first.text)).toBe('This Month')
    const ask = async (value: string) => {
      const fields = {
        __EVENTTARGET: 'ctl00$ContentPlaceHolder1$lstYears',
        ctl00_ContentPlaceHolder1_lstYears_ClientState: JSON.stringify({ value }),
      }
      const body = formOf(first.text, fields)
      return await page('callowaysprings', 'Calendar.aspx', { method: 'POST', body })
    }
    const year = await ask('2026')
    expect(shown(year.text)).toBe('2026')
    expect(rowsOf(year.text)).toBe(stage.council('callowaysprings').meetings().length)
    expect(shown((await ask('1850')).text)).toBe('This Month')

    const [set] = first.response.headers.getSetCookie().filter((text) => text.includes('Year='))
    const name = set?.split('=')[0] ?? ''
    const kept = await page('callowaysprings', 'Calendar.aspx', {
      headers: { cookie: `${name}=All Years` },
    })
    expect(shown(kept.text)).toBe('All Years')
  })

  it('refuses a form whose state it did not give out', async () => {
    const first = await page('larkmoor', 'Calendar.aspx')
    const foreign = await page('callowaysprings', 'Calendar.aspx')
    const states = ['', 'bm9uc2Vuc2U=', formOf(foreign.text, {}).get('__VIEWSTATE') ?? '']
    for (const __VIEWSTATE of states) {
      const body = formOf(first.text, { __VIEWSTATE })
      const answer = await page('larkmoor', 'Calendar.aspx', { method: 'POST', body })
      expect(answer.status).toBe(500)
      expect(answer.text).toContain('Validation of viewstate MAC failed')
    }
  })

  it.each([
    ['a meeting without its GUID', 'MeetingDetail.aspx?ID=1208400'],
    [
      'a meeting with a foreign GUID',
      'MeetingDetail.aspx?LEGID=6901&GID=1&G=00000000-0000-0000-0000-000000000000',
    ],
    ['a file that is none', 'LegislationDetail.aspx?ID=1&GUID=2'],
    ['an action that is none', 'HistoryDetail.aspx?ID=1&GUID=2'],
    ['a document of no kind', 'View.ashx?M=ZZ&ID=1&GUID=2'],
    ['nothing at all', 'View.ashx'],
  ])('says "Invalid parameters!" with status 200 to %s', async (_, path) => {
    const { status, text } = await page('kestrelcove', path)
    expect([status, text]).toEqual([200, 'Invalid parameters!'])
  })

  it('names a meeting by the id of the API as well as by its own', async () => {
    const meeting = stage.council('wexley').meetings()[0]
    const [event] = await rows('wexley', `/events?$filter=EventId eq ${meeting?.id}`)
    const byApi = await fetch(String(event?.EventInSiteURL))
    const own = await page(
      'wexley',
      `MeetingDetail.aspx?ID=${meeting?.insiteId}&GUID=${meeting?.guid}`,
    )
    expect(await byApi.text()).toBe(own.text)
    expect(meeting?.id).not.toBe(meeting?.insiteId)
  })

  it('says that a record is gone, and hides the page of an agenda that is not out', async () => {
    const gone = await page(
      'wexley',
      'MeetingDetail.aspx?ID=99&GUID=00000000-0000-4000-A000-000000000000',
    )
    expect(gone.text).toContain('This record no longer exists')
    const draft = stage
      .council('callowaysprings')
      .meetings()
      .find(({ isPublished }) => !isPublished)
    const hidden = await page(
      'callowaysprings',
      `MeetingDetail.aspx?ID=${draft?.insiteId}&GUID=${draft?.guid}`,
    )
    expect(hidden.text).toBe('Invalid parameters!')
  })

  it('serves agendas and attachments as real files, with dates that spare a second read', async () => {
    const meeting = stage
      .council('alderbay')
      .meetings()
      .find(({ key }) => key === 'council-next')
    const path = `View.ashx?M=A&ID=${meeting?.insiteId}&GUID=${meeting?.guid}`
    const agenda = await fetch(`${stage.origin('alderbay')}/${path}`)
    expect(agenda.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await agenda.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    const modified = agenda.headers.get('last-modified') ?? ''
    const again = await fetch(`${stage.origin('alderbay')}/${path}`, {
      headers: { 'if-modified-since': modified },
    })
    expect(again.status).toBe(304)

    const file = meeting?.items
      .flatMap(({ matter }) => matter?.attachments ?? [])
      .find(({ format }) => format === 'html')
    const attached = await page('alderbay', `View.ashx?M=F&ID=${file?.id}&GUID=${file?.guid}`)
    expect(attached.text).toContain('The committee recommended the drone pilot program')
  })

  it('has two grids, labels for links and pictures for headings where clients have them', async () => {
    const grids = await page('portellery', 'Calendar.aspx')
    expect(rowsOf(grids.text, 'gridUpcomingMeetings')).toBeGreaterThan(1)
    const labels = await page('callowaysprings', 'Calendar.aspx')
    expect(load(labels.text)('[id$=_hypBody]')).toHaveLength(0)
    expect(load(labels.text)('[id$=_lblBody]').length).toBeGreaterThan(0)
    const pictures = await page('kestrelcove', 'Calendar.aspx')
    expect(load(pictures.text)('th.rgHeader').text().trim()).toBe('')
  })
})

describe('the state of a portal', () => {
  it('cannot be reached from the start where the scenario says so', async () => {
    await expect(page('brackenhollow', 'Calendar.aspx')).rejects.toThrow()
  })

  it('asks readers to stay away by robots.txt in one town only', async () => {
    expect((await page('corvinheights', 'robots.txt')).text).toMatch(/^Disallow: \/$/m)
    expect((await page('alderbay', 'robots.txt')).text).not.toMatch(/^Disallow: \/$/m)
  })

  it('serves a page of another platform where no adapter exists', async () => {
    const { status, text } = await page('ashbyglen', '')
    expect(status).toBe(200)
    expect(text).not.toMatch(/ctl00|RadGrid|Granicus/)
  })

  it('takes no other methods, and no endless forms', async () => {
    expect((await page('alderbay', 'Calendar.aspx', { method: 'DELETE' })).status).toBe(405)
    const body = 'a'.repeat(1_100_000)
    expect((await page('alderbay', 'Calendar.aspx', { method: 'POST', body })).status).toBe(413)
    expect((await page('alderbay', 'nowhere.aspx')).status).toBe(404)
  })
})
