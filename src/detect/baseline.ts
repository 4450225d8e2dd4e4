/**
 * The bare keyword lists that watchdogs begin with, as a measure to be better than: whole words,
 * any case, plural or not, over title and text.
 */
const brief = [
  'license plate reader',
  'ALPR',
  'Flock Safety',
  'surveillance',
  'camera',
  'drone',
  'ShotSpotter',
  'facial recognition',
]

const pattern = new RegExp(`\\b(?:${brief.join('|')})s?\\b`, 'i')

/** Whether a keyword alert would have struck. */
export function strikesKeyword(title: string, text: string): boolean {
  return pattern.test(title) || pattern.test(text)
}
