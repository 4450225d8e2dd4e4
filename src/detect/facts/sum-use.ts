import { fromPieces } from '../pieces.ts'
import { isReduction } from './reductions.ts'
import type { SumUse } from './sum-rule.ts'
import { isLabelled } from './sums-of-labels.ts'
import { isOfOne } from './sums-of-one.ts'
import { isOwnShare } from './sums-of-own-share.ts'
import { isAskedFor } from './sums-that-are-asked.ts'
import { toldBeside } from './sums-that-are-told.ts'
import { inOneLine, standsApart } from './told-apart.ts'
import { after } from './words-after-sums.ts'
import { rules } from './words-before-sums.ts'

export type { SumUse } from './sum-rule.ts'

/** Words that belong to a sum stand within so many characters of it. */
const reach = 110
const reachAfter = 60
const reachOfWords = 160
/** A sum spelled out just before its figure says the same: what stands before the words belongs to it. */
const reachWithWords = 260
const inWords =
  /\b(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|and|no\/100|no|zero|\d{1,2}\/100|cents|dollars?|exactly)[\s,-]{1,3}){2,24}\(?$/i
/** That a contract is changed is said further off. */
const reachBack = 600

const changes =
  /\b(?:amend(?!ed (?:and restated )?(?:contract|agreement)\b)\w*|increas\w+|additional|change orders?|modif\w+|supplement\w*|revis\w+|raise|raising|add(?:s|ing|ed)?|extend\w*|extension|chang\w+|brings?|bringing|enlarg\w+|raises)\b/i

/** "from $90,000 to $120,000": what was, and what will be. */
const goesOn = /^\)?(?:,? ?\([^()]{0,30}\))?,? (?:up )?to (?:an? |the )?(?:[\w-]+,? ){0,14}\(?\$/i

const ofChange = /\$[^;]{1,60}\bfor a total(?: cost| amount)?(?: of)? $/i
const overYears =
  /^\)? over (?:an? |the )?(?:[\w-]+[ -]){0,2}(?:\(\d\)[ -])?(?:years?|months?)\b[^$.]{0,40}\bnew (?:[\w-]+ ){0,2}(?:total|amount|not)/i

const ifAllAreTaken =
  /^\)?,? if (?:all|every|the) (?:[\w-]+ )?(?:options?|renewals?|extensions?)\b/i

/** A minus at the sign itself, or an accountant's brackets beside the word; a dash divides. */
const isNegative = (head: string, tail: string) =>
  /(?:^|[(:] ?|\b(?:of|by|in|for) )[-\u2212\u2013]$/.test(head) ||
  // "Plate readers -$500"; behind another dash, this one divides as that did.
  (/[\w)] [-\u2212]$/.test(head) && !/ [-\u2013\u2014] /.test(head)) ||
  (/(?:\bcredit\b[^$;]{0,20}|\bdeduct(?:ive|ion|s)?\b[^$;]{0,60})\($/i.test(head) &&
    /^\)/.test(tail))

