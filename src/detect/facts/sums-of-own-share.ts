import { fromPieces } from '../pieces.ts'

/** Of a cost that several bear: "the City's share by population is $40,000", "our third is $14,500", "6.67%, or". */
const share = fromPieces(
  'i',
  String.raw`\b(?:our|(?:city|county|town|village|borough|township|parish|district|authority)`,
  String.raw`(?:['\u2019]s)?) (?:(?:own|pro[- ]rata|estimated|proposed|cost|proportionate|fair) ){0,2}`,
  '(?:share|third|half|quarter|fifth|part|portion|contribution',
  String.raw`|(?:\d{1,2}(?:\.\d{1,2})?|ten|fifteen|twenty|thirty|forty|fifty) ?(?:percent|%))\b`,
  String.raw`(?! of which\b)(?![^$]{0,60}\b(?:was|were|had|last|previous|prior|now)\b)`,
  String.raw`(?:[^$.;]|\.(?=\d)){0,60}?(?:\b(?:is|are|of|or|at|to be|comes? to|amounts? to|totals?`,
  String.raw`|would be|will be)|[=:,(])(?: (?:about|approximately|up to))? ?\(?$`,
  String.raw`|\b(?:pays?|owes?|bears?) (?:for )?(?:an?|one|its|our) (?:third|half|quarter|fifth|share)`,
  String.raw`(?: of [^$.;]{1,40})?,? (?:or |of |which is |that is )?\(?$`,
)
/** What a giver or a seller does not bear of one's own purchase, or what a budget line of the same purse does: no price. */
const ofGift = fromPieces(
  'i',
  String.raw`\b(?:grants?|match\w*|reimburs\w*|federal|e-rate|granted|(?:joint|JAG) award|awarded|donat\w*|mills?|tax|priced at`,
  '|offer(?:s|ed)? to pay|(?:between|by) (?:the |our )?(?:county|city|town) and (?:the|its|our)',
  String.raw` (?:sheriff|police|department|court))\b`,
)
const yearly = /^\)?(?: ?\/ ?|,? per |,? a |,? each )(?:yr|year|annum)|^\)?,? (?:annual|year)ly\b/i
const reach = 1_500

/** Whether a sum of a text is what we bear of a cost that is shared with others. */
export const isOwnShare = (text: string, clause: string, tail: string): boolean =>
  share.test(clause) && !yearly.test(tail) && !ofGift.test(text.slice(0, reach))
