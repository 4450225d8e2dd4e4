import { fromPieces } from '../pieces.ts'

/** A grant's name that tells of a policy, and makes none: "Camera Policy and Implementation Program Grant". */
const grantProgramme = /\bpolicy and implementation program\b/gi

/** "(Ordinance S-48363)", "(Bill No. 76-16)": the paper's number, which some councils give to every contract. */
const fileTag =
  /\((?:(?:proposed|emergency) )?(?:ordinance|resolution|bill)s?(?: no\.?)? ?#?[\w./-]*\d[\w./-]*\)/gi

/** By which rule it is bought: "consistent with Administrative Policy No. 41". */
const byRule = fromPieces(
  'gi',
  String.raw`\b(?:consistent with|in (?:accordance|compliance|conformance|keeping) with`,
  '|pursuant to|as (?:required|allowed|permitted|provided) (?:by|in|under)|according to',
  String.raw`|under|per|exceptions? to|waiv\w+(?: of)?) (?:the )?(?:[\w'\u2019]+ )?`,
  '(?:purchasing|procurement|administrative|financial|fiscal|bidding|contracting|board',
  String.raw`|council|city|county|town|village) (?:[\w-]+ )?polic(?:y|ies)\b`,
  String.raw`(?: (?:no\.? ?|number |#)?\d[\w.-]*)?`,
)

/** What a firm is paid for, and no report to anybody: "to provide traffic report services". */
const reportServices = /\b(?:traffic|incident|crash|accident) report(?:ing)? services\b/gi

/** Through whose list it is bought: "through an interlocal agreement with BuyBoard". */
const byList =
  /\b(?:through|via|under|using|utilizing) (?:an? |the )?(?:[\w'-]+ ){0,2}(?:inter-?local|inter-?governmental|inter-?agency) (?:[\w-]+ ){0,3}(?:agreements?|contracts?)\b/gi

/** Who speaks to it: "(Report from Police Chief)". */
const speaker = /\((?:staff )?reports? (?:from|by|of) [^()]{1,240}\)/gi

/** Who pays, told behind what is bought: "; grant funding provided by the State, with local match". */
const payer =
  /[;.,] ?(?:with )?(?:grant|federal|state) fund(?:ing|s) (?:is |are |was |were )?(?:provided|paid|supplied) by\b[^.;]{0,240}/gi

/** "Funded by the drug task force", "HIDTA funds" between commas: the purse, told after the thing. */
const purse = fromPieces(
  'gi',
  '(?:^|[.,;(] ?)(?:to be |is |are )?(?:paid|funded|bought|covered) (?:for )?',
  String.raw`(?:from|by|with|through|using|out of) (?:an? |the |our )?(?:[\w'\u2019-]+ ){0,4}`,
  String.raw`(?:grants?|funds?|funding|money|monies)\b|(?:^|[,;(] ?)(?:JAG|Byrne|HIDTA|UASI|SHSP|ARPA)`,
  '[ -](?:grant )?(?:funds?|funding|funded|money)(?=[,;.)]|$)',
)
const fundedBehind =
  /,? ?[(,\u2013\u2014-] ?(?:JAG|Byrne|HIDTA|UASI|SHSP|ARPA|grant)[ -]funded\)?\W*$/i

/** A text without the words for the purse that pays, where it takes and asks for no money. */
export const withoutPurse = (text: string): string =>
  takes.test(text) || /\baward/i.test(text) ? text : text.replace(purse, ' ')

/** What writes or takes reports is bought like other software: it tells of nothing. */
const reportTools = fromPieces(
  'gi',
  String.raw`\b(?:(?:police|crime|incident|online|AI) ){0,2}reports?[ -](?:writing|writer|drafting|generation|software|beam)\b`,
  String.raw`|\bAI(?:[ -](?:assisted|generated|written|drafted))?,? police reports?(?: (?:writing|drafting))?\b`,
  String.raw`|\b(?:desk officer|citizen|online)(?: (?:crime|police|incident))? reporting\b`,
  String.raw`|(?<=\bDraft One\b[^;$\n]{0,40}[ (])(?:police )?reports\b`,
)

/** Words without the names of tools that write reports. */
export const withoutReportTools = (words: string): string => words.replace(reportTools, 'software')

/** What is plainly bought, before it is said how. */
const isBought = /\b(?:purchas\w*|contracts?|lease|acquisition|procure\w*|products?)\b/i

/** Who pays for what is bought: "grant-funded purchase", "from the Nonprofit Grants Account". */
const byGrant =
  /\bgrant[- ]funded (?=(?:[\w$,.-]+ ){0,8}(?:purchas|acquisition|procure|lease|contract|agreement|subscription|licen[cs]e))|\bgrant (?=purchases?\b)|\bfrom [^.;$]{0,120}?\bgrants?\b(?: (?!to\b|for\b|in\b|into\b)[\w&,'-]+){0,6} (?:accounts?|fund balances?)\b/gi

/** "Claim of Acme for cameras, to be reimbursed by JAG grant": who pays in the end. */
const paidBy =
  /,? (?:to be |which (?:is|will be) )?(?:fully |partially )?(?:reimbursed|paid|funded) (?:by|from|through|with|using) (?:an? |the )?[^.;,$]{0,80}?\bgrants?\b(?! (?:application|agreement|acceptance|award))(?: (?:funds?|funding|proceeds|money))?/gi
const pays = /\b(?:claims?|invoices?|payments?|purchas\w*|contracts?|lease|acquisition|quotes?)\b/i
const takes = /\b(?:accept|appl(?:y|ication)|receiv|receipt|donat|recogni[sz])\w*/i

/** A title without the words that say by which rule, through whose list and on whose money it is done. */
export function withoutPassing(title: string): string {
  const own = title
    .replace(grantProgramme, 'implementation program')
    .replace(fileTag, ' ')
    .replace(reportServices, 'services')
    .replace(speaker, ' ')
    .replace(payer, ' ')
    .replace(byRule, ' ')
    .replace(byGrant, ' ')
    .replace(fundedBehind, ' ')
  const paid = pays.test(own) && !takes.test(own) ? own.replace(paidBy, ' ') : own
  return isBought.test(paid) ? paid.replace(byList, ' ') : paid
}