/** What a figure at `start` to `end` is for. `isTitle`: a title may close with its own sum. */
export function useOf(text: string, start: number, end: number, isTitle: boolean): SumUse {
  const head = inOneLine(text.slice(Math.max(0, start - reachWithWords), start))
    .replace(inWords, '')
    .slice(-reach)
  const tail = inOneLine(text.slice(end, end + reachAfter))
  if (isNegative(head, tail)) return 'credit'
  // A field that says "N/A" ends there: "Additional Appropriation: N/A Account: 101-8201 ($50,620)".
  const clause = head.slice(head.lastIndexOf(';') + 1).replace(/^.*:\s?N\/A\b/s, '')
  if (isReduction(clause)) return 'credit'
  if (isTitle && isContingent(text, start, clause)) return 'option'
  if (isTitle && isClosing(head, text.slice(end, end + 200))) return 'closing'
  if (ofRequest.test(clause)) return 'closing'
  if (!isTitle && ofForm.test(head) && !changedTwice.test(text.slice(end, end + reachBack)))
    return 'closing'
  if (spentSoFar.test(clause)) return 'previous'
  if (!isTitle && ofModification.test(clause)) return 'increase'
  if (!isTitle && (isAskedFor(clause, tail) || isOwnShare(text, clause, tail))) return 'closing'
  const told = isTitle ? undefined : toldBeside(clause, tail)
  if (told) return told
  if (isContingent(text, start, clause)) return 'option'
  // "Options to renew, totaling $210,000 if all are exercised": the whole term.
  if (/\btotall?ing $/i.test(clause) && ifAllAreTaken.test(tail)) return 'not-to-exceed'
  if (paysOut.test(clause)) return 'spending'
  if (comesIn.test(clause) || isUsual.test(clause)) return 'available'
  if (takesOut.test(clause) && ofPaper.test(tail)) return 'spending'
  const isThen = growsTo.test(clause)
  if (isOfOne(clause, head)) return 'per-unit'
  const behind = after.find(([, pattern]) => pattern.test(tail))?.[0]
  if (!isTitle && !behind && isLabelled(text, start)) return 'spending'
  const apart = isTitle ? undefined : standsApart(text, start, end)
  if (apart) return apart
  if (ofTerm.test(clause)) return 'not-to-exceed'
  // "Not to exceed $48,500, reimbursed by the State": spent first, whoever pays it back.
  const isLimit = behind === 'available' && /\b(?:not[ -]to[ -]exceed|NTE) $/i.test(clause)
  // "The cost of $87,000 is included in the budget": paid, and budgeted.
  const isCost =
    behind === 'available' &&
    /\b(?:costs?|price|expenditure|purchase) of \(?$|\b(?:fiscal|financial|budget(?:ary)?) impact ?: ?$/i.test(
      clause,
    )
  if (behind && !isThen && !isLimit && !isCost) return behind
  const isChanged = changes.test(text.slice(Math.max(0, start - reachBack), start))
  // "from $90,000 to …" tells what was; "from Acme Cameras for $90,000" names who sells.
  const isFrom = /\bfrom (?:an? |the )?(?:[\w-]+ ){0,6}$/i.test(clause)
  const isPayment =
    /\b(?:yearly|annual|monthly) (?:payment|instal\w+|fee|bill)\b[^$;.]{0,60}$/i.test(clause)
  if (
    isChanged &&
    isFrom &&
    !isPayment &&
    goesOn.test(inOneLine(text.slice(end, end + reachOfWords)))
  )
    return 'previous'
  // "By $7,000 a year, for a total of $35,000 over five years, and a new total of": all years of the change.
  if (isChanged && ofChange.test(clause) && overYears.test(tail)) return 'not-to-exceed'
  if (ofWholeIncrease.test(clause)) return 'increase'
  if (isChanged && isNewTotal(text, start, clause)) return 'new-total'
  for (const { use, before } of rules) {
    if (!before.test(clause)) continue
    // A new contract's "total contract amount" and "new … system" are no new totals.
    if (use === 'new-total' && !isChanged) continue
    return use
  }
  return overSpan.test(tail) && !hopedFor.test(clause) ? 'not-to-exceed' : 'other'
}

/** "An application for $120,000 over two years is pending". */
const hopedFor =
  /\b(?:appli\w+|apply|ask\w*|grants?|seek\w*|sav\w+|loses?|yields?)\b(?:[^$;.]|\.(?=\S)|(?<=\.[a-z])\.){0,90}$/i
/** "Axon bundle, $742,000 over five": all years of what no other word claims. */
const overSpan = fromPieces(
  'i',
  String.raw`^\)?,? over (?:an? |the )?(?:(?:next|full|whole|first) )?`,
  String.raw`(?:two|three|four|five|six|seven|eight|ten|sixty|thirty-six|forty-eight|\d{1,2})`,
  String.raw`(?: \(\d{1,2}\))?(?:[- ](?:years?|months?)\b|[,.;]|$)`,
)

/**
 * "Authorize a contract of $118,000, and the Director to execute amendments up to $25,000": leave for later
 * changes, beside what is committed now.
 */
const laterChanges = fromPieces(
  'i',
  String.raw`\b(?:execut|approv|negotiat|authori[zt]|sign|issu|future|later|subsequent|further`,
  String.raw`|additional|any|minor|necessary|potential)\w*\b[^$.;]{0,40}\b`,
  String.raw`(?:amendments|change orders|modifications|overages|adjustments)\b[^$.;]{0,80}\b`,
  String.raw`(?:by|up to|not[ -]to[ -]exceed\w*|not exceed\w*|no more than|within|total\w*`,
  String.raw`|aggregate|amount of)\b[^$.;]{0,24}$`,
)
const isContingent = (text: string, start: number, clause: string) =>
  laterChanges.test(clause) && text.slice(Math.max(0, start - reachBack), start).includes('$')

/** "The agreement would then run ten years and may not go above": what it comes to with the change. */
const growsTo =
  /\b(?:contract|agreement) (?:would|will|shall) (?:then|now)\b[^$;.]{0,90}\b(?:exceed|above|over|more than|total|reach|cost|to) $/i

/** A form's own line for what is asked. */
const ofRequest =
  /\bgrant amount ?:\s{0,3}$|\bthis increase(?: requested)? ?:\s{0,3}$|\btotal outlay (?:by|of|under) this (?:ordinance|resolution|item|order) ?:\s{0,3}$|\bthis (?:request|change order|amendment)\) ?:\s{0,3}$|\b(?:amount of (?:this|the) request|(?:total|amount|cost|value) of (?:this|the) (?:amendment|change order|modification|addendum)|total (?:dollar )?value of (?:this |the )?(?:contract|agreement|purchase)) ?:\s{0,3}$/i

