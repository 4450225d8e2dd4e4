import { after, rules, type SumUse } from './sum-rules.ts'
import { isLabelled } from './sums-of-labels.ts'

export type { SumUse } from './sum-rules.ts'

/** Words that belong to a sum stand within so many characters of it. */
const reach = 110
const reachAfter = 60
const reachOfWords = 160
/** A sum spelled out just before its figure says the same: what stands before the words belongs to it. */
const reachWithWords = 260
const inWords =
  /\b(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|and|no|zero|\d{1,2}\/100|cents|dollars?|exactly)[\s,-]{1,3}){2,24}\(?$/i
/** That a contract is changed is said further off. */
const reachBack = 600

const changes =
  /\b(?:amend(?!ed (?:and restated )?(?:contract|agreement)\b)\w*|increas\w+|additional|change orders?|modif\w+|supplement\w*|revis\w+|raise|raising|add(?:s|ing|ed)?|extend\w*|extension|chang\w+|brings?|bringing|enlarg\w+|raises)\b/i

/** "from $90,000 to $120,000": what was, and what will be. */
const goesOn = /^\)?(?:,? ?\([^()]{0,30}\))?,? (?:up )?to (?:an? |the )?(?:[\w-]+,? ){0,14}\(?\$/i

const reachOfSentence = 400
const restOfSentence = String.raw`(?:[^.;]|\.(?=\S)|(?<=\b(?:inc|llc|co|corp|no|st|ltd))\.)*$`
/**
 * What a text tells of the past: "On August 15, 2023, the Council approved …", "a purchase order was
 * issued on 12/4/2024 for …", "Resolution 21-118 accepted …", "the current payment is …", "under it the City pays …".
 */
const decidedBefore = new RegExp(
  String.raw`\b(?:(?:on|in) (?:[a-z]{3,9}\.? )?(?:\d{1,2}, )?(?:19|20)\d\d,? (?:the |your |this )?(?:[\w'-]+ ){0,4}(?:council|board|commission|supervisors|commissioners|trustees|court) (?:unanimously )?(?:approved|awarded|adopted|authorized|accepted|appropriated)|(?:was|were|has been|have been) (?:previously )?issued (?:on|in)|(?:resolution|ordinance) (?:no\.? ?|number |#)?[a-z]{0,3}-?\d[\w-]{0,12} (?:accepted|approved|authorized|awarded|adopted|appropriated)|(?:on|in) (?:[a-z]{3,9}\.? )?(?:\d{1,2}, )?(?:19|20)\d\d,? (?:[\w'-]+ ){1,6}(?:signed|entered into|executed|contracted|purchased|bought|leased|acquired)|(?:council|board|commission|supervisors|commissioners|trustees|court) (?:on|in) (?:[a-z]{3,9}\.? )?(?:\d{1,2}, )?(?:19|20)\d\d,? (?:approved|awarded|adopted|authorized|accepted|appropriated|took|bought)|(?:on|in) (?:[a-z]{3,9}\.? )?(?:\d{1,2}, )?(?:19|20)\d\d,? (?:[\w'-]+ ){1,5}(?:reserved|was awarded|were awarded)|under (?:resolution|ordinance) (?:no\.? ?|number |#)?[a-z]{0,3}-?\d[\w-]{0,12},? (?:[\w'-]+ ){1,4}(?:accepted|approved|authorized|awarded|adopted|appropriated)|(?:earlier|previously|already) (?:approved|released|authorized|awarded|appropriated|accepted)|current(?:ly)? (?:payments?|pays?|paying)|(?:now|presently|today,?)(?: (?:we|the [\w-]+))? (?:pays?|paid|paying|billed|charged)|currently (?:paid|billed|charged)|under (?:it|the (?:current|existing|present|old|expiring) (?:contract|agreement|lease)),? (?:the )?(?:[\w-]+ ){1,4}(?:pays?|is paid|are paid))\b${restOfSentence}`,
  'i',
)
/** "In October the Council accepted the bid and awarded an order at": a month without its year. */
const decidedInMonth = new RegExp(
  String.raw`\b(?:in|on) (?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2}(?:st|nd|rd|th)?)?,? (?:the |your |this )?(?:[\w'-]+ ){0,3}(?:council|board|commission|supervisors|commissioners|trustees|court) (?:unanimously )?(?:approved|awarded|adopted|authorized|accepted|appropriated)\b${restOfSentence}`,
  'i',
)
/** "The depot was built in 2012 for $3 million", "went up in 2012 at a cost of": what stands already. */
const builtBefore =
  /\b(?:was|were|had|went|opened|built|completed|constructed|renovated)\b[^.;$]{0,80}\bin (?:[a-z]{3,9} )?(?:19|20)\d\d (?:for|at)(?: (?:an?|the|total|cost|price|of|about|over|nearly|some|just)){0,6} $/i

/** "If we choose to go on after the trial, we pay …": nobody has decided on it. */
const undecided = new RegExp(
  String.raw`\b(?:if|should) (?:we|staff|it|the (?:city|county|town|village|department|council|board|agency)) (?:[\w-]+ )?(?:choose|elect|decide|opt|continue|go on|stay|wish|renew|exercise|proceed)s?\b${restOfSentence}`,
  'i',
)

/** "A neighboring city put up cameras at a cost of …": another body's. */
const ofOthers = new RegExp(
  String.raw`\b(?:an?|the|other|another|some|many) (?:neighbou?ring|nearby|adjoining|other) (?:city|county|town|village|agency|department|jurisdiction|district)\b${restOfSentence}`,
  'i',
)

/** "Bought in 2023 under a separate purchase ($90,000)": another item's. */
const separate = new RegExp(
  String.raw`\bseparate(?:ly)?\b(?! (?:sums?|quotes?|bids?))${restOfSentence}`,
  'i',
)

const ofChange = /\$[^;]{1,60}\bfor a total(?: cost| amount)?(?: of)? $/i
const overYears =
  /^\)? over (?:an? |the )?(?:[\w-]+[ -]){0,2}(?:\(\d\)[ -])?(?:years?|months?)\b[^$.]{0,40}\bnew (?:[\w-]+ ){0,2}(?:total|amount|not)/i

