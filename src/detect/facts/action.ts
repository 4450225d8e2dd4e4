import { fromPieces } from '../pieces.ts'
import { cues } from './action-cues.ts'
import { askedByText } from './asked-by-text.ts'
import { asksOthers } from './asks-others.ts'
import { sharesFreely } from './between-bodies.ts'
import { buysAfterAll } from './buys-after-all.ts'
import { changedByText } from './changes-by-text.ts'
import { spelledOut } from './clerks-words.ts'
import type { ActionReading, Cue } from './cue.ts'
import { decisionOf } from './decision.ts'
import { saidByForm } from './forms-and-formulas.ts'
import { takesByOwnText, takesByTitle } from './given-money.ts'
import { grownProgram } from './grown-programs.ts'
import { inquiryCues } from './inquiry-cues.ts'
import { lateCues } from './late-cues.ts'
import { boughtByLaw } from './laws-that-buy.ts'
import { isCalledTalk, onlyNarrates } from './narrated.ts'
import { doesNeither } from './neither-bought-nor-ruled.ts'
import { readPaper } from './open-papers.ts'
import { outrightCues } from './outright-cues.ts'
import { withoutPassing, withoutPurse, withoutReportTools } from './passing-words.ts'
import { refineAction } from './refine-action.ts'
import { withoutReportLead } from './report-lead.ts'
import { secondLook } from './second-look.ts'
import { shortLawCues } from './short-law-cues.ts'
import { spendsInstead } from './spends-instead.ts'
import { standCues } from './stand-cues.ts'
import { takesFirst } from './takes-money.ts'
import { cameOfNothing, isCounted, tellingCues } from './telling-cues.ts'
import { withoutLabel } from './title-label.ts'
import { toldByText } from './told-by-text.ts'
import { asksOutright, isBare, isStaffPaper } from './unsaid-papers.ts'
import { watchBodyCues } from './watch-body-cues.ts'
import { watchLawCues } from './watch-law-cues.ts'

const watches = fromPieces(
  'i',
  String.raw`\b(?:oversight|use policy (?:ordinance|requirements?)|task force|audits?|access to`,
  String.raw`|direct access|civilian complaint|prohibit\w* `,
  '(?:city|the city|police|law enforcement|use|the use)|ban(?:ning)?',
  String.raw`|surveillance technolog(?:y|ies)\b|(?:police|government|mass) surveillance`,
  '|community (?:control|safety)|transparency|POST act',
  String.raw`|regulations? (?:pertaining|relat\w+) to|precautions?)\b`,
)

/** A law whose first word of action is a ban says what may not be used: a rule, and no oversight. */
const forbids = fromPieces(
  'i',
  String.raw`^\W*(?:(?:first|second|third|final) readings?\W+)?`,
  String.raw`(?:(?:an? |the )?(?:[\w-]+ ){0,6}(?:ordinance|local law(?! enforcement)|by-?law)`,
  String.raw`(?: to)?[:,-]? ?)?(?:prohibit|bann|ban\b|forbid)|\bmoratorium on\b`,
  String.raw`|[,:\u2013\u2014-] ?(?:prohibition|ban|moratorium)\W*$`,
  String.raw`|\bshall the (?:city|county|town|village) (?:vote to )?(?:prohibit|ban|forbid)`,
  String.raw`|\bby-?laws?\b[\s\S]{0,160}\b(?:prohibit|forbid|banning)`,
  String.raw`|\b(?:recognition|surveillance|policing|drones?|geofence) ban\W*$`,
  String.raw`|^[^;]{0,60}\b(?:first|second|third|final) reading\b[^;]{0,60}\b(?:prohibit|ban\b|forbid)`,
  String.raw`|^\W*(?:council|board|county) bill (?:no\.? ?)?[\w-]{1,12}\W{1,3}(?:prohibit|ban\b|forbid)`,
  String.raw`|;[^;]{0,20}\bbanning the (?:acquisition|use)\b`,
)

