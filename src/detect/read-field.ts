import type { EvidenceField } from '../model/detection.ts'
import { isCounted, isPriced } from './dealt-with.ts'
import type { Confuser, Lexicon, Meaning, Nearness } from './lexicon.ts'
import { membersOfLists } from './listed-terms.ts'
import type { PhraseMatch } from './match.ts'
import { normalise } from './normalise.ts'
import { beginningInside, containing, firstFrom, overlapping } from './overlaps.ts'
import { type Standing, standingOf } from './vendor-standing.ts'

/** A term of the taxonomy where it stands, its meaning settled by its neighbours. */
export interface Hit {
  readonly meaning: Meaning
  readonly field: EvidenceField
  /** `lead` is the beginning of a text that goes on where its title was cut off. */
  readonly part: 'title' | 'lead' | 'text'
  /** Printed offsets: the quote is `text.slice(start, end)`. */
  readonly start: number
  readonly end: number
  readonly quote: string
  /** Words of purchase or rule-making stand near: something is done with it. */
  readonly isCued: boolean
  /** Said in the sentence that says what the item does. */
  readonly isOperative: boolean
  /** A word of dealing stands before it: "contract with", "purchased from". */
  readonly isSupplier: boolean
  /** A word of purchase all but touches it: "purchase of drones", "drone subscription". */
  readonly isBought: boolean
  /** It is what is acquired: "to purchase security cameras". */
  readonly isAcquired: boolean
  /** In a text, a number of it or a sum stands right beside it: "30 cameras", "cameras, $36,000". */
  readonly isCounted: boolean
  readonly isPriced: boolean
  /** One of a list of technologies: "body cameras, car cameras and a drone". */
  readonly isListed: boolean
  /** What the sentence makes of a firm's name; `named` for all else. */
  readonly standing: Standing
}

/** A match that was put aside, and why. */
export interface Dropped {
  readonly quote: string
  readonly why: string
  /** The firm whose name it is, where it is said to sell something else there. */
  readonly vendor: string | null
}

export interface FieldReading {
  readonly hits: readonly Hit[]
  /** Products whose maker this field does not name: they count where another field of the item does. */
  readonly unclaimed: readonly Hit[]
  readonly dropped: readonly Dropped[]
  /** Of a title, contexts whose words stand anywhere in it. */
  readonly contexts: ReadonlySet<string>
  /** Of a text, phrases that stand anywhere in it and tell what a title means. */
  readonly said: ReadonlySet<number>
}

const nothing: FieldReading = {
  hits: [],
  unclaimed: [],
  dropped: [],
  contexts: new Set(),
  said: new Set(),
}

/** "Purchase of six new drones": so far a word of purchase may stand before and after. */
const boughtBefore = 6
const boughtAfter = 3
const acquiredBefore = 4
/** How far, in words, a cue may stand from the term it belongs to. */
const cueWindow = 16
/** Sentences of ordinances are long. */
const operativeWindow = 28
/** A negation must all but touch what it denies: "no facial recognition". */
const negationWindow = 3
/** A denial does not reach over the end of a sentence, a sum or a number ("No. 4"). */
const endsDenial = /[.;:()$#\d]/
/** Words after "not" and "without" that deny something else than what follows. */
const otherDenial =
  /^\W*(?:to exceed|only|just|limited|less|more|later|competitive|bid|advertis|formal|cost)/i

/** "With the firm of X": dealing is said just before the name. */
const supplierWindow = 4

/** Places of remembered phrases, ascending, as ordinals of their first and last words. */
/** "Fusus (Axon) – Capital City Center" names no firm called Axon Capital. */
const closes = /\)| [–—] /

type Places = ReadonlyMap<number, readonly PhraseMatch[]>

/** The nearest phrase of a set that does not overlap the match, within so many words of it. */
function isNear(
  match: PhraseMatch,
  phrases: readonly number[],
  before: number,
  after: number,
  places: Places,
): boolean {
  for (const phrase of phrases) {
    const found = places.get(phrase)
    if (!found) continue
    for (let index = firstFrom(found, match.firstWord - before); index < found.length; index += 1) {
      const other = found[index] as PhraseMatch
      if (other.firstWord > match.lastWord + after) break
      const overlaps = other.firstWord <= match.lastWord && other.lastWord >= match.firstWord
      if (!overlaps) return true
      // Phrases overlapping the match are few: they begin inside it.
    }
  }
  return false
}

