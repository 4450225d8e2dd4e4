import { describe, expect, it } from 'vitest'
import { recogniseAddress } from '../../scrapers/platforms.ts'
import { portland } from '../../scrapers/portland/index.ts'
import { expectHonest, expectRefusal } from './damage.ts'
import { fakePortal, readAll, window } from './pages.ts'

const site = 'https://www.portland.gov'
const field = (name: string, label: string, values: readonly string[]) =>
  `<div class="field field--name-field-${name} field--label-above"><div class="field__label">${label}</div><div class="field__items">${values.map((value) => `<div class="field__item">${value}</div>`).join('')}</div></div>`

const item = `<div class="relation relation--type-agenda-item"><h4>
  *41 </h4><div class="field field--label-hidden council-document__title"><a href="/council/documents/ordinance/passed/900041">*Authorize contract for gunshot sensors</a>
  (Ordinance)</div>
  ${field('document-number', 'Document number', ['900041'])}
  ${field('introduced-by', 'Introduced by', ['Mayor Rosa Example'])}
  ${field('bureau', 'City department', ['Police'])}
  ${field('agenda-item-disposition', 'Disposition', ['Passed to second reading'])}
  ${field('votes', 'Votes', ['Commissioner Jo Ann Sample Absent', 'Commissioner Kim Test Yea', 'Mayor Rosa Example Nay'])}
</div>`
const untitled = `<div class="relation--type-agenda-item"><h4>42</h4>${field('disposition-notes', 'Disposition notes', ['Accept a late report (Report)'])}</div>`

const session = (when: string, items = '', head = '') =>
  `<div class="relation relation--type-council-session"><div class="session-meta">${head}<time class="datetime" datetime="2026-08-05T16:30:00Z">${when}</time><iframe src="https://www.youtube.com/embed/abc?x=1"></iframe></div><div class="view-admin-agenda-items">${items}</div></div>`
const day = `<html><head><title>Agenda, 2026</title></head><body><a class="btn btn-cta" href="https://efiles.example/record/1">Disposition Agenda</a>
  ${session('Wednesday, August 5, 2026 9:30 am', `<h3>Consent Agenda</h3>${item}<h3>Regular Agenda</h3>${untitled}`)}
  ${session('Wednesday, August 5, 2026 2:00 pm', '', '<p>Cancelled</p>')}
  ${session('Thursday, August 6, 2026 6:00 pm')}</body></html>`
const list = (...paths: string[]) =>
  `<ul>${paths.map((path) => `<li><a href="/council/agenda/${path}">${path}</a></li>`).join('')}</ul>`

const target = { portalUrl: `${site}/council/agenda`, options: {}, timeZone: null }
const pages: Readonly<Record<string, string>> = {
  [`${site}/council/agenda/all`]: list('2026/9/2', 'finance-committee/2026/8/10', '2026/8/5'),
  [`${site}/council/agenda/all?page=1`]: list('2026/7/1', '2026/6/3'),
  [`${site}/council/agenda/2026/8/5`]: day,
  [`${site}/council/agenda`]: day,
  [`${site}/council/agenda/finance-committee/2026/8/10`]: session(
    'Monday, August 10, 2026 noon',
    item,
  ),
}
const portal = (known = pages) =>
  fakePortal(({ url }) => (known[url] === undefined ? undefined : { body: known[url] }))

describe('Portland’s own pages', () => {
  it('are known by their address', () => {
    expect(recogniseAddress(`${site}/council/agenda/2026/8/5`)).toMatchObject({
      platform: 'portland',
      portalUrl: target.portalUrl,
      isVerified: false,
    })
    expect(recogniseAddress(`${site}/police/news`)).toBeUndefined()
  })

  it('give every session of the window, on the clock of the city', async () => {
    const { fetcher, asked } = portal()
    const { meetings, problems } = await readAll(portland, target, {
      fetcher,
      window: window('2026-08-05', '2026-08-31'),
    })
    expect(problems).toEqual([])
    expect(meetings).toMatchObject([
      { upstreamId: 'finance-committee/2026-08-10/1', body: 'Finance Committee', time: '12:00' },
      {
        upstreamId: 'council/2026-08-05/1',
        body: 'City Council',
        time: '09:30',
        timeZone: 'America/Los_Angeles',
        status: 'confirmed',
      },
      { upstreamId: 'council/2026-08-05/2', time: '14:00', status: 'cancelled' },
      { upstreamId: 'council/2026-08-06/1', time: '18:00' },
    ])
    expect(meetings[1]?.documents.map(({ kind }) => kind)).toEqual(['summary', 'video'])
    // The second page has nothing but older days: no third is asked for.
    expect(asked.filter(({ url }) => url.includes('?page='))).toHaveLength(1)
  })

  it('give items with sections, files, disposition and votes', async () => {
    const { fetcher } = portal()
    const address = `${site}/council/agenda/2026/8/5`
    const { meetings } = await readAll(portland, { ...target, address }, { fetcher })
    expect(meetings).toHaveLength(3)
    expect(meetings[0]?.agendaItems).toMatchObject([
      {
        number: '41',
        title: 'Authorize contract for gunshot sensors',
        fileNumber: '900041',
        matterType: 'Ordinance',
        section: 'Consent Agenda',
        consent: true,
        sourceUrl: '/council/documents/ordinance/passed/900041'.replace(/^/, site),
        text: 'Introduced by: Mayor Rosa Example\nBureau: Police',
        result: 'Passed to second reading',
        votes: [
          { person: 'Jo Ann Sample', option: 'absent' },
          { person: 'Kim Test', option: 'yes' },
          { person: 'Rosa Example', option: 'no' },
        ],
      },
      { number: '42', title: 'Accept a late report', matterType: 'Report', consent: false },
    ])
  })

  it('fall back to this week’s page, and tell of what is not there', async () => {
    const thisWeek = portal({ [`${site}/council/agenda`]: day })
    const read = await readAll(portland, target, { fetcher: thisWeek.fetcher })
    expect(read.meetings).toHaveLength(3)
    expect(read.problems).toHaveLength(1)
    const empty = await readAll(portland, target, { fetcher: portal({}).fetcher })
    expect(empty.meetings).toEqual([])
    expect(empty.problems.length).toBeGreaterThan(0)
  })

  it('stay honest over damage, and take no other page for an agenda', () => {
    const page = { url: `${site}/council/agenda/2026/8/5`, text: day }
    expectHonest(portland, 'calendar', page)
    expectHonest(portland, 'items', page)
    expectRefusal(portland, 'calendar', page.url)
    expectRefusal(portland, 'items', page.url)
  })
})
