import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../src/db/client.ts'
import { createSeedDb, seedPlaces } from '../support/seed.ts'
import { createTestSite } from '../support/web.ts'

let db: Db
let remove: () => Promise<void>

beforeAll(async () => {
  const seeded = await createSeedDb()
  db = seeded.db
  remove = seeded.remove
  await seedPlaces(db)
})
afterAll(() => remove())

const site = () => createTestSite(db, { publicUrl: 'https://watch.example.org' }).app

interface Exported {
  readonly asked: Record<string, string>
  readonly findings: readonly {
    title: string
    band: string
    pageUrl: string
    evidence: unknown[]
  }[]
  readonly count: number
  readonly isComplete: boolean
}

describe('export routes', () => {
  it('give the whole list, past and upcoming, sure and possible, with its evidence', async () => {
    const response = await site().request('/export.json')
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="watchdocket-all-2026-11-23.json"',
    )
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const file = (await response.json()) as Exported
    expect(file.asked).toEqual({ when: 'all' })
    expect(file.count).toBe(file.findings.length)
    expect(file.isComplete).toBe(true)
    expect(new Set(file.findings.map(({ band }) => band))).toEqual(new Set(['found', 'possible']))
    expect(file.findings.map(({ title }) => title)).toContain(
      'Annual report on license plate readers',
    )
    const plates = file.findings.find(({ title }) => title.startsWith('Purchase of license'))
    expect(plates?.pageUrl).toMatch(/^https:\/\/watch\.example\.org\/items\/\d+$/)
    expect(plates?.evidence).toContainEqual(
      expect.objectContaining({ quote: 'license plate readers', field: 'title' }),
    )
  })

  it('give the same findings in every format', async () => {
    const app = site()
    const path = (format: string) => `/export.${format}?place=riverton-wa&when=upcoming`
    const json = (await (await app.request(path('json'))).json()) as Exported
    const ndjson = (await (await app.request(path('ndjson'))).text()).trimEnd().split('\n')
    const csv = await (await app.request(path('csv'))).text()
    const rows = parse(csv, { columns: true, bom: true }) as { title: string }[]
    expect(ndjson.map((line) => JSON.parse(line))).toEqual(json.findings)
    expect(rows.map(({ title }) => title)).toEqual(json.findings.map(({ title }) => title))
    expect(json.asked).toEqual({ place: 'riverton-wa', when: 'upcoming' })
    expect(rows).toHaveLength(3)
  })

  it.each(['when=never', 'place=<b>', 'band=sure', 'technology=dronez', 'vendor=axom'])(
    'refuse %s',
    async (query) => {
      const response = await site().request(`/export.csv?${query}`)
      expect(response.status).toBe(400)
      expect(await response.text()).toContain('filter_value')
    },
  )

  it('let others wait while four run, and take more when one was taken or given up', async () => {
    const app = site()
    const running = await Promise.all([1, 2, 3, 4].map(() => app.request('/export.ndjson')))
    expect((await app.request('/export.ndjson', { method: 'HEAD' })).status).toBe(200)
    const refused = await app.request('/export.ndjson')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('30')
    expect(await refused.text()).toContain('too_many')
    await running[0]?.body?.cancel()
    const next = await app.request('/export.ndjson')
    expect(next.status).toBe(200)
    for (const response of [...running.slice(1), next]) await response.text()
    expect((await app.request('/export.ndjson')).status).toBe(200)
  })
})
