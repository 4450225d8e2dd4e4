import { fromPieces } from '../pieces.ts'
import type { FactPattern } from './pattern.ts'

/** The first name whose words occur. */
const named = (entries: readonly (readonly [RegExp, string])[], words: string) =>
  entries.find(([pattern]) => pattern.test(words))?.[1]

const routes: readonly (readonly [RegExp, string])[] = [
  [/sole|single|only/i, 'sole source'],
  [/piggy/i, 'piggyback'],
  [/waiv|exempt|dispens|suspend/i, 'bidding waived'],
  [/emergency/i, 'emergency purchase'],
  [/change order/i, 'change order'],
  [/sourcewell|njpa/i, 'cooperative: Sourcewell'],
  [/naspo/i, 'cooperative: NASPO ValuePoint'],
  [/omnia/i, 'cooperative: OMNIA Partners'],
  [/h-?gac/i, 'cooperative: HGACBuy'],
  [/buyboard/i, 'cooperative: BuyBoard'],
  [/\btips\b|interlocal purchasing system/i, 'cooperative: TIPS'],
  [/\bncpa\b/i, 'cooperative: NCPA'],
  [/equalis/i, 'cooperative: Equalis'],
  [/choice partners/i, 'cooperative: Choice Partners'],
  [/goodbuy/i, 'cooperative: GoodBuy'],
  [/1gpa/i, 'cooperative: 1GPA'],
  [/\bdir\b|department of information resources/i, 'cooperative: Texas DIR'],
  [/\bgsa\b|general services/i, 'cooperative: GSA schedule'],
  [/cmas/i, 'cooperative: CMAS'],
  [/costars/i, 'cooperative: COSTARS'],
  [/savvik/i, 'cooperative: Savvik'],
  [/mideal/i, 'cooperative: MiDEAL'],
  [
    /universal term|state term|state(?:wide)? contract|state price/i,
    'state or universal term contract',
  ],
  [/cooperative|interlocal purchas/i, 'cooperative'],
  [/rfq|qualifications|quot/i, 'request for quotes or qualifications'],
  [/rfp|proposals/i, 'request for proposals'],
  [/itb|ifb|rfb|invitation|bid/i, 'competitive bid'],
]

/** Forms print every way with its box; that of these words stands before them, or else after. */
function isUnticked(head: string, tail: string): boolean {
  const box = /(\[ ?[x\u2713\u2714]?\]|[\u2610-\u2612\u25a0\u25a1\u25fb\u25fc])[ \t]{0,3}$/i.exec(
    head,
  )?.[1]
  const isEmpty = (printed: string) => /^(?:\[ ?\]|[\u2610\u25a1\u25fb])/.test(printed)
  if (box ? isEmpty(box) : isEmpty(tail.trimStart())) return true
  return /^(?: (?:justification|purchase|procurement))?[ \t]{0,2}[:?][ \t]{0,6}(?:no\b(?!\.? ?#?\d)|n\/?a\b|none\b|not applicable\b)/i.test(
    tail,
  )
}

/** "was not issued", "considered issuing an RFP but", "an RFP process is needed" */
const isNotTaken = (head: string, tail: string) =>
  /\b(?:considered|instead of|rather than|in lieu of)\b[^,]{0,30}$/i.test(head) ||
  /^(?: process)? (?:(?:was|were|is|are|has|have) (?:not|never) (?:been )?(?:issued|required|needed|used|conducted|solicited|sought|applicable|necessary|held|a\b|obtained)|(?:is|are|will be) (?:needed|required|necessary)\b)/i.test(
    tail,
  )

/** A contract's words on whatever may be changed. */
const isOfAnyOrder = (head: string, tail: string) =>
  /\b(?:all|any|each|every) $/i.test(head) || /^ requests?\b|^ (?:shall|must|may)\b/i.test(tail)

/** "a waiver of the provisions … relating to competitive bidding"; not of what a bid lacks. */
const isOfBids = /^(?:competitive|sealed|formal) /i
const waived = fromPieces(
  'i',
  String.raw`\bwaiv(?:e|es|ed|er|ers|ing)\b(?![^.;]{0,40}\b(?:irregular|informal|reading|fees?|defect|technical))`,
  String.raw`[^.;]{0,90}$|\bsuspend\w{0,4}\b[^.;]{0,40}$`,
  String.raw`|\b(?:exceptions? to|exempt\w{0,4} from|without) (?:[\w'\u2019-]{1,20} ){0,4}$`,
)
const ofNoBenefit =
  /^(?: process)? (?:would|will|is|was) (?:be )?(?:of no|produce no|impractical|not be)/i

/** How a vendor was chosen at some other time. */
const ofPast =
  /\b(?:first (?:contracted|bought|purchased|selected|awarded)|previously|prior (?:contract|agreement))\b[^.;]{0,80}$/i

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
      String.raw`|exempt(?:ion)? from (?:the )?(?:city['\u2019]s )?(?:formal )?(?:competitive )?`,
      '(?:bid(?:ding)?|procurement)|cooperative ',
      String.raw`(?:purchas\w+|procurement|agreement|contract)|interlocal purchasing(?: system)?|sourcewell`,
      '|bid waivers?|suspend(?:ing)? (?:the )?(?:competitive )?bidding',
      '|savvik(?: buys)?|mideal',
      '|njpa|naspo(?: valuepoint)?|omnia partners|h-?gac(?:-?buy)?|buyboard',
      '|tips(?:-usa)? (?:contract|cooperative)|ncpa (?:contract|cooperative)',
      '|equalis group|choice partners|goodbuy|1gpa',
      '|(?:texas )?dir (?:contract|cooperative)',
      String.raw`|department of information resources(?: \(dir\))? contract`,
      '|gsa (?:(?:multiple award|federal supply) )?(?:schedule|contract|pricing)',
      String.raw`|general services administration(?: \(gsa\))? (?:(?:[\w-]+ ){0,3})(?:schedule|contract)`,
      '|cmas (?:contract|agreement)|costars|universal term contract',
      '|state term (?:contract|schedule)|state(?:wide)? (?:price |master )?contract',
      '|request for (?:competitive sealed )?',
      '(?:proposals?|qualifications|quotes?|quotations?)|invitation (?:to|for) bids?',
      String.raw`|(?:RF[PQB]|ITB|IFB)(?=\b)|(?:competitive|sealed|lowest|low|formal) `,
      '(?:responsible |responsive )?(?:bid(?!ding (?:provisions|requirements))',
      String.raw`(?:s|der|ders|ding)?|proposals?))\b`,
    ),
    read([whole], { before, after }) {
      const route = named(routes, whole)
      if (!route) return undefined
      // "is not a sole source purchase", "no change orders"
      if (/\b(?:not|no|never)(?: (?:an?|been|considered|formal|competitive))* $/i.test(before(40)))
        return undefined
      const head = /[^.;\n]*$/.exec(before(110))?.[0] ?? ''
      const tail = after(50)
      if (isUnticked(before(6), tail) || isNotTaken(head, tail)) return undefined
      if (/^change orders?$/i.test(whole) && isOfAnyOrder(head, tail)) return undefined
      if (isOfBids.test(whole) && (waived.test(head) || ofNoBenefit.test(tail)))
        return { kind: 'route', value: { route: 'bidding waived' } }
      const isPast = ofPast.test(head)
      return { kind: 'route', value: { route }, ...(isPast && { grade: 'unclear' as const }) }
    },
  },
]
