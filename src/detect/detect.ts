import type { Detection, DetectionInput, Evidence } from '../model/detection.ts'
import { expectedFacts, type Fact, type FactKind } from '../model/facts.ts'
import { readAction } from './facts/action.ts'
import {
  committedUsd,
  findCommitted,
  findRowSum,
  findSums,
  type PrintedSum,
  toAmountFacts,
} from './facts/amount.ts'
import { deriveUnitPrice, keepFirst, readFacts } from './facts/read-facts.ts'
import { compileLexicon, type Lexicon } from './lexicon.ts'
import { nameThings } from './name-things.ts'
import { type FieldReading, type Hit, readField } from './read-field.ts'
import { giveReasons } from './reasons.ts'
import { countSigns, judge, type Signs } from './score.ts'
import { loadTaxonomy, type Taxonomy } from './taxonomy.ts'

/** Reads items of agendas: pure, same answer for the same input and version, linear time. */
export interface Detector {
  detect(input: DetectionInput): Detection
  readonly version: string
}

/** Rules of this folder; raised whenever the same taxonomy would give another answer. */
const rules = 2

/** More evidence than this helps nobody; the first of each term are kept. */
const mostEvidence = 40

/**
 * Compiles the taxonomy once, when it is first needed: that takes longer than all else at the start
 * of a server. The detector may be shared and called any number of times.
 */
export function createDetector(taxonomy: Taxonomy = loadTaxonomy()): Detector {
  let compiled: Lexicon | undefined
  const version = `${taxonomy.version}+${rules}`

  return {
    version,
    detect({ title, text }) {
      compiled ??= compileLexicon(taxonomy)
      const lexicon = compiled
      const fields = readFields({ title, text: text ?? '' }, lexicon)
      const hits = fields.flatMap((reading) => reading.hits)
      const { support, score, band, signs } = judge(countSigns(hits), taxonomy.scoring)
      const row = findRowSum(title)
      const titleSums = row ? [row] : findSums(title, true)
      const textSums = findSums(text ?? '', false)
      const { technologies, vendors } = nameThings(hits, taxonomy)
      const stated = band === 'none' ? [] : factsOf(title, text ?? '', titleSums, textSums)
      const amountUsd = band === 'none' ? null : committedUsd(title, titleSums, textSums)
      const isPassing = band === 'possible' && !hits.some(({ field }) => field === 'title')
      const done = band === 'none' ? null : readAction(title, text ?? '', isPassing)
      return {
        relevant: band === 'found',
        support,
        score,
        band,
        technologies: band === 'none' ? [] : technologies,
        vendors: band === 'none' ? [] : vendors,
        role: done?.role ?? null,
        action: done?.action ?? null,
        facts: {
          amountUsd,
          amounts: [...toAmountFacts(titleSums, 'title'), ...toAmountFacts(textSums, 'text')],
          stated,
          missing: band === 'none' ? [] : missingFacts(stated, amountUsd),
        },
        evidence: toEvidence(hits),
        reasons: giveReasons(signs, fields, taxonomy),
        version,
      }
    },
  }
}

/** Facts of an item's own words, the title's first; a text that begins with its title says them once. */
function factsOf(
  title: string,
  text: string,
  titleSums: readonly PrintedSum[],
  textSums: readonly PrintedSum[],
): Fact[] {
  const ofTitle: Fact[] = readFacts(title).map((fact) => ({ ...fact, field: 'title' }))
  const ofText: Fact[] = readFacts(text).map((fact) => ({ ...fact, field: 'text' }))
  const price =
    deriveUnitPrice(ofTitle, findCommitted(title, titleSums, [])) ??
    deriveUnitPrice(ofText, findCommitted(title, [], textSums))
  const field = price && titleSums.some(({ start }) => start === price.start) ? 'title' : 'text'
  return keepFirst([...ofTitle, ...ofText, ...(price ? [{ ...price, field } as const] : [])])
}

/** What a reader would ask of such an item and these facts do not answer. */
export function missingFacts(stated: readonly Fact[], amountUsd: number | null): FactKind[] {
  const kinds = new Set<FactKind>(stated.map(({ kind }) => kind))
  if (amountUsd !== null) kinds.add('amount')
  return expectedFacts.filter((kind) => !kinds.has(kind))
}

function readFields(
  { title, text = '' }: DetectionInput,
  lexicon: Lexicon,
): readonly FieldReading[] {
  // A source without separate titles gives the beginning of the text for one: it is read once.
  const isRepeated = repeatsTitle(title, text)
  const isCut = isRepeated && title.length >= cutLength
  return [
    readField(title, 'title', lexicon, { lead: isCut ? leadLength : 0, repeated: 0 }),
    readField(text, 'text', lexicon, {
      lead: isRepeated ? leadLength : 0,
      repeated: isRepeated ? title.length : 0,
    }),
  ]
}

/** The signs of one item, as `scripts/train-detector.ts` reads them. */
export function signsOf(input: DetectionInput, lexicon: Lexicon): Signs {
  return countSigns(readFields(input, lexicon).flatMap((reading) => reading.hits))
}

/** So far an item's own wording reaches where its source has no separate titles. */
const leadLength = 1_200
/** A title as long as this, of a text that begins with it, is a piece of the text. */
const cutLength = 500
/** Shorter titles are titles, though a text begins with them. */
const leastTitle = 80

/** Whether a text begins with its title: the source has no titles and cut this one off. */
function repeatsTitle(title: string, text: string): boolean {
  const bare = (words: string) => words.replace(/\s+/g, ' ').trim()
  const head = bare(title.slice(0, 400))
  return head.length >= leastTitle && bare(text.slice(0, 600)).startsWith(head.slice(0, 300))
}

/** The first places of each term, titles first, in reading order. */
function toEvidence(hits: readonly Hit[]): Evidence[] {
  const times = new Map<string, number>()
  const evidence: Evidence[] = []
  for (const { meaning, field, start, end, quote } of hits) {
    if (evidence.length === mostEvidence) break
    const key = `${field} ${meaning.technology} ${meaning.vendor} ${meaning.term}`
    const count = (times.get(key) ?? 0) + 1
    times.set(key, count)
    if (count > 3) continue
    evidence.push({
      quote,
      start,
      end,
      term: meaning.term,
      field,
      technology: meaning.technology,
      vendor: meaning.vendor,
    })
  }
  return evidence
}
