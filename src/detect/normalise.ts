import { mendTwiceEncoded } from './twice-encoded.ts'

/** Folded text, as long as its words and with a way back to the printed offsets. */
export interface Normalised {
  /** ASCII where Latin letters allow it; case is kept. */
  readonly text: string
  /** Printed offsets, in UTF-16 code units, of the folded span from `start` up to `end`. */
  printed(start: number, end: number): { readonly start: number; readonly end: number }
}

/** Printable ASCII and line breaks need no folding; most agenda text takes this path. */
const plain = /^[\t\n\r\x20-\x7e]*$/
const brokenWord = /(?:[A-Za-z]-[ \t]*\r?\n[ \t]*[a-z]|[A-Z]-[ \t]*\r?\n[ \t]*[A-Z])/
/** What neither can be without: looking for these first costs a fraction. */
const brokenLine = /-[ \t]*\r?\n/
const lettersApart = / [A-Za-z] [A-Za-z] /
/** Three may be a list of initials, and are joined in capitals only, as "L P R". */
const spacedLetters =
  /(?<![A-Za-z0-9])(?:(?:[A-Za-z] ){3,}[A-Za-z]|[A-Z] [A-Z] [A-Z])(?![A-Za-z0-9])/

/** A digit among letters, as recognition of a picture prints them: `P0LICE`. */
const misread = /[A-Za-z]{2}[015][A-Za-z]|[A-Za-z][015][A-Za-z]{2}|\b[015][A-Za-z]{3}/
const digitInWord = /[015][A-Za-z]/
/** Letters that recognition takes these digits for. */
const misreadLetters: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 5: 's' }

const isBroken = (text: string) => brokenLine.test(text) && brokenWord.test(text)
const isSpaced = (text: string) => lettersApart.test(text) && spacedLetters.test(text)

/** Characters that join words, end a phrase, or vanish; letters are folded by decomposition. */
const marks: Readonly<Record<string, string>> = {
  '\u00ad': '',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\u2060': '',
  '\ufeff': '',
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\u02bc': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2033': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u2022': ';',
  '\u00b7': ';',
  '\u25cf': ';',
  '\u25aa': ';',
  '\uf0b7': ';',
  '\u00df': 'ss',
  '\u00e6': 'ae',
  '\u00c6': 'AE',
  '\u0153': 'oe',
  '\u0152': 'OE',
  '\u00f8': 'o',
  '\u00d8': 'O',
  '\u0142': 'l',
  '\u0141': 'L',
}

const folds = new Map<string, string>()

/** One code point beyond ASCII as it is compared: letters without marks, symbols as a space. */
function foldCharacter(character: string): string {
  const known = folds.get(character) ?? marks[character]
  if (known !== undefined) return known
  const bare = character.normalize('NFKD').replace(/\p{M}+/gu, '')
  const folded =
    bare === ''
      ? ''
      : /^[\x20-\x7e]+$/.test(bare)
        ? bare
        : /^[\p{L}\p{N}]+$/u.test(bare)
          ? bare
          : ' '
  // Bounded: hostile text may hold every code point there is.
  if (folds.size < 5_000) folds.set(character, folded)
  return folded
}

/** Text whose every character folds to one, as quotes, dashes and accents do; else `null`. */
function foldInPlace(text: string): string | null {
  let isEven = true
  const folded = text.replace(/[\u0080-\uffff]/g, (character) => {
    const is = foldCharacter(character)
    if (is.length !== 1 || (character >= '\ud800' && character <= '\udfff')) isEven = false
    return is
  })
  return isEven ? folded : null
}

/** Output under construction: folded units, and for each the printed span it came from. */
interface Draft {
  readonly units: string[]
  readonly starts: number[]
  readonly ends: number[]
}

