import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import { linesOf, type MarkupNode } from '../../src/scraping/html.ts'
import { readNamedVotes } from '../votes.ts'

/** How an item ended, as its "Motion & Voting" block tells it. */
export type Decision = Pick<ScrapedAgendaItem, 'result' | 'mover' | 'seconder' | 'votes'>

const heading = /^motions? (?:&|and) voting\b/i
/** "Resolution: …" alone may be what is moved. */
const ending = /^final resolution ?:\s*(.*)$/i
const person = String.raw`([^,;]{2,80}?(?:, ?[JS]r\.?)?)`
const moved = new RegExp(
  String.raw`\bmotion by ${person}(?:, ?second(?:ed)? by ${person})?\.?$`,
  'i',
)
const roll =
  /^(?:yeas?|ayes?|yes|nays?|noe?s?|abstain(?:ed)?|abstentions?|absent|recused?|not voting|not present(?: at (?:the )?vote)?)\b ?(?:\(\d{1,3}\) ?)?:/i

/**
 * By the last motion that was decided, since earlier ones were about it; `undefined` before there is
 * one. The lines of the roll follow its end at once: what comes after them is another motion's.
 */
export function readDecision(block: MarkupNode): Decision | undefined {
  const lines = linesOf(block)
  const own = lines.slice(lines.findIndex((line) => heading.test(line)) + 1)
  if (own.length === lines.length) return undefined
  const end = own.findLastIndex((line) => ending.test(line))
  const result = ending.exec(own[end] ?? '')?.[1]
  if (!result) return undefined
  const before = own.slice(own.slice(0, end).findLastIndex((line) => ending.test(line)) + 1, end)
  const said = before.findLast((line) => moved.test(line)) ?? ''
  const [, mover = null, seconder = null] = moved.exec(said) ?? []
  const after = own.slice(end + 1)
  const rollEnd = after.findIndex((line) => !roll.test(line))
  const voices = after.slice(0, rollEnd === -1 ? after.length : rollEnd)
  return { result, mover, seconder, votes: readNamedVotes(voices.join('\n')).votes }
}
