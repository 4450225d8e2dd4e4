import { fromPieces } from '../pieces.ts'

/** What a title may do; approving, authorizing and requesting are said of any of it. */
const deed = fromPieces(
  'i',
  String.raw`\b(?:(accept(?:s|ing|ance)?|appl(?:y|ying)|recogni[sz](?:e|ing)|receiv(?:e|ing)(?! and file)`,
  '|submi(?:t|tting|ssion|ttal))',
  '|purchas\\w*|buy(?:ing)?|procur\\w*|acqui(?:re|ring|sition)|contracts?|contracting|agreements?|award(?:ing)?',
  '|enter(?:ing)?|execut\\w+|adopt\\w*|leas(?:e|ing)|renew\\w*|exten(?:d|ding|sion)',
  '|expend\\w*|pay(?:ing|ment)?|transfer\\w*|allocat\\w+|install\\w*|reports?|presentation|discuss\\w*',
  String.raw`|polic(?:y|ies)|waiv\w+|change order|hearing)\b`,
)

/** What is accepted and applied for without being money: work, offers, papers. */
const isNoGift = fromPieces(
  'i',
  String.raw`^[^;$]{0,50}\b(?:bids?|quotes?|quotations?|proposals?|offers?|reports?|minutes|resignations?`,
  '|easements?|deeds?|right[- ]of[- ]way|work|improvements?|projects?|completion|plat|dedication|terms',
  '|conditions|invoices?|contracts?|polic(?:y|ies)|audits?|petitions?|licen[cs]es?|permits?|provisions',
  String.raw`|general laws|chapter|payments?|delivery|plans?|recommendations?|warrants?|variance|comments?)\b`,
)
const gift = fromPieces(
  'i',
  String.raw`\b(?:grants?|grant-in-aid|sub-?awards?|sub-?grants?|donations?|gifts?|contributions?|earmarks?`,
  '|awarded by|JAG|Byrne|UASI|HIDTA|SHSP|HSGP|COPS|Stonegarden|reimbursements?',
  '|(?:state|federal|county|grant) (?:funds?|funding|money|monies|aid))',
  String.raw`\b|\$ ?[\d,.]+(?: (?:million|dollars))?,? (?:from|awarded|given|donated|provided|granted)\b`,
)
/** Whoever gives, in words between taking and what is given: "from the Partnership, Inc., a grant". */
const giver = fromPieces(
  'i',
  String.raw`^(?: for,? and on behalf of[^$;]{1,60})?,? (?:to|from|by|with) (?:the )?(?:[\w.,&'\u2019-]+ ){0,6}`,
  '(?:state|department|office|division|bureau|commission|agency|authority|foundation',
  String.raw`|governor|attorney general|council of governments|association|partnership)\b`,
)

/** Papers that who gives asks for, and money that comes in by an agreement. */
const ofGiver = fromPieces(
  'i',
  String.raw`^(?![\s\S]*\b(?:contract with|award(?:ing)? (?:a |the )?(?:contract|bid)|purchase order)\b)[\s\S]{0,80}\b`,
  String.raw`agreements? with (?:the )?(?:[\w.&-]+ ){0,5}(?:department|office|state|bureau|division|commission)\b`,
  String.raw`[^;$]{0,160}\b(?:executi(?:on|ng) (?:of )?(?:an? |the )?grant agreement|grant agreement in the amount)\b`,
  String.raw`|\b(?:incr\w*|new|estimated|total) (?:\w+ )?(?:recv|receivables?)\b`,
  // Statutes by which towns take money that their budget has not counted in.
  String.raw`|\b(?:RSA 31:95-?b|40A:4-87|chapter 159|special items? of revenue|unanticipated (?:revenues?|funds|money|monies|\$\$?))|\b(?:c|ch|chapter)\.? ?44,? ?(?:s|sec|section|\u00a7)\.? ?53A\b`,
)

const preambleLength = 320
const objectLength = 240

/**
 * Whether the first thing that a title does is to take or ask for what others give. What is bought with it
 * comes behind: what stands first in a title is what it does.
 */
export function takesFirst(title: string): boolean {
  if (ofGiver.test(title)) return true
  const found = deed.exec(title.slice(0, preambleLength))
  const verb = found?.[1]
  // "Accept and appropriate a grant, waive formal bidding and enter into a purchase agreement": bought at once.
  if (!found || verb === undefined || /\bwaiv/i.test(title)) return false
  const after = title.slice(found.index + verb.length).slice(0, objectLength)
  const [object = ''] = after.split(/;|\band (?:to )?(?:award|enter|purchase|execute)\b/i, 1)
  if (/^appl|^submi/i.test(verb) && giver.test(object)) return true
  return !isNoGift.test(object) && gift.test(object)
}
