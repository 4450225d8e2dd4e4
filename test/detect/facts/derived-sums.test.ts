import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'

const detector = createDetector()

function derivedOf(title: string, text = '') {
  const { facts } = detector.detect({ title, text })
  const sums = facts.stated.flatMap((fact) => {
    if (fact.kind !== 'amount') return []
    const source = fact.field === 'title' ? title : text
    expect(source.slice(fact.start, fact.end)).toBe(fact.quote)
    expect(fact.grade).toBe('derived')
    return [[fact.value.use, fact.value.cents / 100] as const]
  })
  return { amountUsd: facts.amountUsd, sums }
}

describe('sums that follow', () => {
  it.each([
    ['Award security camera contract for $45,000 plus 10 % contingency', 45_000, 49_500],
    [
      'Award contract for surveillance cameras, $389,950, plus a contingency of 10%',
      389_950,
      428_945,
    ],
    [
      'Purchase of license plate readers for $200,000 with a five percent (5%) contingency',
      200_000,
      210_000,
    ],
  ])('%s', (title, amountUsd, sum) => {
    expect(derivedOf(title)).toEqual({ amountUsd, sums: [['with-contingency', sum]] })
  })

  it.each([
    'Award security camera contract for $45,000, including a 10% contingency',
    'Award security camera contract for $45,000 plus 10% contingency, for a total of $49,500',
    'Award security camera contract for $45,000 plus a contingency of $4,500 (10%)',
    'Award security camera contract for $45,000 plus applicable sales tax',
  ])('nothing more from “%s”', (title) => expect(derivedOf(title).sums).toEqual([]))

  it('of a yearly sum and one term in the text, beside the yearly sum', () => {
    const text = 'Staff recommends a five-year agreement. The annual cost is $20,000.'
    expect(derivedOf('Agreement with Flock Safety for cameras', text)).toEqual({
      amountUsd: 20_000,
      sums: [['over-term', 100_000]],
    })
    const two = `${text} It follows a two-year agreement.`
    expect(derivedOf('Agreement with Flock Safety for cameras', two).sums).toEqual([])
  })

  it('of a price a piece and the number just before it', () => {
    expect(derivedOf('Purchase of 12 license plate readers at $3,000 each')).toEqual({
      amountUsd: null,
      sums: [['of-devices', 36_000]],
    })
    const apart = 'The City has 12 license plate readers. Spare batteries cost $30 each.'
    expect(derivedOf('License plate readers', apart).sums).toEqual([])
  })

  it('not of a price for putting them up', () => {
    const text = 'It covers 30 cameras, plus $350 per camera for installation.'
    expect(derivedOf('Agreement with Flock Safety for cameras', text).sums).toEqual([])
  })
})

describe('what one device costs a year', () => {
  const pricesOf = (title: string, text = '') =>
    detector
      .detect({ title, text })
      .facts.stated.flatMap(({ kind, value }) => (kind === 'unit-price' ? [value] : []))

  it('follows from the sum of all', () => {
    const title = 'Approve a three-year agreement for 10 license plate readers, $90,000'
    expect(pricesOf(title)).toEqual([{ cents: 300_000 }])
  })

  it.each([
    'Approve a two-year agreement for 10 license plate readers, $45,000 in the first year',
    'Approve a five-year agreement for 100 body-worn cameras and 90 TASER devices, $900,000',
    'Approve a five-year agreement for 30 license plate readers and a real-time crime center, $900,000',
    'Approve a three-year agreement for software of 10 existing license plate readers, $90,000',
  ])('does not follow from “%s”', (title) => expect(pricesOf(title)).toEqual([]))
})
