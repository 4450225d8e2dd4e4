const ordinals = '\\d(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth'
const shortAmendment =
  /\b(?:amend|amnd|amd|amdt|amdmt|amndmt)\b\.?(?= ?(?:no\.? ?|number |#)?#?\d{1,2}\b(?![.-]\d| (?:sections?|chapters?|articles?|polic)))/gi
const nthAmendment = new RegExp(
  String.raw`\b(${ordinals}) (?:amend|amnd|amd|amdt)\b\.?(?! the\b)`,
  'gi',
)
/** "1 yr ext.", "PHONES EXT.", "ext. to June". */
const shortExtension = /(?<=\b(?:yr|year|mo|month)s?\.?[ -])ext\b\.?|\bext\.(?=\W*$|\))/gi
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
