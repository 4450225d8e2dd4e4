import type { SumCandidate, SumInput, SumPlace } from './sum-signs.ts'
import { wordsOf } from './words.ts'

export const committed = 'committed'
export const notCommitted = 'not committed'
export const sumAnswers: readonly string[] = [notCommitted, committed]

const reachBefore = 140
const wordsBefore = 14
const reachBehind = 80
const wordsBehind = 7
/** So many words right before and right behind a sum count by their place. */
const placedBefore = 4
const placedBehind = 3
const mostOfLine = 40
const wordsOfLine = 3
const mostOfTitle = 300
const quarters = 4
const least = 100_00

/** Words of a title that say what kind of business it is. */
const ofBusiness =
  /^(?:grant|amend\w*|purchase|contract|agreement|accept\w*|renew\w*|ordinance|resolution|budget|discussion|report|award|bid|policy|minutes|lease|increase|extension|appropriat\w*|application)$/

/** How large a sum is among the others, and whether it is made of them or a part of one. */
function addStanding(signs: Set<string>, cents: number, all: readonly number[]): void {
  const larger = all.filter((one) => one > cents).length
  const others = all.filter((one) => one !== cents)
  const known = new Set(all)
  signs.add(`larger: ${Math.min(larger, 4)}`)
  signs.add(`sums: ${Math.min(all.length, 5)}`)
  signs.add(`larger: ${Math.min(larger, 3)} of ${Math.min(all.length, 4)}`)
  const isWhole = others.length > 1 && others.reduce((sum, one) => sum + one, 0) === cents
  if (isWhole) signs.add('all others together')
  if (others.some((one) => one < cents && known.has(cents - one) && cents !== 2 * one))
    signs.add('two others together')
  if (others.some((one) => known.has(one - cents) && one !== 2 * cents))
    signs.add('part of another')
}

function addPlace(signs: Set<string>, place: SumPlace, text: string): void {
  const { start, end, use, isOfTitle } = place
  const where = isOfTitle ? 'title' : 'text'
  signs.add(`use: ${use}`).add(where).add(`use: ${use} in ${where}`)
  if (!isOfTitle)
    signs.add(
      `quarter: ${Math.min(quarters - 1, Math.floor((quarters * start) / Math.max(1, text.length)))}`,
    )
  const before = wordsOf(text.slice(Math.max(0, start - reachBefore), start)).slice(-wordsBefore)
  const behind = wordsOf(text.slice(end, end + reachBehind)).slice(0, wordsBehind)
  const last = (count: number) => before.slice(-count).join(' ')
  for (let back = 1; back <= placedBefore && back <= before.length; back += 1)
    signs.add(`${back} before: ${before.at(-back)}`)
  signs.add(`before: ${last(2)}`).add(`before: ${last(3)}`)
  for (const [at, word] of before.entries()) {
    signs.add(`near before: ${word}`)
    const next = before[at + 1]
    if (next) signs.add(`near before: ${word} ${next}`)
  }
  for (const [at, word] of behind.entries()) {
    if (at < placedBehind) signs.add(`${at + 1} behind: ${word}`)
    signs.add(`near behind: ${word}`)
  }
  signs.add(`behind: ${behind.slice(0, 2).join(' ')}`)
  const line = text.lastIndexOf('\n', start - 1) + 1
  const lead = wordsOf(text.slice(line, Math.min(line + mostOfLine, start)))
  signs.add(`line: ${lead.slice(0, wordsOfLine).join(' ')}`)
}

/**
 * Words beside each candidate, what its title is about and how it stands to the other sums: none for
 * sums that are no whole purchase.
 */
export function sumWords(
  { title, text, role }: SumInput,
  candidates: readonly SumCandidate[],
): Set<string>[] {
  const all = candidates.map(({ cents }) => cents).filter((cents) => cents >= least)
  const business = new Set(
    wordsOf(title.text.slice(0, mostOfTitle)).filter((one) => ofBusiness.test(one)),
  )
  return candidates.map(({ cents, places }) => {
    const signs = new Set<string>()
    if (cents < least || places.length === 0) return signs
    signs.add(`role: ${role}`).add(`times: ${Math.min(places.length, 3)}`)
    addStanding(signs, cents, all)
    for (const place of places) addPlace(signs, place, place.isOfTitle ? title.text : text.text)
    for (const word of business) signs.add(`title: ${word}`)
    return signs
  })
}
