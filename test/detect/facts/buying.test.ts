import { describe, expect, it } from 'vitest'
import { readFacts } from '../../../src/detect/facts/read-facts.ts'
import { phrasings, valuesOf } from './values.ts'

phrasings(
  'funding',
  [
    ['paid from the Asset Forfeiture Fund', { source: 'asset forfeiture' }],
    ['FY2025 UASI grant funds', { source: 'Urban Area Security Initiative (UASI)' }],
    [
      'using Edward Byrne Memorial Justice Assistance Grant money',
      { source: 'Byrne Justice Assistance Grant (JAG)' },
    ],
    ['with MVCPA funding', { source: 'Motor Vehicle Crime Prevention Authority (MVCPA)' }],
    [
      'an Organized Retail Theft Prevention Grant',
      { source: 'Organized Retail Theft grant (ORT)' },
    ],
    ['Funding Source: General Fund, account 100-2210', { source: 'general fund' }],
    [
      'from the Police Technology Replacement Fund',
      { source: 'Police Technology Replacement Fund' },
    ],
    ['FUNDED BY: Measure K proceeds', { source: 'Measure K proceeds' }],
    ['a donation by the Police Foundation', { source: 'donation' }],
    ['ARPA funds', { source: 'American Rescue Plan Act (ARPA)' }],
    [
      'the Supplemental Law Enforcement Services Fund',
      { source: 'Supplemental Law Enforcement Services Fund' },
    ],
    ['Funding Source: Measure U Sales Tax Budgeted: Yes', { source: 'Measure U Sales Tax' }],
    [
      'Funding Source: Police Technology\nReplacement Fund\nAmount: $60,000',
      { source: 'Police Technology Replacement Fund' },
    ],
    ['Funding Source: Measure K\nThe rest', { source: 'Measure K' }],
    ['There is no match. The General Fund pays for it.', { source: 'general fund' }],
    ['There is no match and all costs are paid from the General Fund', { source: 'general fund' }],
    ['a Byrne JAG award', { source: 'Byrne Justice Assistance Grant (JAG)' }],
    ['Byrne grants of 2024', { source: 'Byrne Justice Assistance Grant (JAG)' }],
    ['the Police Foundation donated $9,000', { source: 'donation' }],
    ['paid from the narcotics account', { source: 'asset forfeiture' }],
    ['Funding Source: $60,000, General Fund', { source: 'general fund' }],
  ],
  [
    'There is no fiscal impact to the General Fund.',
    'It is paid without the use of the general fund',
    'The General Fund will not be impacted by it.',
    'This agreement does not obligate the General Fund.',
    'No funds are required from the General Fund.',
    'Opioid settlement funds may not be used.',
    'Fines go to the city\u2019s general fund',
    'Net revenue shall be deposited in the Traffic Safety Fund',
    'Net revenue is deposited in the Street Repair Fund',
    'any remaining balance will revert to the General Fund',
    'Councilmember Byrne moved to approve',
    'Narcotics account for most arrests',
    'the cadets are supported by the Police Foundation',
    'Funding Source: To be determined',
    'Funding Source: See attached',
    'Funding Source: $60,000',
    'no general fund money is used',
    'Funding Source: N/A',
    'a fund raiser',
    'it is 60% of General Fund revenue',
    'organized retail theft harms shops',
  ],
)

phrasings(
  'route',
  [
    ['as a sole source procurement', { route: 'sole source' }],
    ['a sole-sourced contract', { route: 'sole source' }],
    ['Flock is the only vendor that offers this', { route: 'sole source' }],
    ['under Sourcewell Contract No. 101223-AXN', { route: 'cooperative: Sourcewell' }],
    ['by NASPO ValuePoint', { route: 'cooperative: NASPO ValuePoint' }],
    ['piggybacking on the County contract', { route: 'piggyback' }],
    ['Change Order No. 4', { route: 'change order' }],
    ['to waive the competitive bidding provisions', { route: 'bidding waived' }],
    ['waiving the formal bidding requirements', { route: 'bidding waived' }],
    ['exempt from competitive bidding', { route: 'bidding waived' }],
    ['a Request for Proposals was issued', { route: 'request for proposals' }],
    ['RFP 21-3746', { route: 'request for proposals' }],
    ['through a cooperative purchasing agreement', { route: 'cooperative' }],
    ['the lowest responsible bidder', { route: 'competitive bid' }],
    ['Invitation to Bid', { route: 'competitive bid' }],
    ['an emergency purchase', { route: 'emergency purchase' }],
    ['under a statewide contract', { route: 'state or universal term contract' }],
    [
      'a waiver of the relevant provisions of Chapter 9 relating to competitive bidding',
      { route: 'bidding waived' },
    ],
    ['an exception to the formal bid process', { route: 'bidding waived' }],
    ['to suspend the bidding rules', { route: 'bidding waived' }],
    ['competitive bidding would be of no benefit', { route: 'bidding waived' }],
    ['exempt from the City\u2019s bidding requirements', { route: 'bidding waived' }],
    ['as a bid waiver', { route: 'bidding waived' }],
    ['waiving minor irregularities and awarding the competitive bid', { route: 'competitive bid' }],
    ['\u2610 Sole Source  \u2612 RFP  \u2610 Piggyback', { route: 'request for proposals' }],
    ['RFP: No. 24-118', { route: 'request for proposals' }],
    ['the RFP is not exclusive', { route: 'request for proposals' }],
    ['Department of Information Resources (DIR) contract', { route: 'cooperative: Texas DIR' }],
    [
      'General Services Administration (GSA) Multiple Award Schedule',
      { route: 'cooperative: GSA schedule' },
    ],
    ['The Interlocal Purchasing System (TIPS)', { route: 'cooperative: TIPS' }],
    ['a MiDEAL purchase', { route: 'cooperative: MiDEAL' }],
  ],
  [
    '\u2610 Sole Source [ ] Piggyback',
    'Sole Source: No',
    'Bid/RFP: N/A',
    'Sole source justification: not applicable',
    'A formal RFP was not issued',
    'Staff considered issuing an RFP but did not',
    'An RFP process is needed',
    'All change order requests shall be signed',

    'this is not a sole source purchase',
    'tips for residents',
    'a forbidding building',
    'a proposal to rename the park',
  ],
)

