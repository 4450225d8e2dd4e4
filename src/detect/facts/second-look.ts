import { fromPieces } from '../pieces.ts'
import type { ActionReading } from './cue.ts'

/** Names of money that others give, and words for it, where a title says no more. */
const ofGrant = fromPieces(
  'i',
  String.raw`\b(?:grants?(?! (?:county|street|avenue|share|parish))|bequest|donations?|donated|gifts?|reimbursements?|reimb\b|allotments?`,
  '|sub-?awards?|JAG|UASI|SHSP|SALLE|SLEAF|SLETPP|SLESF|BSCC|DCJS|ICJI|EOPSS|CATPA',
  String.raw`|Stonegarden|homeland security|capital outlay|earmark|community project funding)\b`,
)
const buysSaid =
  /\b(?:purchas\w*|buy|RFPs?|RFQs?|award|possible action|contracts? with|agreements? with|award of (?:bid|contract)|bids?\b|quotes?\b|lease|invoice|renew\w*|amendment|change order|order form|subscription|match)\b/i
const takes = fromPieces(
  'i',
  String.raw`\b(?:accept\w*|apply(?:ing)? (?:for|to)|applied for|applications?|receiv\w*)\b[^.;]{0,120}\b`,
  String.raw`(?:grants?|awards?|donations?|gifts?|funds|funding|check|contribution|application)\b`,
  String.raw`|\b(?:grant|award|donation|gift)\b[^.;]{0,60}\b(?:be )?accept\w*`,
)
/** Others are told to answer, to look into it or to sit on it. */
const looksInto = fromPieces(
  'i',
  String.raw`^[^$]{0,80}\b(?:task force|sub-?committee|ad hoc committee|oversight|inspector general`,
  '|(?:city|county|state) auditor|audit (?:of|report)|public hearing|hearing (?:on|set|to)',
  '|requesting (?:the|that)|request(?:s|ed)? (?:the|that) |asks? (?:the|that) |calls upon|directing',
  String.raw`|to direct the|that the (?:chief|commissioner|sheriff|police)|review board)\b`,
)
const tells =
  /\b(?:discuss\w*|reported|report(?:s|ing)?|stated|explained|asked|said|noted|informed|showed|reviewed|statistics|stats|concern(?:s|ed)?|complain\w*)\b/i
const decides =
  /\b(?:motion|moved|approv\w*|adopt\w*|authoriz\w*|accept\w*|award\w*|resolved|ayes?|carried|voted|purchas\w*|ratif\w*|seconded|granted|pay|bought|sign)\b/i
const rules = fromPieces(
  'i',
  String.raw`^[^$]{0,100}\b(?:retention (?:of|period|schedule|policy)|general orders?|use polic(?:y|ies)`,
  String.raw`|guidelines|fee schedule|late fee|moratorium|oppos(?:es|ing|ition)|ban(?:s|ning)?\b|prohibit\w*`,
  String.raw`|warrant required|code amendment|repeal\w*)\b`,
)

/** What a name that no rule reads most likely does, by softer words; `undefined`: it is there to be bought. */
export function secondLook(title: string, opening: string): ActionReading | undefined {
  const whole = `${title}\n${opening}`
  if (!buysSaid.test(title) && (ofGrant.test(title) ? !buysSaid.test(opening) : false)) {
    return { role: 'grant', action: 'accept-grant' }
  }
  if (!buysSaid.test(title) && takes.test(whole) && !buysSaid.test(opening)) {
    return { role: 'grant', action: 'accept-grant' }
  }
  if (buysSaid.test(title)) return undefined
  if (looksInto.test(title)) return { role: 'oversight', action: 'other' }
  if (rules.test(title)) return { role: 'policy', action: 'adopt-policy' }
  // "Body cameras - $70,000", a line of a budget, is not told of by what its text says of complaints.
  const isLine = /\$ ?\d/.test(title) && !tells.test(title)
  if (!isLine && tells.test(whole) && !decides.test(whole)) {
    return { role: 'report', action: 'annual-report' }
  }
  return undefined
}
