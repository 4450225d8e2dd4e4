/** Formats that files name by number only (ECMA-376 part 1, 18.8.30), as an American Excel shows them. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"$"#,##0;("$"#,##0)',
  6: '"$"#,##0;("$"#,##0)',
  7: '"$"#,##0.00;("$"#,##0.00)',
  8: '"$"#,##0.00;("$"#,##0.00)',
  9: '0%',
  10: '0.00%',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  41: '#,##0;(#,##0);"-"',
  42: '"$"#,##0;("$"#,##0);"$-"',
  43: '#,##0.00;(#,##0.00);"-"',
  44: '"$"#,##0.00;("$"#,##0.00);"$-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
}

/** Excel itself takes no longer ones. */
const longestCode = 255

/** The format code of a style; "" for a plain number. */
export function formatCode(id: number, own: ReadonlyMap<number, string>): string {
  const code = own.get(id) ?? builtIn[id] ?? ''
  return code.length > longestCode ? '' : code
}

interface Piece {
  /** Characters shown as they are, digits, or a part of a date or a time. */
  readonly kind: 'literal' | 'digits' | 'date' | 'elapsed'
  readonly text: string
}

const pieces =
  /"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[(h+|m+|s+)\]|\[[^\]]*\]|(AM\/PM|A\/P|y+|m+|d+|h+|s+(?:\.0+)?)|([0#?](?:[0#?.,]*))|(\.[0#?]+)|(.)/gis

function piecesOf(section: string): Piece[] {
  return [...section.matchAll(pieces)].map(
    ([all, quoted, escaped, currency, elapsed, date, digits, fraction, other]) => {
      if (elapsed) return { kind: 'elapsed', text: elapsed.toLowerCase() }
      if (date) return { kind: 'date', text: date.toLowerCase() }
      if (digits ?? fraction) return { kind: 'digits', text: digits ?? fraction ?? '' }
      // `_x` leaves room for a character.
      const text = quoted ?? escaped ?? currency ?? other ?? (all.startsWith('_') ? ' ' : '')
      return { kind: 'literal', text }
    },
  )
}

/** Sections for what is above, below and equal to nothing; a `;` in quotes parts none. */
const sectionsOf = (code: string) =>
  code.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;)(?=;)/gs) ?? ['']

const monthNames = `January February March April May June July August September October November
  December`.split(/\s+/)
const dayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/** The last day that has four digits of a year. */
const lastSerial = 2_958_466

function dateShown(serial: number, parts: readonly Piece[]): string {
  // Excel counts a 29th of February 1900, so that days from March on are those since 30 December 1899.
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1_000)
  const isHalfDays = parts.some(({ kind, text }) => kind === 'date' && /^a/.test(text))
  const inFull = (text: string, number: number) =>
    text.length > 1 ? String(number).padStart(2, '0') : String(number)
  const clock = parts.filter(({ kind }) => kind === 'date' || kind === 'elapsed')

  /** `m` is a minute behind hours and before seconds, else a month. */
  const isMinute = (piece: Piece) => {
    const index = clock.indexOf(piece)
    return /^h/.test(clock[index - 1]?.text ?? '') || /^s/.test(clock[index + 1]?.text ?? '')
  }
  const show = (piece: Piece): string => {
    const { kind, text } = piece
    if (kind === 'literal' || kind === 'digits') return text
    if (kind === 'elapsed') {
      const unit = text.startsWith('h') ? 24 : text.startsWith('m') ? 1_440 : 86_400
      return inFull(text, Math.floor((Math.round(serial * 86_400) * unit) / 86_400))
    }
    if (text.startsWith('a')) return at.getUTCHours() < 12 ? 'AM' : 'PM'
    if (text.startsWith('y')) {
      const year = String(at.getUTCFullYear())
      return text.length > 2 ? year : year.slice(2)
    }
    if (text.startsWith('h')) {
      const hours = at.getUTCHours()
      return inFull(text, isHalfDays ? hours % 12 || 12 : hours)
    }
    if (text.startsWith('s')) return inFull(text.replace(/\..*/, ''), at.getUTCSeconds())
    if (text.startsWith('d')) {
      const name = dayNames[at.getUTCDay()] ?? ''
      if (text.length > 2) return text.length === 3 ? name.slice(0, 3) : name
      return inFull(text, at.getUTCDate())
    }
    if (isMinute(piece)) return inFull(text, at.getUTCMinutes())
    const name = monthNames[at.getUTCMonth()] ?? ''
    if (text.length > 2) return text.length === 3 ? name.slice(0, 3) : name
    return inFull(text, at.getUTCMonth() + 1)
  }
  return parts.map(show).join('')
}

/** Digits as `#,##0.00` asks for them. */
function digitsShown(number: number, pattern: string): string {
  const [whole = '', fraction = ''] = pattern.split('.', 2)
  const thousands = /,*$/.exec(pattern)?.[0].length ?? 0
  const least = whole.match(/0/g)?.length ?? 0
  const places = fraction.match(/0/g)?.length ?? 0
  const most = fraction.match(/[0#?]/g)?.length ?? 0
  const shown = (number / 1_000 ** thousands).toLocaleString('en-US', {
    useGrouping: /[0#?],+[0#?]/.test(whole),
    minimumIntegerDigits: Math.min(21, Math.max(1, least)),
    minimumFractionDigits: Math.min(20, places),
    maximumFractionDigits: Math.min(20, most),
  })
  return least === 0 ? shown.replace(/^0(?=\.|$)/, '') : shown
}

/** A number without a format: eleven digits at most, as a cell has room for. */
const general = (number: number) => String(Number(number.toPrecision(11)))

/**
 * A number as a cell shows it: dates, times, sums, shares. Formats that are none of these
 * (fractions, powers of ten, digits with signs between them) give the plain number.
 */
export function numberShown(number: number, code: string): string {
  const sections = sectionsOf(code)
  const picked = number < 0 ? sections[1] : number === 0 ? sections[2] : undefined
  const section = picked ?? sections[0] ?? ''
  if (/^(?:general|@)?$/i.test(section.trim())) return general(number)
  const parts = piecesOf(section)
  const digits = parts.filter(({ kind }) => kind === 'digits')
  if (parts.some(({ kind }) => kind === 'date' || kind === 'elapsed')) {
    const isDate = number >= 0 && number < lastSerial && digits.length === 0
    return isDate ? dateShown(number, parts).trim() : general(number)
  }
  if (digits.length > 1 || /e[+-]|general/i.test(section)) return general(number)
  const shares = parts.filter(({ kind, text }) => kind === 'literal' && text === '%').length
  const size = Math.abs(number) * 100 ** shares
  const shown = parts.map(({ kind, text }) => (kind === 'digits' ? digitsShown(size, text) : text))
  const sign = number < 0 && picked === undefined ? '-' : ''
  return `${sign}${shown.join('').trim()}`
}
