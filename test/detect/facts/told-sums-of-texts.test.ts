import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { findSums } from '../../../src/detect/facts/amount.ts'

const detector = createDetector()

/** Own words; each sum was settled by reading, not by what the rules said. */
const told: readonly (readonly [number | null, string, string])[] = [
  [
    286_000,
    'Purchase of in-car cameras from Axon Enterprise, Inc. for the police',
    'They go with the body cameras bought in 2023 under a separate purchase ($9,870,221). FISCAL IMPACT: Amount: $286,000 over five years.',
  ],
  [
    164_000,
    'Purchase of a body scanner for the jail',
    'The quote from Tek84 is $164,000.00 delivered. Service in later years would be $13,900/yr.',
  ],
  [
    517_000,
    'Resolution authorizing an agreement with Flock Group, Inc.',
    'Total for both years $517,000 plus tax. Installation costs of $19,350 are included.',
  ],
  [
    134_000,
    'Agreement with Flock Group, Inc. for license plate readers',
    'Approve an amount not to exceed $134,000. The budget had additional requests. The furniture of the center ($44,700) was bought in June.',
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
    55150,
    'License plate reader contract expansion',
    'The Sheriff asks the Board to sign the extension. Initial cost is $55,150 for the 15 added plate readers, and there is an ongoing annual cost of up to $46,000.',
  ],
  [
    null,
    'Applying for the body camera grant',
    'The Governor expects to make $10 million available. A match of a fourth is required. Staff recommends that the Council authorize the application.',
  ],
  [
    null,
    'Surveillance camera agreement of the Police Department',
    'The Manager may make an administrative change order or increase of up to $75,000 without approval of the Council.',
  ],
  [
    null,
    'Approval to apply to the Department of Law Enforcement for drone replacement funding',
    'The Legislature appropriated to the Department about $25 million, nonrecurring, for a drone replacement program.',
  ],
  [
    154000,
    'Purchase of body cameras',
    'The quote is $169,000, less a trade-in credit of $15,000, for a net cost of $154,000.',
  ],
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
    198000,
    'Approve services agreement with Rekor for license plate readers',
    'Covers nine devices. $66,000 annually for 36 months.',
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
  [
    110000,
    'Award contract for surveillance cameras at City Hall',
    'Approve a contract with Convergint in the amount of $100,000, and a contingency of $10,000, for a total of $110,000.',
  ],
  [
    125000,
    'Contract with ShotSpotter',
    'Authorize an amount not to exceed one hundred twenty-five thousand dollars for ShotSpotter.',
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
  [null, 'Public hearing on automated speed enforcement', 'The fine is $75.'],
  [
    null,
    'Memorandum of understanding to share license plate reader data',
    'There is no cost. The agency paid $40,000 for its system in 2021.',
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
  [
    null,
    'Approve agreement for license plate readers',
    'The vendor keeps $25 of each $100 citation.',
  ],
  [
    36500,
    'Authorize purchase of drone for Sheriff',
    'The drone costs $32,000 and the training $4,500, for $36,500 in all.',
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
    40500,
    'Bid awards',
    'A. Street salt to Acme Salt, $220,000. B. Body cameras to Axon Enterprise, $40,500. C. Mowing to Green Inc., $18,000.',
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
    'Interlocal agreement with the County for body-worn camera storage',
    'The Town will reimburse the County $15,000 a year.',
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
    1250000,
    'Approve gunshot detection contract',
    'A sum not to exceed One Million Two Hundred Fifty Thousand and 00/100 Dollars is requested.',
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
    'Purchase of license plate readers',
    'Total with tax: $57,500 ($53,000 plus $4,500 tax).',
  ],
  [62275, 'Approve purchase of body scanner for jail', 'Price is $57,500 plus $4,775 shipping.'],
  [
    30000,
    'Appropriate an additional $30,000 for courthouse cameras',
    'The project was first funded with $200,000.',
  ],
  [
    480000,
    'Approve five-year contract with Axon for body cameras',
    'Cost: $480,000 over five years. First payment of $96,000 is due in July.',
  ],
  [
    480000,
    'Approve contract with Axon for body cameras',
    'Five annual installments of $96,000 will be paid from the General Fund, for a total of $480,000.',
  ],
  [
    186400,
    'Police: Purchase of license plate readers from Flock Safety',
    'BACKGROUND: The Department has used the system since 2022, when the City Council approved a two-year agreement for $120,000. DISCUSSION: The new agreement covers 31 cameras. FISCAL IMPACT: Total cost is $186,400 over two years ($93,200 each year), available in account 101-3010. RECOMMENDATION: Approve the agreement.',
  ],
  [
    186400,
    'Resolution 25-88 approving an agreement with Flock Group',
    'WHEREAS, the City received a quote in the amount of $186,400; and WHEREAS, the Finance Director certified that $200,000 is available; NOW THEREFORE BE IT RESOLVED that the Mayor may sign.',
  ],
  [
    186400,
    'Flock Safety contract renewal',
    'Cost: $186,400\nBudgeted: $190,000\nSource: Drug Forfeiture\nPrevious contract: $171,000',
  ],
  [
    93200,
    'Apply for Body-Worn Camera grant',
    'The maximum award is $93,200. The Town would need to match $46,600.',
  ],
  [
    58000,
    'Amend agreement for GrayKey',
    'Authorize an amendment which extends the term by one year and increases the total compensation by $58,000 to a total of $174,000.',
  ],
  [
    58000,
    'Amend agreement for GrayKey',
    'Increase the maximum compensation from one hundred sixteen thousand dollars ($116,000) to one hundred seventy-four thousand dollars ($174,000).',
  ],
  [
    174000,
    'Exercise option year two of license plate reader contract',
    'Original award (3 years) was $522,000. The option year is priced at $174,000.',
  ],
  [
    522000,
    'Award three-year license plate reader contract with two one-year options',
    'Estimated value: $522,000 for the base term and $870,000 if all options are exercised.',
  ],
  [
    24750,
    'Approve surveillance cameras',
    'Quotes: Johnson Controls $24,750, Siemens $29,100, Convergint $31,000. Recommendation is to accept the quote from Johnson Controls.',
  ],
  [
    24750,
    'Approve surveillance cameras',
    'Staff received three bids ranging from $24,750 to $31,000 and recommends award to the low bidder, Johnson Controls, in the amount of $24,750.',
  ],
  [null, 'Reject all bids for surveillance cameras', 'Bids ranged from $24,750 to $31,000.'],
  [null, 'Declare 12 body-worn cameras surplus', 'They were bought for $12,000.'],
  [null, 'Resolution in support of plate reader grant bill', 'The bill would give $10,000,000.'],
  [null, 'Adopt drone policy and receive report', 'The drone cost $14,000.'],
  [
    13500,
    'Consent Agenda: Police - drone purchase',
    'Approve purchase of DJI drone from Acme Drones, LLC, $13,500. Approve hiring of two officers. Approve the purchase of a copier, $9,000.',
  ],
  [
    2300000,
    'Five year in-car video agreement with Motorola',
    'Not to exceed $460,000 per year, $2,300,000 total.',
  ],
  // What a firm pays to the body is no cost, nor is what nobody has decided on.
  [
    null,
    'Agreement with Securus for inmate telephones and tablets',
    'The provider pays the Authority a guaranteed minimum of $310,000 a year out of its receipts.',
  ],
  [
    null,
    'Inmate communications contract, Securus Technologies',
    'The chosen firm furnishes calls, visits by video and tablets, and pays the jail an improvement grant of $75,000 in each year.',
  ],
  [
    90_000,
    'Police drone as first responder agreement with BRINC',
    'Council is asked to approve the agreement for $90,000. Should a drone be lost, the maker replaces it.',
  ],
  // Another day's.
  [
    null,
    'Agreement with the Department of Transportation for poles of license plate readers',
    'The Council on March 4, 2025 accepted a grant of $140,000. None of this costs anything more.',
  ],
  [
    28_000,
    'Agreement for poles of license plate readers',
    'The Council is asked on March 4, 2025 to approve a contract with Flock Safety for $28,000.',
  ],
  // A notice to drivers, a price apiece, a surcharge.
  [
    null,
    'School zone speed cameras - contract with Blue Line Solutions',
    'An officer looks at each; the company then mails a civil notice of $75 and collects.',
  ],
  [
    null,
    'Contract with Flock Group Inc. for license plate readers',
    'There is a fee of $2,400.00 for every reader every year, out of the Drug Fund.',
  ],
  [
    120_000,
    'Upgrade of the fingerprint identification system',
    'Authorize the Sheriff to sign an agreement with Idemia not to exceed $120,000. The County may add $1.00 to each vehicle registration.',
  ],
  // Two agreements, and what is said of both.
  [
    160_000,
    'Upgrade of equipment',
    'Authorize the Sheriff to sign two Agreements with Idemia for the fingerprint identification system. A) a two-year Agreement to upgrade it, not to exceed $100,000. B) a five-year Agreement for upkeep, not to exceed $60,000.',
  ],
  // What is taken, and what of it goes to others.
  [
    88_000,
    'Authorizing agreements and appropriating funds for the 2027 Justice Assistance Grant for surveillance cameras',
    '1. Authorize an agreement for the receipt and use of $88,000 in JAG funding; 2. Authorize an agreement with the County for its share of the award ($22,000).',
  ],
]

describe('what nobody has decided on', () => {
  it('is an option, in all its years', () => {
    const text =
      'The maker bears the first year. Should the City go on, the price is $90,000 in year two and $110,000 in year three, $200,000 in all.'
    expect(findSums(text, false).map(({ use }) => use)).toEqual(['option', 'option', 'option'])
  })
})

describe('the sum that a text commits, beside others', () => {
  it.each(told)('%s: %s %s', (sum, title, text) => {
    expect(detector.detect({ title, text }).facts.amountUsd).toBe(sum)
  })
})
