import { fromPieces } from '../pieces.ts'
import type { SumUse } from './sum-rule.ts'

/**
 * Words of a text beside a sum that is told only to set off the one asked for: what a purse holds, what
 * was paid or quoted before, what others have, what will be asked another day.
 */

const years = String.raw`(?:19|20)\d\d`
const month =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)'

type Told = readonly [use: SumUse, head: RegExp, tail?: RegExp]
const told: readonly Told[] = [
  // "16 buses at $3,300, in all $52,800".
  [
    'per-unit',
    /\b\d{1,4}\)? (?:[\w-]+ ){1,3}at $/i,
    /^,? (?:in all|altogether|for a total|totall?ing|total|=)/i,
  ],
  ['not-to-exceed', /\b(?:in all|in sum|altogether|all told),? $/i],
  // "The Department is requesting $87,000 to purchase the equipment".
  [
    'spending',
    /\b(?:requests?|requesting|seeks?|seeking|asks? for|asking for) (?:up to |an additional )?$/i,
    /^\)? (?:to (?:purchase|buy|acquire|replace|upgrade|lease|renew)|for (?:the (?:purchase|equipment|cameras|project|renewal)|this|new))\b/i,
  ],
  // "If the option is exercised the additional cost is $18,000", "an optional sixth year would cost".
  [
    'option',
    /\bif (?:the|an|this|that|any|either) (?:[\w-]+ ){0,2}options? (?:is|are|were) (?:exercised|taken|chosen|elected)\b[^$;.]{0,60}$|\boptional (?:[\w-]+ ){0,3}(?:years?|terms?|renewals?|items?|modules?|features?|upgrades?) (?:(?:would|will) )?(?:costs?|be|is|are|at)(?: an additional)? $/i,
  ],
  // "Of this amount, $50,000 will be paid by a grant".
  [
    'available',
    /\bof (?:this|that|which)(?: amount| total| sum| cost)?,? (?:about |up to )?$/i,
    /^\)? (?:is|are|will be|would be) (?:paid|covered|funded|reimbursed|provided)\b/i,
  ],
  // "The price includes installation of $9,500 and training of $2,500".
  [
    'other',
    /\b(?:price|cost|total|amount|quote|proposal|purchase|it|this|which) includes? (?:[\w-]+ ){1,4}(?:of|for|at) $|\b(?:price|cost|total|amount|quote|proposal|purchase|it|this|which) includes? [^$;.]{3,40}\$ ?[\d,.]+ and (?:[\w-]+ ){1,3}(?:of|for|at) $/i,
  ],
  // "Next year staff will request $40,000".
  [
    'option',
    /\b(?:next|the following) (?:fiscal )?year,? [^$;.]{0,40}\b(?:request|ask|need|seek|propose)\w*(?: for)? $/i,
  ],
  // "Ratify purchases under $10,000", "a contract then worth under $250,000": a threshold.
  ['least', /(?<!\b(?:come|comes|came|remain|stay)s? (?:in )?)\bunder \$?$/i],
  // From so much on somebody has to be told, whatever this costs.
  [
    'least',
    /\b(?:receipts?|applications?|grants?|purchases?|expenditures?|contracts?) (?:that are |which are )?(?:above|over|exceeding|in excess of|(?:more|greater) than) \$?$/i,
  ],
  // "In 2024 the department received $118,000 to set up its laboratory": what an earlier grant gave.
  [
    'previous',
    new RegExp(String.raw`\bin ${years},? (?:the |our )?(?:[\w-]+ ){0,4}received \$?$`, 'i'),
  ],
  [
    'previous',
    /\breceived \$?$/i,
    new RegExp(String.raw`^\)? in ${years} (?:to|for|toward)\b`, 'i'),
  ],
  // "Adopting the resolution will appropriate $499,090": what is decided.
  [
    'spending',
    /\b(?:adopting|adoption of|approv(?:ing|al of)) (?:the|this) (?:resolution|ordinance|amendment) (?:will|would) appropriate(?: (?:a total|an amount|the sum) of)? \$?$/i,
  ],
  // What crashes and crimes cost everybody.
  [
    'available',
    /\b(?:impact|cost|costs|burden|losses|toll) (?:of|from|to) [^$.;]{0,60}\b(?:society|the (?:nation|economy|public|taxpayers)|crashes|crime|accidents)\b[^$.;]{0,30}$/i,
  ],
  // What owners of cars pay pays for it.
  [
    'per-unit',
    /\badd(?:s|ed|ing)? \$?$/i,
    /^\)? to (?:the |each |every )?(?:[\w-]+ ){0,3}(?:fee|bill|fine|ticket)\b/i,
  ],
  // A guess at what may be asked some day.
  [
    'option',
    /\bcould (?:cost|run|come to)\b[^$.;]{0,20}$|\bexpects? (?:the )?(?:price|cost|total|bids?) to (?:be|come|run)\b[^$.;]{0,16}$/i,
  ],
  ['previous', /\bhad (?:sought|asked for|requested|hoped for|applied for) (?:about )?$/i],
  ['available', /\bwhole (?:[\w-]+ )?(?:contract|agreement|lease) (?:is|was|runs to|comes to) $/i],
  [
    'available',
    /(?:)/,
    /^\)? (?:was|were|has been|had been) (?:put|placed) (?:in|into) (?:the|our|this)\b/i,
  ],
  [
    'spending',
    /\b(?:city|county|town|village|department|district|we) (?:gets?|(?:will|would|can) (?:get|have|buy|lease)) (?:it|them|the [\w-]+|all [\w-]+) (?:for|at) (?:only )?$|\ba new [\w -]{3,50} (?:is|will be|runs|costs|would be) (?:about )?$/i,
  ],
  [
    'spending',
    /\b(?:price|cost|renewal|fee)\b[^$.;]{0,24}\bdown from \$ ?[\d,.]{1,14} to (?:about )?$/i,
  ],
  // "Now has a cap of $150,000. The resolution lifts the cap to $200,000", "Contract sum before: ... after: ...".
  [
    'previous',
    /\b(?:now|currently|presently) has an? (?:[\w-]+ )?(?:cap|limit|maximum|ceiling|value|total) of $|\b(?:contract|agreement) (?:sum|amount|total|price|value) before(?: (?:this|the) \w+)? ?:\s{0,2}$/i,
  ],
  [
    'new-total',
    /\b(?:lift|rais|increas|mov|bring)\w* (?:the|its|that) (?:[\w-]+ )?(?:cap|limit|maximum|ceiling) to (?:an? )?$|\b(?:contract|agreement) (?:sum|amount|total|price|value) after(?: (?:this|the) \w+)? ?:\s{0,2}$/i,
  ],
  ['previous', /\b(?:list|catalog|retail|MSRP) price (?:for|of) [^$.;]{2,60} (?:is|was) $/i],
  [
    'grant',
    /\b(?:JAG|Byrne|grant)\b[^$.;]{0,30}\b(?:allocation|award|share|portion) (?:for|to|of) (?:the |our )?(?:city|county|town|village|department)\b[^$.;]{0,20}\b(?:is|of|will be|totals) $/i,
  ],
  // The price that goes up is paid now: "the cost went up from $10,200 to $11,500".
  [
    'spending',
    /\b(?:cost|price|fee|rate|renewal|licen[cs]e|subscription|premium)s?\b[^$.;]{0,40}\b(?:up|rose|rises|risen|increase[sd]?|goes|went|gone) (?:up )?from \$ ?[\d,.]{1,14} to (?:about )?$/i,
  ],
  ['spending', /\boffer(?:s|ed) (?:us |the [\w-]+ )?(?:an? )?[^$.;]{2,50}\b(?:at|for) $/i],
  // "BUDGET: $38,275 from the Equipment Fund": what is spent, and the purse.
  [
    'spending',
    /(?:^|[^\w ] ?|\b)(?:BUDGET|FUNDING|Budget|Funding) ?: ?$/,
    /^\)? (?:is |will be |to be )?(?:paid |taken |charged )?(?:from|out of) (?:the )?/i,
  ],
  [
    'spending',
    /\b(?:best|winning|selected|successful|recommended|preferred) (?:[\w-]+ )?(?:quote|bid|price|proposal|offer)\b[^$.;]{0,50}(?:,| is| was| of| at| for| came in){1,3} $/i,
  ],
  [
    'spending',
    /\b(?:task|work|purchase|delivery) order (?:no\.? ?|number |#)?[\w-]{0,6}\d{1,3} (?:is|will be|would be) (?:for )?(?:a total of )?$/i,
  ],
  [
    'not-to-exceed',
    /\b(?:is|be|are|will be) (?:capped|limited) (?:at|to) (?:an? (?:total|maximum) of )?$/i,
  ],
  [
    'not-to-exceed',
    /(?<!\b(?:new|revised|amended|resulting) )\b(?:two|three|four|five|six|seven|eight|ten|\d{1,2})[ -]year (?:total )?(?:cost|total|price|sum) (?:is|of|will be|would be|comes to|totals)(?: about)? $/i,
  ],
  // What a budget or plan foresaw, whatever it costs now.
  [
    'available',
    fromPieces(
      'i',
      String.raw`\b(?:budget|plan|CIP|program|council|board|commission|legislature`,
      String.raw`|trustees)\b[^$.;]{0,50}\b(?:set aside|sets aside|earmark(?:s|ed)|reserve[sd]`,
      '|lists?|listed|foresaw|had foreseen|allott?(?:s|ed)|allow(?:s|ed)(?: for)?',
      '|provide[sd](?: for)?|carries|carried|include[sd]|anticipate[sd]|estimated',
      '|call(?:s|ed) for|assume[sd]|show(?:s|ed)) ',
      '(?:about |up to |an? (?:total|estimated|allowance) of )?$',
    ),
  ],
  [
    'available',
    /\b(?:above|below|over|under|within|exceed\w*|of|from) (?:the |our |its |a )?(?:[\w-]+ ){0,3}(?:budget(?:ed)?|estimate|allotment|allocation|allowance)(?: (?:amount|sum|figure|line))?(?: (?:of|is|was|at))? $/i,
  ],
  // "There is $20,000 in Parks Improvement", "has $30,000 in its equipment line".
  [
    'available',
    /\b(?:there (?:is|was|are|remains?)|ha(?:s|ve|d)|holds?|with|of the|carries) (?:about |only |still |now |over |roughly )?$/i,
    /^\)? (?:(?:left|available|remaining|budgeted|unspent|set aside|on hand) )?(?:in|within) (?:the |its |our |their |this year['\u2019]s )?[\w&' -]{2,50}\b(?:line|fund|account|budget|improvement|reserves?|capital|category|code|trust|balance|equipment|technology|outlay)\b/i,
  ],
  [
    'available',
    /(?:)/,
    fromPieces(
      'i',
      String.raw`^\)? (?:is |are |was |were |that is |which is )?`,
      String.raw`(?:(?:left|remain(?:s|ing)?|unspent|unencumbered|uncommitted|on hand)\b`,
      String.raw`|(?:that is |was |is |will be )?saved\b`,
      String.raw`|will (?:go|be returned|revert) (?:back )?to\b`,
      '|(?:was|is|were|are|had been) (?:set aside|earmarked|budgeted|put aside|placed in',
      String.raw`|carried(?: over| forward))\b|under (?:budget|the (?:budget|estimate))\b|short\b`,
      String.raw`|in (?:cash|reserves?|operating cash|the bank)\b)(?![\w ]{0,12}:)`,
    ),
  ],
  [
    'available',
    /\b(?:leav(?:es|ing)|remaining|left|saving|saves) (?:about |us |a balance of |an? )?$/i,
  ],
  [
    'available',
    /\b(?:balances?|funds? available|available (?:funds?|budget)|cash on hand)(?: (?:before|after|is|of|was|as of [^$;.]{2,24}|remaining|now|stands at|at|in [^$;.]{2,30}|following))*(?: (?:the |this )?purchase| approval)? ?[:=|]?\s{0,3}$/i,
  ],
  ['available', /\bfree cash\b[^$.;]{0,40}\b(?:is|was|of|at|totals?|stands at) $/i],
  [
    'available',
    /\b(?:master|cooperative|on-call|blanket) (?:agreement|contract|order)\b[^$.;]{0,40}\b(?:ceiling|cap|maximum|limit)(?: (?:of|is|at))? $/i,
  ],
  [
    'available',
    /\b(?:strategic plan|budget|engineer|staff|consultant)\b[^$.;]{0,30}\b(?:estimate|foresaw|figure|allowance)(?: (?:was|is|of))? $/i,
  ],
  // The line of a form that is not the cost.
  [
    'available',
    /\b(?:amount budgeted|budgeted|current(?: fiscal)?(?: year)? budget|approved (?:CIP )?budget|spent to date|expended to date|year[ -]to[ -]date|encumbered|fund total|revenues?|approved in CIP) ?[:|]?\s{0,3}$/i,
  ],
  // What comes in, or is shared out.
  [
    'available',
    /\b(?:fines?|citations?|fees|tickets|forfeitures?|sales|program)\b[^$.;]{0,50}\b(?:brought in|bring(?:s|ing)?(?: in| back)?|yield(?:s|ed)?|took in|netted|raised|produc(?:e|es|ed)) (?:the [\w-]+ )?(?:about |some |up to |over )?$/i,
  ],
  [
    'available',
    /\b(?:led to|recover\w*|return(?:ed|ing)|stolen|losses of|damages? of|worth)\b[^$.;]{0,60}$/i,
    /^\)? (?:in |of |worth of )?(?:stolen|damages?|losses|property|vehicles|cars|goods|merchandise|drugs|narcotics|recovered)\b/i,
  ],
  // What was: "which cost $18,000 in 2015", "approved $85,000 for it in April", "the old price would have come to".
  [
    'previous',
    /\b(?:cost|costing|paid|paying|spent|bought|purchased|installed|built|for|at|of) (?:us |about |over |some |nearly )?$/i,
    new RegExp(
      String.raw`^\)? (?:back )?in (?:(?:${month}|spring|summer|fall|winter)(?: of)? )?${years}\b(?![-\u2013]\d)`,
      'i',
    ),
  ],
  [
    'previous',
    /\b(?:council|board|commission|court|trustees|commissioners|supervisors|selectmen) (?:had |has |already |previously |first ){0,2}(?:approved|authorized|appropriated|awarded|adopted|budgeted|agreed to) (?:an? |the )?(?:[\w-]+ ){0,5}$/i,
    new RegExp(
      String.raw`^\)?[^.;$]{0,90}\b(?:(?:in|on|last|this past|since|back in) (?:${month}|${years}|spring|summer|fall|winter|year|month|week|meeting)|last (?:spring|summer|fall|winter|year|month|meeting)|at (?:its|the|our) (?:last|previous|prior|${month}) (?:meeting|session)|ago|earlier)\b`,
      'i',
    ),
  ],
  [
    'previous',
    /\b(?:old|former|prior|present|list|catalog|MSRP|usual|street) (?:price|rate|pricing|plan|fee)s?\b[^$.;]{0,30}$|\bwould have (?:cost|come to|been|run|paid|totall?ed)\b[^$.;]{0,24}$/i,
  ],
  [
    'previous',
    /\b(?:up|down|rose|risen|fell|went up|went down|increased?|increase|decreased?|dropped) (?:\d{1,2}% )?from (?:last year['\u2019]s )?(?:the (?:current|present) )?$/i,
  ],
  [
    'previous',
    /\balready (?:has|have|had|owns?|holds?|pays?|paid|spent|bought|leases?)\b(?:[^$.;]|\.(?=\d)){0,120}$/i,
  ],
  [
    'previous',
    /\b(?:like|similar|comparable|competing|rival|other) (?:products?|systems?|items?|units?|tools?|models?|software|vendors?|platforms?|cameras?|drones?)\b[^$.;]{0,50}\b(?:was|were|is|are|priced|cost|costs|run|runs|came|quoted|sells?)(?: (?:at|for|in at|priced at))? (?:about |over |nearly )?$/i,
  ],
  [
    'previous',
    /(?:)/,
    fromPieces(
      'i',
      String.raw`^\)? (?:(?:that (?:was|were) )?(?:first|originally|initially|earlier|previously) `,
      '(?:quoted|proposed|asked|budgeted|estimated|planned|approved)',
      '|(?:was|were) (?:the )?(?:first|original|initial) ',
      '(?:quote|price|estimate|proposal)',
      '|(?:when|at the time) (?:the |it )?(?:contract|was|agreement|signed)',
      '|under the (?:old|prior|previous|present|current|expiring) )',
    ),
  ],
  [
    'previous',
    /\b(?:task|work|change|purchase) orders (?:nos?\.? ?)?\d{1,2} (?:to|through|and|-|\u2013) \d{1,2}\b[^$.;]{0,24}$/i,
  ],
  [
    'previous',
    /\b(?:previous|prior|earlier|past) (?:amendments?|change orders?|awards?|payments?|task orders?|purchases?|phases?)(?: to date)? ?[:|]?\s{0,3}$|\bamendments to date ?[:|]?\s{0,3}$/i,
  ],
  // Another day's.
  [
    'option',
    /(?:)/,
    /^\)? (?:and |, )?(?:(?:which |that |it )?(?:will|would) (?:come|be brought) (?:back|later|before)|(?:is|are) (?:for )?(?:a )?(?:later|future|another)\b|in (?:later|future|out) years)/i,
  ],
  [
    'option',
    fromPieces(
      'i',
      String.raw`\b(?:subsequent|later|future|out|following|additional|renewal) `,
      String.raw`years?\b[^$.;]{0,40}\b(?:would|will|could|may|are|is)\b[^$.;]{0,20}$`,
      String.raw`|\b(?:phase (?:2|3|ii|iii|two|three)|second phase|next phase`,
      String.raw`|future phases?)\b[^$.;]{0,40}\b(?:estimated|foreseen|expected|projected|planned`,
      String.raw`|put|likely)\b[^$.;]{0,16}$`,
    ),
  ],
  [
    'option',
    /\balternates? (?:no\.? ?)?\w{1,3}\b[^$.;]{0,30}$/i,
    /^\)?,? (?:was|is|were|are) (?:not (?:recommended|taken|accepted|awarded|included|selected)|rejected|declined)\b/i,
  ],
]

/** What words right beside it say that a sum of a text is, where it is not the one asked for. */
export function toldBeside(clause: string, tail: string): SumUse | undefined {
  return told.find(
    ([, head, behind]) => head.test(clause) && (behind === undefined || behind.test(tail)),
  )?.[0]
}
