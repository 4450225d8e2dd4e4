import { buildMatcher, type Matcher, wordsOf } from './match.ts'
import { collectMeanings, type Meanings, type SharedMeaning } from './meanings.ts'
import { normalise } from './normalise.ts'
import { expandPattern, type Pattern, pluralOf, type Taxonomy, type Tier } from './taxonomy.ts'

/** Words of which one must stand near, as phrase numbers of the matcher. */
export interface Nearness {
  readonly phrases: readonly number[]
  readonly within: number
}

/** What a matched phrase may mean for detection. */
export interface Meaning {
  /** The pattern as the taxonomy writes it, without its case mark. */
  readonly term: string
  readonly technology: string | null
  readonly vendor: string | null
  readonly tier: Tier
  /** Printed so and not otherwise, where case settles the meaning. */
  readonly exact: string | null
  readonly needs: Nearness | null
  /** A product's name that means nothing without its maker in the same field. */
  readonly needsVendor: boolean
  /** A product named by a word of its own: without a capital it is that word and no name. */
  readonly needsCapital: boolean
  /** What its technology is often part of, and no find by itself. */
  readonly isBroad: boolean
}

export interface Confuser {
  readonly why: string
  readonly nearness: Nearness
  /** Only what stands after the term counts. */
  readonly isAfter: boolean
  readonly unless: Nearness
  readonly tiers: ReadonlySet<Tier> | null
  readonly terms: ReadonlySet<string> | null
  readonly word: string | null
  readonly isTrade: boolean
  /** Said anywhere in a text, it tells what a vague title means. */
  readonly isOfText: boolean
  /** Said anywhere in an item, it tells what its terms mean, sure ones too. */
  readonly isOfItem: boolean
}

/** The taxonomy compiled for reading: one matcher, and what each of its phrases is for. */
export interface Lexicon {
  readonly matcher: Matcher
  readonly meanings: Meanings
  /** Phrases that cover a term without meaning it, with the reason. */
  readonly covers: ReadonlyMap<number, string>
  /** By id of a technology, `@id` of a vendor, or `@*` for any vendor's name. */
  readonly confusers: ReadonlyMap<string, readonly Confuser[]>
  readonly contexts: ReadonlyMap<string, readonly number[]>
  readonly negations: readonly number[]
  /** Words, lower case, that tell nothing of what a title is about, and those that name another thing. */
  readonly bareWords: ReadonlySet<string>
  readonly tellingWords: ReadonlySet<string>
  /** Technologies that a vendor's products are, by id of the vendor. */
  readonly makes: ReadonlyMap<string, ReadonlySet<string>>
  /** Phrases of which it is asked whether a text says them at all. */
  readonly asked: ReadonlySet<number>
  /** Phrases whose places are remembered, because something asks what stands near. */
  readonly remembered: ReadonlySet<number>
}

/** Every phrase a pattern stands for, plurals too. */
function forms(pattern: Pattern): string[] {
  const isExact = pattern.startsWith('!')
  const singles = expandPattern(isExact ? pattern.slice(1) : pattern)
  const plurals = isExact ? [] : singles.flatMap((phrase) => pluralOf(phrase) ?? [])
  return [...new Set([...singles, ...plurals])]
}

/** A vendor's hints may stand a sentence away; a weak word's must be closer. */
const hintWindow = 40

/** A term that stands for itself. */
const standing = { needsVendor: false, needsCapital: false, isBroad: false }

const isAscii = /^[\x20-\x7e]*$/

const wordKey = (phrase: string) => wordsOf(phrase).join(' ')

/** Whether some of a phrase's words, side by side, are one of these. */
function holdsAny(phrase: string, others: ReadonlySet<string>): boolean {
  const words = wordsOf(phrase)
  return words.some((_, from) =>
    words.some((_, to) => to >= from && others.has(words.slice(from, to + 1).join(' '))),
  )
}