function foldAll(text: string): Draft {
  const draft: Draft = { units: [], starts: [], ends: [] }
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (code < 128) {
      draft.units.push(text[at] as string)
      draft.starts.push(at)
      draft.ends.push(at + 1)
      at += 1
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(at) as number)
    const folded = foldCharacter(character)
    const end = at + character.length
    if (folded === '' && draft.ends.length > 0 && /\p{M}/u.test(character)) {
      // A combining mark belongs to the letter before it.
      draft.ends[draft.ends.length - 1] = end
    }
    for (let unit = 0; unit < folded.length; unit += 1) {
      draft.units.push(folded[unit] as string)
      draft.starts.push(at)
      draft.ends.push(end)
    }
    at = end
  }
  return draft
}

/** Positions whose unit is to be left out. */
interface Repairs {
  readonly drop: Set<number>
}

/** Joins words hyphenated over a line break when the joined word is one we look for. */
function repairBrokenWords(text: string, knows: (word: string) => boolean, repairs: Repairs): void {
  const broken = /([A-Za-z]{1,40})(-[ \t]*\r?\n[ \t]*)([a-z]{1,40}|[A-Z]{1,40})/g
  for (const found of text.matchAll(broken)) {
    const [, before = '', gap = '', after = ''] = found
    if (!knows((before + after).toLowerCase())) continue
    const from = found.index + before.length
    for (let at = from; at < from + gap.length; at += 1) repairs.drop.add(at)
  }
}

/** Cuts run-together letters into words we look for; `null` when they do not divide evenly. */
function divide(letters: string, knows: (word: string) => boolean): readonly number[] | null {
  const cuts: (readonly number[] | null)[] = [[]]
  for (let end = 1; end <= letters.length; end += 1) {
    let best: readonly number[] | null = null
    for (let start = Math.max(0, end - 20); start < end && !best; start += 1) {
      const before = cuts[start]
      if (before && knows(letters.slice(start, end))) best = [...before, start]
    }
    cuts.push(best)
  }
  return cuts[letters.length] ?? null
}

/** Closes up letter-spaced headings: `S U R V E I L L A N C E`. */
function repairSpacedLetters(
  text: string,
  knows: (word: string) => boolean,
  repairs: Repairs,
): void {
  for (const found of text.matchAll(new RegExp(spacedLetters, 'g'))) {
    const letters = found[0].replaceAll(' ', '').toLowerCase()
    // Longer runs are tables of single letters; dividing them would cost more than they hold.
    if (letters.length > 120) continue
    const cuts = knows(letters) ? [0] : letters.length > 3 ? divide(letters, knows) : null
    if (!cuts) continue
    for (let letter = 1; letter < letters.length; letter += 1) {
      if (!cuts.includes(letter)) repairs.drop.add(found.index + letter * 2 - 1)
    }
  }
}

/** Puts letters back for digits where that, and not what is printed, makes a word we look for. */
function mendDigits(text: string, knows: (word: string) => boolean): string {
  return text.replace(/[A-Za-z0-9]+/g, (word) => {
    if (word.length < 4 || word.length > 20 || !misread.test(word)) return word
    const mended = word.replace(/[015]/g, (digit) => misreadLetters[digit] ?? digit)
    return !knows(word.toLowerCase()) && knows(mended.toLowerCase()) ? mended : word
  })
}

/**
 * Clerks' short forms beside the word that tells what they stand for ("camera sys.", "red lt camera"), and slips
 * in the one long word that everybody misspells.
 */
const misspelt =
  /\bsurv(?!eillance\b)[aeil]{2,6}[ae]nce\b|\bsurv(?=\.? (?:cam|video|system|equip))|(?<=\b(?:cameras?|video|recording|surveillance) )sys\b|(?<=\bred )lt(?=\.? (?:cam|photo|enforcement|running))/gi
/** Without one of these nothing of it is there: surveys and systems are on every page. */
const mayBeMisspelt = /\bsurv(?!ey|iv|eillance\b)| sys\b|red lt\b/i
const spelt: Readonly<Record<string, string>> = { su: 'surveillance', sy: 'system', lt: 'light' }

