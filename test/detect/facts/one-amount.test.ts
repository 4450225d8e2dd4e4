import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'

const detector = createDetector()
const amountOf = (title: string, text = '') => detector.detect({ title, text }).facts.amountUsd

describe('the one amount of a text', () => {
  it('is the grant that a title takes', () => {
    const title =
      'Accept the body worn camera grant program funding of the Sheriffs and Police Chiefs Association'
    expect(amountOf(title, 'Fund: 031. Fiscal summary: revenue $98,560. No match.')).toBe(98_560)
  })

  it('is what a grant bears of a purchase', () => {
    const text =
      'The General Fund is not touched. A COPS grant bears it all: $37,640.00 for eighteen cameras.'
    expect(amountOf('Body worn cameras for the police department - purchase', text)).toBe(37_640)
  })

  it('is none where a programme of the body itself gives it', () => {
    const title =
      'Resolution setting up a public safety grant program under which plate readers are paid for'
    expect(
      amountOf(title, 'Associations may receive grants; the award fund holds $120,000.'),
    ).toBeNull()
  })
})

describe('two sums of a title', () => {
  it('are what is set aside and a purchase out of it', () => {
    const title =
      'Resolution (1) allowing police drones; (2) appropriating $92,000 for the equipment and training of a drone program; and (3) approving an agreement to purchase drones for $51,480'
    expect(amountOf(title)).toBe(92_000)
  })

  it('are what is accepted and its match', () => {
    const title =
      'To authorize the manager to accept from the Department of Criminal Justice Services $60,000.00 and to designate $20,000.00 as local match for in-car cameras; to increase appropriations by $80,000'
    expect(amountOf(title)).toBe(60_000)
  })
})

it.each([
  ['The added $318,640 would lift the contract’s aggregate value to $2,094,875.', 318_640],
  ['The increase is $475,000, for a new aggregate value of $2,618,300.', 475_000],
])('reads what a change adds under a title that only names it: %s', (text, amount) => {
  const title = 'Photo speed and photo red light enforcement - RFP 14-027 (Ordinance S-31926)'
  const request =
    'Request to allow more spending on the contract with Redflex Traffic Systems, Inc., awarded on Feb. 18, 2014, for the cameras of the Police Department.'
  expect(amountOf(title, `${request} ${text}`)).toBe(amount)
})

it('reads a purchase that stands beside its policy', () => {
  const title =
    'Integrated helicopter mapping system: surveillance use policy and purchase authorization (Sheriff)'
  expect(amountOf(title, 'c. Authorize purchase not to exceed $590,000.')).toBe(590_000)
})
