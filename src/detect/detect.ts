import type { Detection, DetectionInput, Evidence } from '../model/detection.ts'
import { cuesOf, readAction } from './facts/action.ts'
import type { ActionReading } from './facts/cue.ts'
import { noFacts, readItemFacts } from './facts/item-facts.ts'
import { makersOfPlatforms, withoutFeeds } from './feeds.ts'
import { loadModels, type Models } from './learned/load.ts'
import { weighRole } from './learned/role.ts'
import { compileLexicon, type Lexicon } from './lexicon.ts'
import { nameThings } from './name-things.ts'
import { type FieldReading, type Hit, readField } from './read-field.ts'
import { giveReasons } from './reasons.ts'
import { countSigns, judge, type Signs } from './score.ts'
import { isLeftOut, withSummary } from './summary.ts'
import { loadTaxonomy, type Taxonomy } from './taxonomy.ts'

/** Reads items of agendas: pure, same answer for the same input and version, linear time. */
export interface Detector {
  /** `wants.facts` false leaves facts out, for a caller who reads them elsewhere or not at all. */
  detect(input: DetectionInput, wants?: { readonly facts: boolean }): Detection
  readonly version: string
}

/** Rules of this folder; raised whenever the same taxonomy would give another answer. */
const rules = 39

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
  const version = `${taxonomy.version}+${rules}`

  return {
    version,
    detect({ title, text, section }, wants = { facts: true }) {
      compiled ??= compileLexicon(taxonomy)
      const lexicon = compiled
      const fields = readFields({ title, text: text ?? '' }, lexicon)
      const hits = toldHits(fields, { title, text: text ?? '' })
      const { support, score, band, signs } = judge(
        signsIn(fields, title, lexicon),
        taxonomy.scoring,
      )
      const { technologies, vendors } = nameThings(
        withoutFeeds(hits, { title, text: text ?? '' }, platforms),
        taxonomy,
        fields[0]?.contexts,
      )
      const evidence = toEvidence(hits)
      const isPassing = band === 'possible' && !hits.some(({ field }) => field === 'title')
      const done =
        band === 'none'
          ? null
          : readDone({ title, text: text ?? '' }, isPassing, technologies, models)
      return {
        relevant: band === 'found',
        support,
        score,
        band,
        technologies: band === 'none' ? [] : technologies,
        vendors: band === 'none' ? [] : vendors,
        role: done?.role ?? null,
        action: done?.action ?? null,
        facts:
          band === 'none' || !wants.facts
            ? noFacts
            : readItemFacts(
                { title, text: text ?? '', section: section ?? '' },
                evidence,
                { technologies, vendors, role: done?.role ?? null },
                models.sum,
              ),
        evidence,
        reasons: giveReasons(signs, fields, taxonomy),
        version,
      }
    },
  }
}

/** What the item does: by its cues, weighed with all its words where it has a title of its own. */
function readDone(
  { title, text }: { readonly title: string; readonly text: string },
  isPassing: boolean,
  technologies: readonly string[],
  models: Models,
): ActionReading {
  const byCues = readAction(title, text, isPassing)
  if (!models.role || isPassing || title.trim() === '') return byCues
  return weighRole(byCues, cuesOf(title), { title, text, technologies }, models.role)
}

function toldHits(
  fields: readonly FieldReading[],
  { title, text = '' }: DetectionInput,
): readonly Hit[] {
  const hits = fields.flatMap((reading) => reading.hits)
  const isPage = title.trim() === ''
  return isPage || repeatsTitle(title, text) ? hits : withSummary(hits, text)
}

function readFields(
  { title, text = '' }: DetectionInput,
  lexicon: Lexicon,
): readonly FieldReading[] {
  // A source without separate titles gives the beginning of the text for one: it is read once.
  const isRepeated = repeatsTitle(title, text)
  const isCut = isRepeated && title.length >= cutLength
  const lead = isCut ? leadLength : 0
  const ofText = withoutLeftOut(
    readField(text, 'text', lexicon, {
      lead: isRepeated ? leadLength : 0,
      repeated: isRepeated ? title.length : 0,
      isTorn: false,
    }),
    text,
  )
  const known = new Set(
    ofText.hits.flatMap(({ meaning }) => {
      if (meaning.technology !== null) return meaning.tier === 'weak' ? [] : meaning.technology
      return meaning.vendor !== null && meaning.needs === null ? meaning.vendor : []
    }),
  )
  const asPrinted = readField(title, 'title', lexicon, {
    lead,
    repeated: 0,
    isTorn: isTorn(title),
    known,
  })
  // A piece of minutes or of a packet tells as much as a text does.
  const told = title.length < longTitle ? asPrinted : withoutLeftOut(asPrinted, title)
  const ofTitle = withoutWhatTextTells(claimedBy(ofText, told), ofText, lexicon)
  // A page of a document has no title, and what it opens with may be anything.
  if (title.trim() === '') return [ofTitle, ofText]
  const claimed = claimedBy(ofTitle, ofText)
  return [ofTitle, saysNothing(ofTitle) ? withOpening(claimed, text) : claimed]
}

