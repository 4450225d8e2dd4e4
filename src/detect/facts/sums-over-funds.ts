import { type CommittedSum, type Readable, sumOf, together } from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

const mostShares = 5
const reachOfFund = 90
/** The purse that a sum comes from, behind it. */
const ofFund =
  /^\)?,? (?:(?:of which )?(?:is |to be |shall be |will be )?(?:funded )?(?:from|by|out of|charged to|payable from)) (?:the )?([\w.'\u2019 &/-]{2,70}?\b(?:funds?|accounts?|budget|proceeds|reserves?|revenues?))\b/i
/** A purse by a name of its own, where another follows: "$9,000 from the Library Friends and $2,000 from". */
const ofPurse = /^\)?,? from (?:the )?([\w.'\u2019&/-]+(?: [\w.'\u2019&/-]+){0,4}) and \$/i
const share: readonly SumUse[] = ['not-to-exceed', 'spending', 'amount', 'movement', 'other']

/**
 * "$30,000 from the General Fund and $20,000 from the Seizure Fund": one purchase paid from several
 * purses, of which no total is printed.
 */
export function overFunds(sums: readonly Readable[], text: string): readonly Readable[] {
  const funds = sums.map(({ use, end }) =>
    share.includes(use)
      ? (ofFund.exec(text.slice(end, end + reachOfFund)) ??
          ofPurse.exec(text.slice(end, end + reachOfFund)))?.[1]?.toLowerCase()
      : null,
  )
  const isJoined = (at: number) => {
    const [one, next] = [sums[at], sums[at + 1]]
    if (!one || !next || !funds[at] || !funds[at + 1] || funds[at] === funds[at + 1]) return false
    return /^[^.;$]{0,110}(?:,|\band|;)(?: and)? $/i.test(text.slice(one.end, next.start))
  }
  const from = sums.findIndex((_, at) => isJoined(at))
  if (from < 0) return []
  let to = from + 1
  while (isJoined(to)) to += 1
  const shares = sums.slice(from, to + 1)
  if (shares.length > mostShares) return []
  // A sum as large as they are together says more: it is the total, or another matter.
  const all = sumOf(shares)
  return sums.every((sum) => shares.includes(sum) || sum.cents < all) ? shares : []
}

/** "Two contracts in the amount of $241,900 & $10,220": both, where nothing printed is more than they are. */
export function bothOf(sums: readonly Readable[], text: string): CommittedSum | undefined {
  const at = sums.findIndex((sum, index) => {
    const next = sums[index + 1]
    if (!next || !share.includes(sum.use) || !share.includes(next.use)) return false
    const head = text.slice(Math.max(0, sum.start - reachOfFund), sum.start)
    return /^\)?,? (?:and|&) \(?$/.test(text.slice(sum.end, next.start)) && inAmounts.test(head)
  })
  const both = sums.slice(at, at + 2)
  if (at < 0 || sums.some(({ cents }) => cents >= sumOf(both))) return undefined
  return together(both, sumOf(both))
}

const inAmounts = /\b(?:amounts?|sums?|costs?|prices?) of \(?$/i
