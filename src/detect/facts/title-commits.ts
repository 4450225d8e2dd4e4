import type { Role } from '../../model/facts.ts'
import { fromPieces } from '../pieces.ts'
import { withoutReportLead } from './report-lead.ts'
import type { SumUse } from './sum-use.ts'

/** Item kinds that commit no money, by how their titles begin or what they are. */
const commitsNothing = fromPieces(
  'i',
  String.raw`\b(?:local law(?!(?:\s|<br ?\/?>){1,6}enforcement)`,
  // The paper of a grant may be called so, too.
  String.raw`|revenue(?<!\b(?:grant|award|application)\b.{0,300}revenue)`,
  '(?:-| )?(?:generating |sharing |producing |share )?',
  '(?:contracts?|agreements?)|oversight|use policy|annual report|an act to amend',
  String.raw`|(?<!\b(?:after|following) (?:an? |the )?(?:advertised |duly |noticed ){0,2})public `,
  String.raw`hearing(?! pursuant to)|call for|calling (?:up)?on|hearing\(s\)`,
  String.raw`|(?:declar\w+|sale|disposal) [^.;]{0,40}surplus|surplus (?:property|equipment)`,
  '|suspending (?:the |all )?(?:expenditures?|spending|purchases?|funding)',
  '|(?:suspension|moratorium) (?:of|on) (?:the |all )?',
  String.raw`(?:expenditures?|spending|purchases?|use))\b`,
)
/** The same, unless the words of a purchase stand beside them. */
const mostlyNothing = fromPieces(
  'i',
  String.raw`\b(?:staff report(?!\W*$)|municipal code`,
  String.raw`|work session(?! (?:and|&|\/) (?:possible )?action\b)|budget briefing)\b`,
  String.raw`|\bdiscussion(?: only)?\W*$|^\W*(?:review and )?discuss\b`,
  String.raw`(?! ?(?:,|and|&|\/|and\/or)? ?(?:possibl[ey] |potential(?:ly)? )?`,
  String.raw`(?:consider|tak|act\b|action|approv|adopt|award|authoriz))`,
  String.raw`|^[^.;$]{0,60}\bpresents\b[^.;]{0,80}\bproposal\b`,
)

