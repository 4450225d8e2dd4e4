/**
 * One way to read what stands before an item. Two marks of one `form` belong to one list when their
 * values follow one another.
 */
export interface MarkReading {
  /** Style and punctuation: `1.`, `(a)`, `I.`, `A-1`; with the numbers above it for `7.b`: `7.a`. */
  readonly form: string
  /** From 1. */
  readonly value: number
  /** The numbers above in one mark, `7.B` in `7.B.2`; "" when it has one part. */
  readonly above: string
}

/** A line that may begin an item. */
export interface Mark {
  /** As printed, without brackets and closing points: "7.b", "IV", "A". */
  readonly number: string
  readonly readings: readonly MarkReading[]
  /** The words after it; "" when it stands alone. */
  readonly rest: string
  /** A bare number: more often a quantity than a mark. */
  readonly isBare: boolean
}

const simple =
  /^(\()?(\d{1,3}|[A-Za-z]{1,3}|[IVXLivxl|]{1,7})([.)]|\.\)|:(?= ))(?= |$|(?<=\.)(?=[A-Z“"][A-Za-z]{2}))/
const dotted =
  /^((?:\d{1,2}|[A-Z]{1,2}|[IVX]{1,5})(?:\.(?:\d{1,3}|[A-Za-z]{1,2}))+|\d{1,2}[A-Za-z]{1,2}|[A-Z]{1,2}-?\d{1,3}|\d{1,2}-[A-Z]|\d{1,2}-\d{1,2})([.):]?)(?= |$)/
const bare = /^(\d{1,3})(?= [^\d\s]|$| \d{4} [A-Z])/
const worded =
  /^(?:agenda )?(item|section)(?: no\.?| #)? ?(\d{1,3}|[IVX]{1,5}|[A-Z])(?: ?[-–—.:)]| (?=[A-Z]))/i

/** A number or letter right before a file number: "A 21-0085 Proclamation", "5 26-0416. Award". */
const filed = /^(\d{1,3}|[A-Z])(?= \d{2,4}-\d{3,5}(?:[.:]? |$))/

/** The mark a line begins with; `undefined` when it begins with words. */
export function readMark(text: string): Mark | undefined {
  if (!/^\(?[\w|]/.test(text)) return undefined
  return (
    readWorded(text) ?? readSimple(text) ?? readDotted(text) ?? readFiled(text) ?? readBare(text)
  )
}

function readWorded(text: string): Mark | undefined {
  const [whole, word, number] = worded.exec(text) ?? []
  if (whole === undefined || !word || !number) return undefined
  const form = word.toLowerCase()
  const readings = readingsOf(number).map(({ style, value }) => ({
    form: `${form} ${style}`,
    value,
    above: '',
  }))
  return { number, readings, rest: restOf(text, whole), isBare: false }
}

function readSimple(text: string): Mark | undefined {
  const [whole, open = '', number, close = ''] = simple.exec(text) ?? []
  if (whole === undefined || !number || (open !== '' && close === '.')) return undefined
  const readings = readingsOf(number).map(({ style, value }) => ({
    form: `${open}${style}${close === ':' ? '.' : close}`,
    value,
    above: '',
  }))
  if (readings.length === 0) return undefined
  return { number, readings, rest: restOf(text, whole), isBare: false }
}

function readDotted(text: string): Mark | undefined {
  const [whole, number] = dotted.exec(text) ?? []
  if (whole === undefined || !number) return undefined
  const parts = number.match(/\d+|[A-Za-z]+/g) ?? []
  const last = parts.at(-1) ?? ''
  const above = number.slice(0, number.length - last.length).replace(/[.-]+$/, '')
  const joint = number.slice(above.length, number.length - last.length)
  const readings = readingsOf(last).map(({ style, value }) => ({
    form: `${parts.length}${joint}${style}`,
    value,
    above,
  }))
  return { number, readings, rest: restOf(text, whole), isBare: false }
}

function readFiled(text: string): Mark | undefined {
  const [whole, number] = filed.exec(text) ?? []
  if (whole === undefined || !number) return undefined
  const readings = readingsOf(number).map(({ style, value }) => ({
    form: `filed ${style}`,
    value,
    above: '',
  }))
  return { number, readings, rest: restOf(text, whole), isBare: false }
}

function readBare(text: string): Mark | undefined {
  const [whole, number] = bare.exec(text) ?? []
  if (whole === undefined || !number) return undefined
  const readings = [{ form: 'bare', value: Number(number), above: '' }]
  return { number, readings, rest: restOf(text, whole), isBare: true }
}

function restOf(text: string, whole: string): string {
  return text
    .slice(whole.length)
    .replace(/^[\s–—-]*\*?(?=[^\s*–—-])/, '')
    .trim()
}

/** What a number, letter or numeral may stand for; scanned pages take l and | for 1 and I. */
function readingsOf(number: string): { style: string; value: number }[] {
  if (/^\d+$/.test(number)) return [{ style: '1', value: Number(number) }]
  const found: { style: string; value: number }[] = []
  const isUpper = number === number.toUpperCase()
  const roman = romanValue(number)
  if (roman !== undefined) found.push({ style: isUpper ? 'I' : 'i', value: roman })
  const letter = letterValue(number)
  if (letter !== undefined) found.push({ style: isUpper ? 'A' : 'a', value: letter })
  if (/^[lI|]{1,4}$/.test(number) && /[l|]/.test(number)) {
    found.push({ style: 'I', value: number.length })
    if (number.length <= 2) found.push({ style: '1', value: Number('1'.repeat(number.length)) })
  }
  return found
}

/** `a` is 1, `z` 26, `aa` 27 and `ab` or `bb` 28: both ways of going on are in use. */
function letterValue(number: string): number | undefined {
  if (!/^(?:[a-z]{1,3}|[A-Z]{1,3})$/.test(number)) return undefined
  const codes = [...number.toLowerCase()].map((letter) => letter.charCodeAt(0) - 96)
  const [first = 0, second] = codes
  if (codes.every((code) => code === first)) return 26 * (codes.length - 1) + first
  return codes.length === 2 && first === 1 && second !== undefined ? 26 + second : undefined
}

const numerals: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 }

function romanValue(number: string): number | undefined {
  if (!/^(?:[ivxl]{1,7}|[IVXL]{1,7})$/.test(number)) return undefined
  const lower = number.toLowerCase()
  if (!/^(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(lower)) return undefined
  let value = 0
  for (let at = 0; at < lower.length; at += 1) {
    const here = numerals[lower[at] ?? ''] ?? 0
    const next = numerals[lower[at + 1] ?? ''] ?? 0
    value += here < next ? -here : here
  }
  return value > 0 ? value : undefined
}
