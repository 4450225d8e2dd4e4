import type { PersonVote, RollCallEntry, VoteOption } from '../src/model/vote.ts'
import { cleanText } from '../src/scraping/html.ts'

/** Words of clerks for the options of a vote, the more particular first. */
const options: readonly (readonly [RegExp, VoteOption])[] = [
  [/\bnot present\b/i, 'absent'],
  [/not voting|did not vote|present/i, 'not voting'],
  [/absent|away|out of (?:the )?room/i, 'absent'],
  [/excus|recus|conflict|disqualif/i, 'excused'],
  [/abstain|abstention/i, 'abstain'],
  [/pair/i, 'paired'],
  [/^(?:n|no|nay|nays|noe|noes)\b|oppos|against|negative|dissent|disapprov/i, 'no'],
  [/^(?:y|yes|yea|yeas|aye|ayes)\b|in favor|favou?r|affirm|concur|approve|support|^for\b/i, 'yes'],
]

/** One person's vote; a word of no known meaning is `other` and stays readable as printed. */
export function makeVote(person: string, value: string | null): PersonVote {
  const printed = cleanText(value ?? '')
  const option = options.find(([word]) => word.test(printed))?.[1] ?? 'other'
  return { person: cleanText(person), option, printed }
}

export function makeRollCall(person: string, value: string | null): RollCallEntry {
  const printed = cleanText(value ?? '')
  const isAway = /absent|excus|away|not present|vacan/i.test(printed)
  const present =
    !isAway && /present|here|remote|virtual|phone|late|arriv|left|yes|aye/i.test(printed)
  return { person: cleanText(person), present, printed }
}

const label =
  '(?:yeas?|yes|ayes?|nays?|noe?s?|for|in favou?r|against|opposed|abstain(?:ed|ing)?|abstentions?|absent|not present(?: at (?:the )?vote)?|present|recused?|excused|not voting|conflicts?)'
const labelled = new RegExp(
  String.raw`(?:^|[\s;.])(${label})\s{0,3}(?:\(\d{1,3}\)\s{0,3})?:\s{0,3}(?:\(\d{1,3}\))?`,
  'gi',
)
const mostRead = 5_000

/** The words before the first list of names, and everyone named: "Adopted YEAS: Ada, Ben NAYS: None". */
export function readNamedVotes(words: string): {
  readonly before: string
  readonly votes: PersonVote[]
} {
  const text = cleanText(words).slice(0, mostRead)
  const labels = [...text.matchAll(labelled)]
  const votes = labels.flatMap((match, at) => {
    const end = labels[at + 1]?.index ?? text.length
    return namesIn(text.slice(match.index + match[0].length, end)).map((name) =>
      makeVote(name, match[1] ?? ''),
    )
  })
  return { before: text.slice(0, labels[0]?.index ?? text.length).trim(), votes }
}

const belongsToName = /^(?:[js]r|i{2,3}|iv|esq|ph\.?\s?d|m\.?d)\.?$/i
const nobody =
  /^(?:none|n\/a|nil|no one|nobody|all(?: (?:other|others|members|present|voting|in favou?r))*|unanimous(?:ly)?)$/i

/** "Mayor Ada Reed, B. Cole, and C. Dunn, Jr.": the names of a list; "None" and "All" are nobody. */
export function namesIn(list: string): string[] {
  const names: string[] = []
  for (const part of cleanText(list).split(/[,;]|\s+and\s+/)) {
    const own = part
      .replace(/^\s*and\s+/, '')
      .replace(/^\s*\(?\d{1,3}\)?\s*[-–—:]?\s*(?=\p{L})/u, '')
    const name = cleanText(own.replace(/(?<!\b[js]r)\.\s*$/i, ''))
    const before = names.at(-1)
    if (before !== undefined && belongsToName.test(name))
      names[names.length - 1] = `${before}, ${name}`
    else if (/\p{L}{2}/u.test(name) && !nobody.test(name)) names.push(name)
  }
  return names
}
