import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'
import type { LabelledItem } from '../../src/detect/evaluate.ts'
import { findSums } from '../../src/detect/facts/amount.ts'
import { type Choice, learnChoice } from '../../src/detect/learn-choice.ts'
import { learnModels, readLessons } from '../../src/detect/learn-models.ts'
import { loadModels, noModels } from '../../src/detect/learned/load.ts'
import { weigh } from '../../src/detect/learned/model.ts'
import { weighSum } from '../../src/detect/learned/sum.ts'
import { candidatesOf, sumSigns } from '../../src/detect/learned/sum-signs.ts'
import { wordsOf } from '../../src/detect/learned/words.ts'
import { loadTaxonomy } from '../../src/detect/taxonomy.ts'
import type { roles } from '../../src/model/facts.ts'

const lessonsFiles = ['items.jsonl', 'retold.jsonl'].map((name) => `src/detect/lessons/${name}`)
const corpus = '../shared/corpus/items.jsonl'

const readItems = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): LabelledItem => ({ text: '', ...JSON.parse(line) }))

const signs = (...names: string[]) => new Map(names.map((name) => [name, 1]))
const field = (text: string, isTitle: boolean) => ({
  text,
  sums: findSums(text, isTitle),
  places: [],
})
const sumsOf = (
  title: string,
  text: string,
  role: (typeof roles)[number] | null = 'procurement',
) => ({
  title: field(title, true),
  text: field(text, false),
  role,
})

describe('words as models count them', () => {
  it('are small, with one sign for every figure', () => {
    expect(wordsOf('Approve $5,000.00<br />for (12) Cámaras; 2-year')).toEqual(
      'approve $ # for ( # ) cámaras ; # year'.split(' '),
    )
  })
})

describe('a linear model', () => {
  const model = { outcomes: ['a', 'b'], weights: { one: [1, 2], two: [-1, 0.5] } }

  it('adds up the weights of the signs that it knows', () => {
    expect(
      weigh(new Map([...signs('one', 'three', '__proto__', 'toString'), ['two', 2]]), model),
    ).toEqual([-1, 3])
  })

  it('is learned from choices, the same at every run', () => {
    const choice = (right: number | null, ...own: string[]): Choice => ({
      alternatives: own.map((sign) => ({ outcome: 'taken', signs: signs(sign) })),
      right,
      weight: 1,
    })
    const choices = Array.from({ length: 12 }, (_, at) => [
      choice(0, 'contract', 'budget'),
      choice(1, 'budget', 'contract'),
      choice(null, 'budget'),
      ...(at === 0 ? [choice(0, 'seen once')] : []),
    ]).flat()
    const how = { outcomes: ['taken'], mayBeNone: true, leastSeen: 2, pull: 1 }
    const weights = learnChoice(choices, how)
    expect(weights.contract?.[0]).toBeGreaterThan(0.5)
    expect(weights.budget?.[0]).toBeLessThan(-0.5)
    expect(weights['seen once']).toBeUndefined()
    expect(learnChoice([...choices].reverse(), how).contract?.[0]).toBeCloseTo(
      weights.contract?.[0] ?? 0,
      6,
    )
  })

  it('is learned for several outcomes from the same signs', () => {
    const outcomes = ['buys', 'rules', 'tells']
    const choices = outcomes.flatMap((outcome, right) =>
      Array.from({ length: 5 }, () => ({
        alternatives: outcomes.map((other) => ({
          outcome: other,
          signs: signs('one', `word ${outcome}`),
        })),
        right,
        weight: 1,
      })),
    )
    const weights = learnChoice(choices, { outcomes, mayBeNone: false, leastSeen: 2, pull: 0.5 })
    for (const outcome of outcomes) {
      const sums = weigh(signs('one', `word ${outcome}`), { outcomes, weights })
      expect(outcomes[sums.indexOf(Math.max(...sums))]).toBe(outcome)
    }
  })
})

