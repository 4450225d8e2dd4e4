import type { Role } from '../../model/facts.ts'
import type { Readable, SumField } from '../facts/sum-field.ts'
import type { SumUse } from '../facts/sum-use.ts'
import { wordsOf } from './words.ts'

/** Where a sum is printed. */
export type SumPlace = Readable & { readonly isOfTitle: boolean }

/** A sum that an item may commit, with the places that print it. */
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
const mostOfField = 24
const mostPlaces = 4
const reachBefore = 60
const wordsBefore = 7
const reachAfter = 40
const wordsAfter = 5
const reachOfStems = 250
const earlyWithin = 1_500

/** What is said further before a sum, by the beginnings of words. */
const stems =
  /\b(?:approv|authoriz|award|accept|amend|increas|budget|previous|original|grant|total|annual|per year|match|not to exceed|fund|purchas|cost|contingenc|appropriat|fine|fee|estimat|recommend|option|renew|reimburs|impact)/gi

/** What was, what may be, what a rule threatens with, what comes in or only moves is committed by nobody here. */
const committedByNobody: readonly SumUse[] = [
  'available',
  'credit',
  'least',
  'movement',
  'option',
  'penalty',
  'previous',
]

/** Each sum that title and text print, once, but those whose words say that they are no item's. */
export function candidatesOf({ title, text, role }: SumInput): SumCandidate[] {
  const places = [title, text].flatMap((field) =>
    field.sums
      .slice(0, mostOfField)
      .filter(
        (sum): sum is Readable =>
          sum.cents !== null && sum.cents > 0 && !committedByNobody.includes(sum.use),
      )
      .map((sum) => ({ ...sum, isOfTitle: field === title })),
  )
  // What is added to a grant is not what is given, where that is told, too.
  const given = places.filter(({ use }) => role !== 'grant' || use !== 'match')
  const byCents = new Map<number, SumPlace[]>()
  for (const place of given.length > 0 ? given : places) {
    const own = byCents.get(place.cents)
    if (own) own.push(place)
    else byCents.set(place.cents, [place])
  }
  return [...byCents].map(([cents, own]) => ({ cents, places: own }))
}

const mostBeside = 12
const years = [2, 3, 4, 5]
const aDollar = 100

/** How sums stand to each other: the largest, a part of another, several years of another. */
function amongOthers(candidates: readonly SumCandidate[]): Map<number, string[]> {
  const printed = candidates.map(({ cents }) => cents)
  const some = printed.slice(0, mostBeside)
  const known = new Set(printed)
  const pairs = new Set(some.flatMap((one, at) => some.slice(at + 1).map((other) => one + other)))
  const falling = [...printed].sort((a, b) => b - a)
  const least = falling.at(-1)
  return new Map(
    candidates.map(({ cents }) => {
      const others = some.filter((other) => other !== cents)
      const near = (times: number, of: number) => Math.abs(of - times) < aDollar
      const signs = [`rank ${Math.min(4, falling.filter((other) => other > cents).length)}`]
      if (cents === falling[0]) signs.push('largest')
      if (cents === least) signs.push('smallest')
      if (pairs.has(cents)) signs.push('made of two')
      if (others.some((other) => known.has(cents + other))) signs.push('part of one')
      if (others.some((other) => years.some((count) => near(cents * count, other))))
        signs.push('one year of')
      if (others.some((other) => years.some((count) => near(other * count, cents))))
        signs.push('years of')
      if (cents < 10_000 * aDollar) signs.push('below 10000')
      return [cents, signs]
    }),
  )
}

function whereIs(places: readonly SumPlace[], hasTitle: boolean): string {
  if (places.some(({ isOfTitle }) => isOfTitle)) return 'title'
  return hasTitle ? 'text, title has one' : 'text'
}

/** Signs of each candidate for being what the item commits. */
export function sumSigns(
  input: SumInput,
  candidates: readonly SumCandidate[],
): Map<string, number>[] {
  const { title, text, role } = input
  const beside = amongOthers(candidates)
  const count = Math.min(4, candidates.length)
  const hasTitle = candidates.some(({ places }) => places.some(({ isOfTitle }) => isOfTitle))
  return candidates.map(({ cents, places }, order) => {
    const where = whereIs(places, hasTitle)
    const signs = new Map<string, number>([
      ['one', 1],
      [`of ${count}`, 1],
      [`in ${where}`, 1],
      [`${role} in ${where}`, 1],
      [`times ${Math.min(3, places.length)}`, 1],
    ])
    if (order === 0) signs.set('first', 1)
    for (const sign of beside.get(cents) ?? []) signs.set(sign, 1)
    for (const place of places.slice(0, mostPlaces)) {
      const field = place.isOfTitle ? title : text
      addPlace(signs, field.text, place)
    }
    return signs
  })
}

function addPlace(
  signs: Map<string, number>,
  text: string,
  { start, end, use, isOfTitle }: SumPlace,
): void {
  const field = isOfTitle ? 'title' : 'text'
  const before = wordsOf(text.slice(Math.max(0, start - reachBefore), start)).slice(-wordsBefore)
  const after = wordsOf(text.slice(end, end + reachAfter)).slice(0, wordsAfter)
  signs.set(`use ${use}`, 1)
  signs.set(`use ${use} in ${field}`, 1)
  before.forEach((word, at) => {
    signs.set(`before ${word}`, 1)
    const next = before[at + 1]
    if (next !== undefined) signs.set(`before ${word} ${next}`, 1)
    const gap = before.length - at
    if (gap <= 3) signs.set(`${gap} before ${word}`, 1)
  })
  after.forEach((word, at) => {
    signs.set(`after ${word}`, 1)
    const next = after[at + 1]
    if (next !== undefined) signs.set(`after ${word} ${next}`, 1)
    if (at < 2) signs.set(`${at + 1} after ${word}`, 1)
  })
  const lead = text.slice(Math.max(0, start - reachOfStems), start)
  for (const [stem] of lead.matchAll(stems)) signs.set(`stem ${stem.toLowerCase()}`, 1)
  signs.set('early', Math.max(signs.get('early') ?? 0, 1 - Math.min(1, start / earlyWithin)))
}