/** A rule or law, where nothing is bought. */
const legislation = fromPieces(
  'i',
  String.raw`\b(?:ordinance|ord(?=\. (?:no\b|#|\d))|LL(?= (?:no\b|#|\d))|ordenanza|by-?laws?`,
  '|proh[ií]b[ea]|reglamento|local law(?! enforcement)|legislature|municipal code',
  '|administrative code|code of ordinances|state legislation|in relation to|AN ACT',
  '|resolution (?:calling|urging|supporting',
  String.raw`(?! (?:an? |the )?(?:[\w'\u2019-]+ ){0,8}?`,
  String.raw`(?:applications?|submission|submittal|applying|request for)\b))`,
  String.raw`|bill(?! (?:the|for|each)\b)|legislation|moratorium`,
  String.raw`|accept(?:ing)? (?:the provisions of )?(?:M\.?G\.?L|general laws|chapter|section)`,
  '|(?:shall|will|to) (?:the (?:city|county|town|village) )?(?:vote to )?',
  '(?:ban|prohibit|forbid|outlaw)|(?:first|second|1st|2nd) reading',
  String.raw`|adding (?:\w+ ){0,4}chapter|enact(?:ing|ment of) (?:a |the )?(?:new )?`,
  '(?:chapter|section|article|division)',
  String.raw`|amending (?:\w+ ){0,5}(?:code|chapter|section))\b`,
  String.raw`|^\W*in (?:support of|opposition to)\b(?![^.;]{0,80}\b(?:grants?|applications?|funding)\b)`,
  String.raw`|^\W*(?:requir|prohibit|limit|establish|creat`,
  '|authoriz(?:ing|e) (?:the )?(?:(?:automated|photo|camera) ',
  String.raw`(?:[\w-]+ ){0,3}enforcement of|city agenc`,
  String.raw`|use(?! of (?:[\w$,.-]+ ){0,5}(?:funds?|funding|money|monies|grants?|proceeds`,
  String.raw`|forfeitures?|seizures?|reserves?|contingency|savings)\b)|installation|imposition`,
  String.raw`|owner)|impos|allow|ensur|eliminat|regulat|ban\b|support|urg|prevent|collecting`,
  '|protect|increas|(?:expand|exten[ds])',
  String.raw`(?!\w* (?:of )?(?:the |an? |its |our )?(?:[\w.-]+ ){0,5}`,
  '(?:agreements?|contracts?|leases?|subscriptions?|licenses?|storage|warrant(?:y|ies)',
  String.raw`|maintenance|support|software|services|pilots?|trials?|terms? of)\b)|mandat|registr|permit`,
  String.raw`|restrict|givin?g?|repeal|set(?:ting)? (?:\w+ ){0,2}(?:fees|fines)\b`,
  '|zoning (?:text |code )?amendment|home[ -]rule petition',
  String.raw`|amend\w* (?:of )?(?:the )?(?:[\w'\u2019]+ ){0,3}(?:code|chapter|section|title))`,
)

const buysPlainly = fromPieces(
  'i',
  String.raw`\b(?:exten[ds]\w* (?:[\w-]+ ){1,6}with (?:[\w.&'\u2019-]+ ){1,5}(?:through|until)\b`,
  String.raw`|enter(?:ing)? into\b|purchase (?:of|order|and|from|agreement)|operating budget`,
  String.raw`|appropriate (?:additional |the )?(?:funds|money|monies|\$)`,
  '|to (?:purchase|procure|acquire|buy|lease)|sole[ -]source|not[ -]to[ -]exceed',
  String.raw`|universal term|expenditures?\b|(?:contract|agreement)s? (?:with|for|between)\b`,
  String.raw`|(?:approv|authoriz|award|execut|ratif|accept)\w* (?:and \w+ )?`,
  '(?:the |an? |one or more )?(?:execution of |terms of )?(?:the |an? )?',
  String.raw`(?:[\w-]+ ){0,4}(?:contracts?|agreements?|purchases?|acquisitions?|payments?|leases?`,
  String.raw`|bids?|quotes?|memorand(?:um|a)|MOUs?|grants?|donations?|gifts?|sub-?awards?)\b`,
  String.raw`|(?:approv|authoriz|ratif)\w* (?:of )?(?:an? |the )?(?:renewal|extension|continuation)\b`,
  String.raw`[^;]{0,120}\b(?:contract|agreement|lease|subscription|licen[cs]e)s?\b`,
  String.raw`|(?:changes?|revisions?|adjustments?) (?:to|in|of) (?:the )?(?:[\w-]+ ){0,4}budgets?\b`,
  '|grant applications?|apply for,? and accept',
  String.raw`|appl(?:y|ying|ication) for\b[^.;]{0,60}\bgrants?`,
  String.raw`|application (?:to|for|under)\b[^.;]{0,100}\bgrants?`,
  String.raw`|provid\w+ for (?:the )?(?:acquisition|purchase)|budget (?:ordinance|amendment)`,
  String.raw`|capital improvements? (?:program|plan|budget)|appropriations?\b|appropriating\b`,
  '|(?:bond|capital(?: improvements?)?|(?:capital|grant) project) ordinance',
  String.raw`|serial bonds|waiv\w+ (?:[\w-]+ ){0,3}bid(?:s|ding)?\b`,
  String.raw`|amendment (?:no\.? ?|number |# ?)?(?:\d+|one|two|three|four|five|to ordinance)\b`,
  String.raw`|change order|contract (?:no\b|number|#)`,
  String.raw`|(?:requirements|cooperative|term|unit price|price) (?:contract|agreement)s?\b`,
  String.raw`|\b(?:RFP|RFQ|RFA|IFB|ITB|COOP)\b|payment ordinance|\d[- ]ye?a?r (?:renewal|extension)`,
  String.raw`|amend\w* (?:the |its |an? )?`,
  String.raw`(?:[\w-]+ ){0,3}budget\b|budget amendment|modify (?:the|an|and|all|existing)`,
  String.raw`|professional services|award (?:of|a)|bids?)\b|\b(?:agreements?|contracts?)\W*$`,
  String.raw`|\$ ?\d`,
)

