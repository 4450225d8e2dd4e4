import type { Role } from '../../model/facts.ts'
import { fromPieces } from '../pieces.ts'
import type { PrintedSum } from './amount.ts'
import { holdsPlace, mostWeighed, type Readable, type Span, type SumField } from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

/** Where a text goes over to another matter: "Also approved: a mower", "Other business:", "The Board then heard". */
const nextMatter = fromPieces(
  'gi',
  String.raw`(?:^|\n|[.;]\s{1,3})\s{0,3}(?:also`,
  String.raw`(?: (?:approved|accepted|heard|moved)| under [\w ]{2,24})?\s?:`,
  String.raw`|also (?:approved|accepted|under [\w ]{2,24}:)`,
  String.raw`|(?:in |under )?other (?:[\w ]{2,24} )?business\b`,
  '|(?:the )?(?:city council|town board|council|board|commission|commissioners',
  '|supervisors|trustees|aldermen|court|committee) (?:next|then|also) ',
  String.raw`(?:took up|turned to|approved|considered|heard|discussed|accepted)\b)`,
)

/** What puts the decision off: no sum of such a text is committed by it. */
const putOff = fromPieces(
  'i',
  String.raw`\b(?:moved|motion|moves|voted?)\b[^.;]{0,60}? to `,
  String.raw`(?:table|postpone|defer|hold over|hold the|carry over|lay over)\b`,
  String.raw`|\b(?:item|matter|request|proposal) (?:was|is) `,
  String.raw`(?:tabled|postponed|deferred|withdrawn)\b|\bno action (?:was |will be )?taken\b`,
  String.raw`|\bno action (?:is |was )?requested\b`,
  String.raw`|\bno (?:votes?|formal action) (?:was|were|will be|is|are) `,
  String.raw`(?:taken|recorded|asked|foreseen|expected)\b`,
  String.raw`|\b(?:staff|chief|manager|sheriff|he|she|they) (?:was|were) `,
  String.raw`(?:asked|directed|told|instructed) to (?:bring|come|return|report) back\b`,
  String.raw`|\bseeks? (?:the )?(?:council|board|commission)?(?:['\u2019]s)? ?direction\b`,
  String.raw`|\b(?:recommend\w*|mov(?:ed|es)|motion|vot(?:ed|e)) (?:that |to )?`,
  String.raw`(?:the (?:council |board )?)?(?:reject(?:ing)? )?all (?:\w+ )?`,
  String.raw`(?:bids|quotes|proposals)(?: (?:be|are|were) rejected)?\b(?! as)`,
  String.raw`|\b(?:bids|quotes|proposals) will be opened\b|[.;] Tabled\b(?! item)`,
  String.raw`|\b(?:bids?|quotes?|proposals?|low bid)\b[^.]{0,200}\b(?:held for review|for tabulation)\b`,
  String.raw`|\b(?:moved|motion|voted?)\b[^.;]{0,60} to (?:deny both|drop it|let it (?:end|lapse|expire))\b`,
  String.raw`|\bdeclined (?:the|its|an?) (?:[\w-]+ )?(?:option|renewal|offer)\b`,
  String.raw`|\b(?:staff|chief|he|she|they|we) (?:will|would) (?:return|come back|report back) `,
  '(?:to (?:the )?(?:city )?(?:council|board|commission) )?with (?:the |an? )?',
  String.raw`(?:[\w-]+ )?(?:bids|quotes|proposals|recommendations?|award|prices|contract)\b`,
  String.raw`|\b(?:will|would) bring (?:the |firm |written )?(?:quotes|bids|prices|proposals)\b`,
  String.raw`|\brequests? (?:authori[sz]ation|permission|approval|leave) to `,
  String.raw`(?:advertise|solicit|go out (?:to|for) bids?)\b`,
  String.raw`|\basked (?:him|her|them|staff|the chief|the sheriff) to `,
  '(?:get|obtain|bring|seek|return with) (?:firm |written |more |other )?',
  String.raw`(?:quotes|bids|prices|proposals)\b`,
)

/** How a form or the minutes head what is only talked over. */
const talkedOver =
  /(?:^|\n)\W{0,4}(?:(?:type of business|item type|type) ?: ?(?:work session|discussion|presentation)|presentation and discussion|(?:for )?discussion only|for information only|information only)\b(?![^\n]{0,30}\baction\b)/i
const reachOfHeading = 400

/** "A contract with the final price will be brought back to Council": of what is bought, not of what is given. */
const comesBack =
  /\b(?:contract|agreement|price|proposal|purchase|award)\b[^.;$]{0,60}\b(?:will|would) (?:be brought|come|return) back to (?:the )?(?:city |town |county )?(?:council|board|commission|court|commissioners)\b/i

/** "Staff asks for award to Acme": decided now, though the paper for it comes later. */
const asksAward =
  /\b(?:asks?|asked|recommend\w*|requests?)(?: for)?(?: the)? award(?:ing)?\b[^.;]{0,40}\bto\b/i

