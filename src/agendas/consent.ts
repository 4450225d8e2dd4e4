import type { Entry } from './entries.ts'
import { consent } from './phrases.ts'

/** Words of a title that may name a list; what follows them explains it. */
const named = 90

const range =
  /\bitems?(?: nos?\.?| numbers?)? ?#?(\d{1,3}(?:\.\d{1,3})?|[a-z]) ?(?:-|–|—|to|thru|through|al?) ?(?:items? )?#?(\d{1,3}(?:\.\d{1,3})?|[a-z])\b/i

/**
 * For each entry whether it is voted on with others at once: those under a consent heading, or
 * within the numbers that it names. All `null` where the agenda has no such list.
 */
export function judgeConsent(
  entries: readonly Entry[],
  parents: readonly number[],
): (boolean | null)[] {
  const heads = entries.map((entry) => consent.test((entry.title[0] ?? '').slice(0, named)))
  const hasChildren = new Set(parents)
  const judged = entries.map(() => false)
  let found = false
  entries.forEach((entry, at) => {
    if (!heads[at]) return
    const until = endOfPart(entries, at)
    const numbers = rangeOf(entry)
    if (hasChildren.has(at) || until > at + 1) {
      found = true
      judged[at] = true
      for (let inner = at + 1; inner < until; inner += 1) judged[inner] = true
    }
    if (!numbers || /\b(?:hearing|discussion)s?\b/i.test(entry.title[0] ?? '')) return
    for (let inner = at + 1; inner < entries.length; inner += 1) {
      if (!isWithin(entries[inner]?.number ?? null, numbers)) continue
      found = true
      judged[inner] = true
    }
  })
  return judged.map((isConsent) => (found ? isConsent : null))
}

/** The first entry after the part that begins at `at`: by a printed end, or by rank. */
function endOfPart(entries: readonly Entry[], at: number): number {
  const rank = entries[at]?.rank ?? 0
  let byRank: number | undefined
  for (let next = at; next < entries.length; next += 1) {
    const entry = entries[next]
    if (!entry) break
    if (next > at && entry.rank <= rank && byRank === undefined) byRank = next
    if (entry.consentEnds) return next + 1
  }
  return byRank ?? entries.length
}

function rangeOf(entry: Entry): readonly [string, string] | undefined {
  const words = [...entry.title, ...entry.text].join(' ').slice(0, 600)
  const [, from, to] = range.exec(words) ?? []
  return from && to ? [from, to] : undefined
}

function isWithin(number: string | null, [from, to]: readonly [string, string]): boolean {
  if (number === null) return false
  const low = weigh(from)
  const high = weigh(to)
  const value = weigh(number)
  return (
    low !== undefined && high !== undefined && value !== undefined && value >= low && value <= high
  )
}

/** `3` and `24.6` by size; letters are told apart by their parts and do not count. */
function weigh(number: string): number | undefined {
  const [, whole, part = '0'] = /^(\d{1,3})(?:\.(\d{1,3}))?$/.exec(number) ?? []
  return whole ? Number(whole) * 1_000 + Number(part) : undefined
}
