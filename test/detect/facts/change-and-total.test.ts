import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'

const detector = createDetector()
const amountOf = (title: string, text = '') => detector.detect({ title, text }).facts.amountUsd

/** Own words; each sum was settled by reading, not by what the rules said. */
describe('what a change adds, and what a contract comes to with it', () => {
  it.each([
    [
      64_000,
      'Amendment No. 2 to the contract with Axon for body worn cameras',
      'Cost: $64,000 more, so that the contract totals $640,000.',
    ],
    [
      22_500,
      'Amend the in-car camera agreement with Axon by $22,500, so that the project as a whole is not to exceed $410,000',
      '',
    ],
    [
      310_000,
      'Amendment 3 to Contract 2231 with Motorola Solutions for body cameras of the police',
      'WHEREAS, Amendment 3 raises the value by $310,000.00, to an estimated $1,310,000.00; and',
    ],
    [
      480_000,
      'Amendment No. 4, red light camera enforcement, with Verra Mobility, $480,000, for a revised contract estimate of $2,900,000',
      '',
    ],
    [
      35_000,
      'License plate readers, requirements contract (Ordinance 4411)',
      'Allow more spending under the contract with Flock Safety. Another $35,000 brings the contract to $235,000.',
    ],
    // Of parts the sum.
    [
      130_000,
      'Resolution for agreements with Axon Enterprise for in-car cameras and software',
      'The units cost $99,000. The licenses cost $31,000 for two years. Carried, in the combined sum of $130,000.',
    ],
  ])('%d: %s', (sum, title, text) => {
    expect(amountOf(title, text)).toBe(sum)
  })

  it.each([
    // What a change does not touch is none of its costs.
    [
      null,
      'Resolution on the agreement with Axon for body cameras to add transcription of recordings',
      'The cost of the devices ($877,400.00) is not changed.',
    ],
    // A new contract with a total of its own.
    [
      75_000,
      'Contract with Flock Safety for plate readers so that the police may solve more crime, $75,000',
      '',
    ],
    // A budget has more; nobody spends it here.
    [
      null,
      'Approving the purchase of three in-car cameras for the police',
      'The Chief answered that next year the budget has a further $14,500, which will pay for three more.',
    ],
    // A yearly price that stays is what the contract costs.
    [
      60_000,
      'Contract with Flock Safety for plate readers, for an amount not to exceed $60,000, more or less',
      '',
    ],
  ])('%s: %s stays', (sum, title, text) => {
    expect(amountOf(title, text)).toBe(sum)
  })
})
