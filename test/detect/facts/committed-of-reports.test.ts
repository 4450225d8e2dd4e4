import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'

const detector = createDetector()
const amountOf = (title: string, text = '') => detector.detect({ title, text }).facts.amountUsd

/** Own words, in the manner of staff reports and their forms. */
describe('the sum an item commits, where a report tells of others beside it', () => {
  it.each([
    [
      'Agreement for face recognition software of NEC for $20,000 for one year with the option to renew for four years totaling $100,000 if all extensions are exercised',
      100_000,
    ],
    [
      'Price agreement for plate readers of Vigilant, $80,000, with price fluctuations of the lesser of up to $90,000 or 20%',
      80_000,
    ],
    [
      'Amend the budget of the Sheriff by increasing appropriations and estimated revenues by $62,000 for the purchase of body scanners',
      62_000,
    ],
    [
      'To accept funds in the amount of $60,000 from the State and to designate $80,000 of the General Fund as the required local match for dash cameras',
      60_000,
    ],
    [
      'Contract with Axon for body cameras. The initial year outlay would be $90,000. The annual cost for additional years would be $60,000. The total for all five (5) years would be $330,000.',
      330_000,
    ],
    [
      'Purchase of gunshot sensors at a total first year cost of $90,000; allocating $60,000 from forfeiture and $30,000 from the general fund',
      90_000,
    ],
    [
      'After an advertised public hearing, authorizing the purchase of gunshot sensors at a cost of $90,000',
      90_000,
    ],
    [
      'Five-year agreement with Flock Safety for nine (9) plate readers at an expense of $7,000 for year one (1) and an annual expense of $22,000 for year two (2) through five (5), for a total project expense of $95,000',
      95_000,
    ],
    [
      'Enter into an amended contract not to exceed the amount of $400,000 with Axon for body cameras through 2028',
      400_000,
    ],
    // Leave for later changes.
    [
      'Approve a contract with Flock Safety for plate readers in the amount of $84,000 and authorize the Manager to execute change orders not to exceed $90,000',
      84_000,
    ],
    [
      'Approve a contract with Axon for body cameras in the amount of $118,000 and authorize the Chief to sign future amendments up to $125,000',
      118_000,
    ],
    ['Approve change orders to the security camera contract not to exceed $12,500', 12_500],
    // Several amounts that are asked for at once.
    [
      'Award two contracts to Motorola for plate readers and in-car cameras in the amount of $51,300 & $8,450',
      59_750,
    ],
    ['Purchase of plate readers from Vigilant at costs of $40,000 and $9,000', 49_000],
    ['Purchase of plate readers costing between $40,000 and $49,000', 49_000],
    // A first sum, and a yearly one after it.
    [
      'Lease of plate readers from Flock Safety for an initial amount of $9,500 and $6,000 per year thereafter for up to three years',
      27_500,
    ],
    [
      'Body camera services of Axon, $80,000 the first year and $60,000 for each of the next four years',
      320_000,
    ],
    [
      'Gunshot detection with a first year cost of $70,000 and a year two through three annual cost of $50,000',
      170_000,
    ],
    ['Gunshot detection, $70,000 the first year and $50,000 in each later year', 70_000],
    ['Gunshot detection, $70,000 for hardware and $50,000 for two years', 70_000],
    // No cost of the item.
    [
      'An ordinance for a contract with Verra Mobility for red light cameras and setting the fee for each violation at $75.00',
      null,
    ],
    [
      'Renewing the fingerprint system levy at a rate of 5 cents per $1,000 of assessed valuation',
      null,
    ],
    [
      'Red light camera agreement with Redflex; increase the program revenue by $310,000 for the year',
      null,
    ],
    ['Appropriate grant revenue by $310,000 for body-worn cameras', 310_000],
    // All of a list whose heading names what it is for; not where the heading tells one contract.
    [
      'Approve agreements for the real-time crime center: Acme Systems for screens, $40,000; Beta Inc. for software, $20,000 with $3,000 in upkeep; and a telephone application, $7,000',
      70_000,
    ],
    [
      'Approve agreements for the real-time crime center: Acme Systems for screens, $40,000; Beta Inc. for software, $20,000; total $60,000',
      60_000,
    ],
    // The match of a grant, and what both make.
    [
      'Accept $30,000 of the State and set $10,000 aside as the match; and raise appropriations by $40,000 in all for in-car cameras of the police',
      30_000,
    ],
    [
      'Renewal form for contracts $50,000.00 and under: Clear by Thomson Reuters for the Sheriff',
      null,
    ],
    // Heard, and then decided on.
    [
      'PUBLIC HEARING ITEM: Three-Year Agreement with Redflex for Red Light Cameras, Not to Exceed $510,000',
      510_000,
    ],
    ['PUBLIC HEARING ITEM: report on the agreement for red light cameras of $510,000', null],
    [
      'A resolution, following a public hearing, waiving bids and approving the purchase of gunshot detection of ShotSpotter at a total cost of $150,000',
      150_000,
    ],
    // Of a list of yearly licenses those that are ours; over several years none is guessed.
    [
      'Continue these licenses: 1) State Laboratory, for tests, $30,000 a year; 2) Accurint, searches of public records for investigators, $7,000 a year; 3) Lexipol, for manuals, $3,000 a year',
      7_000,
    ],
    // What later amendments may add stands in brackets at the end.
    [
      'Approve the renewal of Axon body worn cameras, not to exceed $640,000, and authorizing later amendments of up to 10% in all ($64,000)',
      640_000,
    ],
    ['Approve later amendments to the Axon body worn camera contract ($64,000)', 64_000],
    [
      'Agreement with AT&T for call records for the police, not to exceed forty one thousand, five hundred dollars for phone forensics of Cellebrite',
      41_500,
    ],
    ['Invoices over $10,000 for approval: LexisNexis Accurint for the police', null],
    [
      'PUBLIC HEARING ITEM: Approval of an agreement with Redflex for red light cameras, not to exceed $410,000',
      410_000,
    ],
    ['Public hearing: fees for red light cameras of $410,000', null],
    [
      'ORD Approp $212,000 from the Forfeiture Trust Fund for phone forensics of Cellebrite; Public Hearing Pursuant to Chapter 12 - 5/4/26',
      212_000,
    ],
    [
      'Amend the plate reader agreement with Flock Safety, increasing the contract amount by $35,000 to $90,000',
      35_000,
    ],
    [
      'Amend the Axon body camera agreement to raise its annual cost to $6,000, for a total of $24,000 over a 4-year period, and with a new total amount of $400,000',
      24_000,
    ],
    [
      'Purchase of 40 in-car cameras not to exceed $300,000 and purchase of 40 Taser 10 weapons not to exceed $90,000 from Axon Enterprise',
      390_000,
    ],
    [
      'Purchase of 40 in-car cameras not to exceed $300,000 from Getac Video and purchase of 40 Taser 10 weapons not to exceed $90,000 from Axon Enterprise',
      300_000,
    ],
    [
      'Purchase of body-worn cameras not to exceed $300,000 and Tasers with body camera signals not to exceed $90,000 from Axon Enterprise',
      390_000,
    ],
    [
      'Purchase of a mobile surveillance trailer. Bids: Alpha Video $61,000; Bravo Systems $54,000; Charlie $59,000. Staff recommend: Bravo. From reserves.',
      54_000,
    ],
    ['Plate readers (2 x $15,750), total cost $31,500', 31_500],
    ['Contract with LeadsOnline for investigation software, NTE AMOUNT OF $ 91, 460.25', 91_460.25],
    ['Purchase of security cameras for $91, 200 of them used', 91],
    [
      'Agreement with Bay Video for security cameras for a maximum of $68,400; and a budget transfer to increase appropriations by $51,300',
      68_400,
    ],
    ['Purchase of security cameras from Bay Video @ $88,000', 88_000],
    [
      'Jail telephone and recording service of Securus; the vendor pays the County $150,000 for its part',
      null,
    ],
    [
      'Inmate telephone service with voice biometrics; we get a commission, est. $64,000 a year',
      null,
    ],
    ['Speed cameras from Verra Mobility, $21 to the firm for each paid citation', null],
    ['Video platform add-on by Verkada with cameras, total $72,000', 72_000],
  ])('%s', (title, sum) => {
    expect(amountOf(title)).toBe(sum)
  })

  const purchase = 'Purchase of body-worn cameras'
  const name = 'Body-worn cameras for patrol'
  it.each([
    [
      'Agreement for GPS monitoring',
      'Authorize the Chair to execute an agreement for GPS monitoring in the amount of $96,000, of which $50,000 is net cost; and authorize the Chief to execute amendments which change the obligation by no more than $20,000.',
      96_000,
    ],
    // Fields of a form.
    [name, 'Fund: Gifts Account: 1042 Amount: $64,210.00 Status: over. Body cameras.', 64_210],
    [name, 'Body cameras for patrol. Funds Required: $64,210 Funding Source: reserves', 64_210],
    [name, 'TOTAL COST: $64,210. Body cameras for patrol.', 64_210],
    [name, 'Amount of Money and Source of Funds: $64,210.00, General. Body cameras.', 64_210],
    [name, 'Body cameras for patrol. Budget Impact: $64,210', 64_210],
    [name, 'Body cameras for patrol. Unit Cost: $642', null],
    [name, 'Body cameras. Budgeted Amount: $70,000 Actual Amount: $64,210', 64_210],
    [name, 'All of a larger plan has this cost: $90,000. Body cameras. Amount: $64,210', 64_210],
    [purchase, 'The county has a separate one. Cost: $64,210 Source: fund 12', 64_210],
    // The one sum that is set aside.
    [
      'Agreement for plate readers; appropriation of funds',
      'Recommendation: 1. Authorize the agreement for plate readers; 2. Waive bidding; 3. Appropriate $88,000 from reserves.',
      88_000,
    ],
    [
      'Agreement for plate readers; appropriation of funds',
      '1. Authorize the agreement for plate readers. 2. Appropriate $88,000 from reserves. 3. Appropriate $9,000 from trust.',
      null,
    ],
    [purchase, 'Funding in the amount of $41,100 is available in the seizure account.', 41_100],
    [purchase, 'The seizure account holds $41,100.', null],
    // Of another day.
    [
      'Amendment to the Redflex photo enforcement contract',
      'The words on cost are taken out. Under it the City pays a fixed fee, or $188,000 annually.',
      null,
    ],
    [
      'Amendment to the Redflex photo enforcement contract',
      'The vendor is now paid $15,000 for each intersection, $188,000 annually.',
      null,
    ],
    [
      'Purchase of traffic cameras with grant funds',
      'Resolution 23-118 accepted an award of $900,000. The cameras are for downtown.',
      null,
    ],
    ['Purchase of four plate readers', 'Each camera costs $2,700 and is set up for nothing.', null],
    ['Purchase of plate readers', 'The price per camera is $2,700.', null],
    // A list of much else beside.
    [
      'Equipment for several departments',
      'Approve: a) Mowers - $20,000 b) Fence - $11,000 c) Axon body-worn cameras - $30,500 d) Desks - $9,000. Total $70,500',
      30_500,
    ],
    [
      'Equipment for the Police Department, $70,500',
      'Approve $20,000 for rifles, $9,000 for bicycles, $30,500 for body-worn cameras, and $11,000 for boots.',
      30_500,
    ],
    [
      'Equipment for the Police Department, $70,500',
      'Approve body-worn cameras from Axon, $50,000; installation, $11,500; mounts, $9,000.',
      70_500,
    ],
    [
      'Equipment for the Police Department, $70,500',
      'Body-worn cameras. We have $50,000 in the operating budget, $11,500 in the seizure fund and $9,000 in the trust account.',
      70_500,
    ],
    [
      'Body-worn cameras and other equipment, $70,500',
      'Body-worn cameras, $50,000; rifles of the patrol, $11,500; bicycles, $9,000.',
      70_500,
    ],
    [
      'Acceptance of a police grant, $70,500',
      'Accept: plate readers, $50,000; rifles of the patrol, $11,500; bicycles, $9,000.',
      70_500,
    ],
    // Of a grant what is given.
    [
      'Grant application for body-worn cameras',
      'Requesting $54,000 requires a cash match by the City of $18,000 for a total project amount of $72,000.',
      54_000,
    ],
    [
      'Purchase of body-worn cameras',
      'Asks for $54,000, with a cash match of $18,000, for a total project amount of $72,000.',
      72_000,
    ],
    ['Body-worn cameras for patrol', 'They are bought for a total of $66,000.', 66_000],
    [
      'Agreement for electronic monitoring',
      'In June 2021 the County and the firm signed an agreement for a total maximum of $88,000.',
      null,
    ],
    [
      'Agreement for electronic monitoring',
      'In June 2027 the County will sign an agreement for a total maximum of $88,000.',
      88_000,
    ],
    [
      'Purchase of plate readers',
      'The Council earlier approved a budget amendment with $120,000 for them.',
      null,
    ],
    [
      'Justice grant for phone forensics',
      'Of the joint award of $341,000 the City will receive $12,500.',
      12_500,
    ],
    // Several agreements of one kind.
    [
      'Body-worn camera agreements, modified',
      'Cost: The four-year agreement for body cameras is for $40,000 and the five-year agreement is for $60,000 for a total amount of $100,000.',
      100_000,
    ],
    [
      'Fingerprint system',
      'A)           Authorize an agreement for the fingerprint system, not to exceed $61,000. B)           Authorize an agreement for upkeep of the fingerprint system, not to exceed $50,000.',
      111_000,
    ],
    [
      'Resolution to purchase in-car cameras',
      'The total cost of the purchase of four systems from L3 Mobile-Vision is $22,000, of which a grant of $9,000 pays a part.',
      22_000,
    ],
    [
      'Agreement with Axon for body cameras',
      'Bids and proposals in excess of $50,000 are awarded by the Council.',
      null,
    ],
    [
      'Authorizing an agreement on digital evidence storage and amending the budget',
      'Authorized to enter into an agreement with Axon in the amount of $590,000. Increase Appropriation Account A1170.4 by $45,000 by increasing Line Item A1170 Fees by $45,000',
      590_000,
    ],
    [
      'Addendum to the body camera agreement',
      'Recommended to amend the contract by 14 devices at an increase to the annual contract cost of $8,000. The total annual cost will be $200,000.',
      8_000,
    ],
    [
      'Agreement with Flock for cameras',
      'Approve the agreement for an amount\nnot to exceed\n$52,000.',
      52_000,
    ],
    [
      'Agreement with Sentinel Offender Services',
      'Authorizing the President to execute an agreement to provide electronic monitoring in the amount of $84,000, of which $60,000 is net cost; and authorizing the Chief to execute contract amendments which modify the maximum obligation by no more than $20,000 (in aggregate).',
      84_000,
    ],
    ['Agreement for GPS monitoring of offenders', 'TOTAL COST: $12.000', 12_000],
    [
      'Security camera project',
      'Amount of this request: $ 4 , 712,000 Total estimated project cost: $ 11 ,500,000 Amend an agreement to add $400,000.',
      4_712_000,
    ],
    [
      'Fingerprint system upgrade',
      'Authorize the Sheriff to execute two agreements with Gemalto-Cogent. A) a two-year agreement to upgrade the fingerprint system, not to exceed $61,000. B) a five-year agreement to maintain the fingerprint system, not to exceed $50,000.',
      111_000,
    ],
    [
      'Body cameras',
      'Funding for the 5-year contract is $400,000. First year costs will total $90,000, of which $60,000 comes from one fund and $30,000 from another.',
      400_000,
    ],
    [
      'Agreement for surveillance cameras for the police',
      'Administrative change order: may be made by the Manager in the amount up to $75,000.',
      null,
    ],
    [
      'Security cameras in parks',
      'A neighboring city is putting up ten cameras at a cost of some $655,000.',
      null,
    ],
    ['Agreement for speed cameras', 'The savings totals $150,000 for the City.', null],
    ['Purchase of cloud storage of body camera video', 'It is $20,000 per year x3.', 60_000],
    ['Purchase of a drone', 'Quotes: Dronely $9,100, Skyworks $9,900. Recommend Skyworks.', 9_900],
    [
      'Purchase of a drone',
      'Quotes: Dronely $9,100, Skyworks $9,900. Approve the agreement with Skyworks.',
      9_900,
    ],
    [
      'Purchase Orders in excess of $25,000',
      'PO 4500118 Desks $61,200 PO 4500119 Verkada security cameras $44,900 PO 4500120 Food $90,000',
      44_900,
    ],
  ])('%s, from its text: %s', (title, text, sum) => {
    expect(amountOf(title, text)).toBe(sum)
  })
})
