import { mostWeighed, type Readable } from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

/** Behind the price of one, what all of them come to: "$4,000 per bus or $48,000", "$950 each, $9,500 total". */
const goesOnToAll =
  /^\)?[,;]? (?:for )?(?:an? )?(?:extended |grand |combined )?(?:total|extension|extended)\b(?: [\w-]+){0,4} $|^\)?(?: ?\/ ?(?=\w)| (?=(?:per|each|an?|apiece|for (?:each|one|an?))\b))(?:[^$.;]{0,70}?(?:,|\bor|\bcomes? to|\btotal\w*|\bfor|=|:|\(|[\u2013\u2014-])|apiece,?)(?: [\w,()-]+){0,8} ?\(?$/i
const longestGap = 110
const mostUnits = 5_000
const prices: readonly SumUse[] = ['per-unit', 'annual']
const whole: readonly SumUse[] = ['not-to-exceed', 'spending', 'amount', 'other']

/** The sum of all pieces behind the price of one: a whole number of times that price, and no sum is more. */
export function wholeOfUnits(sums: readonly Readable[], text: string): Readable | undefined {
  const some = sums.slice(0, mostWeighed)
  return some.find((sum, at) => {
    const one = some[at - 1]
    if (!one || !prices.includes(one.use) || !whole.includes(sum.use) || one.cents <= 0)
      return false
    const times = sum.cents / one.cents
    if (times < 2 || times > mostUnits || !Number.isInteger(times)) return false
    if (sum.start - one.end > longestGap) return false
    if (some.some(({ use, cents }) => whole.includes(use) && cents > sum.cents)) return false
    return goesOnToAll.test(text.slice(one.end, sum.start).replace(/\s+/g, ' '))
  })
}
