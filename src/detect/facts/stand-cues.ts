import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

/** A bill of others, by its number or by who is to decide on it. */
const bill = [
  String.raw`(?:(?:[HSA]\.? ?[BFR]\.?|HCR|SCR|L\.?[DB]\.?|[HSA]\.)[ -]?\d{1,5}|[HSA]-?\d{2,5}\b`,
  String.raw`|[HSA] \d{3,5}\b|(?:house|senate|assembly) bill|state legislation`,
  '|legislature|legislators|(?:to|the) assembly|general (?:assembly|court)|congress(?:ional delegation)?',
  '|state delegation|lobbyist|pre-?emption)',
]
/** What a body says of it. */
const says = [
  '(?:support(?:s|ing)?(?! share)|oppos(?:e|es|ing|ition)|endors(?:e|es|ing|ement)',
  '|position|stance|takes? (?:an? )?stand|testimony|testify|go(?:es)? on record|in favor',
  '|urg(?:e|es|ing)|ask(?:s|ing)?|petition(?:s|ing)?|resolution (?:on|about)|letter)',
].join('')

const noMoney = [
  String.raw`(?![\s\S]*\b(?:grants?|funding|appropriation|earmark\w*|purchas\w*|agreement|contract`,
  String.raw`|renewal of (?:the )?(?:agreement|contract)|capital|reimburs\w*|spending|reports?`,
  String.raw`|update|overview|memo|minutes)\b)`,
].join('')

/** What a body stands for where others decide, and rules under names other than policy. */
export const standCues: readonly Cue[] = [
  cue(
    'policy',
    'ordinance',
    fromPieces(
      'i',
      String.raw`^${noMoney}(?:[^;]{0,100}\b${says}\b[^;]{0,80}?\b`,
      ...bill,
      String.raw`|[^;]{0,60}\b`,
      ...bill,
      String.raw`[^;]{0,100}?\b${says}\b|[^;]{0,40}\b(?:go|going|goes) on record (?:against|for`,
      '|in favor|in support|opposing))',
    ),
  ),
  // What those who are watched pay for it: "SCRAM user fees set at", "set 2024 monitoring fees".
  cue(
    'policy',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas\w*|agreement|contract|grants?|bids?|quotes?|lease|vendor|renew\w*|reports?)\b)`,
      String.raw`(?:[^;]{0,160}\b(?:fees?|rates?) (?:be |are )?(?:set|fixed|established) at\b`,
      String.raw`|[^;]{0,100}\b(?:sets?|setting|fix(?:ing)?|establish(?:ing)?) (?:the )?(?:[\w/-]+ ){0,4}(?:fees|rates)\b`,
      String.raw`|[^;]{0,100}\bfee (?:schedule|resolution)\b)`,
    ),
  ),
  // "Motion to adopt the SOP for dash cameras", "Chief's drone directive": rules of the department.
  cue(
    'policy',
    'adopt-policy',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:(?<!\bno )purchas\w*|agreement|contract|grants?|bids?|quotes?`,
      String.raw`|lease|vendor|reports?|audit|hearing|award\w*`,
      String.raw`|renew\w*|update|presentation|MOU|memorandum|invoice)\b)(?:[^;]{0,80}\b`,
      '(?:adopt|approv|ratif|revis|amend|accept|issu|promulgat|consider)(?:e|es|ed|ing',
      '|ion of|al of|y|ying|ication of)? ',
      String.raw`(?:of )?(?:the |an? |its )?(?:[\w'\u2019-]+ ){0,6}?`,
      String.raw`(?:SOPs?|G\.?O\.?s?|general orders?|special orders?|administrative orders?`,
      '|executive orders?|directives?|guidelines?|guidance|rules|regulations|protocols?',
      String.raw`|procedures)\b`,
      String.raw`|[^;]{0,60}\b(?:chief|sheriff|police|department|PD|jail`,
      String.raw`|warden)(?:['\u2019]?s)? (?:[\w-]+ ){0,3}`,
      String.raw`(?:directive|gen(?:\.|eral) order|administrative order|rule \d|guidelines?|SOP)\b`,
      String.raw`|[^;]{0,40}\b(?:jail|police|department|sheriff['\u2019]?s) (?:rule`,
      String.raw`|policy) [\d.-]{2,12}\b|[^;]{0,60}\b(?:BP|board policy) \d{4}\b|[^;]{0,60}\bnew rules? (?:on|for|about)\b|\W*rules for\b)`,
    ),
  ),
]
