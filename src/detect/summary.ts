import { ofDepartment } from './cameras.ts'
import { longestSummary } from './facts/only-sum.ts'
import { isFeedOf } from './feeds.ts'
import type { Hit } from './hit.ts'
import { fromPieces } from './pieces.ts'

/**
 * What a sentence or two beside a title name is what the item is about, where it is found. Whether it is
 * found is not told by them: a report of a page tells of much that nobody decides on. What is told of
 * somebody ("the unit, which examines phones") is left as a mention. `heading`: so long is what stands above it.
 */
export function withSummary(hits: readonly Hit[], text: string, heading = 0): readonly Hit[] {
  const isLong = text.length - heading > longestSummary
  const titled = tellingTitle(hits)
  const title = hits.filter(({ part }) => part === 'title')
  // A title that names nothing, over a decision that the text begins with.
  const isOpened = title.length === 0 && hits.some(({ part }) => part === 'lead')
  const isOpen = !isLong || namesVendorAlone(title) || namesWideWords(title) || isOpened
  // "The renewal covers body cameras, in-car video and storage": in one breath with what the title names.
  const together = isLong && !isOpen ? beside(hits, titled, text) : null
  // Beside a title that tells what it is about, a summary tells of what that works together with.
  const isCenter = titled.has('real-time-crime-center')
  const isPlain = (hit: Hit) =>
    titled.size === 0 ||
    hit.meaning.vendor !== null ||
    titled.has(hit.meaning.technology) ||
    isUsedBy.test(before(text, hit)) ||
    hit.isAcquired ||
    hit.isBought ||
    isGiven.test(before(text, hit)) ||
    isGivenAfter.test(text.slice(hit.end, hit.end + reachBack))
  return hits.map((hit) =>
    hit.part === 'text' &&
    !isAside(text, hit) &&
    !(isCenter && isFeedOf(text, hit)) &&
    (isLong ? (isOpen || together?.has(hit)) && isTold(text, hit) : isPlain(hit))
      ? { ...hit, part: 'lead' }
      : hit,
  )
}

/** Technologies that a title names by sure words; "police cameras" and "surveillance" may be of any kind. */
const wide: readonly (string | null)[] = [
  'video-surveillance',
  'surveillance-oversight',
  'fusion-center',
  null,
]
const tellingTitle = (hits: readonly Hit[]): ReadonlySet<string | null> =>
  new Set(
    hits
      .filter(({ part, meaning }) => part === 'title' && meaning.tier === 'strong')
      .map(({ meaning }) => meaning.technology)
      .filter((id) => !wide.includes(id)),
  )

/** "Agreement with Axon for the Officer Safety Plan": what is bought stands in the text alone, however long it is. */
const namesVendorAlone = (title: readonly Hit[]) =>
  title.length > 0 &&
  title.every(
    ({ meaning, quote }) =>
      (meaning.vendor !== null && meaning.technology === null) ||
      meaning.technology === 'fusion-center' ||
      isPlan(quote),
  )
/** "Public safety video equipment": of any kind, and the text says of which. */
const namesWideWords = (title: readonly Hit[]) =>
  title.some(({ quote }) => ofDepartment.test(quote)) &&
  title.every(({ meaning, quote }) => meaning.technology === null || ofDepartment.test(quote))
/** "Officer Safety Plan 10": a bundle, of which its name does not tell what is in it. */
export const isPlan = (quote: string) => /\b(?:plan|OSP|bundle)\b/i.test(quote)

/** What a report says is to be bought now: not what is there, is left out, or is another day's. */
const otherwise = fromPieces(
  'i',
  String.raw`\b(?:separate(?:ly)?|not (?:part|affected|included|touched|proposed|related)`,
  "|(?:is|are|was|were) not|isn't|aren't|other (?:firms?|vendors?|items?)|compared",
  '|looked at|unrelated|excluded|stays?|remain(?:s|ing)?|retired|expires?',
  String.raw`|end of (?:life|support)|no longer|proposals? from|did not|if|neither|until)\b`,
)
/** What these words stand before is there, and not what stands before them: "cameras, and licenses for the existing drones". */
const otherwiseBefore = /\b(?:already|existing|current(?:ly)?|previous(?:ly)?|different|earlier)\b/i
const isTold = (text: string, hit: Hit) =>
  hit.meaning.technology !== null &&
  (hit.meaning.tier === 'strong' || hit.meaning.vendor !== null || hit.isListed || hit.isBought) &&
  (hit.isPriced ||
    isGiven.test(text.slice(Math.max(0, hit.start - reachOfList), hit.start)) ||
    isGivenAfter.test(text.slice(hit.end, hit.end + reachBack))) &&
  !otherwise.test(sentenceAt(text, hit)) &&
  !otherwiseBefore.test(headOf(text, hit))

