import { fromPieces } from '../pieces.ts'
import type { ActionReading } from './cue.ts'

/**
 * What forms and formulas of offices say outright, whatever else an item tells: a box that is ticked, a
 * comment that a statute asks for, an audit that a statute asks for, a request to buy. Looked at before
 * the words of titles.
 */

const mostOfText = 1_500

/** What is bought, given or ruled by the same title. */
const doesElse =
  /\b(?:agreements?|contracts?|awards?|quotes?|proposals?|grants?|engag\w+|ordinance|resolution|bids?|renew\w*|software|lease)\b/i

/** "Body Worn Camera Audit", "ALPR biennial audit, receive and file". */
const isAudit =
  /\b(?:body[- ]?(?:worn )?cam(?:era)?s?|BWCs?|portable recording|A?LPRs?|plate readers?|MVR|surveillance)\b[^;$]{0,60}\baudit\b(?! (?:logs?|of claims|results|is posted|steps))/i

const isAskedByLaw =
  /\b(?:biennial|statut\w+|Minn\. Stat|independent audit|(?:state )?law (?:calls for|requires))\b/i

/** "Before purchasing a drone the agency must give an opportunity for public comment": a statute's hearing. */
const mayComment = fromPieces(
  'i',
  String.raw`\bpublic (?:comments?|input|hearing)\b(?: opportunity\b| period\b|[^.;$]{0,60}\b(?:input|program|use of|policy)\b)`,
  String.raw`|\b(?:opportunity|chance) for (?:the )?public (?:to )?comment`,
)
const isHeard = fromPieces(
  'i',
  String.raw`\b(?:set(?:ting)?|hold(?:ing)?|conduct(?:ing)?|schedul(?:e|ing)) an? public hearing\b[^.;$]{0,60}\bto take public comment`,
  String.raw`|\b(?:must|shall|to) (?:offer|give|provide|allow) (?:an? )?opportunity for public comment\b`,
  String.raw`|\b(?:take|receive|hear|accept)(?:ing)? public comment\b`,
  String.raw`|\bcomments? (?:by|submitted|in) (?:mail|email|writing|electronic)`,
)

/** A board that looks after the police looks at one of their rules. */
const reviewsRule =
  /^\W*(?:review|discussion) of (?:the )?(?:police )?(?:department )?polic(?:y|ies)\b/i
