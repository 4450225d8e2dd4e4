/** Words that some quarter of all English or Spanish running text consists of. */
const common = new Set(
  `the of and to in a for is on that by with be at as or from this are it not shall will all an which
  has have was any may city council meeting page date no de la el los las que en y del para por con se
  una un al es su`.split(/\s+/),
)

const longestCommon = Math.max(...[...common].map(({ length }) => length))

/** Fewer words say nothing about the layer that they stand in. */
const fewestWords = 20

/** Signs of UTF-8 that was read as Windows-1252. */
const mojibake = /[ÃÂâ][\u0080-\u00BF€™œ“”]/g

/**
 * Characters that stand for glyphs without a meaning: controls, private use, replacements, and the
 * engine's mark of a hyphen at a line end, which it also gives for letters that it cannot name.
 */
const meaningless = /[^\t\n\r -~\u00A0-\uDFFF\uF900-\uFFFC]/g

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** A word no language writes: no vowel in it, or capitals that begin in its middle. */
const isOdd = (word: string) =>
  !/[aeiouyáéíóúü]/i.test(word) || /\p{Ll}\p{Lu}/u.test(word.replace(/^(?:Mc|Mac|De|La|Le|O)/, ''))

/** So many characters of running text are enough to tell it. */
const telling = 1_200

function shareOfCommon(text: string): number {
  // One string made small costs less than each of its words.
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < fewestWords) return 0
  return (
    words.filter((word) => word.length <= longestCommon && common.has(word)).length / words.length
  )
}

/**
 * Whether a text layer holds codes of glyphs or mangled letters instead of words, so that the
 * picture of the page says more than it does. `raw` is the text before it was mended, which leaves
 * codes out that cannot be shown.
 */
export function isJunkText(text: string, raw = text): boolean {
  const codes = count(raw, meaningless)
  if (text === '') return codes > 0
  if (codes > 3 && codes > count(raw, /\S/g) * 0.2) return true
  if (shareOfCommon(text.slice(0, telling)) >= 0.1) return false
  const words = text.match(/\p{L}+/gu) ?? []
  if (words.length < fewestWords || shareOfCommon(text) >= 0.06) return false
  if (count(text, mojibake) > words.length * 0.2) return true
  const long = words.filter((word) => word.length >= 3 && word.toUpperCase() !== word)
  const all = words.filter((word) => word.length >= 3)
  // Capitals alone may be a list of abbreviations; glyph codes mix them with signs and digits.
  const signsInside = count(text, /\p{L}[^\s\p{L}\p{N}'’.,&/()-]\p{L}/gu)
  const odd = all.filter(isOdd).length
  return (
    odd > all.length * 0.5 && (long.length > all.length * 0.2 || signsInside > words.length * 0.1)
  )
}
