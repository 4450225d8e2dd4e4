import { fromPieces } from '../pieces.ts'
import type { FactPattern } from './pattern.ts'

/** The first name whose words occur. */
const named = (entries: readonly (readonly [RegExp, string])[], words: string) =>
  entries.find(([pattern]) => pattern.test(words))?.[1]

const routes: readonly (readonly [RegExp, string])[] = [
  [/sole|single|only/i, 'sole source'],
  [/piggy/i, 'piggyback'],
  [/waiv|exempt|dispens/i, 'bidding waived'],
  [/emergency/i, 'emergency purchase'],
  [/change order/i, 'change order'],
  [/sourcewell|njpa/i, 'cooperative: Sourcewell'],
  [/naspo/i, 'cooperative: NASPO ValuePoint'],
  [/omnia/i, 'cooperative: OMNIA Partners'],
  [/h-?gac/i, 'cooperative: HGACBuy'],
  [/buyboard/i, 'cooperative: BuyBoard'],
  [/\btips\b/i, 'cooperative: TIPS'],
  [/\bncpa\b/i, 'cooperative: NCPA'],
  [/equalis/i, 'cooperative: Equalis'],
  [/choice partners/i, 'cooperative: Choice Partners'],
  [/goodbuy/i, 'cooperative: GoodBuy'],
  [/1gpa/i, 'cooperative: 1GPA'],
  [/\bdir\b|department of information resources/i, 'cooperative: Texas DIR'],
  [/\bgsa\b/i, 'cooperative: GSA schedule'],
  [/cmas/i, 'cooperative: CMAS'],
  [/costars/i, 'cooperative: COSTARS'],
  [
    /universal term|state term|state(?:wide)? contract|state price/i,
    'state or universal term contract',
  ],
  [/cooperative|interlocal purchas/i, 'cooperative'],
  [/rfq|qualifications|quot/i, 'request for quotes or qualifications'],
  [/rfp|proposals/i, 'request for proposals'],
  [/itb|ifb|rfb|invitation|bid/i, 'competitive bid'],
]

/** How it is bought. */
export const routePatterns: readonly FactPattern[] = [
  {
    pattern: fromPieces(
      'gi',
      String.raw`\b(?:(?:sole|single)[ -]sourced?`,
      '(?: (?:purchase|procurement|vendor|provider|justification|contract|basis))?',
      '|only (?:known |authorized |qualified )?',
      '(?:vendor|provider|source|manufacturer) (?:that|of|able|who|capable|to)',
      String.raw`|piggy-?back(?:ing|ed)?|change order(?: (?:no\.? ?|number |#)?\d{1,3})?`,
      '|emergency (?:purchase|procurement)',
      '|(?:to )?(?:waiv(?:e|es|er|ing)|dispens(?:e|ing) with) (?:of )?(?:the )?',
      String.raw`(?:city['\u2019]s )?(?:formal )?(?:competitive |sealed )?`,
      '(?:bid(?:ding|s)?|bidding (?:provisions|requirements)|procurement)',
      '|exempt(?:ion)? from (?:the )?(?:formal )?(?:competitive )?',
      '(?:bid(?:ding)?|procurement)|cooperative ',
      String.raw`(?:purchas\w+|procurement|agreement|contract)|interlocal purchasing|sourcewell`,
      '|njpa|naspo(?: valuepoint)?|omnia partners|h-?gac(?:-?buy)?|buyboard',
      '|tips(?:-usa)? (?:contract|cooperative)|ncpa (?:contract|cooperative)',
      '|equalis group|choice partners|goodbuy|1gpa',
      '|(?:texas )?dir (?:contract|cooperative)',
      '|department of information resources contract|gsa (?:schedule|contract|pricing)',
      '|cmas (?:contract|agreement)|costars|universal term contract',
      '|state term (?:contract|schedule)|state(?:wide)? (?:price |master )?contract',
      '|request for (?:competitive sealed )?',
      '(?:proposals?|qualifications|quotes?|quotations?)|invitation (?:to|for) bids?',
      String.raw`|(?:RF[PQB]|ITB|IFB)(?=\b)|(?:competitive|sealed|lowest|low|formal) `,
      '(?:responsible |responsive )?(?:bid(?!ding (?:provisions|requirements))',
      String.raw`(?:s|der|ders|ding)?|proposals?))\b`,
    ),
    read([whole], { before }) {
      const route = named(routes, whole)
      if (!route) return undefined
      // "is not a sole source purchase", "no change orders"
      if (/\b(?:not|no|never)(?: (?:an?|been|considered))? $/i.test(before(24))) return undefined
      return { kind: 'route', value: { route } }
    },
  },
]
