import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const amountOf = (title: string, text = '') => detector.detect({ title, text }).facts.amountUsd

/** Own words, in the manner of consent lists, purchase orders, bond ordinances and awards. */
describe('of a list under a title that names nothing the sum of what is ours', () => {
  it.each([
    [
      'Consent Agenda',
      'a. Approve the minutes.\nb. Pay bills of $312,118.40.\nc. Approve agreement with Flock Safety for license plate readers in the amount of $31,000.\nd. Buy a dump truck for $177,200.',
      31_000,
    ],
    [
      'Consent',
      '1) Pay estimate No. 2 to Northern Paving, $198,440.10\n2) Flock Safety ALPR renewal, $27,500\n3) Liquor license for the Elks',
      27_500,
    ],
    [
      'Sole source purchases for approval',
      'i. Axon Enterprise, body cameras, not to exceed $141,000\nii. Harris Courtware, docket software, not to exceed $88,000\niii. Zoll, monitors, not to exceed $70,500',
      141_000,
    ],
    [
      'Purchases for ratification',
      'Vendor: Flock Safety\nDepartment: Police\nDescription: LPR lease\nAmount: $24,000.00\nVendor: Office Depot\nDepartment: IT\nDescription: Laptops\nAmount: $41,870.00',
      24_000,
    ],
    [
      'Approval of purchases',
      'The Chief asked for approval of the following: tires, $2,450; body cameras, $13,800; ammunition, $5,990. Motion by Bell to approve.',
      13_800,
    ],
    [
      'Police items',
      'a. Purchase of body cameras, $29,000. b. Purchase of a drone, $18,500. c. Purchase of tires, $5,100.',
      47_500,
    ],
    [
      'Public Works and Police',
      'Purchase of front-end loader from Cat, $201,300.00\nPurchase of body-worn camera system from Axon, $58,200.00',
      58_200,
    ],
    // Who sells anything says nothing of what is sold.
    [
      'Purchases for approval',
      '1. Surveillance cameras from Convergint, $38,400.\n2. Firewall licenses from SHI, $61,700.\n3. Pump from Xylem, $22,900.\n4. Salt from Compass, $40,100.',
      38_400,
    ],
    // The letter of a word behind a sum is no thousand.
    ['Capital items', 'Squad car cameras $14,900, K-9 kennel $3,100, range targets $850.', 14_900],
    // What hangs on the cameras is bought with them.
    [
      'Police equipment',
      'Approve purchase of body cameras, $30,000; docking stations and mounts, $4,000; training, $2,000; total $36,000.',
      36_000,
    ],
  ])('%s: %s', (title, text, amount) => {
    expect(amountOf(title, text)).toBe(amount)
  })

  it('reads a row of an order by its sum, and not by the price of one', () => {
    const rows =
      'Description Qty Unit Price Total\nBody camera 20 $650.00 $13,000.00\nDock 4 $900.00 $3,600.00\nTotal $16,600.00'
    expect(amountOf('Quote Q-21118 Axon', rows)).toBe(16_600)
    expect(
      amountOf(
        'Purchase of security equipment for buses',
        'A surveillance camera system on twelve buses. Cost is $4,100.50 per bus or $49,206.00. Recommendation: approve the purchase.',
      ),
    ).toBe(49_206)
  })
})

describe('what an ordinance or a budget spends', () => {
  it.each([
    [
      'ORDINANCE 2026-14 BOND ORDINANCE FOR THE ACQUISITION OF POLICE BODY CAMERAS, APPROPRIATING $290,000 THEREFOR AND AUTHORIZING THE ISSUANCE OF $275,500 BONDS OR NOTES - SECOND READING AND PUBLIC HEARING',
      '',
      290_000,
    ],
    [
      'Ordinance 2026-31 Bond Ordinance',
      'Bond ordinance providing for security cameras at municipal buildings, appropriating $410,000 therefor and authorizing the issuance of $389,500 bonds or notes to finance part of the cost thereof.',
      410_000,
    ],
    ['Ordinance appropriating $121,000 from capital surplus for body worn cameras', '', 121_000],
    [
      'Resolution 91',
      'Be it resolved to transfer: from 101-0900 Reserve $44,300 to 101-2200 Police Equipment $44,300 for in-car cameras.',
      44_300,
    ],
  ])('%s: %s', (title, text, amount) => {
    expect(amountOf(title, text)).toBe(amount)
  })
})

