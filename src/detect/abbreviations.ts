import type { Lexicon } from './lexicon.ts'
import { normalise } from './normalise.ts'

/** "(RTCC)" behind what it stands for. */
const bracketed = /\(["“]?([A-Z][A-Z&/-]{1,6})s?["”]?\)/g
/** "CLEAR (Community Assisted Recovery)". */
const explained = /\b([A-Z][A-Z&/-]{1,6})s? \(([A-Z][^()]{5,80})\)/g
const reach = 100
const small = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'for',
  'in',
  'of',
  'on',
  'the',
  'to',
  'with',
  '&',
])

/** The last words of a text that an abbreviation's letters spell, or `null`. */
function spelledBy(letters: string, text: string): string | null {
  const words = text.split(/[\s/-]+/).filter((word) => /\w|&/.test(word))
  let left = letters.length
  for (let at = words.length - 1; at >= 0 && left > 0; at -= 1) {
    const word = (words[at] ?? '').replace(/^\W+/, '')
    if (word.charAt(0).toUpperCase() === letters.charAt(left - 1)) left -= 1
    else if (!small.has(word.toLowerCase())) return null
    if (left === 0) return words.slice(at).join(' ')
  }
  return null
}

/**
 * Abbreviations that an item itself explains, and explains as nothing of ours: "Regional Training and Conference
 * Center (RTCC)". Capital letters, as printed. Linear in text.
 */
export function otherAbbreviations(printed: string, lexicon: Lexicon): ReadonlySet<string> {
  const others = new Set<string>()
  const own = new Set<string>()
  const isOurs = (words: string) =>
    lexicon.matcher
      .find(normalise(words, lexicon.matcher.knows).text)
      .some(({ phrase }) => lexicon.meanings.has(phrase))
  const look = (abbreviation: string, words: string) => {
    const whole = spelledBy(abbreviation.replace(/[^A-Z]/g, ''), words)
    if (whole !== null) (isOurs(whole) ? own : others).add(abbreviation)
  }
  for (const { 1: abbreviation = '', index } of printed.matchAll(bracketed)) {
    look(abbreviation, printed.slice(Math.max(0, index - reach), index))
  }
  for (const [, abbreviation = '', words = ''] of printed.matchAll(explained)) {
    look(abbreviation, words)
  }
  // What is explained both ways may be either.
  for (const abbreviation of own) others.delete(abbreviation)
  return others
}
