import { fromPieces } from '../pieces.ts'

/**
 * Money and things of others in a clerk's shortest words: "GCC award, drones", "apply, body cameras",
 * "Board takes the $9,000". Looked at where a title says no more of it than a purchase would.
 */

/** What is bought after all, or is no gift though it is accepted or applied for. */
const doesElse = fromPieces(
  'i',
  String.raw`\b(?:purchas\w*|buy(?:s|ing)?|contracts?|agreements? (?:with|for) (?!the (?:state|county))|leas(?:e|ing)`,
  '|quotes?|proposals?|RFPs?|RFQs?|vendors?|invoices?|claims?|payments?|subscriptions?|licen[cs]es?|renew\\w*|bid\\b|award of|extend\\w*|professional services',
  '|extensions?|change order|order form|paid (?:by|from|with|out of)|funded by|sole[ -]source|low bid|bids|polic(?:y|ies)|reports?|presentations?|updates?|minutes',
  '|resignations?|easements?|deed|completion|work|petitions?|permits?|variance|rezoning|zoning|conditional use',
  '|special use|site plan|warrants?|audits?|hearing|ordinance amending|expenditure|expend|spend\\w*|surplus',
  String.raw`|appeals?|installation|lawsuit|settlement|offers?|terms|plan|software)\b`,
)

/** "Appropriate $9,000 as local match": the own share is the council's money. */
const ownShare = /\b(?:appropriat|transfer|allocat|mov|commit)\w*\b[\s\S]{0,240}\bmatch\b/i

/** Programmes and offices that give to police and schools, by their short names. */
const funders =
  'GCC|GOHSEP|THSO|WASPC|WTSC|MCOLES|LCLE|KOHS|IDHS|ICJI|EOPSS|MVCPA|CATPA|VCIF|PSGP|NSGP|HSGP|SHSGP|SHSP|SVPP|SS4A|DHSES|DCJS|DEMA|PCCD|CJCC|GOHS|OCJS|OCJP|ICJIA|SLETPP|BSCC|TxDOT STEP|JAG|UASI|Stonegarden|LEPP'
/** An agreement with who gives, or a sum that is accepted outright, whatever is to be done with it. */
const plainlyGives = fromPieces(
  'i',
  String.raw`\b(?:agreements?|IGA|contract) with (?:the )?(?:[\w.-]+ ){0,3}(?:DHSES|DCJS|FEMA|DEMA|GOHSEP|CJCC|OCJS|BSCC|division of criminal justice(?: services)?|office of emergency management|division of emergency management)\b`,
  String.raw`(?=[^;]*\$ ?\d)|\baccept(?:s|ing)? (?:up to )?\$ ?\d[\d,.]*(?: (?:and|from|of)\b)`,
  String.raw`|^\W*(?:[\w-]+:? ){0,2}grant project ordinance\b|\b(?:contribution agreement|reimbursement agreement with (?:the )?(?:[\w-]+ ){0,3}(?:tribe|nation|band|state|county|department|authority))\b`,
  String.raw`|\b(?:IGA|inter-?local|agreement|MOU)\b[^;$]{0,60}\bfor (?:[\w-]+ )?(?:ARPA|CDBG|grant|state|federal|recovery) (?:funding|funds|money)\b`,
)
const isIncome = /\b(?:insurance|sale of|fund balance|forfeit\w*|fines|fees|contract award)\b/i

const gives = fromPieces(
  'i',
  // An application, whatever its programme is called.
  String.raw`\b(?:apply|applying|applies|applications?)\b(?! (?:fees?|development))`,
  // Taken, whatever it is.
  String.raw`|\baccept(?:s|ed|ing|ance)?\b`,
  // "Crime Commission award, Sheriff", "award: crime center"; what a firm is awarded is a contract.
  String.raw`|\b(?:commission|program(?:me)?|prevention|assistance|JAG|Byrne|GCC|DCJS|CATPA|PSGP|UASI|SHSP|ARPA`,
  '|CJCC|PCCD|state|federal|authority|homeland|homeland security|safety|equipment|stipend|fund|initiative',
  String.raw`|tech(?:nology)?|violence|replacement|round \d) (?:grant )?awards?\b(?! (?:to|of|the) (?:a )?(?:contract|bid|[\w.&-]+ (?:inc|LLC|corp)))`,
  // Others' money is counted in.
  String.raw`|\b(?:recogniz|recognis|book|appropriat)(?:e|es|ing)\b[^;]{0,60}\b(?:monies|reallocation|allocation|allotment`,
  String.raw`|pass-?thr(?:u|ough)|aid|from (?:the )?(?:state|county|governor|attorney general|[\w-]+ foundation|${funders}))\b`,
  '|\\bgrant project ordinance\\b|\\bpass-?thr(?:u|ough)\\b|\\bsub-?recipient\\b|\\bsub-?awards?\\b',
  // The own share of what another pays for the most part.
  String.raw`|\b(?:no|local|county|city|town|cash|required|\d+ ?%) match\b|\bmatch (?:of )?[$\d]|\bin[- ]kind\b`,
  String.raw`|\baward,? \$ ?\d|\b(?:${funders})\b[^;]{0,60}\bawards?\b(?! to\b)`,
  String.raw`|\b(?:recogniz|recognis|book)(?:e|es|ing)? (?!officer|the work)[^;]{0,60}\$ ?\d`,
  String.raw`|\b(?:gift|donation|contribution|check) from\b|\bpresented a check\b|\ba \$ ?[\d,.]+ check\b`,
  String.raw`|\b(?:legislative appropriation|bonding|capital outlay|earmark|RACP)\)? requests?\b`,
  String.raw`|\b(?:asks?|asking|request(?:s|ing)?) (?:the (?:state|legislature|governor) )?for up to \$`,
)

