import { fromPieces } from '../pieces.ts'

const shortAmendment = fromPieces(
  'gi',
  String.raw`\b(?:amend|amnd|amd|amdt|amdmt|amndmt)\b\.?(?= ?(?:no\.? ?|number |#)?#?\d{1,2}\b`,
  String.raw`(?![.-]\d| (?:sections?|chapters?|articles?|polic)))`,
)
const nthAmendment =
  /\b(\d(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth) (?:amend|amnd|amd|amdt)\b\.?(?! the\b)/gi
/** "1 yr ext.", "PHONES EXT."; a building's and a telephone's are others. */
const shortExtension = fromPieces(
  'gi',
  String.raw`(?<=\b(?:yr|year|mo|month)s?\.?[ -])ext\b\.?`,
  String.raw`|(?<!\b(?:bldg|building|line|phone|tel|fiber|road|rd|st|street|ave|sewer|water|cable)\.? )`,
  String.raw`\bext\.(?=\W*$|\))`,
)
const shortOrder =
  /^(\W{0,3})CO ?#?(?=\d{1,2}\s?[:\u2013\u2014-])|(?<=[,\u2013\u2014-] )CO ?#?(?=\d{1,2}\W*$)/g

/** "Agmt with", "AMD 2", "RNWL", as lists of contracts print it; what looks like another word is written out. */
export const spelledOut = (title: string): string =>
  title
    .replace(/\bagr?e?e?mn?t(s?)\b\.?/gi, 'agreement$1')
    .replace(/\bw\/(?= )/gi, 'with')
    .replace(/\bU\.\s?S\.?(?=\W)/g, 'US')
    // A business improvement district is no bid.
    .replace(/\b(?<=[dD]istrict )BID\b/g, 'district')
    .replace(shortAmendment, 'amendment ')
    .replace(nthAmendment, '$1 amendment')
    .replace(/\bamend\.(?= to\b)/gi, 'amendment')
    .replace(/\bre?nwl\b\.?/gi, 'renewal')
    .replace(shortExtension, 'contract extension')
    .replace(shortOrder, '$1change order ')
