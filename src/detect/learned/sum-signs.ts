import type { Role } from '../../model/facts.ts'
import type { CommittedSum, Readable, SumField } from '../facts/sum-field.ts'

/** Where a sum is printed. */
export type SumPlace = Readable & { readonly isOfTitle: boolean }

/** A sum that an item may commit, with the places that print it: none where the rules added it up. */
export interface SumCandidate {
  readonly cents: number
  readonly places: readonly SumPlace[]
}

/** What is known of an item before its sums are weighed. */
export interface SumInput {
  readonly title: SumField
  readonly text: SumField
  readonly role: Role | null
}

/** More sums are tables of budgets; the rules alone read those. */
const mostOfItem = 40
const mostPlaces = 4
const reachBefore = 120
const reachAfter = 60
const mostOfText = 4_000

/** Each sum that title and text print, once, in order, and what the rules read. */
export function candidatesOf(
  { title, text }: SumInput,
  byRules: CommittedSum | undefined,
): SumCandidate[] {
  const places = [title, text]
    .flatMap((field) =>
      field.sums
        .filter(
          (sum): sum is Readable => sum.cents !== null && sum.cents > 0 && sum.start < mostOfText,
        )
        .map((sum) => ({ ...sum, isOfTitle: field === title })),
    )
    .slice(0, mostOfItem)
  const byCents = new Map<number, SumPlace[]>()
  for (const place of places) {
    const own = byCents.get(place.cents)
    if (own) own.push(place)
    else byCents.set(place.cents, [place])
  }
  if (byRules && !byCents.has(byRules.cents)) byCents.set(byRules.cents, [])
  return [...byCents].map(([cents, own]) => ({ cents, places: own }))
}

const mostBeside = 14
/** Prices are taken so many times: months of five years. */
const mostTimes = 61
const aCent = 1
const far = 9_999

/** How many times one sum goes into another, where it goes into it without a rest. */
function timesInto(one: number, whole: number): number {
  if (one <= 0) return 0
  const times = whole / one
  const isWhole = times > 1.5 && times <= mostTimes && Math.abs(times - Math.round(times)) < 1e-4
  return isWhole ? Math.round(times) : 0
}

/** How a sum stands to the others of its item: the largest, a part of another, a price taken some times. */
function addOthers(signs: Map<string, number>, cents: number, all: readonly number[]): void {
  const largest = Math.max(...all)
  const others = all.filter((other) => other !== cents).slice(0, mostBeside)
  const sum = others.reduce((total, other) => total + other, 0)
  const known = new Set(all)
  const isPair = others.some((one, at) =>
    others.slice(at + 1).some((other) => Math.abs(one + other - cents) <= aCent),
  )
  signs.set('sums', all.length)
  signs.set('larger sums', all.filter((other) => other > cents).length)
  signs.set('size', Math.log10(cents / 100 + 1))
  signs.set('share of the largest', largest > 0 ? cents / largest : 0)
  if (isPair) signs.set('two others together', 1)
  if (others.length > 1 && Math.abs(sum - cents) <= aCent) signs.set('all others together', 1)
  if (others.some((other) => known.has(cents + other))) signs.set('part of another', 1)
  const times = others.map((other) => timesInto(other, cents)).find((count) => count > 0)
  const goes = others.map((other) => timesInto(cents, other)).find((count) => count > 0)
  if (times) signs.set('times another', times)
  if (goes) signs.set('goes into another', goes)
}

/** A sum's neighbours in reading order. */
function addNeighbours(
  signs: Map<string, number>,
  cents: number,
  places: readonly SumPlace[],
): void {
  const first = places.findIndex((place) => place.cents === cents)
  const own = places[first]
  if (!own) return
  const last = places.findLastIndex((place) => place.cents === cents)
  if (first === 0) signs.set('first', 1)
  if (last === places.length - 1) signs.set('last', 1)
  signs.set('sums behind it', places.length - 1 - last)
  const before = places[first - 1]
  const behind = places[first + 1]
  const gap = (one: SumPlace, other: SumPlace) =>
    one.isOfTitle === other.isOfTitle ? Math.abs(one.start - other.start) : 999
  if (before) {
    signs.set('times the one before', cents / before.cents)
    signs.set('gap before', gap(own, before))
  }
  if (behind) {
    signs.set('times it in the one behind', behind.cents / cents)
    signs.set('gap behind', gap(own, behind))
  }
}

