import { type Cue, cue } from './cue.ts'

/** What stands first in a title, or who signs with whom: tried before every other cue. */
export const firstCues: readonly Cue[] = [
  // "Award of a purchase order to a firm; acceptance of a grant": what stands first.
  cue(
    'procurement',
    'approve-contract',
    /^\W*(?:(?:resolution|ordinance|motion|order)\W{1,3}(?:to )?)?(?:approv\w* (?:of )?(?:the |an? )?)?(?:award (?:of )?(?:the |an? )?(?:purchase order|contract|bid)|purchase of|purchase order (?:to|with)|(?:contract|agreement) with)\b[^;]{4,160}(?:;|, and| and)(?: to| authoriz\w+(?: the)?)? accept\w*\b[^;]{0,60}\bgrant\b/i,
  ),
  // "Receive and expend $47,000 from the Urban Areas Security Initiative".
  cue(
    'grant',
    'accept-grant',
    /^\W*(?:(?:resolution|ordinance|motion|order)\W{1,3}(?:to )?)?(?:authoriz\w* (?:the )?[^;$]{0,60}? to )?(?![\s\S]*\bwaiv)(?:receiv|accept)(?:e|ing)?,?(?: and|,)? (?:and )?(?:expend|appropriat|budget|spend)\w*\b[^;$]{0,30}\$ ?[\d,.]+ (?:in |of )?[^;$]{0,30}\b(?:from|of|under|through)\b/i,
  ),
  // Heard because a law on such technology asks for it.
  cue(
    'oversight',
    'hearing',
    /^\W*(?:notice of |hold (?:an? )?)?public hearing (?:on|regarding|for|to consider)\b[^;]{0,200}\b(?:surveillance (?:technology |equipment |use )?(?:ordinance|oversight|law|code|chapter|policy act)|CCOPS|POST Act)\b/i,
  ),
  // Agreed with a firm, and then told where the money comes from: "agreement for readers, and appropriating grant funds".
  cue(
    'procurement',
    'approve-contract',
    /^(?:(?!\b(?:accept|appl(?:y|ying|ication)|recei(?:ve|pt)|grants?|grantee|sub-?(?:award|recipient|grant)|donat|gift|JAG|UASI|SHSP|COPS|Byrne|amend|renew|memorandum|MOU|inter-?local|inter-?governmental|polic(?:y|ies)|report|hearing|state|department of|office of|county of|budget amendment)\w*)[\s\S]){0,180}\b(?:(?:agreements?|contracts?|leases?) (?:for|with)|purchase of)\b(?:(?!\b(?:grants?|department of|office of|governor|division of|commission|authority|foundation|state of|federal|sub-?recipient)\b)[^;]){4,180}[,;]? and (?:to )?(?:approv\w* (?:an? |the )?(?:[\w-]+ )?(?:budget amendment|appropriation) )?(?:(?:accept|recogniz|receiv)\w*,?(?: and)? )?(?:appropriat|accept|recogniz)\w*\b[^;]{0,100}\b(?:grants?|JAG|Byrne)\b/i,
  ),
  // "Contract for body cameras; federal grant match": what the share of the grant pays for is bought.
  cue(
    'procurement',
    'approve-contract',
    /^(?![\s\S]*\b(?:accept|appl(?:y|ying|ication)|recei(?:ve|pt)|sub-?recipient|memorandum|MOU|inter-?local)\w*)(?:(?!\b(?:grants?|match)\b)[\s\S]){0,140}\b(?:contract|agreement|purchase|lease|quote|bid|order form)\b(?:(?!\bgrants?\b)[^$]){0,120}[;:,(\u2013\u2014-] ?(?:(?!and\b|appropriat)[\w-]+ ){0,4}grant (?:match|share|funded|funds|funding|reimbursement)\W*$/i,
  ),
  // "Retail theft grant: reader subscription renewal": the grant is there, and pays for what is renewed.
  cue(
    'procurement',
    'renew',
    /^(?![\s\S]*\b(?:accept|appl(?:y|ying|ication)|recei(?:ve|pt)|grant renewal)\w*)[^.;:$]{2,80}\bgrants?(?: funds?| program)? ?[:\u2013\u2014-] [^.;$]{2,100}\b(?:subscription|license|contract|lease|maintenance|SaaS|software|service|system|camera|reader)s? (?:renewal|extension)\b/i,
  ),
  cue(
    'procurement',
    'approve-contract',
    /^(?![\s\S]*\b(?:accept|appl(?:y|ying|ication)|recei(?:ve|pt))\w*)[^.;:$]{2,80}\bgrants?(?: funds?| program)? ?[:\u2013\u2014-] [^.;$]{0,100}\b(?:order form|quotes?|invoices?|change order|(?:contract|agreement|purchase order) with)\b/i,
  ),
  // A bill that is paid, and no claim against anybody.
  cue(
    'procurement',
    'approve-contract',
    /\b(?:approv|pay|authoriz|allow)\w*(?: of)?(?: the| a)?(?: payment of)?(?: the| a)? (?:[\w-]+ ){0,2}claims? (?:of|for|in the amount of) \$ ?[\d,.]+ (?:to|from|for)\b(?![^;]{0,80}\b(?:damage|injur|settle|lawsuit|loss)\w*)/i,
  ),
  // A seat in a pool of information that is paid for.
  cue(
    'procurement',
    'approve-contract',
    /^(?=[\s\S]*\binformation[ -]sharing\b)(?![\s\S]*\b(?:grants?|accept|polic(?:y|ies)|no[ -]cost)\b)[\s\S]{0,200}\b(?:cost[ -]shar(?:e|ing)|joinder agreement|(?:agreement|MOU|memorandum) and payment|subscription|membership (?:fees?|dues)|services agreement and)\b/i,
  ),
  // By which bodies share what they hold: nothing is sold.
  cue(
    'data-sharing',
    'mou',
    /^(?![\s\S]*(?:\b(?:purchas|subscription|vendor|not[ -]to[ -]exceed|grants?\b|JAG\b|Byrne|lease)|\$ ?\d))[\s\S]{0,120}\bagreements? (?:under|by|through) which\b[^;]{0,200}\b(?:shar(?:e|ing)|exchang(?:e|ing)|pool)\b/i,
  ),
  // Two bodies, and the use of what one of them has: fingerprint system, readers, drones and their crews.
  cue(
    'data-sharing',
    'mou',
    /^(?![\s\S]*(?:\b(?:purchase of|to purchase|purchase and|subscription|vendor|not[ -]to[ -]exceed|grants?\b|JAG\b|Byrne|lease|award|reimburs|install|costs?\b|fund(?:s|ing)?\b)|\$ ?\d))[\s\S]{0,160}\b(?:inter-?local|inter-?governmental|inter-?municipal|inter-?agency|mutual aid|memorand(?:um|a)|MOU|MOA)\b[^;]{0,200}\b(?:(?:relat(?:ing|ive|ed) to|regarding|concerning|for) (?:the )?(?:shared |joint |mutual )?(?:use|sharing)|(?:permit|allow|authoriz)\w* (?:the )?(?:[\w'\u2019-]+ ){1,5}(?:to use|use of)|shared use) (?:of )?(?!forfeit)(?:[\w'\u2019()-]+ ){0,8}(?:AFIS|AFR|fingerprint|plate (?:readers?|recognition)|A?LPRs?|cameras?|footage|network|databases?|drones?|UAS|UAVs?|unmanned|facial recognition|systems?)\b/i,
  ),
  // A crew of several bodies, each with its own: "interlocal agreement establishing the county drone team".
  cue(
    'data-sharing',
    'mou',
    /^(?![\s\S]*(?:\b(?:purchas|subscription|not[ -]to[ -]exceed|grants?\b|lease|award|costs?\b)|\$ ?\d))[\s\S]{0,120}\b(?:inter-?local|inter-?governmental|inter-?agency|mutual aid)\b[^;]{0,160}\b(?:establish|creat|form)\w* (?:of )?(?:an? |the )?(?:[\w'\u2019-]+ ){0,6}(?:drone|UAS|UAV|unmanned|robotics)(?: [\w-]+){0,2} (?:team|unit|program)\b/i,
  ),
  // What a programme would cost: "budgetary impact of a body camera programme".
  cue(
    'report',
    'annual-report',
    /^(?![\s\S]*\b(?:approv|authoriz|award|purchas|contract|agreement|adopt)\w*)\W*(?:budget(?:ary)?|fiscal|financial|cost) (?:impacts?|analysis|implications?) of\b/i,
  ),
  // What such technology would do, laid before the body that watches over it.
  cue(
    'oversight',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|award|annual|ordinance|adopt|polic(?:y|ies)|quarterly)\w*)[\s\S]{0,200}\b(?:surveillance (?:technology )?impact (?:reports?|assessments?|statements?)|STIRs?\b)/i,
  ),
  // Talked of before there is any: "discuss starting a red light camera programme".
  cue(
    'policy',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant|award|bids?\b|quotes?\b|proposals?\b|report|presentation|update|fund|vendor|statistics|data|results)\w*)(?![\s\S]*\$ ?\d)[^.;$]{0,60}\b(?:discuss(?:ion)?|consider\w*|review|debate|talk)\b[^.;$]{0,60}\b(?:start|launch|establish|creat|institut|initiat|implement|begin|introduc|bring(?:ing)? back|reviv|reinstat|restart|possible|potential|proposed|prospective)\w*\b (?:of )?(?:an? |the |our )?(?:[\w-]+ ){0,7}(?:program(?:me)?s?|pilot|enforcement|initiative)\b|^(?![\s\S]*\b(?:purchas|contract|agreement|grant|award|bids?\b|quotes?\b|proposals?\b|report|presentation|update|fund|vendor|with|approv|renew)\w*)(?![\s\S]*\$ ?\d)\W*(?:discuss|consider)\w*(?: (?:and|&) (?:discuss|consider)\w*)? (?:of )?an? (?:(?!to\b|of\b|end\b)[\w-]+ ){1,6}program(?:me)?\b/i,
  ),
]
