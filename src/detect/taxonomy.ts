import { InputError } from '../model/errors.ts'
import bareWords from './taxonomy/bare-words.json' with { type: 'json' }
import context from './taxonomy/context.json' with { type: 'json' }
import exclusions from './taxonomy/exclusions.json' with { type: 'json' }
import scoring from './taxonomy/scoring.json' with { type: 'json' }
import technologies from './taxonomy/technologies.json' with { type: 'json' }
import vendors from './taxonomy/vendors.json' with { type: 'json' }

/**
 * How much a term says by itself: `strong` names surveillance wherever it stands, `plain` usually
 * does, `weak` counts only near words that settle its meaning.
 */
export type Tier = 'strong' | 'plain' | 'weak'

/** A pattern of words: `(a|b|)` are alternatives, a leading `!` asks for the case as written. */
export type Pattern = string

export interface WeakTerms {
  readonly phrases: readonly Pattern[]
  /** Patterns, or `@id` of a context: one must stand near. */
  readonly near: readonly string[]
  /** Words between, at most. */
  readonly within: number
}

export interface Technology {
  readonly id: string
  readonly name: string
  readonly definition: string
  readonly strong: readonly Pattern[]
  readonly plain: readonly Pattern[]
  readonly weak: readonly WeakTerms[]
  /**
   * What this is often part of ("military equipment report", that may list drones): sure words, but by
   * themselves no find; an item that names nothing else of ours is shown as possible.
   */
  readonly broad?: readonly Pattern[]
  /**
   * Technologies beside which this one is the wider word and not named too: `*` for any and `~id`
   * for one hold only where this one is not named by words sure of themselves.
   */
  readonly yieldsTo?: readonly string[]
}

export interface Product {
  readonly name: Pattern
  readonly technology: string
  /** Whether the name says enough without its maker beside it. */
  readonly alone: boolean
}

export interface Vendor {
  readonly id: string
  readonly name: string
  /** What an item that names it, and nothing else, says: see `Tier`. */
  readonly tier: Tier
  readonly names: readonly Pattern[]
  /** Names that are words of their own, too: believed only near a hint. */
  readonly loose: readonly Pattern[]
  readonly hints: readonly string[]
  /** The technology bought from it when the item says no more; `null` for resellers. */
  readonly implies: string | null
  /** What the same platform does beside that, as a crime centre's map takes in private cameras. */
  readonly comesWith?: string
  /** Sells what others make: where it is dealt with, makers named beside it are dealt with too. */
  readonly resells?: boolean
  /** Who has taken it over: where that one is named, products alone do not name this one. */
  readonly nowOf?: string
  readonly products: readonly Product[]
  readonly note?: string
}

/** Phrases that hold a term without meaning it: a match inside one is dropped. */
export interface CoverExclusion {
  readonly why: string
  readonly phrases: readonly Pattern[]
}

/** Words that, near a term of these technologies, say that it means something else. */
export interface NearExclusion {
  readonly why: string
  readonly phrases: readonly Pattern[]
  /** Ids of technologies, `@id` of a vendor whose name it is about, or `@*` for any vendor's. */
  readonly technologies: readonly string[]
  /** Words that, as near, let the term stand after all. */
  readonly unless?: readonly Pattern[]
  /** Only terms of these tiers; all where absent. */
  readonly tiers?: readonly Tier[]
  /** Only these terms, lower case; all where absent. */
  readonly terms?: readonly string[]
  /** Only terms that hold this word, lower case; all where absent. */
  readonly word?: string
  readonly within: number
  /** Only words that stand after the term count. */
  readonly side?: 'after'
  /** What the firm sells instead: where nothing of ours is named, its name in a title tells nothing. */
  readonly isTrade?: true
  /** Said anywhere in a text that names nothing of ours, it is what a vague title means, too. */
  readonly isOfText?: true
  /** Said anywhere in an item whose title names no police, it is what the terms of the whole item mean. */
  readonly isOfItem?: true
}

export interface Context {
  readonly id: string
  readonly phrases: readonly Pattern[]
}

/** Weights of the score and its bands, as data. */
export interface Scoring {
  /** Learned from labelled items: `npm run train` writes bias, weights and calibration. */
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
  /** Set by people; what is learned stays near it where few items teach otherwise. */
  readonly prior: {
    readonly bias: number
    readonly weights: Readonly<Record<string, number>>
  }
  /** Where the bands begin, on the logistic of the signs' sum. */
  readonly found: number
  /** For a document by itself: pages have no titles, and a packet names much in passing. */
  readonly foundOfDocument: number
  readonly possible: number
  /** Support of an item that names nothing but what ours is often part of: at most this. */
  readonly mostOfBroad: number
  /** `[logistic, share]`: how often items of so much support were relevant; both ascending. */
  readonly calibration: readonly (readonly number[])[]
}

