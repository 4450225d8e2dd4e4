import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportCommand } from '../../src/cli/commands/export.ts'
import { type DbAddress, openReadDb } from '../../src/db/client.ts'
import { createSeedDb, seedNow, seedPlaces } from '../support/seed.ts'
import { seedTaxonomy } from '../support/web.ts'

let address: DbAddress
let remove: () => Promise<void>

beforeAll(async () => {
  const seeded = await createSeedDb()
  address = seeded.address
  remove = seeded.remove
  await seedPlaces(seeded.db)
})
afterAll(() => remove())

async function run(...argv: string[]): Promise<{ code: number; out: string }> {
  let out = ''
  const code = await exportCommand({
    openReadDb: () => openReadDb(address),
    now: () => seedNow,
    taxonomy: seedTaxonomy,
    publicUrl: null,
  }).run(argv, {
    out: (text) => {
      out += `${text}\n`
    },
    err: () => undefined,
    lines: async function* () {},
    stopped: new AbortController().signal,
  })
  return { code, out }
}

describe('export', () => {
  it('writes CSV unless told otherwise, lines ended by CR LF alone', async () => {
    const { code, out } = await run('--place', 'riverton-wa')
    expect(code).toBe(0)
    expect(out.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const rows = parse(out, { columns: true, bom: true }) as { place: string; pageUrl: string }[]
    expect(rows).toHaveLength(4)
    expect(rows.every(({ place }) => place === 'riverton-wa')).toBe(true)
    expect(rows.every(({ pageUrl }) => pageUrl === '')).toBe(true)
  })

  it('writes JSON and NDJSON of the same list', async () => {
    const json = JSON.parse((await run('--json', '--when', 'past')).out) as { findings: unknown[] }
    const { out } = await run('--format', 'ndjson', '--when', 'past')
    const lines = out.trimEnd().split('\n')
    expect(json.findings).toHaveLength(1)
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(json.findings)
  })

  it('filters by technology, vendor, words and band', async () => {
    const count = async (...argv: string[]) =>
      (JSON.parse((await run('--json', ...argv)).out) as { count: number }).count
    expect(await count('--technology', 'drones')).toBe(1)
    expect(await count('--vendor', 'axon')).toBe(1)
    expect(await count('--q', 'waterfront')).toBe(1)
    expect(await count('--band', 'possible')).toBe(1)
    expect(await count('--place', 'nowhere')).toBe(0)
  })

  it('says which id is unknown instead of writing an empty list', async () => {
    await expect(run('--technology', 'dronez', '--vendor', 'axom')).rejects.toMatchObject({
      code: 'filter_value',
      message: expect.stringContaining('dronez, axom') as string,
    })
  })

  it.each([
    [['--format', 'xlsx'], '--format is one of csv, json, ndjson'],
    [['--when', 'soon'], '--when is one of upcoming, past, all'],
    [['--place', 'No Such Place'], 'Not understood: --place'],
    [['riverton-wa'], 'Not understood: riverton-wa'],
    [['--colour'], 'Unknown option'],
  ])('asks again for %j', async (argv, message) => {
    await expect(run(...argv)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(message) as string,
    })
  })
})
