import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

/** What stands first in a title, or who signs with whom: tried before every other cue. */
export const firstCues: readonly Cue[] = [
  // "Award of a purchase order to a firm; acceptance of a grant": what stands first.
  cue(
    'procurement',
    'approve-contract',
    fromPieces(
      'i',
      String.raw`^\W*(?:(?:resolution|ordinance|motion|order)\W{1,3}(?:to )?)?`,
      String.raw`(?:approv\w* (?:of )?(?:the |an? )?)?`,
      '(?:award (?:of )?(?:the |an? )?(?:purchase order|contract|bid)|purchase of',
      String.raw`|purchase order (?:to|with)|(?:contract|agreement) with)\b[^;]{4,160}`,
      String.raw`(?:;|, and| and)(?: to| authoriz\w+(?: the)?)? accept\w*\b[^;]{0,60}\bgrant\b`,
    ),
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
    fromPieces(
      'i',
      String.raw`^(?:(?!\b(?:accept|appl(?:y|ying|ication)|recei(?:ve|pt)|grants?|grantee`,
      '|sub-?(?:award|recipient|grant)|donat|gift|JAG|UASI|SHSP|COPS|Byrne|amend|renew',
      '|memorandum|MOU|inter-?local|inter-?governmental|polic(?:y|ies)|report|hearing',
      String.raw`|state|department of|office of|county of|budget amendment)\w*)[\s\S]){0,180}\b`,
      String.raw`(?:(?:agreements?|contracts?|leases?) (?:for|with)|purchase of)\b`,
      String.raw`(?:(?!\b(?:grants?|department of|office of|governor|division of|commission`,
      String.raw`|authority|foundation|state of|federal|sub-?recipient)\b)[^;]){4,180}[,;]? and `,
      String.raw`(?:to )?(?:approv\w* (?:an? |the )?(?:[\w-]+ )?`,
      '(?:budget amendment|appropriation) )?',
      String.raw`(?:(?:accept|recogniz|receiv)\w*,?(?: and)? )?`,
      String.raw`(?:appropriat|accept|recogniz)\w*\b[^;]{0,100}\b(?:grants?|JAG|Byrne)\b`,
    ),
  ),
  // "Contract for body cameras; federal grant match": what the share of the grant pays for is bought.
  cue(
    'procurement',
    'approve-contract',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:accept|appl(?:y|ying|ication)|recei(?:ve|pt)|sub-?recipient`,
      String.raw`|memorandum|MOU|inter-?local)\w*)(?:(?!\b(?:grants?|match)\b)[\s\S]){0,140}\b`,
      String.raw`(?:contract|agreement|purchase|lease|quote|bid|order form)\b`,
      String.raw`(?:(?!\bgrants?\b)[^$]){0,120}[;:,(\u2013\u2014-] ?`,
      String.raw`(?:(?!and\b|appropriat)[\w-]+ ){0,4}grant `,
      String.raw`(?:match|share|funded|funds|funding|reimbursement)\W*$`,
    ),
  ),
  // "Ordinance appropriating $84,000 for bus cameras, funded by a grant": what is spent, and whose money.
  cue(
    'procurement',
    'approve-contract',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:accept|appl(?:y|ying|ication)|recei(?:ve|pt)|recogniz)\w*)`,
      String.raw`[^;]{0,80}\bappropriat\w+ \$ ?[\d,.]+[^;$]{0,160}\b`,
      String.raw`(?:equipment|cameras?|systems?|readers?|software|drones?|vehicles?)\b[^$]{0,40}\b`,
      String.raw`(?:funded|paid for|financed|covered|funding (?:is |to be )?provided) (?:[\w-]+ )?(?:by|with|through|from)\b`,
    ),
  ),
  // "Create a fixed asset line in the unit of the Prop. 64 grant": something is bought with it.
  cue(
    'procurement',
    'approve-contract',
    /^(?![\s\S]*\b(?:accept|appl(?:y|ying|ication)|recei(?:ve|pt)|recogniz)\w*)[^;$]{0,120}\bfixed assets?\b[^;$]{0,120}\bgrants?\b/i,
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
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*(?:\b(?:purchase of|to purchase|purchase and|subscription|vendor`,
      String.raw`|not[ -]to[ -]exceed|grants?\b|JAG\b|Byrne|lease|award|reimburs|install|costs?\b`,
      String.raw`|fund(?:s|ing)?\b)|\$ ?\d))[\s\S]{0,160}\b`,
      '(?:inter-?local|inter-?governmental|inter-?municipal|inter-?agency|mutual aid',
      String.raw`|memorand(?:um|a)|MOU|MOA)\b[^;]{0,200}\b`,
      '(?:(?:relat(?:ing|ive|ed) to|regarding|concerning|for) (?:the )?',
      '(?:shared |joint |mutual )?(?:use|sharing)',
      String.raw`|(?:permit|allow|authoriz)\w* (?:the )?(?:[\w'\u2019-]+ ){1,5}(?:to use|use of)`,
      String.raw`|shared use) (?:of )?(?!forfeit)(?:[\w'\u2019()-]+ ){0,8}`,
      '(?:AFIS|AFR|fingerprint|plate (?:readers?|recognition)|A?LPRs?|cameras?|footage',
      String.raw`|network|databases?|drones?|UAS|UAVs?|unmanned|facial recognition|systems?)\b`,
    ),
  ),
  // A crew of several bodies, each with its own: "interlocal agreement establishing the county drone team".
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*(?:\b(?:purchas|subscription|not[ -]to[ -]exceed|grants?\b|lease|award`,
      String.raw`|costs?\b)|\$ ?\d))[\s\S]{0,120}\b`,
      String.raw`(?:inter-?local|inter-?governmental|inter-?agency|mutual aid)\b[^;]{0,160}\b`,
      String.raw`(?:establish|creat|form)\w* (?:of )?(?:an? |the )?(?:[\w'\u2019-]+ ){0,6}`,
      String.raw`(?:drone|UAS|UAV|unmanned|robotics)(?: [\w-]+){0,2} (?:team|unit|program)\b`,
    ),
  ),
  // The State's list of plates is looked into by its users' agreement.
  cue(
    'data-sharing',
    'mou',
    /^(?![\s\S]*(?:\b(?:purchas|vendor|subscription|grants?\b)|\$ ?\d))[\s\S]{0,120}\b(?:department of public safety|state police|state patrol|highway patrol|bureau of investigation|department of law enforcement|department of justice|crime (?:records|information))\b[^;$]{0,120}\b(?:user|access) agreements?\b/i,
  ),
  cue(
    'oversight',
    'hearing',
    /^(?![\s\S]*\b(?:budget|grants?|rezoning|bonds?|assessment)\b)\W*(?:establish|schedul|set|call)\w* (?:for )?(?:an? |the )?(?:(?:additional|second|third|further|new) )?(?:date for (?:an? |the )?)?public hearing\b/i,
  ),
  cue(
    'report',
    'annual-report',
    /^(?![\s\S]*\b(?:contract|agreement|purchas|award)\w*)\W*performance (?:measures|metrics|indicators|report)\b/i,
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
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|grant|award|bids?\b|quotes?\b`,
      String.raw`|proposals?\b|report|presentation|update|fund|vendor|statistics|data|results)\w*)`,
      String.raw`(?![\s\S]*\$ ?\d)[^.;$]{0,60}\b(?:discuss(?:ion)?|consider\w*|review|debate`,
      String.raw`|talk)\b[^.;$]{0,60}\b(?:start|launch|establish|creat|institut|initiat|implement`,
      '|begin|introduc|bring(?:ing)? back|reviv|reinstat|restart|possible|potential',
      String.raw`|proposed|prospective)\w*\b (?:of )?(?:an? |the |our )?(?:[\w-]+ ){0,7}`,
      String.raw`(?:program(?:me)?s?|pilot|enforcement|initiative)\b`,
      String.raw`|^(?![\s\S]*\b(?:purchas|contract|agreement|grant|award|bids?\b|quotes?\b`,
      String.raw`|proposals?\b|report|presentation|update|fund|vendor|with|approv|renew)\w*)`,
      String.raw`(?![\s\S]*\$ ?\d)\W*(?:discuss|consider)\w*`,
      String.raw`(?: (?:and|&) (?:discuss|consider)\w*)? (?:of )?an? `,
      String.raw`(?:(?!to\b|of\b|end\b)[\w-]+ ){1,6}program(?:me)?\b`,
    ),
  ),
]
