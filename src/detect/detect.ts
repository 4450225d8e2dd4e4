import type { Detection, DetectionInput, Evidence } from '../model/detection.ts'
import { quotedFacts, quoter } from './as-printed.ts'
import { barenessOf } from './bare-title.ts'
import { catalogueOf } from './catalogue.ts'
import { evenText } from './even-text.ts'
import { readAction } from './facts/action.ts'
import { noFacts, readItemFacts } from './facts/item-facts.ts'
import { makersOfPlatforms, withoutFeeds } from './feeds.ts'
import { headingEnd } from './heading.ts'
import type { FieldReading, Hit } from './hit.ts'
import { isTorn, readFields, repeatsTitle } from './item-fields.ts'
import { loadModels, type Models } from './learned/load.ts'
import { compileLexicon, type Lexicon } from './lexicon.ts'
import { nameThings, nothingNamed } from './name-things.ts'
import { withoutOtherMatters } from './other-matters.ts'
import { withoutPartners } from './partners.ts'
import { giveReasons } from './reasons.ts'
import { countSigns, judge, type Signs } from './score.ts'
import { withoutPraise, withSummary } from './summary.ts'
import { loadTaxonomy, type Taxonomy } from './taxonomy.ts'

/** What a caller reads elsewhere, or not at all, is left out where this is false; else all is read. */
export interface Wants {
  readonly facts: boolean
  /** What the item does: its role and action. */
  readonly role?: boolean
}

/** Reads items of agendas: pure, same answer for the same input and version, linear time. */
export interface Detector {
  detect(input: DetectionInput, wants?: Wants): Detection
  readonly version: string
}

/** Rules of this folder; raised whenever the same taxonomy would give another answer. */
const rules = 61

/** More evidence than this helps nobody; the first of each term are kept. */
const mostEvidence = 40

/**
 * Compiles the taxonomy once, when it is first needed: that takes longer than all else at the start
 * of a server. The detector may be shared and called any number of times. Without `models` the rules
 * alone say what an item does and commits.
 */
export function createDetector(
  taxonomy: Taxonomy = loadTaxonomy(),
  models: Models = loadModels(),
): Detector {
  let compiled: Lexicon | undefined
  const platforms = makersOfPlatforms(taxonomy)
  const catalogue = catalogueOf(taxonomy)
  // What names the item: less praise, other matters, partners and what a platform is fed with.
  const named = (
    hits: readonly Hit[],
    fields: { readonly title: string; readonly text: string },
  ) => {
    const own = withoutOtherMatters(withoutPraise(hits, fields.text), fields)
    return withoutFeeds(withoutPartners(own, fields), fields, platforms)
  }
  const version = `${taxonomy.version}+${rules}`

  return {
    version,
    detect({ title: itsTitle, text: itsText, section }, wants: Wants = { facts: true }) {
      compiled ??= compileLexicon(taxonomy)
      const even = { title: evenText(itsTitle), text: evenText(itsText ?? '') }
      const title = even.title.text
      const own = even.text.text
      const quoted = quoter(even, { title: itsTitle, text: itsText ?? '' })
      const lexicon = compiled
      const fields = readFields({ title, text: own }, lexicon)
      const hits = toldHits(fields, { title, text: own })
      const { support, score, band, signs } = judge(
        signsIn(fields, title, lexicon),
        taxonomy.scoring,
      )
      const { technologies, vendors } =
        band === 'none'
          ? nothingNamed
          : nameThings(named(hits, { title, text: own }), catalogue, fields[0]?.contexts)
      const evidence = toEvidence(hits)
      const isPassing = band === 'possible' && !hits.some(({ field }) => field === 'title')
      const isOfFirm = evidence.some(({ field, vendor }) => field === 'title' && vendor !== null)
      const done =
        band === 'none' || wants.role === false
          ? null
          : readAction(title, own.slice(headingEnd(title, own)), isPassing, isOfFirm, models.role)
      return {
        relevant: band === 'found',
        support,
        score,
        band,
        technologies,
        vendors,
        role: done?.role ?? null,
        action: done?.action ?? null,
        facts:
          band === 'none' || !wants.facts
            ? noFacts
            : quotedFacts(
                readItemFacts(
                  { title, text: own, section: section ?? '' },
                  evidence,
                  { technologies, vendors, role: done?.role ?? null },
                  models,
                ),
                quoted,
              ),
        evidence: evidence.map(quoted),
        reasons: giveReasons(signs, fields, taxonomy),
        version,
      }
    },
  }
}

function toldHits(
  fields: readonly FieldReading[],
  { title, text = '' }: DetectionInput,
): readonly Hit[] {
  const hits = fields.flatMap((reading) => reading.hits)
  const isPage = title.trim() === ''
  return isPage || repeatsTitle(title, text)
    ? hits
    : withSummary(hits, text, headingEnd(title, text))
}

function signsIn(fields: readonly FieldReading[], title: string, lexicon: Lexicon): Signs {
  const contexts = new Set(fields[0]?.contexts)
  if (isTorn(title) || meansElse(fields[0])) contexts.add('elsewhere')
  if (isTorn(title)) contexts.add('torn')
  if (title.trim() === '') contexts.add('untitled')
  if (title.trim() !== '' && namesNothing(fields[0]) && !contexts.has('elsewhere')) {
    contexts.add(barenessOf(title, lexicon))
  }
  return countSigns(
    fields.flatMap((reading) => reading.hits),
    contexts,
    lexicon.makes,
  )
}

/** Whether no word of a title is a term, known or put aside. */
function namesNothing(title: FieldReading | undefined): boolean {
  return (
    title?.dropped.length === 0 &&
    title.hits.every(({ meaning }) => meaning.technology === null && meaning.tier !== 'strong')
  )
}

/** A title whose every term has another meaning there ("sewer camera") says what its text is about. */
function meansElse(title: FieldReading | undefined): boolean {
  return title !== undefined && title.hits.length === 0 && title.dropped.length > 0
}

/** The signs of one item, as its score is learned from; `counts` leaves out what is to be missed. */
export function signsOf(
  input: DetectionInput,
  lexicon: Lexicon,
  counts: (hit: Hit) => boolean = () => true,
): Signs {
  const fields = readFields(input, lexicon)
  return signsIn(
    fields.map((reading) => ({ ...reading, hits: reading.hits.filter(counts) })),
    input.title,
    lexicon,
  )
}

/** Every term of an item that counts. */
export function hitsOf(input: DetectionInput, lexicon: Lexicon): readonly Hit[] {
  return readFields(input, lexicon).flatMap((reading) => reading.hits)
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
