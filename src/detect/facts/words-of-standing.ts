import { fromPieces } from '../pieces.ts'
import { type Rule, rule } from './sum-rule.ts'

/**
 * Words before a sum that tell how things stand beside what is decided: the total after a change, money
 * that is there, what was paid before, a threshold. They are tried in order.
 */
export const wordsOfStanding: readonly Rule[] = [
  // What may be added later without asking again: "the Manager may make an administrative change order of up to".
  rule(
    'option',
    /\bmay (?:make|approve|issue|execute) (?:an? |any )?(?:[\w-]+ )?change orders?(?: or increases?)?[^$;.]{0,40}$/i,
  ),
  // What a State has for all who ask.
  rule(
    'available',
    /\b(?:legislature|congress|general assembly)\b[^.;$]{0,120}\bappropriat\w+\b[^.;$]{0,120}$/i,
  ),
  rule(
    'available',
    /\b(?:expects?|plans?|anticipates?) to (?:make|award|distribute) [^$;.]{0,20}$/i,
  ),
  // "An ongoing additional annual cost of up to $46,000": a yearly sum, with whatever limit.
  rule(
    'annual',
    /\b(?:annual|yearly|recurring)(?: [\w-]+){0,3} (?:costs?|fees?|charges?|payments?) of (?:up to|at most|no more than|not more than) $/i,
  ),
  // What was said before "bringing the total to" belongs to another sum.
  rule(
    'new-total',
    /\b(?:revised|amended|cumulative|aggregate|(?:for|to) a new|new|bringing|resulting|brings)\b[^$;]{0,50}\b(?:total|amount|value|sum|compensation|limit|maximum|not[- ]to[- ]exceed|NTE|to)\b[^$;]{0,36}$/i,
  ),
  rule(
    'new-total',
    /\bfrom [^$;]{0,40}\$ ?[\d,.]{1,16}[^$;]{0,20}\bto (?:an? |the )?(?:[\w-]+ ){0,6}$/i,
  ),
  rule(
    'new-total',
    /\b(?:increas(?:e|es|ed|ing)|rais(?:e|ing)|amend(?:ing)?|chang(?:e|ing))\b[^$;]{0,70}(?<!\bup) to (?:(?:an?|the|new|revised|total|maximum|not[- ]to[- ]exceed|annual|contract|agreement|aggregate|amount|limit|sum|value|compensation|cost|of|by) ){0,7}$/i,
  ),
  // What comes in is no cost: "increasing the programme's revenue by $40,000".
  // "The old ones have generated $88,000": what comes in.
  rule(
    'available',
    /\b(?:generat|brought in|earn)(?:ed|es|ing)? (?:about |some |nearly |over |more than |up to )?$/i,
  ),
  rule('available', /(?<!\bgrant )\brevenues? (?:by|up by|up to|to) (?:an? )?(?:additional )?$/i),
  rule(
    'available',
    /\b(?:accounts?|funds?|budget|balance) (?:\([A-Z]{2,8}\) )?(?:now |currently |still )?(?:holds?|held|has|had|carries|contains?|shows?) (?:(?:a balance of|a further|another|about|some) )?$/i,
  ),
  // "10 additional readers, not to exceed $400,000": what is added is things, not money.
  rule(
    'not-to-exceed',
    /\b(?:additional|add(?:ing|s)?) (?!(?:[\w-]+ ){0,2}(?:amount|funds?|funding|sums?|costs?|compensation|money|appropriations?|expenditures?|spending|authority)\b)[^$.;]{1,50}\b(?:not[- ]to[- ]exceed|NTE|at most|no more than)\b[^$.;]{0,20}$/i,
  ),
  // "$225,000 of the three-year $675,000 grant": what a part is taken of.
  rule(
    'available',
    /\$ ?[\d,.]{1,16}\)? (?:out )?of (?:the|its|their|our|that|this) (?:[\w'\u2019-]+ ){0,4}$/i,
  ),
  // The line of a form beside the cost: "Additional Appropriation: $6,500".
  rule('movement', /\b(?:additional|supplemental) appropriations?(?: \w+)? ?: ?$/i),
  // "The second quote was $99,000": what is not taken.
  rule(
    'available',
    /\b(?:second|third|next|other|competing|losing|high|highest)(?:[- ](?:lowest|highest))? (?:quotes?|bids?|proposals?|offers?)\b[^$.;]{0,40}$/i,
  ),
  // "The base contract of three years was $250,000", "last year's award was": another term's.
  rule(
    'previous',
    fromPieces(
      'i',
      String.raw`\b(?:(?:base|initial|first|expiring|old|former) `,
      '(?:contract|agreement|term|lease|award|grant|subscription|allocation|renewal|year)',
      String.raw`|(?<=\b(?:last|prior) year['\u2019]s )[\w-]+) (?:[^$.;:]{0,40}\b)?`,
      String.raw`(?:was|were|had been|ran|totall?ed|(?<!\b(?:will|would|to|is|be) )cost)`,
      '(?: (?:for|at|about|approximately|only|just))? $',
    ),
  ),
  // "The contract with Acme was $640,000; earlier change orders came to $22,000".
  rule(
    'previous',
    /\b(?:contract|agreement)(?: with [^$.;]{2,40})? (?:was|had been) (?:for |at )?$|\b(?:earlier|prior|previous) [\w ]{3,30} (?:came|come|amounted) to $/i,
  ),
  // What a contract came to, whose rest is left: "the awarded contract amount is".
  rule(
    'previous',
    /\bawarded (?:contract|bid) (?:amount|price|sum|total) (?:is|was) (?:approximately |about )?$/i,
  ),
  // A budget that grows pays for what is bought beside it.
  rule(
    'movement',
    /\b(?:increas|adjust|amend)\w* (?:the |its )?(?:[\w-]+ ){0,2}(?:appropriations?|budget) (?:(?:in|of|for|to|within) [^$;.]{1,50} by|by|(?<=\bincreas\w{1,4} [^$;]{3,40})in the (?:total )?amount of) $/i,
  ),
  rule(
    'increase',
    /\b(?:increas(?:e|es|ing|ed)|additional|add(?:ing)?(?![ -]ons?\b)|adds|supplement(?:al|ing)?(?! law enforcement))\b(?:[^$;.]|\.(?=\S)|(?<=\b(?:no|inc|llc|co|st))\.){0,66}$/i,
  ),
  rule(
    'previous',
    /\b(?:(?:original(?:ly)?|previous(?:ly)?|prior|currently|remaining(?! (?:[\w-]+ ){0,2}(?:months?|years?|term)\b)|unencumbered|balance of)\b|(?:current|existing) (?:[\w-]+ ){0,3}(?:amount|total|limit|value|sum|compensation|costs?|not[- ]to[- ]exceed|is|of)\b)[^$.;]{0,40}$/i,
  ),
  rule('previous', /\boriginal(?:ly)?\b(?:[^$.;]|\bno\.){0,50}$/i),
  // "Council approved three cameras in 2023 for".
  rule(
    'previous',
    /\b(?:council|board|commission|trustees|supervisors|court|town|city|county|village|we) (?:approved|bought|purchased|awarded|authorized|leased) [^$.;]{1,60} in (?:[a-z]{3,9} )?(?:19|20)\d\d (?:for|at) $/i,
  ),
  // "Contract approved October 2023, $685,000": another day's.
  rule(
    'previous',
    /\b(?:approved|awarded|executed|authorized|adopted)(?: (?:in|on))? (?:[a-z]{3,9}\.? )?(?:\d{1,2}, )?(?:19|20)\d\d,? \(?$/i,
  ),
  // What was paid, and what things bought before have cost.
  rule(
    'previous',
    /(?<!\b(?:be|is|are|being|amount|to) )\bpaid (?:about |over |nearly |just )?$|\b(?:has|have|had) (?:cost|spent|paid)\b[^$.;]{0,30}$|\b(?:was|were|had been|has been|have been) (?:bought|purchased|acquired|obtained|installed)\b[^$.;]{0,60}$/i,
  ),
  rule(
    'option',
    /\badministrative change orders?\b[^$;]{0,160}\b(?:up to|amount of|not exceed\w*|maximum) ?$|\bchange orders?\b[^$;]{0,80}\b(?:may be|can be)\b[^$.;]{0,80}\b(?:up to|amount of|not exceed\w*|maximum) ?$/i,
  ),
  // "Renewals with price fluctuations of the lesser of up to $50,000 or 25%": leave for later.
  rule(
    'option',
    /\b(?:fluctuations?|price (?:changes?|adjustments?|increases?)) of [^$.;]{0,60}$/i,
  ),
  // "Purchases requiring an expenditure equal to or more than $90,000 are bid": a threshold of the law.
  rule(
    'least',
    /\b(?:expenditures?|purchases?|contracts?|payments?) (?:[\w-]+ ){0,8}(?:equal to or (?:more|greater) than|equals? or exceeds?|meets? or exceeds?|(?:more|greater) than or equal to) (?:[\w, -]{1,60}\()?$/i,
  ),
  // "Purchases over $100,000": a threshold of the code.
  rule(
    'least',
    /\b(?:purchases?|(?:purchase )?orders|contracts?|awards?|items|expenditures?|procurements?|gifts?|bids|proposals|quotes|invoices|claims|checks|warrants|payments|vouchers|expenses|disbursements|requisitions) (?:over|exceeding|above|of more than|greater than|in excess of|under|below) $/i,
  ),
  rule(
    'available',
    /\b(?:revenues?|income|receipts|collections)\b[^$.;]{0,40}\b(?:was|were|is|are|totall?ed) $|\bexpenditures? (?:for [^$.;]{1,60} )?(?:was|were|totall?ed) $/i,
  ),
  rule(
    'not-to-exceed',
    /\btotal (?:cost )?(?:for|over|of) (?:(?:both|all|the|\w+|\(\d{1,2}\)) ){1,4}(?:years?|months?|term) (?:(?:is|of|will be|would be|at) )?$/i,
  ),
  // "Eleven cameras for two years come to $66,000".
  rule(
    'not-to-exceed',
    /\b(?:com(?:e|es|ing) to|works? out (?:to|at)|adds? up to) (?:about |just )?(?:an? |the )?(?:total of )?$/i,
  ),
  // "The project budget is $300,000": money that is there, whatever is bought with it.
  rule(
    'available',
    /\bbudget(?: (?:for|of) (?:the |this )?(?:[\w-]+ ){1,6}?)? (?:is|was|holds?|has|contains|shows|includes|carries) (?:about |approximately )?$/i,
  ),
  // Before anybody has bid.
  rule(
    'available',
    /\b(?:engineer|consultant|architect)['\u2019]?s['\u2019]? (?:cost )?estimate\b[^$.;]{0,40}$/i,
  ),
  // "Salaries have a surplus of $130,000".
  rule('available', /\b(?:surplus|shortfall|deficit) of (?:about |over |some )?$/i),
  // "Motion to pay bills of $148,000": the other business of a meeting.
  rule(
    'available',
    /\b(?:bills|claims|payroll|abstracts?|vouchers|disbursements|accounts payable)\b(?: [\w-]+){0,4} (?:of|in the amount of|totall?ing|for) $/i,
  ),
]
