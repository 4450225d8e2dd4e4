import { fromPieces } from '../pieces.ts'
import type { ActionReading } from './cue.ts'

/** Those who use such things, as a motion or an order addresses them. */
const addressed = [
  '(?:chief|sheriff|police|commissioner|superintendent|manager|administrator',
  '|administration|executive|department|agency|agencies|authority|authorities|director',
  '|warden|mayor|vendor|prosecutor|CAO|he|she|they)',
].join('')

/** "That the Chief tell this Council where each of them is", "the Sheriff be and is hereby asked to furnish a list". */
const mustAnswer = fromPieces(
  'i',
  String.raw`\bthat (?:the )?(?:[\w.'\u2019-]+ ){0,8}?${addressed}(?: of (?:this|the) [\w-]+)?,? `,
  '(?:shall |must |is to |are to |(?:be|is|are)(?: and (?:(?:hereby )?(?:is|are) )?hereby)? ',
  '(?:asked|requested|directed|required|called(?: up)?on|instructed|ordered) to |asked to )?',
  '(?:tell|furnish|answer|lay|make known|disclose|appear|testify|explain|account',
  '|state in writing|inform',
  '|(?:give|provide|submit|produce|hand over|turn over) (?:to )?(?:this|the|an?|all',
  String.raw`|every) (?:[\w-]+ ){0,4}(?:council|board|committee`,
  String.raw`|list|lists|inventory|accounting|records|logs?|copies|count|answers?))\b`,
)

/** Heard and answered before a body: "under oath", "testimony taken", "votes to call in the Commissioner". */
const isHeard = fromPieces(
  'i',
  String.raw`\b(?:under oath|sworn testimony|testimony (?:was )?(?:taken|heard|received)`,
  '|took testimony',
  String.raw`|(?:votes?|voted|agreed|moved|directed|resolved) (?:[\w-]+ ){0,3}to (?:call (?:in )?`,
  '|summon |subpoena )(?:the )?',
  String.raw`(?:[\w-]+ ){0,3}?${addressed}|(?:ask|asked|asks) (?:the )?(?:[\w-]+ ){0,3}?`,
  '(?:auditor|inspector general|ombuds(?:man|person)|monitor) to (?:review|look into',
  String.raw`|examine|audit|investigate))\b`,
)

/** What is heard by law before money is spent or land is built on. */
const isOfMoney = fromPieces(
  'i',
  String.raw`\b(?:grants?|budget|bonds?|rezoning|block grant|CDBG|appropriat\w*|special assessment`,
  String.raw`|quotes?|bids?|purchas\w*|agreement|subscription|lease)\b`,
)

/** Whether a text under a title that only names a thing has somebody answer for it. */
export function askedByText(opening: string): ActionReading | undefined {
  if (isOfMoney.test(opening)) return undefined
  return mustAnswer.test(opening) || isHeard.test(opening)
    ? { role: 'oversight', action: 'other' }
    : undefined
}
