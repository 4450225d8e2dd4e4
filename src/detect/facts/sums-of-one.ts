import { fromPieces } from '../pieces.ts'

/** Things that are bought by number, for use in patterns. */
const thing = '(?:camera|reader|device|unit|license|drone|monitor|body cam|sensor)'

/** "A Flock camera costs", whether a year or once. */
const ofOne = fromPieces(
  'i',
  String.raw`\b(?:an?|each|one|every) (?:[\w-]+ ){0,2}${thing} `,
  '(?:costs?|runs?|is|was) (?:about |around |approximately )?$',
)

/** "Cost per camera: ", "the price per LPR camera per year is", "the per-camera cost is". */
const perOne = fromPieces(
  'i',
  String.raw`\b(?:costs?|prices?|fees?|rates?),? per (?:[\w-]+ ){0,2}${thing}`,
  String.raw`(?:,? ?(?:\/ ?)?(?:per |a |each |\/ ?)(?:year|yr|annum|month)| annually| monthly)?,?`,
  '(?: ?:| ?=| (?:is|was|of|at|will be|would be)(?: (?:about|approximately))?)? ?$',
  String.raw`|\bper[- ]${thing},? (?:(?:annual|yearly|monthly|subscription|lease|unit) ){0,2}`,
  String.raw`(?:cost|price|fee|rate)\b(?: ?:| (?:is|was|of|at|will be|would be)`,
  '(?: (?:about|approximately))?)? ?$',
)

/** "Per-day rates: GPS $14; alcohol monitoring $15": each of them, to the end of the sentence. */
const ofRates =
  /\b(?:per[- ]day|per[- ]diem|daily|hourly|unit) (?:rates|prices|fees|charges)(?: are| as follows)? ?:(?:[^.\n]|\.(?=\d))*$/i

/** Whether the words before a sum make it the price of one thing. */
export const isOfOne = (clause: string, head: string): boolean =>
  ofOne.test(clause) || perOne.test(clause) || ofRates.test(head)

/** Whether the price of one thing that follows is told, and by the year. */
export function isPriceOfOne(head: string): { readonly isYearly: boolean } | undefined {
  const line = head.slice(head.search(/[^.;\n]*$/))
  if (!ofOne.test(line) && !perOne.test(line)) return undefined
  return { isYearly: /\b(?:annual(?:ly)?|yearly|year|yr|annum)\b/i.test(line) }
}
