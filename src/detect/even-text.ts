/**
 * Words as rules expect them: one plain space between two words of a line, and a line that goes on where
 * its width broke it. What stands on a line of its own stays so.
 */
export interface EvenText {
  readonly text: string
  /** Where an offset of `text` stands in the printed text. */
  printed(offset: number): number
}

/** Spaces of other widths. */
const otherSpaces = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
/** A viewer's line break, and the number that some pages print before each line. */
const viewerBreak = String.raw`[ \t\r\n]{0,8}<br ?\/?>[ \t\r\n]{0,8}`
const lineNumber = String.raw`(?:\d{1,3}[ \t]+)?`
const numbered = /<br ?\/?>[ \t\r\n]{0,8}\d{1,3}[ \t]/g
const broken = /<br ?\/?>/g
/** Of so many lines most begin with a number, or it is none of theirs. */
const mostNumbered = 0.6
const leastNumbered = 3
/** More than one space behind something on its line; a line that small letters go on, and no mark of a list. */
const gapsOf = (isNumbered: boolean) =>
  new RegExp(
    String.raw`(?<=\S) {2,}(?=\S)|(?<=[^\s.:;!?]) ?\r?\n(?=[a-z](?![.)]))|${viewerBreak}${isNumbered ? lineNumber : ''}`,
    'g',
  )

const same = (offset: number) => offset

/** Linear. */
export function evenText(printed: string): EvenText {
  const text = printed.replace(otherSpaces, ' ')
  const breaks = text.match(broken)?.length ?? 0
  const isNumbered =
    breaks >= leastNumbered && (text.match(numbered)?.length ?? 0) >= breaks * mostNumbered
  const gaps = [...text.matchAll(gapsOf(isNumbered))]
  if (gaps.length === 0) return { text, printed: same }
  const pieces: string[] = []
  /** Offsets of the even text from which on so many characters were left out before. */
  const from: number[] = []
  const left: number[] = []
  let end = 0
  let out = 0
  let length = 0
  for (const { index, 0: gap } of gaps) {
    const next = text[index + gap.length] ?? ''
    const isBreak = gap.includes('<') && !(next >= 'a' && next <= 'z')
    const piece = `${text.slice(end, index)}${isBreak ? '\n' : ' '}`
    pieces.push(piece)
    length += piece.length
    out += gap.length - 1
    from.push(length)
    left.push(out)
    end = index + gap.length
  }
  pieces.push(text.slice(end))
  return {
    text: pieces.join(''),
    printed(offset) {
      let low = 0
      let high = from.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((from[middle] as number) <= offset) low = middle + 1
        else high = middle
      }
      return offset + (low === 0 ? 0 : (left[low - 1] as number))
    },
  }
}
