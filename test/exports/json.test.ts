import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../src/db/client.ts'
import { type ExportRequest, exportFindings } from '../../src/exports/export-findings.ts'
import type { FindingRecord } from '../../src/exports/finding-record.ts'
import { writeJson, writeNdjson } from '../../src/exports/json.ts'
import { createSeedDb, seedNow, seedPlaces } from '../support/seed.ts'

let db: Db
let remove: () => Promise<void>

/** More than one go of the driver, on both sides of now. */
const councils = 130

beforeAll(async () => {
  const seeded = await createSeedDb()
  db = seeded.db
  remove = seeded.remove
  const items = Array.from({ length: 3 }, (_, at) => ({
    title: `Camera purchase ${at}`,
    finding: { quote: 'Camera', technologies: ['video-surveillance'] },
  }))
  await seedPlaces(
    db,
    Array.from({ length: councils }, (_, at) => ({
      slug: `place-${at}`,
      name: `Place ${at}`,
      state: 'WA',
      type: 'city' as const,
      timeZone: 'America/Los_Angeles',
      population: 1,
      platform: 'legistar',
      meetings: [
        { body: 'Council', inDays: 3, time: '18:30', items },
        { body: 'Council', inDays: -3, time: '18:30', items },
      ],
    })),
  )
}, 120_000)
afterAll(() => remove())

const asked: ExportRequest = {
  filter: {},
  when: 'all',
  now: seedNow,
  limit: null,
  publicUrl: null,
}

async function collect(given: Partial<ExportRequest> = {}): Promise<FindingRecord[]> {
  const all: FindingRecord[] = []
  for await (const records of exportFindings(db, { ...asked, ...given })) all.push(...records)
  return all
}

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) text += chunk
  return text
}

describe('exportFindings', () => {
  it('gives each finding once, upcoming before past', async () => {
    const records = await collect()
    expect(records).toHaveLength(councils * 6)
    expect(new Set(records.map(({ id }) => id)).size).toBe(councils * 6)
    const isUpcoming = records.map(({ date }) => date > '2026-11-23')
    expect(isUpcoming.lastIndexOf(true)).toBe(councils * 3 - 1)
    expect(records.every(({ evidence }) => evidence.length > 0)).toBe(true)
  })

  it.each(['upcoming', 'past'] as const)('gives %s alone', async (when) => {
    expect(await collect({ when })).toHaveLength(councils * 3)
  })

  it.each([1, 100, 101, councils * 3, councils * 3 + 1])('stops at %d', async (limit) => {
    expect(await collect({ limit })).toHaveLength(limit)
  })

  it('gives nothing for a filter that nothing fits', async () => {
    expect(await collect({ filter: { place: 'nowhere' } })).toEqual([])
  })
})

describe('JSON and NDJSON', () => {
  it('say whether the list is whole', async () => {
    const write = async (limit: number | null) =>
      JSON.parse(
        await textOf(
          writeJson(exportFindings(db, { ...asked, limit }), {
            generatedAt: seedNow,
            asked: { when: 'all' },
            limit,
          }),
        ),
      ) as { findings: unknown[]; count: number; isComplete: boolean; generatedAt: string }
    const whole = await write(null)
    expect(whole.generatedAt).toBe('2026-11-23T18:00:00.000Z')
    expect(whole.findings).toEqual(await collect())
    expect([whole.count, whole.isComplete]).toEqual([councils * 6, true])
    const part = await write(250)
    expect([part.findings.length, part.count, part.isComplete]).toEqual([250, 250, false])
  })

  it('are valid when empty', async () => {
    const none = exportFindings(db, { ...asked, filter: { place: 'nowhere' } })
    const head = { generatedAt: seedNow, asked: {}, limit: null }
    expect(JSON.parse(await textOf(writeJson(none, head)))).toMatchObject({
      findings: [],
      count: 0,
      isComplete: true,
    })
    const again = exportFindings(db, { ...asked, filter: { place: 'nowhere' } })
    expect(await textOf(writeNdjson(again))).toBe('')
  })

  it('are one object a line', async () => {
    const text = await textOf(writeNdjson(exportFindings(db, asked)))
    const lines = text.split('\n')
    expect(lines.pop()).toBe('')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(await collect())
  })
})