phrasings(
  'contract-number',
  [
    [
      'OMNIA Partners (Any County) IT products and services (# 24-1234-05)',
      { number: '24-1234-05', of: 'OMNIA Partners' },
    ],
    ['under Sourcewell Contract No. 101223-AXN', { number: '101223-AXN', of: 'Sourcewell' }],
    ['RFP No. 21-3746', { number: '21-3746', of: 'RFP' }],
    ['RFP 21-3746 for cameras', { number: '21-3746', of: 'RFP' }],
    ['Specification No. 24-078', { number: '24-078', of: 'Specification' }],
    ['Purchase Order # 453027', { number: '453027', of: 'Purchase Order' }],
    ['Contract Number: C2026-114.', { number: 'C2026-114', of: 'Contract' }],
    ['GSA schedule no. GS-07F-0043M', { number: 'GS-07F-0043M', of: 'schedule' }],
    ['Sourcewell Contract 101223-AXN', { number: '101223-AXN', of: 'Sourcewell' }],
    ['cameras (Sourcewell 101223-AXN)', { number: '101223-AXN', of: 'Sourcewell' }],
    ['UNDER BUYBOARD CONTRACT 743-24', { number: '743-24', of: 'BUYBOARD' }],
    [
      'NASPO ValuePoint Master Agreement MNWNC-108',
      { number: 'MNWNC-108', of: 'NASPO ValuePoint' },
    ],
    ['HGACBuy Contract EF04-21', { number: 'EF04-21', of: 'HGACBuy' }],
    ['OMNIA Partners Contract R191201', { number: 'R191201', of: 'OMNIA Partners' }],
    ['by the contract (T23-088-01)', { number: 'T23-088-01', of: 'contract' }],
    ['Invitation to Bid (ITB) 2025-014', { number: '2025-014', of: 'ITB' }],
    ['Request for Proposals No. 24-118', { number: '24-118', of: 'Request for Proposals' }],
    ['TIPS Contract 230105', { number: '230105', of: 'TIPS' }],
    ['DIR-CPO-4754 of the State', { number: 'DIR-CPO-4754', of: 'DIR' }],
    ['Award Schedule 47QSWA18D008F', { number: '47QSWA18D008F', of: 'GSA' }],
    ['GSA Contract GS-35F-0119Y', { number: 'GS-35F-0119Y', of: 'GSA' }],
  ],
  [
    'Contract 10-12-2025 expires',
    'the agreement 2025-26',
    'a contract 36-month term',
    'CONTRACT 36-MONTH TERM',
    'TIPS for 230105 residents',
    'Resolution No. 2026-44',
    'contract 5 cameras',
    'agreement of 7/1/2026',
    'Contract No. 1',
  ],
)

describe('grants of the past', () => {
  it('are unclear as the source of this purchase', () => {
    const [fact] = readFacts('The city has administered grants, among them UASI.')
    expect(fact).toMatchObject({ kind: 'funding', grade: 'unclear' })
  })
})

describe('a vendor that was chosen before', () => {
  it('does not say clearly how this is bought', () => {
    const text = 'The city first contracted with it in 2008 through the RFP process.'
    expect(readFacts(text)[0]).toMatchObject({ kind: 'route', grade: 'unclear' })
  })

  it('leaves one way of a form, that which is ticked', () => {
    const form = '[ ] Competitive Bid  [X] Sole Source  [ ] RFP'
    expect(valuesOf(form, 'route')).toEqual([{ route: 'sole source' }])
  })
})
