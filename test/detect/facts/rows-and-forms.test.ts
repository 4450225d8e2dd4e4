import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { findSums } from '../../../src/detect/facts/amount.ts'
import { ofRows } from '../../../src/detect/facts/sums-of-rows.ts'

const detector = createDetector()
const amountOf = (title: string, text: string) => detector.detect({ title, text }).facts.amountUsd

/** Own words; each sum was settled by reading. */
const told: readonly (readonly [number | null, string, string])[] = [
  // The sum of an order, whose columns print no sign.
  [
    61_250,
    'Purchase order 2207 for the license plate recognition system',
    'BE IT RESOLVED that the Mayor is authorized to sign the order for the plate readers.\nItem   Qty   Unit Cost   Extension\nPlate camera   4.000   14,000.00   56,000.00\nMounting kit   5.000   1,050.00   5,250.00\nNet 30   Total Order   61,250.00',
  ],
  // Rows of a list, of which some are ours.
  [
    21_500,
    'Purchases over $5,000 for ratification',
    'Vendor | Dept | Purpose | Amount\nAcme Tire | Fleet | tires, 40 | 9,200.00\nFlock Safety | Police | plate readers, annual | 15,000.00\nCellebrite | Police | phone extraction | 6,500.00\nSmith Paving | Streets | patching | 31,000.00',
  ],
  [
    15_000,
    'Approval of requisitions over $10,000',
    'REQ NO. DEPT VENDOR DESCRIPTION AMOUNT\nR1 Fleet Acme truck chassis $121,000.00\nR2 Police Flock Safety plate readers $15,000.00\nR3 Water Smith meters $88,000.00',
  ],
  // Forms of a change tell it by its own name.
  [
    30_000,
    'Flock Safety license plate readers, contract amendment',
    'Original Contract Amount: $20,000.00\nTotal of this Amendment: $30,000.00\nTotal Contract Amount: $50,000.00',
  ],
  // What a part comes to a year is no part of its own.
  [
    150_000,
    'Discussion and action on agreements for body-worn and in-car cameras',
    'The body-worn proposal is $60,000 ($20,000 per year from 2029). The in-car proposal is $90,000 over the three years. Moved to approve both agreements, total $150,000.',
  ],
  // Years of one price, and another.
  [
    128_000,
    'Three-year renewal of the ShotSpotter subscription',
    'The renewal quote is $42,000 for each of the first two years and $44,000 for the third year.',
  ],
  // Two things, each with its limit.
  [
    150_000,
    'Resolution authorizing license plate software from Motorola Solutions, Inc. in an amount not to exceed $90,000 and readers from Acme Networks, LLC in an amount not to exceed $60,000',
    '',
  ],
  // The limit of the whole holds the other.
  [
    150_000,
    'Agreement with Flock Safety for plate readers not to exceed $90,000 and a total project budget not to exceed $150,000',
    '',
  ],
  // Who is chosen, among bids in brackets.
  [
    46_200,
    'Award bid 22 for a full body scanner for the county jail. (Bids: Alpha Detection $21,500; Beta Imaging Corp. $19,800; Gamma Command Inc. $44,750; Tek 84, Inc. $46,200). The jail administrator recommends Tek 84, Inc., as the room holds no other unit',
    '',
  ],
  // A purse that changes by its number is no increase of a contract.
  [
    400_000,
    'Agreement with Axon for digital evidence storage and budget amendment',
    'RESOLVED, that the County may enter into an agreement with Axon Enterprise, Inc. in the sum of $400,000 for eight years; and be it further RESOLVED, that the budget is changed: Decrease A1170 4 4046 Fees by $50,000 and increase A1170 4 4120 Evidence by $50,000.',
  ],
  // Whose fees rise pays nothing here.
  [
    120_000,
    'Fingerprint identification system upgrade',
    'Authorize the Sheriff to sign an agreement with Idemia not to exceed $120,000. The law allows the Board to increase vehicle registration fees by $1.00.',
  ],
  // Told of what was.
  [
    6_440,
    'Purchase order for in-car cameras',
    'In October Council accepted the bid and awarded an order for four in-car camera systems at $12,880. Staff proposes two more at a total of $6,440.00.',
  ],
  [
    null,
    'Board of Education: end of the use of Evolv weapons detection',
    'Counsel is to find out whether any part of the $3.2 million paid over the summer can be recovered under the agreement.',
  ],
  [
    null,
    'Resolution suspending the expenditure of funds for the purchase of surveillance cameras',
    'In June the Council reserved up to $1.5 million for the cameras.',
  ],
  // Money that a grant brings.
  [
    48_000,
    'Ordinance making a supplemental appropriation from a state grant for the police forensic unit',
    'WHEREAS, the purpose is to appropriate $48,000 of unanticipated grant revenue; and WHEREAS, it buys a GrayKey license.',
  ],
  [
    3_900,
    'Justice Assistance Grant (JAG)',
    'The state has allocated $3,900 in JAG funds to the Police Department for five body cameras.',
  ],
  // A session that acts.
  [
    80_000,
    'Work session and action: police drone program',
    'Approve a two-year subscription with BRINC Drones, Inc. for drones at a total cost of $80,000.',
  ],
]

