import { isFileNumber } from './file-number.ts'
import { procedure, section, sentence } from './phrases.ts'
import type { Row } from './rows.ts'

/** Capitals that say something: no heading, though they are printed like one. */
export function isSentence(row: Row, isLed: boolean): boolean {
  if (!/\p{L}{3}/u.test(row.words)) return true
  if (procedure.test(row.words)) return false
  if (!row.words.includes('(') && row.words.includes(')')) return true
  return !isLed && (sentence.test(row.words) || /[^.]\.$/.test(row.words))
}

/** Capitals whose sentence may go on over the next line. */
export function isUnended(row: Row): boolean {
  return row.isCapitals && row.words.length >= 15 && !/[.”")\]*]$/.test(row.words)
}

/** A title of which only the file number is printed so far, or the council district behind it. */
export function isCodeOnly(title: readonly string[]): boolean {
  return title.every((line) => isFileNumber(line) || /^CD \d{1,2}$/.test(line))
}

/** The capitals a line begins with, before its sentence: "ROLL CALL: Mayor and members". */
export function capitalsOf(words: string): string {
  const [, capitals = ''] =
    /^([\p{Lu}\d][\p{Lu}\d &'’/,.()-]{3,90}?)(?:\s*[:–—-]|\s(?=\p{Lu}?\p{Ll})|\s\()/u.exec(words) ??
    []
  return capitals
}

/** True for a line that begins with the name of a part or step in capitals. */
export function leadsInCapitals(words: string): boolean {
  const capitals = capitalsOf(words)
  return /\p{Lu}{4}/u.test(capitals) && (section.test(capitals) || procedure.test(capitals))
}