/** "Parking enforcement, with cameras that read plates": what a programme works with. */
const isUsedBy = /, (?:with|by means of|by use of) (?:[\w-]+ )?$/i

/** What a contract brings: "bundles body cameras, Fleet 3 for 66 vehicles and storage". */
const isGiven = new RegExp(
  [
    // "Evidence.com" ends no sentence.
    String.raw`\b(?:bundl|provid|includ|cover|consist|compris|contain|add|renew|furnish|suppl|purchas|acquir|leas|buy|order|outfit|refit|fit|equipp?)(?:e?s|t?e?d|t?ing|ies|ied|e)?\b(?:[^.;]|\.(?=\S))*$`,
    String.raw`\b(?:(?:takes?|taking) in|(?:is|are) made up of|(?:gets?|receives?|brings?|carries|joins)(?! (?:to|rid|out)\b))\b(?:[^.;]|\.(?=\S))*$`,
    // "The agency wishes to share what its readers see": what goes into a common pool.
    String.raw`\b(?:wish(?:es)?|agrees?|wants?|desires?|intends?|will|to) (?:to )?(?:share|exchange|contribute|upload)\b(?:[^.;]|\.(?=\S))*$`,
    String.raw`\basks for\b(?:[^.;]|\.(?=\S))*$`,
    // A list of parts goes on over semicolons.
    String.raw`\b(?:(?:bundl|provid|includ|cover|suppl)(?:e?s|ing|ies)|(?:what|all that) is in it|consists? of|is made up of|scope)\W{0,3}[:.] (?:[^.]|\.(?=\S))*$`,
  ].join('|'),
  'i',
)

/** "In-car cameras are part of it." */
const isGivenAfter =
  /^[^.;]{0,80}\b(?:(?:is|are|will be|being) (?:also )?(?:part|included|covered|bundled|added|provided|bought|purchased|acquired|renewed|installed|leased|available (?:from|through))|comes? with)\b/i

/** "The gunshot sensors are not part of this contract": told of, and said to be another matter. */
const leftOut = new RegExp(
  [
    String.raw`\bnot (?:an? )?(?:part|affected|included|touched|covered|proposed|related|accepted|chosen|recommended|considered|supplied|bought|purchased|in (?:the|this) (?:bid|contract|agreement|amendment|award|scope|quote|purchase|order|renewal|budget|request)|(?:open|available) to|eligible|taken up|selected|sought)\b`,
    String.raw`\b(?:neither (?:is|are|was|of (?:these|them))|unaffected|unrelated|(?:is|are|was|were|been) (?:excluded|withdrawn)|excluded from|not priced|no part)\b`,
    String.raw`\basked (?:whether|if|about)\b`,
    String.raw`\bquestion (?:was |is |came )?(?:raised|asked|up)? ?(?:if|whether)\b`,
    String.raw`\bconsidered (?:adding|buying|purchasing|leasing)\b`,
    String.raw`\b(?:separate|different) (?:contract|agreement|item|bid|project|resolution|action)\b`,
    String.raw`\bunder (?:a |an )?(?:\w+ )?(?:contract|agreement) with (?:another|a different)\b`,
    String.raw`\b(?:has|have|had|was|were) (?:been )?(?:declined|(?:removed|dropped) from (?:the|this) (?:order|item|agenda|contract|quote|request|list))\b`,
    String.raw`\bin (?:the )?(?:prior|past|previous|earlier) years?,? (?:[\w'’]+ ){1,4}(?:bought|purchased|acquired|leased|paid for|funded|went to)\b`,
    String.raw`\b(?:stays?|remains?) (?:as (?:they are|it is|before|is)\b|in place\b)`,
    String.raw`\b(?:did|does|do|will) not (?:choose|select|include|contain|buy|be (?:considered|bought|purchased|used))\b`,
    // "Cameras do not cover the yard": those are worn, and not left out.
    String.raw`\b(?:did|does|will) not cover\b`,
    String.raw`\bwill be (?:removed from|taken from|moved (?:over )?from|transferred from|stripped from|reused|reinstalled|carried over)\b`,
    String.raw`\bare not (?:the )?users\b`,
    // "Neighboring agencies use drones": what others have, in a sentence that asks for none.
    String.raw`\b(?:neighbou?ring|nearby) (?:[\w-]+ )?(?:agencies|departments|cities|counties|towns|communities) (?:already )?(?:use|have|own|fly|operate)\b(?![^.;]*\b(?:propos|purchas|buy|request|recommend|approv)\w*)`,
    // "Plate readers, which are not changed".
    String.raw`\b(?:which|that|these|they|those|both|cameras in use) (?:is|are|will be)? ?(?:not (?:being )?changed|unchanged)\b|\bneither (?:of (?:them|these) )?is changed\b`,
    String.raw`\b(?:leave|left) (?:these|those|it|them)? ?out\b`,
  ].join('|'),
  'i',
)
export const isLeftOut = (text: string, hit: Hit) => leftOut.test(sentenceAt(text, hit))

