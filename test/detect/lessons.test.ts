import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'
import type { LabelledItem } from '../../src/detect/evaluate.ts'
import { loadTaxonomy } from '../../src/detect/taxonomy.ts'
import { roles } from '../../src/model/facts.ts'

const lessons = 'src/detect/lessons/items.jsonl'
const retold = 'src/detect/lessons/retold.jsonl'
const lookedUp = 'src/detect/lessons/looked-up.jsonl'
const fresh = 'src/detect/lessons/fresh.jsonl'
const nearMisses = 'src/detect/lessons/near-misses.jsonl'
const keptAside = 'src/detect/kept-aside/items.jsonl'
const corpus = '../shared/corpus/items.jsonl'

const readItems = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): LabelledItem => ({ text: '', ...JSON.parse(line) }))

describe.each([
  ['lessons of sums', lessons, 1_700],
  ['retold lessons', retold, 1_100],
  ['lessons looked up', lookedUp, 650],
  ['fresh wordings', fresh, 4_600],
  ['near misses', nearMisses, 900],
  ['items kept aside', keptAside, 500],
])('the %s', (_, file, least) => {
  const items = readItems(file)

  it('have labels that the taxonomy knows, each with an id of its own', () => {
    const { technologies, vendors } = loadTaxonomy()
    const known = new Set([...technologies, ...vendors].map(({ id }) => id))
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    expect(items.length).toBeGreaterThan(least)
    for (const { id, title, text, place, label } of items) {
      const unknown = [...label.technologies, ...label.vendors].filter((one) => !known.has(one))
      expect([id, unknown]).toEqual([id, []])
      const isKnown = label.role === null || roles.some((role) => role === label.role)
      expect([id, isKnown, label.relevant]).toEqual([id, true, label.role !== null])
      expect(title.trim() && place).not.toBe('')
      expect(typeof text).toBe('string')
    }
  })

  it.skipIf(!existsSync(corpus))('repeat no item of the corpus', () => {
    const own = new Set(items.map(({ title, text }) => `${title}\n${text}`))
    expect(readItems(corpus).filter(({ title, text }) => own.has(`${title}\n${text}`))).toEqual([])
  })
})

describe('items kept aside', () => {
  it('are no lessons, nor nearly', () => {
    const wordsOf = ({ title, text }: LabelledItem) =>
      new Set(
        `${title} ${text}`
          .slice(0, 800)
          .toLowerCase()
          .match(/[a-z]{3,}/g),
      )
    const taught = [lessons, retold, lookedUp, fresh, nearMisses].flatMap(readItems).map(wordsOf)
    const alike = readItems(keptAside).filter((item) => {
      const own = wordsOf(item)
      if (own.size < 12) return false
      return taught.some((lesson) => {
        const both = [...own].filter((word) => lesson.has(word)).length
        return both / (own.size + lesson.size - both) > 0.7
      })
    })
    expect(alike.map(({ id }) => id)).toEqual([])
  })
})

describe('near misses', () => {
  it('are seldom found', () => {
    const detector = createDetector()
    const items = readItems(nearMisses)
    const found = items.filter(
      ({ title, text }) => detector.detect({ title, text }, { facts: false }).relevant,
    )
    expect(found.length / items.length).toBeLessThan(0.06)
  })
})