/** Letters, questions and pleas that decide nothing by themselves. */
const isSaid =
  /\b(?:letters?(?! of (?:intent|agreement|engagement|understanding))|communications? (?:from|by|regarding|to)|referendum|question|petition|proclamation|comments?|concerns?|complaints?|call for|public input)\b/i

/** Talked over, and nothing told of what comes of it. */
const isDiscussed =
  /\bdiscussion\b(?! ?(?:and|\/|or) ?(?:possible |appropriate |potential |for )?action)/i

/** Told to make a post: what people are taken on for is no rule. */
const makesPost =
  /\bto (?:create|establish|add|fund) (?:an? )?(?:new,? )?(?:[\w,-]+ ){0,5}positions?\b/i

/** Nothing is bought for now: "Resolution suspending the expenditure of funds". */
const stopsSpending = /^\W*(?:an? )?resolution suspending\b/i

/** How the text of a law or of a resolution on one begins. */
const enacts =
  /\b(?:local law to amend|be it enacted|resolution (?:calling|urging|supporting|in support)|an act to amend|act relating to)\b/i

/** Titles are cut short by some sources; the sentence goes on in the text. */
const mostOfText = 700

/** Words of a title that buys; "Camera upgrade" and "Budget for readers" may as well be given. */
const buysByName =
  /\b(?:purchas|procure|acqui|contract|agreement|leas(?:e|ing)|subscription|licen[cs]|bids?\b|sole[ -]source|quotes?\b|proposals?\b|invoice|vendor|renew|amend|exten[ds]|change order|payment|expend|terminat|repeal|fixed asset)\w*/i

/** "Proposal for photo radar" over a paper that only tells of it: nobody has offered anything yet. */
const proposal = /^(?![^\n]*\$ ?\d)\W*(?:\d{1,2}[.)] )?proposals? (?:for|on|to|regarding)\b/i
const tells =
  /\b(?:memorandum|staff report|executive summary|feasibility|asked (?:by|staff|the)|this (?:report|memo(?:randum)?)|for information)\b/i
const isProposed = (own: string, opening: string) => proposal.test(own) && tells.test(opening)

/** A bare name on an agenda is there to be bought. */
const noReading: ActionReading = { role: 'procurement', action: 'approve-contract' }

/** Rules for a system are laid before the body, whose money is another day's. */
const usePolicy = /\buse polic(?:y|ies)\b/i

const beginsProgram =
  /^\W*(?:establish|creat|implement|start|launch|institut|initiat)\w*(?: of)? (?:an? |the )?(?:[\w-]+ ){0,8}(?:program(?:me)?|pilot)\W*$/i

/** A grant that is only named. */
const takesOrAsks =
  /\b(?:accept|appl|award|receiv|receipt|submi|recogni|donat|request|allocat|sub-?recipient|fil(?:e|ing))\w*/i
const awardsWork =
  /^\W*(?:(?:staff )?recommend\w* )?(?:approv\w* (?:of )?(?:the )?)?(?:award(?:ing)? (?:of )?(?:the |an? )?(?:bid|contract|purchase order|work)\b|purchase of\b|(?:bids|quotes) (?:were|was) (?:opened|received)\b)/i

