import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { findSums } from '../../../src/detect/facts/amount.ts'
import { ofOwnBullets } from '../../../src/detect/facts/sums-of-bullets.ts'
import { mayCommit } from '../../../src/detect/facts/title-commits.ts'

const detector = createDetector()
const amountOf = (title: string, text: string) => detector.detect({ title, text }).facts.amountUsd

/** Own words; each sum was settled by reading. */
const told: readonly (readonly [number | null, string, string])[] = [
  // The funding line of a memo, where no price is told.
  [
    30_000,
    'Purchase of 4 In-Car Camera Units',
    'The Chief asks for four in-car camera units. FUNDING: The $30,000 was included in the budget; the account has $80,000 available. RECOMMENDATION: Approve.',
  ],
  [
    27_000,
    'Plate reader for the patrol trailer',
    'A license plate reader would be fitted on it. FUNDING SOURCE: Drug Fund, $27,000. The balance of the fund after it will be $90,000.',
  ],
  [
    210_000,
    'New business: crime center software',
    "The chief asked for the Fusus real time crime software. The State's bill set aside $400,000; tonight's $210,000 comes from that sum. Carried.",
  ],
  // The price of one and what all come to.
  [
    48_000,
    'Cameras for the school buses',
    'Staff proposes a video surveillance system on twelve buses. Cost is $4,000.00 per bus or $48,000.00. Recommendation: approve the purchase.',
  ],
  [
    36_000,
    'License plate readers for the Police',
    'Each camera is $3,000 per year, or $36,000 for all twelve. The contract is for one year.',
  ],
  [
    110_000,
    'Approval to Lease In-Car Cameras under a Cooperative Contract',
    'Purpose: in-car cameras for eight cars.\nNew/Renewal/Modified: New.\nDuration: 5 years.\nCost: Annual payments of $22,000.00; 5-year total of $110,000.00.',
  ],
  [
    18_000,
    'Order form, CLEAR Law Enforcement Plus',
    'CLEAR people search, monthly charges $500.00, minimum term 36 months, increase 0%. Total over the minimum term $18,000.00.',
  ],
  // All that one title decides on.
  [
    900_000,
    'Sheriff requests authorization to execute two Agreements with Idemia Identity & Security: A) two-year Agreement, not to exceed $500,000; B) five-year maintenance Agreement, not to exceed $400,000',
    'The agreements are for the livescan system.',
  ],
  [
    230_000,
    'Enter into an agreement with Convergint for security cameras for an estimated amount of $200,000, plus a 15 percent contingency of $30,000; and increase appropriations in the Airport Fund by $250,000',
    '',
  ],
  [
    50_000,
    'Probation: purchase of 20 GPS ankle units, Acme Inc., $40,000; five GPS tracking units for cars, $10,000',
    '',
  ],
  [
    300_000,
    'BOND ORDINANCE FOR THE ACQUISITION OF POLICE BODY CAMERAS, APPROPRIATING $300,000 THEREFOR AND AUTHORIZING $285,000 BONDS – SECOND READING AND PUBLIC HEARING',
    '',
  ],
  // Parts that a text adds up, and what a change order comes to.
  [
    94_000,
    'Resolution approving the purchase of an interview room recording system',
    'Council earlier concurred in a purchase of $88,000.00. The shop has since added switches at $6,000.00, charged to a separate account, for a total of $94,000.00.',
  ],
  [
    900_000,
    'On-board video surveillance – Change Order No. 3',
    'The option price for ninety coaches is $800,000, and network support is $100,000. The total of the change order is $900,000.',
  ],
  [
    140_000,
    'Agreements extending support for body-worn and in-car cameras',
    'The firm offers three more years.\nBody-worn: $60,000 total ($20,000 per year).\nIn-car: $80,000 total ($26,667 per year).\nStaff recommends both.',
  ],
  // Years told one by one.
  [
    140_000,
    'License plate recognition for parking',
    'Two vehicle-mounted LPR kits. Year 1 $80,000; Years 2 and 3 $30,000 each. Term three years.',
  ],
  [
    200_000,
    'Body camera agreement',
    'Year 1 Cost: $80,000, from the seizure fund.\nYear 2-5 (ongoing cost): $30,000 per year.\nThe agreement for body cameras is for five years.',
  ],
  [
    31_000,
    'Resolution exercising the second one-year option with BI Incorporated for electronic monitoring',
    'WHEREAS, an award was made for a two-year base term at $31,000.00 a year, with three options of one year each; NOW, THEREFORE, BE IT RESOLVED that the second option is exercised.',
  ],
  [
    150_000,
    'Exercise of renewal options for ALPR software',
    'The option to renew the license plate reader software over a five-year period. Staff anticipates a cost of $30,000 per year, for a five-year total of $150,000.',
  ],
  [
    7_500,
    'Contract renewal, CLEAR',
    'CLEAR investigations subscription. 2023-2026 agreement $6,500.00; 2026-2029 agreement $7,500.00; total $14,000.00.',
  ],
  // Trials without a price, and what might come after them.
  [
    null,
    'Approval of a drone as first responder pilot agreement',
    'The first-year pilot is at no cost; if continued, costs would go into the General Fund (Year 2: $180,000; Years 3-6: $220,000 annually; six-year total $1,060,000).',
  ],
  [
    null,
    'Gunshot detection trial',
    'Approve a six-month trial of gunshot detection. FISCAL IMPACT: None for the trial. A contract after the trial would cost about $75,000 a year.',
  ],
  [
    null,
    'License plate reader agreement',
    'The Town may use the license plate readers of the County. The County bought the readers in 2022 for $310,000. No payment is asked of the Town.',
  ],
  // Of a grant what is given, and to whom.
  [
    164_000,
    'BODY WORN CAMERA GRANT: A RESOLUTION TO ACCEPT A 50/50 MATCHING GRANT AWARD IN THE TOTAL AMOUNT OF $164,000.00, OF WHICH $60,000.00 WILL BE USED BY THE POLICE, WITH $104,000.00 TO BE DISBURSED TO THE COUNTY',
    '',
  ],
  [
    24_000,
    'Resolution accepting a Motor Vehicle Crime Prevention Authority grant award',
    'FUNDING SOURCE: MVCPA will reimburse $24,000; the district will fund the remaining $6,000. The award will start a lease of ten license plate readers at $30,000.',
  ],
  // Of a list of decisions the one that is ours.
  [
    36_000,
    'Finance Committee minutes',
    'The committee sent on the following:\n- Resolution accepting an award to fit two cruisers with license plate readers, $36,000.\n- Purchase of a boiler for the garage, $98,000.\n- Agreement for demolition, $5,000.',
  ],
  [
    40_000,
    'Supplemental appropriations',
    'The ordinance appropriates:\n- $200,000 to Streets for salt\n- $40,000 to Police for license plate readers\n- $18,000 to Parks for chips\nAll from fund balance.',
  ],
  [
    29_000,
    'Sales tax expenditures',
    'The committee reviewed requests: turnout gear for Fire, $64,000; surveillance cameras for the impound lot, $29,000; a generator, $41,000. All were approved.',
  ],
  // Bids, of which one is taken; other business of the same meeting.
  [
    98_000,
    'Minutes: jail camera upgrade',
    'The first time the only bid was $163,000 and it was rejected. This time Accurate Controls bid $98,000. Commissioner Holt moved to award the jail camera upgrade to Accurate Controls. Carried.',
  ],
  [
    24_000,
    'Trustees: security cameras at the depot',
    "Quotes for security cameras: ADT $31,000, Gillmore Security $24,000, Vector $27,000. Mr. Ames moved to accept Gillmore Security's quote. All yes.",
  ],
  [
    7_000,
    'Village minutes: park cameras',
    'A quote for four security cameras was $7,000. Motion to accept the quote for the cameras. Carried. Motion to pay bills of $148,000. Carried.',
  ],
  [
    128_000,
    'Minutes: police cars and cameras',
    'Bids for cars: Clayton Dodge bid $241,000; Long Ford bid $249,000. Motion to take the Ford bid carried.\n\nA five-year contract with Axon for in-car cameras, $128,000, was moved and carried.',
  ],
  [
    96_000,
    'Camera trailers',
    'LVT offered four surveillance trailers for $96,000; Mobile Pro, $104,000; WCCTV, $111,000. Council member Ng moved to take the LVT offer. Carried.',
  ],
  // Several purses of one memo.
  [
    50_000,
    'Body cameras for the constables',
    'FUNDING: $30,000 from the General Fund and $20,000 from the Courthouse Security Fund.\nThe constables ask for body cameras. Approve the purchase.',
  ],
  // All of a title's three or more.
  [
    520_000,
    '(1) Waiver of bidding; (2) Approval of a five-year agreement for license plate readers not-to-exceed $400,000; (3) Authority for amendments not-to-exceed $80,000; (4) $40,000 for electrical work; and (5) Budget amendment for a not-to-exceed project amount of $520,000',
    '',
  ],
  // What others own, what was spent, what is left for later.
  [
    null,
    'Agreement for shared readers',
    'A shopping center owns four license plate readers, for which it pays $12,000 a year. It shares them with the police. There is no cost to the City.',
  ],
  [
    140_000,
    'Purchase of body-worn cameras using federal funds',
    'Of the funds, $650,000 was set aside for public safety. The Police ask to use $140,000 of that for body-worn cameras. $210,000 went to radios last year.',
  ],
  [
    null,
    'No-cost pilot of weapons detection at schools',
    'A pilot agreement with Evolv for weapons detection at two schools. There is no cost. A purchase would be in the range of $280,000 to $320,000 and is not a part of this request.',
  ],
  [
    15_000,
    'Donation of cameras from the Rotary Club',
    'The Rotary Club wishes to give the City $15,000 for surveillance cameras at the skate park. Motion to accept the donation.',
  ],
  [
    35_000,
    'Change Order No. 2 - transit center cameras',
    'Original contract: $480,000.00\nChange Order No. 1: $14,000.00\nChange Order No. 2 (this request): $35,000.00\nRevised contract: $529,000.00\nIt adds 16 surveillance cameras.',
  ],
]

