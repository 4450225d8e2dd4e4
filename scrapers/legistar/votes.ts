import type { PersonVote, RollCallEntry, VoteOption } from '../../src/model/vote.ts'
import { cleanText } from '../../src/scraping/html.ts'

/** Words of clerks for the options of a vote, the more particular first. */
const options: readonly (readonly [RegExp, VoteOption])[] = [
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
