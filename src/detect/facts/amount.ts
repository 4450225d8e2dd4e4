import type { AmountFact, EvidenceField } from '../../model/detection.ts'

/** A sum as printed, and what the words around it say it is. */
export interface PrintedSum {
  /** Minor units; `null` where the digits make no number ("$1,2345"). */
  readonly cents: number | null
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly use: SumUse
}

/** What a sum is for, by the words beside it. */
export type SumUse =
  /** In brackets at the end of a title: the clerk's own statement of the item's sum. */
  | 'closing'
  | 'increase'
  | 'not-to-exceed'
  | 'spending'
  | 'grant'
  | 'amount'
  | 'movement'
  | 'new-total'
  | 'previous'
  | 'annual'
  | 'per-unit'
  | 'penalty'
  | 'credit'
  | 'other'

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  million: 1e6,
  b: 1e9,
  billion: 1e9,
}

/** Longest run of digits and commas that is read: longer ones are no sums of money. */
const figure =
  /(?:US ?)?\$ ?(\d[\d,]{0,18}(?:\.\d{1,2}(?!\d))?)(?:\s?(million|billion|thousand|MM|[MKBmk])\b)?/g
/** Sums without a sign, where words say that they are money. */
const worded =
  /\b(\d{1,3}(?:,\d{3}){1,4}(?:\.\d{2})?|\d{1,7}(?:\.\d{1,2})?)\s?(million|billion|thousand|[MK])?\s+dollars\b/gi
const capped =
  /\b(?:NTE|not[ -]to[ -]exceed)[ :]{1,3}(\d{1,3}(?:,\d{3})+(?:\.\d{2})?|\d{1,7}(?:\.\d{1,2})?)\s?(million|thousand|[MK])?\b/gi

/** Cents of digits with commas; `null` where the commas do not group thousands. */
export function parseCents(digits: string, scale?: string): number | null {
  const [whole = '', fraction = ''] = digits.split('.')
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)$/.test(whole)) return null
  const factor = scale ? (scales[scale.toLowerCase()] ?? 1) : 1
  const cents = Math.round(Number(`${whole.replaceAll(',', '')}.${fraction || '0'}`) * factor * 100)
  return Number.isSafeInteger(cents) ? cents : null
}

const before: readonly (readonly [SumUse, RegExp])[] = [
  ['penalty', /\b(?:fine|fines|fined|penalt(?:y|ies)|civil liability|ticket|bail)\b[^$.;]{0,50}$/i],
  [
    'previous',
    // "from $90,000 to …" tells what was; "from Acme Cameras for $90,000" names who sells.
    /\b(?:from(?! [^$.;]{0,40}\b(?:for|at) )|original(?:ly)?|previous(?:ly)?|prior|current(?:ly)?|remaining|balance of)\b[^$.;]{0,40}$/i,
  ],
  [
    'increase',
    /\b(?:increas(?:e|ing|ed)|additional|add(?:ing)?|adds|supplement(?:al|ing)?)\b[^$;]{0,60}$/i,
  ],
  [
    'new-total',
    /\b(?:new|revised|aggregate|amended|cumulative|total contract|contract total|bringing|not to exceed contract)\b[^$;]{0,60}\b(?:total|amount|value|sum|compensation|to)\b[^$;]{0,30}$/i,
  ],
  [
    'not-to-exceed',
    /\b(?:not[ -]to[ -]exceed|NTE|up to|maximum|shall not exceed|not exceeding|total compensation|total cost|total amount|in total)\b[^$;]{0,50}$/i,
  ],
  ['grant', /\b(?:grant|award|donation|gift|subaward)\b[^$;]{0,70}$/i],
  [
    'spending',
    /\b(?:expenditures?|expend|spend|cost|price|purchase|pay|payment|contract|lease|subscription|encumber)\b[^$;]{0,60}$/i,
  ],
  ['movement', /\b(?:transfer|appropriat(?:e|ion|ing)|amendment to the|within)\b[^$;]{0,60}$/i],
  ['amount', /\b(?:amount|sum|estimated|totaling|totalling|totals?|valued? at)\b[^$;]{0,30}$/i],
]

const after: readonly (readonly [SumUse, RegExp])[] = [
  [
    'annual',
    /^\)?\s?(?:per (?:year|annum|fiscal year)|\/ ?(?:yr|year)\b|annually|a year|(?:each|every) year)/i,
  ],
  [
    'per-unit',
    /^\)?\s?(?:per|each|apiece|a piece|\/ ?(?:month|mo|device|unit|camera|ea)\b|monthly|a month|an hour)/i,
  ],
  ['penalty', /^[^$.;]{0,15}\b(?:fine|penalty)\b/i],
  ['movement', /^[^$;]{0,25}\btransfer/i],
]

/** Words that belong to a sum stand within so many characters of it. */
const reach = 110

