import { fromPieces } from '../pieces.ts'
import { type CommittedSum, type Readable, sumOf, together } from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

const part: readonly SumUse[] = ['spending', 'amount', 'other', 'on-top', 'closing']
const mostParts = 7
const reachBefore = 60
/** What makes up a purchase, before its price: "equipment $80,000", "three years of software: $9,000". */
const names = fromPieces(
  'i',
  String.raw`(?:^|[-:;,(.\u2013\u2014]|\band|\bplus|\bfor|\bof) ?`,
  String.raw`(?:(?:the|for|one-time|annual|first-year|extended|\w+[ -]year|cloud|camera|video`,
  '|mobile|on-?site|project) ){0,3}(?:equipment|hardware|software|licen[cs](?:es?|ing)',
  '|installation|install|training|freight|shipping(?: (?:and|&) handling)?|sales tax',
  '|tax|warrant(?:y|ies)|support|maintenance|set-?up|storage|labor|materials|mounting',
  '|implementation|services|cameras|readers|servers?|accessories|cabling|programming',
  '|permits?|subscriptions?|docks?|docking stations?|batteries|mounts?|memory|data plans?',
  '|redaction|trailers?|poles?|spare parts|spares|recorders?|monitors?|workstations?)',
  '(?: of| at| for| is| are| costs?)? ?[:=(]? ?$',
)
/** Between one and the next: no total, nor what is beside the purchase. */
const joint = /^\)?(?:[,;]|,? and|,? plus| \+)(?:[^$.]){1,60}$/i
const ofWhole =
  /\b(?:total|combined|budget|balance|option\w*|contingenc\w*|grant|match|credit|trade|less|includ\w*|of which|annually|per (?:year|month|camera|unit))\b/i

/** Sums of a text that say nothing of what is bought beside its parts. */
const beside: ReadonlySet<SumUse> = new Set<SumUse>([
  'available',
  'previous',
  'penalty',
  'per-unit',
  'option',
  'least',
  'annual',
])

/** The same in a text whose other sums are no price of it: "Equipment is $60,000 and installation is $30,000". */
export function overComponentsOfText(
  sums: readonly Readable[],
  text: string,
): CommittedSum | undefined {
  const priced = sums.filter(({ use }) => !beside.has(use))
  const [first] = priced
  if (!first || /\$/.test(text.slice(Math.max(0, first.start - reachBefore), first.start)))
    return undefined
  return overComponents(priced, text)
}

/**
 * "Cameras from Acme: equipment $80,000, installation $8,500, freight $3,350": all that the purchase is made
 * of, where no total is printed.
 */
export function overComponents(sums: readonly Readable[], text: string): CommittedSum | undefined {
  if (sums.length < 2 || sums.length > mostParts) return undefined
  const areParts = sums.every(({ use, start, end }, at) => {
    const head = text.slice(Math.max(0, start - reachBefore), start).replace(/\s+/g, ' ')
    const last = sums[at - 1]
    const gap = last ? text.slice(last.end, start).replace(/\s+/g, ' ') : ''
    return (
      part.includes(use) &&
      names.test(head) &&
      (!last || (joint.test(gap) && !ofWhole.test(gap))) &&
      !ofWhole.test(text.slice(end, end + 24))
    )
  })
  return areParts && new Set(sums.map(({ cents }) => cents)).size === sums.length
    ? together(sums, sumOf(sums))
    : undefined
}
