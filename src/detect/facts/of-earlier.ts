import { fromPieces } from '../pieces.ts'

/** "The previous three-year agreement", "in 2022 the Council approved a two-year agreement for". */
const earlier = fromPieces(
  'i',
  String.raw`\b(?:previous|prior|former|earlier|expiring|current|existing) $`,
  String.raw`|\b(?:previous|prior|former|expiring) (?:[\w()-]+[ -]){1,5}`,
  '(?:agreement|contract|lease|subscription)(?: for)? $',
  String.raw`|\b(?:in|on) (?:[a-z]{3,9} )?(?:\d{1,2}, )?20\d\d,?[^.;\n]{0,40}\b`,
  '(?:approved|entered into|signed|executed|authorized|awarded|purchased|bought)',
  String.raw`(?: [\w()-]+){0,6} $`,
  String.raw`|\b(?:completed|concluded|finished|after|following) (?:an?|the|its) $`,
)

/** Whether the words before a number tell of a contract before this one. */
export const isOfEarlier = (head: string): boolean => earlier.test(head)

/** "The current agreement expires", "Current expiration:", "the existing contract runs through". */
const isOld = fromPieces(
  'i',
  String.raw`\b(?:current(?:ly)?|existing|present|expiring|prior|previous|former|original)\b`,
  String.raw`[^.;\n]{0,60}\b(?:expir(?:es|ing|ation)|terminat(?:es|ing)|end(?:s|ing)?)\b`,
  String.raw`[^.;\n]{0,12}$`,
  String.raw`|\b(?:current|existing|present|expiring)\b[^.;\n]{0,40}\b`,
  String.raw`(?:runs?|valid|in effect|effective|lasts?|continues?)\b[^.;\n]{0,16}$`,
  String.raw`|\b(?:prior|previous|former)\b[^.;\n]{0,60}$`,
)

/** What is done now to what stood before: its new end follows. */
const isChangedNow = /\b(?:extend\w*|extension|renew(?:s|ed|ing)?|amend\w*)\b[^.;\n]{0,80}$/i

/** "Current expiration: 6/30/2026, new expiration:" */
const isNew = /\b(?:new|proposed|revised|amended)\b[^.;\n]{0,30}$/i

/** Whether an end of a contract before this one is told; `words` stand right before its date. */
export const endsEarlier = (head: string, words: string): boolean =>
  isOld.test(`${head}${words}`) &&
  !isNew.test(`${head}${words}`) &&
  !(isChangedNow.test(head) && /^(?:through|thru|until|to|end)/i.test(words))
