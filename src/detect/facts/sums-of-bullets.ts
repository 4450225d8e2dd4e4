import { holdsPlace, type Span, type SumField } from './sum-field.ts'
import { hangsOn } from './sums-of-lines.ts'

const bullet = /(?:^|\n)[ \t]{0,8}[-*\u2022\u00b7\u2013\u2014][ \t]{1,4}/g
/** A line that decides on something of its own, and is no part of what another line buys. */
const decides =
  /^\s{0,8}[-*\u2022\u00b7\u2013\u2014]\s{1,4}(?:an? |the )?(?:resolution|ordinance|agreement|contract|purchase|approv\w*|award\w*|accept\w*|authoriz\w*|lease|renewal|request|bid|change order|amendment|grant|transfer|motion)\b/i
/** "- $12,000 to Streets for salt" */
const isGiven = /^[-*\u2022\u00b7\u2013\u2014]\s{1,4}\$ ?[\d,.]{1,16} (?:to|for) /
const mostBullets = 40

/** "The committee favors: - Plate readers, $36,000 - A boiler, $98,000": without what other lines decide on. */
export function ofOwnBullets(title: SumField, field: SumField): SumField {
  const { text, sums, places } = field
  if (title.places.length > 0 || places.length === 0 || sums.length < 2) return field
  const starts = [...text.matchAll(bullet)].map(({ index }) => index)
  if (starts.length < 2 || starts.length > mostBullets) return field
  const lines = starts.map((start, at): Span => {
    const end = text.indexOf('\n', start + 1)
    return { start, end: Math.min(starts[at + 1] ?? text.length, end < 0 ? text.length : end) }
  })
  const isOf = ({ start, end }: Span, line: Span) => start >= line.start && end <= line.end
  const ours = lines.filter((line) => holdsPlace(line, places))
  if (!ours.some((line) => sums.some((sum) => isOf(sum, line)))) return field
  const others = lines.filter((line) => {
    const words = text.slice(line.start, line.end).trimStart()
    const isOwn = decides.test(words) || (isGiven.test(words) && !hangsOn.test(words))
    return isOwn && !holdsPlace(line, places)
  })
  return { ...field, sums: sums.filter((sum) => !others.some((line) => isOf(sum, line))) }
}
