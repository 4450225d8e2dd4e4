import type { Span, SumField } from '../facts/sum-field.ts'
import {
  firstSentence,
  lastSentence,
  type SumCandidate,
  type SumInput,
  type SumPlace,
  sumSigns,
} from './sum-signs.ts'
import { hasWords, type LikelyAnswer, likelyAnswers, type WordModel, wordsOf } from './words.ts'

export const committed = 'committed'
export const notCommitted = 'not committed'
export const sumAnswers: readonly string[] = [notCommitted, committed]

/** Sums below, in cents, are prices of pieces. */
const least = 100_00
const reachBefore = 140
const wordsBefore = 14
const reachBehind = 80
const wordsBehind = 7
/** So many words right before and right behind a sum count by their place. */
const placedBefore = 4
const placedBehind = 3
const reachOfSentence = 300
const mostOfLine = 60
const wordsOfLine = 3
const wordsAbove = 5
const mostOfTitle = 300
const quarters = 4
const farthest = 6

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
  if (others.some((one) => known.has(cents - one) && cents !== 2 * one))
    signs.add('two others together')
  if (others.some((one) => known.has(one - cents) && one !== 2 * cents))
    signs.add('part of another')
}

/** Words right before and behind a sum, by their place, and all of them near it. */
function addNear(signs: Set<string>, { start, end }: Span, text: string): void {
  const before = wordsOf(text.slice(Math.max(0, start - reachBefore), start)).slice(-wordsBefore)
  const behind = wordsOf(text.slice(end, end + reachBehind)).slice(0, wordsBehind)
  for (let back = 1; back <= placedBefore && back <= before.length; back += 1)
    signs.add(`${back} before: ${before.at(-back)}`)
  signs.add(`before: ${before.slice(-2).join(' ')}`).add(`before: ${before.slice(-3).join(' ')}`)
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
}

/** The sentence and the line that a sum stands in, the line above, and whether what is bought is named there. */
function addAround(signs: Set<string>, { start, end }: Span, { text, places }: SumField): void {
  const lead = lastSentence(text.slice(Math.max(0, start - reachOfSentence), start))
  const rest = firstSentence(text.slice(end, end + reachOfSentence))
  for (const word of wordsOf(lead)) signs.add(`sentence before: ${word}`)
  for (const word of wordsOf(rest)) signs.add(`sentence behind: ${word}`)
  const line = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const above = text.slice(text.lastIndexOf('\n', line - 2) + 1, Math.max(0, line - 1))
  const ofLine = wordsOf(text.slice(line, Math.min(line + mostOfLine, start)))
  const ofAbove = wordsOf(above.slice(0, mostOfLine))
  signs.add(`line: ${ofLine.slice(0, wordsOfLine).join(' ')}`)
  signs.add(`line above: ${ofAbove.slice(0, wordsOfLine).join(' ')}`)
  for (const word of ofAbove.slice(0, wordsAbove)) signs.add(`above: ${word}`)
  const isNamed = (from: number, to: number) =>
    places.some((place) => place.start >= from && place.end <= to)
  signs.add(`name in line: ${isNamed(line, next < 0 ? text.length : next)}`)
  signs.add(`name in sentence: ${isNamed(start - lead.length, end + rest.length)}`)
  const nearest = Math.min(9_999, ...places.map((place) => Math.abs(place.start - start)))
  signs.add(`name near: ${Math.min(farthest, Math.floor(Math.log2(1 + nearest / 20)))}`)
}

/** What heads a part of a text, in capitals or before a colon: "FISCAL IMPACT", "Background:". */
const heading =
  /(?:^|\n|[.;:?)] {1,3}| {2,})(?:\d{1,2}[.)] {0,3}|[IVX]{1,4}\. {0,3})?(?:([A-Z][A-Za-z/&'\u2019-]*(?: [A-Za-z/&'\u2019()-]{1,16}){0,4}) ?:|([A-Z][A-Z/&'\u2019-]{2,}(?: [A-Z/&'\u2019-]+){0,4})(?=[ ]{0,3}(?:\n|\d?[A-Z][a-z]|$)))/g
const reachOfSection = 1_500

