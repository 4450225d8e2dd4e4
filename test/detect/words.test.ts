import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HowToWeigh, type WordLesson, weighWords } from '../../src/detect/learn-words.ts'
import { roleSigns } from '../../src/detect/learned/role-signs.ts'
import { hasWords, likelyAnswers, toWordModel, wordsOf } from '../../src/detect/learned/words.ts'

const how: HowToWeigh = { leastSeen: 2, rounds: 10, step: 1, leastWorth: 0.5, pull: 0 }
const lesson = (answer: string, ...words: string[]): WordLesson => ({
  signs: new Set(words),
  answer,
  weight: 1,
})
const lessons = [
  lesson('buy', 'purchase', 'camera', 'approve'),
  lesson('buy', 'purchase', 'drone'),
  lesson('buy', 'contract', 'camera', 'approve'),
  lesson('buy', 'contract', 'purchase'),
  lesson('tell', 'report', 'camera'),
  lesson('tell', 'report', 'annual', 'drone'),
  lesson('tell', 'annual', 'update', 'camera'),
  lesson('tell', 'update', 'report'),
]
const answers = ['buy', 'tell']
const best = (signs: string[], model = weighWords(lessons, answers, how)) =>
  likelyAnswers(new Set(signs), model).reduce((a, b) => (b.likelihood > a.likelihood ? b : a))
    .answer

describe('words', () => {
  it('are small letters, with sums and numbers as one word each', () => {
    expect(wordsOf('Approve PO #4411 for $12,500.00, Axon Body-4')).toEqual([
      'approve',
      'po',
      '##',
      'for',
      '#sum',
      'axon',
      'body',
      '#',
    ])
    expect(wordsOf('')).toEqual([])
  })

  it('are read where there is a text, and not of a bare title', () => {
    expect(hasWords('')).toBe(false)
    expect(hasWords('x'.repeat(199))).toBe(false)
    expect(hasWords('x'.repeat(200))).toBe(true)
  })
})

describe('weights of words', () => {
  it('tell what lessons tell', () => {
    expect(best(['purchase'])).toBe('buy')
    expect(best(['report'])).toBe('tell')
    expect(best(['annual', 'camera'])).toBe('tell')
  })

  it('are the same each time, and few of what says nothing', () => {
    const model = weighWords(lessons, answers, how)
    expect(weighWords(lessons, answers, how)).toEqual(model)
    expect([...model.weights.keys()]).not.toContain('camera')
    expect(weighWords(lessons, answers, { ...how, leastWorth: 100 }).weights.size).toBe(0)
    expect([...weighWords(lessons, answers, { ...how, leastSeen: 4 }).weights.keys()]).toEqual([])
  })

  it('count the more the more a lesson weighs', () => {
    const torn = [...lessons, { ...lesson('tell', 'purchase'), weight: 50 }]
    expect(best(['purchase'], weighWords(torn, answers, how))).toBe('tell')
  })

  it('make likelihoods that add up to 1, whatever the signs, in any order', () => {
    const model = weighWords(lessons, answers, how)
    const words = fc.uniqueArray(
      fc.constantFrom('purchase', 'camera', 'report', 'update', 'drone', 'nothing known'),
    )
    fc.assert(
      fc.property(words, (signs) => {
        const likely = likelyAnswers(new Set(signs), model)
        expect(likely.map(({ answer }) => answer)).toEqual(answers)
        expect(likely.reduce((sum, { likelihood }) => sum + likelihood, 0)).toBeCloseTo(1)
        const turned = likelyAnswers(new Set([...signs].reverse()), model)
        for (const [at, { likelihood }] of likely.entries())
          expect(turned[at]?.likelihood).toBeCloseTo(likelihood, 12)
      }),
    )
  })

  it.each([
    ['no start for each answer', { answers, start: [0], weights: {} }],
    ['no start for each answer', { answers, start: ['0', 0], weights: {} }],
    ['no weights of "camera"', { answers, start: [0, 0], weights: { camera: [1] } }],
    ['no weights of "camera"', { answers, start: [0, 0], weights: { camera: null } }],
  ])('are refused with "%s"', (message, read) => {
    expect(() => toWordModel(read)).toThrow(message)
  })
})

describe('signs of what an item does', () => {
  it('say where a word stands, and with which others', () => {
    const signs = roleSigns('Approve drone purchase', 'Staff recommends the drone.')
    for (const sign of [
      'title: approve drone purchase',
      'title 1: drone',
      'beginning: staff recommends the',
      'anywhere: drone',
      'title prints no sum',
    ])
      expect(signs).toContain(sign)
  })

  it('are bounded, however long the texts are', () => {
    const long = Array.from({ length: 200_000 }, (_, at) => `w${at.toString(36)}`).join(' ')
    const start = performance.now()
    expect(roleSigns(long, long).size).toBeLessThan(6_000)
    expect(performance.now() - start).toBeLessThan(3_000)
  })
})
