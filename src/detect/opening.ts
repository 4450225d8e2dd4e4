import { fromPieces } from './pieces.ts'

/** The decision itself, where a sentence begins with it. */
const decision =
  /^\W*(?:an? (?:[\w-]+ ){0,2}(?:resolution|ordinance|motion|order|bill)\b|proposed (?:is|are)\b|(?:staff |it is )?(?:recommend(?:ed|s|ation)?|request(?:ed|s|ing)?)\b|(?:approv|authoriz|adopt|accept|award|ratif)\w*)/i

/** Somebody else's deeds, and what was said or seen: "a resident asked", "officers reviewed". */
const notOurs =
  'applicants?|developers?|operators?|owners?|licensees?|permittees?|tenants?|petitioners?|establishments?|dispensar\\w+|suspects?|victims?|residents?|officers?|detectives?|deput\\w+|said|asked|told|noted|reported|stated|reviewed|viewed|checked|watched|pulled|used|seen|found'
const words = `(?:(?!(?:${notOurs})\\b)[\\w'’&-]+ ){0,6}?`
const bare =
  'install|add|replace|purchase|buy|acquire|fund|pay for|provide|furnish|supply|deploy|lease|rent|renew|upgrade|expand|extend|cover|place|mount|equip|reimburse|implement|operate|put|use|carry|receive'
const third =
  'installs|adds|(?:plan|grant|award|program|budget|donation) funds|replaces|purchases|buys|acquires|pays for|provides|furnishes|supplies|deploys|rents|renews|upgrades|expands|extends|covers|equips|reimburses|implements|operates|verifies|approves?|agrees|approved|installing|adding|replacing|purchasing|upgrading'
const senses =
  '(?:photograph|detect|recogni[sz]e|capture|scan|read|identif(?:y|ie))s? (?:the|each|every|all|any|(?:license |licence )?plates?|vehicles?|drivers?|faces?|vap\\w+|persons?|people)'
/** "The contractor will install", "Each pole will carry": what the item brings, told as what somebody does. */
const deed = new RegExp(
  `^\\W*(?:(?:${bare})\\b|${words}(?:(?:will|would|shall|to) (?:be )?(?:${bare})|${third}|${senses})\\b)`,
  'i',
)
/** "Two additional cameras at $900", "Purchase and installation of": a piece of a sentence that names the goods. */
const goods = fromPieces(
  'i',
  String.raw`^\W*(?:(?:the )?(?:purchase|acquisition|installation|replacement|renewal|lease|grant`,
  '|award|funds|funding|quotes?|proposals?|maintenance)',
  String.raw`(?: and \w+)? (?:of|for|from|to)\b`,
  String.raw`|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}) `,
  String.raw`(?:\w+ ){0,4}\w*(?:camera|reader|unit|system|drone|device)s?\b`,
  String.raw`|(?:(?!\w+(?:iew|heck|atch|ull)ed\b|used\b)[\w-]+ ){0,3}cameras? `,
  String.raw`(?:and|for|at|in|on|will|to)\b)`,
)

const endOfSentence = /(?<!\b(?:inc|llc|co|corp|no|st|ltd|dr|mr|ms))[.]\s+(?=[A-Z0-9])/gi
const endOfParagraph = /\n\s*\n/g
const longestDecision = 700

export interface Span {
  readonly start: number
  readonly end: number
  /** Whether it opens with what is bought or done, and so stands by itself near words of buying. */
  readonly isDeed: boolean
}

/** The stretches between what a pattern finds, as offsets. */
function* between(text: string, ends: RegExp, from = 0): Generator<[number, number]> {
  let start = 0
  for (const { index, 0: gap } of text.matchAll(ends)) {
    yield [from + start, from + index]
    start = index + gap.length
  }
  yield [from + start, from + text.length]
}

/**
 * Where a text says what its item does: every sentence that opens with a decision, with a deed or with
 * the goods, however long the text is and whatever else stands in it.
 */
export function decidingSentences(text: string): readonly Span[] {
  const spans: Span[] = []
  for (const [from, to] of between(text, endOfParagraph)) {
    for (const [start, end] of between(text.slice(from, to), endOfSentence, from)) {
      const sentence = text.slice(start, Math.min(end, start + longestDecision))
      const decides = decision.test(sentence)
      const isDeed = !decides && (deed.test(sentence) || goods.test(sentence))
      if (isDeed || decides) spans.push({ start, end: start + sentence.length, isDeed })
    }
  }
  return spans
}
