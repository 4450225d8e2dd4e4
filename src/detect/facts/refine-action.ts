import type { ActionReading } from './cue.ts'

/** A law is read by its council, whatever the policy in it is called; one that is only cited is none. */
const isLaw =
  /^(?![^;]{0,160}\b(?:pursuant to|under|required by|per|according to|consistent with|compliance with|as required in) (?:the |our )?(?:[\w-]+ ){0,5}(?:ordinance|local law|by-?law)\b)\W*(?:[\w.,'\u2019()-]+ ){0,8}?(?:ordinance|local law(?! enforcement)|by-?law)\b(?!s? (?:requirements?|compliance|annual|report|adopting))/i

/** The contract is there, and changes. */
const changes =
  /\b(?:contract|agreement|lease) addend(?:um|a)\b|\baddend(?:um|a) to (?:the |an? |its )?(?:[\w-]+ ){0,6}(?:agreement|contract|lease)\b|\bamended and restated (?:[\w-]+ ){0,3}(?:agreement|contract)\b|\bincreas\w* (?:in )?(?:the |an? )?(?:[\w-]+ ){0,3}(?:expenditure|purchasing|spending|contract|purchase) authority\b|\b(?:change|modification|increase) to (?:the )?(?:[\w-]+ ){0,3}purchase order\b|\b(?:amendment|modification)s? (?:(?:no\.? ?|number |# ?)?(?:\d{1,2}|[IVX]{1,4}|one|two|three|four|five|six) )?(?:to|with|of) (?:the |an? |its )?(?:[\w.,'\u2019-]+ ){0,8}(?:agreement|contract|lease)\b|\b(?:contract|agreement) amendment\b|[\u2013\u2014-] amendment\W*(?:\(|$)|\bamending (?:the |said )?(?:ordinance|resolution|res\.?|contract|agreement) |\badditional expenditures?\W*$|\bamendments? (?:(?:no\.? ?|number |# ?)?(?:\d{1,2}|[IVX]{1,4}|one|two|three|four|five|six) )to (?:the )?(?:contract|agreement)/i

/** Chosen anew, though its paper goes back to an older one. */
const isNewContract = /\b(?:award|new) (?:of )?(?:an? )?(?:contract|agreement|bid)\b/i

/** It goes on: "contract extension", "exercising the second option". */
const goesOn =
  /\b(?:contract|agreement|lease|subscription|warranty) extension\b|\bextensions? (?:of|to|with) (?:the |an? |its )?(?!time\b|of credit)|\bextend(?:ing)? (?:the |its |an? |our )?(?:[\w.-]+ ){0,4}(?:agreement|contract|lease|subscription|licen[cs]es?|warranty|services|term)\b|\bexercis\w* (?:of )?(?:the |an? |its )?(?:[\w()-]+ ){0,4}options?\b/i

/** What may be renewed one day is signed for the first time now. */
const mayGoOn =
  /\b(?:with|and|plus|includ(?:ing|es)|subject to|up to|having) (?:an? |the |its )?(?:possible |optional )?(?:[\w()-]+,? ){0,5}(?:(?:options?|rights?) (?:to|for|of) (?:\w+ ){0,3}?(?:renew|exten[ds]|continu)\w*|renewal (?:options?|terms?|periods?|years?)|(?:one|two|1|2)[ -]year (?:renewals?|extensions?|options?)|optional (?:renewals?|extensions?|years?)|(?:automatic|annual|optional) renewals?\b)/gi
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
  if (isTakenBack.test(title)) return { role, action: 'terminate' }
  if (changes.test(title) && !isNewContract.test(title) && !/\brenew/i.test(title)) {
    return { role, action: 'amend' }
  }
  const now = title.replace(mayGoOn, ' ').replace(upkeep, ' ')
  if (action === 'renew' && now !== title && !renews.test(now)) {
    return { role, action: 'approve-contract' }
  }
  return action === 'approve-contract' && goesOn.test(now) ? { role, action: 'renew' } : read
}
