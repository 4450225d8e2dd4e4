import type { Role } from '../../model/facts.ts'
import {
  type CommittedSum,
  mostWeighed,
  type Readable,
  type SumField,
  stated,
  sumOf,
} from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

/** Uses that say nothing against a sum. */
const open: readonly SumUse[] = ['other', 'movement', 'amount', 'spending', 'not-to-exceed']
/** What a grant gives pays for what is bought with it. */
const given: readonly SumUse[] = [...open, 'grant', 'increase']
const leastCents = 500_00
/** "The State put up $25 million": a programme, and nobody's purchase. */
const rounded = /[a-z]/i
/** A price that is paid by others, or comes in, or was told of something else. */
const ofOthers =
  /\b(?:revenues?|generat\w*|fines?|penalt\w*|commissions?|savings?|loss(?:es)?|damages?|theft|stolen|salar\w*|insurance|deductible|threshold|limit|population|statewide|nationwide|legislature|state (?:put|set|gave|budget)|balance|estimat\w*|approximately|about|budget(?:ed)? (?:of|for|is)|each|per)\b[^.;$]{0,60}$/i
const reach = 120
/** Titles that buy nothing yet, or no longer. */
const buysNothing =
  /\b(?:expir\w*|terminat\w*|discontinu\w*|cancel\w*|discussion|consideration|licen[cs]e agreement program|placement|revenue|reimburs\w*|request for proposals|RFP|opt out|sale of|surplus|meeting agenda|joint agreement|(?:sets?|setting) up\b[^.;]{0,50}\bprogram)\b/i

/**
 * Where no words claim any sum of a text: the one amount that it prints, as often as it does, or one that is
 * all the others together. Nothing but its loneliness speaks for it, so that it is graded as unclear.
 */
export function lastResort(
  title: string,
  { text, sums }: SumField,
  role: Role | null,
): CommittedSum | undefined {
  if (buysNothing.test(title)) return undefined
  const uses = role === 'grant' || role === 'procurement' ? given : []
  const some = sums
    .slice(0, mostWeighed)
    .filter(
      (sum): sum is Readable =>
        sum.cents !== null && sum.cents >= leastCents && !rounded.test(sum.quote),
    )
  // What is told of something else beside it may be its price as well.
  if (some.length === 0 || some.some(({ use }) => !uses.includes(use))) return undefined
  const amounts = [...new Map(some.map((sum) => [sum.cents, sum])).values()]
  const whole = amounts.find((sum) => amounts.length === 1 || sumOf(amounts) === 2 * sum.cents)
  if (!whole) return undefined
  const heads = some.map(({ start }) => text.slice(Math.max(0, start - reach), start))
  return heads.some((head) => ofOthers.test(head)) ? undefined : stated(whole, 'unclear')
}