describe('the sum, weighed', () => {
  const only = (weights: Record<string, number[]>) => ({ outcomes: ['sum'], weights })

  it('is the printed one whose own words speak for it', () => {
    const text = 'The garage cost $900,000. Cameras will be $45,000 and signs $2,000.'
    const model = only({ '3 before cameras': [3], '2 before cost': [-2] })
    const found = weighSum(sumsOf('Cameras', text), model)
    expect(found).toMatchObject({
      cents: 4_500_000,
      quote: '$45,000',
      isOfTitle: false,
      grade: 'stated',
    })
    expect(text.slice(found?.start, found?.end)).toBe(found?.quote)
  })

  it('is none where no words are sure enough, or nothing is spent', () => {
    const input = sumsOf('Cameras', 'Cameras will be $45,000.')
    expect(weighSum(input, only({ one: [1.3] }))).toBeUndefined()
    expect(weighSum(input, only({ one: [1.5] }))?.cents).toBe(4_500_000)
    for (const role of ['policy', 'report', 'oversight', 'mention'] as const) {
      expect(weighSum({ ...input, role }, only({ one: [9] }))).toBeUndefined()
    }
    expect(weighSum(sumsOf('Cameras', 'Nothing is printed.'), only({ one: [9] }))).toBeUndefined()
  })

  it('is never what was paid before, what a rule threatens with or what comes back', () => {
    for (const text of [
      'Violators pay a fine of $500.',
      'The current contract amount is $80,000.',
      'Increase the program revenue by $31,000.',
    ]) {
      expect(candidatesOf(sumsOf('Cameras', text))).toEqual([])
    }
  })

  it('tells how sums stand to each other', () => {
    const input = sumsOf('Cameras', 'Cameras $60,000, poles $20,000, together $80,000.')
    const candidates = candidatesOf(input)
    const [cameras, poles, both] = sumSigns(input, candidates)
    expect(both?.has('made of two')).toBe(true)
    expect(both?.has('largest')).toBe(true)
    expect(cameras?.has('part of one')).toBe(true)
    expect(cameras?.has('years of')).toBe(true)
    expect(poles?.has('one year of')).toBe(true)
  })

  it('has no candidate that is not printed where it says, whatever the text', () => {
    const word = fc.constantFrom(
      'cameras',
      '$12,000',
      'for',
      '$9.50',
      'total',
      '$1,2345',
      ';',
      'NTE 500K',
      '($3.5M)',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ')
        for (const { cents, places } of candidatesOf(sumsOf(text, text))) {
          expect(places.length).toBeGreaterThan(0)
          for (const place of places) {
            expect(place.cents).toBe(cents)
            expect(text.slice(place.start, place.end)).toBe(place.quote)
          }
        }
      }),
    )
  })
})

describe('the model that comes with the product', () => {
  const withModels = createDetector()
  const rules = createDetector(loadTaxonomy(), noModels)

  it('finds a sum where the rules read none', () => {
    const item = {
      title: 'Plate readers',
      text: 'Motion by Roe to go ahead with plate readers for $31,400, all ayes. The garage was fixed for $9,000 before.',
    }
    expect(rules.detect(item).facts.amountUsd).toBeNull()
    expect(withModels.detect(item).facts.amountUsd).toBe(31_400)
  })

  it('leaves what is only mentioned to the rules', () => {
    const item = { title: 'Minutes', text: 'Somebody spoke about plate readers and $9,000.' }
    expect(withModels.detect(item).facts.amountUsd).toBe(rules.detect(item).facts.amountUsd)
  })

  it('weighs one outcome by each sign', () => {
    const { sum } = loadModels()
    expect(sum?.outcomes).toEqual(['sum'])
    for (const own of Object.values(sum?.weights ?? {})) expect(own).toHaveLength(1)
  })

  it.skipIf(!existsSync(corpus))(
    'is what the corpus and the lessons teach (npm run train writes them)',
    () => {
      const items = [corpus, ...lessonsFiles].flatMap(readItems)
      const learned = learnModels(readLessons(items, rules))
      // Another machine's arithmetic may round the last digit otherwise.
      const [one, other] = [learned.sum?.weights ?? {}, loadModels().sum?.weights ?? {}]
      const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
      const apart = names.filter(
        (sign) => Math.abs((one[sign]?.[0] ?? 0) - (other[sign]?.[0] ?? 0)) > 0.03,
      )
      expect(apart).toEqual([])
      expect(names.length).toBeGreaterThan(300)
    },
    180_000,
  )
})