function useOf(text: string, start: number, end: number, isTitle: boolean): SumUse {
  const head = text.slice(Math.max(0, start - reach), start)
  const tail = text.slice(end, end + 40)
  if (/(?:[-\u2212(]\s?|credit of )$/i.test(head) && /^\)/.test(tail) && /credit/i.test(head)) {
    return 'credit'
  }
  if (
    isTitle &&
    /\(\s?$/.test(head) &&
    /^\s?\)\s?(?:$|[.;]?\s?(?:\(|$|BA\b))/i.test(text.slice(end, end + 200))
  ) {
    return 'closing'
  }
  const clause = head.slice(head.lastIndexOf(';') + 1)
  for (const [use, pattern] of after) if (pattern.test(tail)) return use
  for (const [use, pattern] of before) if (pattern.test(clause)) return use
  return 'other'
}

/** Sums of one pattern, in order of appearance. */
function sumsOf(pattern: RegExp, text: string, isTitle: boolean): PrintedSum[] {
  const sums: PrintedSum[] = []
  for (const match of text.matchAll(pattern)) {
    const [whole, digits = '', scale] = match
    // The comma of a list after a sum is not the sum's.
    const figures = digits.replace(/,+$/, '')
    const lead = whole.indexOf(digits)
    const isCapped = pattern === capped
    const start = match.index + (isCapped ? lead : 0)
    const isWhole = scale !== undefined || pattern === worded
    const end = isWhole ? match.index + whole.length : match.index + lead + figures.length
    sums.push({
      cents: parseCents(figures, scale),
      quote: text.slice(start, end),
      start,
      end,
      use: isCapped ? 'not-to-exceed' : useOf(text, start, end, isTitle),
    })
  }
  return sums
}

/** Every sum printed, in order, none inside another. Linear. */
export function findSums(text: string, isTitle: boolean): PrintedSum[] {
  const all = [figure, worded, capped].flatMap((pattern) => sumsOf(pattern, text, isTitle))
  const sums: PrintedSum[] = []
  for (const sum of all.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (sum.start >= (sums.at(-1)?.end ?? 0)) sums.push(sum)
  }
  return sums
}

/** Facts for the record: sums whose digits make a number. */
export function toAmountFacts(sums: readonly PrintedSum[], field: EvidenceField): AmountFact[] {
  return sums.flatMap(({ cents, quote, start, end, use }) =>
    cents === null ? [] : [{ cents, currency: 'USD' as const, quote, start, end, field, use }],
  )
}

/** Uses that commit money, the most telling first. */
const order: readonly SumUse[] = [
  'closing',
  'increase',
  'not-to-exceed',
  'spending',
  'grant',
  'amount',
  'movement',
  'other',
]

function committed(sums: readonly PrintedSum[]): PrintedSum | undefined {
  for (const use of order) {
    const some = sums.filter((sum) => sum.use === use && sum.cents !== null)
    if (some.length === 0) continue
    // Of several of a kind the largest is the whole, the others its parts.
    return some.reduce((most, sum) => ((sum.cents ?? 0) > (most.cents ?? 0) ? sum : most))
  }
  return undefined
}

/** Item kinds that commit no money, by how their titles begin or what they are. */
const commitsNothing =
  /\b(?:local law|oversight|use policy|annual report|staff report|an act to amend|public hearing|call for|calling (?:up)?on|municipal code|hearing\(s\))\b/i

/** Words of a title that spends, buys or accepts: only then do sums of its text count. */
const spends =
  /\b(?:contracts?|agreements?|purchas\w*|procure\w*|acqui\w*|leas\w*|rent\w*|buy\w*|grants?|awards?|donation|expend\w*|appropriat\w*|fund(?:s|ing)?|renew\w*|amendment no|change order|subscriptions?|licenses?|maintenance|services?|equipment|upgrade\w*|replacement|install\w*|bids?|proposals?|quotes?|sole source|budget|vendor|software|system)\b/i
const commands =
  /^\W*(?:requir|prohibit|limit|establish|creat|impos|allow|ensur|eliminat|regulat|ban|support|urg|preventing)/i

/** A budget row: a thing and its figures, without a currency sign. */
const row = /(?:^|\s)(\d{1,3}(?:,\d{3})+(?:\.\d{2})?)(?:\s+\1)?\s*$/
const longestRow = 160

/** The figure at the end of a budget row that prints no currency sign. */
export function findRowSum(title: string): PrintedSum | null {
  if (title.length > longestRow || title.includes('$')) return null
  const found = row.exec(title)
  const digits = found?.[1]
  if (!found || !digits) return null
  const start = found.index + found[0].indexOf(digits)
  const end = start + digits.length
  return { cents: parseCents(digits), quote: digits, start, end, use: 'amount' }
}

/**
 * The sum the item itself commits, in dollars, or `null`: its title's own statement, else its
 * text's. An increase counts as the increase, a grant as what is accepted; budgets moved, totals
 * before, fines and prices per piece do not count.
 */
export function committedUsd(
  title: string,
  titleSums: readonly PrintedSum[],
  textSums: readonly PrintedSum[],
): number | null {
  const sum = findCommitted(title, titleSums, textSums)
  return sum?.cents === undefined || sum.cents === null ? null : sum.cents / 100
}

/** The printed sum behind `committedUsd`. */
export function findCommitted(
  title: string,
  titleSums: readonly PrintedSum[],
  textSums: readonly PrintedSum[],
): PrintedSum | undefined {
  if (commitsNothing.test(title)) return undefined
  const isSpending = spends.test(title) && !commands.test(title)
  const stated = textSums.filter(({ use }) => use !== 'movement' && use !== 'other')
  return committed(titleSums) ?? (isSpending ? committed(stated) : undefined)
}
