import {
  type CommittedSum,
  holdsPlace,
  type Readable,
  type SumField,
  sumOf,
  together,
} from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

const share: readonly SumUse[] = ['closing', 'not-to-exceed', 'spending', 'amount', 'other']
const mostShares = 5
const longestGap = 200
const reachBefore = 120

const firm = String.raw`[A-Z][\w.,&'\u2019-]*(?: (?:[A-Z&][\w.,&'\u2019-]*|of|and)){0,6}`
const priced = String.raw`(?:,? (?:for|at|in the amount of|in an amount of))? \(?`
/** "To Acme Cameras ($40,000)", "with Acme for $40,000": a firm and what it gets. */
const firstSeller = new RegExp(
  String.raw`(?:\b(?:to|with|from|between)|(?:order|orders|purchases|contracts|awards|parts|vendors|agreements): ?) ?${firm}${priced}$`,
)
const nextSeller = new RegExp(
  String.raw`^\)?(?:,|;)?(?: and| &)?(?: to| with| from)? (?:the )?(?!Phase|Year|Total|Option|Alternate|FY)${firm}${priced}$`,
)
/** "For City Hall ($31,500) and the Police Station ($52,000)": one thing at several places. */
const site = String.raw`(?:[A-Z][\w.'\u2019-]* ){0,4}(?:Hall|Station|Park|School|Building|Garage|Center|Library|Courthouse|Jail|Plant|Yard|Annex|Airport|Terminal|Lot|Pool|Elementary|High)`
const forPlace = new RegExp(String.raw`\b(?:for|at) (?:the )?${site}(?:,| for| at|:)? \(?$`)
const nextPlace = new RegExp(
  String.raw`^\)?[,;]?(?: and| &)?(?: for| at)? (?:the )?${site}(?:,| for| at|:)? \(?$`,
)
const firstPhase =
  /\bphases? (?:[1-9]|I{1,3}|IV|V|one|two|three|four)\b[^$;.]{0,30}?(?:,| for| at| of)? ?\(?$/i
const nextPhase =
  /^\)?,?(?: and| &)? (?:for )?phase (?:[1-9]|I{1,3}|IV|V|one|two|three|four)\b[^$;.]{0,30}?(?:,| for| at| of)? ?\(?$/i
/** "A two-year agreement not to exceed $50,000 and a three-year agreement for processing not to exceed $80,000". */
const nextAgreement =
  /^\)?[,;]? and (?:(?:to )?(?:approve|authorize|enter into) )?(?:an?|a second|a separate|another) (?:[\w-]+ ){0,5}(?:agreement|contract|purchase order|lease)\b(?![^$]{0,140}\b(?:with|total|amend\w*)\b)[^$;.]{0,140}$/i
/** What hangs on a device is bought with it, whoever sells it. */
const hangsOn =
  /\b(?:install\w*|mount\w*|poles?|training|warrant\w*|maintenance|support|software|licen[cs]es?|storage|servers?|docks?|docking|batter\w+|accessor\w+|wiring|cabl\w+|conduits?|electrical)\b/i
/** "Accepting grants from A ($9,000) and B ($4,000)": what several give. */
const ofGifts = /\b(?:grants|donations|gifts|awards) from\b/i
/** "Cameras for $40,000 and readers for $30,000": each a thing of ours with its price. */
const firstThing = /\b(?:purchas|buy|acqui|leas|procur)\w*\b[^$;.]{4,110} (?:for|at) \(?$/i
const nextThing =
  /^\)?[,;]?(?: and)? (?!(?:and|plus|of|with|includ\w*|(?:(?:for|an?|the|its?|their) )?(?:total|additional|increas\w*|option\w*|contingenc\w*|amend\w*|up|not|grant|annual|tax|plus))\b)[^$;.]{6,110} (?:for|at) \(?$/i

/**
 * What several firms get by one decision, the phases of one project, two agreements: all of them, where no
 * total is printed.
 */
export function overSellers(
  sums: readonly Readable[],
  { text, places }: SumField,
): CommittedSum | undefined {
  const areGifts = ofGifts.test(text.slice(0, sums[0]?.start))
  const isShare = ({ use }: Readable) => share.includes(use) || (areGifts && use === 'grant')
  const isJoined = (at: number): boolean => {
    const [one, next] = [sums[at], sums[at + 1]]
    if (!one || !next || !isShare(one) || !isShare(next)) return false
    if (next.start - one.end > longestGap) return false
    const gap = text.slice(one.end, next.start).replace(/\s+/g, ' ')
    const head = text.slice(Math.max(0, one.start - reachBefore), one.start).replace(/\s+/g, ' ')
    if (nextPhase.test(gap)) return firstPhase.test(head)
    if (nextPlace.test(gap) && forPlace.test(head)) return true
    if (nextSeller.test(gap)) return firstSeller.test(head) || isJoined(at - 1)
    if (one.use === 'not-to-exceed' && next.use === one.use && nextAgreement.test(gap)) return true
    const isOurs = holdsPlace({ start: one.end, end: next.start }, places) || hangsOn.test(gap)
    if (one.use === 'closing' && next.use === 'closing') return hangsOn.test(gap)
    if (!isOurs || !nextThing.test(gap)) return false
    return (
      isJoined(at - 1) ||
      (firstThing.test(head) &&
        holdsPlace({ start: one.start - reachBefore, end: one.start }, places))
    )
  }
  const from = sums.findIndex((_, at) => isJoined(at))
  if (from < 0) return undefined
  let to = from + 1
  while (isJoined(to)) to += 1
  const shares = sums.slice(from, to + 1)
  // A sum as large as they are together is the total, or another matter.
  if (shares.length > mostShares || sums.some(({ cents }) => cents >= sumOf(shares))) {
    return undefined
  }
  return together(shares, sumOf(shares))
}
