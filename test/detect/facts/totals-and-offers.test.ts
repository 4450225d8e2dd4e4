import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { findSums } from '../../../src/detect/facts/amount.ts'
import { lastResort } from '../../../src/detect/facts/last-resort.ts'

const detector = createDetector()
const cameras = 'Purchase of body-worn cameras from Axon Enterprise'

describe('what several sums come to', () => {
  it.each<[number | null, string, string]>([
    // A clerk's own total, though two of its digits are swapped.
    [
      64_590,
      'Agreement with Flock Safety for plate readers: $4,950 for year one and $15,000 a year for years two through five, $64,590 in all',
      '',
    ],
    [
      180_000,
      cameras,
      'Budget impacts: Year 1 $50,000.00 Year 2 $65,000.00 Year 3 $65,000.00 Total $180,000.00',
    ],
    [
      60_000,
      'Police Department to execute a 3 year contract with Bay Video for in-car cameras',
      'Police bring $41,000 of capital and $7,000 of operating money, IT brings $12,000 from Security, for hardware and training: $60,000 in all.',
    ],
    [
      33_000,
      'Cameras for the park, with five years of maintenance',
      'This item asks that $33,000 be appropriated and spent from the Forfeiture Fund. The cameras are $22,000, with an additional $11,000 for maintenance.',
    ],
    // Both departments, both purses, one after the other.
    [
      95_000,
      'Drones from Axon under a cooperative contract',
      'Cost to the City: For the Police Department $90,000 in all. For Utilities and Parks & Recreation $5,000 in all.',
    ],
    [
      95_000,
      cameras,
      'Requesting approval to use $30,000 for the cost of the cameras from the Federal Forfeiture Fund. The five year subscription for storage costs $65,000 to be paid from the departmental budget.',
    ],
    [
      70_000,
      'A Resolution for the interview room cameras of the Police',
      'The cost is $40,000 for Axon interview room recording, $20,000 for camera storage and $10,000 for camera licenses.',
    ],
    [
      65_000,
      'Purchase of an interview room camera system, allocating $61,500 of the Justice Assistance Grant and $3,500 of the General Fund, a total not to exceed $65,000',
      '',
    ],
    [
      1_292_000,
      'Police contract for body-worn cameras and fleet cameras',
      'Year 1  $402,000.00\nYear 2  $445,000.00\nYear 3  $445,000.00\nTotal   $1,292,000.00\nYear one is in the budget.',
    ],
    [
      265_000,
      'Fair board security list: drone, camera towers and plate reader',
      'Motion to buy: A) one tethered drone, $118,500; B) two camera towers, $97,500; C) plate reader for Gate 4, $49,000 — $265,000 altogether. Carried.',
    ],
    // Parts of a purchase, and purses by their names.
    [90_000, cameras, 'Equipment is $60,000 and installation is $30,000.'],
    [90_000, cameras, 'The cost is $60,000 for equipment and $30,000 for software.'],
    [90_000, cameras, 'Cameras $50,000, docks $25,000, and storage $15,000.'],
    [90_000, cameras, 'Funding: General Fund $60,000; Asset Forfeiture $30,000'],
    [
      38_000,
      'Squad car cameras of the Police',
      'Approve the use of $16,000 from the Cable Commission and $22,000 from the police forfeiture fund to buy three in-squad cameras.',
    ],
    // Years.
    [165_000, 'Renewal of Peregrine police data platform, 3 yrs, $50K/$55K/$60K', ''],
    [
      550_000,
      'Award the supply of surveillance cameras at not more than $275,000 per year together, for two years, and raise appropriations of Technology by $275,000',
      '',
    ],
    [
      12_000,
      'Addendum No. 3 to the agreement for body-worn cameras',
      'With more cameras the contract grows by $12,000 a year. All cameras will then cost $160,000 a year.',
    ],
    [
      398_000,
      'Drone as first responder service',
      'Motion to approve the proposal of BRINC for two drones, $398,000 over four years, of which the first payment is $62,000.',
    ],
    [
      700_000,
      cameras,
      'Motion to approve. The total for five years is $700,000, the FY26 payment $120,000 from reserves.',
    ],
  ])('%s: %s', (sum, title, text) => {
    expect(detector.detect({ title, text }).facts.amountUsd).toBe(sum)
  })
})

