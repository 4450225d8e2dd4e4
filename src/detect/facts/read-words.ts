import { fromPieces } from '../pieces.ts'
import { cues } from './action-cues.ts'
import type { ActionReading, Cue } from './cue.ts'

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

export const buysPlainly = fromPieces(
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

/** How the text of a law or of a resolution on one begins. */
export const enacts =
  /\b(?:local law to amend|be it enacted|resolution (?:calling|urging|supporting|in support)|an act to amend|act relating to)\b/i

/** The first that says something of these words. */
export function firstFit(list: readonly Cue[], words: string): ActionReading | undefined {
  const found = list.find(({ pattern }) => pattern.test(words))
  return found && { role: found.role, action: found.action }
}

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

/** What a title, a decision or a beginning does by its words; `isEnacted`: it is a law's. */
export function readWords(words: string, isEnacted: boolean): ActionReading | undefined {
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
export function readDecision(decision: string): ActionReading | undefined {
  const read = decides.test(decision) ? readWords(decision, false) : undefined
  const isOnlyTold = read === undefined || read.role === 'report' || read.role === 'policy'
  return isOnlyTold && buys.test(decision)
    ? { role: 'procurement', action: 'approve-contract' }
    : read
}
