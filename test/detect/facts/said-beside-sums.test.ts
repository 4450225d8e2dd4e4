import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { useOf } from '../../../src/detect/facts/sum-use.ts'
import { noModels } from '../../../src/detect/learned/load.ts'
import { loadTaxonomy } from '../../../src/detect/taxonomy.ts'

/** What rules read without any model, as models may hide what they miss. */
const rules = createDetector(loadTaxonomy(), noModels)
const amountOf = (title: string, text: string) => rules.detect({ title, text }).facts.amountUsd

/** What the one sum of a text is for. */
function useIn(text: string): string {
  const found = /\$[\d,.]*\d/.exec(text)
  if (!found) throw new Error(`no sum in ${text}`)
  return useOf(text, found.index, found.index + found[0].length, false)
}

describe('words beside a sum say what it is for', () => {
  it.each([
    ['a $400,000 cap on direct damages; and', 'penalty'],
    ['with a $1,000,000 limit of liability for the vendor', 'penalty'],
    [
      'purchases requiring an expenditure equal to or more than ninety thousand dollars ($90,000)',
      'least',
    ],
    ['contracts that meet or exceed $50,000 are bid', 'least'],
    ['three more years, an increase totaling $137,850.15 if all are taken', 'increase'],
    ['for a grand total increase of $137,850.15.', 'increase'],
  ])('%s', (text, use) => expect(useIn(text)).toBe(use))
})

describe('the sum of a text', () => {
  it('is not on top what brackets say to be within it', () => {
    const text = (rest: string) =>
      `Agreement with Vigilant Solutions for license plate readers. FISCAL IMPACT: Equipment comes to $164,275 ${rest} and fits the budget.`
    expect(amountOf('Plate readers', text('(with tax and $690 shipping)'))).toBe(164_275)
    expect(amountOf('Plate readers', text('plus $690 for shipping'))).toBe(164_965)
  })

  it('is none of an account behind a field that says N/A', () => {
    const text =
      'Award a contract to Motorola Solutions for two license plate reader trailers, in an amount not to exceed $88,940.\nAdditional Appropriation: N/A Account Number(s): 101-8201 ($50,620) (Vehicles) 101-8101 ($38,320) (Equipment)'
    expect(amountOf('License plate reader trailers', text)).toBe(88_940)
  })

  it('stands where a motion to put it off fails, and where other bids are rejected', () => {
    const title = 'License plate readers for two cruisers'
    const article =
      'To raise and appropriate the sum of $24,500 for two license plate readers. Ms. Roy asked to table it'
    expect(
      amountOf(title, `${article}; motion to table failed. Article passed, Yes 204 No 188.`),
    ).toBe(24_500)
    expect(amountOf(title, `${article}. Motion to table. Second. Carried.`)).toBeNull()
    const award =
      'Recommendation for award of the cell site simulator to Cognyte Software LP (award amount is $875,000)'
    expect(
      amountOf(
        'Items of procurement',
        `${award} and a recommendation to reject all bids for group messaging.`,
      ),
    ).toBe(875_000)
    expect(
      amountOf(
        'Items of procurement',
        'The cell site simulator of Cognyte was bid at $875,000. Recommendation to reject all bids.',
      ),
    ).toBeNull()
  })

  it('is nothing where that is what the body itself pays', () => {
    const title = 'Agreement to lease cameras of the Merchants Association'
    const text = (pays: string) =>
      `The Association bought 14 security cameras in 2018 for $39,000 and lends them to the Sheriff. ${pays}`
    expect(amountOf(title, text('Cost to the County: $0.'))).toBe(0)
    expect(amountOf(title, text('The County will pay $0.00 but indemnifies.'))).toBe(0)
    expect(amountOf(title, text('Cost to the County: $0.50 a day.'))).not.toBe(0)
  })
})
