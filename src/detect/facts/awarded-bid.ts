import type { PrintedSum } from './amount.ts'
import { type CommittedSum, mostWeighed, type Readable, stated } from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

/** "Staff recommends awarding to Acme Cameras", "recommends Acme": whose bid is taken. */
const taken =
  /\b(?:[Aa]ward\w* (?:(?:of )?(?:an? |the )?(?:[\w-]+ ){0,6})?to|(?:[Aa]ccept|[Ss]elect|[Aa]pprov|[Aa]uthoriz|[Cc]hoos)\w*(?: (?:the|an?))? (?:(?:quote|bid|proposal|offer) (?:from|of|by)|(?:agreement|contract|purchase) (?:from|with))|(?:[Rr]ecommend|[Aa]ward)\w*(?: (?:to|of|the|award|contract|bid|apparent)){0,5} low(?:est)? (?:responsi(?:ve|ble) (?:and (?:responsi(?:ve|ble) )?)?){0,2}(?:bidder|quote|bid|proposal|offer)(?: from| of|,| was)?|(?:[Aa]ccept|[Ss]elect|[Aa]pprov|[Cc]hoos|[Tt]ak|[Aa]ward)\w*(?= (?:the )?[A-Z][\w&'\u2019. -]{2,40} (?:quote|bid|proposal|offer)\b)|[Ll]ow(?:est)? (?:responsi(?:ve|ble) )?bidder (?:was|is)|[Rr]ecommend\w*:?(?: award\w* to| (?:that )?(?:the )?(?:low )?(?:purchase|proposal|bid|quote) (?:of|from))?) (?:the )?([A-Z][\w&'-]{2,24})/g
const reach = 60
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
  const names = new Set(
    [...text.matchAll(taken)].slice(0, mostWeighed).map(([, name = '']) => name),
  )
  const own = bids.filter(({ start }) => {
    const head = text.slice(Math.max(0, start - reach), start)
    const beside = head.slice(Math.max(head.lastIndexOf('$'), head.lastIndexOf(';')) + 1)
    return [...names].some((name) => beside.includes(name))
  })
  const [only] = own
  return own.length === 1 && only ? stated(only) : undefined
}
