import type { PrintedSum } from './amount.ts'
import {
  type CommittedSum,
  mostWeighed,
  type Readable,
  type SumField,
  stated,
} from './sum-field.ts'

/**
 * "Accept a grant of $41,000; authorize an expenditure not to exceed $20,000 from the General Fund": what
 * is accepted first, and more than what is added to it.
 */
export function acceptedFirst(sums: readonly Readable[], text: string): Readable | undefined {
  const [first, ...others] = sums
  if (first?.use !== 'grant') return undefined
  const clause = text.slice(text.slice(0, first.start).lastIndexOf(';') + 1, first.start)
  if (!/\baccept/i.test(clause)) return undefined
  const added = others.filter(({ use }) => use === 'not-to-exceed' || use === 'spending')
  const hasMatch = others.some(({ use }) => use === 'match')
  if (added.length === 0) return hasMatch ? first : undefined
  if (/\bmatch(?:ing)?\b/i.test(text.slice(first.end, added[0]?.start))) return first
  if (added.some(({ cents }) => cents >= first.cents)) return undefined
  return first
}

/** "A. ACCEPT the grant of $48,000; … D. APPROVE an agreement of $50,000": of a grant what is taken. */
export function takenFirst({ text, sums }: SumField): Readable | undefined {
  const [first, next] = sums
  if (!next || first?.use !== 'grant' || first.cents === null) return undefined
  const isOfList = marked.test(text.slice(0, first.start)) && marked.test(text.slice(first.end))
  const clause = text.slice(text.slice(0, first.start).lastIndexOf(';') + 1, first.start)
  return isOfList && /\baccept/i.test(clause) ? { ...first, cents: first.cents } : undefined
}
const marked = /(?:^|[\s(])(?:[A-E]|[1-5])[.)] ?\w/

/** "Asks for $540,000, with a match of $180,000, for a project total of $720,000": a grant is what is given. */
export function withoutMatch(whole: CommittedSum, sums: readonly PrintedSum[]): CommittedSum {
  const some = sums.slice(0, mostWeighed).filter((sum): sum is Readable => sum.cents !== null)
  const shares = some.filter(({ use }) => use === 'match').map(({ cents }) => cents)
  const given = some.find(
    ({ use, cents }) => use !== 'match' && shares.includes(whole.cents - cents) && cents > 0,
  )
  return given ? stated(given) : whole
}
