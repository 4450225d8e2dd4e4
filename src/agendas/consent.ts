import type { Entry } from './entries.ts'
import { consent } from './phrases.ts'

/** Words of a title that may name a list; what follows them explains it. */
const named = 90

const list =
  /^(?:[\w ]{0,20}\b)?consent (?:calendar|agenda|items|matters|docket)\b|\b(?:approv|adopt|vot)\w* .{0,30}\bconsent (?:agenda|calendar)\b/i

/** More lists than any agenda has; a text made of their name alone is not read to its end. */
const most = 50

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
  let found = 0
  entries.forEach((entry, at) => {
    if (!heads[at] || found >= most) return
    const until = endOfPart(entries, at)
    const numbers = rangeOf(entry)
    if (hasChildren.has(at) || until > at + 1 || list.test(entry.title[0] ?? '')) {
      found += 1
      judged.fill(true, at, until)
    }
    const end = numbers ? endOfRange(entries, at, numbers) : at
    if (end === at) return
    found += 1
    judged.fill(true, at, end + 1)
  })
  return judged.map((isConsent) => (found > 0 ? isConsent : null))
}

/** The last entry within the numbers that a heading names, with what stands under it. */
function endOfRange(
  entries: readonly Entry[],
  at: number,
  [from, to]: readonly [string, string],
): number {
  const low = weigh(from) ?? 0
  const high = weigh(to) ?? 0
  let end = at
  let rank = 0
  for (let next = at + 1; next < entries.length; next += 1) {
    const entry = entries[next]
    const value = weigh(entry?.number ?? '')
    if (!entry || (value !== undefined && value > high && entry.rank <= (rank || entry.rank))) break
    const isWithin = value !== undefined && value >= low && value <= high
    if (isWithin) rank ||= entry.rank
    if (isWithin || (rank > 0 && entry.rank > rank && end === next - 1)) end = next
  }
  return end
}

/** The first entry after the part that begins at `at`: by a printed end, or by rank. */
function endOfPart(entries: readonly Entry[], at: number): number {
  const rank = entries[at]?.rank ?? 0
  let byRank: number | undefined
  for (let next = at; next < entries.length; next += 1) {
    const entry = entries[next]
    if (!entry) break
    if (next > at && entry.rank <= rank) byRank ??= next
    if (byRank !== undefined && !entries[at]?.isUnmarked) return byRank
    if (entry.consentEnds && entries[at]?.isUnmarked) return next + 1
  }
  return byRank ?? entries.length
}

function rangeOf(entry: Entry): readonly [string, string] | undefined {
  const words = [...entry.title, ...entry.text].join(' ').slice(0, 600)
  const [, from, to] = range.exec(words) ?? []
  return from && to ? [from, to] : undefined
}

/** `3` and `24.6` by size; letters are told apart by their parts and do not count. */
function weigh(number: string): number | undefined {
  const [, whole, part = '0'] = /^(\d{1,3})(?:\.(\d{1,3}))?$/.exec(number) ?? []
  return whole ? Number(whole) * 1_000 + Number(part) : undefined
}
