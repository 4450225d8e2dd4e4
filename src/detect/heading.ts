/**
 * What stands above an item's own words: the fields of a portal's page, the head of a memo, the name of a
 * viewer. It says nothing of what is done, and pushes out of sight what does.
 */

/** So far a heading goes, in characters. */
const reach = 1_500
/** Of a longer title so much is looked for. */
const longestLook = 140
/** A longer one is a piece of the text, which is not looked for as a whole. */
const longestTitle = 700
/** Shorter titles stand in sentences, too. */
const leastTitle = 12
const field = /(?:^|[\s|])[A-Z][\w.#/ ]{1,24}:/g
const leastFields = 2
/** What viewers of documents and portals write above everything. */
const ofViewer =
  /\b(?:WebLinkAbout|Item Coversheet|View plain text|Loading\.\.\.|File #|Print (?:View|This Page)|Skip to main content)/
/** Fields of a portal's page below the title: who brings it, what is attached. */
const below =
  /^(?:\s*(?:Sponsors?|Indexes|Code sections|Attachments|Related files|Effective date|District|Enactment (?:date|#)|Final action):(?! ?\n)[^\n$]{0,600}(?=\n|$))+/
/** A sentence that ends, and another: no heading, unless its title comes late. */
const prose = /[a-z]{4,}\.\s+[A-Z][a-z]+ [a-z]+ [a-z]+/

/**
 * Where the heading of `text` ends: behind the title that it repeats, if only fields stand before that.
 * 0 where there is none, or where a sum stands in it.
 */
export function headingEnd(title: string, text: string): number {
  const whole = title.slice(0, longestTitle).trim()
  if (whole.length < leastTitle) return 0
  const head = text.slice(0, reach)
  const isShort = whole.length < longestTitle
  const found =
    (isShort ? lookFor(whole, head) : null) ?? lookFor(whole.slice(0, longestLook), head)
  if (!found || found.index === 0) return 0
  const above = head.slice(0, found.index)
  if (above.includes('$') || prose.test(above)) return 0
  const fields = above.match(field)?.length ?? 0
  if (fields < leastFields && !ofViewer.test(above)) return 0
  const end = found.index + found[0].length
  return end + (below.exec(text.slice(end, end + reach))?.[0].length ?? 0)
}

/** Words of a title where a text repeats them, in whatever case and lines. */
function lookFor(words: string, text: string): RegExpExecArray | null {
  const parts = words.split(/\s+/)
  if (words.length === longestLook) parts.pop()
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')
  return new RegExp(pattern, 'i').exec(text)
}
