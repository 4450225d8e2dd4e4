import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'
import type { LabelledItem } from '../../src/detect/evaluate.ts'
import { findCommitted } from '../../src/detect/facts/committed.ts'
import { type ItemLesson, learnModels, readLessons } from '../../src/detect/learn-models.ts'
import { structureLessons } from '../../src/detect/learn-sums.ts'
import { loadModels, noModels } from '../../src/detect/learned/load.ts'
import { type PlacedSum, weighSum } from '../../src/detect/learned/sum.ts'
import { candidatesOf } from '../../src/detect/learned/sum-signs.ts'
import { withWords } from '../../src/detect/learned/sum-words.ts'
import { type TreeModel, toTreeModel } from '../../src/detect/learned/trees.ts'
import { loadTaxonomy } from '../../src/detect/taxonomy.ts'
import { roles } from '../../src/model/facts.ts'
import { askedBy, sumsOf } from '../support/sums.ts'

const logOdds = (likely: number) => Math.log(likely / (1 - likely))

/** So likely is what the rules read, and so likely every other sum. */
const likely = (own: number, other: number): TreeModel =>
  toTreeModel({ start: 0, trees: [['rules read it', 0.5, logOdds(other), logOdds(own)]] })
const sure = likely(0.99, 0.99)

const text = 'The garage cost $900,000. Cameras will be $45,000.'
const byRules: PlacedSum = {
  cents: 90_000_000,
  quote: '$900,000',
  start: 16,
  end: 24,
  grade: 'stated',
  isOfTitle: false,
}

