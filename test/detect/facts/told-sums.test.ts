import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'

const detector = createDetector()

/** Own words; each sum was settled before any rule was tried. */
const told: readonly (readonly [number | null, string])[] = [
  [
    45000,
    'Approve Amendment No. 2 with Acme for license plate readers, increasing compensation by $45,000 from $100,000 to $145,000',
  ],
  [
    120000,
    'Amend body-worn camera agreement with Axon Enterprise in the additional amount of $120,000 for a new total of $520,000',
  ],
  [
    90000,
    'Approve the purchase of three drones for the Sheriff at a cost of $90,000, to be reimbursed $60,000 by the Department of Emergency Management',
  ],
  [
    154000,
    'Approve purchase of in-car cameras, $169,000 less $15,000 trade-in credit, for a net of $154,000',
  ],
  [60000, 'Approve three-year agreement with Acme for gunshot detection at $20,000 per year'],
  [
    100000,
    'Approve five-year agreement for license plate readers, $20,000 annually, for a total of $100,000',
  ],
  [
    250000,
    'Accept a grant of $250,000 from the Department of Justice for body-worn cameras with a local match of $250,000',
  ],
  [500000, 'Authorize application for a $500,000 UASI grant for surveillance cameras'],
  [
    110000,
    'Award contract to Acme for surveillance cameras in the amount of $100,000 plus a 10% contingency of $10,000',
  ],
  [
    110000,
    'Award of bid for surveillance cameras: $100,000 base bid, $10,000 contingency, total project budget $110,000',
  ],
  [
    125000,
    'To authorize an expenditure of One Hundred Twenty Five Thousand Dollars for license plate readers',
  ],
  [null, 'Ordinance establishing speed camera enforcement; fines of $50 and $100'],
  [
    9800,
    'Ratify purchases: (a) tires, $12,000; (b) license plate reader, $9,800; (c) uniforms, $3,000',
  ],
  [48000, 'Approve a two-year subscription for Cellebrite, $24,000 each year'],
  [
    1200000,
    'Approve agreement with Axon for body-worn cameras in an amount not to exceed $1.2 million',
  ],
  [
    1200000,
    'Approve agreement with Axon for body-worn cameras in an amount not to exceed $1.2M over five years',
  ],
  [
    75000,
    'Budget amendment: transfer $75,000 from contingency to Police equipment for license plate readers',
  ],
  [75000, 'Appropriate $75,000 from fund balance for license plate readers'],
  [75000, 'An ordinance amending the FY25 budget to appropriate $75,000 for surveillance cameras'],
  [
    360000,
    'Approve 3-year contract in the annual amount of $120,000 with Axon for body-worn cameras',
  ],
  [
    310000,
    'Approve body-worn camera agreement with Axon: $110,000 in FY26, $100,000 in FY27 and $100,000 in FY28',
  ],
  [35000, 'Accept donation of $35,000 from the Police Foundation for a drone'],
  [36500, 'Approve the purchase of a drone ($32,000) and training ($4,500), total $36,500'],
  [17500, 'Authorize payment to Flock Safety, invoice 1234, $17,500'],
  [
    64000,
    'Approve the addition of 16 license plate readers to the agreement with Flock Safety at $4,000 each for a total of $64,000 annually',
  ],
  [
    88000,
    'Renew gunshot detection agreement with SoundThinking for $88,000, an increase of $4,000 over last year',
  ],
  [
    210000,
    'Approve new agreement with Acme for red light cameras, NTE $70,000 per year and $210,000 over the three-year term',
  ],
  [
    140000,
    'Approve one-year agreement for $140,000 with four one-year options for body-worn cameras',
  ],
  [
    140000,
    'Approve agreement for license plate readers, one year for $140,000 with two one-year renewal options at $145,000 each',
  ],
  [
    95000,
    'Ordinance authorizing Amendment Two to ShotSpotter contract, adding $95,000 for a new maximum contract amount of $350,000',
  ],
  [95000, 'Approve modification to P.O. 11223 for in-car video, $95,000 (new PO total $350,000)'],
  [
    95000,
    'Increase purchase order with Axon for body-worn cameras by $95,000.00, original amount $255,000.00, revised amount $350,000.00',
  ],
  [
    95000,
    'Submitting reso. autho. Contract No. 6001 - Amendment 1 - gunshot detection - Contract Increase Amount: $95,000.00 – Total Contract Amount: $350,000.00',
  ],
  [
    350000,
    'Submitting reso. autho. Contract No. 6002 - gunshot detection - Total Contract Amount: $350,000.00',
  ],
  [95000, 'Contract for drones - supplement - $95,000.00; original $255,000.00; total $350,000.00'],
  [
    40500,
    'Consent: purchase approvals: 1. Acme Ford - pickup - $52,000 2. Axon - body cameras - $40,500 3. Office Depot - chairs - $2,100',
  ],
  [
    40500,
    'Warrants: Police: Flock Safety annual license plate readers $40,500; Fire: hoses $7,800',
  ],
  [
    40500,
    'Approve budget amendments: (1) Parks $12,000 for mowers (2) Police $40,500 for body cameras (3) Library $3,000 for books',
  ],
  [
    40500,
    'Grants: accept $18,000 for bus shelters from MassDOT; accept $40,500 for body-worn cameras from EOPSS',
  ],
  [
    15000,
    "Approve $15,000 payment to the County, our share of the regional drone program's $90,000 yearly cost",
  ],
  [28800, 'Approve agreement with Acme for GPS ankle monitors, not to exceed $28,800 annually'],
  [
    28800,
    'Approve contract with BI Incorporated for electronic monitoring at $4.80 per day per unit, not to exceed $28,800',
  ],
  [
    null,
    'Approve contract with BI Incorporated for electronic monitoring at $4.80 per day per unit',
  ],
  [
    null,
    'Approve inmate phone contract with Securus; commission 60% with a minimum annual guarantee of $400,000',
  ],
  [
    33333,
    'Renewal of Cellebrite licence: thirty-three thousand three hundred thirty-three dollars',
  ],
  [
    1250000,
    'Approve gunshot detection contract, one million two hundred fifty thousand dollars ($1,250,000.00)',
  ],
  [
    57500,
    'Purchase Flock Safety license plate readers: equipment $45,000, installation $12,500 (Total: $57,500)',
  ],
  [
    57500,
    'Approve purchase of license plate readers with 12 months of service for $57,500; trade-in value of $5,000 already deducted',
  ],
  [62275, 'Approve purchase of jail body scanner for $57,500 plus $4,775 for installation'],
  [62275, 'Award jail body scanner to Tek84 for $57,500 with a contingency of $4,775'],
  [30000, 'Supplemental appropriation of $30,000 for license plate readers'],
  [
    480000,
    'Approve five-year contract with Axon for body cameras; first-year cost $96,000 and total $480,000',
  ],
  [
    480000,
    'Approve five-year contract with Axon for body cameras, five annual payments of $96,000',
  ],
  [
    186400,
    'Motion to approve the Axon quote Q-55112 for body-worn cameras in the amount of $186,400 and to transfer $36,400 from contingency to cover the shortfall',
  ],
  [
    186400,
    'Approve purchase of body-worn cameras from Axon, $186,400, of which $100,000 is grant funded',
  ],
  [
    186400,
    'Authorize Axon body-worn camera purchase; total $186,400; 50% ($93,200) reimbursed by the State',
  ],
  [
    186400,
    'Approve Axon body-worn cameras: grant share $93,200, city share $93,200, total $186,400',
  ],
  [93200, 'Accept $93,200 State body-worn camera grant; required match $93,200 from General Fund'],
  [
    58000,
    'Amendment #4 CellHawk subscription; not to exceed amount increased $58,000 to $174,000; term extended 1 year',
  ],
  [
    58000,
    'Fourth amendment to agreement with Leads Online, adding $58,000 (total not to exceed $174,000)',
  ],
  [
    58000,
    'Contract 22-114 with Cellebrite: extend one year and add $58,000. Total contract not to exceed $174,000.',
  ],
  [58000, 'Ratify change order with Convergint for security cameras, +$58,000'],
  [
    174000,
    'Exercise first option year with Vigilant for license plate readers in the amount of $174,000',
  ],
  [174000, 'Renewal (3 of 5) license plate reader maintenance, annual amount $174,000'],
  [
    522000,
    'Award three-year license plate reader contract, $174,000 annually, estimated three-year total $522,000',
  ],
  [
    870000,
    'Award license plate reader contract, three years with two one-year options, total five-year not-to-exceed amount of $870,000',
  ],
  [
    24750,
    'Approve purchase of surveillance cameras for Parks maintenance yard, Johnson Controls, $22,500 plus 10% contingency ($2,250) for a total of $24,750',
  ],
  [
    24750,
    'Approve purchase of surveillance cameras from Johnson Controls for $24,750 including tax and freight',
  ],
  [
    13500,
    'Bills over $10,000: Acme Paving $45,100.00; Flock Safety license plate readers $13,500.00; Xerox $10,050.00',
  ],
  [
    13500,
    'List of purchases: Flock Safety – license plate readers – $13,500 / Xerox – copier – $10,050',
  ],
  [13500, 'Checks: #1101 Xerox $10,050; #1102 Flock Safety LPR $13,500; #1103 Waste Co $8,000'],
  [21000, 'Approve ShotSpotter pilot: 6 months, $3,500 per month, $21,000 total'],
  [
    21000,
    'Approve lease of surveillance trailer from LiveView Technologies for six months at $3,500 per month',
  ],
  [
    42000,
    'Approve rental of surveillance trailer from LiveView Technologies at $3,500 per month for 12 months, not to exceed $42,000',
  ],
  [2300000, 'Authorize contract with Motorola for body-worn and in-car video, $2.3M'],
  [
    2300000,
    'Award of contract to Motorola Solutions for in-car video in an estimated amount of $2,300,000.00 for a 5-year term',
  ],
  [460000, 'In-car video agreement with Motorola not to exceed $460,000 per fiscal year'],
  [725000, 'Supplemental appropriation: $500,000 for body cameras and $225,000 for in-car video'],
  [
    725000,
    'Appropriate $500,000 from the General Fund and $225,000 from the Asset Forfeiture Fund for body cameras',
  ],
  [225000, 'Appropriate $500,000 for street repair and $225,000 for body cameras'],
  [
    225000,
    'Resolution transferring $225,000 from Police Salaries to Police Equipment for body cameras',
  ],
  [
    225000,
    'To appropriate and transfer $225,000.00 from the Special Income Tax Fund; to authorize the expenditure of $225,000.00 for police body cameras',
  ],
  [
    225000,
    'To authorize Public Safety to modify contract for body cameras with Getac; to authorize the expenditure of $225,000.00 from the General Fund; and to declare an emergency ($225,000.00)',
  ],
]

describe('the sum that a title commits, beside others', () => {
  it.each(told)('%s: %s', (sum, title) => {
    expect(detector.detect({ title, text: '' }).facts.amountUsd).toBe(sum)
  })
})