const mostOfTitle = 1_200

export function takesByTitle(whole: string): boolean {
  const title = whole.slice(0, mostOfTitle)
  if (ownShare.test(title) || isIncome.test(title)) return false
  return plainlyGives.test(title) || (gives.test(title) && !doesElse.test(title))
}

const givenThing =
  '(?:awards?|sub-?awards?|grants?|money|monies|funds|funding|allotment|allocation|gift|donation|contribution|pass-?through|federal share|state share|check|assistance|aid)'
const noOffer = String.raw`(?:(?!\b(?:bids?|quotes?|proposals?|offers?|reports?|contracts?|agreement with|purchas\w+|policy)\b)[^.;])`

/** "Board votes to take the money", "award is accepted", "let the police apply", "leave to submit". */
const takesInText = fromPieces(
  'i',
  String.raw`\b(?:council|board|commission(?:ers?)?|trustees|supervisors|aldermen|committee|select ?board|selectmen|authority`,
  '|court|legislature|directors|members|motion|moved?|moves|votes?|voted|M/S/C|resolved|resolution|ordinance|bill|adopt',
  String.raw`|approv\w+|authoriz\w+|asked|asks|requests?|recommend\w*|hereby|formally|action|meeting)\b(?:[^.;]|\b(?:Mr|Ms|Mrs|Dr|Comm|Ald|No)\.){0,100}\b`,
  '(?:accept(?:s|ed|ing|ance of)?|take[sn]?|took|taking|acknowledge[sd]?) (?:(?:and|&) (?:expend|appropriate) )?',
  String.raw`(?:(?:up to |the |this |said ){0,2}\$ ?\d|${noOffer}{0,80}?\b(?:${givenThing}|amount of|sum of|same|given by|donated)\b)`,
  String.raw`|\b${givenThing} (?:(?:of|for) [^.;]{1,40} )?(?:is|are|be) (?:and (?:is|are) )?(?:hereby |formally )?(?:accepted|taken)\b`,
  String.raw`|(?:^|[.:] )accepts? (?:and appropriates? )?(?:the )?(?:\$ ?\d|${givenThing}\b)`,
  String.raw`|\bto receive \$ ?[\d,.]+ from (?:the )?(?:[\w-]+ ){0,4}(?:division|department|office|state|bureau|commission|agency|county)\b`,
  String.raw`|\bsigns? (?:the )?acceptance\b|\b(?:accept|take|took)(?:ed|s|n)? [^.;]{0,60}\bwith (?:thanks|gratitude|appreciation|a thank[- ]you)\b`,
  String.raw`|\bappropriat\w+ \$ ?[\d,.]+ (?:received|awarded|granted) (?:from|by)\b`,
  String.raw`|\b(?:let|allow|permit|authoriz\w+|moved? (?:that|to)|motion (?:to|that)|leave|permission|authority|authorization`,
  String.raw`|approval|voted? (?:to|that)|recommend\w*)\b[^.;]{0,60}\b(?:apply|(?:file|submit) (?:for|an? application|the application|the request))\b`,
  String.raw`|\b(?:support(?:s|ing)?|submit\w*|fil\w+) (?:an? |the |its )?applications?\b`,
)
/** Bought in the same text, or taken long ago. */
const spends = fromPieces(
  'i',
  String.raw`\b(?:purchase (?:of|from|order)|to purchase|contract with|contract (?:be|is|was) awarded|award(?:ed|ing|s)? (?:the |a |of )?(?:bid|contract)`,
  '|bids? (?:were|was|received|opened)|low(?:est)? (?:bid|responsive|quote)|quotes? (?:from|of|were)|order form|invoice',
  '|change order|renew\\w*|sole[ -]source|vendor|permit|rezoning|variance',
  '|(?:already|previously|earlier|was|were|has|have|had) (?:been )?accepted (?:by|in|on|last|at)|(?:already|previously) accepted',
  String.raw`|accepted (?:by resolution|in (?:january|february|march|april|may|june|july|august|september|october|november|december)))\b`,
)
const mostOfText = 900

/** Whether a text decides on taking or asking for money, under a title that only names it. */
export function takesByOwnText(title: string, text: string): boolean {
  const opening = text.slice(0, mostOfText)
  return (
    takesInText.test(opening) &&
    !spends.test(opening) &&
    !doesElse.test(title.slice(0, mostOfTitle))
  )
}
