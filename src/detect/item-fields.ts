import type { DetectionInput } from '../model/detection.ts'
import { otherAbbreviations } from './abbreviations.ts'
import type { FieldReading, Hit } from './hit.ts'
import type { Lexicon } from './lexicon.ts'
import { normalise } from './normalise.ts'
import { decidingSentences, type Span } from './opening.ts'
import { readField } from './read-field.ts'
import { isLeftOut } from './summary.ts'

/** So far an item's own wording reaches where its source has no separate titles. */
const leadLength = 1_200
/** A title as long as this, of a text that begins with it, is a piece of the text. */
const cutLength = 500
/** Titles as long as this are told, and not only named. */
const longTitle = 250
/** Shorter titles are titles, though a text begins with them. */
const leastTitle = 80

/** What terms ask for beside them, as far as a title holds it. */
function phrasesOf(title: string, lexicon: Lexicon): ReadonlySet<number> {
  const { text } = normalise(title, lexicon.matcher.knows)
  return new Set(lexicon.matcher.find(text).map(({ phrase }) => phrase))
}

/** Whether a text begins with its title: the source has no titles and cut this one off. */
export function repeatsTitle(title: string, text: string): boolean {
  const bare = (words: string) => words.replace(/\s+/g, ' ').trim()
  const head = bare(title.slice(0, 400))
  return head.length >= leastTitle && bare(text.slice(0, 600)).startsWith(head.slice(0, 300))
}

/** Title and text of an item, each read with what the other says of it. */
export function readFields(
  { title, text = '' }: DetectionInput,
  lexicon: Lexicon,
): readonly FieldReading[] {
  // A source without separate titles gives the beginning of the text for one: it is read once.
  const isRepeated = repeatsTitle(title, text)
  const isCut = isRepeated && title.length >= cutLength
  const lead = isCut ? leadLength : 0
  // Looked for when a field holds an abbreviation that could be one of ours: most pages hold none.
  let abbreviations: ReadonlySet<string> | undefined
  const others = () => {
    abbreviations ??= otherAbbreviations(`${title}\n${text}`, lexicon)
    return abbreviations
  }
  const { contexts } = readField(title, 'title', lexicon)
  const ofText = withoutLeftOut(
    readField(text, 'text', lexicon, {
      lead: isRepeated ? leadLength : 0,
      repeated: isRepeated ? title.length : 0,
      isTorn: false,
      isTitled: title.trim() !== '',
      others,
      // "Upgrade of the security system" over "nine of 16 cameras no longer work".
      known: hintedBy(contexts),
      around: isBrief(title) ? phrasesOf(title, lexicon) : new Set(),
    }),
    text,
  )
  const known = new Set(
    ofText.hits.flatMap(({ meaning }) => {
      if (meaning.technology !== null) return meaning.tier === 'weak' ? [] : meaning.technology
      if (meaning.vendor === null || meaning.needs !== null) return []
      // "Pawnbrokers, amended" over a text that names who keeps their uploads.
      const [best] = meaning.tier === 'strong' ? (lexicon.makes.get(meaning.vendor) ?? []) : []
      return best === undefined ? meaning.vendor : [meaning.vendor, best]
    }),
  )
  const asPrinted = readField(title, 'title', lexicon, {
    lead,
    repeated: 0,
    isTorn: isTorn(title),
    others,
    known,
    // "Flock": the text below tells which.
    around: ofText.said,
  })
  // A piece of minutes or of a packet tells as much as a text does.
  const told = title.length < longTitle ? asPrinted : withoutLeftOut(asPrinted, title)
  const ofTitle = withoutWhatTextTells(claimedBy(ofText, told), ofText, lexicon)
  // A page of a document has no title, and what it opens with may be anything.
  if (title.trim() === '') return [ofTitle, ofText]
  const elsewhere = elsewhereInItem([ofTitle, ofText], phrasesOf(title, lexicon), lexicon)
  const titled = withoutTechnologies(ofTitle, elsewhere)
  const claimed = claimedBy(titled, withoutTechnologies(ofText, elsewhere))
  return [titled, saysNothing(titled) ? withOpening(claimed, text, isBrief(title)) : claimed]
}

