import type { Hit } from './hit.ts'
import { keptHeads, keptTails } from './kept-as-is.ts'
import { fromPieces } from './pieces.ts'
import { asks, passingHeads, passingTails } from './told-in-passing.ts'

/**
 * What an item tells of and does not decide on: what another paper buys, another body has, was bought
 * before, comes later, was taken out, or is said to be no part of it. It is no technology of the item
 * where something else tells what that is about.
 */

const reach = 170
const sentenceEnd = /[.;](?:\s|$)|\n/
/** So many code units of a title are the title; what follows is told. */
const leastTold = 60

const headOf = (text: string, { start }: Hit): string =>
  text
    .slice(Math.max(0, start - reach), start)
    .split(sentenceEnd)
    .at(-1) ?? ''
const tailOf = (text: string, { end }: Hit): string =>
  text.slice(end, end + reach).split(sentenceEnd)[0] ?? ''

const isOrWas =
  "(?:is|are|was|were|has been|have been|had been|will be|being|be|to be|isn't|aren't)"
const notIs =
  "(?:isn['’]t|aren['’]t|wasn['’]t|weren['’]t|won['’]t be|hasn['’]t been|haven['’]t been|(?:is|are|was|were|will|has|have|do|does|did)(?: be)? not(?: been| be)?)"
const paper =
  '(?:purchase order|PO|contract|agreement|paper|item|resolution|ordinance|bid|line|docket|meeting|requisition|grant|award|order|vote|RFP|agenda|matter|project|program|purchase|action|document|bill|hearing|budget|fund|lease)s?'

/** "The body cameras are on their own contract", "come to Council in a separate item". */
const onOtherPaper = fromPieces(
  'i',
  String.raw`\b(?:its|their) own (?:\w+ )?${paper}\b|\b(?:separate|other|another|different|later|earlier|prior) (?:\w+ )?${paper}\b`,
  String.raw`|\bby (?:themselves|itself)\b|\b(?:approved|bought|purchased|contracted|budgeted|funded|handled|considered|priced|procured|presented|heard|billed) (?:separately|elsewhere)\b`,
  String.raw`|\belsewhere (?:on|in) (?:this|tonight's|the)\b`,
  String.raw`|^[^.;,]{0,40}\b(?:is|are|as|in|under|on) (?:(?:board|agenda|consent) )?(?:items? (?:no\. ?)?[A-Z]?-?\d|[A-Z]-\d)`,
)

/** "Which is not before the Council", "wasn't ordered", "plate reading is not turned on". */
const saidNotToBe = fromPieces(
  'i',
  String.raw`\b${notIs} (?:yet |now |being |also )?(?:before|part|amended|affected|included|ordered|asked|audited|discussed|authori[sz]ed`,
  '|exercised|requested|funded|approved|mentioned|turned on|activated|switched on|enabled|renewed|covered|pursued|linked|touched|involved|extended',
  '|awarded|reached|available|at issue|in (?:the|this|tonight)|on (?:the|this|tonight)|within|for (?:the town|sale|this)|subject|among|its object|required|proposed|a part|yet|need|buying|purchased|bought)\\b',
  String.raw`|\bneither (?:is|are|was|were)\b|\b(?:is|are) (?:outside|beyond|out of) (?:of )?(?:the|this|its)\b`,
  String.raw`|\b(?:is|are) (?:unaffected|unchanged|untouched|excluded|excepted|exempt)\b`,
)

/** "Were done with bond money in 2022", "was accepted last fall". */
const wasDone = fromPieces(
  'i',
  String.raw`^[^.;,]{0,60}\b(?:was|were|has been|have been|had been) (?:already )?(?:bought|purchased|acquired|installed|done|made|ordered|awarded|approved|leased|paid|put (?:in|up)|accepted|completed|replaced)\b`,
  String.raw`[^.;]{0,50}?(?:\b(?:in|since|last|from|of|during) (?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|winter|week|month|year)\b`,
  String.raw`|\b(?:earlier|already|previously|before|(?:prior|previous) (?:year|phase|budget|grant)s?)\b)`,
  String.raw`|^(?: [\w'’-]+){0,3}, (?:which (?:was|were) )?(?:approved|awarded|accepted|ordered|adopted) (?:in|last|on|during) \w`,
  String.raw`|^(?: [\w'’-]+){0,2} \([^()]{0,20}\b(?:bought|purchased|approved|installed)(?: in)? (?:19|20)\d\d\)`,
)