describe('the sum, weighed', () => {
  it.each([
    ['another, where it is likely and theirs is not', 0.29, 0.51, 45_000],
    ['theirs, where another is not likely', 0.29, 0.49, 900_000],
    ['theirs, where it may be right', 0.31, 0.99, 900_000],
    ['theirs, where it is as likely', 0.9, 0.9, 900_000],
  ])('is, where rules read one, %s', (_, own, other, dollars) => {
    const found = weighSum(sumsOf('Cameras', text), byRules, likely(own, other))
    expect(found?.cents).toBe(dollars * 100)
    expect(found === byRules).toBe(dollars === 900_000)
  })

  it('is weighed by the trees of words where there is a text for them, and by the others else', () => {
    const read = `${text} ${'The Board hears of it at length. '.repeat(8)}`
    const words = { answers: ['not committed', 'committed'], start: [0, 0], weights: new Map() }
    const beside = { words, trees: likely(0.1, 0.9) }
    const kept = likely(0.9, 0.1)
    expect(weighSum(sumsOf('Cameras', read), byRules, kept, beside)?.cents).toBe(4_500_000)
    expect(weighSum(sumsOf('Cameras', text), byRules, kept, beside)).toBe(byRules)
  })

  it.each([
    ['none, where words make no sum likely', true, 0.14, 0.14, undefined],
    ['what rules read, where words do not make it quite unlikely', true, 0.16, 0.16, byRules.cents],
    ['one that a report gives, where words make it likely', false, 0.1, 0.41, byRules.cents],
    ['none of a report, where they do not', false, 0.1, 0.39, undefined],
  ] as const)('is, where there is a text, %s', (_, isOfRules, own, other, cents) => {
    const read = `${text} ${'The Board hears of it at length. '.repeat(8)}`
    const words = { answers: ['not committed', 'committed'], start: [0, 0], weights: new Map() }
    const input = sumsOf('Cameras', read, isOfRules ? 'procurement' : 'report')
    const beside = { words, trees: likely(own, other) }
    const found = weighSum(input, isOfRules ? byRules : undefined, sure, beside)
    expect(found?.cents).toBe(cents)
  })

  it('is quoted as it is printed', () => {
    const found = weighSum(sumsOf('Cameras', text), byRules, likely(0.1, 0.9))
    const start = text.indexOf('$45,000')
    expect(found).toEqual({
      cents: 4_500_000,
      quote: '$45,000',
      start,
      end: start + 7,
      grade: 'stated',
      isOfTitle: false,
    })
  })

  it('is the rules’ own where another differs by cents', () => {
    const input = sumsOf('Cameras', 'The garage is $900,000.40.')
    expect(weighSum(input, byRules, likely(0.1, 0.9))).toBe(byRules)
  })

  it('is what rules read, whatever the model says, of what is mentioned or costs nothing', () => {
    const eager = likely(0.01, 0.99)
    expect(weighSum(sumsOf('Cameras', text, 'mention'), byRules, eager)).toBe(byRules)
    expect(weighSum(sumsOf('Cameras', text, 'mention'), undefined, eager)).toBeUndefined()
    const free = { ...byRules, cents: 0 }
    expect(weighSum(sumsOf('Cameras', text), free, eager)).toBe(free)
  })

  it('is where rules read none the likeliest, and none where nothing is likely enough', () => {
    const input = sumsOf('Cameras', text)
    const small = toTreeModel({
      start: 0,
      trees: [['larger sums', 0.5, logOdds(0.3), logOdds(0.51)]],
    })
    expect(weighSum(input, undefined, small)?.cents).toBe(4_500_000)
    expect(weighSum(input, undefined, likely(0.5, 0.51))?.cents).toBe(90_000_000)
    expect(weighSum(input, undefined, likely(0.5, 0.41))).toBeDefined()
    expect(weighSum(input, undefined, likely(0.5, 0.39))).toBeUndefined()
    expect(weighSum(sumsOf('Cameras', 'Nothing is printed.'), undefined, sure)).toBeUndefined()
  })

  it.each([
    ['Annual report on cameras', 'procurement'],
    ['Require cameras at bars', 'procurement'],
    ['RFP for cameras', 'procurement'],
    ['Terminate the contract for cameras', 'procurement'],
    ['Cameras', 'policy'],
    ['Cameras', 'report'],
    ['Cameras', 'oversight'],
    ['Cameras', 'data-sharing'],
  ] as const)('must be surer where "%s" as %s leaves no room for one', (title, role) => {
    const input = sumsOf(title, text, role)
    expect(weighSum(input, undefined, likely(0.5, 0.79))).toBeUndefined()
    expect(weighSum(input, undefined, likely(0.5, 0.81))).toBeDefined()
  })

  it.each([
    'Settlement of claims over plate readers',
    'Settle the lawsuit of Roe v. County about cameras',
    'Approve settlement in pending litigation',
  ])('is none where rules read none of "%s"', (title) => {
    expect(weighSum(sumsOf(title, text), undefined, sure)).toBeUndefined()
    expect(weighSum(sumsOf(title, text), byRules, sure)).toBe(byRules)
  })

  it.each([
    'Violators pay a fine of $500.',
    'The current contract amount is $80,000.',
    'Increase the program revenue by $31,000.',
  ])('is none that nobody commits: %s', (told) => {
    expect(candidatesOf(sumsOf('Cameras', told), undefined)).toHaveLength(1)
    expect(weighSum(sumsOf('Cameras', told), undefined, sure)).toBeUndefined()
    expect(weighSum(sumsOf('Cameras $500 $80,000 $31,000', told), undefined, sure)).toBeDefined()
  })

  it('is quoted from the title where that prints it too', () => {
    const found = weighSum(sumsOf('Cameras for $45,000', text), undefined, likely(0.5, 0.9))
    expect(found).toMatchObject({ quote: '$45,000', start: 12, isOfTitle: true })
  })

  it('is an exact slice of its field, and nothing throws, whatever the texts', () => {
    const pieces = fc.constantFrom(
      'cameras $12,000',
      '$9.50 each',
      'for a total of $1,2345',
      'NTE 500K;',
      '($3.5M)',
      '\n$7,000',
      'was $80,000.',
      '1,204,077.00',
      'Motion failed',
      'purchase of',
    )
    const anyText = fc
      .array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 25 })
      .map((parts) => parts.join(' '))
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    const anyRole = fc.constantFrom(null, ...roles)
    fc.assert(
      fc.property(anyText, anyText, anyRole, share, share, (title, words, role, own, other) => {
        const input = sumsOf(title, words, role)
        const read = findCommitted(input.title, input.text, role)
        for (const rules of [read, undefined]) {
          const found = weighSum(input, rules, likely(own, other))
          if (!found) continue
          const { quote, start, end, isOfTitle } = found
          expect((isOfTitle ? title : words).slice(start, end)).toBe(quote)
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['a long title', '$5, a '.repeat(70_000), 'Cameras'],
    ['a long text', 'Cameras', '$5, a '.repeat(70_000)],
    ['many sums', 'Cameras', Array.from({ length: 60_000 }, (_, at) => `$${at}`).join(' ')],
  ])('is weighed in no time in %s', (_, title, long) => {
    const input = sumsOf(title, long)
    const start = performance.now()
    weighSum(input, undefined, sure)
    weighSum(input, byRules, likely(0.1, 0.9))
    expect(performance.now() - start).toBeLessThan(3_000)
  })
})

const corpus = '../shared/corpus/items.jsonl'
const lessonsFiles = ['items.jsonl', 'retold.jsonl', 'looked-up.jsonl', 'fresh.jsonl'].map(
  (name) => `src/detect/lessons/${name}`,
)

const real = [corpus, 'src/detect/lessons/retold.jsonl', 'src/detect/lessons/looked-up.jsonl']

describe('the models that come with the product', () => {
  const withModels = createDetector()
  const rules = createDetector(loadTaxonomy(), noModels)

  const read = new Map<string, readonly ItemLesson[]>()
  function lessonsOf(file: string): readonly ItemLesson[] {
    const items = () =>
      readFileSync(file, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line): LabelledItem => ({ text: '', ...JSON.parse(line) }))
    const lessons = read.get(file) ?? readLessons(items(), rules, real.includes(file))
    read.set(file, lessons)
    return lessons
  }

  it('finds a sum where the rules read none', () => {
    const item = {
      title: 'PENLINK',
      text: 'Approve the yearly invoice for PLX and one add-on. Vendor PenLink Ltd.; $22,140.00; HIDTA pays back all but $2,500.',
    }
    expect(rules.detect(item).facts.amountUsd).toBeNull()
    expect(withModels.detect(item).facts.amountUsd).toBe(22_140)
  })

  it('ask for no sign that no sum shows', () => {
    const lessons = lessonsFiles.flatMap(lessonsOf)
    const structure = new Set(structureLessons(lessons).flatMap(({ signs }) => [...signs.keys()]))
    const beside = new Set(
      withWords([new Map(), new Map()], [0.5, 0.5], 0).flatMap((signs) => [...signs.keys()]),
    )
    const { sum, sumByWords } = loadModels()
    const asked = new Set(sum?.trees.flatMap(askedBy))
    expect([...asked].filter((sign) => !structure.has(sign))).toEqual([])
    expect(asked.size).toBeGreaterThan(20)
    const askedBeside = new Set(sumByWords?.trees.trees.flatMap(askedBy))
    const unknown = [...askedBeside].filter((sign) => !structure.has(sign) && !beside.has(sign))
    expect(unknown).toEqual([])
    expect([...beside].filter((sign) => !askedBeside.has(sign))).toEqual([])
  }, 400_000)

  it.skipIf(!existsSync(corpus))(
    'is what the corpus and the lessons teach (npm run train writes it)',
    () => {
      const { sum, sumByWords, role } = learnModels([corpus, ...lessonsFiles].flatMap(lessonsOf))
      const shipped: TreeModel = JSON.parse(readFileSync('src/detect/learned/sum.json', 'utf8'))
      const learned: TreeModel = JSON.parse(JSON.stringify(sum))
      expect([learned.start, learned.trees.length]).toEqual([shipped.start, shipped.trees.length])
      const apart = learned.trees.flatMap((tree, at) =>
        JSON.stringify(tree) === JSON.stringify(shipped.trees[at]) ? [] : [at],
      )
      expect(apart).toEqual([])
      const models = loadModels()
      expect(JSON.stringify(sumByWords?.trees)).toBe(JSON.stringify(models.sumByWords?.trees))
      expect(sumByWords?.words).toEqual(models.sumByWords?.words)
      expect(role).toEqual(models.role)
    },
    300_000,
  )
})
