import type { FactBody, FactGrade, FoundFact } from '../../model/facts.ts'

/** A way of printing a fact. Patterns are global and have no unbounded repetition inside another. */
export interface FactPattern {
  /** Words by which the fact is noticed: cheap to look for, as every page is looked through. */
  readonly pattern: RegExp
  /** Lines stand for themselves: a label and its words, which do not run on into the next line. */
  readonly isOfLine?: boolean
  /** What a match says; `undefined`: something else. */
  read(match: RegExpExecArray, around: Around): FactReading | undefined
}

export type FactReading = FactBody & {
  readonly grade?: FactGrade
  /** So many characters beside the match belong to the quote. */
  readonly before?: number
  readonly after?: number
}

export interface Around {
  /** So many characters before the match. */
  before(length: number): string
  after(length: number): string
}

/** Before a line end, none of these: the sentence, label or list goes on in the next line. */
const wrapped = /[\u00a0\u202f\u2009\t]|(?<=[^\s.:;!?])[ ]?\r?\n(?=[^\s\u2022])/g

/** The text with wrapped lines joined, character for character: offsets stay. */
export function joinLines(text: string): string {
  return text.replace(wrapped, (found) => ' '.repeat(found.length))
}

/** Every fact of these patterns in a text, in reading order; quotes are as printed. */
export function applyPatterns(patterns: readonly FactPattern[], text: string): FoundFact[] {
  const joined = joinLines(text)
  const facts: FoundFact[] = []
  for (const { pattern, isOfLine, read } of patterns) {
    const source = isOfLine ? text : joined
    for (const match of source.matchAll(pattern)) {
      const from = match.index
      const to = from + match[0].length
      const reading = read(match, {
        before: (length) => source.slice(Math.max(0, from - length), from),
        after: (length) => source.slice(to, to + length),
      })
      if (!reading) continue
      const { before = 0, after = 0, grade = 'stated', ...body } = reading
      const start = from - before
      const end = to + after
      facts.push({ ...body, grade, quote: text.slice(start, end), start, end })
    }
  }
  return facts.sort((a, b) => a.start - b.start || b.end - a.end)
}