/** Whether a word of denial stands just before a match, and denies it and nothing else. */
function isDenied(
  text: string,
  match: PhraseMatch,
  negations: readonly number[],
  places: Places,
): boolean {
  for (const phrase of negations) {
    const found = places.get(phrase)
    if (!found) continue
    for (let index = firstFrom(found, match.firstWord - negationWindow); ; index += 1) {
      const denial = found[index]
      if (!denial || denial.lastWord >= match.firstWord) break
      const between = text.slice(denial.end, match.start)
      if (!endsDenial.test(between) && !otherDenial.test(between)) return true
    }
  }
  return false
}

function near(match: PhraseMatch, { phrases, within }: Nearness, places: Places): boolean {
  return isNear(match, phrases, within, within, places)
}

/** How a field divides, in code units from its beginning. */
export interface Parts {
  /** So far reaches the item's own wording, in fields that have no separate title. */
  readonly lead: number
  /** So much repeats another field and is not counted again. */
  readonly repeated: number
  /** A piece of a table: what stands in it is named in passing, as in a text. */
  readonly isTorn: boolean
  /** Vendors and technologies that another field names plainly: a short or vague name of theirs is believed here. */
  readonly known?: ReadonlySet<string>
}

/** Reads one field: what the matcher finds, less what its neighbours say it is not. */
export function readField(
  printed: string,
  field: EvidenceField,
  lexicon: Lexicon,
  parts: Parts = { lead: 0, repeated: 0, isTorn: false },
): FieldReading {
  // Pages of documents have no titles.
  if (printed === '') return nothing
  const { text, printed: back } = normalise(printed, lexicon.matcher.knows)
  const matches = lexicon.matcher.find(text)
  // Most pages of a packet hold words of context alone: nothing asks what stands near what.
  const said = new Set<number>()
  if (field === 'text') {
    for (const { phrase } of matches) if (lexicon.asked.has(phrase)) said.add(phrase)
    if (!matches.some(({ phrase }) => lexicon.meanings.has(phrase))) return { ...nothing, said }
  }

  const places = new Map<number, PhraseMatch[]>()
  const covers: PhraseMatch[] = []
  const candidates: { readonly match: PhraseMatch; readonly meaning: Meaning }[] = []
  for (const match of matches) {
    if (lexicon.remembered.has(match.phrase)) {
      const list = places.get(match.phrase)
      if (list) list.push(match)
      else places.set(match.phrase, [match])
    }
    if (lexicon.covers.has(match.phrase) && !closes.test(text.slice(match.start, match.end)))
      covers.push(match)
    const meanings = lexicon.meanings.get(match.phrase)
    if (!meanings) continue
    for (const meaning of meanings) {
      if (!isExactly(text, match, meaning)) continue
      if (meaning.needsCapital && /[a-z]/.test(text[match.start] ?? '')) continue
      candidates.push({ match, meaning })
    }
  }
  const contexts = new Set<string>()
  if (field === 'title') {
    for (const [id, phrases] of lexicon.contexts) {
      if (phrases.some((phrase) => places.has(phrase))) contexts.add(id)
    }
  }
  if (candidates.length === 0) return { ...nothing, contexts, said }

  const dropped: Dropped[] = []
  const quote = (match: PhraseMatch) => {
    const { start, end } = back(match.start, match.end)
    return printed.slice(start, end)
  }
  const coverOf = containing(covers)
  // "Mini dome cameras" of nobody is no product of a maker who calls one so, and hides no "dome cameras".
  const makers = new Set(parts.known)
  for (const { meaning } of candidates)
    if (meaning.vendor && !meaning.needsVendor) makers.add(meaning.vendor)
  const mayStand = ({ meaning }: (typeof candidates)[number]) =>
    !meaning.needsVendor || makers.has(meaning.vendor ?? '')
  const longerOf = longerTerms(candidates.filter(mayStand), places)
  const crossesName = overlapping(
    candidates
      .filter(({ meaning }) => meaning.vendor && !meaning.technology)
      .map(({ match }) => match),
  )
  // "Thermal imaging camera replacement" is about that kind of camera, though nobody counts it.
  const goesOnFrom = beginningInside([
    ...covers,
    ...candidates
      .filter(({ meaning }) => meaning.technology && !ofAnyCamera.has(meaning.technology))
      .map(({ match }) => match),
  ])
  const longerNameOf = containing(
    candidates
      .filter(({ meaning }) => meaning.vendor && !meaning.technology)
      .map(({ match }) => match),
  )
  const named = new Set<string>()
  const byVendor = new Map<string, PhraseMatch[]>()
  for (const { match, meaning } of candidates) {
    if (meaning.vendor === null || meaning.needsVendor) continue
    const list = byVendor.get(meaning.vendor)
    if (list) list.push(match)
    else byVendor.set(meaning.vendor, [match])
  }
  const longerName = new Map([...byVendor].map(([vendor, names]) => [vendor, containing(names)]))

  const things = new Set<string>()
  const settled = candidates.filter(({ match, meaning }) => {
    const cover = coverOf(match, 0)
    if (cover) {
      dropped.push({
        quote: quote(cover),
        why: lexicon.covers.get(cover.phrase) ?? '',
        vendor: null,
      })
      return false
    }
    // "Axon Fleet" names the product; the maker's name in it says no more.
    if (meaning.vendor && !meaning.technology && longerName.get(meaning.vendor)?.(match, 1))
      return false
    // "L3 Mobile-Vision" is no "Mobile-Vision", which another firm is called.
    if (meaning.vendor && !meaning.technology && longerNameOf(match, 1)) return false
    // "License plate reader camera" is one thing, not three.
    if (meaning.technology && longerOf(match, meaning.technology)) return false
    // "Flock Safety cameras" are no safety cameras; "Flock Condor" is a product of theirs.
    const isOfCameras = meaning.technology === 'video-surveillance'
    if (meaning.vendor === null && (meaning.tier !== 'strong' || isOfCameras) && crossesName(match))
      return false
    if (
      meaning.technology === 'video-surveillance' &&
      meaning.tier !== 'strong' &&
      goesOnFrom(match)
    )
      return false
    const isKnown = parts.known?.has(meaning.technology ?? meaning.vendor ?? '') ?? false
    if (meaning.needs && !isKnown && !near(match, meaning.needs, places)) return false
    const confuser = confusion(match, meaning, lexicon, places)
    if (confuser) {
      dropped.push({
        quote: quote(match),
        why: confuser.why,
        vendor: confuser.isTrade && meaning.technology === null ? meaning.vendor : null,
      })
      return false
    }
    if (meaning.technology) {
      if (isDenied(text, match, lexicon.negations, places)) {
        dropped.push({ quote: quote(match), why: 'said not to be there', vendor: null })
        return false
      }
    }
    // A phrase that two sets of neighbours bear out is there once.
    const thing = `${match.start} ${match.phrase} ${meaning.technology} ${meaning.vendor}`
    if (things.has(thing)) return false
    things.add(thing)
    if (meaning.vendor && !meaning.technology) named.add(meaning.vendor)
    return true
  })

  const purchase = lexicon.contexts.get('purchase') ?? []
  const act = [...purchase, ...(lexicon.contexts.get('rule') ?? [])]
  const operative = lexicon.contexts.get('operative') ?? []
  const acquiring = lexicon.contexts.get('acquiring') ?? []
  const supplier = lexicon.contexts.get('supplier') ?? []
  const listed = membersOfLists(settled, text)
  const all = settled
    .filter(({ match }) => back(match.start, match.end).end > parts.repeated)
    .map(({ match, meaning }): Hit => {
      const { start, end } = back(match.start, match.end)
      return {
        meaning,
        field,
        part: partAt(start, field, parts),
        start,
        end,
        quote: printed.slice(start, end),
        isCued: isNear(match, act, cueWindow, cueWindow, places),
        isOperative: isNear(match, operative, operativeWindow, -1, places),
        isSupplier: isNear(match, supplier, supplierWindow, -1, places),
        isBought: isNear(match, purchase, boughtBefore, boughtAfter, places),
        isAcquired: isNear(match, acquiring, acquiredBefore, -1, places),
        isCounted: field === 'text' && isCounted(printed, start, end),
        isPriced: field === 'text' && isPriced(printed, start, end),
        isListed: listed.has(match),
        standing: meaning.vendor === null ? 'named' : standingOf(printed, start, end),
      }
    })
  const isClaimed = ({ meaning }: Hit) => !meaning.needsVendor || named.has(meaning.vendor ?? '')
  return {
    hits: all.filter(isClaimed),
    unclaimed: all.filter((hit) => !isClaimed(hit)),
    dropped,
    contexts,
    said,
  }
}

