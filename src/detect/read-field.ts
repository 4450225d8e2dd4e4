import type { EvidenceField } from '../model/detection.ts'
import { isCounted, isPriced } from './dealt-with.ts'
import type { Dropped, FieldReading, Hit } from './hit.ts'
import type { Lexicon, Meaning } from './lexicon.ts'
import { membersOfLists } from './listed-terms.ts'
import { longerTerms, ofAnyCamera } from './longer-terms.ts'
import type { PhraseMatch } from './match.ts'
import { confusion, forbids, isBorneOutBy, isDenied, isExactly } from './means-otherwise.ts'
import { isNear, near } from './near.ts'
import { normalise } from './normalise.ts'
import { beginningInside, containing, overlapping } from './overlaps.ts'
import { standingOf } from './vendor-standing.ts'

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
/** "With the firm of X": dealing is said just before the name. */
const supplierWindow = 4

/** "Fusus (Axon) – Capital City Center" names no firm called Axon Capital. */
const closes = /\)| [–—] /

const isAbbreviation = /^[A-Z][A-Z&/-]{1,6}s?$/

/** How a field divides, in code units from its beginning. */
export interface Parts {
  /** So far reaches the item's own wording, in fields that have no separate title. */
  readonly lead: number
  /** So much repeats another field and is not counted again. */
  readonly repeated: number
  /** What a text says may tell what its title means. */
  readonly isTitled?: boolean
  /** A piece of a table: what stands in it is named in passing, as in a text. */
  readonly isTorn: boolean
  /** Vendors and technologies that another field names plainly: a short or vague name of theirs is believed here. */
  readonly known?: ReadonlySet<string>
  /** Abbreviations that the item explains as something else. */
  readonly others?: () => ReadonlySet<string>
  /**
   * Phrases of the other field: what a text's terms ask for may stand in its title ("Library: quote"), and what
   * tells a firm's short name in a title may stand in the text ("Flock").
   */
  readonly around?: ReadonlySet<number>
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
    if (parts.isTitled) {
      for (const { phrase } of matches) if (lexicon.asked.has(phrase)) said.add(phrase)
    }
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

  const isForbidding = field === 'title' && forbids(text)
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
    const words = text.slice(match.start, match.end)
    if (isAbbreviation.test(words) && parts.others?.().has(words.replace(/s$/, ''))) {
      dropped.push({ quote: quote(match), why: 'an abbreviation of something else', vendor: null })
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
    if (meaning.needs && !isKnown && !near(match, meaning.needs, places)) {
      // What a text says bears out a firm's short name in its title, and no vague word.
      const mayBeBorneOut = field === 'text' || meaning.technology === null
      if (!parts.around || !mayBeBorneOut || !isBorneOutBy(parts.around, meaning, lexicon)) {
        return false
      }
    }
    const confuser = confusion(match, meaning, lexicon, places, text)
    if (confuser) {
      dropped.push({
        quote: quote(match),
        why: confuser.why,
        vendor: confuser.isTrade && meaning.technology === null ? meaning.vendor : null,
      })
      return false
    }
    if (meaning.technology && !isForbidding) {
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