/** Writes such words out; what is put in stands where the short form is printed. */
function spellOut({ units, starts, ends }: Draft): Draft {
  const out: Draft = { units: [], starts: [], ends: [] }
  const keep = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      out.units.push(units[at] as string)
      out.starts.push(starts[at] as number)
      out.ends.push(ends[at] as number)
    }
  }
  let done = 0
  for (const { 0: printed, index } of units.join('').matchAll(misspelt)) {
    keep(done, index)
    done = index + printed.length
    const word = spelt[printed.slice(0, 2).toLowerCase()] ?? printed
    for (const letter of printed === printed.toUpperCase() ? word.toUpperCase() : word) {
      out.units.push(letter)
      out.starts.push(starts[index] as number)
      out.ends.push(ends[done - 1] as number)
    }
  }
  keep(done, units.length)
  return out
}

const isMisspelt = (text: string) => mayBeMisspelt.test(text) && text.search(misspelt) >= 0

/** Marks of layout that some portals leave in their texts: they part lines, and no words of a phrase. */
const tag = /<\/?(?:p|div|li|ul|td|tr)\b[^<>]{0,60}>/gi
const blank = (mark: string) => ' '.repeat(mark.length)
/** A line's end or a change of print is as narrow as a space: "surveillance <br /> camera" is one phrase. */
const narrow = /<\/?(?:br|span|b|strong)\b[^<>]{0,60}>/gi
const narrowed = (mark: string) => ` ${'\u200b'.repeat(mark.length - 1)}`
/** Two ends of lines part paragraphs. */
const paragraph = /<br ?\/?>\s{0,3}<br ?\/?>/gi
const withoutTags = (text: string) =>
  text.replace(paragraph, blank).replace(narrow, narrowed).replace(tag, blank)

/**
 * Folds case-insensitive noise out of text: ligatures, diacritics, curly quotes, soft hyphens,
 * letters encoded twice, digits misread for letters, words broken over lines, letter-spaced headings and clerks' short
 * forms. Linear in the length of the text.
 *
 * `knows` says whether a lower-case word occurs in the taxonomy: repairs that yield no such word
 * are not made, so that nothing printed is lost to a guess.
 */
export function normalise(printed: string, knows: (word: string) => boolean): Normalised {
  const mended = mendTwiceEncoded(printed)
  const untagged = mended.includes('<') ? withoutTags(mended) : mended
  const isMisread = digitInWord.test(untagged) && misread.test(untagged)
  const text = isMisread ? mendDigits(untagged, knows) : untagged
  const same = plain.test(text) ? text : foldInPlace(text)
  if (same !== null && !isBroken(same) && !isSpaced(same) && !isMisspelt(same)) {
    return { text: same, printed: (start, end) => ({ start, end }) }
  }

  const draft = foldAll(text)
  const folded = draft.units.join('')
  const repairs: Repairs = { drop: new Set() }
  if (isBroken(folded)) repairBrokenWords(folded, knows, repairs)
  if (isSpaced(folded)) repairSpacedLetters(folded, knows, repairs)

  const whole = repairs.drop.size > 0 ? leaveOut(draft, repairs.drop) : draft
  const { units, starts, ends } = isMisspelt(folded) ? spellOut(whole) : whole
  return {
    text: whole === draft && units === draft.units ? folded : units.join(''),
    printed(start, end) {
      const from = starts[start] ?? text.length
      return { start: from, end: end > start ? (ends[end - 1] ?? text.length) : from }
    },
  }
}

function leaveOut(draft: Draft, drop: ReadonlySet<number>): Draft {
  const kept: Draft = { units: [], starts: [], ends: [] }
  for (let at = 0; at < draft.units.length; at += 1) {
    if (drop.has(at)) continue
    kept.units.push(draft.units[at] as string)
    kept.starts.push(draft.starts[at] as number)
    kept.ends.push(draft.ends[at] as number)
  }
  return kept
}
