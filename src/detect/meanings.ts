import type { Meaning } from './lexicon.ts'
import type { Pattern } from './taxonomy.ts'

/** What a phrase may mean, by its number. */
export interface Meanings {
  get(phrase: number): readonly Meaning[] | undefined
  has(phrase: number): boolean
  readonly size: number
}

/** What all phrases of a pattern mean alike. */
export type SharedMeaning = Omit<Meaning, 'term' | 'exact'>

interface Source {
  readonly pattern: Pattern
  readonly meaning: SharedMeaning
}

/** Whether another meaning of a phrase says the same already: the first listed is the surer one. */
const isSame = (other: SharedMeaning, meaning: SharedMeaning) =>
  other.technology === meaning.technology &&
  other.vendor === meaning.vendor &&
  // Of two that need a neighbour either may be borne out.
  (other.tier !== 'weak' || other.needs === null || meaning.needs === null)

/**
 * Collects meanings of phrases. Only numbers are kept of each: a hundred thousand objects that say
 * what a few thousand patterns mean would take ten times the memory. What a phrase means is put
 * together when it is first read.
 */
export function collectMeanings(formsOf: (pattern: Pattern) => readonly string[]) {
  const sources: Source[] = []
  // A list for each phrase: its first entry, and of each entry what it says and the next one.
  const first: number[] = []
  const sourceOf: number[] = []
  const formOf: number[] = []
  const next: number[] = []
  const exact = new Map<number, string>()

  function* entriesOf(phrase: number) {
    for (let at = (first[phrase] ?? 0) - 1; at >= 0; at = (next[at] as number) - 1) yield at
  }
  const meaningOf = (entry: number) => (sources[sourceOf[entry] as number] as Source).meaning

  return {
    /** `meaning` of one of its forms, by the form's place among them, for its phrase. */
    add(phrase: number, pattern: Pattern, form: number, meaning: SharedMeaning): void {
      const isExact = pattern.startsWith('!')
      const printed = isExact ? formsOf(pattern)[form] : undefined
      let last = -1
      for (const entry of entriesOf(phrase)) {
        const letters = exact.get(entry)
        const covers = letters === undefined || letters === (printed ?? formsOf(pattern)[form])
        if (covers && isSame(meaningOf(entry), meaning)) return
        last = entry
      }
      const latest = sources.at(-1)
      if (latest?.pattern !== pattern || latest.meaning !== meaning) {
        sources.push({ pattern, meaning })
      }
      const entry = sourceOf.length
      sourceOf.push(sources.length - 1)
      formOf.push(form)
      next.push(0)
      if (printed !== undefined) exact.set(entry, printed)
      if (last >= 0) next[last] = entry + 1
      else first[phrase] = entry + 1
    },

    finish(): Meanings {
      const heads = Int32Array.from({ length: first.length }, (_, phrase) => first[phrase] ?? 0)
      const links = Int32Array.from(next)
      const told = Int32Array.from(sourceOf)
      const forms = Int32Array.from(formOf)
      const read = new Map<number, readonly Meaning[]>()
      const made = (phrase: number) => {
        const list: Meaning[] = []
        for (let at = (heads[phrase] ?? 0) - 1; at >= 0; at = (links[at] as number) - 1) {
          const { pattern, meaning } = sources[told[at] as number] as Source
          const term = formsOf(pattern)[forms[at] as number] as string
          list.push({ ...meaning, term, exact: exact.get(at) ?? null })
        }
        return list
      }
      const has = (phrase: number) => (heads[phrase] ?? 0) > 0
      return {
        has,
        get(phrase) {
          if (!has(phrase)) return undefined
          const known = read.get(phrase)
          if (known) return known
          const list = made(phrase)
          read.set(phrase, list)
          return list
        },
        size: heads.reduce((sum, head) => sum + (head > 0 ? 1 : 0), 0),
      }
    },
  }
}
