import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'
import { evaluate, type LabelledItem } from '../../src/detect/evaluate.ts'
import { listTechnologies } from '../../src/detect/taxonomy.ts'

/**
 * Items of no council, worded as councils word them: brands alone, euphemisms, bland titles over
 * telling texts, Spanish, and what only looks alike. They hold what detection already knows;
 * accuracy is measured on real items.
 */
function read(name: string): LabelledItem[] {
  return readFileSync(new URL(`challenge/${name}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { label, ...item } = JSON.parse(line)
      const nothing = { technologies: [], vendors: [], amountUsd: null, role: null, action: null }
      return { text: '', ...item, label: { ...nothing, doubt: false, ...label } }
    })
}

describe('items worded as councils word them', () => {
  const purchases = read('purchases')
  const unrelated = read('unrelated')
  const got = evaluate([...purchases, ...unrelated], createDetector())

  it('are found, and what looks alike is not', () => {
    expect(purchases.length).toBeGreaterThan(300)
    expect(unrelated.length).toBeGreaterThan(300)
    expect(got.relevance.recall).toBeGreaterThan(0.98)
    expect(got.relevance.precision).toBeGreaterThan(0.98)
  })

  it('are told by technology, vendor and kind', () => {
    expect(got.technologies.f1).toBeGreaterThan(0.96)
    expect(got.vendors.f1).toBeGreaterThan(0.97)
    expect(got.roles.share).toBeGreaterThan(0.95)
  })

  it('are counted by role, the most frequent first, and together as all are', () => {
    const stated = got.byRole.map((one) => one.stated)
    expect(stated).toEqual([...stated].sort((a, b) => b - a))
    expect(stated.reduce((a, b) => a + b)).toBe(got.roles.stated)
    expect(got.byRole.reduce((sum, { right }) => sum + right, 0)).toBe(got.roles.right)
    expect(got.byRole.map(({ role }) => role)).toContain('procurement')
  })

  it('hold every technology that is looked for, and none is never found', () => {
    const found = Object.entries(got.technology)
      .filter(([, { truePositives }]) => truePositives > 0)
      .map(([id]) => id)
    expect(new Set(found)).toEqual(new Set(listTechnologies().map(({ id }) => id)))
  })
})