/** Sums of the text that belong to other matters than the found one, or to none that is decided, are told apart. */
export function ofThisBusiness(
  text: string,
  sums: readonly PrintedSum[],
  places: readonly Span[],
  role: Role | null,
): PrintedSum[] {
  if (sums.length === 0) return []
  const head = text.slice(0, longestBusiness)
  if (isRefused(head) || (shows.test(head) && !asksFor.test(head)))
    return sums.map((sum) => apart(sum, 'option'))
  if (
    role !== 'grant' &&
    (isPutOff(head) ||
      (comesBack.test(head) && !asksAward.test(head)) ||
      talkedOver.test(text.slice(0, reachOfHeading)))
  )
    return sums.map((sum) => apart(sum, 'option'))
  const next = [...head.matchAll(nextMatter)].find(
    ({ index }) =>
      (places.length === 0 || holdsPlace({ start: 0, end: index }, places)) &&
      !holdsPlace({ start: index, end: text.length }, places),
  )
  if (!next) return [...sums]
  return sums.map((sum) => (sum.start > next.index ? apart(sum, 'available') : sum))
}

const longestBusiness = 6_000
/** "The Chief will present an overview of the system, which costs …": nobody is asked for it. */
const shows =
  /\b(?:will|to) (?:present|give|provide|make|deliver)\b[^.;$]{0,40}\b(?:overview|presentation|update|demonstration|briefing)\b/i
const asksFor =
  /\b(?:approv|authoriz|award|accept|adopt|recommend|request|purchas|moved|motion|execut|enter|ratif|renew)\w*/i
/** "Motion to table the mower bids. Motion to award the camera bid": of two motions the later one decides. */
const decidesThen =
  /\b(?:moved|motion|moves)\b[^;$]{0,120}? to (?:approv|award|accept|purchas|authoriz|pay|buy)\w*/i
function isPutOff(head: string): boolean {
  const found = putOff.exec(head)
  const rest = head.slice((found?.index ?? 0) + (found?.[0].length ?? 0))
  if (!found || decidesThen.test(rest) || motionFails.test(rest)) return false
  return !(rejects.test(found[0]) && awards.test(head.slice(0, found.index)))
}
/** "Motion to table failed": so it was decided after all. */
const motionFails = /^[^.;\n]{0,60}\b(?:failed|fails|lost|was defeated)\b/i
/** "Recommendation to award the cameras, and to reject all bids for radios". */
const rejects = /\breject/i
const awards = /\brecommend\w* (?:for |to |that )?(?:the )?award\b/i
/** The one motion of a text got no second, or was voted down. */
const refused =
  /\bmotion (?:to (?!table|postpone|defer|amend)[^.;]{1,160} )?(?:failed|fails|died|dies|was (?:lost|defeated|withdrawn))\b|\b(?:died|failed) for (?:lack|want) of a second\b/i
const carried =
  /\b(?:carried|passed|approved|adopted|unanimous\w*|all (?:in favor|ayes?)|on motion of)\b/i
const isRefused = (head: string): boolean => refused.test(head) && !carried.test(head)
const apart = (sum: PrintedSum, use: SumUse): PrintedSum => ({ ...sum, use })

/** "Motion by Hall to approve the purchase of two readers at": what is voted on. */
const isMoved =
  /\b(?:moved|moves|motion|move)\b(?:[^.;$]|\.(?=\S)|(?<=\b(?:inc|llc|co|corp|no|st|ltd|mr|ms|mrs|cmr|comm))\.){0,200}?\b(?:to |for )?(?:approv|pay|accept|authoriz|purchas|award|contract|lease|expend|spend|enter|buy|execut|renew)\w*\b(?:[^.;$]|\.(?=\S)|(?<=\b(?:inc|llc|co|corp|no|st|ltd))\.)*$/i
const isLost =
  /\b(?:motion|it|which) (?:failed|fails|died|dies|lost|was lost|was withdrawn|was defeated)\b|\b(?:died|failed) for (?:lack|want) of a second\b|^\)?[^.;$\n]{0,80}\b(?:failed|died|was defeated)\b/i
const reachOfMotion = 400
const lastMotion = /\b(?:moved|moves|motion|move)\b(?![\s\S]*\b(?:moved|moves|motion|move)\b)/i
const reachOfVote = 260
const reachOfThing = 80
const votable: readonly SumUse[] = [
  'increase',
  'not-to-exceed',
  'spending',
  'grant',
  'amount',
  'movement',
  'other',
]

const motions =
  /\b(?:moved|moves|motion)\b[^;$\n]{0,160}\b(?:approv|pay|accept|authoriz|purchas|award)\w*/gi

/** The one sum that is put to the vote, whatever was told before it; of several votes that on the found thing. */
export function movedSum({ text, places }: SumField, sums: readonly PrintedSum[]) {
  const isOne = [...text.slice(0, longestBusiness).matchAll(motions)].length < 2
  const isOfThing = ({ start, end }: Span) => {
    const head = text.slice(Math.max(0, start - reachOfMotion), start)
    const from = start - head.length + Math.max(0, head.search(lastMotion))
    return holdsPlace({ start: from, end: end + reachOfThing }, places)
  }
  const moved = sums
    .slice(0, mostWeighed)
    .filter(
      (sum): sum is Readable =>
        sum.cents !== null &&
        votable.includes(sum.use) &&
        isMoved.test(text.slice(Math.max(0, sum.start - reachOfMotion), sum.start)) &&
        (isOne || isOfThing(sum)) &&
        !isLost.test(text.slice(sum.end, sum.end + reachOfVote)),
    )
  const [only] = moved
  return new Set(moved.map(({ cents }) => cents)).size === 1 ? only : undefined
}
