import type { Lexicon } from './lexicon.ts'
import { fromPieces } from './pieces.ts'

/**
 * Whether a title says what it is about. "Resolution authorizing an interlocal agreement with the
 * Clerk of Courts" says who and how, and leaves the thing to its text; "Radio repair for vehicles of
 * Public Service" names another thing. What a text names under the first is what the item is about;
 * under the second it may be told in passing.
 */
export type Bareness = 'bare' | 'nearly' | 'telling'

/** Titles as long as this tell more than they name. */
const longestTitle = 500
/** A scofflaw, a boardwalk, the name of a programme: so many words of their own leave a title nearly bare. */
const mostOwnWords = 2

const amountsAndNumbers = /\$ ?[\d,.]+[kKmM]?\b|\b\w*\d[\w./#-]*/g
/** Words as a title may print them: a name behind them begins with a capital, so case matters. */
const printed = (...list: readonly string[]) =>
  list
    .flatMap((word) => [word, word.toUpperCase(), word.replace(/^./, (at) => at.toUpperCase())])
    .join('|')
const dealing = printed('with', 'from', 'between', 'by')
const article = printed('the', 'an', 'a')
const firm = printed('inc', 'llc', 'l.l.c', 'ltd', 'lp', 'corp', 'co')
const goesOn = printed(
  ...['for', 'to', 'in', 'at', 'as', 'that', 'which', 'under', 'pursuant', 'regarding', 'relating'],
  ...['concerning', 'authorizing', 'permitting', 'providing'],
)
/** The other side of a deal, as far as its name may reach: "with Acme Holdings, Inc." */
const otherSide = new RegExp(
  String.raw`\b(?:${dealing}) (?:(?:${article}) )?(?=[A-Z]).*?(?=[;:(]| [–—-] |,(?! ?(?:${firm})\b)| (?:${goesOn})\b|$)`,
  'g',
)
/** "City of Saline", "Ogle County", "Lawrenceville, GA". */
const placesBehind =
  /\b(?:city|town|village|county|borough|township|parish|state) of (?!the\b)[a-z]+/gi
const placesBefore =
  /\b[A-Z][A-Za-z]+(?: (?:County|City|Township|Parish|COUNTY|CITY)\b|, [A-Z]{2}\b)/g
const words = /[a-z][a-z'’]*/gi
/** "Parks & Library Board, Old Business", "Chief's Report": a heading of who meets or speaks, and of nothing they deal with. */
const bodies = fromPieces(
  '',
  'committees?|cmte|subcommittee|board|commission|court|council|trustees|task force',
  '|commissioners|selectmen|supervisors|legislature|jury|authority|district',
)
const departments = fromPieces(
  '',
  'police|fire|ambulance|ems|rescue|public (?:works|safety)|parks?|recreation|library|highways?',
  '|streets?|finance|personnel|safety|airport|harbor|water|sewer|utilities|administration|courts?',
)
const officials = fromPieces(
  '',
  'chief|sheriff|mayor|manager|administrator|director|superintendent|supt|engineer|solicitor',
  '|attorney|clerk|treasurer|coordinator|commander|captain|capt|sgt|sergeant|lt|lieutenant',
  '|president|chair|chairman|warden|marshal|police|trustee|member|council|staff|writer',
)
const sayings = fromPieces(
  '',
  '(?:oral |written |monthly |weekly |quarterly |annual )?report|remarks|updates?|comments?|questions?',
  '|concerns|time|announcements|matters|items?|journal|digest|docket|information|summary',
  '|minutes|notes|proceedings|(?:called |special |regular )?meeting|workshop|session|work session|conference',
)
const heading = new RegExp(
  [
    `^(?:the )?(?:(?:[a-z.]+(?:['’]s?)?|&)[ ,/]{1,3}){0,7}?`,
    `(?:(?:${bodies.source})(?:['’]s?)?|(?:${officials.source})(?:s|['’]s|s['’])?|(?:${departments.source}))`,
    String.raw`(?: (?:${sayings.source})){0,2}(?: ?[,:–—-]? ?(?:pages?|pp?\.|items?|cont\.?|continued|of the whole|[ap]\.?m\b|old business|new business|unfinished|consent|action items)| \(\w\)){0,2}\W*$`,
  ].join(''),
  'i',
)
/** "By Councilman Poe", ", Sgt. Hale": who gives a report. */
const speakers =
  /(?:[,(–—-]\s?|\bby )(?:Sgt|Lt|Capt|Cmdr|Chief|Sheriff|Mr|Mrs|Ms|Dr|Ald|Dir|Supt|Councilman|Councilwoman|Councilmember|Commissioner|Trustee|Supervisor|Alderman|Director|Officer)\.? [A-Z][\w'’-]+\)?/g
/** "(Prepared by: City Attorney)", "[HISTORY: Adopted 10-3-18]": who wrote a paper and when it was adopted. */
const ofThePaper =
  /\((?:prepared|submitted|drafted|sponsored|introduced|presented|requested) by\b[^()]*\)|\[history\b[^[\]]*\]/gi
/** A name of a body holds none of these. */
const deals =
  /\b(?:with|from|to|for|by|on|about|regarding|contract|agreement|purchase|lease|appoint\w*|approv\w*|awards?|grants?)\b/i
const longestAcronym = 6

/** A word as it is, and without an ending of plural or possession. */
const formsOf = (word: string) => {
  const plain = word.toLowerCase().replaceAll('’', "'")
  return [plain, plain.replace(/'?s$/, ''), plain.replace(/es$/, ''), plain.replace(/ies$/, 'y')]
}

/** How bare a title is: words of grammar, decisions, bodies, dealing, time and money tell nothing. */
export function barenessOf(
  printedTitle: string,
  { bareWords, tellingWords }: Pick<Lexicon, 'bareWords' | 'tellingWords'>,
): Bareness {
  // What stands in a paragraph of its own below a title is no part of it.
  const [title = ''] = printedTitle.trim().split(/\n\s*\n/, 1)
  if (title.length > longestTitle) return 'telling'
  const isShouted = title === title.toUpperCase()
  const bare = title
    .replace(/\s+/g, ' ')
    .replace(ofThePaper, ' ')
    .replace(speakers, ' ')
    .replace(amountsAndNumbers, ' ')
    .replace(otherSide, ' ')
    .replace(placesBehind, ' ')
    .replace(placesBefore, ' ')
  if (!deals.test(title.replace(speakers, ' ')) && heading.test(bare.replace(/\s+/g, ' ').trim())) {
    // Whole minutes tell much in passing.
    return /\bminutes\b/i.test(title) ? 'nearly' : 'bare'
  }
  let own = 0
  for (const [word] of bare.matchAll(words)) {
    if (word.length === 1) continue
    // "MOU", "(DEA)": letters name nothing to who does not know them.
    if (!isShouted && word.length <= longestAcronym && word === word.toUpperCase()) continue
    const forms = formsOf(word)
    if (forms.some((form) => bareWords.has(form))) continue
    // "Police station roof": one such word is enough.
    if (forms.some((form) => tellingWords.has(form))) return 'telling'
    own += 1
    if (own > mostOwnWords) return 'telling'
  }
  return own === 0 ? 'bare' : 'nearly'
}
