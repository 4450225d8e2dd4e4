import { fromPieces } from '../pieces.ts'
import type { SumUse } from './sum-rule.ts'

/** Lines of a page break anywhere: "for an amount\nnot to exceed". */
export const inOneLine = (words: string) =>
  words.replace(/<br ?\/?>|\s+/gi, ' ').replace(/ {2,}/g, ' ')

const reachOfSentence = 400
const restOfSentence = String.raw`(?:[^.;]|\.(?=\S)|(?<=\b(?:inc|llc|co|corp|no|st|ltd))\.)*$`
/**
 * What a text tells of the past: "On August 15, 2023, the Council approved …", "a purchase order was
 * issued on 12/4/2024 for …", "Resolution 21-118 accepted …", "the current payment is …", "under it the City pays …".
 */
const decidedBefore = new RegExp(
  String.raw`\b(?:(?:on|in) (?:[a-z]{3,9}\.? )?(?:\d{1,2}, )?(?:19|20)\d\d,? (?:the |your |this )?(?:[\w'-]+ ){0,4}(?:council|board|commission|supervisors|commissioners|trustees|court) (?:unanimously )?(?:approved|awarded|adopted|authorized|accepted|appropriated|selected|ratified|directed)|(?:was|were|has been|have been) (?:previously )?issued (?:on|in)|(?:resolution|ordinance) (?:no\.? ?|number |#)?[a-z]{0,3}-?\d[\w-]{0,12}(?: (?:for|of|in) (?:19|20)\d\d)?,?(?: of this [\w-]+| this [\w ]{3,24}| the (?:council|board|legislature))? (?:accepted|approved|authorized|awarded|adopted|appropriated)|(?:on|in) (?:[a-z]{3,9}\.? )?(?:\d{1,2}, )?(?:19|20)\d\d,? (?:[\w'-]+ ){1,6}(?:signed|entered into|executed|contracted|purchased|bought|leased|acquired)|(?:council|board|commission|supervisors|commissioners|trustees|court) (?:on|in) (?:[a-z]{3,9}\.? )?(?:\d{1,2}, )?(?:19|20)\d\d,? (?:approved|awarded|adopted|authorized|accepted|appropriated|took|bought)|(?:on|in) (?:[a-z]{3,9}\.? )?(?:\d{1,2}, )?(?:19|20)\d\d,? (?:[\w'-]+ ){1,5}(?:reserved|was awarded|were awarded)|under (?:resolution|ordinance) (?:no\.? ?|number |#)?[a-z]{0,3}-?\d[\w-]{0,12},? (?:[\w'-]+ ){1,4}(?:accepted|approved|authorized|awarded|adopted|appropriated)|(?:earlier|previously|already) (?:approved|released|authorized|awarded|appropriated|accepted)|current(?:ly)? (?:payments?|pays?|paying)|(?:now|presently|today,?)(?: (?:we|the [\w-]+))? (?:pays?|paid|paying|billed|charged)|currently (?:paid|billed|charged)|under (?:it|the (?:current|existing|present|old|expiring) (?:contract|agreement|lease)),? (?:the )?(?:[\w-]+ ){1,4}(?:pays?|is paid|are paid))\b${restOfSentence}`,
  'i',
)
/** "In October the Council accepted the bid and awarded an order at": a month without its year. */
const decidedInMonth = new RegExp(
  String.raw`\b(?:in|on) (?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2}(?:st|nd|rd|th)?)?,? (?:the |your |this )?(?:[\w'-]+ ){0,3}(?:council|board|commission|supervisors|commissioners|trustees|court) (?:unanimously )?(?:approved|awarded|adopted|authorized|accepted|appropriated)\b${restOfSentence}`,
  'i',
)
/** "The depot was built in 2012 for $3 million", "went up in 2012 at a cost of": what stands already. */
const builtBefore =
  /\b(?:was|were|had|went|opened|built|completed|constructed|renovated|bought|purchased|acquired|installed|put up|put in)\b[^.;$]{0,80}\bin (?:[a-z]{3,9} )?(?:19|20)\d\d (?:for|at)(?: (?:an?|the|total|cost|price|of|about|over|nearly|some|just)){0,6} $/i

/** "If we choose to go on after the trial, we pay …": nobody has decided on it. */
const undecided = new RegExp(
  String.raw`\b(?:if|should) (?:we|staff|it|(?:the )?(?:city |county |town |village )?(?:city|county|town|village|department|council|board|agency|commission|sheriff|chief)) (?:[\w-]+ )?(?:choose|elect|decide|opt|continue|go on|stay|wish|renew|exercise|proceed|keep|extend)s?\b${restOfSentence}|\bif (?:(?:it|they|the [\w-]+) (?:is|are|were) )?(?:continued|extended|kept|retained|made permanent)\b(?:[^.]|\.(?=\S))*$`,
  'i',
)