describe('sums of rows, forms and minutes', () => {
  it.each(told)('%s: %s', (sum, title, text) => {
    expect(amountOf(title, text)).toBe(sum)
  })

  it('picks of a numbered list the lines that are ours', () => {
    const text =
      'The Commission approved:\n1. Approval of a contract with Acme for ferric chloride in the amount of $96,900.\n2. Approval of a change order for a security camera system for the ramp in the amount of $21,750.\n3. Approval of nine vehicles in the amount of $401,000.\n4. Approval of a contract for digital evidence storage with Axon in the amount of $12,600.\n5. Approval of water modeling in the amount of $88,000.'
    expect(amountOf('City Commission action summary', text)).toBe(34_350)
  })
})

describe('a figure without a sign', () => {
  const place = (text: string, words: string) => {
    const start = text.indexOf(words)
    return [{ start, end: start + words.length }]
  }
  const ofTable = (text: string) =>
    ofRows(text, findSums(text, false), place(text, 'plate readers'))

  it.each([
    [
      'a number of an account',
      'Vendor | Account | Amount\nA | plate readers | 101351\nB | tires | 101352',
    ],
    ['a date', 'Vendor | Item | Amount\nA | plate readers | 11/04/2026\nB | tires | 12/04/2026'],
    ['a telephone', 'Vendor | Item | Cost\nA | plate readers | 555-0134\nB | tires | 555-0135'],
    ['a number of pieces', 'Vendor | Item | Total\nA | plate readers | 12\nB | tires | 40'],
    [
      'a column of something else',
      'Vendor | Item | Miles\nA | plate readers | 1,200\nB | tires | 4,000',
    ],
    ['an offer', 'Vendor | Item | Bid Amount\nA | plate readers | 1,200.00\nB | tires | 4,000.00'],
    [
      'a sentence',
      'Staff told the Board of the cost\nof plate readers, no. 4,000\nand of tires, no. 5,000',
    ],
  ])('%s is none', (_, text) => {
    expect(ofTable(text)).toBeUndefined()
  })

  it('quotes the figure where it stands', () => {
    const text = 'Vendor   Item   Amount\nAcme   plate readers   9,200.00\nBeta   tires   4,000.00'
    const found = ofTable(text)
    expect(text.slice(found?.start, found?.end)).toBe('9,200.00')
  })

  it.each(['Item | Amount\nx | 1,000.00 ', 'a | 1,000.00\n', '. . . . ', '1,000,'])(
    'reads a megabyte of %j',
    (unit) => {
      const text = `Item | Amount\n${unit.repeat(Math.ceil(1_000_000 / unit.length))}`
      const from = performance.now()
      ofRows(text, [], [])
      expect(performance.now() - from).toBeLessThan(2_000)
    },
  )
})
