import { fromPieces } from '../pieces.ts'

/** A paper's kind and number, and no word of what it is for. */
export const isBare = fromPieces(
  'i',
  String.raw`^\W*(?:(?:proposed|emergency|council|board|agenda) )?`,
  '(?:(?:ordinance|resolution|bill|motion|order)s?',
  String.raw`(?: no\.?| number)? ?#?[\w./-]*\d[\w./-]*`,
  '|(?:an? |the )?(?:ordinance|resolution|agenda bill))',
  String.raw`(?:\W{1,3}(?:police|sheriff|fire|public works|parks|finance|IT|public safety)`,
  String.raw`(?:['\u2019]s)?(?: department| office)?)?\W*$`,
)

/** The name of a paper that staff lays before the body with what it asks for, as well as with what it tells. */
export const isStaffPaper = fromPieces(
  'i',
  String.raw`^\W*(?:(?:city|town|county|village) )?`,
  '(?:(?:council|commission|board|staff|department|police|agenda|committee',
  String.raw`|chief['\u2019]?s?|sheriff['\u2019]?s?|manager['\u2019]?s?|administrator['\u2019]?s?`,
  String.raw`|director['\u2019]?s?) ){0,3}(?:report|memo(?:randum)?|letter|communication`,
  String.raw`|work session follow-up|follow-up)(?: and request)?\W*$`,
)
export const asksOutright = fromPieces(
  'i',
  String.raw`\b(?:asks?|recommends?|requests?|recommendation|motion|moved`,
  String.raw`|voted)\b[^.;$\n]{0,60}\b(?:approv|award|authoriz|purchas|renew|accept|buy|enter`,
  String.raw`|execut|amend|sign|leave to)\w*|\b`,
  String.raw`(?:funds|expenditure|amount) (?:required|requested) ?:? ?\$`,
  String.raw`|\b(?:cost of (?:this )?(?:item|project|purchase)|amount of (?:this )?request)\b`,
  String.raw`|\b(?:extension|renewal|agreement|contract|purchase)\b[^.;$\n]{0,30}\b`,
  String.raw`(?:will|would) cost \$`,
)
