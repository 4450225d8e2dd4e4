import type { DocumentPage, PageWord } from './document-text.ts'
import { mendText } from './readers/mend-text.ts'

/** One word of a recognition, with the line that it stands in. */
interface RecognisedWord extends PageWord {
  readonly line: string
  readonly block: string
}

const tenth = (points: number) => Math.round(points * 100) / 100

/**
 * The words of a recognition, as the engine lists them: tab-separated, a row for each block, line
 * and word. Places are pixels; `scale` are the pixels for each point.
 *
 * Format: https://tesseract-ocr.github.io/tessdoc/Command-Line-Usage.html#tsv-output
 */
function parseWords(tsv: string, scale: number): RecognisedWord[] {
  const words: RecognisedWord[] = []
  for (const row of tsv.split('\n')) {
    const [level, , block, paragraph, line, , x, y, w, h, confidence, ...rest] = row.split('\t')
    const text = rest.join(' ').trim()
    if (level !== '5' || text === '') continue
    words.push({
      text: text.slice(0, 200),
      x: tenth(Number(x) / scale),
      y: tenth(Number(y) / scale),
      w: tenth(Number(w) / scale),
      h: tenth(Number(h) / scale),
      confidence: Math.round(Math.max(0, Number(confidence))) / 100,
      line: `${block}.${paragraph}.${line}`,
      block: `${block}`,
    })
  }
  return words
}

/** Below this the engine hardly trusts its own reading. */
const unsure = 0.3

/** Specks and rules that the engine took for signs, and was not sure of. */
const isSpeck = ({ text, confidence = 0 }: PageWord) =>
  confidence < unsure && !/[\p{L}\p{N}]{2}/u.test(text)

/**
 * Lines that are no writing: edges of stamps, seals and photographs, read as short bits of which the
 * engine is as good as never sure. A line with one longer word stays: faint print is read like that.
 */
function isNoise(line: readonly PageWord[]): boolean {
  const sum = line.reduce((sum, { confidence = 0 }) => sum + confidence, 0)
  return sum < unsure * line.length && !line.some(({ text }) => /[\p{L}\p{N}]{5}/u.test(text))
}

/** The words without what only looks like some. */
function realWords(words: readonly RecognisedWord[]): readonly RecognisedWord[] {
  const seen = words.filter((word) => !isSpeck(word))
  const lines = new Map<string, RecognisedWord[]>()
  for (const word of seen) {
    const line = lines.get(word.line)
    if (line) line.push(word)
    else lines.set(word.line, [word])
  }
  const noise = new Set([...lines].filter(([, line]) => isNoise(line)).map(([key]) => key))
  return seen.filter(({ line }) => !noise.has(line))
}

/**
 * A page whose picture was recognised. What its own text layer holds (a stamp, a signature's
 * number) stands first; lines of it that were recognised too are not repeated.
 */
export function recognisedPage(layer: DocumentPage, tsv: string, scale: number): DocumentPage {
  const recognised = realWords(parseWords(tsv, scale))
  const lines: string[] = []
  let before: RecognisedWord | undefined
  for (const word of recognised) {
    if (before?.line === word.line) lines.push(`${lines.pop()} ${word.text}`)
    else {
      if (before !== undefined && before.block !== word.block) lines.push('')
      lines.push(word.text)
    }
    before = word
  }
  const own = layer.text ?? ''
  const known = new Set(own.split('\n').map((line) => line.trim()))
  const seen = lines.filter((line) => line === '' || !known.has(line.trim()))
  return {
    page: layer.page,
    text: [own, mendText(seen.join('\n'))].filter((part) => part !== '').join('\n'),
    ocr: true,
    needsOcr: false,
    width: layer.width,
    height: layer.height,
    words: recognised.map(({ text, x, y, w, h, confidence }) => ({
      text,
      x,
      y,
      w,
      h,
      ...(confidence === undefined ? {} : { confidence }),
    })),
  }
}

const counter = (words: string) => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'giu')
const spanish = counter('de|la|el|los|las|que|en|del|para|por|con|una|y')
const english = counter('the|of|and|to|in|for|is|on|by|with|that|be')

/** Whether words recognised as English are Spanish: its small words survive even that. */
export function looksSpanish(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const found = count(spanish)
  return found >= 5 && found > count(english) * 1.5
}

/** The words of a table of words, for telling their language. */
export const wordsOfTable = (tsv: string) =>
  tsv
    .split('\n')
    .map((row) => row.split('\t')[11] ?? '')
    .join(' ')
