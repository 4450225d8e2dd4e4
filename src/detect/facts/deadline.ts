import { fromPieces } from '../pieces.ts'

const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const month = [
  '(?:January|February|March|April|May|June|July|August|September|October|November',
  String.raw`|December|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)`,
].join('')
const date = String.raw`(?:${month} \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}/\d{1,2}(?:/\d{2,4})?)`
const dateOfWeek = `(?:${weekday}(?:,? (?:the )?${date})?|${date})`
const time = String.raw`(?:\d{1,2}(?::\d{2})? ?(?:[ap]\.?m\b\.?|noon)(?: [ECMP][SD]?T\b)?|noon|midnight)`
const meeting = String.raw`(?:the|each|that) (?:[\w-]+ ){0,3}(?:meeting|hearing)`
const before = '(?:before|preceding|prior to|of)'
const day = [
  `(?:days? (?:of|before|prior to|preceding) ${meeting}|meeting (?:date|day)`,
  `|date of ${meeting}|${dateOfWeek}(?: ${before} ${meeting})?)`,
].join('')
const count = String.raw`(?:\d{1,2}|one|two|three|four|five|six|eight|ten|twelve|twenty-four|forty-eight)`

/** When it is too late, as printed; a time by itself may be when something begins. */
const deadline = fromPieces(
  'gi',
  String.raw`\b(?:by|before|until|no later than|prior to|through) (?:(?:the|on|than) ){0,2}`,
  `(?:${time}(?:,? (?:(?:on|of) )?(?:the )?${day})?`,
  `|${day}(?:,? (?:at|by) ${time})?`,
  `|(?:start|beginning|commencement) of ${meeting})`,
  String.raw`|\b(?:(?:at least|no later than|up to|until) )?${count} (?:\(\d{1,2}\) )?`,
  '(?:hours?|minutes?) (?:before|prior to|in advance of|prior) ',
  `(?:the (?:start|beginning|commencement) of )?${meeting}`,
)

/** "join by Zoom", "will be posted by 4:30 p.m.": the time of something else. */
const ofOther =
  /\b(?:join\w*|post(?:ed|s)?|beg[aiu]ns?|starts?|started|distribut\w*|publish\w*|available|adjourn\w*|heard|respon[ds]\w*)\b[^,;]{0,30}$/i

/** The first deadline of a sentence; `null` where none is read. */
export function findDeadline(sentence: string): string | null {
  for (const match of sentence.matchAll(deadline)) {
    if (!ofOther.test(sentence.slice(Math.max(0, match.index - 50), match.index))) return match[0]
  }
  return null
}

/** After "5:00 p.m." a day goes on with the sentence, whatever its capital. */
const sentence = fromPieces(
  '',
  String.raw`^(?:[^.!?]|\.(?=\w|m\b|m\.)|\.(?! {1,2}[A-Z])`,
  String.raw`|(?<=[apAP]\.?[mM])\.(?= (?:${weekday}|${month} \d|[ECMP][SD]?T\b)))*`,
)

/** What stands before the end of the sentence. */
export const sentenceOf = (text: string): string => sentence.exec(text)?.[0] ?? ''