/** A title that says itself that something is shared. */
const sharesByName = /\b(?:shar(?:e|ing)|exchang(?:e|ing)|access|data|information|intelligence)\b/i
/** A firm sells for a sum that the body decides on. */
const sellsTo =
  /\b(?:agreement|contract|lease) with [^.;$]{2,60}?\b(?:inc|llc|corp(?:oration)?|ltd|group|company)\b(?:[^;$]|;(?=\s)){0,140}\b(?:not[ -]to[ -]exceed|in (?:the|an) amount of|at a cost of|for) \$ ?\d/i

/** "Implementation of plate readers": by a rule, or by what is bought for it. */
const setsUp =
  /^\W*(?:(?:approv|authoriz)\w* (?:of )?)?(?:the )?(?:full )?(?:implementation|deployment) of\b/i

/** Who brings it and how often it is read. */
const aside = /\([^()]{1,40}\)|\b(?:one|first|second|third|final)[ -]?reading\b|\bemergency\b/gi

/**
 * What an item does, by its own words: the title, and where that says nothing the decision that its
 * text asks for, or the beginning of that text. `isPassing`: its technology is only mentioned.
 * `isOfFirm`: a firm that sells such things is named in the title.
 */
export function readAction(
  title: string,
  text: string,
  isPassing: boolean,
  isOfFirm = false,
): ActionReading {
  if (isPassing) return { role: 'mention', action: 'other' }
  const done = buysAfterAll(title, text, readDone(title, text, isOfFirm))
  const read = spendsInstead(title, text, done, isOfFirm)
  const refined = refineAction(spelledOut(title), read)
  return changedByText(title, text, refined)
}

function readDone(title: string, text: string, isOfFirm: boolean): ActionReading {
  const opening = withoutPurse(withoutReportTools(text.slice(0, mostOfText)))
  const isEnacted = enacts.test(opening) && !buysPlainly.test(title)
  const own = withoutReportTools(withoutPassing(withoutReportLead(withoutLabel(spelledOut(title)))))
  if (stopsSpending.test(own)) return { role: 'other', action: 'other' }
  const watched =
    saidByForm(own, text, isOfFirm) ?? firstFit(outrightCues, own) ?? firstFit(watchCues, own)
  if (watched) return watched
  if (asksOthers(own) && !makesPost.test(own)) return { role: 'policy', action: 'ordinance' }
  if (doesNeither(own)) return { role: 'other', action: 'other' }
  if (takesFirst(own)) return { role: 'grant', action: 'accept-grant' }
  if (isCalledTalk(own) || tellsOnly(own, text)) return { role: 'report', action: 'annual-report' }
  const isUnsaid =
    opening !== '' &&
    (isBare.test(own.replace(aside, '')) || (isStaffPaper.test(own) && asksOutright.test(opening)))
  const byTitle = isUnsaid ? undefined : readWords(own, isEnacted)
  if (!isEnacted && mayShare(byTitle) && sharesFreely(own.replace(doors, ''), text, isOfFirm)) {
    return { role: 'data-sharing', action: byTitle?.action === 'terminate' ? 'terminate' : 'mou' }
  }
  if (mayTake(byTitle, own) && (takesByTitle(own) || takesByOwnText(own, text)))
    return { role: 'grant', action: 'accept-grant' }
  const decided = isEnacted ? undefined : readDecision(decisionOf(text))
  const mayGrow = isOfFirm && (byTitle === undefined || byTitle.role === 'policy')
  const grown = mayGrow && !isAlready(decided) ? grownProgram(own) : undefined
  if (grown) return grown
  if (byTitle?.role === 'policy' && isBill(byTitle, own)) {
    const bought = boughtByLaw(opening)
    if (bought) return bought
  }
  // A paper named as a report may ask for what it tells of.
  const isTold = byTitle?.role === 'report' && decided?.role === 'procurement'
  // A programme is begun by what is signed for it.
  // "Block Grant – cameras": the money is there, and its text awards the work.
  const isSpent =
    byTitle?.role === 'grant' &&
    !takesOrAsks.test(own) &&
    awardsWork.test(opening) &&
    opening !== ''
  const isBegun =
    byTitle?.role === 'policy' &&
    decided?.role === 'procurement' &&
    (beginsProgram.test(own) ||
      (decided.action === 'approve-contract' && (setsUp.test(own) || isBill(byTitle, own))))
  // "Task Force Agreement", by which a firm's readers are leased: the paper's name is not all.
  const isSold =
    byTitle?.role === 'data-sharing' &&
    decided?.role === 'procurement' &&
    !sharesByName.test(own) &&
    sellsTo.test(opening)
  const paper = isSold ? undefined : readPaper(own, opening, byTitle)
  if (paper) return paper
  if (isProposed(own, opening) && decided === undefined) {
    return { role: 'report', action: 'annual-report' }
  }
  const isOnlyNamed =
    byTitle === undefined || (byTitle.role === 'procurement' && !buysByName.test(own))
  const asked = isOnlyNamed && !isAlready(decided) ? askedByText(opening) : undefined
  if (asked) return asked
  if (isOnlyNamed && !decided && (cameOfNothing(title, opening) || isCounted(opening))) {
    return { role: 'report', action: 'annual-report' }
  }
  const told = byTitle === undefined && !isEnacted ? toldByText(opening) : undefined
  if (told && !isAlready(decided) && (told.role === 'procurement' || !isSaid.test(title)))
    return told
  const isGiven =
    (decided?.role === 'grant' || (decided?.role === 'policy' && usePolicy.test(opening))) &&
    byTitle?.role === 'procurement' &&
    !buysByName.test(own)
  const read =
    (isTold || isGiven || isBegun || isSpent || isSold ? undefined : byTitle) ??
    decided ??
    (isUnsaid ? undefined : readName(own)) ??
    readWords(opening, isEnacted)
  if (read) return read
  if (isDiscussed.test(title)) return { role: 'report', action: 'annual-report' }
  // Unless somebody writes about it.
  if (isSaid.test(title)) return { role: 'other', action: 'other' }
  return secondLook(own, opening) ?? noReading
}

