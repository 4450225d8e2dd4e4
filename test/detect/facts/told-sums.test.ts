import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'

const detector = createDetector()

/** Own words; each sum was settled before any rule was tried. */
const told: readonly (readonly [number | null, string, string?])[] = [
  [
    45000,
    'Approve Amendment No. 2 with Acme for license plate readers, increasing compensation by $45,000 from $100,000 to $145,000',
  ],
  [
    45000,
    'Amend license plate reader contract with Flock Safety',
    'Staff recommends adding $45,000 to the contract, bringing the total contract amount to $145,000.',
  ],
  [
    45000,
    'Second amendment, Flock Safety license plate readers',
    'The amendment raises the not-to-exceed amount from $100,000 to $145,000.',
  ],
  [
    120000,
    'Amend body-worn camera agreement with Axon Enterprise in the additional amount of $120,000 for a new total of $520,000',
  ],
  [
    120000,
    'Body-worn cameras, Axon: change order',
    'Original contract: $400,000. Change order: $120,000. Revised contract total: $520,000.',
  ],
  [
    120000,
    'Modification No. 1, body-worn cameras',
    'Authorize modification to increase funding by One Hundred Twenty Thousand Dollars ($120,000.00), for a total contract value not to exceed Five Hundred Twenty Thousand Dollars ($520,000.00).',
  ],
  [
    90000,
    'Purchase of drones for Police',
    'The total cost is $90,000, of which $60,000 is reimbursed by the State.',
  ],
  [
    90000,
    'Approve the purchase of three drones for the Sheriff at a cost of $90,000, to be reimbursed $60,000 by the Department of Emergency Management',
  ],
  [
    154000,
    'Purchase of body cameras',
    'The quote is $169,000, less a trade-in credit of $15,000, for a net cost of $154,000.',
  ],
  [
    154000,
    'Approve purchase of in-car cameras, $169,000 less $15,000 trade-in credit, for a net of $154,000',
  ],
  [60000, 'Approve three-year agreement with Acme for gunshot detection at $20,000 per year'],
  [
    60000,
    'Approve agreement for license plate readers with Flock Safety',
    'Staff recommends a three-year agreement at $20,000 per year.',
  ],
  [
    60000,
    'Approve agreement for license plate readers with Flock Safety',
    'Year 1: $22,000; Year 2: $19,000; Year 3: $19,000. Staff asks for approval.',
  ],
  [
    100000,
    'Approve five-year agreement for license plate readers, $20,000 annually, for a total of $100,000',
  ],
  [
    198000,
    'Approve services agreement with Rekor for license plate readers',
    'Covers nine devices. $66,000 annually for 36 months.',
  ],
  [
    250000,
    'Accept a grant of $250,000 from the Department of Justice for body-worn cameras with a local match of $250,000',
  ],
  [
    250000,
    'Accept FY25 JAG award for license plate readers',
    'The City was awarded $250,000. Of this, $50,000 goes to the County as a subrecipient. No match is required.',
  ],
  [
    250000,
    'Resolution accepting and appropriating a State Homeland Security grant for a Police drone',
    'The total award is $250,000, of which $40,000 will be used for a drone.',
  ],
  [500000, 'Authorize application for a $500,000 UASI grant for surveillance cameras'],
  [
    110000,
    'Award contract to Acme for surveillance cameras in the amount of $100,000 plus a 10% contingency of $10,000',
  ],
  [
    110000,
    'Award contract for surveillance cameras at City Hall',
    'Approve a contract with Convergint in the amount of $100,000, and a contingency of $10,000, for a total of $110,000.',
  ],
  [
    110000,
    'Award of bid for surveillance cameras: $100,000 base bid, $10,000 contingency, total project budget $110,000',
  ],
  [
    125000,
    'Contract with ShotSpotter',
    'Authorize an amount not to exceed one hundred twenty-five thousand dollars for ShotSpotter.',
  ],
  [
    125000,
    'To authorize an expenditure of One Hundred Twenty Five Thousand Dollars for license plate readers',
  ],
  [
    82500,
    'Approve lease of mobile surveillance trailers',
    'The Sheriff requests approval of $82,500. In 2022 the Board approved a similar contract with Acme for $310,000.',
  ],
  [
    82500,
    'Approve purchase of mobile surveillance trailers, $82,500',
    'The Parks contract of $310,000 was approved separately.',
  ],
  [null, 'Adopt body-worn camera policy', 'The cameras were bought in 2023 for $300,000.'],
  [null, 'Annual report on license plate readers', 'Contract cost is $150,000 a year.'],
  [null, 'Ordinance establishing speed camera enforcement; fines of $50 and $100'],
  [null, 'Public hearing on automated speed enforcement', 'The fine is $75.'],
  [
    null,
    'Memorandum of understanding to share license plate reader data',
    'There is no cost. The agency paid $40,000 for its system in 2021.',
  ],
  [
    9800,
    'Ratify purchases: (a) tires, $12,000; (b) license plate reader, $9,800; (c) uniforms, $3,000',
  ],
  [
    9800,
    'Purchases over $5,000',
    'Item 1 Acme Tires $12,000. Item 2 Flock Safety license plate reader $9,800. Item 3 Uniforms Inc $3,000.',
  ],
  [
    26000,
    'Approve purchase of license plate readers',
    'Cost: $26,000. Funding source: Asset forfeiture fund, balance $212,000.',
  ],
  [
    26000,
    'Approve purchase of license plate readers ($26,000) from the Capital Fund',
    'Adopted budget for the year is $1,200,000.',
  ],
  [
    26000,
    'Approve purchase of license plate readers',
    'The department budgeted $30,000. The low quote from Acme came in at $26,000.',
  ],
  [
    26000,
    'License plate reader purchase',
    'Three quotes were received: Acme $26,000; Beta $31,000; Gamma $33,500. Staff recommends awarding to Acme for $26,000.',
  ],
  [
    26000,
    'License plate reader purchase',
    'Bids: Acme $26,000; Beta $31,000; Gamma $33,500. Recommend award to Acme, the low bidder.',
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
    null,
    'Approve agreement for license plate readers',
    'The vendor keeps $25 of each $100 citation.',
  ],
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
  [
    36500,
    'Authorize purchase of drone for Sheriff',
    'The drone costs $32,000 and the training $4,500, for $36,500 in all.',
  ],
  [17500, 'Authorize payment to Flock Safety, invoice 1234, $17,500'],
  [
    64000,
    'Approve the addition of 16 license plate readers to the agreement with Flock Safety at $4,000 each for a total of $64,000 annually',
  ],
  [
    64000,
    'Approve PO to Flock Safety for license plate readers',
    'Total cost for this item will not exceed $64,000. Funds are available in account 101-4521. The remaining balance of the grant is $80,000.',
  ],
  [
    88000,
    'Approve renewal of ShotSpotter',
    'FISCAL IMPACT: $88,000 for FY26 from General Fund. The program cost $84,000 in FY25.',
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
    72000,
    '25-110 Authorizing agreement with Acme Traffic for speed camera maintenance',
    'Transmitted herewith is legislation establishing $72,000 as maximum compensation for an agreement with Acme Traffic for upkeep of speed cameras. The cost will be funded from the 2025-26 Budget of the Police Department ($50,000) and the 2026-27 Budget ($22,000).',
  ],
  [
    72000,
    'Agreement for pole cameras',
    'Recommended action: Authorize the Manager to execute a contract with Acme in an amount not to exceed $72,000. Background: In 2021 the Council authorized a purchase of $45,000. The citywide system has cost $1,400,000 since then.',
  ],
  [
    72000,
    'Purchase of body cameras',
    'Staff solicited quotes. Acme quoted $72,000; Beta quoted $81,250. Staff recommends Acme.',
  ],
  [
    72000,
    'Body-worn camera replacement',
    'Account 10-5530 Budgeted: $80,000. Amount requested: $72,000. Remaining: $8,000.',
  ],
  [
    72000,
    'Body-worn camera replacement',
    'Budgeted? Yes. Budget amount: $80,000. Contract amount: $72,000. Fund: General.',
  ],
  [
    72000,
    'Purchase of drone system',
    'Expenditure Required: $72,000. Current Budget: $75,000. Amount Over Budget: $0.',
  ],
  [
    72000,
    'Flock Safety LPR',
    'Fiscal Impact: The annual cost is $72,000, which is in the adopted FY26 budget.',
  ],
  [144000, 'Flock Safety LPR renewal', 'The two-year renewal costs $144,000 ($72,000 per year).'],
  [144000, 'Flock Safety LPR renewal', 'Two-year renewal. Year one $72,000. Year two $72,000.'],
  [
    95000,
    'Contract amendment: ShotSpotter',
    'The City entered into a contract on March 3, 2022 for $195,000. Amendment 1 added $60,000. This Amendment 2 adds $95,000 for a total of $350,000.',
  ],
  [
    95000,
    'Amendment Two to contract with ShotSpotter',
    'To increase the contract from $255,000 to $350,000 and extend the term to June 30, 2027.',
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
    'Bid awards',
    'A. Street salt to Acme Salt, $220,000. B. Body cameras to Axon Enterprise, $40,500. C. Mowing to Green Inc., $18,000.',
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
    612000,
    'Authorize acceptance of UASI grant for surveillance cameras',
    'The grant totals $612,000: $300,000 in federal fiscal year 2024 and $312,000 in 2025. The County share is 0%.',
  ],
  [
    612000,
    'JAG grant for license plate readers',
    "Joint award with the County totals $612,000. The City's share is $400,000 and the County's share is $212,000.",
  ],
  [
    612000,
    'Resolution to apply for Motor Vehicle Crime Prevention Authority grant for license plate readers',
    'Grant funds requested: $612,000; cash match $122,400; total program $734,400.',
  ],
  [
    15000,
    "Approve $15,000 payment to the County, our share of the regional drone program's $90,000 yearly cost",
  ],
  [
    15000,
    'Interlocal agreement with the County for body-worn camera storage',
    'The Town will reimburse the County $15,000 a year.',
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
    null,
    'Award red light camera contract to Acme',
    'The vendor is paid $3,999 per camera per month out of fines.',
  ],
  [
    null,
    'Discussion of license plate readers',
    "The vendor's estimate is $45,000 a year for 15 cameras.",
  ],
  [null, 'Receive report on surveillance cameras', 'Council approved $500,000 in 2023.'],
  [null, 'Resolution opposing state bill on speed cameras', 'Fines would rise to $200.'],
  [null, 'Issue RFP for body-worn cameras', 'The estimated cost is $300,000.'],
  [
    33333,
    'Renewal of Cellebrite licence: thirty-three thousand three hundred thirty-three dollars',
  ],
  [
    1250000,
    'Approve gunshot detection contract, one million two hundred fifty thousand dollars ($1,250,000.00)',
  ],
  [
    1250000,
    'Approve gunshot detection contract',
    'A sum not to exceed One Million Two Hundred Fifty Thousand and 00/100 Dollars is requested.',
  ],
  [
    57500,
    'Purchase Flock Safety license plate readers: equipment $45,000, installation $12,500 (Total: $57,500)',
  ],
  [
    57500,
    'Purchase Flock Safety license plate readers',
    'Equipment - $45,000; Installation - $12,500; Total - $57,500',
  ],
  [
    57500,
    'Purchase Flock Safety license plate readers',
    'Hardware $45,000\nInstallation $12,500\nTotal $57,500\nFunding: Public Safety Fund $57,500',
  ],
  [
    57500,
    'Approve purchase of license plate readers with 12 months of service for $57,500; trade-in value of $5,000 already deducted',
  ],
  [
    57500,
    'Purchase of license plate readers',
    'Total with tax: $57,500 ($53,000 plus $4,500 tax).',
  ],
  [62275, 'Approve purchase of body scanner for jail', 'Price is $57,500 plus $4,775 shipping.'],
  [62275, 'Approve purchase of jail body scanner for $57,500 plus $4,775 for installation'],
  [62275, 'Award jail body scanner to Tek84 for $57,500 with a contingency of $4,775'],
  [
    30000,
    'Appropriate an additional $30,000 for courthouse cameras',
    'The project was first funded with $200,000.',
  ],
  [30000, 'Supplemental appropriation of $30,000 for license plate readers'],
  [
    480000,
    'Approve five-year contract with Axon for body cameras',
    'Cost: $480,000 over five years. First payment of $96,000 is due in July.',
  ],
  [
    480000,
    'Approve five-year contract with Axon for body cameras; first-year cost $96,000 and total $480,000',
  ],
  [
    480000,
    'Approve five-year contract with Axon for body cameras, five annual payments of $96,000',
  ],
  [
    480000,
    'Approve contract with Axon for body cameras',
    'Five annual installments of $96,000 will be paid from the General Fund, for a total of $480,000.',
  ],
]

describe('the sum an item commits, beside other sums', () => {
  it.each(told.map(([sum, title, text = '']) => ({ sum, title, text })))(
    '$sum: $title $text',
    ({ sum, title, text }) => {
      expect(detector.detect({ title, text }).facts.amountUsd).toBe(sum)
    },
  )
})
