import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchCommand } from '../../src/cli/commands/search.ts'
import { type DbAddress, openReadDb } from '../../src/db/client.ts'
import { documentPages, documentVersions } from '../../src/db/schema/index.ts'
import { createSeedDb, seedPlaces } from '../support/seed.ts'

let address: DbAddress
let remove: () => Promise<void>

beforeAll(async () => {
  const seeded = await createSeedDb()
  address = seeded.address
  remove = seeded.remove
  await seedPlaces(seeded.db)
  await seeded.db.write(async (tx) => {
    const [version] = await tx.select().from(documentVersions).limit(1)
    await tx.insert(documentPages).values({
      documentVersionId: version?.id ?? 0,
      page: 214,
      text: 'Retention of plate images shall not exceed thirty days.',
    })
  })
})
afterAll(() => remove())

async function run(...argv: string[]): Promise<{ code: number; out: string }> {
  let out = ''
  const code = await searchCommand({ openReadDb: () => openReadDb(address) }).run(argv, {
    out: (text) => {
      out += `${text}\n`
    },
    err: () => undefined,
    lines: async function* () {},
    stopped: new AbortController().signal,
  })
  return { code, out }
}

describe('search', () => {
  it('prints items and pages, a hit a line, the words between brackets', async () => {
    const { code, out } = await run('retention', 'NEAR/8', 'thirty', '--place', 'WA')
    expect(code).toBe(0)
    expect(out).toMatch(/^page 214 of [0-9a-f]{16}\tRiverton, WA\t.+\[Retention\].+\[thirty\]/m)
  })

  it('prints both whole as JSON', async () => {
    const { out } = await run('"plate images"', '--kind', 'attachment', '--json')
    expect(JSON.parse(out)).toMatchObject({
      items: { count: 0 },
      pages: { count: 1, isBounded: false, hits: [{ page: 214, item: { number: '7.b' } }] },
    })
  })

  it('ends with 1 when nothing is found', async () => {
    expect(await run('nowhere')).toEqual({ code: 1, out: '' })
  })

  it.each([
    [[], 'usage'],
    [['plate', '--from', '2026-13-01'], 'usage'],
    [['plate', '--kind', 'film'], 'usage'],
    [['plate', '--limit', '0'], 'usage'],
    [['plate', '--place', 'Nowhere'], 'place_unknown'],
  ])('refuses %j with a cure', async (argv, code) => {
    await expect(run(...argv)).rejects.toMatchObject({ code })
  })
})
