import { fromPieces } from '../pieces.ts'
import type { ActionReading } from './cue.ts'

/**
 * What is bought though a title begins with a rule, a report, a grant or a paper of two bodies: it names
 * a seller's agreement beside them, or its text pays.
 */

/** Something of a seller's is signed or bought by the title itself. */
const signs = fromPieces(
  'i',
  String.raw`\b(?:(?:purchas(?:e|ing)|buying|acquisition|procurement|lease|renewal) of|(?:agreements?|contracts?) (?:with|to)`,
  '|(?:authoriz|approv|execut|award|extend|renew|amend|ratif)\\w* (?:an? |the |our |companion |related ){0,2}(?:[\\w-]+ ){0,9}',
  '(?:agreements?|contracts?|purchase|lease|subscription|order form|rider|addendum|amendment (?:no\\b|#|\\d))',
  String.raw`|(?:agreement|contract) [\u2013\u2014-] (?:first|second|third|fourth|fifth|\d\w{0,2}) amendment|and agreement\W*$)\b`,
)
/** Not signed, but told, forbidden or ended. */
const doesNot = fromPieces(
  'i',
  String.raw`\b(?:report (?:on|of|from)|annual report|hearing on|audit|presentation|update|prohibit\w*|ban(?:ning|s)?|restrict\w*|oppos\w*`,
  '|moratorium|reject\\w*|terminat\\w*|cancel\\w*|discuss\\w*|inventory|before (?:any|the|entering)|requir\\w* (?:council|approval|a vote)',
  String.raw`|without|unless|no (?:purchase|contract)|accept\w*|grants?|appl(?:y|ication))\b`,
)

/** The name of a law and no word of what it rules. */
const rules =
  /\b(?:penalt|fines?\b|enforc|code\b|chapter|section|article|amend|prohibit|forbid|regulat|requir|establish|creat|ban\b|polic(?:y|ies)\b|use of|moratorium|oversight|fees?\b|report|hearing|repeal|surveillance)\w*/i
const lawBuys = fromPieces(
  'i',
  String.raw`\b(?:ordinance|board bill|bill|measure|legislation|resolution)\b[^.;]{0,100}\b(?:authoriz\w+|approving|to (?:authorize|purchase|buy|lease|appropriate|approve|enter))\b`,
  String.raw`[^.;]{0,160}\b(?:purchas\w*|agreements?|contracts?|lease|subscription|enter(?:ing)? into|appropriat\w+)\b|\bordinance (?:to (?:purchase|buy|lease)|appropriating)\b`,
  String.raw`|^\W*authorizes (?:an? |the )?(?:[\w-]+ ){0,4}(?:contract|agreement|purchase|lease|subscription)\b`,
)
const givesInText =
  /\b(?:accept\w*|donat\w*|grant funds?|grant from|apply\w*|prohibit\w*|repeal\w*|moratorium)\b/i

/** Bills that are paid, and bonds that pay for what they list. */
const pays = fromPieces(
  'i',
  String.raw`\baudit of (?:claims|bills|vouchers|accounts)\b|\b(?:bond|capital(?: improvement)?) ord(?:inance|\.)[^;]{0,200}\$ ?\d`,
  String.raw`|\bord(?:inance|\.)? [\w.-]+ ?[\u2013\u2014-] (?:capital|bond)s?\b[^;]{0,40}\$ ?\d|\b(?:ck|check)\.? (?:no\.? |#)?\d{4,}\b|\b(?:contract award|award (?:of )?(?:RFP|bid|contract)|waiving (?:competitive |formal )?bid(?:s|ding)?)\b|\bfavou?rable report on\b[^;]{0,100}\$ ?\d`,
)

/** What was given before is spent now. */
const spendsGift = fromPieces(
  'i',
  String.raw`^(?![\s\S]*\b(?:accept|appl(?:y|ication)|receiv|donat)\w*)[\s\S]{0,120}\b`,
  String.raw`(?:expenditure plan|(?<!directed )spend(?:ing)?(?! (?:plan|request))|spent|grant buys|notice of spend|to procure|and procure|and purchase|quote|bid from|gift account|from the (?:[\w-]+ ){0,3}grant fund)\b`,
  String.raw`|^[\s\S]{0,120}\brecommendation (?:&|and) award\b`,
)
/** Its text has the contract awarded or the quote approved. */
const asksForSeller = fromPieces(
  'i',
  String.raw`\b(?:request(?:s|ed|ing)?|ask(?:s|ed|ing)?|mov(?:ed|es)|motion|recommend(?:s|ed)?)\b[^.;]{0,40}\b(?:approval|permission|approve|accept)\b (?:of |for |to )?(?:the |a |an )?(?:[\w-]+ ){0,2}`,
  String.raw`(?:quotes?|bids?|purchase|contract|renewal|proposal)\b`,
)
const awardsInText = fromPieces(
  'i',
  String.raw`\bcontract (?:be |is |was )?awarded to\b|\bbids?\b(?: of \$ ?[\d,.]+)? (?:be and )?(?:is|are|be) (?:hereby )?(?:accepted|awarded)|\b(?:quotation|quote|proposal)s? (?:of|from)\b[^;]{0,200}\bbe (?:and (?:is|are) hereby )?accepted`,
)

const givesByName =
  /\b(?:grants?|accept\w*|awards?|appl(?:y|ication)|donat\w*|gifts?|fund(?:s|ing)?|JAG|match)\b/i