/** Who may go in is no access to data. */
const doors = /\baccess control\b/gi

/** No more than "agreement" is read, which bodies make with each other as well as with firms. */
const mayShare = (byTitle: ActionReading | undefined): boolean =>
  byTitle === undefined || byTitle.role === 'procurement'

/** So do a law's name and a memorandum without a word of what they are for. */
const mayTake = (byTitle: ActionReading | undefined, own: string): boolean =>
  mayShare(byTitle) ||
  byTitle?.role === 'data-sharing' ||
  (byTitle?.role === 'policy' && isBill(byTitle, own))

/** Minutes of a talk: the line itself tells what was said, or a bare name stands over such lines. */
function tellsOnly(own: string, text: string): boolean {
  if (onlyNarrates(own)) return true
  const isNamed = own.length < longestName && !doesByName.test(own)
  return isNamed && onlyNarrates(text.slice(0, mostOfMinutes)) && decisionOf(text) === ''
}
const longestName = 120
const mostOfMinutes = 2_000
const doesByName =
  /\b(?:purchas|procure|acqui|contract|agreement|leas(?:e|ing)|subscription|bids?\b|sole[ -]source|quotes?\b|proposals?\b|invoice|renew|amend|exten[ds]|change order|pay(?:ment)?\b|expend|terminat|grants?\b|donation|polic(?:y|ies)|ordinance|resolution|approv|authoriz|award|accept|adopt|hearing|MOU\b|memorandum|comments?\b|citizens|public)\w*/i

/** Words of a title that makes a rule, beside the name of its paper. */
const rules =
  /\b(?:penalt|fines?\b|enforc|code\b|chapter|section|article|amend|prohibit|forbid|regulat|requir|establish|creat|ban\b|polic(?:y|ies)\b|use of)\w*/i

/** "Board Bill No. 187 – Acme Systems" over a text that enters into an agreement: its name alone is a law's. */
const isBill = ({ action }: ActionReading, own: string): boolean =>
  action === 'ordinance' && !rules.test(own)

/** A decision that says more than that something is bought: nothing is left to tell. */
const isAlready = (decided: ActionReading | undefined): boolean =>
  decided !== undefined && decided.role !== 'procurement'

/** What a title is called, where it has no word of doing. */
const readName = (own: string): ActionReading | undefined => firstFit(lateCues, own)

function firstFit(list: readonly Cue[], words: string): ActionReading | undefined {
  const found = list.find(({ pattern }) => pattern.test(words))
  return found && { role: found.role, action: found.action }
}