/** "Are in next year's budget", "will be taken up in May", "remain in committee". */
const ofAnotherDay = fromPieces(
  'i',
  String.raw`^[^.;]{0,70}\b(?:is|are|was|were) (?:\w+ )?(?:in|planned|slated|set|scheduled|proposed|expected|on the (?:\w+ )?(?:plan|calendar|list)) (?:\w+ ){0,2}?(?:next|FY ?\d\d|the (?:next|coming)|a (?:later|future|second)|future|later|20\d\d|CIP)\b`,
  String.raw`|^[^.;]{0,70}\b(?:will|to) (?:come|return|be brought|be taken up|be heard|be considered|be answered|follow|be presented|be bid) (?:back )?(?:before|to|in|at|on|later|next|when|separately|by)\b`,
  String.raw`|^[^.;]{0,50}\b(?:comes?|returns?|goes) (?:back )?(?:(?:before|to) (?:the )?(?:council|board|commission|committee|trustees) )?(?:in|next|later|under|as) (?:an? )?(?:next|later|separate|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|winter)\b`,
  String.raw`|^[^.;]{0,50}\b(?:is|are|was|were|be) (?:reserved|left|held|deferred|postponed|tabled|skipped|referred(?: back)?|put off|laid over) (?:for|to|until|till|over|by)\b`,
  String.raw`|^[^.;]{0,100}\bremains? (?:in committee|on the table|tabled|under study)\b`,
)

/** "Was struck by the committee", "had been turned down". */
const takenOut = fromPieces(
  'i',
  String.raw`^[^.;]{0,60}\b${isOrWas} (?:\w+ )?(?:rejected|refused|declined|dropped|struck|stricken|taken out|taken off|pulled|withdrawn|removed|deleted|excluded|omitted`,
  '|left out|scrapped|denied|turned down|passed over|eliminated|voted down|set aside|crossed out|closed out|refused by)\\b',
  String.raw`|^ ?(?:is |are |was |were )?(?:declined|rejected|refused|let go\b|not (?:chosen|taken|ordered|selected|included|approved|funded|awarded|wanted))\b`,
)

/** "The dash cameras stay under the lease", "body cameras and radios go on". */
const goesOn = fromPieces(
  'i',
  String.raw`^(?: (?!and |, )[\w'’-]+){0,4} (?:\([^()]{1,30}\) )?(?:remains?|stays?|(?:will )?(?:remain|stay)) (?:with|under|on|as|at|in (?:use|service|force))\b`,
  String.raw`|^(?: [\w'’-]+){0,4} (?:remains?|goes on|go on|continues?|carr(?:y|ies) on)(?: (?:as|under|with|through|unchanged|till|until)\b|$)`,
)

/** "Bus cameras are the contractor's", "is run by the district alone": another's. */
const isOfOthers = fromPieces(
  'i',
  String.raw`^[^.;,]{0,50}\b(?:is|are) (?:the |those of the )?[\w-]+(?:['’]s|s['’])(?: own)?(?=$|,| and | alone)`,
  String.raw`|^[^.;,]{0,40}\b(?:is|are|was|were) (?:\w+ )?(?:run|owned|held|paid for|bought|leased|funded|furnished|operated|contracted) (?:\w+ )?by (?:the |its |their )?(?:[\w'’-]+ ){0,2}(?:district|county|state|HOA|association|schools?|university|port|authority|sheriff|hospital|mall|owners?|contractor|merchants?|housing authority|TVA|FBI|TSA|utility)\b`,
)

/** "Was mentioned in the narrative only", "came up and weren't pursued". */
const inPassing =
  /^[^.;]{0,70}\b(?:(?:was|were|is|are) (?:\w+ )?(?:mentioned|cited|noted|shown|on the slides|brought up|for information|also talked of)\b|came up\b|trial (?:has )?ended\b|(?:is|are) free to the\b)/i

const tails = [
  onOtherPaper,
  saidNotToBe,
  wasDone,
  ofAnotherDay,
  takenOut,
  goesOn,
  isOfOthers,
  inPassing,
  ...passingTails,
  ...keptTails,
]

