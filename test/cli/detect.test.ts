import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/cli/command.ts'
import { detectCommand } from '../../src/cli/commands/detect.ts'
import { evalCommand } from '../../src/cli/commands/eval.ts'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()

async function run(command: Command, argv: readonly string[], input: readonly string[] = []) {
  const out: string[] = []
  const err: string[] = []
  const code = await command.run(argv, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    lines: async function* () {
      yield* input
    },
    stopped: new AbortController().signal,
  })
  return { code, out, err }
}

const item = { id: 'a-1', title: 'Purchase of license plate readers from Flock Safety ($1,200.00)' }

describe('detect', () => {
  const detect = detectCommand({ detector })

  it('prints a line for each item', async () => {
    const park = { id: 7, title: 'Park bench donation', text: 'Two benches.' }
    const { code, out, err } = await run(
      detect,
      ['--json'],
      [item, park].map((it) => JSON.stringify(it)),
    )
    expect(code).toBe(0)
    expect(err).toEqual([])
    const [found, left] = out.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(found).toMatchObject({
      id: 'a-1',
      relevant: true,
      band: 'found',
      technologies: ['alpr'],
      vendors: ['flock-safety'],
      facts: { amountUsd: 1200 },
      version: detector.version,
    })
    expect((found?.evidence as unknown[] | undefined)?.[0]).toMatchObject({
      quote: 'license plate readers',
      start: 12,
      end: 33,
      field: 'title',
    })
    expect(left).toMatchObject({ id: 7, relevant: false, technologies: [], evidence: [] })
  })

  it('tells bad lines and goes on', async () => {
    const bad = ['{', '[]', 'null', '{"id":1}', '{"title":5}', '{"title":"x","text":[]}', '']
    const { code, out, err } = await run(
      detect,
      ['--json'],
      [`\ufeff${JSON.stringify(item)}`, ...bad, JSON.stringify(item)],
    )
    expect(code).toBe(1)
    expect(out).toHaveLength(2)
    const told = err.map((line) => JSON.parse(line) as { line: number; error: { code: string } })
    expect(told.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7])
    expect(new Set(told.map(({ error }) => error.code))).toEqual(new Set(['item_line']))
  })

  it('prints a table for people', async () => {
    const { out } = await run(detect, [], [JSON.stringify(item)])
    expect(out.join()).toMatch(/^found .*alpr, flock-safety {2}\$1,200/)
  })
})

const labelled = [
  {
    ...item,
    place: 'Riverton',
    label: {
      relevant: true,
      technologies: ['alpr'],
      vendors: ['flock-safety'],
      amountUsd: 1200,
      doubt: false,
    },
  },
  {
    id: 'a-2',
    place: 'Riverton',
    title: 'Consulting services',
    label: { relevant: true, technologies: ['drone'], vendors: [], amountUsd: 5, doubt: true },
  },
  {
    id: 'a-3',
    place: 'Elmford',
    title: 'Purchase of body cameras',
    label: { relevant: false, technologies: [], vendors: [], amountUsd: null, doubt: false },
  },
]

describe('eval', () => {
  const file = labelled.map((it) => JSON.stringify(it)).join('\n')
  const command = (text: string) => evalCommand({ detector, readText: async () => text })

  it('counts right, false and missed, with and without doubtful lines', async () => {
    const { code, out } = await run(command(file), ['labelled.jsonl', '--json', '--by-place'])
    expect(code).toBe(0)
    const got = JSON.parse(out[0] ?? '') as {
      relevance: object
      misses: { kind: string; id: string }[]
      places: { place: string }[]
    }
    expect(got).toMatchObject({
      items: 3,
      positives: 2,
      doubtful: 1,
      relevance: { truePositives: 1, falsePositives: 1, falseNegatives: 1, precision: 0.5 },
      strictRelevance: { truePositives: 1, falsePositives: 1, falseNegatives: 0, recall: 1 },
      technology: { alpr: { f1: 1 }, drone: { recall: 0 }, 'body-worn-camera': { precision: 0 } },
      vendors: { f1: 1 },
      amounts: { stated: 2, exact: 1, invented: 0 },
      baseline: { truePositives: 1, falsePositives: 1, falseNegatives: 1 },
    })
    expect(got.misses.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'missed a-2',
      'false-find a-3',
    ])
    expect(got.places.map(({ place }) => place)).toEqual(['Riverton', 'Elmford'])
  })

  it('prints a table that lists every miss', async () => {
    const { out } = await run(command(file), ['labelled.jsonl'])
    expect(out[0]).toMatch(/relevance +0\.500 {2}0\.500 {2}0\.500 {2}1 \/ 1 \/ 1/)
    expect(out[0]).toMatch(/false-find a-3/)
  })

  it('measures what it can read and tells the rest', async () => {
    const { code, out, err } = await run(command(`${file}\n{"title":"x"}\nnonsense\n`), [
      'l',
      '--json',
    ])
    expect(code).toBe(1)
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ items: 3 })
    expect(err.map((line) => (JSON.parse(line) as { line: number }).line)).toEqual([4, 5])
  })

  it('gives no figures of nothing, and asks for a file', async () => {
    const { out } = await run(command(''), ['empty.jsonl', '--json'])
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ items: 0, relevance: { precision: null } })
    await expect(run(command(''), [])).rejects.toMatchObject({ code: 'usage' })
  })
})