export interface Taxonomy {
  /** Version of terms, rules and weights together. */
  readonly version: string
  readonly technologies: readonly Technology[]
  readonly vendors: readonly Vendor[]
  readonly cover: readonly CoverExclusion[]
  readonly near: readonly NearExclusion[]
  readonly contexts: readonly Context[]
  /** Words, lower case, that tell nothing of what a title is about, and those that name another thing. */
  readonly bareWords: readonly string[]
  readonly tellingWords: readonly string[]
  readonly negations: readonly Pattern[]
  readonly scoring: Scoring
}

/** Longest expansion of one pattern: more is a slip of the pen. */
const mostAlternatives = 1_500

/**
 * Every phrase a pattern stands for, without repeats: `(red|green) light` is two.
 *
 * @throws {InputError} when brackets do not close or it stands for too many.
 */
export function expandPattern(pattern: Pattern): string[] {
  const broken = (said: string) =>
    new InputError('taxonomy_invalid', `Pattern "${pattern}" ${said}`, 'Correct the taxonomy file')

  function alternatives(from: number): { readonly texts: string[]; readonly next: number } {
    const texts: string[] = []
    let current = ['']
    let at = from
    for (; at < pattern.length && pattern[at] !== ')'; at += 1) {
      const character = pattern[at] as string
      if (character === '|') {
        texts.push(...current)
        current = ['']
      } else if (character === '(') {
        const group = alternatives(at + 1)
        if (pattern[group.next] !== ')') throw broken('has a bracket that does not close')
        current = current.flatMap((head) => group.texts.map((tail) => head + tail))
        at = group.next
      } else {
        current = current.map((head) => head + character)
      }
      if (current.length > mostAlternatives) throw broken('stands for too many phrases')
    }
    texts.push(...current)
    return { texts, next: at }
  }

  const { texts, next } = alternatives(0)
  if (next < pattern.length) throw broken('has a bracket too many')
  const phrases = texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text)
  return [...new Set(phrases)]
}

/** The plural of a phrase's last word, where it has one that differs. */
export function pluralOf(phrase: string): string | null {
  const last = /[a-z]{3,}$/i.exec(phrase)?.[0]
  if (!last || /s$/i.test(last)) return null
  if (/[^aeiou]y$/i.test(last)) return `${phrase.slice(0, -1)}ies`
  return /(?:ch|sh|x|z)$/i.test(last) ? `${phrase}es` : `${phrase}s`
}

/** A check over foreign data that names the place of the first fault. */
function fault(where: string, said: string): InputError {
  return new InputError('taxonomy_invalid', `${where} ${said}`, 'Correct the taxonomy file', {
    where: { place: where },
  })
}

function unique(ids: readonly string[], where: string): ReadonlySet<string> {
  const seen = new Set<string>()
  for (const id of ids) {
    if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) throw fault(where, `has an id that is none: "${id}"`)
    if (seen.has(id)) throw fault(where, `lists "${id}" twice`)
    seen.add(id)
  }
  return seen
}

/**
 * Checks what the types cannot: ids are unique and known, patterns expand, limits are sensible.
 *
 * @throws {InputError} `taxonomy_invalid`, naming the first fault.
 */
