import { describe, expect, it } from 'vitest'
import { isReduction } from '../../../src/detect/facts/reductions.ts'

describe('a contract that gets cheaper', () => {
  it.each([
    'Deductive Change Order No. 2 for plate readers in the amount of ',
    'Approve a reduction of ',
    'a reduction to the contract price of ',
    'decreasing the contract with Acme for body cameras by ',
    'It lowers the annual cost by ',
  ])('%s', (clause) => {
    expect(isReduction(clause)).toBe(true)
  })

  it.each([
    ['what is left after it', 'a deductive change order, for a new contract total of '],
    ['what grows beside it', 'a deductive change order and an increase of '],
    ['a purse that pays', 'reducing the appropriation by '],
    ['an aim', 'To reduce crime, plate readers not to exceed '],
  ])('is not: %s', (_name, clause) => {
    expect(isReduction(clause)).toBe(false)
  })
})
