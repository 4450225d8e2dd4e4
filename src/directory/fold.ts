/** Short forms of place names and what they stand for; either may be typed, either may be listed. */
const longForms: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  ft: 'fort',
  mt: 'mount',
  pt: 'point',
  co: 'county',
  twp: 'township',
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
}

/** Lower-case words without accents and punctuation: "St. John's & Doña Ana" is `st johns and dona ana`. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’`.]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The long form of a folded word, or the word itself. */
export function lengthen(word: string): string {
  return Object.hasOwn(longForms, word) ? (longForms[word] ?? word) : word
}

/** Folded words in their long forms, as names are compared. */
export function foldName(text: string): string {
  return fold(text).split(' ').map(lengthen).join(' ')
}

/** For addresses and ids: `St. John's` is `st-johns`. */
export function slugify(text: string): string {
  return fold(text).replace(/ /g, '-')
}