export function checkTaxonomy(taxonomy: Taxonomy): Taxonomy {
  const known = unique(
    taxonomy.technologies.map(({ id }) => id),
    'technologies',
  )
  const vendors = unique(
    taxonomy.vendors.map(({ id }) => id),
    'vendors',
  )
  const contexts = unique(
    taxonomy.contexts.map(({ id }) => id),
    'contexts',
  )
  const tiers: ReadonlySet<string> = new Set(['strong', 'plain', 'weak'])

  for (const technology of taxonomy.technologies) {
    const where = `technology ${technology.id}`
    if (!technology.name || !technology.definition) throw fault(where, 'lacks name or definition')
    if (technology.strong.length + technology.plain.length === 0) throw fault(where, 'has no terms')
    const { strong, plain, broad = [] } = technology
    for (const pattern of [...strong, ...plain, ...broad]) expandPattern(pattern)
    for (const id of technology.yieldsTo ?? []) {
      if (id !== '*' && !known.has(id.replace(/^~/, '')))
        throw fault(where, `yields to unknown "${id}"`)
    }
    for (const weak of technology.weak) {
      if (weak.near.length === 0) throw fault(where, 'has weak terms that need no context')
      if (!(weak.within > 0 && weak.within <= 100)) throw fault(where, 'has a window out of range')
      for (const near of weak.near) {
        if (near.startsWith('@') && !contexts.has(near.slice(1))) {
          throw fault(where, `needs an unknown context "${near}"`)
        }
      }
    }
  }
  for (const vendor of taxonomy.vendors) {
    const where = `vendor ${vendor.id}`
    if (!vendor.name) throw fault(where, 'lacks a name')
    if (!tiers.has(vendor.tier)) throw fault(where, `has an unknown tier "${vendor.tier}"`)
    if (vendor.names.length + vendor.loose.length === 0) throw fault(where, 'has no names')
    if (vendor.loose.length > 0 && vendor.hints.length === 0) throw fault(where, 'needs hints')
    if (vendor.nowOf && !vendors.has(vendor.nowOf)) throw fault(where, 'belongs to nobody known')
    const named = [
      vendor.implies,
      vendor.comesWith ?? null,
      ...vendor.products.map(({ technology }) => technology),
    ]
    for (const id of named) {
      if (id !== null && !known.has(id)) throw fault(where, `names unknown technology "${id}"`)
    }
    const patterns = [...vendor.names, ...vendor.loose, ...vendor.products.map(({ name }) => name)]
    for (const pattern of patterns) expandPattern(pattern)
  }
  const bare = new Set(taxonomy.bareWords)
  for (const word of [...bare, ...taxonomy.tellingWords]) {
    if (!/^[a-z']+$/.test(word)) throw fault('bare words', `hold "${word}", which is none`)
  }
  for (const word of taxonomy.tellingWords) {
    if (bare.has(word))
      throw fault('bare words', `hold "${word}", which tells of another thing too`)
  }
  for (const near of taxonomy.near) {
    for (const id of near.technologies) {
      if (id !== '@*' && !known.has(id) && !vendors.has(id.replace(/^@/, '')))
        throw fault(`exclusion "${near.why}"`, `names unknown "${id}"`)
    }
    for (const tier of near.tiers ?? []) {
      if (!tiers.has(tier)) throw fault(`exclusion "${near.why}"`, `has unknown tier "${tier}"`)
    }
  }
  const { found, foundOfDocument, possible, mostOfBroad } = taxonomy.scoring
  const areBands = [found, foundOfDocument].every((bar) => mostOfBroad < bar && bar < 1)
  if (!(possible > 0 && possible <= mostOfBroad && areBands))
    throw fault('scoring', 'has odd bands')
  const knots = taxonomy.scoring.calibration
  const rises = knots.every(
    ([x = -1, y = -1], at) => x > (knots[at - 1]?.[0] ?? -1) && y >= (knots[at - 1]?.[1] ?? 0),
  )
  if (!rises || knots[0]?.[0] !== 0 || knots.at(-1)?.[0] !== 1)
    throw fault('scoring', 'has a calibration that does not rise from 0 to 1')
  return taxonomy
}

/** Words of groups, several on a line. */
function listed(groups: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.values(groups).flatMap((lines) => lines.flatMap((line) => line.split(' ')))
}

/** The taxonomy that ships with the product, checked. */
export function loadTaxonomy(): Taxonomy {
  // The compiler knows the files' literal types, which are narrower and wider than ours at once;
  // checkTaxonomy holds what the types say.
  const shipped = {
    version: scoring.version,
    technologies: technologies.technologies,
    vendors: vendors.vendors,
    cover: exclusions.cover,
    near: exclusions.near,
    contexts: context.contexts,
    bareWords: listed(bareWords.words),
    tellingWords: listed(bareWords.telling),
    negations: exclusions.negations,
    scoring,
  } as unknown as Taxonomy
  return checkTaxonomy(shipped)
}

let shipped: Taxonomy | undefined

function current(): Taxonomy {
  shipped ??= loadTaxonomy()
  return shipped
}

/** Ids and names of what is looked for, in the taxonomy's order. */
export function listTechnologies(): readonly { readonly id: string; readonly name: string }[] {
  return current().technologies.map(({ id, name }) => ({ id, name }))
}

/** Ids and names of vendors, in the taxonomy's order. */
export function listVendors(): readonly { readonly id: string; readonly name: string }[] {
  return current().vendors.map(({ id, name }) => ({ id, name }))
}

/** The name pages show; an id of an older taxonomy stands for itself. */
export function technologyName(id: string): string {
  return current().technologies.find((technology) => technology.id === id)?.name ?? id
}

/** The name pages show; an id of an older taxonomy stands for itself. */
export function vendorName(id: string): string {
  return current().vendors.find((vendor) => vendor.id === id)?.name ?? id
}
