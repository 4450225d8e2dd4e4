import { type CommittedSum, type Readable, sumOf, together } from './sum-field.ts'

/** "Total cost for the Police Department: $90,000." names who pays. */
const ofDepartment =
  /\b(?:costs?|amount|share|total) (?:for|to|of) (?:the )?([^$:;.]{0,80}\b(?:department|division|police|fire|sheriff|works|library|parks|courts?|utilit(?:y|ies)|airport|schools?|communications)\b[^$:;.]{0,40}): ?$/i
const reach = 150
const mostDepartments = 6

/** One purchase whose costs are told by department, one right after the other, with no total printed. */
export function overDepartments(sums: readonly Readable[], text: string): CommittedSum | undefined {
  const names = sums.map(({ start }) =>
    ofDepartment.exec(text.slice(Math.max(0, start - reach), start))?.[1]?.toLowerCase(),
  )
  const shares = sums.filter((_, at) => names[at] !== undefined)
  const isTold = new Set(names.filter((name) => name !== undefined)).size === shares.length
  if (shares.length < 2 || shares.length > mostDepartments || !isTold) return undefined
  const all = sumOf(shares)
  const isNext = shares.every((sum, at) => {
    const last = shares[at - 1]
    return !last || (sum.start - last.end < reach && !text.slice(last.end, sum.start).includes('$'))
  })
  if (!isNext || sums.some((sum) => !shares.includes(sum) && sum.cents >= all)) return undefined
  return together(shares, all)
}