/** Hits of a text that stand in one sentence, and not far off, with one of these technologies. */
function beside(
  hits: readonly Hit[],
  technologies: ReadonlySet<string | null>,
  text: string,
): ReadonlySet<Hit> {
  const found = new Set<Hit>()
  if (technologies.size === 0) return found
  const ordered = hits.filter(({ part }) => part === 'text').sort((a, b) => a.start - b.start)
  const isNamed = ({ meaning }: Hit) => technologies.has(meaning.technology)
  const pass = (some: readonly Hit[]) => {
    let named: Hit | null = null
    for (const hit of some) {
      if (isNamed(hit)) named = hit
      else if (named && inSentence(text, named, hit)) found.add(hit)
    }
  }
  pass(ordered)
  pass([...ordered].reverse())
  return found
}

function inSentence(text: string, one: Hit, other: Hit): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  return (
    second.start - first.end <= reachBack && !sentenceEnd.test(text.slice(first.end, second.start))
  )
}

const sentenceEnd = /[.;]\s|\n/
function headOf(text: string, { start }: Hit): string {
  const before = text.slice(Math.max(0, start - reachBack * 2), start)
  return before.split(sentenceEnd).at(-1) ?? ''
}
function sentenceAt(text: string, hit: Hit): string {
  const tail = text.slice(hit.end, hit.end + reachBack).split(sentenceEnd)[0] ?? ''
  return `${headOf(text, hit)}${text.slice(hit.start, hit.end)}${tail}`
}

const aside = /, (?:which|who|whose|where)\b(?:(?!, and )[^.;])*$/
/** What a thing is joined to was there before it. */
const joined =
  /\b(?:link|connect|integrat|register|feed|tie|work|stream|sync|interfac|communicat)\w* (?:[\w-]+ ){0,3}(?:to|with|into)\b[^.;,]*$/i
const reachBack = 160
/** Lists of what is bought are long. */
const reachOfList = 480
const before = (text: string, { start }: Hit) => text.slice(Math.max(0, start - reachBack), start)
/** Of a firm: it is what was there before, one of several that were looked at, or an abbreviation. */
const former =
  /\b(?:replac(?:es|ed|ing)|in place of|instead of|already|existing|currently|troubles? with|compared|alternatives?|was|were|had)\b[^.;]*$/i
