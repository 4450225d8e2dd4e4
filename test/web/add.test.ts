import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../src/db/client.ts'
import { acknowledgeHealth } from '../../src/db/queries/source-care.ts'
import { recordHealth } from '../../src/db/queries/source-health.ts'
import { InputError } from '../../src/model/errors.ts'
import { typedAddress } from '../../web/pages/add.tsx'
import { createSeedDb, seedNow, seedPlaces } from '../support/seed.ts'
import { createTestSite, type TestSite } from '../support/web.ts'

let db: Db
let remove: () => Promise<void>

beforeAll(async () => {
  const made = await createSeedDb()
  db = made.db
  remove = made.remove
  await seedPlaces(db)
})
afterAll(() => remove())

const rivermouth = 'https://rivermouth.legistar.example/Calendar.aspx'

function post(
  { app }: TestSite,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
) {
  return app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers })
}

describe('adding a council', () => {
  it('asks which to watch as long as there is none', async () => {
    const empty = await createSeedDb()
    try {
      const text = await (await createTestSite(empty.db).app.request('/')).text()
      expect(text).toContain('Which councils do you want to watch?')
      expect(text).toContain('action="/add"')
    } finally {
      await empty.remove()
    }
  })

  it('lists places with what is known of their portals', async () => {
    const text = await (await createTestSite(db).app.request('/add?q=river')).text()
    expect(text).toContain('Watched already')
    expect(text).toContain('Needs checking')
    expect(text).toContain('Not readable yet')
    expect(text).toContain('School boards in the directory')
    expect(text.match(/name="directory"/g)).toHaveLength(3)
  })

  it('says when the directory knows no such place', async () => {
    const text = await (await createTestSite(db).app.request('/add?q=atlantis')).text()
    expect(text).toContain('The directory knows no such place')
  })

  it('asks the worker and leads to the progress', async () => {
    const site = createTestSite(db)
    const response = await post(site, '/sources', { directory: rivermouth })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/councils/riverton-wa')
    expect(site.asked).toEqual([{ directoryId: rivermouth }])
  })

  it('takes an address that the directory does not know, with whose it is', async () => {
    const site = createTestSite(db)
    const address = 'https://newtown.legistar.example/Calendar.aspx'
    const page = await (await site.app.request(`/add?q=${encodeURIComponent(address)}`)).text()
    expect(page).toContain('This looks like <strong>Legistar</strong>')
    const fields = { address, name: 'Newtown', state: 'ct', timeZone: 'America/New_York' }
    const response = await post(site, '/sources', fields)
    expect(response.status).toBe(303)
    expect(site.asked).toEqual([{ ...fields, state: 'CT' }])
  })

  it.each([
    [{ address: 'https://a.example/', name: '' }, 'The name of the place is missing'],
    [{ address: 'javascript:alert(1)', name: 'Newtown' }, 'not the address of a web page'],
    [{}, 'not the address of a web page'],
  ])('gives the form back with what was typed and why: %j', async (fields, reason) => {
    const site = createTestSite(db)
    const response = await post(site, '/sources', fields as Record<string, string>)
    expect(response.status).toBe(422)
    const text = await response.text()
    expect(text).toContain(reason)
    for (const value of Object.values(fields)) expect(text).toContain(`value="${value}"`)
    expect(site.asked).toEqual([])
  })

  it("shows the worker's own reason", async () => {
    const site = createTestSite(db, {
      commands: {
        addSource: async () => {
          throw new InputError('source_exists', 'Newtown is watched <already>', 'Nothing to do')
        },
        readNow: async () => undefined,
        acknowledge: async () => undefined,
      },
    })
    const fields = { address: 'https://a.example/x', name: 'New"town' }
    const text = await (await post(site, '/sources', fields)).text()
    expect(text).toContain('Newtown is watched &lt;already&gt;')
    expect(text).toContain('value="New&quot;town"')
  })

  it('makes a source due on request', async () => {
    const site = createTestSite(db)
    const response = await post(site, '/sources/riverton-wa-legistar/read', {})
    expect(response.headers.get('location')).toBe('/councils/riverton-wa')
    expect(site.asked).toEqual([{ readNow: 'riverton-wa-legistar' }])
    expect((await post(site, '/sources/none/read', {})).status).toBe(404)
  })
})

