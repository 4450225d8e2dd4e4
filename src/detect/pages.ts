import type { FoundFact } from '../model/facts.ts'
import { readFacts } from './facts/read-facts.ts'

/** So far a heading reaches past the letterhead. */
const openingLength = 800
const longestHeading = 90
const openingOfReport = 300

/** A short line that is neither a sentence nor a row of sums. */
function isHeadingLine(line: string): boolean {
  const words = line.trim()
  return words.length <= longestHeading && !/[.;,]$|\$|\d\.\d\d\b/.test(words)
}

/** What a page opens with, line by line. */
export const openingLines = (text: string): string[] =>
  text.slice(0, openingLength).split('\n').filter(isHeadingLine)

/** A page that opens a report of its own: where it names nothing, it is the next item's. */
export const opensReport = (text: string): boolean =>
  /^[ \t]{0,20}(?:(?:city council |council )?staff report|agenda (?:item )?report|subject:|from:)/im.test(
    text.slice(0, openingOfReport),
  )

/** A numbered line or one to approve stands on an agenda; speakers have "three minutes". */
const isOtherMinutes =
  /^\W{0,4}(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|\b(?:approv|adopt|accept|review|attach)|\b(?:\d{1,3}\)?|two|three|five|ten|fifteen|thirty) minutes\b/i

/** Headed as minutes, and not as an agenda on which those of the last meeting stand. */
export function isOfMinutes(text: string): boolean {
  const lines = openingLines(text)
  const heading = lines.findIndex(
    (line) => /\bminutes\b/i.test(line) && !isOtherMinutes.test(line.trim()),
  )
  return heading !== -1 && !lines.slice(0, heading).some((line) => /\bagenda\b/i.test(line))
}

/** Steps of which an item takes one: a page that names two is an agenda of many items. */
const stepsOfAgendas = new Set(['consent', 'closed session', 'public hearing'])

export function factsOfPage(text: string): FoundFact[] {
  const facts = readFacts(text)
  const steps = new Set(
    facts.flatMap((fact) =>
      fact.kind === 'procedure' && stepsOfAgendas.has(fact.value.step) ? [fact.value.step] : [],
    ),
  )
  return facts.filter(({ kind }) => kind !== 'procedure' || steps.size < 2)
}