/** Whoever looks at what is done does so whatever it is that is bought, ruled or told. */
const watchCues = [
  ...inquiryCues,
  ...watchBodyCues,
  ...watchLawCues,
  ...standCues,
  ...shortLawCues,
  ...tellingCues,
]

/** Commands to others and changes of a code: what they speak of is not bought here. */
const commands = fromPieces(
  'i',
  String.raw`^\W*(?:requiring|establishing|creating|prohibiting|limiting|reimbursing|allowing`,
  String.raw`|eliminating|regulating|providing (?:notice|for)|mandating)\b`,
  String.raw`|\bto amend (?:and reordain )?(?:the )?(?:(?:city|county|town|village|municipal) )?`,
  String.raw`(?:code|sections?|chapters?|articles?|title)\b`,
  String.raw`|\bamend(?:ing)? (?:[\w.-]+ ){0,6}by-?laws?\b`,
  String.raw`|^[^.;]{0,60}\bamending (?:the )?(?:[\w-]+ ){0,4}(?:code|charter|regulations)\b`,
  String.raw`(?![^.;]{0,80}\bbudget)`,
)

/** "Allowing an agreement with Acme": leave to sign, and no rule. */
const allowsPurchase =
  /^\W*(?:allowing|reimbursing) (?:an? |the )?(?:[\w-]+ ){0,4}(?:agreements?|contracts?|purchases?|applications?|grants?|leases?)\b/i

/** What a rule threatens with is not spent. */
const penalties =
  /\b(?:penalt(?:y|ies)|fines?|(?:late|civil|administrative) fees?)\b[^$.;]{0,50}\$ ?[\d,.]+(?:(?:,| and| or| to){1,2} \$ ?[\d,.]+){0,4}/gi

/** A paper between two bodies, and not what a law says of such papers. */
const agrees =
  /^(?![\s\S]*\bto amend and reordain\b)[\s\S]*\b(?:agreements?|memorand(?:um|a)|MOUs?|MOAs?|compact)\b/i

function readWords(words: string, isEnacted: boolean): ActionReading | undefined {
  const isLaw =
    isEnacted ||
    (commands.test(words) && !allowsPurchase.test(words)) ||
    (legislation.test(words) && !buysPlainly.test(words.replace(penalties, '')))
  for (const { pattern, role, action } of cues) {
    if (isLaw && (role === 'procurement' || role === 'grant') && action !== 'terminate') continue
    // What a law says of agreements and of sharing is no agreement.
    if (isLaw && role === 'data-sharing' && !agrees.test(words)) continue
    if (pattern.test(words)) return { role, action }
  }
  if (!isLaw) return undefined
  return !forbids.test(words) && watches.test(words)
    ? { role: 'oversight', action: 'ordinance' }
    : { role: 'policy', action: 'ordinance' }
}

/** What is to be signed or paid; what staff is only sent to work out is not bought yet. */
const buys = fromPieces(
  'i',
  String.raw`\b(?:approv|authoriz|award|execut|direct|negotiat)\w*\b`,
  String.raw`(?! staff to (?:bring|come|return|prepare|negotiate))(?:[^.;\n]|\.(?=\d)){0,160}\b`,
  '(?:purchas(?:e|ing)|buy(?:ing)?|lease|subscription|contracts?|agreements? with|quote',
  String.raw`|bids?|cost-share|(?:county|city|town)['\u2019]s share)\b`,
  String.raw`|\bapprov\w* (?:the )?(?:use|expenditure) of \$`,
  String.raw`|\bapprov\w* (?:the )?(?:following )?(?:re-?)?allocations?\b[^.\n]{0,160}\$ ?\d`,
)

/** A word that decides: a heading whose text has none says nothing of what is done. */
const decides =
  /\b(?:approv|authoriz|award|execut|accept|receiv|adopt|direct|purchas|enter|ratif|negotiat|buy|contract|lease)\w*\b/i

/** What is done by the sentence that asks for it: what is bought goes before the report and the policy that come with it. */
function readDecision(decision: string): ActionReading | undefined {
  const read = decides.test(decision) ? readWords(decision, false) : undefined
  const isOnlyTold = read === undefined || read.role === 'report' || read.role === 'policy'
  return isOnlyTold && buys.test(decision)
    ? { role: 'procurement', action: 'approve-contract' }
    : read
}