/** Whether a text speaks of what was decided before, or may be some day. */
function standsApart(text: string, start: number): SumUse | undefined {
  const sentence = inOneLine(text.slice(Math.max(0, start - reachOfSentence), start))
  if (builtBefore.test(sentence)) return 'previous'
  if (decidedBefore.test(sentence) || decidedInMonth.test(sentence)) return 'previous'
  if (separate.test(sentence) || ofOthers.test(sentence)) {
    return 'previous'
  }
  return undecided.test(sentence) ? 'option' : undefined
}

const ifAllAreTaken =
  /^\)?,? if (?:all|every|the) (?:[\w-]+ )?(?:options?|renewals?|extensions?)\b/i

/** A minus at the sign itself, or an accountant's brackets beside the word; a dash divides. */
const isNegative = (head: string, tail: string) =>
  /(?:^|[(:] ?|\b(?:of|by|in|for) )[-\u2212\u2013]$/.test(head) ||
  (/\bcredit\b[^$]{0,20}\($/i.test(head) && /^\)/.test(tail))

/** Lines of a page break anywhere: "for an amount\nnot to exceed". */
const inOneLine = (words: string) => words.replace(/<br ?\/?>|\s+/gi, ' ').replace(/ {2,}/g, ' ')

/** What a figure at `start` to `end` is for. `isTitle`: a title may close with its own sum. */
export function useOf(text: string, start: number, end: number, isTitle: boolean): SumUse {
  const head = inOneLine(text.slice(Math.max(0, start - reachWithWords), start))
    .replace(inWords, '')
    .slice(-reach)
  const tail = inOneLine(text.slice(end, end + reachAfter))
  if (isNegative(head, tail)) return 'credit'
  const clause = head.slice(head.lastIndexOf(';') + 1)
  if (isTitle && isContingent(text, start, clause)) return 'option'
  if (isTitle && isClosing(head, text.slice(end, end + 200))) return 'closing'
  if (ofRequest.test(clause)) return 'closing'
  if (isContingent(text, start, clause)) return 'option'
  // "Options to renew, totaling $210,000 if all are exercised": the whole term.
  if (/\btotall?ing $/i.test(clause) && ifAllAreTaken.test(tail)) return 'not-to-exceed'
  if (comesIn.test(clause)) return 'available'
  const behind = after.find(([, pattern]) => pattern.test(tail))?.[0]
  if (!isTitle && !behind && isLabelled(text, start)) return 'spending'
  const apart = isTitle ? undefined : standsApart(text, start)
  if (apart) return apart
  if (behind) return behind
  const isChanged = changes.test(text.slice(Math.max(0, start - reachBack), start))
  // "from $90,000 to …" tells what was; "from Acme Cameras for $90,000" names who sells.
  const isFrom = /\bfrom (?:an? |the )?(?:[\w-]+ ){0,6}$/i.test(clause)
  if (isChanged && isFrom && goesOn.test(inOneLine(text.slice(end, end + reachOfWords))))
    return 'previous'
  // "By $7,000 a year, for a total of $35,000 over five years, and a new total of": all years of the change.
  if (isChanged && ofChange.test(clause) && overYears.test(tail)) return 'not-to-exceed'
  if (isChanged && isNewTotal(text, start, clause)) return 'new-total'
  for (const { use, before } of rules) {
    if (!before.test(clause)) continue
    // A new contract's "total contract amount" and "new … system" are no new totals.
    if (use === 'new-total' && !isChanged) continue
    return use
  }
  return 'other'
}

/**
 * "Authorize a contract of $118,000, and the Director to execute amendments up to $25,000": leave for later
 * changes, beside what is committed now.
 */
const laterChanges =
  /\b(?:execut|approv|negotiat|authori[zt]|sign|issu|future|later|subsequent|further|additional|any|minor|necessary|potential)\w*\b[^$.;]{0,40}\b(?:amendments|change orders|modifications|overages|adjustments)\b[^$.;]{0,80}\b(?:by|up to|not[ -]to[ -]exceed\w*|not exceed\w*|no more than|within|total\w*|aggregate|amount of)\b[^$.;]{0,24}$/i
const isContingent = (text: string, start: number, clause: string) =>
  laterChanges.test(clause) && text.slice(Math.max(0, start - reachBack), start).includes('$')

/** A form's own line for what is asked. */
const ofRequest =
  /\b(?:amount of (?:this|the) request|(?:total|amount|cost|value) of (?:this|the) (?:amendment|change order|modification|addendum)|total (?:dollar )?value of (?:this |the )?(?:contract|agreement|purchase)) ?:\s{0,3}$/i

/** What the body is paid: "gave the County $150,000", "a commission, est. $71,000 a year". */
const comesIn =
  /\b(?:gave|gives?|pays?|paid|paying|remits?) (?:back )?(?:to )?(?:the|our) (?:county|city|town|village|borough|parish|sheriff|jail|state)(?: (?:an? |about |approximately |up to |annual |signing |bonus |of )*)?$|\b(?:provider|vendor|company|firm|contractor|bidder)\b[^$.;]{0,110}\b(?:gives?|pays?|remits?|paying) (?:back )?(?:to )?(?:the|our) (?:county|city|town|village|borough|parish|sheriff|jail|state|trust|department|authority|commission)\b[^$.;]{0,50}$|\bpays? the (?:jail|inmates?)\b[^$.;]{0,50}$|\bguaranteed minimum of $|\bcommissions?,? (?:of )?(?:est\.?|estimated(?: at)?|about|approximately) $|\b(?:estimated|projected|expected|anticipated) (?:[\w-]+ ){0,2}revenues? (?:of|at|is) $|\bincreas\w* (?:the |in )?(?!(?:[\w-]+ ){0,2}(?:appropriations|expenditures) and\b)(?:[\w-]+ ){0,3}revenues? by $/i

/** "…by $35,000, for a total contract amount of": with what is added, of a contract that is changed. */
function isNewTotal(text: string, start: number, clause: string): boolean {
  if (!/\btotal(?:ing)?\b[^$;]{0,60}$/i.test(clause)) return false
  // "To add a programme in the total amount of": what the change itself costs.
  if (/\bin the total amount of $/i.test(clause) && !clause.includes('$')) return false
  const back = text.slice(Math.max(0, start - reachBack), start)
  return back.includes('$') && /\b(?:amend\w*|change orders?|modif\w+|increas\w+)\b/i.test(back)
}

/** "Financing: General Fund ($30,000)": a purse and what it gives. */
const ofPurse = /\b(?:funds?|monies|moneys|bonds?|proceeds|revenues?|accounts?|budget) \(\s?$/i

function isClosing(head: string, tail: string): boolean {
  if (ofPurse.test(head)) return false
  return /\(\s?$/.test(head) && /^\s?\)\s?(?:$|[.;]?\s?(?:\(|$|BA\b))/i.test(tail)
}