describe('trouble that the operator knows of', () => {
  const troubled = async () => {
    const made = await createSeedDb()
    await seedPlaces(made.db)
    await made.db.write((tx) =>
      recordHealth(
        tx,
        'riverton-wa-legistar',
        { health: 'blocked', code: 'portal_wall', message: 'A check for robots', cure: 'Ask them' },
        { at: seedNow, isGood: false, isFruitful: false, nextRunAt: seedNow },
      ),
    )
    return made
  }

  it('is marked by a form on the page of the council, and told there and in coverage', async () => {
    const { db, remove } = await troubled()
    try {
      const site = createTestSite(db, {})
      const page = async (path: string) => (await site.app.request(path)).text()
      const action = '/sources/riverton-wa-legistar/acknowledge'
      expect(await page('/councils/riverton-wa')).toContain(`action="${action}"`)
      const note = 'The clerk was told <today>'
      const response = await post(site, action, { note })
      expect(response.headers.get('location')).toBe('/councils/riverton-wa')
      expect(site.asked).toEqual([{ acknowledge: 'riverton-wa-legistar', note }])

      await db.write((tx) => acknowledgeHealth(tx, 'riverton-wa-legistar', note, seedNow))
      const council = await page('/councils/riverton-wa')
      expect(council).toContain('Known to the operator')
      expect(council).toContain('The clerk was told &lt;today&gt;')
      expect(council).not.toContain(`action="${action}"`)
      expect(await page('/coverage')).toContain('The clerk was told &lt;today&gt;')
    } finally {
      await remove()
    }
  })

  it('wants words, a source that is there, and somebody who may', async () => {
    const { db, remove } = await troubled()
    try {
      const site = createTestSite(db)
      const action = '/sources/riverton-wa-legistar/acknowledge'
      const empty = await post(site, action, { note: ' ' })
      expect(empty.status).toBe(400)
      expect(await empty.text()).toContain('form_invalid')
      expect((await post(site, '/sources/none/acknowledge', { note: 'x' })).status).toBe(404)
      const other = { 'sec-fetch-site': 'cross-site' }
      expect((await post(site, action, { note: 'x' }, other)).status).toBe(403)
      expect(site.asked).toEqual([])
      const closed = createTestSite(db, { canChange: () => false })
      expect((await post(closed, action, { note: 'x' })).status).toBe(403)
      expect(await (await closed.app.request('/councils/riverton-wa')).text()).not.toContain(action)
    } finally {
      await remove()
    }
  })

  it('has no form while nothing is wrong', async () => {
    const text = await (await createTestSite(db).app.request('/councils/riverton-wa')).text()
    expect(text).not.toContain('/acknowledge')
  })
})

describe('who may change something', () => {
  it('nobody who is not allowed to, and the page says how it is done', async () => {
    const site = createTestSite(db, { canChange: () => false })
    const response = await post(site, '/sources', { directory: rivermouth })
    expect(response.status).toBe(403)
    expect((await post(site, '/sources/riverton-wa-legistar/read', {})).status).toBe(403)
    expect(site.asked).toEqual([])
    const page = await (await site.app.request('/add?q=river')).text()
    expect(page).toContain('npx watchdocket sources add')
    expect(page).not.toContain('method="post"')
    const council = await (await site.app.request('/councils/riverton-wa')).text()
    expect(council).not.toContain('method="post"')
  })

  it.each([
    [{}, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost' }, 403],
    [{ 'sec-fetch-site': 'none' }, 303],
    [{ origin: 'http://localhost' }, 303],
  ])('a form with %j gets %d', async (headers, status) => {
    const site = createTestSite(db)
    const response = await post(
      site,
      '/sources',
      { directory: rivermouth },
      headers as Record<string, string>,
    )
    expect(response.status).toBe(status)
    expect(site.asked).toHaveLength(status === 303 ? 1 : 0)
  })

  it('behind a public address only forms from that address', async () => {
    const site = createTestSite(db, { publicUrl: 'https://watch.example' })
    const from = (origin: string) => post(site, '/sources', { directory: rivermouth }, { origin })
    expect((await from('https://watch.example')).status).toBe(303)
    expect((await from('http://localhost')).status).toBe(403)
  })

  it('not by JSON from elsewhere either', async () => {
    const site = createTestSite(db)
    const response = await site.app.request('/sources', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(response.status).toBe(403)
  })

  it('no form larger than 64 KiB', async () => {
    const site = createTestSite(db)
    const fields = { address: `https://a.example/${'x'.repeat(70_000)}`, name: 'Newtown' }
    const response = await post(site, '/sources', fields)
    expect(response.status).toBe(413)
    expect(site.asked).toEqual([])
  })
})

describe('what was typed', () => {
  it.each([
    ['https://a.legistar.com/Calendar.aspx', 'https://a.legistar.com/Calendar.aspx'],
    ['a.legistar.com/Calendar.aspx', 'https://a.legistar.com/Calendar.aspx'],
    ['a.legistar.com', 'https://a.legistar.com'],
    ['St. Louis', undefined],
    ['oakland', undefined],
    ['javascript:alert(1)', undefined],
    ['ftp://a.example/', undefined],
    ['https://', undefined],
  ])('%j is the address %j', (typed, address) => {
    expect(typedAddress(typed)).toBe(address)
  })
})
