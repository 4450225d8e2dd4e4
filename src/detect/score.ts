import type { DetectionBand } from '../model/detection.ts'
import type { Hit } from './read-field.ts'
import type { Scoring } from './taxonomy.ts'

/** What counts for relevance: how often each sign was seen, each at most so many times. */
export type Signs = Readonly<Record<string, number>>

export interface Judgement {
  readonly score: number
  readonly band: DetectionBand
  readonly signs: Signs
}

function signOf(hit: Hit): string {
  const { technology, vendor, tier } = hit.meaning
  const kind = technology === null && vendor !== null ? 'Vendor' : ''
  return `${hit.part}${kind}${tier === 'strong' ? 'Strong' : tier === 'plain' ? 'Plain' : 'Weak'}`
}

/** Different terms of one sign count up to twice; saying the same again adds little. */
const mostTerms = 2
const mostRepeats = 4

/**
 * Counts the signs of relevance. Every sign adds; nothing that stands elsewhere in a text takes
 * anything away, so that unrelated text cannot hide a purchase.
 */
export function countSigns(hits: readonly Hit[]): Signs {
  const terms = new Map<string, Set<string>>()
  const seen = new Map<string, number>()
  let isCued = false
  let isOperative = false
  for (const hit of hits) {
    const key = hit.meaning.technology ?? hit.meaning.vendor ?? ''
    const sign = signOf(hit)
    const list = terms.get(sign) ?? new Set()
    list.add(`${key} ${hit.meaning.term.toLowerCase()}`)
    terms.set(sign, list)
    seen.set(key, (seen.get(key) ?? 0) + 1)
    isCued ||= hit.isCued && hit.meaning.technology !== null
    isOperative ||= hit.part === 'text' && hit.isOperative
  }
  const signs: Record<string, number> = {}
  for (const [sign, list] of terms) signs[sign] = Math.min(list.size, mostTerms)
  const repeats = Math.max(0, ...seen.values()) - 1
  if (repeats > 0) signs.repeated = Math.min(repeats, mostRepeats)
  if (isCued) signs.cued = 1
  if (isOperative) signs.operative = 1
  return signs
}

/** The score of signs, 0 to 1, and the band it falls in. */
export function judge(signs: Signs, scoring: Scoring): Judgement {
  let sum = scoring.bias
  for (const [sign, count] of Object.entries(signs)) sum += (scoring.weights[sign] ?? 0) * count
  const score = Object.keys(signs).length === 0 ? 0 : 1 / (1 + Math.exp(-sum))
  const band = score >= scoring.found ? 'found' : score >= scoring.possible ? 'possible' : 'none'
  return { score, band, signs }
}
