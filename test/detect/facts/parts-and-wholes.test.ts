import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { findSums } from '../../../src/detect/facts/amount.ts'
import { findFigures } from '../../../src/detect/facts/sums.ts'
import { outsideRecitals } from '../../../src/detect/facts/sums-of-resolutions.ts'

const detector = createDetector()
const amountOf = (title: string, text = '') => detector.detect({ title, text }).facts.amountUsd

describe('figures that a scan tore', () => {
  it.each([
    ['Cost: $31 204.60', [31_204.6]],
    ['Cost: $1 12,940.18', [112_940.18]],
    ['Cost: $14 1,200,300.50', [14]],
    // Two columns, each with its cents, or whole dollars beside a count.
    ['Unit and total: $31.00 204.60', [31]],
    ['Cost: $31 204 units', [31]],
    ['Cost: $400 1,200.00', [400]],
  ])('%s', (text, sums) => {
    const read = findSums(text, false).map(({ cents }) => cents && cents / 100)
    expect(read.slice(0, sums.length)).toEqual(sums)
  })

  it.each(['$1 1', '$11 111', '$1 11,111', 'two dollars and two ', 'WHEREAS NOW, THERE '])(
    'reads a megabyte of %s',
    (unit) => {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
      expect(findFigures(text).every(({ cents }) => cents !== 0)).toBe(true)
      expect(outsideRecitals([], text)).toEqual([])
    },
  )

  it('reads the figure behind words that run together', () => {
    const title =
      'A RESOLUTION TO EXPEND LOCAL LAW <br />ENFORCEMENT FUNDS FOR A DRONE IN AN AMOUNT NOTTO EXCEEDNINETY THOUSAND <br />TWO HUNDRED DOLLARS AND NO CENTS ($90,200.00)'
    expect(amountOf(title)).toBe(90_200)
    const torn = 'Accept a grant in the amount of Ninety Thousand Dollars and Zero Cents ($90'
    expect(findSums(torn, false)[0]?.cents).toBe(9_000_000)
    expect(amountOf('LOCAL LAW 7: body cameras, with fines of $500')).toBeNull()
  })
})

describe('shares of a purchase and their whole', () => {
  it.each([
    // Shares of several purses.
    [
      'Authorizing the appropriation and expenditure of $70,000 from the General Fund and the expenditures of $20,000 from the Seizure Fund and $5,000 from the Capital Fund for surveillance cameras',
      95_000,
    ],
    [
      'Purchase of body cameras; allocating funds in the amount of $60,000 from the Safe Streets Grant Program, project no. 17, and funds in the amount of $4,000 from the Police General Fund, for a total amount not to exceed $64,000',
      64_000,
    ],
    // What is appropriated to a purse is spent out of it again.
    [
      'To authorize the appropriation of $40,000 from the Income Fund and the expenditure of $300,000 from the Income Fund and the General Fund for body cameras ($300,000)',
      300_000,
    ],
    // A purchase from two sellers, and two purchases.
    [
      'Accept quote totaling $60,000 from Acme for security cameras and their licenses; and $21,000 from Beta Electric for conduit installation',
      81_000,
    ],
    [
      'Accept quote totaling $60,000 from Acme for security cameras; and $21,000 from Beta Paving for road salt',
      60_000,
    ],
    // What hangs on a thing is paid beside it, unless it is a part or comes each year.
    ['Approve purchase of LiveScan workstation $17,000 and 3 yr maint. $7,500', 24_500],
    ['Approve purchase of LiveScan workstation $17,000 including maintenance $7,500', 17_000],
    ['Approve purchase of LiveScan workstation $17,000 and maintenance at $2,500 per year', 17_000],
    // Money that is moved through an account.
    [
      'Transfer of funds for surveillance cameras: from Grants (2036-4505) to Contingency (2002-5900) $40,000; and from Contingency (2002-5900) to Equipment (2036-5760) $34,000 and Maintenance (2036-5317) $6,000',
      40_000,
    ],
    // A budget that grows beside a purchase, and one that is all that is told.
    [
      'Purchase of plate readers from Acme in the amount of $90,000, increasing the appropriations budget in the amount of $95,000',
      90_000,
    ],
    [
      'Increasing the police budget in the amount of $95,000 for the purchase of plate readers',
      95_000,
    ],
    // What is accepted, whatever is set beside it.
    [
      'Accepting and appropriating funds in the amount of $300,000 of a grant for body cameras; allocating matching funds in an amount not to exceed $90,000 for the first year and $110,000 for each of the following two (2) years, for a total of $310,000',
      300_000,
    ],
  ])('%s', (title, sum) => {
    expect(amountOf(title)).toBe(sum)
  })
})

