import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'

const detector = createDetector()

/** Own words; each sum was settled by reading. */
const cases: readonly (readonly [number | null, string, string])[] = [
  // Decisions of a list, each with a sum of its own.
  [
    160_000,
    'Body-worn camera replacement',
    'Authorize the Chief to sign two agreements with Axon for body-worn cameras: A) one of three years for the cameras, not to exceed $100,000; B) one of five years for upkeep, not to exceed $60,000.',
  ],
  [
    95_000,
    'AUTHORIZE the Director: A. to award Axon a sole source contract for body-worn cameras, $70,000; and B. to execute Modification No. 2 for the same services on the night shift, $25,000',
    '',
  ],
  [
    70_000,
    'AUTHORIZE the Director: A. to award Axon a sole source contract for body-worn cameras, $70,000; and B. to execute Modification No. 2 for roof repairs, $25,000',
    '',
  ],
  [
    825_000,
    'Third amendment with Flock Safety for drones',
    'Recommendation: 1) approve the third amendment with Flock Safety for drones for $750,000 over three years; and 2) authorize a contingency of no more than $75,000.',
  ],
  [
    825_000,
    'Third amendment with Flock Safety for drones',
    'Recommendation: 1. Approve the amendment with Flock Safety for $750,000 over three years. 2. Authorize a contingency not to exceed $75,000.',
  ],
  [
    750_000,
    'Third amendment with Flock Safety for drones',
    'Recommendation: approve the amendment with Flock Safety for $750,000 over three years, including a contingency of no more than $75,000.',
  ],
  // Two firms, two sums.
  [
    30_000,
    'Approve two agreements with Axon and Flock Safety for $10,000 and $20,000, respectively',
    '',
  ],
  [30_000, 'Approve agreements with Axon for $10,000 and Flock Safety for $20,000', ''],
  [
    30_000,
    'Approve agreements with Axon and Flock Safety totaling $30,000, of which $10,000 is for Axon',
    '',
  ],
  // Purses that pay together.
  [
    31_000,
    'Purchase of squad car cameras',
    'ACTION REQUESTED: by motion, approve purchase of two in-car cameras from WatchGuard, using $12,000 telecommunication and $19,000 forfeiture funds.',
  ],
  [
    40_000,
    'Purchase of squad car cameras',
    'ACTION REQUESTED: approve purchase of two in-car cameras from WatchGuard for $40,000, using $12,000 telecommunication and $19,000 forfeiture funds.',
  ],
  // An option that is taken up, beside the order before it.
  [
    7_100,
    'Bus camera systems - purchase order',
    'Council took the bid of Seon in May: a purchase order for four camera systems, $14,200 in all. The bid left an option on six more. Staff would use that option for two camera systems, $7,100 together.',
  ],
  // What covers or moves the price, over a decision that names none.
  [
    42_000,
    'Security cameras for buses',
    'A grant covers buying and installing the security cameras on nine buses, at $42,000 for the nine. The Commission: approve purchase and installation of the security cameras.',
  ],
  [
    900_000,
    'Consider replacing the jail video surveillance system',
    'Possible action: approve Budget Modification No. 12, which moves $900,000 from the reserve to the project. The reserve was set at $2,000,000 in May.',
  ],
  // What goes off a price, and a request among what is told.
  [
    37_500,
    'Helicopter thermal camera',
    'Purchase of a FLIR thermal camera from the dealer. Price $42,500, trade-in of the old one ($5,000), net $37,500.',
  ],
  [
    22_000,
    'Renew body camera storage with Axon',
    'Motorola quoted $390,000 for replacing all of it, which waits for the budget. Current request is $22,000.',
  ],
  // Of a shared cost what is ours.
  [
    14_500,
    'Regional digital forensics lab, Cellebrite renewal',
    'The lab of the three cities must renew Cellebrite. The whole bill is $43,500. Our third is $14,500. Recommend approval.',
  ],
  [
    318_000,
    'Approve agreement for regional license plate readers',
    "The total contract with Flock Safety is $4,770,000 over five years for 14 agencies. The City's share by population is 6.67%, or $318,000.",
  ],
  [
    120_000,
    'Approve purchase of a body scanner for the jail',
    "The food contractor offered to pay $60,000 toward the body scanner from Tek84, priced at $120,000. The County's part, $60,000, comes from the jail fund.",
  ],
  // What two give.
  [7_500, 'Accept $5,000 Walmart and $2,500 Elks gifts for the police drone', ''],
  [24_000, 'Accept Acme Safety Grant $4,000 and DLG grant $20,000 for courthouse cameras', ''],
  [60_000, 'Accept grant of $60,000 and General Fund match $15,000 for body-worn cameras', ''],
]

describe('decisions together, shares of others and what is ours', () => {
  it.each(cases)('%s: %s', (amount, title, text) => {
    expect(detector.detect({ title, text }).facts.amountUsd).toBe(amount)
  })
})
