import { fromPieces } from '../pieces.ts'

/**
 * Papers by which public bodies let each other look, ask and lend, and nobody pays: nothing is bought
 * by them, though a title calls them by no more than "agreement" or "interlocal".
 */

/** Papers that two bodies make with each other, and no firm. */
const ofBodies = fromPieces(
  'i',
  String.raw`\b(?:inter-?locals?|inter-?governmental|inter-?agency|inter-?municipal|IGAs?`,
  String.raw`|M\.?O\.?[UA]\b\.?|(?:memo|memorand(?:um|a))s? of (?:understanding|agreement)`,
  '|data (?:access|use|sharing) (?:memo(?:randum)?|terms)|letters? of understanding|28E|ILAs?|NDA|memorand(?:um|a) (?:with|w\\/|between|among)|sharing terms',
  String.raw`|(?:tri|bi|multi|inter)-?(?:county|city|state|agency) (?:[\w-]+ ){0,3}compact|compact|accord`,
  '|joint powers|JPA|CEA|cooperative endeavor|mutual (?:aid|assistance)|cross-commission',
  '|shared services?|reciprocal|non-?disclosure|sharing lists?|agreements? (?:by|under|through) which|agreements? (?:to (?:share|route|let|allow|give|open|exchange|pool)|letting|allowing|giving|so that)|partner agency agreement|joint use agreement',
  '|(?:node |system |network )?user agreements?|participation (?:agreement|form|memo(?:randum)?|packet)',
  String.raw`|(?:agency|use and dissemination|dissemination|submission|query) agreements?)(?![\w-])`,
)
/** Any paper at all, and leave that is given. */
const anyPaper =
  /\b(?:agreements?|compacts?|accords?|participation|enrol?l?ment|re-?enrol?l?ment|memo(?:randum)?s?|terms|protocols?|authoriz\w+|allow\w*|permit(?:s|ting)?|let|letting|permission|consent|sign(?:ing)?|join(?:ing)?|access|enter(?:ing)? into)\b/i
/** Who is on the other side. */
const body = fromPieces(
  'i',
  String.raw`\b(?:sheriff(?:['\u2019]s)?|\w{0,4}SO|police|P\.?D|\w{2,5}PD|county|Co\.|counties|city of|town of`,
  '|village of|township|parish|borough|state|patrol|DPS|TxDPS|FBI|DEA|HSI|ATF|CBP|ICE|USMS|marshals?',
  '|BCI|BCA|GBI|KBI|TBI|SBI|OSP|ISP|MSP|department|dept|bureau|council of governments|division|commission|district|ISD|school',
  '|schools|university|college|prosecutor|(?:district |commonwealth|state|county )?attorney|DA|authority',
  '|transit|airport|port|hospital|fusion|intelligence|HIDTA|UASI|NCRIC|JRIC|JNET|OHLEG|DCJS|agenc(?:y|ies)',
  String.raw`|troopers?|investigations?|administration|law enforcement|chiefs?|dispatch|911|E-?911)\b`,
)
/** What is looked at, asked or passed on. */
const looks = fromPieces(
  'i',
  String.raw`\b(?:data(?:bases?)?|feeds?|live|footage|streams?|access|quer(?:y|ies|ying)|search(?:es|ing)?`,
  '|repositor(?:y|ies)|view(?:s|ing)?|see|watch|monitor|shar(?:e|es|ed|ing)|recordings?|log-?ins?|RTCC|hits',
  '|reads|downlink|downloads?|hot ?lists?|alerts|exchange|records|node|portal|download|liaison|mutual use|joint use|lend|loan(?:s|ed)?',
  String.raw`|[\w-]+-owned|match(?:ing)?|link(?:s|ed)?|participation|enrol?l?ment|information)\b`,
)