/** Words of a title that spends, buys or accepts: only then do sums of its text count. */
const spends = fromPieces(
  'i',
  String.raw`\b(?:contracts?|agreements?|purchas\w*|procure\w*|acqui\w*|leas\w*|rent\w*|buy\w*`,
  String.raw`|grants?|awards?|donation|expend\w*|appropriat\w*|fund(?:s|ing)?|renew\w*`,
  String.raw`|amend(?:ment|ing)?\b(?! (?:to|of) the (?:[\w-]+ ){0,3}(?:code|policy|charter|plan))`,
  String.raw`|change order|subscriptions?|licenses?|maintenance|services?|equipment|upgrade\w*`,
  String.raw`|replacement|install\w*|bids?|proposals?|quotes?|sole source|budget|vendor|software`,
  String.raw`|system)\b`,
)
/** Offers are asked for first: what they may come to is no sum yet. */
const asksForOffers =
  /\b(?:RF[PQIB]s?(?! ?(?:no\.?|number|#)? ?\d)|requests? for (?:proposals?|qualifications|bids|information)|invitations? (?:to|for) bids?|(?:advertis|solicit)\w*|(?<=\bRFP\b.{0,80})issu(?:e|ing|ance))\b/i
/** Whether the sums of a text count: its title says that it spends, or its words made it a purchase. */
export const isBought = (title: string, role: Role | null): boolean =>
  spends.test(title) || (role === 'procurement' && !asksForOffers.test(title))

/** Words of a title that takes money: else what "was awarded" is told of another day. */
export const takes =
  /\b(?:grants?|awards?|accept\w*|appropriat\w*|fund(?:s|ing)?|donat\w*|gifts?|budget|appl(?:y|ication)|JAG|UASI|COPS)\b/i
export const commands =
  /^\W*(?:requir(?!ements? contract)|prohibit|limit|establish|creat|impos|allow|ensur|eliminat|regulat|ban|support|urg|preventing)/i
const buysPlainly =
  /\b(?:purchas\w+|contract with|agreement with|expenditure|not[ -]to[ -]exceed|sole[ -]source|award|lease|subscription|accept\w*|donation)\b[^;]{0,400}\$/i

/** A contract with its sum, before or beside the policy that goes with it. */
const buysBeside =
  /\b(?:contract|purchase order|purchase|agreement)\b[^;]{0,120}\b(?:not[ -]to[ -]exceed|in (?:the|an) amount)\b[^;]{0,40}\$|\b(?:approv|authoriz)\w* (?:of )?(?:the |a )?purchase of \$|\band (?:purchase authorization|authoriz\w+ (?:of )?(?:the |a )?purchase)\b/i

/** "Public hearing for the programme and consideration of an agreement with …" */
const hearsAndBuys =
  /^(?![\s\S]*\buse policy\b)[\s\S]*\bpublic hearing\b[^;]{0,160}\band (?:consider\w*|approv\w*|award\w*|authoriz\w*)[^;]{0,60}\b(?:agreement|contract|purchase)\b/i
/** "Public hearing item: approval of an agreement with …": heard first, and then decided on. */
const decidesAfterHearing =
  /^(?![\s\S]*\buse policy\b)\W*(?:[\w.]{1,4}\W{1,3})?public hearings?(?: items?)? ?[:\u2013\u2014-]\W{0,3}(?:to )?(?:consider\w* )?(?:the )?(?:approv|award|authoriz|purchas|adopt|enter)\w*[^;]{0,100}\b(?:agreement|contract|purchas\w+|lease)\b/i

/** "Public hearing and application for the Justice Assistance Grant of $28,000". */
const hearsOfGrant =
  /^(?![\s\S]*\buse policy\b)[\s\S]{0,20}\bpublic hearing\b[^;]{0,80}\b(?:appl(?:y|ication)|accept\w*|grants?)\b[^;]{0,120}\b(?:grants?|award|JAG)\b/i

/** "Public hearing item: five-year contract with Acme, not to exceed $90,000": its own words ask for the sum. */
const contractAfterHearing =
  /^(?![\s\S]*\buse policy\b)[\s\S]{0,20}\bpublic hearing items? ?[:\u2013\u2014-][^;.$]{0,60}\b(?:agreement|contract|purchase|lease)\b[^;$]{0,200}\b(?:not[ -]to[ -]exceed|in (?:the|an) amount)\b[^;$]{0,30}\$/i
/** "Agreement with a firm for readers and adoption of the use policy for them": both are decided on. */
const agreesAndRules =
  /^(?:(?!\b(?:polic(?:y|ies)|ordinance|report|hearing|oversight|memorandum|MOU)\b)[\s\S]){0,240}\b(?:agreement|contract|purchase|lease)\b[^;]{0,240}(?:\band|,|;)[^;]{0,60}\b(?:adopt|approv|establish)\w*\b[^;]{0,80}\buse policy\b/i
/** "Bond ordinance appropriating $90,000 for cameras – second reading and public hearing": it is voted on. */
const appropriatesByLaw =
  /^(?![\s\S]*\buse policy\b)[\s\S]{0,120}\bordinance\b[\s\S]{0,300}\b(?:appropriating|appropriates?|appropriation of) (?:the sum of )?\$/i
/** "☐ Public hearing ☒ Consent": a kind that the form offers and nobody ticked. */
const unticked = /(?:[\u2610\u2751]|\[ ?\]|\( ?\)) ?[A-Z][\w-]*(?: [a-z][\w-]*){0,2}/g
/** Whether an item of this title commits money at all. */
export function mayCommit(printed: string): boolean {
  const title = printed.replace(unticked, ' ')
  if (
    hearsAndBuys.test(title) ||
    decidesAfterHearing.test(title) ||
    contractAfterHearing.test(title) ||
    hearsOfGrant.test(title)
  ) {
    return true
  }
  if (agreesAndRules.test(title) || appropriatesByLaw.test(title)) return true
  if (commitsNothing.test(title)) return /\buse policy\b/i.test(title) && buysBeside.test(title)
  return !mostlyNothing.test(withoutReportLead(title)) || buysPlainly.test(title)
}

/** Whether a sum of its documents, which says that it is a limit or not, can be an item's own. */
export function mayTake(title: string, use: SumUse): boolean {
  if (!mayCommit(title) || commands.test(title)) return false
  return spends.test(title) || use === 'not-to-exceed' || use === 'increase'
}

const spending: readonly Role[] = ['procurement', 'grant', 'mention']

/** Whether an item of this role spends or takes only what its title itself says. */
export const spendsNothing = (role: Role | null): boolean =>
  role !== null && !spending.includes(role)

/** "Leave to buy military equipment: one drone at $27,000": a purchase under the name of its rule. */
const buysAtPrice =
  /\b(?:buy(?:ing)?|purchas(?:e|ing))\b[^;$]{0,240}(?:\b(?:at|for)|,) (?:a (?:cost|price|total) of )?\$|\$ ?[\d,.]+[^$;]{0,60}\bto (?:purchase|buy)\b/i
/** What ends costs nothing more, whatever it would have cost. */
const ends =
  /^[^;$]{0,80}\b(?:declin(?:e|es|ed|ing)|de-?(?:fund|appropriat)(?:e|es|ed|ing)?|terminat(?:e|es|ion|ing)|cancel(?:lation|ling|ing)?|rescind(?:ing)?|rescission|discontinu\w+) (?!.{0,200}\b(?:and|;) (?:\w+ ){0,4}(?:award|purchas|approv|enter|execut|authoriz))/i
const telling: readonly Role[] = ['report', 'oversight', 'policy', 'other']

/** Whether an item of this role names sums only to tell of them: what a programme costs, what was spent. */
export const onlyTells = (role: Role | null, title: string): boolean =>
  ends.test(title) ||
  (role !== null && telling.includes(role) && !buysBeside.test(title) && !buysAtPrice.test(title))
