import { boilerplate, consent, opening, procedure, section, sectionName, shout } from './phrases.ts'
import type { Row } from './rows.ts'

/** Lines before the first step that may still belong to the list. */
const before = 6

/**
 * The row where the agenda's own list begins, after the title page and the notes on taking part;
 * `undefined` when there is no list.
 */
export function findStart(rows: readonly Row[]): number | undefined {
  const first = rows.findIndex(isOpening)
  if (first < 0) return findLongestList(rows)
  return goBack(rows, findListStart(rows, first))
}

/** True for a step like "Call to Order": a short line of its own, not a sentence about it. */
export function isOpening(row: Row): boolean {
  return (
    row.words.length <= 110 &&
    opening.test(row.words) &&
    /^[\p{Lu}\d]/u.test(row.words) &&
    !(row.words.length > 60 && /[.;]$/.test(row.words) && !row.mark)
  )
}

/** The first of the numbers that lead up to a numbered step. */
function findListStart(rows: readonly Row[], step: number): number {
  let start = step
  let wanted = rows[step]?.mark?.readings.find(({ above }) => above === '')
  for (let at = step - 1; at >= 0 && step - at < 120 && wanted && wanted.value > 1; at -= 1) {
    const reading = rows[at]?.mark?.readings.find(
      ({ form, value }) => form === wanted?.form && value === wanted.value - 1,
    )
    if (!reading) continue
    wanted = reading
    start = at
  }
  return start
}

/** Takes in a first number or a heading shortly before. */
function goBack(rows: readonly Row[], step: number): number {
  let start = step
  for (let at = step - 1; at >= 0 && start - at <= before; at -= 1) {
    const row = rows[at]
    if (!row) break
    const isFirst = row.mark?.readings.some(({ value }) => value === 1) && !row.mark.isBare
    if (isFirst && /^\p{Lu}/u.test(row.words)) start = at
    else if (isSectionName(row) && (start === at + 1 || sectionName.test(row.words))) start = at
    else if (row.isCapitals && !row.mark && procedure.test(row.words)) start = at
  }
  return start
}

function isSectionName(row: Row): boolean {
  return (
    row.isCapitals &&
    !row.mark &&
    row.words.length < 60 &&
    section.test(row.words) &&
    !shout.test(row.words) &&
    !boilerplate.test(row.words) &&
    !/^(?:[a-z]+ ){0,3}agenda$(?<!consent agenda)|\b(?:city|town|village|county|board|committee|commission) (?:council|of|commission)|\bmeeting\b|\d/i.test(
      row.words,
    )
  )
}

/**
 * Where no step opens the meeting: the start of the list that counts furthest, or of an earlier
 * one of its kind that stands under a heading.
 */
function findLongestList(rows: readonly Row[]): number | undefined {
  const runs = new Map<string, { start: number; last: number }>()
  let best: { start: number; last: number; key: string } | undefined
  rows.forEach(({ mark }, at) => {
    for (const { form, value, above } of mark?.readings ?? []) {
      const key = `${form} ${above}`
      const run = runs.get(key)
      if (value === 1) runs.set(key, { start: at, last: 1 })
      else if (run && value === run.last + 1) {
        run.last = value
        if (!best || run.last > best.last) best = { start: run.start, last: run.last, key }
      }
    }
  })
  if (!best || !isAgenda(rows)) return undefined
  const { key, start } = best
  const first = rows.findIndex(({ mark }, at) => {
    const before = rows[at - 1]
    const isFirst = mark?.readings.some(
      (one) => one.value === 1 && `${one.form} ${one.above}` === key,
    )
    return isFirst && before?.isCapitals && section.test(before.words)
  })
  return goBack(rows, first < 0 ? start : Math.min(first, start))
}

/** True when something in the text is a part of meetings: policies and reports have lists too. */
function isAgenda(rows: readonly Row[]): boolean {
  return rows.some(
    ({ words, text }, at) =>
      (at < 60 && text.length < 80 && /\b(?:agenda|docket|order of business)\b/i.test(text)) ||
      (words.length < 80 && (procedure.test(words) || consent.test(words))),
  )
}

const motions =
  /\b(?:motion (?:carried|passed|was (?:made|approved))|^moved by$|moved (?:by|to (?:approve|adopt|accept|table))|seconded (?:by|the motion)|made (?:a|the) motion|voting (?:aye|yes)|carried unanimously|ayes?\s?: ?\p{L})/iu
const minutesTitle = /\bminutes(?: of\b|$)|^minutes\b/i

/**
 * True for minutes, which tell what was done: cut as an agenda they would announce what is over.
 */
export function isMinutes(rows: readonly Row[]): boolean {
  const moved = rows.filter(({ text }) => motions.test(text)).length
  if (moved >= 6) return true
  const title = rows.slice(0, 8).filter(({ text }) => text.length < 80)
  if (title.some(({ text }) => /\bagenda\b/i.test(text))) return false
  return title.some(({ text, mark }) => !mark && minutesTitle.test(text)) || moved >= 3
}
