import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { useOf } from '../../../src/detect/facts/sum-use.ts'
import { noModels } from '../../../src/detect/learned/load.ts'
import { loadTaxonomy } from '../../../src/detect/taxonomy.ts'

/** What rules read without any model, as models may hide what they miss. */
const rules = createDetector(loadTaxonomy(), noModels)
const amountOf = (title: string, text: string) => rules.detect({ title, text }).facts.amountUsd

/** What the last sum of a text is for. */
function useIn(text: string): string {
  const found = [...text.matchAll(/\$[\d,.]*\d/g)].at(-1)
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
    [
      'amended by $48,930.15 this year and $29,640 for each of three renewals, an increase totaling $137,850.15',
      'increase',
    ],
    [
      'The change is $48,930.15, with $29,640 in later years, for a grand total increase of $137,850.15',
      'increase',
    ],
    ['The Board approved a $48,200 quote from Convergint', 'spending'],
    ['The Board heard of a $48,200 quote from Convergint', 'other'],
    ['At first a total of $60,000, from the grant, was budgeted for it', 'available'],
    ['Additional Appropriation: Account 101-8201 ($50,620)', 'increase'],
    ['Additional Appropriation: N/A Account Number(s): 101-8201 ($50,620)', 'other'],
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
    expect(amountOf(title, `${article}; motion to table failed. Yes 204, No 188.`)).toBe(24_500)
    expect(amountOf(title, `${article}. Motion to table. Second. Carried.`)).toBeNull()
    const bought =
      'On motion of Mr. Dorn, seconded by Mrs. Hale, the Jury bought four license plate readers, $98,400.'
    expect(amountOf(title, `${bought} A motion to buy a drone died for lack of a second.`)).toBe(
      98_400,
    )
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
    const pilot =
      'Resolution to authorize a no-cost pilot of Flock Aerodome drones. The list price thereafter is $300,000 a year, which the Board does not undertake; the Administrator may sign'
    expect(amountOf('Drone pilot', `${pilot}, the County's outlay being $0.00.`)).toBe(0)
    expect(amountOf('Drone pilot', `${pilot}.`)).not.toBe(0)
  })
})
