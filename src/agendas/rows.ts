import { type AgendaLine, isCapitals, learnWrapping } from './lines.ts'
import { type Mark, readMark } from './marks.ts'
import { bullet } from './phrases.ts'

/** A printed line with what can be told of it by itself. */
export interface Row extends AgendaLine {
  readonly mark: Mark | undefined
  /** The words without mark and bullet. */
  readonly words: string
  readonly isBulleted: boolean
  /** The words are in capitals. */
  readonly isCapitals: boolean
  /** The line before had no more room, so this one goes on with its sentence. */
  readonly isWrapped: boolean
}

/** All lines of a document, and what only the whole of them tells. */
export interface Rows {
  readonly list: readonly Row[]
  /** Parts of this agenda carry numbers, so that capitals without one head nothing. */
  readonly sectionsAreMarked: boolean
  /** True when a mark of this form and value stands in the rows shortly after `at`. */
  follows(at: number, form: string, value: number): boolean
}

/** How far behind an item its successor is looked for, in lines. */
const reach = 400

const unfinished = /(?:[,–—-]|\b(?:and|of|the|to|for|with|by|at|in|or|a|an|from|on))$/i

export function readRows(lines: readonly AgendaLine[]): Rows {
  const isOnePage = lines.every(({ page }) => page === lines[0]?.page)
  const joined = joinLoneMarks(lines, isOnePage)
  const wrapping = learnWrapping(lines)
  const bareCounts = countsBare(joined)
  const list = joined.map((line, at): Row => {
    const read = readMark(line.text)
    const mark = read?.isBare && !bareCounts ? undefined : read
    const isBulleted = !mark && bullet.test(line.text)
    const words = mark ? mark.rest : line.text.replace(bullet, '')
    const before = joined[at - 1]
    return {
      ...line,
      mark,
      words,
      isBulleted,
      isCapitals: isCapitals(words),
      isWrapped:
        before !== undefined &&
        (wrapping.goesOn(before, line) || (unfinished.test(before.text) && !mark)),
    }
  })
  return { list, sectionsAreMarked: findMarkedSections(list), follows: indexMarks(list) }
}

/**
 * Puts marks that stand alone on a line before the words of the next; pages made of tables and
 * cells print them so. One that is printed again on the next line is dropped.
 */
function joinLoneMarks(lines: readonly AgendaLine[], isOnePage: boolean): AgendaLine[] {
  const joined: AgendaLine[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    if (!line) continue
    const mark = line.text.length < 12 ? readMark(line.text) : undefined
    const next = lines[at + 1]
    if (!mark || mark.rest !== '' || !next || (mark.isBare && !isOnePage)) {
      joined.push(line)
      continue
    }
    const nextMark = readMark(next.text)
    if (nextMark?.number === mark.number && nextMark.rest !== '') continue
    if ((nextMark && !nextMark.isBare && nextMark.rest === '') || (mark.isBare && nextMark)) {
      joined.push(line)
      continue
    }
    joined.push({ ...line, text: `${line.text} ${next.text}` })
    at += 1
  }
  return joined
}

/** Three bare numbers that count up from 1 are a list; fewer are quantities. */
function countsBare(lines: readonly AgendaLine[]): boolean {
  let run = 0
  for (const { text } of lines) {
    const mark = readMark(text)
    if (!mark?.isBare || !/^[\p{Lu}\d“"(]/u.test(mark.rest)) continue
    const value = mark.readings[0]?.value
    if (value === 1) run = 1
    else if (value === run + 1) run += 1
    if (run >= 3) return true
  }
  return false
}

/** Four numbered headings in capitals that follow one another. */
function findMarkedSections(rows: readonly Row[]): boolean {
  const runs = new Map<string, number>()
  for (const { mark, isCapitals: capitals } of rows) {
    if (!mark || !capitals || mark.isBare) continue
    for (const { form, value, above } of mark.readings) {
      if (above !== '') continue
      const run = value === 1 ? 1 : runs.get(form) === value - 1 ? value : undefined
      if (run === undefined) continue
      if (run >= 4) return true
      runs.set(form, run)
    }
  }
  return false
}

function indexMarks(rows: readonly Row[]): Rows['follows'] {
  const places = new Map<string, number[]>()
  rows.forEach(({ mark }, at) => {
    for (const { form, value } of mark?.readings ?? []) {
      const key = `${form} ${value}`
      const known = places.get(key)
      if (known) known.push(at)
      else places.set(key, [at])
    }
  })
  return (at, form, value) => {
    const known = places.get(`${form} ${value}`) ?? []
    let low = 0
    let high = known.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((known[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    return (known[low] ?? Number.POSITIVE_INFINITY) - at <= reach
  }
}
