import { fromPieces } from '../pieces.ts'
import type { FactPattern } from './pattern.ts'

const carriers =
  'sourcewell|naspo(?: valuepoint)?|omnia(?: partners)?|h-?gac(?:buy)?|buyboard|tips|ncpa|njpa|equalis|dir|gsa|cmas|costars|contract|agreement|purchase order|P\\.?O\\.?|bid|RFP|RFQ|RFB|ITB|IFB|request for (?:proposals?|qualifications|quot(?:es?|ations?))|invitation (?:to|for) bids?|spec(?:ification)?|solicitation|schedule|quote|quotation|resolution|ordinance|amendment'

const named = new RegExp(
  String.raw`\b((?:${carriers})(?: (?:contract|agreement|master agreement|bid))?)\)?\.?,? ?(?:(?:no\.?|num(?:ber)?\.?|#|ID) ?:? ?#?)([A-Z]{0,6}[-.]?\d[\w./-]{1,24}|[A-Z]{1,6}[\w./-]{0,8}\d[\w./-]{0,16})`,
  'gi',
)
/** "RFP 21-3746", "SOURCEWELL CONTRACT 101223-AXN": joined parts of which one is a number. */
const bare = fromPieces(
  'gi',
  String.raw`\b((?:RFP|RFQ|RFB|ITB|IFB|bid|sourcewell|naspo(?: valuepoint)?|njpa`,
  '|h-?gac(?:buy)?|buyboard|tips|dir|gsa|omnia(?: partners)?|contract|agreement)',
  String.raw`\)?(?: (?:cooperative )?(?:master agreement|contract|agreement))?),? \(?`,
  String.raw`((?:[A-Z]{1,6}-)?[A-Z]{0,6}-?\d{2,8}[A-Z]?(?:[-./][A-Z0-9]{1,8}){1,4}`,
  String.raw`|[A-Z]{1,5}-?\d{3,8}|[A-Z]{2,5}-[A-Z]{2,5}-\d[\d-]{2,12}`,
  String.raw`|\d{2}[A-Z]{4}\d{2}[A-Z]\d{3}[A-Z0-9])\b`,
)

/** "TIPS Contract 230105": six figures, which after other words are sums. */
const ofTips =
  /\b(TIPS)\)?(?: (?:[Cc]ooperative )?(?:[Cc]ontract|CONTRACT|[Aa]greement))? (\d{6,8})\b(?![-./]\w)/g

/** Contracts of Texas DIR and of GSA, whose numbers say whose they are. */
const bySelf =
  /\b(?:DIR-(?:CPO|TSO)-\d{3,5}|GS-\d{2}[A-Z]-[\dA-Z]{4,6}|47Q[A-Z]{3}\d{2}[A-Z][\dA-Z]{4})\b/g

/** "OMNIA Partners (Some County) IT products and services (# 23-6692-03)" */
const inBrackets =
  /\b(sourcewell|naspo(?: valuepoint)?|njpa|omnia(?: partners)?|h-?gac(?:buy)?|buyboard|equalis(?: group)?|costars)\b[^\n$;#]{1,60}\(# ?([A-Z]{0,6}-?\d[\w.-]{2,24})\)/gi

const isOther = /^(?:resolution|ordinance|amendment|quote|quotation)$/i

/** "10-12-2025", "2025-26" and "12.5" after "contract" are days, fiscal years and shares. */
function isDateOrShare(carrier: string, number: string): boolean {
  if (/^\d{1,2}\/\d{1,2}\/\d{2,4}$|^\d{1,2}-\d{1,2}-(?:19|20)\d\d$/.test(number)) return true
  if (!/^(?:contract|agreement)\b/i.test(carrier)) return false
  const [, from, to] = /^(20\d\d)[-/](?:20)?(\d\d)$/.exec(number) ?? []
  const isYears = from !== undefined && Number(from.slice(2)) + 1 === Number(to)
  return isYears || /^\d{1,2}-\d{1,2}-\d\d$|^\d+\.\d{1,2}$/.test(number)
}

function reading([, carrier = '', printed = '']: RegExpExecArray) {
  const number = printed.replace(/[./-]+$/, '')
  // Dates and sums are no numbers of contracts.
  if (number.length < 3 || isDateOrShare(carrier, number)) return undefined
  if (isOther.test(carrier)) return undefined
  const of = carrier
    .replace(/ (?:cooperative )?(?:contract|agreement|master agreement|bid)$/i, '')
    .replace(')', '')
  return { kind: 'contract-number' as const, value: { number, of } }
}

/** Without "No." before it, "contract 36-month" is a term. */
const isWord = /[a-z]|MONTH|YEAR|DAY|HOUR|WEEK/

/** The number under which it was bid, or by which others bought before. */
export const contractNumberPatterns: readonly FactPattern[] = [
  { pattern: named, read: reading },
  {
    pattern: bare,
    read: (match) => (isWord.test(match[2] ?? '') ? undefined : reading(match)),
  },
  { pattern: ofTips, read: reading },
  {
    pattern: bySelf,
    read([number], { before }) {
      // The words before it have told it.
      if (/(?:contract|agreement|dir|gsa|no\.?|number|#):? ?[(#]?$/i.test(before(14)))
        return undefined
      const of = number.startsWith('DIR') ? 'DIR' : 'GSA'
      return { kind: 'contract-number', value: { number, of } }
    },
  },
  { pattern: inBrackets, read: reading },
]