/** Lines of a form that say what is decided now, beside what was and what will be: "Amendment 1: $", "Budget: $9,000. Actual: $". */
const ofForm =
  /(?:^|[\n;|.] {0,3}|\$ ?[\d,.]{3,14},? )(?:amendment|change order|modification|addendum)(?: (?:no\.? ?|number |# ?)?\d{1,2})?(?: amount)? ?: {0,3}$|\bbudget(?:ed)?(?: amount| cost)? ?: {0,3}\$ ?[\d,.]{3,14}[ ,;|]{0,3}actual(?: cost| amount| price)? ?: {0,3}$|\bpro-?rated (?:down )?(?:to|at) $/i

/** "Sign a first modification of the agreement for": what the change adds. */
const ofModification =
  /\b(?:approv\w*|authoriz\w*|sign|execut\w*|enter into) (?:an?|the) (?:[\w-]+ ){0,2}(?:modification|amendment|addendum|change order)\b[^$;.]{0,90} for $/i

/** "An increase totaling", "for a grand total increase of": all that a change adds. */
const ofWholeIncrease = /\bincrease totall?ing $|\btotal increase (?:of|is|in the amount of) $/i

/** Of several changes in a list, which one is decided is said elsewhere. */
const changedTwice =
  /^[^$]{0,40}\b(?:amendment|change order|modification|addendum)(?: (?:no\.? ?|number |# ?)?\d{1,2})?(?: amount)? ?: {0,3}\$/i

/** "Total spent since 2018 is": no part of what is decided. */
const spentSoFar =
  /\b(?:spent|paid|expended|invoiced|billed)\b[^$;.]{0,30}\b(?:since|to date|so far|over the (?:last|past))\b[^$;.]{0,40}$/i

/** "Approve a $161,546 two-year service agreement with". */
const takesOut =
  /\b(?:approv\w*|authoriz\w*|award\w*|enter(?:ing)? into|execut\w*|sign)(?: (?:of|and execut\w*))? (?:an?|the) \$?$/i
const ofPaper =
  /^ (?:(?:[\w-]+ ){0,4}(?:agreement|contract|purchase order|subscription|lease|purchase)\b(?! (?:amendment|increase|modification))|(?:quote|quotation|bid|proposal|offer) (?:from|of|by)\b)/i

/** "Its usual price is $75,000": not what is paid here. */
const isUsual =
  /\b(?:usual|list|regular|normal|retail|standard|full|ordinary) (?:yearly |annual |monthly )?(?:price|cost|rate|fee)s? (?:is|was|of|would be) (?:about )?$/i

/** What the body is paid: "gave the County $150,000", "a commission, est. $71,000 a year". */
const comesIn = fromPieces(
  'i',
  String.raw`\b(?:gave|(?<!\b(?:wish|wishes|wants?|like|likes|offers?|offered) to )gives?|pays?`,
  '|paid|paying|remits?) (?:back )?(?:to )?',
  '(?:the|our) (?:county|city|town|village|borough|parish|sheriff|jail|state)',
  '(?: (?:an? |about |approximately |up to |annual |signing |bonus |of )*)?$',
  String.raw`|\b(?:provider|vendor|company|firm|contractor|bidder)\b[^$.;]{0,110}\b`,
  '(?:gives?|pays?|remits?|paying) (?:back )?(?:to )?',
  '(?:the|our) (?:county|city|town|village|borough|parish|sheriff|jail|state|trust',
  String.raw`|department|authority|commission)\b[^$.;]{0,50}$`,
  String.raw`|\bpays? the (?:jail|inmates?)\b[^$.;]{0,50}$`,
  String.raw`|\b(?:commissions?|revenues?)(?: revenues?)? to (?:the )?`,
  '(?:county|city|town|village|jail|sheriff|state) of (?:about |approximately )?$',
  String.raw`|\b(?:estimat|project|expect|anticipat)ed (?:annual|yearly|monthly|net|gross) `,
  String.raw`revenues?(?: of| is| at|:)? $|\bguaranteed minimum of $`,
  String.raw`|\bcommissions?,? (?:of )?(?:est\.?|estimated(?: at)?|about|approximately) $`,
  String.raw`|\b(?:estimat|project|expect|anticipat)`,
  String.raw`(?:ed|e?s) (?:[\w-]+ ){0,2}revenues? (?:of|at|is) $`,
  String.raw`|\brevenues? (?:to (?:the )?(?:county|city|town|village|jail|sheriff|state) )?`,
  '(?:(?:is|are) )?(?:expected|projected|estimated|anticipated) ',
  '(?:to (?:reach|be|total|come to)|at|of) (?:about |approximately )?$',
  String.raw`|\brevenues? \([\d.-]+\) (?:up )?by $`,
  String.raw`|\bincreas\w* (?:the |in )?(?!(?:[\w-]+ ){0,2}(?:appropriations|expenditures) and\b)`,
  String.raw`(?:[\w-]+ ){0,3}revenues? by $`,
)

/** "The Village will pay the County $56,000": out of its own purse. */
const paysOut =
  /\b(?:city|town|village|borough|township|parish|school district|department|district) (?:will|shall|agrees to|is to|would) (?:pay|reimburse|remit)(?: to)? the (?:county|city|state|sheriff|university|town)(?: (?:up to|an? (?:annual |one-time )?(?:fee|total|amount|sum) of|the sum of))? $/i

/** "Total over the minimum term", "the total of the change order is": not what a contract grows to. */
const ofTerm = fromPieces(
  'i',
  String.raw`\b(?:total (?:(?:over|for) )?(?:the |its )?(?:[\w-]+ ){0,2}(?:term|years|months)`,
  '|(?:whole|full|entire) (?:[\\w-]+ )?term) (?:(?:is|of|cost|total) )?$',
  String.raw`|\btotal (?:for )?(?:two|three|four|five|six|seven|ten|\d{1,2})[- ]years?(?: is| of| cost)? $`,
  String.raw`|\b(?:sum|cost|price|total) for (?:the )?(?:two|three|four|five|six|\d{1,2}) years ?: $`,
  String.raw`|(?<!\b(?:new|revised|amended|updated) )\b`,
  String.raw`(?:\d{1,2}|two|three|four|five|six|seven|ten)[ -]?(?:\(\d{1,2}\)[ -])?`,
  '(?:year|month) total(?: cost| price)? ?(?:of|is|:)? $',
  String.raw`|\b(?:total|cost|price|amount) of (?:this|the) `,
  '(?:amendment|change order|modification|addendum)',
  String.raw`(?: no\.? ?\w{1,3})? (?:is|will be|would be) $`,
)

/** "…by $35,000, for a total contract amount of": with what is added, of a contract that is changed. */
function isNewTotal(text: string, start: number, clause: string): boolean {
  if (!/\btotal(?:ing)?\b[^$;]{0,60}$/i.test(clause) || ofTerm.test(clause)) return false
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
