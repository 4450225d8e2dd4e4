import { fromPieces } from '../pieces.ts'
import type { ActionReading } from './cue.ts'

/** A law is read by its council, whatever the policy in it is called; one that is only cited is none. */
const isLaw = fromPieces(
  'i',
  String.raw`^(?![^;]{0,160}\b(?:pursuant to|under|required by|per|according to|consistent with`,
  String.raw`|compliance with|as required in) (?:the |our )?(?:[\w-]+ ){0,5}`,
  String.raw`(?:ordinance|local law|by-?law)\b)\W*(?:[\w.,'\u2019()-]+ ){0,8}?`,
  String.raw`(?:ordinance|local law(?! enforcement)|by-?law)\b`,
  '(?!s? (?:requirements?|compliance|annual|report|adopting))',
)

/** The contract is there, and changes. */
const changes = fromPieces(
  'i',
  String.raw`\b(?:contract|agreement|lease) addend(?:um|a)\b`,
  String.raw`|\baddend(?:um|a) to (?:the |an? |its )?(?:[\w-]+ ){0,6}`,
  String.raw`(?:agreement|contract|lease)\b|\bamended and restated (?:[\w-]+ ){0,3}`,
  String.raw`(?:agreement|contract)\b|\bincreas\w* (?:in )?(?:the |an? )?(?:[\w-]+ ){0,3}`,
  String.raw`(?:expenditure|purchasing|spending|contract|purchase) authority\b`,
  String.raw`|\b(?:change|modification|increase) to (?:the )?(?:[\w-]+ ){0,3}purchase order\b`,
  String.raw`|\b(?:amendment|modification)s? (?:(?:no\.? ?|number |# ?)?`,
  String.raw`(?:\d{1,2}|[IVX]{1,4}|one|two|three|four|five|six) )?`,
  String.raw`(?:to|with|of) (?:the |an? |its )?(?:[\w.,'\u2019-]+ ){0,8}`,
  String.raw`(?:agreement|contract|lease)\b|\b(?:contract|agreement) amendment\b`,
  String.raw`|[\u2013\u2014-] amendment\W*(?:\(|$)`,
  String.raw`|\bamending (?:the |said )?(?:ordinance|resolution|res\.?|contract|agreement) `,
  String.raw`|\badditional expenditures?\W*$|\bamendments? `,
  String.raw`(?:(?:no\.? ?|number |# ?)?(?:\d{1,2}|[IVX]{1,4}|one|two|three|four|five|six) )to `,
  '(?:the )?(?:contract|agreement)',
)

/** A change told by its name alone: "Amendment 1 - Acme", "Acme Corp. amendment", "Increase NTE". */
const changesInShort = fromPieces(
  'i',
  String.raw`^\W*(?:amendment|addendum|change order) (?:no\.? ?|number )?#? ?\d{1,2}\b`,
  String.raw`|^(?![\s\S]*\b(?:ordinance|resolution|bill)\b)[^;]{1,160}`,
  String.raw`(?<!\b(?:budget|code|text|zoning|charter|policy|plan|map|appropriations?|title|grant|and|or),? )`,
  String.raw`\b(?:amendment|addendum|change order)(?: (?:no\.? ?|number )?#? ?\d{1,2})?\W*$`,
  String.raw`|[:\u2013\u2014-] (?:amendment|addendum) to (?!(?:the )?(?:[\w-]+ )?(?:code|budget|ordinance|policy)\b)`,
  String.raw`|\bincreas(?:e|ing) (?:the |in )?(?:NTE|not[- ]to[- ]exceed|blanket|BPA|POs?\b|purchase order)`,
  String.raw`|\b(?:NTE|not[- ]to[- ]exceed|blanket|BPA|PO|purchase order) increase\b`,
)
const goesOnInShort = fromPieces(
  'i',
  String.raw`^(?![\s\S]*\b(?:amend\w*|award\w*|purchas\w*|options?|optional|initial)\b)[\s\S]{0,200}`,
  String.raw`\b(?:\d{1,2}|one|two|three|four|five|six|twelve)(?: \(\d{1,2}\))?[- ]?(?:yr|year|mo|month)s?\.?[- ]`,
  String.raw`(?:contract |term )?(?:extension|renewal)\b(?! (?:options?|periods?|terms?|clauses?))`,
  String.raw`|[:,(\u2013\u2014-] ?(?:contract |term |lease )?extension\W*$`,
)
/** No more of it: "Notice of termination - Acme", "Cancellation of the reader agreement". */
const endsInShort = fromPieces(
  'i',
  String.raw`\bnotice of (?:termination|non-?renewal|cancellation)\b`,
  String.raw`|^\W*cancel(?:l?ation of|l?ing)? (?:the |our |its )?(?:[\w.-]+ ){0,6}`,
  String.raw`(?:agreements?|contracts?|subscriptions?)\b(?![^;]{0,200}\b(?:and|award|new) (?:authoriz|approv|award|enter|agreement|contract)\w*)`,
)

