const ligatures: Readonly<Record<string, string>> = {
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'st',
  '\uFB06': 'st',
}

/**
 * First parts of compounds that agendas print with a hyphen. At a line end they keep it: "body-" and
 * "worn" are two words, "surveil-" and "lance" are one.
 */
const compoundStarts = new Set(
  `all anti body city co counter county cloud cost court cross data drone e ex face fee fixed five four
  full half hand high hit in inter intra land large law license live local long low mid mobile month
  multi new non not off on one open pan part plate post pre pro public re real school self semi short
  single six small solar state still sub ten third three time trial two up user video web well wide
  worn year`.split(/\s+/),
)

/** Longer than any first part of a compound. */
const longestStart = 12

/** The letters right before `end`; as many as a first part of a compound could have. */
function lettersBefore(text: string, end: number): string {
  return /\p{L}*$/u.exec(text.slice(Math.max(0, end - longestStart), end))?.[0] ?? ''
}

/** A hyphen and a line end, the letters of the word that goes on there, what hangs on it, a blank. */
const brokenWord = /-\n(\p{Ll}+)([^\s-]*(?:-[^\s-]+)*)(?: |(?=(\S)?))/gu

/**
 * A word that goes on after a hyphen and a line end is made whole, and the line ends behind it. A
 * word that has another hyphen was broken there: "right-of-way" is not hyphenated further.
 */
function joinBrokenWords(text: string): string {
  return text.replace(
    brokenWord,
    (printed, rest: string, hanging: string, goesOn: string | undefined, at: number) => {
      const start = lettersBefore(text, at)
      if (start === '') return printed
      const isCompound =
        compoundStarts.has(start.toLowerCase()) ||
        /-\n?$/.test(text.slice(Math.max(0, at - start.length - 2), at - start.length)) ||
        hanging.startsWith('-') ||
        goesOn === '-'
      return `${isCompound ? '-' : ''}${rest}${hanging}${goesOn ? '' : '\n'}`
    },
  )
}

/** What few pages hold: one look for all of it costs less than one for each. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is left out
const odd = /[\u0000-\u0008\u000B-\u001F\u007F\u00A0\u00AD\uFB00-\uFB06\uFFFE\uFFFF]/

/** Line ends of one kind, ligatures spelled out; soft hyphens and what cannot be shown left out. */
function plain(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[\uFB00-\uFB06]/g, (ligature) => ligatures[ligature] ?? ligature)
      .replace(/\u00AD\n?/g, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is left out
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '')
      .replaceAll('\u00A0', ' ')
  )
}

/**
 * Text as a person would copy it: ligatures spelled out, soft hyphens gone, words that were broken
 * at a line end whole again, blanks at line ends and what cannot be shown left out.
 *
 * Every step takes time in proportion to the text, whatever it holds: patterns begin with a fixed
 * character or match all they have looked at.
 */
export function mendText(text: string): string {
  const lines = (odd.test(text) ? plain(text) : text).split('\n')
  return joinBrokenWords(lines.map((line) => line.trimEnd()).join('\n'))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** One blank between words, one tab between cells, none at the ends. */
export function tidyRow(line: string): string {
  const cells = line.split('\t').map((cell) => cell.split(/\s+/).filter(Boolean).join(' '))
  const first = cells.findIndex((cell) => cell !== '')
  const last = cells.findLastIndex((cell) => cell !== '')
  return cells.slice(Math.max(0, first), last + 1).join('\t')
}
