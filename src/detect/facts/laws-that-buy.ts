import { fromPieces } from '../pieces.ts'
import type { ActionReading } from './cue.ts'

/** A law of which the title gives no more than its number or its matter, and whose text takes money in. */
const takesIn = fromPieces(
  'i',
  String.raw`^[\s\S]{0,240}\b(?:accept(?:s|ing)?(?: and (?:appropriat`,
  String.raw`|expend)\w*)? (?:[\w$,.'\u2019-]+ ){0,6}(?:funds|grants?|award|donation|\$ ?\d)`,
  String.raw`|(?:accepts and appropriates|to accept said funds)\b`,
  String.raw`|(?:amend\w* the (?:[\w-]+ ){0,3}budget|appropriat\w*`,
  String.raw`|recogni[sz]\w*) [^.;]{0,80}\b(?:grants?|funds received|state aid)\b)`,
)
/** "An ordinance to purchase", "authorizing the Director to enter into an agreement with". */
const buysByLaw = fromPieces(
  'i',
  String.raw`^[\s\S]{0,160}\b(?:ordinance|bill|measure|resolution`,
  String.raw`|act)\b[^.;]{0,80}?\b(?:authoriz\w*|approv\w*|direct\w*|provid\w*|to`,
  String.raw`|for)\b[^.;]{0,200}?\b`,
  '(?:purchase|procure|acquire|lease|enter into (?:the |an? )?|(?:licen[cs]e |lease ',
  String.raw`|service )?agreements?\b[^.;]{0,20}\bwith|contract with|subscription|appropriate \$)`,
)
const makesRule = fromPieces(
  'i',
  String.raw`^[\s\S]{0,400}\b(?:prohibit\w*|regulat\w*|unlawful|forbid\w*|penalt\w+|chapter`,
  '|article|code of ordinances|municipal code|use of surveillance|retention|moratorium',
  String.raw`|pause)\b`,
)

/** What a law does whose title is only its name, by the title that its text gives it; `undefined`: a rule. */
export function boughtByLaw(opening: string): ActionReading | undefined {
  if (makesRule.test(opening)) return undefined
  if (takesIn.test(opening)) return { role: 'grant', action: 'accept-grant' }
  return buysByLaw.test(opening) ? { role: 'procurement', action: 'approve-contract' } : undefined
}
