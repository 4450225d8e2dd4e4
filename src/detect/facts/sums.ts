import { fromPieces } from '../pieces.ts'
import { printedNumberWord, readNumberWords } from './number-words.ts'

/** A figure of money where it stands; `text.slice(start, end)` is the quote. */
export interface Figure {
  /** Minor units; `null` where the digits make no number ("$1,2345"). */
  readonly cents: number | null
  readonly quote: string
  readonly start: number
  readonly end: number
  /** The words before it say that it is a limit: "NTE 500K". */
  readonly isCapped: boolean
}

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  mil: 1e6,
  million: 1e6,
  b: 1e9,
  billion: 1e9,
}

/**
 * The longest run of digits and commas that is read: longer ones are no sums of money. "$ 118, 460.25" and
 * "$ 4 , 712,000", as scans tear them, are told from a list by their cents, the gap before the comma or the words behind ("$463, 925 for"). The
 * point of "$12.000" and "$1.604.775.20" is a comma; a rate, as "$0.125" and "$2.000 per minute", is none. "$31 204.60" and
 * "$1 12,940.18" lost or tore a group, as their cents tell: two sums side by side both print them.
 */
const signed = fromPieces(
  'g',
  String.raw`(?:\bUSD? ?)?\$\s{0,2}(\d{1,3}(?:, \d{3}){1,3}\.\d{2}(?!\d)`,
  String.raw`|[1-9]\d{0,2} \d{3}\.\d{2}(?![\d,.])|[1-9]\d{0,2} 000(?![\d,.])`,
  String.raw`|(?:[1-9] \d{1,2}|[1-9]\d \d),\d{3}\.\d{2}(?!\d)`,
  String.raw`|\d{1,3} , ?\d{3}(?:,\d{3})?(?![\d,])`,
  String.raw`|[1-9]\d{0,2},(?:\d \d{2}|\d{2} \d),\d{3}(?:\.\d{2}(?!\d)|(?![\d,.]))`,
  String.raw`|[1-9]\d{0,2}(?:[.,]\d{3}){1,3}\.\d{2}(?![\d.,])`,
  String.raw`|[1-9]\d{0,2}, \d{3}(?=[.;)]? ?(?:$|\n)|,? (?:the|for|to|from|will|is|with|over|by)\b)`,
  String.raw`|[1-9]\d{0,2}\.000(?![\d.,]|\)? ?(?:per|a|an|each|\/)\b)`,
  String.raw`|\d[\d,]{0,18}(?:\.\d{1,2}(?!\d))?)`,
  '(?:(?<!,)[ -]?([Mm]illion|MILLION|[Bb]illion|BILLION|[Tt]housand|THOUSAND|[Mm]il|MIL',
  String.raw`|MM|[MKBmk])\b(?!-\d))?`,
)
/** Sums without a sign, where words say that they are money; of "and 00/100 Dollars" no sum begins. */
const worded =
  /(?<!\/)\b(\d{1,3}(?:,\d{3}){1,4}(?:\.\d{2})?|\d{1,7}(?:\.\d{1,2})?)\s?(million|billion|thousand|[MK])?\s+(?:US )?(?:dollars|USD)\b/gi
const capped =
  /\b(?:NTE|not[ -]to[ -]exceed)[ :]{1,3}(?:of |amount of )?(\d{1,3}(?:,\d{3})+(?:\.\d{2})?|\d{1,7}(?:\.\d{1,2})?)\s?(million|thousand|[MK])?\b(?!,\d|\.\d|[ -]?(?:years?|months?|days?|hours?|percent|cameras?|devices?|units?|%))/gi
/** The sum of an order or invoice, whose columns print no sign: "TOTAL 30000.00". */
const totalled =
  /\b(?:sub-?)?total(?: (?:amount|cost|due|price|order|purchase|quote|invoice|extended(?: price)?|extension|for this order))?:?\s{1,8}(\d{1,3}(?:,\d{3})+\.\d{2}|\d{3,9}\.\d{2})(?![\d.,%]|\s%)/gi
/** "Two and a half million", "a quarter of a million": how many is not said by what begins here. */
const ofUnsaid = String.raw`(?:hundred|thousand|million|billion)\b(?:(?<!\ban? \w{7,8})|(?<=\b(?:half|quarters?|thirds?)(?: of)? an? \w{7,8}))`

/** "Five Hundred Thousand and 00/100 Dollars", without figures behind it: those tell the sum better. */
const spelled = new RegExp(
  String.raw`\b(?!${ofUnsaid})(${printedNumberWord}(?:(?:[\s-]|\s-|-\s|,\s)(?:and\s)?${printedNumberWord}){0,11})(?:\sand\s(?:no|\d{2})/100)?(?:\sUS)?\sdollars\b(?!\s?\(|,?\sand\s(?:[a-z]{2,9}[\s-]){1,3}cents?\s?\(\$ ?[\d, ]{1,14}\.\d{2}\))`,
  'gi',
)

/** Cents of digits with commas; `null` where the commas do not group thousands. */
export function parseCents(digits: string, scale?: string): number | null {
  const [whole = '', fraction = ''] = digits.split('.')
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)$/.test(whole)) return null
  const factor = scale ? (scales[scale.toLowerCase()] ?? 1) : 1
  const cents = Math.round(Number(`${whole.replaceAll(',', '')}.${fraction || '0'}`) * factor * 100)
  return Number.isSafeInteger(cents) ? cents : null
}

