import { fromPieces } from '../pieces.ts'

/** "Staff report for a resolution to …": the paper that brings an item, whose decision follows. */
const lead = fromPieces(
  'i',
  String.raw`^\W*(?:the )?(?:(?:staff|council|board|agenda|city manager['’]?s?) )?report `,
  '(?:for|on|regarding|and recommendation (?:for|on|regarding)) ',
  '(?:an? |the |adoption of an? )?(?:proposed )?',
  String.raw`(?:resolution|ordinance|motion|minute order)s?\b`,
  String.raw`(?: of the (?:city|town|county) (?:council|commission|of [\w ]{1,24}))?,? ?`,
)

/** "STAFF REPORT Agenda item: 1g Contract with": a form's head. */
const form =
  /^\W*(?:staff|agenda|council) report(?:\W+(?:agenda )?item\b\W{0,3}(?:no\.? ?)?[\w.-]{1,6}\s{1,3}| ?[:\u2013\u2014-]\s{1,3})(?=contract|agreement|purchase|approv|award|lease|quote|bid|renewal|amendment|change order|(?:first|second|third|fourth|fifth) amendment)/i

/** A title without the paper that it comes with. */
export const withoutReportLead = (title: string): string =>
  title.replace(lead, '').replace(form, '')