const abbreviated = /[a-z] \($/
const formerAfter = /^[^.;]{0,20}\b(?:already|previously|is in)\b/i
const isFormer = (text: string, hit: Hit) =>
  hit.meaning.vendor !== null &&
  hit.meaning.technology === null &&
  (former.test(before(text, hit)) ||
    abbreviated.test(before(text, hit)) ||
    formerAfter.test(text.slice(hit.end, hit.end + reachBack)))

/** "The Department uses cameras, readers and gunshot sensors": what is there. */
const inUse = fromPieces(
  'i',
  String.raw`\b(?:department|city|county|town|village|police|sheriff(?:['’]s office)?|agency`,
  String.raw`|division|office|BPD|PD) (?:\w+ )?`,
  String.raw`(?:uses|utilizes|operates|employs|has used|has had)\b[^.;]*$`,
  String.raw`|\bofficers (?:also|already|now) (?:wear|carry|use)\b[^.;]*$`,
  String.raw`|\b(?:currently|already|presently) `,
  String.raw`(?:us(?:es|ing)|utiliz(?:es|ing)|operat(?:es|ing)|ha(?:s|ve))\b`,
  String.raw`(?! (?:[\w.]+ ){1,3}for\b)[^.;]*$`,
)
/** "A Threat Analysis Center grant": who gives the money. */
const givesMoney = /^[^.;]{0,24}\bgrants?\b/i
/** "The Village was awarded $90,000 to set up a crime center": what money came for, of which something is bought. */
const wasGiven =
  /\b(?:(?:was|were|has been|had been) awarded|received|awarded the)\b[^;]*\b(?:grant|program(?:me)?|award|funds?|\$)[^;]*\b(?:to|toward|towards|for) (?:(?:help )?(?:set up|establish|create|build|start|open|fund|develop) )?(?:a|an|the|its)? ?(?:new )?$/i
/** "A grant of the Southeastern Threat Analysis Center", "at no cost through the Intelligence Center": whose it is. */
const givesByName =
  /\b(?:grants? (?:of|from|through|by)|(?:no cost|free|paid for|provided|funded) (?:through|by|from)) (?:the )?(?:[\w'’-]+ ){0,3}$/i
const isGiver = (text: string, hit: Hit) =>
  (hit.meaning.technology === 'fusion-center' &&
    (givesMoney.test(text.slice(hit.end, hit.end + reachBack)) ||
      givesByName.test(before(text, hit)))) ||
  (hit.meaning.technology === 'real-time-crime-center' && wasGiven.test(headOf(text, hit)))

/** "The firm is the current sole source provider of body cameras": what it does already. */
const isProvider =
  /\bis (?:the |our |an? )?(?:(?:current|present|existing|sole[- ]source|sole|only) ){0,3}(?:provider|supplier|vendor|manufacturer|source) (?:of|for)\b[^.;]*$|\bcompatible with\b[^.;]*$/i

/** "The firm is the provider of X in North America": what a firm is, and not what is bought from it. */
const describesFirm = (text: string, hit: Hit) =>
  hit.part === 'text' && hit.meaning.technology !== null && isProvider.test(before(text, hit))

/** Names of things less those that only tell who a firm is, where something else tells what it is about. */
export function withoutPraise(hits: readonly Hit[], text: string): readonly Hit[] {
  const left = hits.filter((hit) => !describesFirm(text, hit))
  return left.some(({ meaning }) => meaning.technology !== null) ? left : hits
}

/** "Forty terabytes of data, all on Axon Evidence": where things are kept already. */
const keptThere =
  /\b(?:kept|keeps?|held|stored|goes|remains?|stays?|upload(?:s|ed)?|data|files?)\b[^.;]{0,30}\b(?:on|in|to|into) (?:the )?$/i
const isWhereKept = (text: string, hit: Hit) =>
  hit.meaning.technology === 'digital-evidence-management' &&
  hit.meaning.tier === 'strong' &&
  keptThere.test(before(text, hit))

/** "Flown from the crime center": where somebody sits. */
const fromThere = /\b(?:from|at|inside|in|staffed by) (?:the |its |our |a )?(?:[\w'’]+ )?$/i
const isPlace = (text: string, hit: Hit) =>
  hit.meaning.technology === 'real-time-crime-center' &&
  hit.meaning.vendor === null &&
  fromThere.test(before(text, hit))

/** "The recordings join those of the body cameras", "body camera footage": what another thing makes. */
const madeByThose =
  /\b(?:those|that|footage|recordings?|videos?|pictures) (?:of|from) (?:the |our |its )?$/i
const itsFootage =
  /^\W{0,2}(?:\(\w+\) )?(?:videos?|footage|audio|recordings?|metadata|files?|uploads?)\b(?! (?:system|storage|equipment|recorder|solution|evidence|and|camera)s?\b)/i
/** "The cloud already used by our body cameras". */
const usedBy = /\b(?:used|needed|filled|shared) (?:by|for|with) (?:the |our |its |its existing )?$/i
const inUseAfter =
  /^[^.;,]{0,24}\b(?:(?:now|already|currently|presently) in (?:use|service|place)|in use (?:now|already|today))\b/i
const isOfRecorders = ({ meaning }: Hit) =>
  meaning.technology === 'body-worn-camera' || meaning.technology === 'in-car-video'
const isThere = (text: string, hit: Hit) => {
  const head = before(text, hit)
  const tail = text.slice(hit.end, hit.end + reachBack)
  if (hit.meaning.technology === null) return false
  if (madeByThose.test(head) || usedBy.test(head) || inUseAfter.test(tail)) return true
  return isOfRecorders(hit) && !hit.isBought && !hit.isAcquired && itsFootage.test(tail)
}

/** "Tools to manage pursuits, among them GPS tags and drones": what a programme allows. */
const isAllowed =
  /\b(?:among them|eligible (?:uses?|items?|projects?|purchases?|activities|technolog\w+)|programs? allows?|sought (?:proposals|applications))\b[^.;]*$/i

const isAside = (text: string, hit: Hit) =>
  (hit.meaning.technology !== null && isAllowed.test(before(text, hit))) ||
  isThere(text, hit) ||
  isWhereKept(text, hit) ||
  isPlace(text, hit) ||
  isProvider.test(before(text, hit)) ||
  aside.test(before(text, hit)) ||
  joined.test(before(text, hit)) ||
  inUse.test(before(text, hit)) ||
  isFormer(text, hit) ||
  isGiver(text, hit)
