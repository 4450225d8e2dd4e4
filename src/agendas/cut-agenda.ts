import type { AgendaLink, AgendaText } from '../model/agenda-text.ts'
import type { ScrapedAgendaItem } from '../model/meeting.ts'
import { judgeConsent } from './consent.ts'
import { cutEntries, type Entry } from './entries.ts'
import { findStart, isMinutes } from './extent.ts'
import { findFileNumber, isFileNumber, takeFileNumber } from './file-number.ts'
import { withoutFurniture } from './furniture.ts'
import { type AgendaLine, isCapitals, readLines } from './lines.ts'
import { placeLinks } from './links.ts'
import { procedure, section } from './phrases.ts'
import { readRows } from './rows.ts'

/**
 * The items of an agenda of which only the text is there, in agenda order, parts and headings
 * among them. The words of every item are words of the text. Empty when no list is found, and for
 * minutes. Documents are the links that lie on an item's words.
 */
export function cutAgenda(text: AgendaText): ScrapedAgendaItem[] {
  return cut(withoutFurniture(readLines(text.pages)), text.links ?? [])
}

/** The same for lines, as an adapter reads them out of one blob of markup. */
export function cutLines(lines: readonly string[]): ScrapedAgendaItem[] {
  return cut(withoutFurniture(readLines([{ page: 1, text: lines.join('\n') }])), [])
}

function cut(lines: readonly AgendaLine[], links: readonly AgendaLink[]): ScrapedAgendaItem[] {
  const rows = readRows(lines)
  const start = isMinutes(rows.list) ? undefined : findStart(rows.list)
  if (start === undefined) return []
  const entries = cutEntries(rows, start)
  mendTornTitles(entries)
  const parents = findParents(entries)
  moveFileNumbers(entries, parents)
  const consents = judgeConsent(entries, parents)
  const count = countBeside(entries, parents)
  const documents = placeLinks(links, entries, rows.list)
  return entries.map((entry, at): ScrapedAgendaItem => {
    const taken = takeFileNumber(joinWords(entry.title))
    const parent = entries[parents[at] ?? -1]
    return {
      upstreamId: null,
      position: at,
      number: entry.number,
      title: taken.title,
      fileNumber: taken.fileNumber ?? findFileNumber(entry.text),
      consent: consents[at] ?? null,
      section: parent ? takeFileNumber(joinWords(parent.title)).title : null,
      isHeading: isHeading(entries, parents, count, at),
      text: entry.text.join('\n'),
      matterUpstreamId: null,
      matterType: null,
      matterStatus: null,
      sourceUrl: null,
      documents: documents.get(at) ?? [],
      action: null,
      result: null,
      mover: null,
      seconder: null,
      votes: [],
      rollCall: [],
      matter: null,
    }
  })
}

/** For each entry the place of the nearest one before it that stands further out; -1 for none. */
function findParents(entries: readonly Entry[]): number[] {
  const open: number[] = []
  return entries.map(({ rank, isUnmarked, title }, at) => {
    while (open.length > 0 && (entries[open.at(-1) ?? 0]?.rank ?? 0) >= rank) open.pop()
    const parent = open.at(-1) ?? -1
    if (!(isUnmarked && isStep(title[0] ?? ''))) open.push(at)
    return parent
  })
}

/**
 * In a row of a table the number is sometimes read after the title beside it: a title that is only
 * a file number takes the last lines of the item before, back to the end of a sentence.
 */
function mendTornTitles(entries: readonly Entry[]): void {
  entries.forEach((entry, at) => {
    const before = entries[at - 1]
    if (!before || entry.number === null || !entry.title.every(isFileNumber)) return
    const end = before.text.slice(0, -1).findLastIndex((line) => /[.!?:]$/.test(line))
    const torn = before.text.slice(end + 1)
    if (end < 0 || torn.length === 0 || torn.length > 8) return
    before.text.length = end + 1
    entry.title.push(...torn)
  })
}

/**
 * A column of file numbers is read line by line with the titles beside it, a little too early at
 * times: the number then stands at the end of the item before.
 */
function moveFileNumbers(entries: readonly Entry[], parents: readonly number[]): void {
  entries.forEach((entry, at) => {
    const next = entries[at + 1]
    const last = entry.text.at(-1)
    if (!next || next.isUnmarked || last === undefined || !isFileNumber(last)) return
    const isNotOwn = parents[at + 1] === at || entry.text.slice(0, -1).some(isFileNumber)
    if (!isNotOwn) return
    entry.text.pop()
    next.text.unshift(last)
  })
}

/** Lines of one sentence as one; a word that was parted at the line's end keeps its hyphen. */
function joinWords(lines: readonly string[]): string {
  return lines.join(' ')
}

const step =
  /\b(?:comments?|reports?|communications?|remarks|announcements?|updates?|response|briefing)\b/i

/** True for what is done at every meeting and heads nothing. */
function isStep(title: string): boolean {
  return procedure.test(title)
}

/** What the body is to do, though other entries stand under it. */
const deed =
  /following:?$|^(?:approv|accept|authori[sz]|adopt|award|consider|order|ratify|receiv|sett)ing\b.*[a-z]/i

const nameLimit = 80

/**
 * True for an entry that only names a part: an unnumbered one, one in capitals or with the words
 * of parts that others stand under. What could be voted on itself is not one.
 */
function isHeading(
  entries: readonly Entry[],
  parents: readonly number[],
  count: Beside,
  at: number,
): boolean {
  const entry = entries[at]
  if (!entry) return false
  const title = joinWords(entry.title)
  const heads = parents[at + 1] === at
  const name = title.replace(/\([^)]*\)/g, '').trim()
  if (/\$ ?\d/.test(title) || takeFileNumber(title).fileNumber) return false
  if (heads && deed.test(name)) return false
  if (heads) return isCapitals(title) || (name.length <= nameLimit && section.test(name))
  if (isStep(title) || step.test(title) || !isCapitals(title)) return false
  if (entry.isUnmarked) return true
  const beside = count.get(besideKey(entries, parents, at))
  return entry.text.length === 0 && beside !== undefined && beside.heading * 2 >= beside.all
}

/** How many entries stand beside one another, and how many of them head others. */
type Beside = ReadonlyMap<string, { all: number; heading: number }>

function countBeside(entries: readonly Entry[], parents: readonly number[]): Beside {
  const count = new Map<string, { all: number; heading: number }>()
  entries.forEach((_, at) => {
    const key = besideKey(entries, parents, at)
    const beside = count.get(key) ?? { all: 0, heading: 0 }
    beside.all += 1
    if (parents[at + 1] === at) beside.heading += 1
    count.set(key, beside)
  })
  return count
}

function besideKey(entries: readonly Entry[], parents: readonly number[], at: number): string {
  return `${parents[at]} ${entries[at]?.rank}`
}