function partAt(start: number, field: EvidenceField, { lead, isTorn }: Parts): Hit['part'] {
  if (isTorn) return 'text'
  return start < lead ? 'lead' : field === 'title' ? 'title' : 'text'
}

/** Short names in capitals are abbreviations of anything; "PEREGRINE" in a title in capitals is the firm. */
const leastInCapitals = 5

function isExactly(
  text: string,
  { start, end }: PhraseMatch,
  { exact, vendor, needs }: Meaning,
): boolean {
  if (exact === null) return true
  const printed = text.slice(start, end)
  if (printed === exact) return true
  // What stands near still has to bear it out.
  const isName = vendor !== null && needs !== null && exact.length >= leastInCapitals
  return isName && printed === exact.toUpperCase()
}

/** Where cameras hang, and whose they are, tells no other kind of camera: "campus security cameras". */
const ofAnyCamera: ReadonlySet<string> = new Set([
  'video-surveillance',
  'camera-registry-integration',
])

/** What of its neighbours says that a term means something else, or `null`. */
function confusion(
  match: PhraseMatch,
  { technology, vendor, tier, term }: Meaning,
  lexicon: Lexicon,
  places: Places,
): Confuser | null {
  const own = lexicon.confusers.get(technology ?? `@${vendor}`) ?? []
  // A maker's name may stand for what it makes: "Palantir" is both.
  const isName = lexicon.meanings.get(match.phrase)?.some((other) => other.technology === null)
  const common = (isName && lexicon.confusers.get('@*')) || []
  for (const confuser of [...own, ...common]) {
    if (confuser.tiers && !confuser.tiers.has(tier)) continue
    if (confuser.terms && !confuser.terms.has(term.toLowerCase())) continue
    if (confuser.word && !term.toLowerCase().split(' ').includes(confuser.word)) continue
    const { phrases, within } = confuser.nearness
    if (!isNear(match, phrases, confuser.isAfter ? -1 : within, within, places)) continue
    if (!near(match, confuser.unless, places)) return confuser
  }
  return null
}

/**
 * Tells whether a term stands inside a longer one. "Purchase of cameras", which asks for a place beside
 * it, hides no "cameras" beside "police" where no place is named; a term of another technology still
 * says what kind of camera it is.
 */
function longerTerms(
  candidates: readonly { readonly match: PhraseMatch; readonly meaning: Meaning }[],
  places: Places,
) {
  const sure: PhraseMatch[] = []
  const unmet = new Map<string, PhraseMatch[]>()
  for (const { match, meaning } of candidates) {
    if (!meaning.technology) continue
    if (!meaning.needs || near(match, meaning.needs, places)) sure.push(match)
    // "Cameras at red lights" is longer than "cameras", and says no other kind of camera.
    else if (!ofAnyCamera.has(meaning.technology)) {
      const list = unmet.get(meaning.technology)
      if (list) list.push(match)
      else unmet.set(meaning.technology, [match])
    }
  }
  const ofSure = containing(sure)
  const ofUnmet = [...unmet].map(([id, matches]) => ({ id, find: containing(matches) }))
  return (match: PhraseMatch, technology: string): boolean =>
    ofSure(match, 1) !== undefined ||
    ofUnmet.some(({ id, find }) => id !== technology && find(match, 1) !== undefined)
}