/** The part of a text that a sum stands in, by what heads it. */
function addSection(signs: Set<string>, { start }: Span, text: string): void {
  let last = ''
  const from = Math.max(0, start - reachOfSection)
  for (const [, label, capitals] of text.slice(from, start).matchAll(heading))
    last = label ?? capitals ?? ''
  const words = wordsOf(last)
  signs.add(`section: ${words.slice(0, 3).join(' ')}`)
  for (const word of words) signs.add(`section has: ${word}`)
}

function addPlace(signs: Set<string>, place: SumPlace, field: SumField): void {
  const where = place.isOfTitle ? 'title' : 'text'
  signs.add(`use: ${place.use}`).add(where).add(`use: ${place.use} in ${where}`)
  const quarter = Math.floor((quarters * place.start) / Math.max(1, field.text.length))
  if (!place.isOfTitle) signs.add(`quarter: ${Math.min(quarters - 1, quarter)}`)
  addNear(signs, place, field.text)
  if (!place.isOfTitle) addSection(signs, place, field.text)
  addAround(signs, place, field)
}

const isOfSum = /^(?:larger|use|name in|role)/
const isOfItem = /^(?:sums:|role:|larger: \d$)/

/** What tells more together: the largest of three, told of a grant. */
function addPairs(signs: Set<string>): void {
  const all = [...signs]
  const ofItem = all.filter((sign) => isOfItem.test(sign))
  for (const sign of all.filter((one) => isOfSum.test(one)))
    for (const other of ofItem) if (other !== sign) signs.add(`${sign} & ${other}`)
}

/** Signs of structure whose amounts are counts or nothing. */
const isCounted =
  /^(?!place in|letters|size|share|times (?:the|it|another)|gap|sentence|order|sums behind|goes)/
const mostOfCount = 9

/**
 * Words beside each candidate, what its title is about and how it stands to the other sums: none for
 * sums that are no whole purchase, and where there is next to no text.
 */
export function sumWords(input: SumInput, candidates: readonly SumCandidate[]): Set<string>[] {
  const { title, text, role } = input
  const all = candidates.map(({ cents }) => cents).filter((cents) => cents >= least)
  const ofTitle = wordsOf(title.text.slice(0, mostOfTitle)).filter((word) => ofBusiness.test(word))
  const structure = sumSigns(input, candidates, undefined)
  return candidates.map(({ cents, places }, at) => {
    const signs = new Set<string>()
    if (cents < least || places.length === 0 || !hasWords(text.text)) return signs
    signs.add(`role: ${role}`).add(`times: ${Math.min(places.length, 3)}`)
    addStanding(signs, cents, all)
    for (const place of places) addPlace(signs, place, place.isOfTitle ? title : text)
    for (const word of ofTitle) signs.add(`title: ${word}`)
    addPairs(signs)
    for (const [sign, amount] of structure[at] ?? [])
      if (isCounted.test(sign)) signs.add(`${sign}: ${Math.min(mostOfCount, Math.round(amount))}`)
    return signs
  })
}

const isCommitted = ({ answer }: LikelyAnswer) => answer === committed

/** How likely each candidate is by words; `undefined` of one without signs. */
export const likelyByWords = (
  signs: readonly ReadonlySet<string>[],
  model: WordModel,
): (number | undefined)[] =>
  signs.map((own) =>
    own.size === 0 ? undefined : likelyAnswers(own, model).find(isCommitted)?.likelihood,
  )

/** Signs of structure, and what words say of each candidate, of the others and of the one that the rules read. */
export function withWords(
  signs: readonly ReadonlyMap<string, number>[],
  likely: readonly (number | undefined)[],
  ofRules: number,
): ReadonlyMap<string, number>[] {
  return signs.map((own, at) => {
    const byWords = likely[at]
    if (byWords === undefined) return own
    const others = likely.filter((_, other) => other !== at).map((one) => one ?? 0)
    const added = new Map(own).set('words', byWords)
    added.set('words beside the others', byWords - Math.max(0, ...others))
    const read = likely[ofRules]
    return read === undefined ? added : added.set('words of what rules read', read)
  })
}
