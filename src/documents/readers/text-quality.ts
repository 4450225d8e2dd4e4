/** Words that some quarter of all English or Spanish running text consists of. */
const common = new Set(
  `the of and to in a for is on that by with be at as or from this are it not shall will all an which
  has have was any may city council meeting page date no de la el los las que en y del para por con se
  una un al es su`.split(/\s+/),
)

/** Fewer words say nothing about the layer that they stand in. */
const fewestWords = 20

/** Signs of UTF-8 that was read as Windows-1252. */
const mojibake = /[ÃÂâ][\u0080-\u00BF€™œ“”]/g

/** Characters that stand for glyphs without a meaning: private use, controls, replacements. */
const meaningless = /(?![\n\r\t])[\p{Cc}\p{Co}\uFFFD\uFFFF]/gu
/** The engine's mark of a hyphen at a line end; where letters have no meaning it stands for each. */
const hyphenMarks = /\uFFFE/g

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** A word no language writes: no vowel in it, or capitals that begin in its middle. */
const isOdd = (word: string) =>
  !/[aeiouyáéíóúü]/i.test(word) || /\p{Ll}\p{Lu}/u.test(word.replace(/^(?:Mc|Mac|De|La|Le|O)/, ''))

/**
 * Whether a text layer holds codes of glyphs or mangled letters instead of words, so that the
 * picture of the page says more than it does. `raw` is the text before it was mended, which leaves
 * codes out that cannot be shown.
 */
export function isJunkText(text: string, raw = text): boolean {
  const signs = count(raw, /\S/g)
  if (signs === 0) return false
  const codes = count(raw, meaningless) + count(raw, hyphenMarks)
  if (text === '' ? codes > 0 : codes > Math.max(3, signs * 0.2)) return true
  const words = text.match(/\p{L}+/gu) ?? []
  if (words.length < fewestWords) return false
  const isCommon = (word: string) => common.has(word.toLowerCase())
  if (words.filter(isCommon).length >= words.length * 0.06) return false
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