/** "A neighboring city put up cameras at a cost of …": another body's. */
const ofOthers = new RegExp(
  String.raw`\b(?:(?:an?|the|other|another|some|many) (?:neighbou?ring|nearby|adjoining|other) (?:city|county|town|village|agency|department|jurisdiction|district)|an? (?:shopping center|mall|homeowners['\u2019]? association|HOA|merchant|developer|hospital|university)\b[^.;$]{0,60}\b(?:pays?|paid|bought|spent)|(?:similar|comparable|other|neighbou?ring|surrounding|nearby|peer) (?:cities|counties|towns|villages|agencies|departments|jurisdictions|districts) (?:pay|paid|spend|spent|have paid|were quoted))\b${restOfSentence}`,
  'i',
)

/** "Bought in 2023 under a separate purchase ($90,000)": another item's. */
const separate = new RegExp(
  String.raw`\bseparate(?:ly)?\b(?! (?:sums?|quotes?|bids?|accounts?|funds?|line items?))${restOfSentence}`,
  'i',
)

/** "The agreement approved in 2020 in the amount of", "last year's subscription cost": of a contract before this one. */
const ofBefore = new RegExp(
  String.raw`\b(?:(?:agreement|contract|lease|subscription|system|cameras|order)s?,? (?:[\w,.&'-]+ ){0,6}?(?:which )?(?:was |were )?(?:first )?(?:approved|awarded|signed|executed|entered into|adopted|purchased|bought) (?:in|on) (?:[a-z]{3,9}\.? )?(?:\d{1,2},? )?(?:19|20)\d\d|last (?:(?:fiscal |contract )?year|term)['\u2019]s|under which [\w' ]{3,40} (?:was|were) to be paid|(?:19|20)\d\d (?:agreement|contract|lease) with)\b(${restOfSentence})`,
  'i',
)
/** What ends is not what is asked for: "in the amount of $90,000 expires in December". */
const endsBehind =
  /^\)?,?(?: (?:a year|per year|annually|which|and|it|that|is|was|will))*,? (?:(?:is|was) (?:set|due|about|going) to )?(?:expires?|expired|ends?|ended|runs? out|ran out|lapses?|lapsed)\b/i
/** Words by which the same sentence goes on to what is asked. */
const asksAnew =
  /\b(?:recommend|request|ask|seek|propos|approv(?:e|al|ing)\b|authoriz(?:e|ing|ation)\b|award(?:ing)?\b|execute\b|enter\b|amend|increas|add|rais|renew|extend|new\b|replac|purchas)\w*/i

/** "If the trial succeeds, a full year is put at …", "… a year, should the City wish to subscribe". */
const afterTrial = new RegExp(
  String.raw`(?:(?:^|[.;] )(?:if|should|after) (?:the |this |that |a )?(?:[\w-]+ )?(?:trial|pilot|test|demonstration|evaluation|it)\b|\bif (?:[\w-]+ ){1,5}later\b|\b(?:contract|agreement|subscription|purchase|renewal|program|service|lease) (?:after|following|beyond) the (?:[\w-]+ )?(?:trial|pilot|test)\b)${restOfSentence}`,
  'i',
)
const ifWished = fromPieces(
  'i',
  String.raw`^[^.;$]{0,60}(?:\b(?:should|if) (?:we|it|staff`,
  '|the (?:city|county|town|village|council|board|department|agency',
  String.raw`|sheriff))\b[^.;$]{0,20}\b(?:wish|choose|elect|decide|renew|continue|opt|exercise)`,
  String.raw`|\b(?:would|will) (?:come|be brought) back (?:to|for)\b`,
  String.raw`|\b(?:would|will) be (?:heard|considered|taken up) (?:in|at) `,
  '(?:an?|the next|another|january|february|march|april|may|june|july|august|september',
  String.raw`|october|november|december)\b|\b(?:is|are|was|would be) `,
  '(?:not (?:an? )?part of|not included in|outside of) (?:this|the) ',
  String.raw`(?:request|item|agreement|action|contract|approval)\b)`,
)

/** Whether a text speaks of what was decided before, or may be some day. */
export function standsApart(text: string, start: number, end: number): SumUse | undefined {
  const words = inOneLine(text.slice(Math.max(0, start - reachOfSentence), start))
  const sentence = words.split(clauses).at(-1) ?? ''
  const tail = inOneLine(text.slice(end, end + reachBehind))
  if (builtBefore.test(sentence)) return 'previous'
  if (decidedBefore.test(sentence) || decidedInMonth.test(sentence)) return 'previous'
  if (separate.test(sentence) || ofOthers.test(sentence)) {
    return 'previous'
  }
  const before = ofBefore.exec(sentence)
  if (before && !asksAnew.test(before[1] ?? '')) return 'previous'
  if (endsBehind.test(tail) && !asksAnew.test(lastSentence(sentence))) return 'previous'
  if (undecided.test(sentence) || afterTrial.test(sentence) || ifWished.test(tail)) return 'option'
  return undefined
}

/** A resolution has no full stops. */
const clauses = /\b(?:WHEREAS|RESOLVED|ORDAINED|ORDERED)\b/
const reachBehind = 120
const lastSentence = (words: string) => /(?:[^.;]|\.(?=\S))*$/.exec(words)?.[0] ?? ''
