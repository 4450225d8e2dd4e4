import { chance } from './identity.ts'
import type { ItemPlan } from './plan.ts'

/** Everyday business: what a detector has to leave alone. Each line is type, then title. */
const consent: readonly (readonly [string, string])[] = [
  ['Minutes', 'Approval of the minutes of the previous regular meeting'],
  [
    'Contract',
    'Award of contract for sanitary sewer closed-circuit camera inspection and cleaning, Basins 4 and 7, in the amount of $186,400',
  ],
  [
    'Contract',
    'Approve a three-year agreement for library book purchasing and cataloguing services, not to exceed $240,000',
  ],
  [
    'Resolution',
    'Resolution accepting public improvements in the Orchard Glen Phase 2 subdivision',
  ],
  [
    'Contract',
    'Change Order No. 2 to the Water Main Replacement Project, increasing the contract by $41,875',
  ],
  [
    'Resolution',
    'Resolution authorizing the sale of surplus vehicles and equipment at public auction',
  ],
  [
    'Contract',
    'Purchase of two single-axle dump trucks from the state cooperative contract for $318,220',
  ],
  ['Resolution', 'Resolution declaring the second Saturday of next month Community Cleanup Day'],
  ['Report', 'Receive and file the quarterly investment report'],
  [
    'Contract',
    'Agreement for janitorial services at municipal facilities in an amount not to exceed $96,500 per year',
  ],
  ['Resolution', 'Resolution approving the final plat of Heron Landing, 38 lots on 12.4 acres'],
  ['Contract', 'Purchase of playground equipment and safety surfacing for Millrace Park, $147,310'],
  ['Claims', 'Approval of claims and payroll for the preceding period'],
  [
    'Contract',
    'Renewal of the annual maintenance agreement for the financial management system, $88,940',
  ],
  ['Resolution', 'Resolution establishing no-parking zones on the east side of Third Street'],
  ['Contract', 'Award of bid for road salt, 4,000 tons, to the lowest responsible bidder'],
  ['Appointment', 'Reappointment of two members to the Library Board of Trustees'],
  [
    'Grant',
    'Accept a grant of $25,000 from the state arts commission for the summer concert series',
  ],
  [
    'Contract',
    'Agreement for engineering services for the Elm Street culvert, not to exceed $64,200',
  ],
  [
    'Resolution',
    'Resolution supporting an application for Safe Routes to School funding for sidewalks on Fir Avenue',
  ],
]

const discussion: readonly (readonly [string, string])[] = [
  [
    'Ordinance',
    'Second reading of an ordinance rezoning 4.2 acres at 1180 Depot Road from R-1 to R-3',
  ],
  [
    'Public Hearing',
    'Public hearing on the proposed vacation of the alley between Second and Third Streets',
  ],
  ['Ordinance', 'Ordinance amending the municipal code relating to short-term rental registration'],
  [
    'Discussion',
    'Staff presentation on the five-year capital improvement program for streets and storm drains',
  ],
  ['Resolution', 'Resolution setting a public hearing on the sewer rate study'],
  [
    'Public Hearing',
    'Public hearing on a conditional use permit for a child care center at 402 Birch Street',
  ],
  [
    'Ordinance',
    'First reading of an ordinance adopting the current editions of the building codes',
  ],
  ['Discussion', 'Library hours and branch opening schedule for the coming fiscal year'],
  ['Resolution', 'Resolution adopting the urban forestry management plan'],
  ['Contract', 'Award of contract for the Cedar Street bridge deck rehabilitation, $1,284,000'],
  ['Discussion', 'Update on the downtown parking study and proposed meter rates'],
  [
    'Ordinance',
    'Ordinance authorizing the issuance of water revenue bonds not to exceed $9,500,000',
  ],
  ['Discussion', 'Animal shelter operating agreement: options and costs'],
  ['Resolution', 'Resolution approving a development agreement for the former mill site'],
  ['Public Hearing', 'Appeal of the Planning Commission decision on the variance at 77 Larch Lane'],
]

const kinds = { consent, discussion }

/**
 * `count` different pieces of everyday business. The same key gives the same list; matters are
 * keyed by it, so that two meetings do not share files.
 */
export function everyday(kind: keyof typeof kinds, count: number, key: string): ItemPlan[] {
  return kinds[kind]
    .map(([type, title], index) => ({ type, title, index, order: chance(`${key} ${title}`) }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ type, title, index }) => ({ matter: `${key}/${kind}-${index}`, type, title }))
}