const isReviewBoard =
  /\b(?:citizens?['’]?|civilian|community) (?:police )?(?:review|oversight|advisory) (?:board|commission|committee)\b/i

/** "☒ Receive Information ☐ Provide Direction ☐ Approve". */
const isTicked = /(?:[☒☑✓✔]|\[ ?[xX✓] ?\]|\([xX]\)) ?receive information\b/i
const isAlsoTicked = /(?:[☒☑✓✔]|\[ ?[xX✓] ?\]|\([xX]\)) ?(?:approv|adopt|authoriz|action\b)/i

/** "Policy ... receive and file", over "Receive and file the policy". */
const receivesRule = /\breceive and file (?:the |an? )?(?:[\w-]+ ){0,4}polic(?:y|ies)\b/i

/** "Request to buy police cameras", "authorization to contract with Acme, Inc." */
const asksToBuy = fromPieces(
  'i',
  String.raw`^\W*(?:[\d.]{1,6} ?|[a-z][.)] ?)?(?:a )?request(?:ing)? (?:for (?:approval|permission|authorization) )?to (?:buy|purchase|acquire|contract with)\b`,
  String.raw`|\b(?:authorization|authority|permission|approval) to (?:contract|(?:execute|enter into|sign) (?:an? )?(?:[\w-]+ ){0,3}contract(?: of(?: [\w-]+){1,3})?) with (?!the (?:state|county|city|department)\b)`,
)
const asksForMoney = /\b(?:grants?|donat\w+|reimburs\w+)\b/i

/** "Quote from Acme is $11,480": wanted by a department, and to be paid. */
const isWanted = /\b(?:wants?|needs?|wish(?:es)?|recommends?|asks?|requests?|would like)\b/i
const isQuoted =
  /\b[Qq]uot(?:e|ation)s? (?:from|by) [A-Z][^.;$]{0,60}(?:\.[^.;$]{0,10})?(?:\bis|\bof|\bfor|\bwas|:) \$ ?\d/
const isTurnedDown = /\b(?:denied|tabled|rejected|no action|not approved|postponed)\b/i

/** "Sign an MOU with the Marshals and receive $5,240". */
const signsAndReceives =
  /\b(?:sign|execute|enter into|approve|accept)\b[^.;$]{0,120}\b(?:MOU|MOA|memorandum|agreement)\b[^.;$]{0,120}\band (?:to )?receive \$ ?\d/i
/** Money of a State or of the nation, by what its paper is called. */
const isAssistance = /\bfinancial assistance (?:agreement|award|contract)\b/i

/** "Joint agreement by and between the County and the City", which names no firm and no sum. */
const isOfTwoBodies = fromPieces(
  'i',
  String.raw`\b(?:agreement|memorandum)\b[^$]{0,160}\b(?:by and )?between (?:the )?(?:county|city|town|village|parish|state|board)\b[^$]{0,160}`,
  String.raw`\band (?:the )?(?:county|cit(?:y|ies)|town|village|parish|state|sheriff|university|school district)\b`,
)

/** "By which the Police Department may access the school's cameras", and nobody pays. */
const mayLook =
  /\b(?:police|officers|department|sheriff)\b[^.;$]{0,60}\bmay (?:access|view|monitor|use|see)\b[^.;$]{0,60}\b(?:cameras?|camera system|video|feeds?)\b/i
/** "Agreements for distribution of grant funds in the amount of": a share of what another was given. */
const isDistributed =
  /\bdistribution of\b[^$;]{0,160}\bgrant (?:funds|funding|award|monies)(?: in the amount of)? \$/i

/** "Public hearing: Bill 29-11, school bus safety cameras": what is heard is a rule. */
const isOnBill = fromPieces(
  'i',
  String.raw`^\W*(?:[\w.]{1,9} )?(?:notice of )?public hearing\W{1,3}(?:on |regarding |to consider )?(?:the )?(?:proposed )?`,
  String.raw`(?:expedited |council |county |emergency )?(?:bills?\b|ordinance\b|local law\b|B\d\d-\d{3,4})`,
)
const isOfAll =
  /\bsurveillance (?:technolog(?:y|ies)|ordinance|oversight|equipment)\b|\boversight\b/i

/** The first of these that an item's own words fit. */
export function saidByForm(
  title: string,
  text: string,
  isOfFirm: boolean,
): ActionReading | undefined {
  const opening = text.slice(0, mostOfText)
  if (isAudit.test(title) && isAskedByLaw.test(opening) && !doesElse.test(title)) {
    return { role: 'oversight', action: 'annual-report' }
  }
  if (reviewsRule.test(title) && (isReviewBoard.test(opening) || isReviewBoard.test(title))) {
    return { role: 'oversight', action: 'other' }
  }
  if (isOnBill.test(title) && !isOfAll.test(title)) return { role: 'policy', action: 'ordinance' }
  if (!doesElse.test(title)) {
    const isAsked = mayComment.test(title) || isHeard.test(title)
    const isSet = /\bset(?:ting)? a public hearing\b/i.test(opening)
    if ((isAsked || isSet) && isHeard.test(opening)) {
      return { role: 'oversight', action: 'hearing' }
    }
  }
  if (isTicked.test(opening) && !isAlsoTicked.test(opening)) {
    return { role: 'report', action: 'annual-report' }
  }
  if (/\bpolic(?:y|ies)\b/i.test(title) && receivesRule.test(opening)) {
    return { role: 'policy', action: 'adopt-policy' }
  }
  const asked = asksToBuy.exec(title)
  if (asked && !asksForMoney.test(title.slice(0, asked.index + asked[0].length + reachOfRequest))) {
    return { role: 'procurement', action: 'approve-contract' }
  }
  if (/\bagreement\b/i.test(title) && mayLook.test(opening) && !/\$ ?[1-9]/.test(opening)) {
    return { role: 'data-sharing', action: 'mou' }
  }
  if (isAssistance.test(title) || isDistributed.test(title) || signsAndReceives.test(opening)) {
    return { role: 'grant', action: 'accept-grant' }
  }
  const isShort = title.length < longestName
  if (isShort && isQuoted.test(opening) && isWanted.test(opening) && !isTurnedDown.test(opening)) {
    return { role: 'procurement', action: 'approve-contract' }
  }
  if (isShort && !isOfFirm && isOfTwoBodies.test(opening) && !/\$ ?\d/.test(opening)) {
    return { role: 'data-sharing', action: 'mou' }
  }
  return undefined
}
const longestName = 80
const reachOfRequest = 60