describe('what is offered, shared or told beside it', () => {
  it.each<[number | null, string, string]>([
    [
      201_000,
      'In-car and body camera replacement: Staff tested three systems: 1. Axon $248,000 2. Motorola $201,000 3. Getac $189,000',
      'Staff tested three systems:\n1. Axon $248,000\n2. Motorola $201,000\n3. Getac $189,000\nRecommendation: Approve agreement with Motorola Solutions Inc.',
    ],
    [
      10_900,
      'Squad camera replacement',
      'Quotes for two in-squad video systems. WatchGuard 4RE $11,400; Getac $10,900. Motion to go with the Getac quote.',
    ],
    [
      274_000,
      'Bid award: Sheriff body-worn cameras',
      'The Clerk opened bids at 10:00 AM.\nUtility Associates ..... $318,000\nGetac Video ..... $274,000\nDigital Ally ..... $268,000 (no docking)\nOn the letter of the Sheriff, Heidler moved to award to Getac Video Solutions as lowest and best. Three yea.',
    ],
    [
      38_000,
      'AGENDA REPORT ☐ Public hearing ☒ Consent ☐ Work session. Sole source award for pen register software of Pen-Link',
      'Vendor: Pen-Link, Ltd. Amount: $38,000.00',
    ],
    [
      2_900_000,
      'Budget Amendment No. 2, realigning reserves to the Sheriff for body-worn cameras',
      'Approve the amendment. The realignment is $2,900,000 out of the General Fund Reserve. Six-year program cost is estimated at $18.2 million.',
    ],
    [45_000, 'City participation, $45,000 of $180,000, in weapons screening of Evolv', ''],
    [
      63_000,
      'Resolution to accept a grant for license plate readers; total project $84,000, state share $63,000, local match $21,000',
      '',
    ],
    [
      145_000,
      'Resolution approving the grant agreement for airport CCTV',
      'By this the County takes a grant of $145,000 for cameras at the airport; the County adds $36,000.',
    ],
    [
      595_000,
      'Action: (X) Ratifying ( ) Amending. Grant for license plate readers. Grant Amount: $595,000.00',
      'The application asked for $745,000.',
    ],
    [
      257_000,
      'Drones of the Police',
      'The City Commission allows the Chief to purchase drones, not to exceed $257,000, a contingency of $35,000 being included.',
    ],
    [60_000, cameras, 'The cost of $60,000 is included in the budget.'],
    [
      60_000,
      cameras,
      'The total cost is $60,000. If the option is exercised the additional cost is $18,000.',
    ],
    [
      60_000,
      cameras,
      'The Police Department is requesting $60,000 to purchase the equipment. The budget has $100,000.',
    ],
    [
      60_000,
      cameras,
      'The quote of Axon is $60,000. The price includes installation of $9,500 and training of $2,500.',
    ],
    [60_000, 'RFP 24-77, body-worn cameras', 'Award to Axon Enterprise, not over $60,000.'],
    [
      13_200,
      'Renewal of plate readers',
      'Renewal in amt. of $13,200 per the agreement of Flock Safety.',
    ],
    [
      60_000,
      'Police grant for body-worn cameras',
      'The total project cost is $75,000, of which $60,000 is the grant and $15,000 is the local match.',
    ],
    [
      52_000,
      'Police - body worn camera grant program',
      'The application of the Department is for $52,000; the match is $10,400.',
    ],
    // No sum of the item.
    [
      null,
      'Police body worn cameras',
      'The council may buy them: purchase $285,000 to $320,000 with storage.',
    ],
    [null, 'Amendment 3 with Fusus for cameras', 'The contract was then worth under $250,000.'],
    [null, 'Declined equipment grant of $6,000 for surveillance cameras', ''],
    [
      null,
      'Agreement with RedSpeed for school zone speed cameras',
      'Of each penalty the vendor gets $21.00.',
    ],
    [
      null,
      'Agreement of RedSpeed for school zone speed cameras',
      'Requested action: approve the agreement. RedSpeed bears the cost. Of the rest $20 goes to the State.',
    ],
    [
      null,
      'Agreement with Flock Safety for plate readers',
      'Four cameras at $3,000. Tabled until November.',
    ],
  ])('%s: %s', (sum, title, text) => {
    expect(detector.detect({ title, text }).facts.amountUsd).toBe(sum)
  })

  it('is the only amount that a text prints, and unclear', () => {
    const read = (text: string) =>
      lastResort(
        'Police Car Video Cameras',
        { text, sums: findSums(text, false), places: [] },
        'procurement',
      )
    expect(read('Received: Town of Harlow $145,000 Serial Bonds for nine cars.')).toMatchObject({
      cents: 14_500_000,
      grade: 'unclear',
    })
    for (const told of [
      'The Legislature gave $145,000 statewide.',
      'The balance of the fund is $145,000.',
      'The papers tell of $145,000 and of $90,000.',
      'The program generates revenue of $145,000.',
      'The State put up $145 million.',
    ])
      expect(read(told)).toBeUndefined()
  })

  it('is a range in a text, and a sentence with a dash is none', () => {
    const uses = (text: string) => findSums(text, false).map(({ use }) => use)
    expect(uses('estimated at $72,000 - $80,000')).toEqual(['least', 'least'])
    expect(uses('cameras $49,000 — $265,000 altogether')[0]).not.toBe('least')
    expect(uses('the budget goes from $350,000 to $825,000')[1]).not.toBe('least')
  })
})
