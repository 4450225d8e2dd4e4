import { fromPieces } from '../pieces.ts'

/** "Does not contain an automatic renewal clause", "without any auto-renewal". */
const isDenied = fromPieces(
  'i',
  String.raw`\b(?:not (?:contain|include|have|provide|allow|permit|carry|be subject to)\w*`,
  String.raw`|no|without|lacks?)\b[^.;:,?]{0,40}$|\b(?:not|no|without|never)\b[^.;]{0,10}$`,
)

/** "Not later than": no denial of what follows. */
const ofLimits = /\b(?:not?|no) (?:less|later|more|fewer|sooner|earlier) than\b/gi

/** "Staff struck the auto-renewal clause", "negotiated removal of the automatic renewal provision". */
const isTakenOut = fromPieces(
  'i',
  String.raw`\b(?:remov(?:e|es|ed|ing|al)|struck|str(?:ike|ikes|iking)|delet(?:e|es|ed|ing|ion)`,
  '|eliminat(?:e|es|ed|ing|ion)|waiv(?:e|es|ed|ing)|exclud(?:e|es|ed|ing)',
  String.raw`|opt(?:s|ed|ing)? out)\b[^.;:,?]{0,30}$`,
)
const isTakenOutAfter = fromPieces(
  'i',
  '^(?: (?:clause|provision|language|term|option)s?)?,? ',
  '(?:(?:which )?(?:was|were|is|are|has been|have been|(?:will |shall )?be) )',
  '(?:removed|struck|stricken|deleted|eliminated|waived|excluded',
  String.raw`|not (?:included|allowed|permitted|offered|part of))\b`,
)

/** What was asked for or refused may have stayed as it was. */
const isUnsettled =
  /\b(?:ask|request|refus|declin|propos|reject|recommend|suggest|wish|tr(?:y|ied)|attempt|fail)\w*\b[^.;]{0,60}$/i

/** The answer on a form: "Auto-Renewal: No", "Does the contract automatically renew? Yes". */
const answer =
  /^(?: (?:clause|provision|language|terms?|option))?(\?|:|\?:)\s{0,3}(?:\W{0,4}(yes|no|none|n\/a)\b(?! (?:notice|later|less|more)\b))?/i

/** Both answers are printed, and a box that no letter tells is ticked. */
const hasBoth = /^[^.;]{0,20}\byes\b.{0,8}\bno\b|^[^.;]{0,20}\bno\b.{0,8}\byes\b/i

/** Whether a contract goes on by itself, by the words around; `undefined` where they leave it open. */
export function goesOnByItself(head: string, whole: string, tail: string): boolean | undefined {
  if (/\bnot\b/i.test(whole)) return false
  const [asked, mark = '', said] = answer.exec(tail) ?? []
  if (asked !== undefined) {
    if (hasBoth.test(tail)) return undefined
    if (said) return /yes/i.test(said)
    if (mark.startsWith('?')) return undefined
  }
  const ahead = head.replace(ofLimits, '')
  const isOut = isTakenOut.test(ahead) || isTakenOutAfter.test(tail)
  if (isOut) return isDenied.test(ahead) || isUnsettled.test(ahead) ? undefined : false
  return !isDenied.test(ahead)
}
