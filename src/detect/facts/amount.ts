import type { AmountFact, EvidenceField } from '../../model/detection.ts'
import { fromPieces } from '../pieces.ts'
import { type SumUse, useOf } from './sum-use.ts'
import { type Figure, findFigures, parseCents } from './sums.ts'
import { joinRows, leaveOutBonds } from './sums-side-by-side.ts'

export type { SumUse } from './sum-use.ts'
export { parseCents } from './sums.ts'

/** A sum as printed, and what the words around it say it is. */
export interface PrintedSum extends Omit<Figure, 'isCapped'> {
  readonly use: SumUse
}

/** Every sum printed, in order, none inside another. Linear. */
export function findSums(text: string, isTitle: boolean): PrintedSum[] {
  const sums = findFigures(text).map(({ isCapped, ...figure }): Writable => {
    const use = useOf(text, figure.start, figure.end, isTitle)
    return { ...figure, use: isCapped && use === 'other' ? 'not-to-exceed' : use }
  })
  joinRanges(text, sums, isTitle)
  joinLists(text, sums)
  joinClosing(text, sums)
  joinPeriods(text, sums)
  joinRows(text, sums)
  leaveOutBonds(text, sums)
  const closing = isTitle && !sums.some(({ use }) => use === 'closing') && findBareClosing(text)
  return closing ? [...sums, closing] : sums
}

type Writable = { -readonly [Key in keyof PrintedSum]: PrintedSum[Key] }

/** "$10,000 to $20,000": the least is no sum of its own, and the most is for what the range is for. */
function joinRanges(text: string, sums: readonly Writable[], isTitle: boolean): void {
  for (const [at, most] of sums.entries()) {
    const least = sums[at - 1]
    if (!least || (least.cents ?? 0) >= (most.cents ?? 0) || least.use === 'previous') continue
    const gap = text.slice(least.end, Math.min(most.start, least.end + 12))
    if (gap.length !== most.start - least.end) continue
    // "Not to exceed <s>$105,000</s> $231,000": what was is struck out.
    if (struckOut.test(gap)) {
      least.use = 'previous'
      most.use = 'new-total'
      continue
    }
    // "Increased $58,000 to $174,000": by the first, up to the second.
    const lead = text.slice(Math.max(0, least.start - 100), least.start)
    if (gap === ' to ' && /\b(?:increas|rais|add)\w*(?: by|\b[^$;.]{1,80} by)? $/i.test(lead)) {
      least.use = 'increase'
      most.use = 'new-total'
      continue
    }
    if (gap === ' to ' && limitGrows.test(lead)) {
      least.use = 'previous'
      most.use = 'new-total'
      continue
    }
    if (gap === ' to ' && rateGrows.test(lead)) {
      least.use = 'per-unit'
      most.use = 'per-unit'
      continue
    }
    if (gap === ' to ' && grows.test(lead)) {
      least.use = 'previous'
      most.use = 'new-total'
      continue
    }
    const isRange =
      /^ ?(?:-|\u2013) ?$|^\u2014$/.test(gap) ||
      (gap === ' to ' && most.use !== 'new-total') ||
      (/^ (?:and|to) $/.test(gap) &&
        /\b(?:between|range\w*(?: from)?|from) $/i.test(
          text.slice(Math.max(0, least.start - 14), least.start),
        ))
    if (!isRange) continue
    // Of what a text says to cost from one to the other nobody says what it will be; "up to" the one is a limit.
    const isLimit =
      isTitle || limits.includes(least.use) || limits.includes(most.use) || fromOne.test(lead)
    if (most.use !== 'option') most.use = isLimit ? least.use : 'least'
    least.use = 'least'
  }
}

const limits: readonly SumUse[] = ['not-to-exceed', 'closing', 'previous', 'increase', 'penalty']
/** "The budget goes from $350,000 to": what was, and what will be. */
const fromOne =
  /\b(?:increas|rais|chang|adjust|go|goes|went|gone|rise|rises|grow|grows|drops?|falls?|cut|lower|reduc|mov)\w*\b[^$;.]{0,80}\bfrom (?:an? |the )?$/i

/** "Raises the not-to-exceed amount of $150,000 to". */
const limitGrows =
  /\b(?:rais|increas|amend|revis|chang|adjust)\w* (?:the |its )?(?:[\w-]+ ){0,4}(?:amount|total|limit|price|compensation|sum|exceed) of (?:an? )?$/i
const struckOut = /^ ?(?:<\/(?:s|del|strike)>|~~) ?$/i

/** "The monthly fee per site rises from $2,800 to": what one of them costs. */
const rateGrows =
  /\b(?:monthly|daily|hourly|unit|per (?:site|camera|unit|device|reader|month|call|minute))\b[^$;.]{0,60}\bfrom (?:an? |the )?$/i

/** "The maximum be raised from $90,000 to": what was and what will be, of a contract and not of a price. */
const grows = fromPieces(
  'i',
  String.raw`\b(?:contracts?|agreements?|ordinances?|resolutions?|amounts?|maximum|limit`,
  String.raw`|compensation|purchase order|total|value|authority|not[ -]to[ -]exceed)\b`,
  String.raw`(?![^$;.]{0,60}\b(?:prices?|quotes?|estimates?|fees?|rates?|payments?|costs?|yearly`,
  String.raw`|annual(?:ly)?|monthly)\b)[^$;.]{0,60}\b`,
  String.raw`(?:increas|rais|chang|adjust|grow|go)\w*\b[^$;.]{0,30}\bfrom (?:an? |the )?$`,
  String.raw`|\b(?:increas|rais|chang|adjust)\w* (?:of )?(?:the |its |an? )?(?:[\w-]+ ){0,4}`,
  '(?:contract|agreement|amount|maximum|limit|compensation|order|total|value|authority',
  String.raw`|exceed)(?: [\w-]+){0,4} from (?:an? |the )?$`,
)

