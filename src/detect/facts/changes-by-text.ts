import { fromPieces } from '../pieces.ts'
import type { ActionReading } from './cue.ts'

/** Words of a title that say themselves that something is bought anew; "Purchase – Acme" is a heading. */
const buysAnew =
  /\b(?:purchas\w*(?! ?[:\u2013\u2014-])|award\w*|approv\w*|authoriz\w*|accept\w*|new|acqui\w*|procure\w*|buy\w*|bids?|RFPs?|RFQs?|enter\w*|execut\w*|initial|replac\w*|request\w*|leas\w*)\b/i

const asks = String.raw`^\W*(?:(?:staff )?(?:recommend|request|consider|approv|authoriz|motion)\w*(?: (?:approv\w*|authoriz\w*|to|of|the|an?|that|council|board|commission)\b){0,6} )?(?:the |an? )?`
const renewed = fromPieces(
  'i',
  asks,
  String.raw`(?:(?:annual|[\w-]{1,8}[- ]year) )?(?:renew(?:al|s|ing)?\b`,
  String.raw`|exten(?:d|ding|sion of) (?:the |our |its )?(?:[\w.'\u2019-]+ ){0,5}`,
  String.raw`(?:agreements?|contracts?|leases?|subscriptions?|licen[cs]es?|terms?)\b)`,
)
const amended = fromPieces(
  'i',
  asks,
  String.raw`(?:(?:first|second|third|fourth|fifth|\d(?:st|nd|rd|th)) amendment to|amendment (?:no\.? ?)?#?\d{1,2}\b`,
  String.raw`|(?:amend(?:ing|ment to)?|modify) (?:the |our |its )?(?:[\w.'\u2019-]+ ){0,5}`,
  String.raw`(?:agreements?|contracts?|leases?|order forms?|purchase orders?|subscriptions?)\b`,
  String.raw`|increas(?:e|ing) (?:the |our |its )?(?:[\w.'\u2019-]+ ){0,4}`,
  String.raw`(?:agreements?|contracts?|purchase orders?|POs?|not[- ]to[- ]exceed|NTE)\b)`,
)
const ended = fromPieces(
  'i',
  asks,
  String.raw`(?:terminat|cancel)(?:e|ing|ion of|lation of)? (?:the |our |its )?(?:[\w.'\u2019-]+ ){0,5}`,
  String.raw`(?:agreements?|contracts?|subscriptions?)\b`,
)
const isMemorandum =
  /^\W*(?:an? |the )?(?:MOU|memorandum of understanding)\b(?![^\n]{0,300}\$ ?\d)/i

const firstWords = 300

/** A name or "Contract with Acme" as title, whose text begins with what becomes of that contract. */
export function changedByText(title: string, text: string, read: ActionReading): ActionReading {
  const { role, action } = read
  if (role !== 'procurement' || action !== 'approve-contract') return read
  if (text === '' || buysAnew.test(title)) return read
  const begins = text.slice(0, firstWords)
  if (renewed.test(begins)) return { role, action: 'renew' }
  if (amended.test(begins)) return { role, action: 'amend' }
  if (ended.test(begins)) return { role, action: 'terminate' }
  return isMemorandum.test(begins) && /\bagreement\b/i.test(title) ? { role, action: 'mou' } : read
}
