import { fromPieces } from '../pieces.ts'
import type { PrintedSum } from './amount.ts'
import { type CommittedSum, mostWeighed, type Readable, stated } from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

/** "Staff recommends awarding to Acme Cameras", "recommends Acme": whose bid is taken. */
const taken = fromPieces(
  'g',
  String.raw`\b(?:[Aa]ward\w* (?:(?:of )?(?:an? |the )?(?:[\w-]+ ){0,6})?to`,
  String.raw`|(?:[Aa]ccept|[Ss]elect|[Aa]pprov|[Aa]uthoriz|[Cc]hoos)\w*`,
  '(?: (?:the|an?))? (?:(?:quote|bid|proposal|offer) (?:from|of|by)',
  '|(?:agreement|contract|purchase) (?:from|with))',
  String.raw`|(?:[Rr]ecommend|[Aa]ward)\w*(?: (?:to|of|the|award|contract|bid|apparent)){0,5} low`,
  '(?:est)? (?:responsi(?:ve|ble) (?:and (?:responsi(?:ve|ble) )?)?){0,2}',
  '(?:bidder|quote|bid|proposal|offer)(?: from| of|,| was)?',
  String.raw`|(?:[Aa]ccept|[Ss]elect|[Aa]pprov|[Cc]hoos|[Tt]ak|[Aa]ward|[Gg]o(?:ing|es)? with)\w*`,
  String.raw`(?= (?:the )?[A-Z][\w&'\u2019. -]{2,40} (?:quote|bid|proposal|offer)\b)`,
  '|[Ll]ow(?:est)? (?:responsi(?:ve|ble) )?bidder (?:was|is)',
  String.raw`|[Rr]ecommend\w*:?(?: award\w* to| (?:that )?(?:the )?(?:low )?`,
  // "Recommendation: Approve agreement with Acme" names Acme.
  '(?:purchase|proposal|bid|quote) (?:of|from))?(?! (?:Approv|Award|Authori[sz]|Accept',
  String.raw`|Select|Adopt|Purchas|That|Motion|Move)\w*)) (?:the )?([A-Z][\w&'-]{2,24})`,
)
const reach = 60
/** "Acme's quote was accepted", "the quote of Acme is recommended". */
const takenBehind = fromPieces(
  'g',
  String.raw`\b([A-Z][\w&-]{2,24})(?:['\u2019]s)? (?:[A-Z][\w&.-]+ ){0,3}(?:[a-z-]+ ){0,3}`,
  '(?:quote|bid|proposal|offer|price)',
  String.raw`(?: of \$ ?[\d,.]+)?,? (?:was|is|be|were) (?:then )?`,
  '(?:accepted|approved|selected|chosen|taken|recommended|the (?:better|best) value',
  String.raw`|awarded)|\b(?:quote|bid|proposal|offer) (?:of|from|by) (?:the )?([A-Z][\w&-]{2,24})`,
  String.raw`(?: [A-Z][\w&.-]+){0,4} (?:was|is|be|were) (?:then )?`,
  '(?:accepted|approved|selected|chosen|taken|recommended|the best)',
)
/** "Option A", "Vendor 2": chosen by its letter. */
const byLetter =
  /\b(?:recommend|select|prefer|choos|cho[sz]e|approv|accept|adopt)\w*\b[^.;\n$]{0,40}\b((?:[Vv]endor|[Oo]ption|[Pp]lan|[Aa]lternative|[Pp]roposal|[Qq]uote|[Bb]id(?:der)?|[Ff]irm|[Cc]ompany|OPTION|VENDOR|PLAN) (?:[A-E]|[1-5]|[Oo]ne|[Tt]wo|[Tt]hree))\b/g
/** Several have offered, or else nobody is chosen from. */
const offers =
  /\b(?:bids?|bidders?|quot(?:es?|ed|ations?)|propos(?:als?|ers?)|offers?|offered|respon(?:ses|dents)|vendors?|firms|compan(?:y|ies)|estimates?|prices|replies|options?|plans?|low(?:est)?|recommended|(?:tested|compared|evaluated|tried) (?:two|three|four|five|several|[2-5]))\b/i
const reachOfLetter = 110
/** Behind a word, and not behind "Inc." or "No.". */
const sentenceEnd = /(?<=[a-z]{5})\.\s+(?=[A-Z])/
const offered: readonly SumUse[] = ['other', 'spending', 'amount']

/**
 * Of bids that are told one by one the sum of the bidder who is chosen, where that name stands right before
 * one sum only: "Acme $26,000; Beta $31,000. Recommend award to Acme".
 */
export function awardedBid(text: string, sums: readonly PrintedSum[]): CommittedSum | undefined {
  const bids = sums
    .filter((sum): sum is Readable => sum.cents !== null && offered.includes(sum.use))
    .slice(0, mostWeighed)
  if (bids.length < 2) return undefined
  if (!offers.test(text)) return undefined
  const lettered = [...text.matchAll(byLetter)].map(([, name = '']) => name.toLowerCase())
  if (new Set(lettered).size === 1) {
    const own = bids.filter(({ start }) => {
      const head = text.slice(Math.max(0, start - reachOfLetter), start).toLowerCase()
      return head.slice(head.lastIndexOf('$') + 1).includes(lettered[0] ?? '')
    })
    const [only] = own
    if (own.length === 1 && only) return stated(only)
  }
  const names = new Set(
    [...text.matchAll(taken), ...text.matchAll(takenBehind)]
      .slice(0, mostWeighed)
      .map(([, name, other]) => name ?? other ?? ''),
  )
  names.delete('Vendor')
  const own = bids.filter(({ start }) => {
    const head = text.slice(Math.max(0, start - reach), start)
    const last = Math.max(head.lastIndexOf('$'), head.lastIndexOf(';'))
    const beside =
      head
        .slice(last + 1)
        .split(sentenceEnd)
        .at(-1) ?? ''
    return [...names].some((name) => beside.includes(name))
  })
  const [only] = own
  return own.length === 1 && only ? stated(only) : undefined
}