/** "Fines of $50 and $100", "$9,000 in FY26 and $8,000 in FY27": what is joined is of one kind. */
function joinLists(text: string, sums: readonly Writable[]): void {
  for (const [at, sum] of sums.entries()) {
    const last = sums[at - 1]
    if (!last || sum.start - last.end > longestJoint) continue
    const gap = text.slice(last.end, sum.start)
    if (last.use === 'penalty' && /^(?:,| and| or|, and|, or| to) $/.test(gap)) sum.use = 'penalty'
    // "$45,000 of $180,000", "$250,000 in year one of a $500,000 award": a part, and what it is a part of.
    const isPart = last.use !== 'match' && (last.cents ?? 0) < (sum.cents ?? 0)
    if (isPart && ofWhole.test(gap)) sum.use = 'available'
    // "Three years, $165,000/$170,000/$175,000"
    const first = sums[at - 2]
    if (first && gap === '/' && text.slice(first.end, last.start) === '/') {
      for (const year of [first, last, sum]) year.use = 'one-year'
    }
    const behind = text.slice(sum.end, sum.end + longestJoint)
    if (inYear.test(behind) && inYearAnd.test(gap)) {
      last.use = 'one-year'
      sum.use = 'one-year'
    }
  }
}

/** "Cameras ($9,000) and a drone ($8,000)": what closes the title is the last of a list. */
function joinClosing(text: string, sums: readonly Writable[]): void {
  for (let at = sums.length - 1; at > 0; at -= 1) {
    const [last, sum] = [sums[at - 1], sums[at]]
    if (!last || sum?.use !== 'closing' || !ofList.includes(last.use)) return
    if (sum.start - last.end > longestMember || text[last.start - 1] !== '(') return
    if (!nextMember.test(text.slice(last.end, sum.start))) return
    last.use = 'closing'
  }
}

const ofPeriod =
  /\b((?:19|20)\d\d) ?[-\u2013] ?((?:19|20)\d\d) (?:(?:agreement|contract|term|subscription|period|renewal)(?: (?:cost|price|total|amount))?:? )$/i
const reachOfPeriod = 60

/** "2023-2026 agreement $6,000; 2026-2029 agreement $7,000; total $13,000": the last is what is renewed. */
function joinPeriods(text: string, sums: readonly Writable[]): void {
  const period = ({ start }: Writable) =>
    ofPeriod.exec(text.slice(Math.max(0, start - reachOfPeriod), start))
  for (const [at, sum] of sums.entries()) {
    const last = sums[at - 1]
    const [before, now] = [last && period(last), period(sum)]
    if (!last || !before || !now || before[2] !== now[1]) continue
    last.use = 'previous'
    sum.use = 'spending'
    const both = (last.cents ?? 0) + (sum.cents ?? 0)
    for (const other of sums) if (other.cents === both) other.use = 'new-total'
  }
}

const ofList: readonly SumUse[] = ['other', 'amount', 'spending']
const longestMember = 130
const nextMember =
  /^\)[,;]?(?: and| &)? (?!.*\b(?:total|funds?|accounts?|revised|new)\b)[^$()]{3,120} \($/i

const ofWhole = /^\)?(?: in year (?:one|1))? (?:out )?of (?:(?:an?|the|its) )?(?:total )?$/i
const longestJoint = 40
const inYear =
  /^\)? (?:(?:in|for|during) (?:FY|fiscal year|calendar year|year)|\((?:FY|fiscal year)) ?(?:20)?\d{1,2}\b/i
const inYearAnd =
  /^\)? (?:(?:in|for|during) (?:FY|fiscal year|calendar year|year)|\((?:FY|fiscal year)) ?(?:20)?\d{1,2}(?:[/-](?:20)?\d\d)?\)?(?:,| and|, and|;) (?:and )?$/i

/** "(1,204,077.00)" at the end of a title whose clerk left out the sign. */
function findBareClosing(title: string): PrintedSum | undefined {
  const tail = Math.max(0, title.length - 40)
  const found = /\((\d{1,3}(?:,\d{3})*\.\d{2})\)[\s.]*$/.exec(title.slice(tail))
  const quote = found?.[1]
  if (!found || quote === undefined) return undefined
  const start = tail + found.index + 1
  // "Deduct of $(14,250.00)": an accountant's minus.
  const use = /\$ ?\($/.test(title.slice(Math.max(0, start - 3), start)) ? 'credit' : 'closing'
  return { cents: parseCents(quote), quote, start, end: start + quote.length, use }
}

/** Facts for the record: sums whose digits make a number. */
export function toAmountFacts(sums: readonly PrintedSum[], field: EvidenceField): AmountFact[] {
  return sums.flatMap(({ cents, quote, start, end, use }) =>
    cents === null ? [] : [{ cents, currency: 'USD' as const, quote, start, end, field, use }],
  )
}

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