const grant = 'Resolution on the Justice Assistance Grant award for surveillance cameras'
const award = 'Resolution approving an agreement with Flock Group, Inc. for camera services'

describe('the sum a text commits, and what it tells of', () => {
  it.each([
    [
      grant,
      'The City will receive $11,000. The total purchase cost is $13,500 and the department pays the rest.',
      11_000,
    ],
    [
      'Resolution to accept a grant for in-car cameras',
      'WHEREAS, the insurer offered $7,000 to be matched by $7,000 for a total of $14,000. BE IT RESOLVED, to accept a grant of $7,000.',
      7_000,
    ],
    [
      award,
      'WHEREAS, Flock proposed $30,000 for the first year and $20,000 annually thereafter; and WHEREAS, the Village desires to expend $30,000 for year one and $20,000 for year two under the agreement',
      50_000,
    ],
    [award, 'Staff asks to expend $20,000 for year one and $20,000 for year two.', 40_000],
    [
      award,
      'A RESOLUTION TO EXPEND $90,000 FOR CAMERAS AND SOFTWARE. WHEREAS, the cameras are bought at a cost not to exceed $60,000; NOW, THEREFORE, BE IT RESOLVED that it is approved.',
      90_000,
    ],
    [
      award,
      'WHEREAS, the cameras are bought at a cost not to exceed $60,000; NOW, THEREFORE, BE IT RESOLVED that it is approved.',
      60_000,
    ],
    [
      'Plate reader agreement renewal',
      'The Police Department was awarded $170,000 by the State last fall. It is recommended to approve the proposal from Flock Group, Inc. in the amount of $30,000.',
      30_000,
    ],
    [
      'Purchase of security cameras at the bus depot',
      'The depot was built in 2012 for $3,900,000. The fleet stands there.',
      null,
    ],
    [
      'Purchase of security cameras at the bus depot',
      'Approve cameras at the depot, which was built in 2012, at a cost of $39,000.',
      39_000,
    ],
    [
      'Approval to purchase drones from Axon',
      'Total cost for the Police Department: $290,000. Total cost for Public Works & Parks: $6,000. It lasts five years.',
      296_000,
    ],
    [
      'Approval to purchase drones from Axon',
      'Total cost for option A: $290,000. Total cost for option B: $6,000. Staff recommends option A.',
      290_000,
    ],
    [
      'Recording system for cameras',
      'The committee discussed a contract with Acme for surveillance cameras in the courthouse and the jail at $91,000. The second quote was $99,000.',
      91_000,
    ],
    [
      'Purchase of surveillance cameras for parks',
      'The committee recommends the quote from Acme of $91,000. The second quote was $99,000.',
      91_000,
    ],
    [
      'Purchase of surveillance cameras for parks',
      'FISCAL IMPACT: The first year cost of the cameras is $6,400. Additional Appropriation: $6,500',
      6_400,
    ],
    [
      'Reallocation of funds for the fingerprint system of the Sheriff',
      'Approval is requested of a resolution reallocating $48,000 from the jail study. The awarded contract amount is approximately $140,000 for the study.',
      48_000,
    ],
    [
      'Re-appropriation for the body camera service contract',
      'WHEREAS, an increase of the budget was left out, now therefore be it RESOLVED, That funds in the amount of $19,000 shall be appropriated to cover the $16,000 annual service contract and to provide $3,000 for repairs',
      19_000,
    ],
  ])('%s: %s', (title, text, sum) => {
    expect(amountOf(title, text)).toBe(sum)
  })
})
