import type { FactBody, FactGrade, FoundFact } from '../../model/facts.ts'

/** A way of printing a fact. Patterns are global and have no unbounded repetition inside another. */
export interface FactPattern {
  readonly pattern: RegExp
  /** What a match says; `undefined`: something else. `around` gives the text beside the match. */
  read(match: RegExpExecArray, around: Around): FactReading | undefined
}

export type FactReading = FactBody & { readonly grade?: FactGrade }

export interface Around {
  /** So many characters before the match. */
  before(length: number): string
  after(length: number): string
}

/** Every fact of these patterns in a text, in reading order. */
export function applyPatterns(patterns: readonly FactPattern[], text: string): FoundFact[] {
  const facts: FoundFact[] = []
  for (const { pattern, read } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      const reading = read(match, {
        before: (length) => text.slice(Math.max(0, start - length), start),
        after: (length) => text.slice(end, end + length),
      })
      if (reading) facts.push({ grade: 'stated', ...reading, quote: match[0], start, end })
    }
  }
  return facts.sort((a, b) => a.start - b.start || b.end - a.end)
}