describe('what a grant gives', () => {
  it.each([
    [
      'Accept award from BJA',
      'The award of $91,000 covers half of the cost of the body cameras, $182,000; the City pays the other half.',
      91_000,
    ],
    [
      'Resolution accepting a Motor Vehicle Crime Prevention Authority (MVCPA) grant award',
      'MVCPA will reimburse $16,500; the district funds the remaining $3,300. The award starts a lease of six license plate reader cameras from Flock Safety at $19,800.',
      16_500,
    ],
    [
      'Accept two grants for surveillance equipment',
      'Accept a Project Safe Neighborhoods grant of $48,200 for surveillance cameras and a Byrne JAG grant of $31,000 for license plate readers.',
      79_200,
    ],
    [
      'Accept UASI subaward and purchase',
      'Accept a UASI subaward of $240,000 from the City; approve purchase of mobile surveillance trailers from LVT in the amount of $228,100.',
      240_000,
    ],
  ])('%s: %s', (title, text, amount) => {
    expect(amountOf(title, text)).toBe(amount)
  })
})

describe('money that others gave', () => {
  it.each([
    [
      'Jail cameras',
      'Be it further resolved that up to $77,310.55 in grant funds is authorized to add 60 security cameras at the County Jail.',
      77_310.55,
    ],
    [
      'Donation acceptance',
      'Accept donation from Walmart Foundation ($2,000) and Police Foundation ($14,500), total $16,500, for a police drone.',
      16_500,
    ],
    [
      'Grants for acceptance',
      'a) Highway Safety grant for overtime, $21,000. b) Project Safe Neighborhoods grant for license plate readers, $49,000. c) Victim services grant, $77,000.',
      49_000,
    ],
    [
      'Warrant Article 12',
      'To see if the Town will vote to raise and appropriate the sum of $98,000 for the purchase of body worn cameras, and to authorize the withdrawal of $45,000 from the reserve fund, with $53,000 to come from taxation.',
      98_000,
    ],
    [
      'ORT grant year 2',
      'Accept the second year allocation of $205,000 of the three year $615,000 Organized Retail Theft grant for license plate readers.',
      205_000,
    ],
    [
      'Ordinance appropriating funds',
      'To appropriate $46,000 from the Law Enforcement Trust Fund (balance $171,204) for surveillance equipment for the vice unit.',
      46_000,
    ],
  ])('%s: %s', (title, text, amount) => {
    expect(amountOf(title, text)).toBe(amount)
  })
})

describe('what a vote commits', () => {
  it.each([
    [
      'Axon',
      'Motion by Diaz to approve the body camera agreement at $28,000 failed 2-3. Motion by Hall to approve the one year body camera agreement at $11,000 carried 4-1.',
      11_000,
    ],
    // Of two motions the later one decides.
    [
      'Cameras',
      'Motion by Roe to table the mower bids until June. Motion by Roe, second by Fox, to award the surveillance camera bid to Netsmart at $62,400. Motion carried.',
      62_400,
    ],
    [
      'Cameras',
      'Motion by Roe to purchase body cameras at $62,400. Motion died for lack of a second.',
      null,
    ],
    [
      'Flock Safety',
      'Chief Ames will present an overview of the license plate reader system, which costs $33,000 a year.',
      null,
    ],
  ])('%s: %s', (title, text, amount) => {
    expect(amountOf(title, text)).toBe(amount)
  })
})
