import { isFiled } from './file-number.ts'
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
  /** The line before was more than half full, so that capitals may go on with its capitals. */
  readonly mayGoOn: boolean
}

/** All lines of a document, and what only the whole of them tells. */
export interface Rows {
  readonly list: readonly Row[]
  /**
   * The form of the numbers that this agenda's parts carry: below one of them capitals without a
   * number head little. `undefined` where parts have names only.
   */
  readonly sectionForm: string | undefined
  /** Forms of marks before file numbers: such marks are items, whatever number went before. */
  readonly filedForms: ReadonlySet<string>
  /** True when a mark of this form and value stands in the rows shortly after `at`. */
  follows(at: number, form: string, value: number): boolean
}

const fileCode = /^[A-Z]{1,3}-\d{2,}$/

/** How far behind an item its successor is looked for, in lines. */
const reach = 400

/** A line above this is full, whatever the width of its letters; capitals vary more. */
const full = 0.84
const halfFull = 0.62

const unfinished = /(?:[,–—-]|\b(?:and|of|the|to|for|with|by|at|in|or|a|an|from|on|nos?\.))$/i

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
    const isUnfinished = before !== undefined && !mark && unfinished.test(before.text)
    const fullness = before === undefined ? 0 : wrapping.fullness(before, line)
    return {
      ...line,
      mark,
      words,
      isBulleted,
      isCapitals: isCapitals(words),
      isWrapped: !isBulleted && (isUnfinished || fullness >= full),
      mayGoOn: isUnfinished || fullness >= halfFull,
    }
  })
  return {
    list,
    sectionForm: findSectionForm(list),
    filedForms: findFiledForms(list),
    follows: indexMarks(list),
  }
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
    if (mark?.rest !== '' || !next || (mark.isBare && !isOnePage)) {
      joined.push(line)
      continue
    }
    const nextMark = readMark(next.text)
    if (nextMark?.number === mark.number && nextMark.rest !== '') continue
    if (nextMark && !fileCode.test(nextMark.number) && (mark.isBare || !nextMark.isBare)) {
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

/** A list that runs once, with four headings in capitals or more. */
function findSectionForm(rows: readonly Row[]): string | undefined {
  const runs = new Map<string, { starts: number; last: number; longest: number }>()
  for (const { mark, isCapitals: capitals } of rows) {
    if (!mark || !capitals || mark.isBare) continue
    for (const { form, value, above } of mark.readings) {
      if (above !== '') continue
      const run = runs.get(form) ?? { starts: 0, last: 0, longest: 0 }
      runs.set(form, run)
      if (value === 1) run.starts += 1
      if (value !== 1 && value !== run.last + 1) continue
      run.last = value
      run.longest = Math.max(run.longest, value)
    }
  }
  return [...runs].find(([, run]) => run.starts === 1 && run.longest >= 4)?.[0]
}

/** Forms of three marks or more that stand right before a file number. */
function findFiledForms(rows: readonly Row[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { mark } of rows) {
    if (!mark || !isFiled(mark.rest)) continue
    for (const { form } of mark.readings) counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  const least = (form: string) => (form.startsWith('filed') ? 1 : 3)
  return new Set([...counts].filter(([form, count]) => count >= least(form)).map(([form]) => form))
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