/** Both sides pay for what they share. */
const paysToShare =
  /\b(?:buy[- ]in|cost[- ]shar(?:e|ing)|split(?:ting)? (?:the )?costs?|pay(?:ing)? (?:back|half|for)|payment of|annual (?:assessment|dues|fees?|share)|assessments?|membership (?:and )?dues|(?:city|county|town|village)(?:['\u2019]s)? (?:to pay|contribution|share)|cost recovery|cost pass-?through|pay back)\b/i

/** Minutes of a talk in which money is asked for, and the body says yes. */
const asksForMoney =
  /\b(?:ask(?:ed|s|ing)?|request(?:ed|s|ing)?|would like|want(?:s|ed)? to|propos(?:es|ed)|recommend(?:s|ed|ation)|seeks?|sought|quote|price|cost|fee|payment)\b/i
const saysYes = fromPieces(
  'i',
  String.raw`\bso moved\b|\bmov(?:ed|es) to (?:amend|approve the (?:purchase|quote|renewal|request)|buy|purchase|renew|extend|pay|add)\b`,
  String.raw`|\bmotion ?:? (?:to )?(?:go ahead|buy|purchase|renew|pay|proceed|approve the (?:purchase|quote|renewal|request|amendment|lease|contract|order))\b`,
  String.raw`|\bapproved (?:as amended )?(?:in the amount of|up to|at) \$|\b(?:council|board|committee|court|commission(?:ers)?|trustees|aldermen|supervisors|selectmen|directors)(?: members)?(?: by consensus)? `,
  String.raw`(?:(?:then|all|generally|unanimously) )?(?:ok['\u2019]?(?:ay)?e?d|allowed|consented to|concurred|said (?:to )?go ahead|gave (?:the|its) (?:go[- ]ahead|ok)`,
  String.raw`|(?:told|directed) (?:the |him |her |them )?(?:[\w-]+ ){0,2}to (?:go ahead|proceed|buy|order|place the order)|agreed to (?:buy|fund|pay|purchase|go ahead|renew))`,
)
/** What staff asks for at the end of its paper. */
const asksAtEnd =
  /\b(?:recommend(?:ed|ation)|request(?:ed)?)(?: action)? ?: (?:motion to |that |to )?(?:approve|award|authori[sz]e|purchase|leave to)\b/i
const titleSigns =
  /[:;\u2013\u2014-] ?(?:to )?(?:approve|authorize|award) (?:the |an? )?(?:[\w-]+ ){0,4}(?:rental|purchase|lease|contract|agreement|renewal)\b/i

/** A seller's thing is tried for nothing, and the body has it so. */
const triesFree =
  /\b(?:trial|pilot|demo|try|loan)\b[^;]{0,160}\b(?:no[- ]cost|free|no charge)\b|\b(?:no[- ]cost|free|no charge)\b[^;]{0,120}\b(?:trial|pilot|demo|try|loan)\b/i
const letsTry =
  /\b(?:proceed|agreed|allowed|fine with|by consensus|motion|moved|approved?|authoriz\w+|directed|direction to)\b/i
const triedBefore =
  /\b(?:receive and file|receive the|results|ended|concluded|after the (?:trial|pilot|demo))\b/i
const onlyHeard = fromPieces(
  'i',
  String.raw`\b(?:no (?:action|vote|decision|motion)|tabled|denied|failed|grants?|accept(?:ed|s)? (?:the )?(?:award|money|funds)|donat\w*|for information)\b`,
)

/** What its part comes to. */
const ownPart =
  /\b(?:city|county|town|village)(?:['\u2019]s)? (?:pro rata )?(?:share|contribution|\d+ percent)\b[^.;]{0,80}\$ ?[1-9]|\bpays? (?:its|our) share of \$ ?[1-9]/i

const bought: ActionReading = { role: 'procurement', action: 'approve-contract' }
const ruled: readonly string[] = ['policy', 'oversight', 'report']
const mostOfText = 700
const mostOfTitle = 1_200

export function spendsInstead(
  whole: string,
  text: string,
  read: ActionReading,
  isOfFirm: boolean,
): ActionReading {
  const title = whole.slice(0, mostOfTitle)
  const opening = text.slice(0, mostOfText)
  if (ruled.includes(read.role)) {
    if (pays.test(title)) return bought
    if (isOfFirm && signs.test(title) && !doesNot.test(title)) return bought
    const isAsked = read.role === 'report' && asksForMoney.test(opening) && /\$ ?\d/.test(opening)
    if (read.role === 'report' && !onlyHeard.test(opening)) {
      const whole = `${title}\n${opening}`
      if (triesFree.test(whole) && letsTry.test(whole) && !triedBefore.test(whole)) return bought
      if (titleSigns.test(title) || (asksAtEnd.test(opening) && /\$ ?\d/.test(opening)))
        return bought
    }
    if (isAsked && saysYes.test(opening) && !onlyHeard.test(opening)) return bought
    const isLaw = read.role === 'policy' && read.action === 'ordinance' && !rules.test(title)
    return isLaw && lawBuys.test(opening) && !givesInText.test(opening) ? bought : read
  }
  if (read.role === 'grant') {
    const isSeller = !givesByName.test(title) && asksForSeller.test(opening)
    return spendsGift.test(title) || awardsInText.test(opening) || isSeller ? bought : read
  }
  const isPaid = paysToShare.test(title) && /\$ ?[1-9]/.test(title + opening)
  if (read.role === 'data-sharing' && (isPaid || ownPart.test(opening)))
    return { role: 'procurement', action: 'mou' }
  return read
}