/** Said outright: it costs nobody anything. */
const free = fromPieces(
  'gi',
  String.raw`\b(?:(?:at |for |with |pays? |charges? )?(?:no|zero|without(?: any)?) `,
  '(?:(?:additional|direct|added|annual|new|member|user|city|county|town|village|local|net|exchange of) ){0,2}',
  '(?:costs?|charges?|fees?|funds?|funding|monies|money|fiscal impact|financial impact',
  '|budget(?:ary)? impact|payments?|compensation|consideration|rent(?:al)?|expenditures?|dues|dollars|appropriation)',
  '(?: (?:is|are|to|for) (?:the )?',
  '(?:city|county|town|village|borough|district|department|asked|paid|charged|owed))?',
  '|no-cost|cost-free|free of charge|neither (?:(?:party|side|agency|body|one|of them) )?(?:shall |will |is to )?pays?',
  '|(?:pay|give|cost|owe|buy|spend)s? nothing|nothing (?:to (?:buy|pay)|(?:is|will be) (?:paid|owed|charged))|N\\/C|costs?:? nil|no rent is charged',
  '|each (?:party |agency |side |body |city |town |county )?(?:bears?|pays?) its own (?:way|costs?|expenses?|vendors?)',
  String.raw`|non-?monetary|non-?financial|\$ ?0(?:\.00)?(?![\d.,]))\b`,
  String.raw`|\b(?:costs?|fiscal impact|fee)\b[^.;$]{0,20}?[:\u2013\u2014-] ?(?:none|zero|0|-?0-)(?![\d.,])`,
)
const isFree = new RegExp(free.source, 'i')

/** What a title that buys, takes, rules or tells would say. */
const doesMore = fromPieces(
  'i',
  String.raw`\b(?:purchas|subscription|buy|leas(?:e[sd]?|ing)\b|vendor|not[ -]to[ -]exceed|NTE\b|grants?\b|award`,
  String.raw`|reimburs|pa(?:y|ys|id|ying|yments?)\b|fees?\b|dues|costs?\b|split|contribut|invoice|assessment|expens`,
  '|appropriat|budget|fund|RFP\\b|revenue|percent|registr|guidelines|communication|letter from|petition|resident',
  '|install|maint(?:ain|enance)|repair|upgrade|construct|software|licens(?!e[- ]plate)|contract|overtime',
  '|bids?\\b|quotes?\\b|polic(?:y|ies)\\b|ordinance|by-?law|report(?!ing agreement)|hearing|audit|moratorium|resolution opposing',
  '|plac(?:e|ing)\\b|placement|mount|poles?\\b|crossings?\\b|power company|trial|pilot(?!s\\b)|demo|enforc|stop[ -]?arm|speed|red[ -]light|school[ -]zone|monitoring|detention|pre-?trial|SCRAM',
  String.raw`|study|equipment|donat|surplus|storage|hosting|technologies|solutions|systems,|enterprise|inc\b|LLC|corp\b)\w*|\$ ?[1-9]|\d ?%|\band (?:the |an? )?agreement with\b`,
)
/** Money in a text goes from one side to the other, or to a firm. */
const paysInText =
  /\$ ?[1-9]|\b(?:reimburs\w+|invoice[sd]?|purchas\w+|buys?|lease[sd]?|subscription|(?:will|shall|to) pay|pays|cost[ -]shar\w+)\b/i

const mostOfText = 1_200
const mostOfTitle = 1_200

/** Called by what is shared, whosever device it is. */
const ofSharing = /\b(?:data|access|sharing|viewing|evidence) agreements?\b/i

/** "Interlocal contract": what some States call an agreement of two bodies. */
const ofPeers = /\b(inter-?local|inter-?governmental) (?:cooperation )?contract/gi

/**
 * Whether a title that reads as a purchase is a paper of public bodies by which nobody pays. `isOfFirm`:
 * a firm that sells such things is named in the title.
 */
export function sharesFreely(title: string, text: string, isOfFirm: boolean): boolean {
  const opening = text.slice(0, mostOfText)
  const own = title.slice(0, mostOfTitle).replace(free, ' ').replace(ofPeers, '$1 agreement')
  if (doesMore.test(own)) return false
  const isPaper = ofBodies.test(own)
  const isNamed =
    (!isOfFirm || ofSharing.test(own)) && anyPaper.test(own) && looks.test(own) && body.test(own)
  if (isFree.test(opening) && isPaper) return true
  if (paysInText.test(opening.replace(free, ' '))) return false
  if (isPaper || isNamed) return true
  const whole = `${title.slice(0, mostOfTitle)}\n${opening}`
  return isFree.test(whole) && anyPaper.test(whole) && looks.test(whole) && body.test(whole)
}