/** "Excluded: readers", "the audit did not look at dash cameras". */
const leavesOut = fromPieces(
  'i',
  String.raw`\b(?:exclud(?:es?|ed|ing)|excepting|except for|omits?|omitting|not included|not including|does not extend to|aside from|apart from|leav(?:es?|ing) out)\b\W[^.;]{0,110}$`,
  String.raw`|\b(?:(?:did|does|do|will|would|shall|may|could|can) not|didn['’]t|doesn['’]t|don['’]t|won['’]t|wouldn['’]t) (?:\w+ )?(?:look at|take up|cover|audit|include|touch|reach|pursue|buy|need|mention|propose|ask for|extend to|discuss|involve|affect|change|concern|address|apply to|want|fund|contain|go with|come with|require)\b[^.;]{0,110}$`,
  String.raw`|\bnot (?:yet )?(?:in|part of|within|under|on) (?:this|the|tonight['’]s)\b[^.;]{0,30}: [^.;]{0,40}$`,
  String.raw`|\b(?:rather than|instead of|as opposed to|in lieu of|unlike)\b[^.;,]{0,40}$`,
  String.raw`|\b(?:removed|struck|deleted|dropped|took out|taken out|cut|rejects?|rejected|declined|refused|turned down|decided against|chose not to (?:buy|go on with|renew|add))\b(?! (?:from|by|at|on|in)\b)[^.;,]{0,50}$`,
)

/** "Council also has readers", "also in use are body cameras". */
const hasAlready = fromPieces(
  'i',
  String.raw`\b(?:also|already) (?:has|have|had|uses?|owns?|runs?|operates?|leases?|in use|on hand)\b[^.;]{0,110}$`,
  String.raw`|\b(?:has|have|uses|owns|operates) (?:also|already)\b[^.;]{0,110}$`,
  String.raw`|\b(?:police|city|county|town|village|sheriff|department|district|school|port) (?:already )?(?:has|have) (?:[\w-]+ ){0,2}$`,
  String.raw`|\b(?:buys?|pays? for|brings?) (?:for )?(?:its|their) own (?:[\w-]+ )?$`,
  String.raw`|\b(?:planned|foreseen|wanted|meant) for (?:next year|later|a later|phase)\b[^.;]{0,60}$|\bnext year['’]?s?:? [^.;,]{0,50}$`,
  String.raw`|\b(?:inquired|wondered|was asked|were asked|asked after|questions?|asked for the cost|asked the cost) (?:about|of|if|whether|on)\b[^.;]{0,90}$`,
  String.raw`|\b(?:works?|working|pairs?|paired|compatible|kept) (?:with|beside|alongside)\b[^.;,]{0,30}$`,
)

const heads = [leavesOut, hasAlready, ...passingHeads, ...keptHeads]

const isOfAnotherMatter = (printed: string, hit: Hit): boolean => {
  const tail = tailOf(printed, hit)
  const head = headOf(printed, hit)
  return (
    asks(head, tail) || tails.some((cue) => cue.test(tail)) || heads.some((cue) => cue.test(head))
  )
}

/** So often a thing is looked at before it counts as told of throughout. */
const mostLooks = 200

const thingOf = ({ meaning: { technology, vendor } }: Hit) => `${technology}/${vendor}`

/**
 * Hits less those of things that are told of as another matter wherever they stand, where others say
 * what the item is about.
 */
export function withoutOtherMatters(
  hits: readonly Hit[],
  { title, text }: { readonly title: string; readonly text: string },
): readonly Hit[] {
  const titleEnds = title.search(sentenceEnd)
  const isTold = ({ field, start }: Hit) =>
    field === 'text' || (start > leastTold && titleEnds >= 0 && titleEnds < start)
  const isLeft = (hit: Hit) =>
    !(isTold(hit) && isOfAnotherMatter(hit.field === 'title' ? title : text, hit))
  const looks = new Map<string, { readonly count: number; readonly isLeft: boolean }>()
  for (const hit of hits) {
    const thing = thingOf(hit)
    const seen = looks.get(thing) ?? { count: 0, isLeft: false }
    if (seen.isLeft || seen.count >= mostLooks) continue
    looks.set(thing, { count: seen.count + 1, isLeft: isLeft(hit) })
  }
  const stays = (hit: Hit) => looks.get(thingOf(hit))?.isLeft === true
  // Who sells it is told in passing, too, and is not left out for want of another.
  const hasMaker = hits.some((hit) => hit.meaning.vendor !== null && stays(hit))
  const left = hits.filter((hit) => stays(hit) || (!hasMaker && hit.meaning.vendor !== null))
  return left.some(({ meaning, part }) => meaning.technology !== null || part === 'title')
    ? left
    : hits
}