/** "Amendment with Axon" over "adds 58 Fleet 3 units": the maker that one field names, the other's product has. */
function claimedBy(other: FieldReading, reading: FieldReading): FieldReading {
  const makers = new Set(
    other.hits.flatMap(({ meaning, standing }) =>
      meaning.technology === null && standing !== 'aside' ? meaning.vendor : [],
    ),
  )
  const claimed = reading.unclaimed.filter(
    ({ meaning }) => meaning.needsCapital && makers.has(meaning.vendor),
  )
  if (claimed.length === 0) return reading
  return { ...reading, hits: [...reading.hits, ...claimed].sort((a, b) => a.start - b.start) }
}

/** What a text says is no part of it counts for nothing. */
function withoutLeftOut(reading: FieldReading, text: string): FieldReading {
  const out = new Set(reading.hits.filter((hit) => isLeftOut(text, hit)))
  if (out.size === 0) return reading
  return {
    ...reading,
    hits: reading.hits.filter((hit) => !out.has(hit)),
    dropped: [
      ...reading.dropped,
      ...[...out].map(({ quote }) => ({
        quote,
        why: 'said to be no part of this',
        vendor: null,
      })),
    ],
  }
}

/**
 * "Agreement with Acme" over a text in which Acme sells stun guns, or a "camera system" over one about
 * sewers, and nothing of ours is named: such a title tells nothing.
 */
function withoutWhatTextTells(
  title: FieldReading,
  text: FieldReading,
  lexicon: Lexicon,
): FieldReading {
  if (text.hits.some(({ meaning }) => meaning.technology !== null)) return title
  const tradesElsewhere = new Set(text.dropped.map(({ vendor }) => vendor))
  const namesOurs = title.hits.some(({ meaning }) => meaning.technology !== null)
  const isElse = (hit: Hit) => {
    const { technology, vendor, tier } = hit.meaning
    if (technology !== null) {
      if (tier === 'strong') return false
      return !title.contexts.has('police') && saysElse(technology, hit, text.said, lexicon)
    }
    if (namesOurs) return false
    return tradesElsewhere.has(vendor) || saysElse(`@${vendor}`, hit, text.said, lexicon)
  }
  const other = title.hits.filter(isElse)
  if (other.length === 0) return title
  return {
    ...title,
    hits: title.hits.filter((hit) => !other.includes(hit)),
    dropped: [
      ...title.dropped,
      ...other.map(({ quote }) => ({ quote, why: 'the text says what it is', vendor: null })),
    ],
  }
}

/** Whether a text says, anywhere, what gives a term of its title another meaning. */
function saysElse(about: string, { meaning }: Hit, said: ReadonlySet<number>, lexicon: Lexicon) {
  const isSaid = (phrase: number) => said.has(phrase)
  return (lexicon.confusers.get(about) ?? []).some(
    ({ isOfText, terms, nearness, unless }) =>
      isOfText &&
      (terms === null || terms.has(meaning.term.toLowerCase())) &&
      nearness.phrases.some(isSaid) &&
      !unless.phrases.some(isSaid),
  )
}

/** A title that names nothing of ours, as "Accept donation, third phase", and nothing else either. */
function saysNothing({ hits, dropped, contexts }: FieldReading): boolean {
  return (
    dropped.length === 0 &&
    !contexts.has('elsewhere') &&
    hits.every(({ meaning }) => meaning.technology === null && meaning.tier === 'weak')
  )
}

/** The decision itself, where a text begins with it. */
const decision =
  /^\W*(?:an? (?:[\w-]+ ){0,2}(?:resolution|ordinance|motion|order|bill)\b|(?:staff |it is )?(?:recommend(?:ed|s|ation)?|request(?:ed|s|ing)?)\b|(?:approv|authoriz|adopt|accept|award|ratif)\w*)/i
const endOfSentence = /(?<!\b(?:inc|llc|co|corp|no|st|ltd|dr|mr|ms))[.]\s+(?=[A-Z])|\n\s*\n/i
const longestDecision = 700

/** Under such a title the decision that the text begins with is the item's own wording. */
function withOpening(reading: FieldReading, text: string): FieldReading {
  const head = text.slice(0, longestDecision)
  if (!decision.test(head)) return reading
  const end = head.search(endOfSentence)
  const lead = end < 0 ? head.length : end
  return {
    ...reading,
    hits: reading.hits.map((hit) =>
      hit.part === 'text' && hit.end <= lead ? { ...hit, part: 'lead' } : hit,
    ),
  }
}

function signsIn(fields: readonly FieldReading[], title: string, lexicon: Lexicon): Signs {
  const contexts = new Set(fields[0]?.contexts)
  if (isTorn(title) || meansElse(fields[0])) contexts.add('elsewhere')
  if (isTorn(title)) contexts.add('torn')
  return countSigns(
    fields.flatMap((reading) => reading.hits),
    contexts,
    lexicon.makes,
  )
}

/** A title whose every term has another meaning there ("sewer camera") says what its text is about. */
function meansElse(title: FieldReading | undefined): boolean {
  return title !== undefined && title.hits.length === 0 && title.dropped.length > 0
}

/** A piece of a table of sums is no item: budgets and registers name much that nobody votes on. */
function isTorn(title: string): boolean {
  if (title.length < 200) return false
  const digits = title.match(/\d/g)?.length ?? 0
  return digits > title.length / 5
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

/** So far an item's own wording reaches where its source has no separate titles. */
const leadLength = 1_200
/** A title as long as this, of a text that begins with it, is a piece of the text. */
const cutLength = 500
/** Titles as long as this are told, and not only named. */
const longTitle = 250
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
