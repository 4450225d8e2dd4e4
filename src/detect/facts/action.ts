import { weighRole } from '../learned/role.ts'
import type { WordModel } from '../learned/words.ts'
import { askedByText } from './asked-by-text.ts'
import { asksOthers } from './asks-others.ts'
import { sharesFreely } from './between-bodies.ts'
import { buysAfterAll } from './buys-after-all.ts'
import { changedByText } from './changes-by-text.ts'
import { spelledOut } from './clerks-words.ts'
import type { ActionReading } from './cue.ts'
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
import { buysPlainly, enacts, firstFit, readDecision, readWords } from './read-words.ts'
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
 * `isOfFirm`: a firm that sells such things is named in the title. All words together, as `model`
 * weighs them, may say otherwise.
 */
export function readAction(
  title: string,
  text: string,
  isPassing: boolean,
  isOfFirm = false,
  model: WordModel | null = null,
): ActionReading {
  if (isPassing) return { role: 'mention', action: 'other' }
  const first = readDone(title, text, isOfFirm)
  const done = buysAfterAll(title, text, first)
  const read = spendsInstead(title, text, done, isOfFirm)
  const weighed =
    model && first.basis !== 'outright' ? weighRole(title, text, read, first.basis, model) : read
  const { role, action } = refineAction(spelledOut(title), weighed)
  return changedByText(title, text, { role, action })
}

/** A reading, and what speaks for it: words that mean nothing else, words of doing, or next to none. */
interface FirstReading extends ActionReading {
  readonly basis?: 'outright' | 'guess'
}

const outright = (reading: ActionReading): FirstReading => ({ ...reading, basis: 'outright' })
const guess = (reading: ActionReading): FirstReading => ({ ...reading, basis: 'guess' })

function readDone(title: string, text: string, isOfFirm: boolean): FirstReading {
  const opening = withoutPurse(withoutReportTools(text.slice(0, mostOfText)))
  const isEnacted = enacts.test(opening) && !buysPlainly.test(title)
  const own = withoutReportTools(withoutPassing(withoutReportLead(withoutLabel(spelledOut(title)))))
  if (stopsSpending.test(own)) return outright({ role: 'other', action: 'other' })
  const watched =
    saidByForm(own, text, isOfFirm) ?? firstFit(outrightCues, own) ?? firstFit(watchCues, own)
  if (watched) return outright(watched)
  if (asksOthers(own) && !makesPost.test(own))
    return outright({ role: 'policy', action: 'ordinance' })
  if (doesNeither(own)) return outright({ role: 'other', action: 'other' })
  if (takesFirst(own)) return outright({ role: 'grant', action: 'accept-grant' })
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
    return guess(told)
  const isGiven =
    (decided?.role === 'grant' || (decided?.role === 'policy' && usePolicy.test(opening))) &&
    byTitle?.role === 'procurement' &&
    !buysByName.test(own)
  const read =
    (isTold || isGiven || isBegun || isSpent || isSold ? undefined : byTitle) ??
    decided ??
    (isUnsaid ? undefined : readName(own))
  if (read) return read
  const opened = readWords(opening, isEnacted)
  if (opened) return guess(opened)
  if (isDiscussed.test(title)) return { role: 'report', action: 'annual-report' }
  // Unless somebody writes about it.
  if (isSaid.test(title)) return { role: 'other', action: 'other' }
  return secondLook(own, opening) ?? guess(noReading)
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

/** Whoever looks at what is done does so whatever it is that is bought, ruled or told. */
const watchCues = [
  ...inquiryCues,
  ...watchBodyCues,
  ...watchLawCues,
  ...standCues,
  ...shortLawCues,
  ...tellingCues,
]
