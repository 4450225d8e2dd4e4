import { describe, expect, it } from 'vitest'
import type { CommittedSum } from '../../src/detect/facts/sum-field.ts'
import { learnSums, type SumLesson } from '../../src/detect/learn-sums.ts'
import { weighSum } from '../../src/detect/learned/sum.ts'
import { candidatesOf } from '../../src/detect/learned/sum-signs.ts'
import { sumWords } from '../../src/detect/learned/sum-words.ts'
import { sumsOf } from '../support/sums.ts'

const filler = 'The Board heard from the Chief at some length before it voted on the matter. '

/** A purchase and what a fund holds, in either order and of any size; one in twenty is told the other way round. */
function textOf(number: number): {
  readonly text: string
  readonly paid: number
  readonly held: number
} {
  const offered = 10_000 + ((number * 7_919) % 90_000)
  const left = 10_001 + ((number * 6_101) % 90_000)
  const [paid, held] = number % 20 === 0 ? [left, offered] : [offered, left]
  const both = [
    `The cameras are offered at a price of $${offered.toLocaleString('en-US')} by the firm.`,
    `A balance of $${left.toLocaleString('en-US')} remains there.`,
  ]
  return {
    text: [...(number % 2 ? both : both.reverse()), filler.repeat(3)].join('\n'),
    paid,
    held,
  }
}

/** What rules read: the sum of so many dollars. */
function readingOf(text: string, dollars: number): CommittedSum {
  const quote = `$${dollars.toLocaleString('en-US')}`
  const start = text.indexOf(quote)
  return { cents: dollars * 100, quote, start, end: start + quote.length, grade: 'stated' }
}

/** Lessons of which the rules read every sum rightly, as they were made with them at hand. */
const lessons = Array.from({ length: 400 }, (_, number): SumLesson => {
  const { text, paid } = textOf(number)
  const input = sumsOf('Cameras', text)
  const byRules = readingOf(text, paid)
  const candidates = candidatesOf(input, byRules)
  return {
    place: `Place ${number}, OH`,
    sums: { input, byRules, labelled: paid * 100, candidates, words: sumWords(input, candidates) },
    weight: 1,
    isReal: true,
  }
})

describe('what lessons teach of sums', () => {
  const { sum, sumByWords } = learnSums(lessons)
  const { text, paid, held } = textOf(501)
  const input = sumsOf('Cameras', text)

  it('is that words may know better, though rules read every lesson rightly', () => {
    const amiss = { ...readingOf(text, held), isOfTitle: false }
    expect(weighSum(input, amiss, sum, sumByWords)?.cents).toBe(paid * 100)
    expect(weighSum(input, undefined, sum, sumByWords)?.cents).toBe(paid * 100)
  })

  it('is that rules are right where words say the same', () => {
    const right = { ...readingOf(text, paid), isOfTitle: false }
    expect(weighSum(input, right, sum, sumByWords)).toBe(right)
  })
})

describe('words beside a sum', () => {
  it.each([
    ['BACKGROUND:\nThe first phase came to $40,000.', 'background'],
    ['Fiscal Impact: the readers are $40,000.', 'fiscal impact'],
    ['RECOMMENDATION\nPay $40,000.', 'recommendation'],
    ['Nothing heads this. It is $40,000.', ''],
  ])('name what heads the part of the text: %s', (part, heading) => {
    const field = sumsOf('Cameras', `${filler}\n${part}\n${filler.repeat(2)}`)
    const [signs = new Set()] = sumWords(field, candidatesOf(field, undefined))
    expect(signs).toContain(`section: ${heading}`)
    for (const word of heading.split(' ').filter(Boolean))
      expect(signs).toContain(`section has: ${word}`)
  })
})
