import { fromPieces } from '../pieces.ts'
import type { PrintedSum } from './amount.ts'
import { mostWeighed, type Readable } from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

const recitals = /\bWHEREAS\b/
const decides =
  /\bNOW,? {0,2}THEREFORE\b|\b(?:BE IT|IT IS|HEREBY) (?:FURTHER )?(?:RESOLVED|ORDAINED|ORDERED)\b|\bRESOLVED,? (?:by|BY|that|THAT|That)\b|\bSECTION (?:1|ONE|I)\b/

/**
 * Of a resolution the sums of its heading and of what it decides: the recitals between them tell of parts
 * and of the past. None where the text has no recitals or no sum outside of them.
 */
export function outsideRecitals(sums: readonly PrintedSum[], text: string): readonly Readable[] {
  const from = text.search(recitals)
  if (from < 0) return []
  const length = text.slice(from).search(decides)
  const to = length < 0 ? text.length : from + length
  return sums
    .slice(0, mostWeighed)
    .filter((sum): sum is Readable => sum.cents !== null && (sum.start < from || sum.start > to))
}

/** What comes in, or is taken: "the City will receive", "will reimburse the City up to", "to accept a grant of". */
const comesIn = fromPieces(
  'i',
  String.raw`\b(?:receipt(?: and \w+)? of|(?:was|were|been|is being) `,
  '(?:conditionally |recently )?awarded',
  String.raw`|\b(?:valued at|worth)(?: (?:about|approximately))?`,
  String.raw`|\baccept\w*(?: and \w+)?(?: into (?!the agreement)[^$;.]{1,60})?`,
  '|(?:will|would|shall|is to|to) (?:receive|(?:reimburse|cover)',
  String.raw`|(?:reimburse|award|give|grant|provide) (?:the|our) (?:[\w'\u2019-]+ ){1,3})`,
  String.raw`|accept\w*(?: and \w+)? (?:(?:an?|the|said|this) )?(?:[\w'\u2019-]+ ){0,4}`,
  '(?:grants?|(?:sub-?)?awards?|sub-?grants?|allocations?|funds?|funding)',
  '(?: awards?| funds?| funding)? (?:in the (?:total )?amount of|of|totall?ing)',
  String.raw`|\b(?:grant|application|request)s?\b[^$;.]{0,60}\b(?:was|were|is|has been) (?:fully |partially )?(?:funded|approved|awarded) (?:at|in the amount of|for)`,
  String.raw`|\bthe (?:(?:grant|(?:sub-?)?award) (?:of|is|is for|totals?)`,
  '|(?:grant|award) (?:award|amount) (?:of|is)))',
  String.raw`(?: (?:up to|a total of|for|an?|amount|of)){0,4} ?\(?$`,
)
const reach = 140
/** Of an award to several: "accept its share of", "the County's share is". */
const ownShare =
  /\b(?:accept|receiv)\w* (?:its|our|their|the (?:city|county|town|village)['\u2019]s) (?:share|portion|allocation) (?:of|in the amount of) $|\b(?:city|county|town|village)['\u2019]s (?:share|allocation|portion)(?: (?:under|of|from|for) [^$;.]{1,50})? (?:is|of|will be|would be) $/i
/** Who gives it pays it back: "MVCPA will reimburse $17,500", "the grant will pay up to". */
const paysBack =
  /(?:\b[A-Z]{3,6}|\b(?:[Gg]rant|[Ss]tate|[Pp]rogram|[Gg]rantor|[Dd]epartment of [Jj]ustice|[Ff]oundation|[Ff]ederal [Gg]overnment)) (?:will|would|shall) (?:reimburse|provide|pay|fund|cover)(?: the (?:[Cc]ity|[Cc]ounty|[Tt]own|[Vv]illage|[Dd]epartment|[Ss]heriff))?(?: for)?(?: up to)? $/
/** What the giver bears of a project: "DOJ share would be", "the grantor share being". */
const giversShare =
  /\b(?:federal|state|DOJ|BJA|FEMA|DHS|DCJS|grant(?:or)?(?:['\u2019]s)?) (?:share|portion) (?:is|of|being|would be|will be|totals?|:) (?:up to )?$/i
const given: readonly SumUse[] = ['grant', 'other', 'amount']

/** Of a grant: the one sum that the body takes, whatever the whole project costs. */
export function received(sums: readonly PrintedSum[], text: string): Readable | undefined {
  const taken = sums.slice(0, mostWeighed).filter((sum): sum is Readable => {
    if (sum.cents === null || !given.includes(sum.use)) return false
    const head = text.slice(Math.max(0, sum.start - reach), sum.start).replace(/\s+/g, ' ')
    return (
      ownShare.test(head) ||
      paysBack.test(head) ||
      giversShare.test(head) ||
      (sum.use === 'grant' && comesIn.test(head))
    )
  })
  const [only] = taken
  return new Set(taken.map(({ cents }) => cents)).size === 1 ? only : undefined
}
