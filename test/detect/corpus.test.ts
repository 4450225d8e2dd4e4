import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'
import { evaluate, type LabelledItem } from '../../src/detect/evaluate.ts'
import { repeatsTitle } from '../../src/detect/item-fields.ts'

const file = '../shared/corpus/items.jsonl'

/** Real agenda items judged by people; the figures held are a little under those measured. */
describe.skipIf(!existsSync(file))('on the labelled corpus', () => {
  const items = () =>
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => {
        const item = JSON.parse(line) as Omit<LabelledItem, 'text'> & { text?: string }
        return { ...item, text: item.text ?? '' }
      })

  it('holds its precision and recall, far above a bare keyword list', () => {
    const got = evaluate(items(), createDetector())
    expect(got.items).toBeGreaterThan(2_000)
    expect(got.relevance.precision).toBeGreaterThan(0.93)
    expect(got.relevance.recall).toBeGreaterThan(0.97)
    expect(got.technologies.f1).toBeGreaterThan(0.91)
    expect(got.vendors.f1).toBeGreaterThan(0.92)
    expect(got.amounts.exactShare).toBeGreaterThan(0.97)
    expect(got.amounts.invented).toBeLessThan(4)
    expect(got.relevance.f1).toBeGreaterThan((got.baseline.f1 ?? 1) + 0.2)
  })

  it('finds what it found with unrelated words before, behind and beside it', () => {
    const detector = createDetector()
    const unrelated = 'Elm tree lane gravel pudding. '.repeat(40)
    const lost = items().filter(({ title, text }) => {
      if (!detector.detect({ title, text }, { facts: false }).relevant) return false
      // A text that goes on where its title was cut off must begin with it.
      const before = [`${unrelated} ${text}`, `${unrelated}\n\n${text}`]
      const longer = [`${text} ${unrelated}`, ...(repeatsTitle(title, text) ? [] : before)]
      return longer.some((it) => !detector.detect({ title, text: it }, { facts: false }).relevant)
    })
    expect(lost.map(({ id }) => id)).toEqual([])
  }, 120_000)
})
