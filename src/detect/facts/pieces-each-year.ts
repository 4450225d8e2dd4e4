import { readNumberWords } from './number-words.ts'
import {
  type CommittedSum,
  mostWeighed,
  type Readable,
  type SumField,
  together,
} from './sum-field.ts'

/** "$2,000.00 per year per license plate reader". */
const eachYear =
  /^\)?(?: dollars?)? (?:per|a|each|every) year,? (?:per|for each|for every|each) (?:[\w-]+ ){0,3}?(reader|camera|unit|device|licen[cs]e|drone)s?\b/i
/** "Two license plate readers", "three (3) cameras". */
const counted =
  /\b(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: \(\d{1,3}\))? (?:[\w-]+ ){0,4}?(reader|camera|unit|device|licen[cs]e|drone)s?\b/i

/** What pieces that a title counts cost in their first year, where their price is all that the text prints. */
export function piecesEachYear(title: string, { text, sums }: SumField): CommittedSum | undefined {
  const some = sums.slice(0, mostWeighed).filter((sum): sum is Readable => sum.cents !== null)
  const [one] = some
  if (!one || new Set(some.map(({ cents }) => cents)).size > 1) return undefined
  const thing = eachYear.exec(text.slice(one.end, one.end + 100))?.[1]?.toLowerCase()
  const [, number, piece] = counted.exec(title) ?? []
  if (!thing || !number || piece?.toLowerCase() !== thing) return undefined
  const times = /\d/.test(number) ? Number(number) : readNumberWords(number.toLowerCase())
  return times ? together([one], one.cents * times) : undefined
}
