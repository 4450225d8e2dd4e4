import type { PageWord } from './document-text.ts'

/** What is left of words when signs, case and the ends of lines do not count. */
const bare = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** A quote of fewer signs would be found everywhere. */
const shortest = 2
const mostPlaces = 50

/** The words of a page that a quote from it consists of; all its places. None when it is not there. */
export function wordsOfQuote(words: readonly PageWord[], quote: string): PageWord[] {
  const wanted = bare(quote)
  if (wanted.length < shortest) return []
  let text = ''
  const starts: number[] = []
  for (const word of words) {
    starts.push(text.length)
    text += bare(word.text)
  }
  const isStart = new Set(starts)
  const found: PageWord[] = []
  let places = 0
  let at = text.indexOf(wanted)
  while (at >= 0 && places < mostPlaces) {
    const end = at + wanted.length
    if (isStart.has(at) && (end === text.length || isStart.has(end) || wanted.length > 12)) {
      places++
      for (const [index, word] of words.entries()) {
        const from = starts[index] ?? 0
        const to = starts[index + 1] ?? text.length
        if (from < end && to > at && to > from) found.push(word)
      }
    }
    at = text.indexOf(wanted, at + 1)
  }
  return found
}
