import { fromPieces } from '../pieces.ts'

/** "File 251000:", "26-341:", "RS2025-1010 ", "Item 5.2 -", "C. ": how a paper is filed. */
const label =
  /^\W*(?:(?:(?:agenda )?item|file|ID|ref|consent|int|res)\b[.#: ]{0,3}(?:no\.?|number|#)? ?#?[a-z]{0,3}\d[\w./-]{0,16}|(?:[a-z]{1,4}-?)?\d[\w/-]{0,4}-[\w./-]{1,12}|(?:BL|RS|ES|CB|LM) ?[\d-]{4,14}|[a-z][.)]|\d{1,3}(?:\.\d{1,3})?[.)]|(?:[a-z]?\d{1,2}|[a-z])(?:\.[a-z]?\d{0,3}){1,3}[.)]?|[a-z]\d{1,2}[.)])[.):]?\s{1,3}(?:[\u2013\u2014-]\s{1,2})?/i

/** Who brings it: "Sheriff: ", "Police Department - ". */
const office = fromPieces(
  'i',
  '^(?:(?:City|County|Town|Village) )?',
  '(?:(?:Police|Fire|Sheriff|Public Safety|Corrections?|Jail|District Attorney',
  '|Public Works|Parks|Transportation|Information Technology|IT|Purchasing|Finance',
  String.raw`|Administration|Library|Airport)(?:['\u2019]s)?(?: (?:and|&) \w+)?`,
  String.raw`(?: (?:Department|Dept\.?|Office|Services|Division|Commission))?)\s?`,
  String.raw`(?::|[\u2013\u2014-](?= ))\s{0,2}`,
)

/** Who moves it: "Written motion, Councillor Hale, requesting", "Alderman Pruitt: ". */
const mover = fromPieces(
  'i',
  String.raw`^\W*(?:(?:written |joint )?(?:motion|order|referral)s?\W{1,3}(?:by |of |from )?)?`,
  '(?:councill?(?:or|man|woman|member)s?|council ?members?|CMs?',
  '|alder(?:man|woman|person|men)|commissioner|trustee|supervisor|selectman',
  String.raw`|vice mayor) [A-Z][\w.'\u2019-]{1,20}`,
  String.raw`(?: (?:and |& )?[A-Z][\w.'\u2019-]{1,20}){0,2}\s?[,:\u2013\u2014-]\s{1,2}`,
)

/** The line of a form before it: "SUBJECT: ", "Agenda caption: ". */
const form = /^\W*(?:subject|agenda (?:caption|title|subject)|caption|title|re) ?: ?/i

/** A title without its number and the name of the office or member that brings it. */
export function withoutLabel(title: string): string {
  const bare = title.replace(form, '').replace(label, '').replace(office, '').replace(mover, '')
  // A name alone is what the item is called.
  return bare.length < leastTitle ? title : bare
}

const leastTitle = 20
