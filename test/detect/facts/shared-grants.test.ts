import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { findSums } from '../../../src/detect/facts/amount.ts'

const detector = createDetector()
const amountOf = (title: string, text: string) => detector.detect({ title, text }).facts.amountUsd

/** The share of one of several bodies, and what stands beside what is accepted. */
describe('the sum of a grant', () => {
  const agreement =
    'Resolution on a memorandum of understanding between the City of Northfield, the City of Elmhart and Dunning County; participation in the 2024 Justice Assistance Grant program; and use of the City of Northfield’s share for license plate readers'
  const award = 'The award totals $44,051.00 and is shared.'

  it('is what the body that the title names receives of it', () => {
    const shares =
      'Northfield will ultimately receive a total of $16,241.40, Elmhart will receive a total of $14,594.30, and Dunning County will receive a total of $13,215.30.'
    expect(amountOf(agreement, `${award} ${shares}`)).toBe(16_241.4)
  })

  it('is the only share that is told, though more is spent', () => {
    const text =
      'The City of Elmhart will receive $13,688 for the purchase of covert cameras. The total purchase cost is $15,900 and the remaining $2,212 will be paid by the department.'
    const title =
      'Interlocal agreement of three cities for the application for and administration of a Justice Assistance Grant award for the police'
    expect(amountOf(title, text)).toBe(13_688)
  })

  it('is the limit of what is accepted, not what is added to it', () => {
    const title =
      'A resolution authorizing the manager to accept grant funds in an\namount not to exceed $960,000.00 for body-worn cameras; authorizing matching funds in an amount not to exceed $1,320,915.00, for a total program amount of $2,280,915.00'
    expect(amountOf(title, '')).toBe(960_000)
  })

  it('is read where its words are torn', () => {
    const text =
      'Submission of the grant application for an approximate amount of Twenty -Four Thousand Seven Hundred Eleven and No/100 Dollars ($24,711.00) to establish a body worn camera program is hereby approved. State law requires a match of approximately Six Thousand One Hundred Seventy -Seven and 75/100 Dollars.'
    const title = 'Resolution authorizing the filing of a grant application for body worn cameras'
    expect(amountOf(title, text)).toBe(24_711)
    expect(findSums(text, false).map(({ cents, use }) => [cents, use])).toEqual([
      [2_471_100, 'grant'],
      [617_775, 'match'],
    ])
  })
})

describe('the sum of a purchase', () => {
  it('is none where a text only tells what was selected once', () => {
    const title =
      'Approval of Amendment No. 7, red light camera contract with American Traffic Solutions, Inc., six-month extension'
    const text =
      'On September 9, 2013, the Board selected American Traffic Solutions, Inc., and authorized the Procurement Division to execute a contract in the amount of $15,784,320 for a four year term.'
    expect(amountOf(title, text)).toBeNull()
  })

  it('is told beside the policy that goes with it', () => {
    const title =
      'Approval of a surveillance use policy for security cameras and approval of purchase of $4,886 for security cameras'
    expect(amountOf(title, '')).toBe(4_886)
    expect(amountOf('Approval of a surveillance use policy for cameras of $4,886', '')).toBeNull()
  })
})