const endOfSentence = /[.;\n](?=\s)/
export const lastSentence = (text: string) => text.split(endOfSentence).at(-1) ?? ''
export const firstSentence = (text: string) => text.split(endOfSentence, 1)[0] ?? ''
const decides =
  /\b(?:approv|authoriz|award|motion|moved|adopt|accept|ratif|request|recommend|resolved|appropriat|purchas|not to exceed|total)\w*/i
const isOfOne =
  /^\W{0,3}(?:per|each|a |an |\/|apiece|monthly|yearly|annual|every)|^\/\s?(?:yr|mo|year|month)/i
const totalBefore =
  /\b(?:total|in all|together|altogether|sum of|amount|making|exceed|cap|ceiling|aggregate)\W+(?:\w+\W+){0,4}$/i
const totalBehind = /^\W{0,3}(?:total|in all|together|altogether|in total|max)/i

const comesIn =
  /\b(?:revenue|saving|income|proceeds|royalt|commission|credit|refund|deduct|reduc)\w*/i
const isPast =
  /\b(?:was|were|had|has been|previous(?:ly)?|prior|last year|original(?:ly)?|spent|paid)\b/i
const isGuess = /\b(?:estimat|approximate|anticipat|expect|project|could|would|might|if)\w*/i
const isOfOthers = /\b(?:match|share|county|state|donat|grant|reimburs)\w*/i

function addPlace(signs: Map<string, number>, field: SumField, place: SumPlace): void {
  const { text, places } = field
  const { start, end, use, isOfTitle } = place
  const before = text.slice(Math.max(0, start - reachBefore), start)
  const lead = lastSentence(before)
  const rest = firstSentence(text.slice(end, end + reachAfter))
  const nearest = Math.min(far, ...places.map((name) => Math.abs(name.start - start)))
  const least = (sign: string, amount: number) =>
    signs.set(sign, Math.min(signs.get(sign) ?? far, amount))
  signs.set(`use ${use}`, 1)
  least('place in the text', isOfTitle ? 0 : start)
  least('letters to the nearest name', nearest)
  signs.set('sentence so far', lead.length)
  if (decides.test(lead)) signs.set('decided in its sentence', 1)
  if (isOfOne.test(rest)) signs.set('of one', 1)
  if (totalBefore.test(lead) || totalBehind.test(rest)) signs.set('called a total', 1)
  if (before.trimEnd().endsWith('(')) signs.set('in brackets', 1)
  if (comesIn.test(lead)) signs.set('comes in', 1)
  if (isPast.test(lead)) signs.set('past', 1)
  if (isGuess.test(lead)) signs.set('guessed', 1)
  if (isOfOthers.test(lead)) signs.set('of others', 1)
}

/** Words by which a vote ends, or a matter is put off. */
const refused =
  /\b(?:died for|lack of (?:a )?second|(?:motion|vote) (?:failed|fails)|fail(?:s|ed) \d|denied|rejected|tabled|withdrawn|no action|deferred|postponed)\b/i

/**
 * Signs of each candidate for being what the item commits: what the rules read, how the sums of the item
 * stand to each other, where each is printed and what the rules say that it is for. No single words.
 */
export function sumSigns(
  { title, text, role }: SumInput,
  candidates: readonly SumCandidate[],
  byRules: CommittedSum | undefined,
): Map<string, number>[] {
  const all = candidates.map(({ cents }) => cents)
  const places = candidates
    .flatMap((candidate) => candidate.places)
    .sort((a, b) => Number(b.isOfTitle) - Number(a.isOfTitle) || a.start - b.start)
  const hasTitle = places.some(({ isOfTitle }) => isOfTitle)
  const isRefused = refused.test(text.text.slice(0, mostOfText))
  return candidates.map(({ cents, places: own }, order) => {
    const signs = new Map<string, number>([[`role ${role}`, 1]])
    if (isRefused) signs.set('refused', 1)
    if (!byRules) signs.set('rules read none', 1)
    if (byRules?.cents === cents) signs.set('rules read it', 1)
    if (byRules && byRules.cents > 0) signs.set('share of what rules read', cents / byRules.cents)
    if (own.length === 0) signs.set('added up', 1)
    signs.set('order', own.length === 0 ? far : order)
    signs.set('times printed', own.length)
    if (hasTitle) signs.set('title prints one', 1)
    if (own.some(({ isOfTitle }) => isOfTitle)) signs.set('in the title', 1)
    addOthers(signs, cents, all)
    addNeighbours(signs, cents, places)
    for (const place of own.slice(0, mostPlaces)) {
      addPlace(signs, place.isOfTitle ? title : text, place)
    }
    return signs
  })
}