/** Compiles a checked taxonomy; costs some hundred milliseconds, so once per process. */
export function compileLexicon(taxonomy: Taxonomy): Lexicon {
  const matcher = buildMatcher()
  let phrases = 0
  const meanings = collectMeanings(forms)
  const covers = new Map<number, string>()
  const remembered = new Set<number>()
  const asked = new Set<number>()

  function number(phrase: string): number {
    // Nearly all phrases are plain ASCII, which folding leaves alone.
    const words = wordsOf(isAscii.test(phrase) ? phrase : normalise(phrase, () => false).text)
    const number = matcher.add(words, phrases)
    if (number === phrases) phrases += 1
    return number
  }

  /** What all forms of a pattern mean, or each by itself. */
  function mean(
    pattern: Pattern,
    meaning: SharedMeaning | ((form: string) => SharedMeaning),
  ): void {
    forms(pattern).forEach((form, at) => {
      const own = typeof meaning === 'function' ? meaning(form) : meaning
      meanings.add(number(form), pattern, at, own)
    })
  }

  function set(patterns: readonly Pattern[]): number[] {
    const all = new Set<number>()
    for (const pattern of patterns) for (const form of forms(pattern)) all.add(number(form))
    for (const phrase of all) remembered.add(phrase)
    return [...all]
  }

  const contexts = new Map(taxonomy.contexts.map(({ id, phrases }) => [id, set(phrases)]))
  const nearness = (near: readonly string[], within: number): Nearness => ({
    phrases: [
      ...set(near.filter((pattern) => !pattern.startsWith('@'))),
      ...near
        .filter((pattern) => pattern.startsWith('@'))
        .flatMap((pattern) => contexts.get(pattern.slice(1)) ?? []),
    ],
    within,
  })

  for (const { id, strong, plain, weak, broad = [] } of taxonomy.technologies) {
    const common = { technology: id, vendor: null, needs: null, ...standing }
    for (const pattern of strong) mean(pattern, { ...common, tier: 'strong' })
    for (const pattern of broad) mean(pattern, { ...common, tier: 'strong', isBroad: true })
    const sure = new Set(strong.flatMap((pattern) => forms(pattern).map(wordKey)))
    const asStrong: SharedMeaning = { ...common, tier: 'strong' }
    const asPlain: SharedMeaning = { ...common, tier: 'plain' }
    // A longer phrase is no weaker than the strong one it holds.
    for (const pattern of plain) {
      mean(pattern, (form) => (holdsAny(form, sure) ? asStrong : asPlain))
    }
    for (const { phrases, near, within } of weak) {
      const needs = nearness(near, within)
      for (const pattern of phrases) mean(pattern, { ...common, tier: 'weak', needs })
    }
  }
  for (const { id, tier, names, loose, hints, products } of taxonomy.vendors) {
    const common = { technology: null, vendor: id, tier, needs: null, ...standing }
    for (const pattern of names) mean(pattern, common)
    if (loose.length > 0) {
      const needs = nearness(hints, hintWindow)
      for (const pattern of loose) mean(pattern, { ...common, needs })
      // A title's short name is believed where its text tells which is meant.
      if (tier === 'strong') for (const phrase of needs.phrases) asked.add(phrase)
    }
    for (const { name, technology, alone } of products) {
      mean(name, {
        technology,
        vendor: id,
        tier: alone ? 'strong' : 'plain',
        needs: null,
        needsVendor: !alone,
        needsCapital: !alone && /^[A-Z]/.test(name),
        isBroad: false,
      })
    }
  }
  for (const { why, phrases } of taxonomy.cover) {
    for (const pattern of phrases) {
      for (const form of forms(pattern)) covers.set(number(form), why)
    }
  }
  const makes = new Map(
    taxonomy.vendors.map(({ id, implies, products }) => [
      id,
      new Set([...(implies ? [implies] : []), ...products.map(({ technology }) => technology)]),
    ]),
  )
  const confusers = new Map<string, Confuser[]>()
  for (const exclusion of taxonomy.near) {
    const { why, phrases, technologies, unless, tiers, terms, word, within, side } = exclusion
    const confuser: Confuser = {
      why,
      nearness: nearness(phrases, within),
      isAfter: side === 'after',
      unless: nearness(unless ?? [], within),
      tiers: tiers ? new Set(tiers) : null,
      terms: terms ? new Set(terms) : null,
      word: word ?? null,
      isTrade: exclusion.isTrade ?? false,
      isOfText: exclusion.isOfText ?? false,
      isOfItem: exclusion.isOfItem ?? false,
    }
    if (confuser.isOfText || confuser.isOfItem) {
      for (const phrase of [...confuser.nearness.phrases, ...confuser.unless.phrases]) {
        asked.add(phrase)
      }
    }
    for (const about of technologies) {
      confusers.set(about, [...(confusers.get(about) ?? []), confuser])
    }
  }
  const negations = set(taxonomy.negations)

  return {
    matcher: matcher.finish(),
    meanings: meanings.finish(),
    covers,
    confusers,
    contexts,
    negations,
    makes,
    bareWords: new Set(taxonomy.bareWords),
    tellingWords: new Set(taxonomy.tellingWords),
    asked,
    remembered,
  }
}