/** Technologies whose vague words are believed in the text of such a title. */
function hintedBy(contexts: ReadonlySet<string>): ReadonlySet<string> {
  const hinted = new Set<string>()
  if (contexts.has('securing') || contexts.has('transit')) hinted.add('video-surveillance')
  if (contexts.has('parking')) hinted.add('alpr')
  return hinted
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

const noPart = 'said to be no part of this'

/** What a text says is no part of it counts for nothing. */
function withoutLeftOut(reading: FieldReading, text: string): FieldReading {
  const out = new Set(reading.hits.filter((hit) => isLeftOut(text, hit)))
  const unclaimed = reading.unclaimed.filter((hit) => !isLeftOut(text, hit))
  if (out.size === 0) return { ...reading, unclaimed }
  return {
    ...reading,
    unclaimed,
    hits: reading.hits.filter((hit) => !out.has(hit)),
    dropped: [
      ...reading.dropped,
      ...[...out].map(({ quote }) => ({
        quote,
        why: noPart,
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
      return !title.contexts.has('police') && saysElse(technology, hit, text, lexicon)
    }
    if (namesOurs) return false
    return tradesElsewhere.has(vendor) || saysElse(`@${vendor}`, hit, text, lexicon)
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

/**
 * Technologies that the whole item means otherwise, and why: a rule for those who fly drones for a hobby
 * names drones by the surest words. A title of the police means theirs.
 */
function elsewhereInItem(
  [title, text]: readonly [FieldReading, FieldReading],
  ofTitle: ReadonlySet<number>,
  lexicon: Lexicon,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (title.contexts.has('police')) return found
  const isSaid = (phrase: number) => ofTitle.has(phrase) || text.said.has(phrase)
  for (const { meaning } of [...title.hits, ...text.hits]) {
    const { technology } = meaning
    if (technology === null || found.has(technology)) continue
    const why = (lexicon.confusers.get(technology) ?? []).find(
      ({ isOfItem, nearness, unless }) =>
        isOfItem && nearness.phrases.some(isSaid) && !unless.phrases.some(isSaid),
    )?.why
    if (why) found.set(technology, why)
  }
  return found
}

function withoutTechnologies(
  reading: FieldReading,
  others: ReadonlyMap<string, string>,
): FieldReading {
  const isOther = ({ meaning }: Hit) => others.has(meaning.technology ?? '')
  if (!reading.hits.some(isOther)) return reading
  return {
    ...reading,
    hits: reading.hits.filter((hit) => !isOther(hit)),
    dropped: [
      ...reading.dropped,
      ...reading.hits.filter(isOther).map(({ quote, meaning }) => ({
        quote,
        why: others.get(meaning.technology ?? '') ?? '',
        vendor: null,
      })),
    ],
  }
}

/** Whether a text says, anywhere, what gives a term of its title another meaning. */
function saysElse(about: string, { meaning }: Hit, text: FieldReading, lexicon: Lexicon) {
  const isSaid = (phrase: number) => text.said.has(phrase)
  // "Body cameras are under a separate agreement": what is left out bears nothing out.
  const isRescued = !text.dropped.some(({ why }) => why === noPart)
  return (lexicon.confusers.get(about) ?? []).some(
    ({ isOfText, terms, nearness, unless }) =>
      isOfText &&
      (terms === null || terms.has(meaning.term.toLowerCase())) &&
      nearness.phrases.some(isSaid) &&
      !(isRescued && unless.phrases.some(isSaid)),
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

/** A title that goes on and on says itself what is done, and names nothing of ours. */
const isBrief = (title: string) => (title.trim().split(/\n\s*\n/, 1)[0] ?? '').length < longTitle

/** Under such a title what the text says that is done is the item's own wording. */
function withOpening(reading: FieldReading, text: string, deeds: boolean): FieldReading {
  const spans = decidingSentences(text).filter(({ isDeed }) => deeds || !isDeed)
  if (spans.length === 0) return reading
  let at = 0
  const told = (hit: Hit): Hit => {
    while (at < spans.length && (spans[at] as Span).end < hit.end) at += 1
    const span = spans[at]
    if (hit.part !== 'text' || !span || hit.start < span.start) return hit
    return { ...hit, part: 'lead', isCued: hit.isCued || span.isDeed }
  }
  return { ...reading, hits: reading.hits.map(told) }
}

/** A piece of a table of sums is no item: budgets and registers name much that nobody votes on. */
export function isTorn(title: string): boolean {
  if (title.length < 200) return false
  const digits = title.match(/\d/g)?.length ?? 0
  return digits > title.length / 5
}