describe('what a memo commits', () => {
  it.each(told)('%s: %s %s', (expected, title, text) => {
    expect(amountOf(title, text)).toBe(expected)
  })
})

describe('what sums are for', () => {
  it.each([
    ['per-unit', 'The lease is $4,000 per bus or $48,000 per month.'],
    ['new-total', 'The amendment adds $9,000, for a new five-year total of $90,000'],
    ['previous', "Last year's award was $38,000"],
    ['per-unit', 'Per-day rates: GPS $14.50; alcohol monitoring $15.25'],
    ['previous', 'The readers cost $30,000 last year'],
    ['available', 'The account held $139,000'],
    ['previous', 'The earlier contract with Acme was $640,000'],
    ['previous', 'The 2023 grant of $58,000 bought rifles'],
    ['available', 'Salaries have a surplus of $130,000'],
    ['available', 'The regular price is $96,000 a year'],
    ['spending', 'Staff asks to use $40,000'],
    ['previous', 'The base contract of three years was $250,000'],
  ])('%s: %s', (use, text) => {
    expect(findSums(text, false).at(-1)?.use).toBe(use)
  })
})

describe('a public hearing', () => {
  it.each([
    [true, 'Bond ordinance appropriating $90,000 for cameras – public hearing'],
    [false, 'Public hearing on cameras'],
    [false, 'Ordinance on the surveillance use policy appropriating $90,000 – public hearing'],
  ])('%s: %s', (may, title) => {
    expect(mayCommit(title)).toBe(may)
  })
})

describe('long texts', () => {
  it.each(['- ', '\n- a $5', '$5 each or $', 'ordinance '])('reads a megabyte of %j', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    const from = performance.now()
    const sums = findSums('$5 or $6', false)
    ofOwnBullets({ text: '', sums, places: [] }, { text, sums, places: [{ start: 0, end: 2 }] })
    mayCommit(text)
    expect(performance.now() - from).toBeLessThan(3_000)
  })
})
