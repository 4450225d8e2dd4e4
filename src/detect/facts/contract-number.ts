import type { FactPattern } from './pattern.ts'

const carriers =
  'sourcewell|naspo(?: valuepoint)?|omnia(?: partners)?|h-?gac(?:buy)?|buyboard|tips|ncpa|njpa|equalis|dir|gsa|cmas|costars|contract|agreement|purchase order|P\\.?O\\.?|bid|RFP|RFQ|RFB|ITB|IFB|spec(?:ification)?|solicitation|schedule|quote|quotation|resolution|ordinance|amendment'

const named = new RegExp(
  String.raw`\b((?:${carriers})(?: (?:contract|agreement|master agreement|bid))?)\.?,? ?(?:(?:no\.?|num(?:ber)?\.?|#|ID) ?:? ?#?)([A-Z]{0,6}[-.]?\d[\w./-]{1,24}|[A-Z]{1,6}[\w./-]{0,8}\d[\w./-]{0,16})`,
  'gi',
)
/** "RFP 21-3746", "Sourcewell contract 101223-AXN": joined parts of which one is a number. */
const bare =
  /\b((?:RFP|RFQ|RFB|ITB|IFB|bid|sourcewell|naspo|njpa|h-?gac|buyboard|tips|dir|gsa|omnia|contract|agreement)(?: (?:contract|agreement|master agreement))?) ([A-Z]{0,6}-?\d{2,8}(?:[-./][A-Z0-9]{1,8}){1,3}|[A-Z]{2,4}-?\d{3,8})\b/g

/** "OMNIA Partners (Some County) IT products and services (# 23-6692-03)" */
const inBrackets =
  /\b(sourcewell|naspo(?: valuepoint)?|njpa|omnia(?: partners)?|h-?gac(?:buy)?|buyboard|equalis(?: group)?|costars)\b[^\n$;#]{1,60}\(# ?([A-Z]{0,6}-?\d[\w.-]{2,24})\)/gi

const isOther = /^(?:resolution|ordinance|amendment|quote|quotation)$/i

function reading([, carrier = '', printed = '']: RegExpExecArray) {
  const number = printed.replace(/[./-]+$/, '')
  // Dates and sums are no numbers of contracts.
  if (number.length < 3 || /^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(number)) return undefined
  if (isOther.test(carrier)) return undefined
  const of = carrier.replace(/ (?:contract|agreement|master agreement|bid)$/i, '')
  return { kind: 'contract-number' as const, value: { number, of } }
}

/** The number under which it was bid, or by which others bought before. */
export const contractNumberPatterns: readonly FactPattern[] = [
  { pattern: named, read: reading },
  { pattern: bare, read: reading },
  { pattern: inBrackets, read: reading },
]
