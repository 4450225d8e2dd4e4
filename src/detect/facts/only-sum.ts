import type { PrintedSum } from './amount.ts'
import type { SumUse } from './sum-use.ts'

/** As long as a summary beside a title is; longer texts tell of much that is not asked for. */
export const longestSummary = 700

/** Uses that say nothing against a sum, though nothing for it either. */
const open: readonly SumUse[] = ['movement', 'other', 'grant', 'amount']

/** Said just before a sum that nobody commits here: it is an estimate, or told of the past. */
const notCommitted =
  /\b(?:approximately|about|nearly|almost|roughly|some|estimated|projected|allocated|generat\w+|(?:monthly|hourly|daily|registration|annual|yearly|user|filing) (?:fee|rate|charge)s?|(?:was|were|(?:has|have|had) been) \w+ed)\b[^.;$]*$/i
const reach = 160

/** The one sum that a summary of a sentence or two prints, if nothing speaks against it. */
export function onlySum(
  text: string,
  sums: readonly PrintedSum[],
): (PrintedSum & { readonly cents: number }) | undefined {
  const [only] = sums
  if (text.length > longestSummary || sums.length !== 1 || !only) return undefined
  const { cents, use, start } = only
  if (cents === null || !open.includes(use)) return undefined
  if (notCommitted.test(text.slice(Math.max(0, start - reach), start))) return undefined
  return { ...only, cents }
}
