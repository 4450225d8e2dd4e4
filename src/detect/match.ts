import { buildTrie, type Trie } from './trie.ts'

/** A phrase found: its number, its folded offsets, and which words of the text it spans. */
export interface PhraseMatch {
  readonly phrase: number
  readonly start: number
  readonly end: number
  /** Ordinal of the first word, from 0. */
  readonly firstWord: number
  /** Ordinal of the last word, included. */
  readonly lastWord: number
}

export interface Matcher {
  /** Every occurrence of every phrase, overlapping ones included, by their end. Linear. */
  find(text: string): PhraseMatch[]
  /** Whether a lower-case word occurs in any phrase. */
  knows(word: string): boolean
  /** Every phrase by its number, its words parted by spaces; of equal ones the first. */
  list(): ReadonlyMap<number, string>
}

const WORD = 1
const JOIN = 2
const LINE = 3
const BREAK = 0

/** What each ASCII character is to a phrase: part of a word, a gap between its words, or its end. */
const kinds = new Uint8Array(128)
/** Lower-case code of each ASCII word character. */
const lower = new Uint8Array(128)
for (let code = 0; code < 128; code += 1) {
  const character = String.fromCharCode(code)
  if (/[a-z0-9]/i.test(character)) kinds[code] = WORD
  // Codes that print nothing stand for spaces where text was taken out badly.
  else if (code < 32 && !/\s/.test(character)) kinds[code] = JOIN
  else if (/[ \t\-'"`.,/&()_*]/.test(character)) kinds[code] = JOIN
  else if (/[\n\r\f\v]/.test(character)) kinds[code] = LINE
  lower[code] = character.toLowerCase().charCodeAt(0)
}

/** More than this between two words is a new cell or line of a table, not a phrase. */
const longestGap = 6

/** Lower-case words of a phrase, as the matcher reads them. */
export function wordsOf(phrase: string): string[] {
  return phrase.toLowerCase().match(/[a-z0-9\u0080-\uffff]+/g) ?? []
}

function hashOf(word: string): number {
  let hash = 0
  for (let at = 0; at < word.length; at += 1) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0
  return hash
}

const spread = (hash: number) => hash ^ (hash >>> 15)
const bitOf = (hash: number) => 1 << (spread(hash) & 31)

/** Grows to the longest text so far; each text is read to its end before the next is copied here. */
let scratch = new Uint16Array(1 << 16)

/** Typed arrays keep numbers in the order of the machine, and "utf16le" has one order everywhere. */
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/**
 * The code units of a text, valid until the next call: an array of numbers is read several times as fast
 * as a string, above all one that is a slice of a longer one.
 */
function codesOf(text: string): Uint16Array {
  if (scratch.length < text.length) scratch = new Uint16Array(text.length * 2)
  const bytes = Buffer.from(scratch.buffer, 0, text.length * 2)
  bytes.write(text, 'utf16le')
  if (!isLittleEndian) bytes.swap16()
  return scratch.subarray(0, text.length)
}

/** Number, hash and size side by side: a look costs one line of the cache. */
const width = 4

/** The vocabulary as an open-addressed table. */
function compileWords(words: readonly string[], begins: (word: number) => boolean) {
  // A quarter full at most, so that a miss is known after one look.
  let size = 1024
  while (size < words.length * 4) size *= 2
  const slots = new Int32Array(size * width).fill(-1)
  // The words one after another, and where each begins: comparing them reads no strings.
  const letters = codesOf(words.join('')).slice()
  const starts = new Int32Array(words.length + 1)
  words.forEach((word, number) => {
    starts[number + 1] = (starts[number] as number) + word.length
  })
  const isFirst = new Uint8Array(size)
  words.forEach((word, number) => {
    const hash = hashOf(word)
    let length = word.length
    let slot = spread(hash) & (size - 1)
    while (slots[slot * width] !== -1) {
      // Words of one size and hash are told apart by their letters wherever they are met.
      if (
        slots[slot * width + 1] === hash &&
        Math.abs(slots[slot * width + 2] as number) === word.length
      ) {
        length = -word.length
        slots[slot * width + 2] = length
      }
      slot = (slot + 1) & (size - 1)
    }
    slots.set([number, hash, length], slot * width)
    if (begins(number)) isFirst[spread(hash) & (size - 1)] = 1
  })
  return { slots, letters, begins: starts, isFirst, mask: size - 1 }
}

export interface MatcherBuilder {
  /** Adds a phrase, given as lower-case words, under a number; an equal one keeps the number it has. */
  add(words: readonly string[], phrase: number): number
  finish(): Matcher
}

/**
 * Compiles phrases, given as lower-case words, into one pass over text.
 *
 * Words are runs of letters and digits, compared without case; between the words of a phrase may
 * stand up to six characters of space, hyphen, quote, comma, full stop, slash, bracket or one line
 * break. A full stop that ends a sentence (space after it, four letters or more before) ends the
 * phrase. Text should be folded by `normalise` first.
 */
export function compileMatcher(phrases: readonly (readonly string[])[]): Matcher {
  const builder = buildMatcher()
  phrases.forEach((words, phrase) => {
    builder.add(words, phrase)
  })
  return builder.finish()
}

/** The same, phrase by phrase: none is kept but as numbers. */
export function buildMatcher(): MatcherBuilder {
  const numbers = new Map<string, number>()
  const trie = buildTrie()
  let deepest = 0
  return {
    add(words, phrase) {
      deepest = Math.max(deepest, words.length)
      const told = words.map((word) => {
        const known = numbers.get(word)
        if (known === undefined) numbers.set(word, numbers.size)
        return known ?? numbers.size - 1
      })
      return trie.add(told, phrase)
    },
    finish: () => matcherOf(numbers, trie.finish(), deepest),
  }
}

function matcherOf(numbers: ReadonlyMap<string, number>, trie: Trie, deepest: number): Matcher {
  const { roots, step, phraseAt, isLeaf, eachStep, list } = trie
  const words = [...numbers.keys()]
  const isRoot = (word: number) => roots[word] !== 0
  const { slots, letters, begins, isFirst, mask } = compileWords(words, isRoot)

  // Of the words that may follow at a node, one bit each: most words of a text follow nowhere, and are
  // known not to without a look at the vocabulary.
  const follows = new Int32Array(phraseAt.length)
  eachStep((node, word) => {
    follows[node] = (follows[node] as number) | bitOf(hashOf(words[word] as string))
  })

  // As many phrases can be open at once as the longest has words.
  const nodes = new Int32Array(deepest + 1)
  const starts = new Int32Array(deepest + 1)
  const firsts = new Int32Array(deepest + 1)
  // The last words of the text that may belong to an open phrase, by their ordinals in a ring.
  const ring = deepest + 1
  const wordNumbers = new Int32Array(ring)
  const wordStarts = new Int32Array(ring)
  const wordSizes = new Int32Array(ring)

  const isSpelled = (codes: Uint16Array, start: number, size: number, number: number): boolean => {
    const from = begins[number] as number
    for (let at = 0; at < size; at += 1) {
      const code = codes[start + at] as number
      if ((code < 128 ? (lower[code] as number) : code) !== letters[from + at]) return false
    }
    return true
  }

  /** The word of this size and hash; whether it is spelled so is asked when a phrase ends, which is seldom. */
  function numberOf(codes: Uint16Array, start: number, size: number, hash: number): number {
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot * width] as number
      if (number === -1) return -1
      if (slots[slot * width + 1] !== hash) continue
      const length = slots[slot * width + 2] as number
      if (length === size) return number
      if (length === -size && isSpelled(codes, start, size, number)) return number
    }
  }

  /** Whether the words of a phrase, by their ordinals, are spelled as those whose hashes they have. */
  const areSpelled = (codes: Uint16Array, first: number, last: number): boolean => {
    for (let ordinal = first; ordinal <= last; ordinal += 1) {
      const place = ordinal % ring
      const [start, size] = [wordStarts[place] as number, wordSizes[place] as number]
      if (!isSpelled(codes, start, size, wordNumbers[place] as number)) return false
    }
    return true
  }

  return {
    knows: (word) => numbers.has(word),
    list: () =>
      new Map([...list()].map(([phrase, said]) => [phrase, said.map((at) => words[at]).join(' ')])),
    find(text) {
      const found: PhraseMatch[] = []
      const codes = codesOf(text)
      const length = codes.length
      // Open phrases: trie node, folded offset and word ordinal of each one's beginning. Kept in
      // place: this loop runs for every word of every packet.
      let open = 0
      let ordinal = -1
      let lastLength = 0

      let at = 0
      while (at < length) {
        let code = codes[at] as number
        let kind = code < 128 ? (kinds[code] as number) : WORD
        if (kind !== WORD) {
          if (open === 0) {
            at += 1
            continue
          }
          // Judge the whole gap only where a phrase is open across it.
          let lines = 0
          let isOpen = true
          const from = at
          do {
            if (kind === BREAK) isOpen = false
            if (code === 10) lines += 1
            if (code === 46 && lastLength > 3) {
              const next = at + 1 < length ? (codes[at + 1] as number) : 32
              if (next <= 32) isOpen = false
            }
            at += 1
            if (at >= length) break
            code = codes[at] as number
            kind = code < 128 ? (kinds[code] as number) : WORD
          } while (kind !== WORD)
          if (!isOpen || lines > 1 || at - from > longestGap) open = 0
          continue
        }

        const start = at
        let hash = 0
        do {
          hash = (Math.imul(hash, 31) + (code < 128 ? (lower[code] as number) : code)) | 0
          at += 1
          if (at >= length) break
          code = codes[at] as number
        } while (code >= 128 || kinds[code] === WORD)
        ordinal += 1
        lastLength = at - start

        if (isFirst[spread(hash) & mask] === 0) {
          const bit = bitOf(hash)
          let mayFollow = false
          for (let index = 0; index < open && !mayFollow; index += 1) {
            mayFollow = ((follows[nodes[index] as number] as number) & bit) !== 0
          }
          if (!mayFollow) {
            open = 0
            continue
          }
        }
        const number = numberOf(codes, start, lastLength, hash)
        if (number === -1) {
          open = 0
          continue
        }

        const place = ordinal % ring
        wordNumbers[place] = number
        wordStarts[place] = start
        wordSizes[place] = lastLength
        nodes[open] = 0
        starts[open] = start
        firsts[open] = ordinal
        const last = open
        open = 0
        for (let index = 0; index <= last; index += 1) {
          const node = nodes[index] as number
          const next = node === 0 ? (roots[number] as number) : step(node, number)
          if (next <= 0) continue
          const from = starts[index] as number
          const first = firsts[index] as number
          const phrase = phraseAt[next] as number
          if (phrase >= 0 && areSpelled(codes, first, ordinal)) {
            found.push({ phrase, start: from, end: at, firstWord: first, lastWord: ordinal })
          }
          if (isLeaf[next] === 1) continue
          nodes[open] = next
          starts[open] = from
          firsts[open] = first
          open += 1
        }
      }
      return found
    },
  }
}
