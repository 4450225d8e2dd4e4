import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const amountOf = (title: string, text = '') => detector.detect({ title, text }).facts.amountUsd

/** Own words, in the manner of many clerks; the sum is what the item itself commits. */
describe('the sum an item commits', () => {
  it.each([
    // Plain purchases.
    ['ShotSpotter for the police, $225,000 the first year and $195,000 annually', 225_000],
    [
      'CONSENT (cont.) e. Claims of $418,220.16 f. Renewal of the audit, Smith and Partners, first year of the new agreement g. Renewal, Axon Enterprise, body worn cameras for the police, $42,318.20 h. Pay request, Cornerstone Excavating, East Avenue, contract of $88,104.61, approved as asked',
      42_318.2,
    ],
    [
      'Lease of two plate readers for two years, $20,050 the first year and $15,000 the second',
      35_050,
    ],
    [
      'Accept $75,000 from the state, set aside $25,000 as match, and create the Police Body Cameras Fund of $100,000',
      75_000,
    ],
    [
      'Video platform with Verkada for the police - Not to exceed $46,000 - Financing: Seized Monies Fund ($9,000) and General Fund ($37,000) (subject to appropriation)',
      46_000,
    ],
    ['Purchase of Flock Safety license plate readers in the amount of $48,750.00', 48_750],
    ['Approve purchase of body-worn cameras from Axon Enterprise, Inc. ($212,400)', 212_400],
    ['Purchase drones from Skydio at a cost of $37,990', 37_990],
    [
      'Accept a donation of $735,000 and agree with ShotSpotter; waiving bids under the Municipal Code',
      735_000,
    ],
    [
      'Accept a police camera grant in the amount of ninety two thousand six hundred dollars ($92,600), with a $10,200 sub-grantee match',
      92_600,
    ],
    ['Contract with Motorola Solutions for license plate readers: $64,000', 64_000],
    ['Resolution approving a $90,000 contract for security cameras in the police station', 90_000],
    ['$18,250 to replace surveillance cameras at City Hall', 18_250],
    ['Award of bid for CCTV cameras to Lensworks LLC, low bidder, at $71,310.55', 71_310.55],
    ['Security cameras for the transit center; cost: $150K', 150_000],
    ['Police drone program, NTE 500K', 500_000],
    ['Purchase of security cameras, $40,000 to $60,000', 60_000],
    [
      'Award body camera contract for $200,000 plus a 10 percent contingency for a total of $220,000',
      220_000,
    ],
    ['Award security camera contract for $200,000, plus a contingency of $20,000', 220_000],
    ['Agreement for gunshot detection, NTE: $1.2M', 1_200_000],
    ['Real-time crime center software, not to exceed 340,000', 340_000],
    ['Lease of license plate readers, $3.5M', 3_500_000],
    ['Camera replacement program of $2.25 million for the police department', 2_250_000],
    ['Body-worn cameras, one hundred twenty thousand dollars', 120_000],
    ['Contract for license plate readers for five hundred thousand dollars ($500,000.00)', 500_000],
    [
      'Plate readers for the sum of Four Hundred Twelve Thousand Five Hundred and 00/100 Dollars',
      412_500,
    ],
    ['Purchase of body cameras, US$ 88,000', 88_000],
    ['Purchase of surveillance cameras, 88,000 US dollars', 88_000],
    ['To authorize the expenditure of $61,000.00 from the General Fund for police drones', 61_000],
    ['To authorize the expenditure from the General Fund of $61,000.00 for police drones', 61_000],
    [
      'Purchase from Flock Safety in the amount of $90,000 of automated license plate readers',
      90_000,
    ],
    [
      'Body camera grant 1. Authorize the Chief to accept $180,000 in grant funding from the State 2. Authorize the Chief to agree with the neighboring city on the body camera grant for $40,000 of pass-through funding',
      180_000,
    ],
    // Two decisions, each with its own sum.
    [
      'Amend the contract for body cameras for a total amount not to exceed $90,000; and authorize a purchase of body camera docks in the amount of $20,000',
      110_000,
    ],
    // What is accepted first is more than what is added to it.
    [
      'Accept a police grant of $41,000; authorize an expenditure not to exceed $20,000 from the General Fund for dash cameras',
      41_000,
    ],
    // Paid from several purses.
    [
      'Purchase of plate readers in the amount of $30,000 from the General Fund and $20,000 from the Seizure Fund',
      50_000,
    ],
    [
      'Purchase of plate readers not to exceed $50,000, $30,000 from the General Fund and $20,000 from the Seizure Fund',
      50_000,
    ],
    [
      'Amend the body camera contract with Axon to a new total of $150,000, previously $100,000',
      50_000,
    ],
    ['Open a universal term contract for body-worn cameras ($1.00)', 1],
    ['No-cost extension of the Flock Safety license plate reader agreement ($0.00)', 0],
    ['To modify the ShotSpotter contract without change of price. (0.00)', 0],
    ['To buy in-car video for the Division of Police. (1,204,077.00)', 1_204_077],
    [
      'Approve payment of $12,500 to Cellebrite for phone forensics software annual renewal',
      12_500,
    ],
    // A policy beside a contract takes nothing from it; nor does the paper that it comes with.
    [
      'Approval of (1) Contract No. C-77 with LensLock, Inc in an amount not to exceed $981,400 for police video; and (2) the video system Surveillance Use Policy',
      981_400,
    ],
    [
      'Staff Report for a Resolution to Approve and Appropriate $56,705 for an agreement with Odin Systems for security cameras at the Civic Center',
      56_705,
    ],
    ['Staff report on the security camera budget of $56,705', null],
    // Increases.
    [
      'Ratify a first amendment to the Axon agreement for an increase of $9,095 and authorize a second amendment for storage for an increase of $4,000, for a total agreement not to exceed $175,630',
      13_095,
    ],
    [
      'Amendment No. 2 with Flock Safety, increasing the contract by $50,000 for a new total not to exceed $150,000',
      50_000,
    ],
    [
      'Second amendment to the Axon agreement to increase compensation from $100,000 to $150,000',
      50_000,
    ],
    [
      'Change order no. 3 to the security camera contract in the amount of $17,200, for a revised contract total of $117,200',
      17_200,
    ],
    [
      'Amend the ShotSpotter agreement to add $75,000, bringing the total contract amount to $300,000',
      75_000,
    ],
    [
      'Increase the purchase order for body-worn cameras by $9,999.99 (from $40,000 to $49,999.99)',
      9_999.99,
    ],
    [
      'First Amendment with Vigilant Solutions: additional $60,000; revised not-to-exceed amount $260,000',
      60_000,
    ],
    [
      'Amend contract for red light cameras to extend the term by one year and increase the amount by up to $25,000',
      25_000,
    ],
    [
      'Ratify a contract for license plate readers in an amount of $127,000 and authorize an increase in the amount of $191,250 for a total not to exceed $318,250',
      191_250,
    ],
    [
      'Amendment to the drone services agreement in an amount not to exceed $35,000, for a total contract amount not to exceed $85,000',
      35_000,
    ],
    [
      'Amendment 4 with Genetec for video surveillance, raising the not-to-exceed amount from $200,000 to a not-to-exceed amount of $275,000',
      75_000,
    ],
    // Totals over terms.
    [
      'Five-year agreement with Flock Safety for plate readers at $60,000 per year, total not to exceed $300,000',
      300_000,
    ],
    ['Five-year agreement with Flock Safety for plate readers at $60,000 per year', 300_000],
    ['Three (3) year lease of body-worn cameras at an annual cost of $40,000', 120_000],
    ['Annual subscription for license plate readers at an annual cost of $40,000', 40_000],
    [
      'Axon body-worn cameras: Year 1: $100,000; Year 2: $110,000; Year 3: $121,000; total $331,000',
      331_000,
    ],
    ['Axon body-worn cameras: Year 1: $100,000; Year 2: $110,000; Year 3: $121,000', 331_000],
    [
      'License plate reader lease, FY 2026-27 $50,000, FY 2027-28 $52,000, for a total of $102,000',
      102_000,
    ],
    ['License plate reader lease, FY26-27, in the amount of $50,000', 50_000],
    [
      'Agreement for gunshot detection for an initial year not to exceed $170,000, with four 12-month options each in an amount not to exceed $170,000, for a total agreement amount not to exceed $850,000',
      850_000,
    ],
    [
      'Contract for surveillance cameras for one year with two one-year extension options in an amount not to exceed $412,000. Funding: $150,000 is available in the Operating Budget.',
      412_000,
    ],
    [
      'Two-year contract for drones in an amount not to exceed $90,000, with an option year at $46,000',
      90_000,
    ],
    // What comes on top.
    [
      'Contract for security cameras in the amount of $100,000, plus a 10 % contingency of $10,000, for a total not to exceed $110,000',
      110_000,
    ],
    [
      'Contract for security cameras in the amount of $100,000, plus a $10,000 contingency, for a total contract amount not to exceed $110,000',
      110_000,
    ],
    [
      'Contract for security cameras in the amount of $100,000 plus a contingency of $10,000',
      110_000,
    ],
    ['Contract for security cameras in the amount of $100,000 plus 10 %', 100_000],
    ['Purchase of plate readers for $80,000 plus applicable sales tax', 80_000],
    ['Purchase of plate readers for $86,400, including sales tax of $6,400', 86_400],
    ['Purchase of plate readers for $80,000 plus tax of $6,400 for a total of $86,400', 86_400],
    ['Contract for CCTV cameras of $55,000, which includes a contingency of $5,000', 55_000],
    // Grants.
    ['Accept a $185,000 UASI grant for a drone detection system', 185_000],
    ['Accept a JAG grant of $64,100 with a local match of $16,025 for body-worn cameras', 64_100],
    [
      'Acceptance of MVCPA grant funds in the amount of $167,158 for plate readers; a cash match of $33,492 is required',
      167_158,
    ],
    ['Accept a donation of $5,000 from the police foundation for a drone', 5_000],
    [
      'Apply for and accept $250,000 in Organized Retail Theft grant funds for license plate readers',
      250_000,
    ],
    // One of several contracts is ours.
    [
      'Approve contracts with (a) Northside Paving for $500,000; (b) Flock Safety for license plate readers for $45,000; and (c) Hill Janitorial for $80,000',
      45_000,
    ],
    [
      'Purchase of a street sweeper from Dunn Equipment for $310,000 and body-worn cameras from Axon for $92,000',
      92_000,
    ],
    [
      'Approve $45,000 to Flock Safety for license plate readers and $500,000 to Northside Paving for resurfacing',
      45_000,
    ],
    [
      'Approve agreements with Flock Safety for license plate readers for $45,000 and with Skydio for drones for $30,000',
      75_000,
    ],
    [
      'Purchase license plate readers from Flock Safety for $45,000 and drones from Skydio for $30,000, for a combined total of $75,000',
      75_000,
    ],
    // Prices, pieces, credits.
    ['Purchase of 20 plate readers at $3,000 each, in an amount not to exceed $60,000', 60_000],
    ['Purchase of 12 body-worn cameras at $800 per camera for $9,600', 9_600],
    [
      'Purchase of police drones in the amount of $42,000, less a trade-in credit of $4,000',
      42_000,
    ],
    ['Security cameras for Precinct 4 between $10,000 and $20,000', 20_000],
    ['Police surveillance cameras, budget moved by transfer of $15,000', 15_000],
    // Bad forms are not guessed.
    ['Purchase of body-worn cameras, $1,2345', null],
    ['Purchase of body-worn cameras for $12,34,567', null],
    ['Purchase of body-worn cameras for $1.234.567', null],
    // Nothing is committed.
    ['Surveillance use policy for license plate readers, with fines up to $500', null],
    ['Annual report on license plate readers, which cost $120,000 in 2025', null],
    ['Public hearing on the use of drones by police, budget $90,000', null],
    ['Requiring landlords to register security cameras, with a civil penalty of $1,000', null],
    ['Prohibiting facial recognition; violations are punished by a fine of $250', null],
    ['Discussion of Flock Safety license plate readers', null],
    ['Deductive change order reducing the security camera contract by $12,000', null],
    ['License plate readers at $2,500 per camera', null],
  ])('%s: %s', (title, sum) => {
    expect(amountOf(title)).toBe(sum)
  })

  it.each([
    [
      'Agreement with Flock Safety for license plate readers',
      'In 2023 the Council approved a contract in an amount not to exceed $250,000. Staff recommends a new agreement in an amount not to exceed $84,000.',
      84_000,
    ],
    [
      'First Amendment to Agreement with Axon for body-worn cameras',
      'Authorize the City Manager to execute an amendment increasing the amount by $730,351.69 for a total not to exceed $2,000,000.',
      730_351.69,
    ],
    [
      'Purchase of police drones',
      'Approve a purchase order in the amount of $79,872, plus a contingency of $20,000, for a total amount not to exceed $99,872.',
      99_872,
    ],
    [
      'Red light camera services agreement',
      'The fine for a violation is $100. The annual cost is $1,200.',
      1_200,
    ],
    ['Flock Safety cameras', 'The cost is $50,000.', 50_000],
    ['Flock Safety cameras', 'Approve a purchase not to exceed $50,000.', 50_000],
    ['Use policy for body-worn cameras', 'The program costs $50,000 a year.', null],
    [
      'Purchase of a LiveScan fingerprint system',
      'Authorize the purchase. (Fiscal Impact: $30,600 Expense; Fingerprint Fund; Not Budgeted)',
      30_600,
    ],
    [
      'Purchase of drones',
      'The office asks to purchase two aircraft with spare batteries and training for $31,250.',
      31_250,
    ],
    [
      'Accept funds from the State for plate readers',
      'The Department was awarded $500,000 by the State.',
      500_000,
    ],
    [
      'Agreement for security cameras',
      'It runs three years at $75,000 per year, $225,000 in total.',
      225_000,
    ],
    [
      'Third Amendment to Agreement with Flock Safety to add drones',
      'Set aside $120,000 of the general fund; and approve the amendment to add the drones in the total amount of $640,000 for a three-year agreement. On June 2, 2023, the Town Council approved a five-year agreement with Flock Group, Inc. and an additional appropriation of $4,500.',
      640_000,
    ],
    [
      'Use of a state road for Flock Safety license plate readers, multiple use agreement',
      'A purchase order was issued on 3/5/2024 for the purchase, installation and operation of nine readers in the amount of $31,500. The state asks for no payment.',
      null,
    ],
    [
      'Contract with BRINC for a one-year trial of drones as first responders',
      'The trial is free. If we choose to go on, we will pay $140,000 per year for two drones ($70,000 each).',
      null,
    ],
    [
      'Amendment to the red light camera agreement',
      'The current payment to Redflex is $9,000 per month or $108,000 annually. The amendment takes out a clause.',
      null,
    ],
    [
      'Contract for two license plate readers',
      'There is a usage fee of $2,100 dollars per year per license plate reader.',
      null,
    ],
    [
      'Fingerprint identification system, upgrade and upkeep',
      'A) Authorize the Sheriff to execute a two-year agreement to upgrade the fingerprint system for an amount not to exceed $900,000. B) Authorize the Sheriff to execute a five-year agreement to maintain the fingerprint system, for an amount not to exceed $650,000.',
      1_550_000,
    ],
    [
      'Quotation for license plate readers',
      'Year 1 - Line 20-160 - $46,150.00 plus tax. Year 2 - Line 170-250 - $15,850.00 plus tax.',
      62_000,
    ],
    [
      'Public hearing on the plate reader program and consideration of an agreement with Vigilant Solutions',
      'Enter into a service agreement for $89,500 with Vigilant Solutions to purchase plate readers.',
      89_500,
    ],
    [
      'Public hearing on the plate reader program',
      'Enter into a service agreement for $89,500 with Vigilant Solutions to purchase plate readers.',
      null,
    ],
    [
      'Security cameras for the plaza, purchase and upkeep',
      'This item involves the expenditure of $39,000 for cameras. The equipment costs $29,000, with an additional $10,000 for upkeep.',
      39_000,
    ],
    [
      'Budgets of the regional fingerprint identification system',
      'Adopt the budgets as follows: a. Automated Fingerprint System in the amount of $900,000; and b. Palm print system in the amount of $650,000.',
      1_550_000,
    ],
    [
      'Receipt of a federal grant for body cameras',
      'The Department of Justice has awarded the school district $240,000 for body cameras.',
      240_000,
    ],
    [
      'Agreements for the jail: fingerprint system and laundry',
      '1) Approve an agreement for the fingerprint system not to exceed $90,000. 2) Approve an agreement for laundry service not to exceed $40,000.',
      90_000,
    ],
  ])('%s, from its text', (title, text, sum) => {
    expect(amountOf(title, text)).toBe(sum)
  })

  it('says how it came by a sum that is not printed as such', () => {
    const gradeOf = (title: string) => detector.detect({ title }).facts.committed
    expect(
      gradeOf('Five-year agreement with Flock Safety for plate readers at $60,000 per year'),
    ).toMatchObject({ cents: 30_000_000, grade: 'derived', quote: '$60,000', use: 'committed' })
    expect(gradeOf('Purchase of plate readers for $80,000')).toMatchObject({ grade: 'stated' })
  })
})
