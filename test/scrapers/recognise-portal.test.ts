import { describe, expect, it } from 'vitest'
import { listPageLinks } from '../../scrapers/page-links.ts'
import { recognisePortal } from '../../scrapers/recognise-portal.ts'
import { fakePortal, makePage } from './pages.ts'

const site = (pages: Readonly<Record<string, string>>) =>
  fakePortal(({ url }) => {
    const body = pages[url]
    return body === undefined ? undefined : { body }
  })

const page = (body: string) => `<!doctype html><html><body>${body}</body></html>`

describe('an address that says what it is', () => {
  it('is recognised without a request', async () => {
    const { fetcher, asked } = site({})
    const { portals, requests } = await recognisePortal('https://riverton.legistar.com', fetcher)
    expect(portals[0]).toMatchObject({
      platform: 'legistar',
      client: 'riverton',
      confidence: 'certain',
      isReadable: true,
    })
    expect(requests).toBe(0)
    expect(asked).toEqual([])
  })

  it('is refused when it is no address', async () => {
    await expect(recognisePortal('not an address', site({}).fetcher)).rejects.toMatchObject({
      code: 'address_invalid',
    })
  })
})

describe("a city's own site", () => {
  it('leads to the portal its agenda page links to, in two requests', async () => {
    const { fetcher } = site({
      'https://www.riverton.gov': page(
        '<a href="/residents">Residents</a><a href="/government/agendas-minutes">Agendas &amp; Minutes</a><a href="/jobs">Jobs</a>',
      ),
      'https://www.riverton.gov/government/agendas-minutes': page(
        '<p>See the <a href="https://riverton.legistar.com/Calendar.aspx">meeting calendar</a></p>',
      ),
    })
    const { portals, requests } = await recognisePortal('www.riverton.gov', fetcher)
    expect(portals[0]).toMatchObject({
      platform: 'legistar',
      client: 'riverton',
      confidence: 'likely',
      why: 'the page links to it as "meeting calendar"',
    })
    expect(requests).toBe(2)
  })

  it('is believed for certain when the portal stands in a frame', async () => {
    const { fetcher } = site({
      'https://riverton.gov/meetings': page(
        '<iframe title="Agendas" src="https://riverton.primegov.com/public/portal"></iframe>',
      ),
    })
    const { portals, requests } = await recognisePortal('https://riverton.gov/meetings', fetcher)
    expect(portals[0]).toMatchObject({ platform: 'primegov', confidence: 'certain' })
    expect(requests).toBe(1)
  })

  it('prefers the portal that is linked as agendas to one that is only named in code', async () => {
    const { fetcher } = site({
      'https://riverton.gov': page(
        '<script>var s = "https:\\/\\/riverton.swagit.com\\/live"</script><a href="https://riverton.novusagenda.com/agendapublic/">Council agendas</a>',
      ),
    })
    const { portals } = await recognisePortal('https://riverton.gov', fetcher)
    expect(portals.map(({ platform }) => platform)).toEqual(['novusagenda', 'swagit'])
    expect(portals[1]?.confidence).toBe('guess')
  })

  it('never asks more than three pages, and tells what could not be had', async () => {
    const { fetcher, asked } = site({
      'https://riverton.gov': page('<a href="/a">Agendas and minutes</a>'),
      'https://riverton.gov/a': page('<a href="/b">Agendas and minutes</a>'),
      'https://riverton.gov/b': page('<a href="/c">Agendas and minutes</a>'),
      'https://riverton.gov/c': page('<a href="https://riverton.legistar.com">Agendas</a>'),
    })
    const found = await recognisePortal('https://riverton.gov', fetcher)
    expect(found.portals).toEqual([])
    expect(asked).toHaveLength(3)

    const dead = await recognisePortal('https://riverton.gov', site({}).fetcher)
    expect(dead.problems).toMatchObject([{ code: 'replay_missing' }])
  })

  it('is itself the portal where the marks of its maker and a table of meetings stand on it', async () => {
    const made = (table: string) =>
      page(`<div class="block-municodebrandingblock"></div><a href="/about">About</a>${table}`)
    const { fetcher } = site({
      'https://riverton.gov/meetings': made(
        '<table class="views-table"><tr><td>None</td></tr></table>',
      ),
      'https://brookfield.gov/about-us': made('<p>History</p>'),
    })
    const found = await recognisePortal('https://riverton.gov/meetings', fetcher)
    expect(found.portals[0]).toMatchObject({ platform: 'municode', client: 'riverton.gov' })
    const none = await recognisePortal('https://brookfield.gov/about-us', fetcher)
    expect(none.portals).toEqual([])
  })

  it('is itself the portal where SuiteOne runs under the city’s own host', async () => {
    const { fetcher } = site({
      'https://meetings.riverton.gov': `<html><head><title>RIVERTON Meeting Management</title></head><body><table><tr><td><a href="/event/?id=7">Council</a></td><td>Mar 3, 2026 | 06:00 PM</td></tr></table><p>SuiteOne</p></body></html>`,
    })
    const { portals } = await recognisePortal('https://meetings.riverton.gov', fetcher)
    expect(portals[0]).toMatchObject({
      platform: 'suiteone',
      portalUrl: 'https://meetings.riverton.gov/',
      confidence: 'certain',
    })
  })

  it('is not the vendor’s own school that CivicPlus pages link to', async () => {
    const { fetcher } = site({
      'https://riverton.gov/help': page(
        '<script src="https://cp-lessons.civicplus.com/a.js"></script><a href="https://cp-lessons.civicplus.com/AgendaX">Agendas</a>',
      ),
    })
    const { portals } = await recognisePortal('https://riverton.gov/help', fetcher)
    expect(portals).toEqual([])
  })

  it('does not follow pages of other sites or files', async () => {
    const { fetcher, asked } = site({
      'https://riverton.gov': page(
        '<a href="https://elsewhere.example/agendas">Agendas</a><a href="/agenda.pdf">Agenda</a>',
      ),
    })
    await recognisePortal('https://riverton.gov', fetcher)
    expect(asked).toHaveLength(1)
  })
})

describe('the links of a page', () => {
  it('are made absolute by its base, and told with their words', () => {
    const links = listPageLinks(
      makePage(
        'https://riverton.gov/x/y',
        '<base href="/council/"><a href="list"><img alt="Agendas"></a><a href="javascript:void(0)">no</a>',
      ),
    )
    expect(links).toEqual([
      { url: 'https://riverton.gov/council/list', kind: 'link', text: 'Agendas' },
    ])
  })
})