/**
 * Whether digits go on in a way that cannot be read: "$1.234.567" and "$0.0345" are no dollars and
 * cents, "$12,OOO" was misread, and a code that prints nothing may have been a comma.
 */
function goesOn(tail: string): boolean {
  if (/^\.\d|^,?[OIl][OIl\d]/.test(tail)) return true
  const code = tail.charCodeAt(0)
  const isUnprinted = (code < 32 && !/\s/.test(tail[0] ?? '')) || code >= 0xfffd
  return isUnprinted && /^\d/.test(tail.slice(1))
}

/** "$30-40,000", "$1.5 to 2 million": thousands or millions, which only the second prints. */
const sharesScale =
  /^ ?(?:-|\u2013|to) ?(?:\d{1,3},\d{3}\b|\d{1,3}(?:\.\d{1,2})? ?(?:million|billion|thousand|mil|[MK])\b)/i

function figuresOf(pattern: RegExp, text: string): Figure[] {
  const isCapped = pattern === capped
  const figures: Figure[] = []
  for (const match of text.matchAll(pattern)) {
    const [whole, digits = '', scale] = match
    // The comma of a list after a sum is not the sum's.
    const printed = digits.replace(/,+$/, '')
    const lead = whole.indexOf(digits)
    const start = match.index + (isCapped || pattern === totalled || pattern === paid ? lead : 0)
    const isWhole = scale !== undefined || pattern === worded
    const end = isWhole ? match.index + whole.length : match.index + lead + printed.length
    const isBroken = !isWhole && goesOn(text.slice(end, end + 4))
    const read = printed
      .replace(/^(\d{1,3}) (\d{3}\.|000$)/, '$1,$2')
      .replaceAll(' ', '')
      .replace(/\.(?=\d{3}(?:[.,]|$))/g, ',')
    const value = isBroken ? null : parseCents(read, scale)
    const isShort = !isWhole && pattern === signed && (value ?? 0) < 100_000
    const cents = isShort && sharesScale.test(text.slice(end, end + 24)) ? null : value
    figures.push({ cents, quote: text.slice(start, end), start, end, isCapped })
  }
  return figures
}

function spelledIn(text: string): Figure[] {
  // Most texts spell no sum: looking for the last word first costs least.
  if (!/\bdollars\b/i.test(text)) return []
  return [...text.matchAll(spelled)].flatMap(({ 0: quote, 1: words = '', index: start }) => {
    const value = readNumberWords(words.replaceAll(',', ''))
    if (value === null) return []
    const hundredths = Number(/(\d{2})\/100/.exec(quote)?.[1] ?? 0)
    const cents = value * 100 + hundredths
    return [{ cents, quote, start, end: start + quote.length, isCapped: false }]
  })
}

/** The same where words say that it is money: "Purchase price: 27,900". Vehicles and readings are counted, not paid. */
const paid =
  /\b(?:(?:purchase|bid|quoted?|total|annual|project) (?:price|cost|fee|amount)|(?:price|costs?|quote|fees?)(?: of| is| was|:| at)|in the (?:total )?amount of|the sum of|fiscal impact:|amount requested:|not[ -]to[ -]exceed)[ :]{0,3}\(?(\d{1,3}(?:,\d{3}){1,2})(?=[).;:\n]|,? (?:for|to|from|with|by|and|as|plus|in|per|payable|which)\b|$)/gi
/** A bill or table that prints no sign at all: "Renewal 27,900.00". What is counted has no cents. */
const unsigned =
  /(?<![\d.,#%/-])\b(\d{1,3}(?:,\d{3})+\.\d{2})(?![\d,%]|\.\d|\s?(?:percent|feet|ft|miles|acres|hours|sq)\b)/gi

/** Where nothing at all says what is money: "Quote by Convergint 71,803 for nine cameras". Years, codes and counts are not. */
const bare =
  /(?<![\d.,#%/$-]|\b(?:no|nos|section|sec|code|chapter|ordinance|resolution|page|file|item|population|about|over|nearly|approximately|than|fund|account|acct|sq)\.? ?(?:of )?#?)\b([1-9]\d{0,2}(?:,\d{3}){1,2})(?![\d,%-]|\.\d)(?=[).;\n]| (?:for|toward|towards|from|\(|one y|per y|a y|plus|which|payable)|$)/gi

function unsignedIn(text: string): Figure[] {
  const told = [unsigned, paid].flatMap((pattern) => figuresOf(pattern, text))
  return told.length > 0 ? told : figuresOf(bare, text)
}

/** Every figure of money, in order, none inside another. Linear. */
export function findFigures(text: string): Figure[] {
  const said = [
    ...[signed, worded, capped, totalled].flatMap((pattern) => figuresOf(pattern, text)),
    ...spelledIn(text),
  ]
  const all = said.length > 0 || text.includes('$') ? said : unsignedIn(text)
  const figures: Figure[] = []
  for (const figure of all.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (figure.start >= (figures.at(-1)?.end ?? 0)) figures.push(figure)
  }
  return figures
}