/** Chosen anew, though its paper goes back to an older one. */
const isNewContract = /\b(?:award|new) (?:of )?(?:an? )?(?:contract|agreement|bid)\b/i

/** It goes on: "contract extension", "exercising the second option". */
const goesOn = fromPieces(
  'i',
  String.raw`\b(?:contract|agreement|lease|subscription|warranty) extension\b`,
  String.raw`|\bextensions? (?:of|to|with) (?:the |an? |its )?(?!time\b|of credit)`,
  String.raw`|\bextend(?:ing)? (?:the |its |an? |our )?(?:[\w.-]+ ){0,4}`,
  String.raw`(?:agreement|contract|lease|subscription|licen[cs]es?|warranty|services|term)\b`,
  String.raw`|\bexercis\w* (?:of )?(?:the |an? |its )?(?:[\w()-]+ ){0,4}options?\b`,
)

/** What may be renewed one day is signed for the first time now. */
const mayGoOn = fromPieces(
  'gi',
  String.raw`\b(?:with|and|plus|includ(?:ing|es)|subject to|up to|having) (?:an? |the |its )?`,
  String.raw`(?:possible |optional )?(?:[\w()-]+,? ){0,5}`,
  String.raw`(?:(?:options?|rights?) (?:to|for|of) (?:\w+ ){0,3}?(?:renew|exten[ds]|continu)\w*`,
  '|renewal (?:options?|terms?|periods?|years?)',
  '|(?:one|two|1|2)[ -]year (?:renewals?|extensions?|options?)',
  '|optional (?:renewals?|extensions?|years?)',
  String.raw`|(?:automatic|annual|optional) renewals?\b)`,
)
/** Upkeep that comes with what is bought. */
const upkeep =
  /\b(?:hardware|software|equipment|installation|implementation|purchase|support|licen[cs]es?)[^.;]{0,60}?(?:,|and|&) (?:[\w-]+ ){0,2}annual (?:maintenance|subscription|support)\b/gi
const renews =
  /\b(?:renew(?:al|als|s|ing|ed)?|to continue|continuation|continu(?:ed|ing) (?:use|service|services|support|maintenance)|(?:second|third|fourth|fifth|final) year of|annual (?:maintenance|subscription|support|renewal)|exten(?:d|ds|ding|sion|sions))\b/i

/** A decision to go on or to buy is taken back. */
const isTakenBack =
  /^\W*(?:[\w.,-]+ ){0,8}rescind\w*\b(?![^;]{0,300}\band (?:authoriz|approv|award|adopt|replac)\w*)[^;]{0,200}\b(?:agreement|contract|award|purchase|program|extension)\b/i

/** A paper on which a body decides whether the technology may be used. */
const asksLeave =
  /\b(?:approv\w*|transmit\w*)\b[^;]{0,120}\b(?:surveillance technology impact (?:reports?|assessments?)|STIRs?\b)/i

/** The paper between two bodies is there already. */
const amendsPaper =
  /^\W*(?:[\w.,'\u2019-]+ ){0,14}?amendment (?:(?:no\.? ?|number |# ?)?(?:\d{1,2}|[IVX]{1,4}|one|two|three|four|five|six) )?to (?:the |an? )?/i
const renewsPaper = /^\W*(?:[\w.,'\u2019-]+ ){0,8}?(?:renew(?:al|ing)?|extension|extend(?:ing)?)\b/i

/** The finer word for what is done: which of the papers of its kind it is. */
export function refineAction(title: string, read: ActionReading): ActionReading {
  const { role, action } = read
  if (role === 'policy' || (role === 'oversight' && action === 'other')) {
    if (isLaw.test(title)) return { role, action: 'ordinance' }
    return role === 'oversight' && asksLeave.test(title) ? { role, action: 'adopt-policy' } : read
  }
  if (role === 'data-sharing' && action === 'mou') {
    if (amendsPaper.test(title)) return { role, action: 'amend' }
    return renewsPaper.test(title) ? { role, action: 'renew' } : read
  }
  if (role !== 'procurement' || action === 'terminate' || action === 'amend') return read
  if (isTakenBack.test(title) || endsInShort.test(title)) return { role, action: 'terminate' }
  if (changes.test(title) && !isNewContract.test(title) && !/\brenew/i.test(title)) {
    return { role, action: 'amend' }
  }
  const now = title.replace(mayGoOn, ' ').replace(upkeep, ' ')
  if (action === 'renew' && now !== title && !renews.test(now)) {
    return { role, action: 'approve-contract' }
  }
  if (action !== 'approve-contract') return read
  if (goesOn.test(now)) return { role, action: 'renew' }
  if (isNewContract.test(title)) return read
  if (changesInShort.test(title)) return { role, action: 'amend' }
  return goesOnInShort.test(now) ? { role, action: 'renew' } : read
}
