import { fromPieces } from '../pieces.ts'

/**
 * Words of a text right beside a sum that leave no doubt that it is the one decided on now, whatever
 * larger sums are told around it.
 */

/** The paper itself, or this step of it: "this contract is $499,000", "Tonight's award: $9,000". */
const thisOne = fromPieces(
  'i',
  String.raw`\b(?:this|tonight['\u2019]?s|today['\u2019]?s|the (?:present|proposed|recommended)) `,
  String.raw`(?:[\w-]+ ){0,2}(?:contract|agreement|amendment|request|purchase|order|phase|award`,
  '|action|renewal|payment|item|invoice|quote|subscription|extension|expenditure|lease)',
  String.raw`(?: (?:no\.? ?)?\d{1,2})?(?: (?:amount|cost|price|total))?`,
  String.raw`(?: ?[:|]\s{0,3}| (?:is|will be|would be|totals?|costs?|will cost|would cost`,
  '|comes to|amounts to)(?: for)? (?:an? |the )?',
  '(?:(?:total|cost|price|sum|amount) of )?)$',
)
/** What a budget item itself is: "The realignment is $2,900,000". */
const ofBudget =
  /\bthe (?:realignment|budget (?:amendment|adjustment|transfer|revision)|transfer|supplemental appropriation) (?:is|totals|would be|comes to)(?: for)? $/i
const beforeUs =
  /\bbefore (?:the|you|us|this)\b[^$.;]{0,40}\b(?:is|for|at|totals|costs) (?:for )?$/i
/** One payment of a contract that runs: "approval of the year-three payment of". */
const onePayment = fromPieces(
  'i',
  String.raw`\b(?:ask|request|recommend|approv|OK|authoriz|ratif|to pay`,
  String.raw`|consider)\w*\b[^$.;]{0,80}\b(?:year[ -](?:one|two|three|four|five|six|\d)`,
  String.raw`|FY ?\d{2,4}(?:[-/]\d\d)?|20\d\d|second|third|fourth|fifth|final|last|next|yearly`,
  String.raw`|annual)(?:[ -]year)?['\u2019]?s? (?:[\w-]+ ){0,2}`,
  '(?:payment|instal+ment|invoice|billing)s? ',
  '(?:of|for|in the (?:amount|sum) of|to [^$.;]{2,40} (?:of|for|in the amount of)) $',
)
/** After a price and what goes off it: "so the City will pay $61,125". */
const isPaid = fromPieces(
  'i',
  String.raw`(?:\bso (?:that )?|\bleaving |\bmeaning (?:that )?)(?:the |we |our )?`,
  '(?:city|county|town|village|borough|district|department|board|authority|net cost)? ?',
  '(?:(?:will|would|is to) (?:only )?pay|(?:will|would) owe|(?:will|would) be|due)',
  String.raw`(?: only)?(?: an?)? $|\b(?:actual|final|net|discounted|negotiated|reduced|sale) `,
  String.raw`(?:cost|price|purchase price|total|amount) (?:to (?:the |our )?[\w-]+ )?`,
  '(?:is|of|will be|comes to|:)(?: only)? ?$',
  // "Was reduced by a $5,000 discount to".
  String.raw`|\b(?:reduced|discounted|negotiated)(?: down)?\b(?:[^.;]|\.(?=\d)){0,50} to $`,
  // "Price $42,000, trade-in of $5,000, net", "after a credit of $400 =", "net change".
  String.raw`|\b(?:trade-?in|credit|discount|rebate)\b(?:[^.;]|\.(?=\d)){0,70}(?:,? net`,
  String.raw`(?: (?:cost|price|total|due|of|is|to))*|=) \(?$|\bnet (?:change|addition)(?: (?:of|is)|:)? $`,
)
/** A line of a form. */
const ofForm =
  /\b(?:recommended (?:award|bid|amount)|funds (?:required|requested)|amount (?:to be (?:approved|paid|encumbered|awarded)|of (?:this )?award)|(?:total|amount) requested|(?:current|total) request|total (?:change|of this (?:[\w-]+ )?(?:supplement|request|order|purchase|amendment|action|item))|total (?:recommended )?award)(?: amount)?(?: is|,)? ?[:|]?\s{0,3}$/i
/** Not the lowest, but it is taken: "moved to go with the second quote". */
const takesOther =
  /\b(?:go(?:ing)? with|accept|tak|approv|choos|select|award)\w*(?: to)? the (?:second|third|other|higher|next)[ -]?(?:low(?:est)? )?(?:quote|bid|proposal|offer|bidder)\b[^$.;]{0,60}$/i
/** A renewal that is taken now: "to take up the first option year at". */
const takesOption =
  /\b(?:us(?:e|es|ing)|tak(?:e|es|ing)(?: up)?|exercis\w+) (?:that|this) option\b[^$.;]{0,70}[, ](?:for |at )?$|\b(?:tak(?:e|es|ing) up|exercis\w+|elect\w*) the (?:[\w-]+ )?(?:option|renewal)(?: year| term| period)? (?:at|for|of|in the amount of) (?:up to )?$/i
/** "Acme $54,210 and Lenswork not to exceed $25,000, an aggregate not to exceed $87,000". */
const allTogether = /\b(?:in the|an|the) aggregate (?:amount )?(?:not[ -]to[ -]exceed|of) $/i
const before: readonly RegExp[] = [
  allTogether,
  takesOption,
  thisOne,
  ofBudget,
  beforeUs,
  onePayment,
  isPaid,
  ofForm,
  takesOther,
]

const after: readonly RegExp[] = [
  /^\)?,? (?:and )?that is what is before (?:you|us|the)\b/i,
  /^\)?,? (?:and |which )?is what (?:staff|the (?:chief|department|committee|sheriff)|we) (?:recommends?|asks?|proposes?)\b/i,
  /^\)?,? (?:which is |that is )?(?:up|down) (?:\d{1,2}% )?from (?:last year['\u2019]s )?\$/i,
  /^\)?,? (?:is|was|will be|would be) (?:for )?(?:this|the present|tonight's) (?:contract|agreement|purchase|item|request|phase|award|amendment|action)\b/i,
  /^\)? ?[-\u2013\u2014(]{1,2} ?\(?(?:staff |we )?(?:recommended|selected|recommends? (?:this|approval|award)|(?:our|staff) (?:choice|recommendation|pick))\b/i,
]

/** Whether words right beside it say that a sum of a text is what is asked for. */
export const isAskedFor = (clause: string, tail: string): boolean =>
  before.some((pattern) => pattern.test(clause)) || after.some((pattern) => pattern.test(tail))
