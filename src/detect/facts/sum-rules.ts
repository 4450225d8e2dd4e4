/** What a sum is for, by the words beside it. */
export type SumUse =
  /** In brackets at the end of a title: the clerk's own statement of the item's sum. */
  | 'closing'
  | 'increase'
  | 'not-to-exceed'
  | 'spending'
  | 'grant'
  | 'amount'
  | 'movement'
  | 'new-total'
  | 'previous'
  | 'annual'
  /** Of one year of several that are told one by one: "Year 2: $40,000". */
  | 'one-year'
  | 'option'
  /** What comes on top: contingency, tax, freight. */
  | 'on-top'
  /** The local share beside a grant. */
  | 'match'
  /** The lower end of a range. */
  | 'least'
  | 'per-unit'
  | 'penalty'
  | 'credit'
  /** Money that is there to pay with, not what is paid. */
  | 'available'
  | 'other'

interface Rule {
  readonly use: SumUse
  /** Of the words before a sum; all of these end at it. */
  readonly before: RegExp
}

const rule = (use: SumUse, before: RegExp): Rule => ({ use, before })

/** Of the words before a sum, tried in order. */
export const rules: readonly Rule[] = [
  // "With no change to the total contract amount of".
  rule(
    'previous',
    /\bno (?:change|increase|modification)s? (?:to|in) (?:the |its )?[^$;]{0,50}\b(?:total|maximum|not[ -]to[ -]exceed|amount|limit|compensation)\b[^$;]{0,24}$/i,
  ),
  // "$185,000 for three years, with an option for two more for a maximum of": what nobody has taken up yet.
  rule(
    'option',
    /\$ ?[\d,.]{1,16}\)?[^$;]{0,60}\boptions? (?:for|to|of) [^$;]{1,60}\b(?:maximum|total|aggregate|up to)\b[^$;]{0,24}$/i,
  ),
  // "$75,000 more, so that the contract totals $400,000", "by $75,000, to an estimated $400,000".
  rule(
    'new-total',
    /\bso that (?:the |this |it\b|its )[^$;]{0,80}\b(?:total\w*|reach\w*|comes? to|amounts? to|not to exceed|is now|will be|may be|cost) (?:[\w-]+ ){0,3}$/i,
  ),
  rule(
    'new-total',
    /\b(?:increas|rais|amend|enlarg)\w*\b[^$;]{0,80}\bby \$ ?[\d,.]{1,16}\)?,? to (?:an? |the )?(?:[\w-]+ ){0,5}$/i,
  ),
  rule('new-total', /\brevised (?:contract |agreement )?(?:estimate|cost|price) (?:of|is) $/i),
  rule(
    'new-total',
    /\b(?:contract|agreement) (?:would|will|shall) (?:then|now)\b[^$;.]{0,90}\b(?:exceed|above|over|more than|total|reach|cost|to) $/i,
  ),
  // "The agreement is enlarged by $75,000", "raises its value by $75,000".
  rule(
    'increase',
    /\b(?:rais|enlarg)\w* (?:the|its|that) (?:(?!yearly|annual)[\w-]+ ){0,3}(?:value|limit|contract|price|compensation|amount|total|sum|agreement) by (?:up to )?$/i,
  ),
  rule(
    'increase',
    /\b(?:contract|agreement|purchase order|resolution|value|compensation|price|limit)\b[^$;.]{0,50}\b(?:rais|amend|enlarg|grow)\w* (?:(?:the|its|that) (?:[\w-]+ ){0,4})?by (?:up to )?$/i,
  ),
  // Of parts the sum: "in the combined sum of", "phases I to III together costing".
  rule(
    'not-to-exceed',
    /\b(?:combined|overall|joint) (?:sum|amount|cost|price|total)(?: of| is| not to exceed){1,2} $|\b(?:together|altogether|jointly) (?:cost(?:s|ing)?|com(?:e|es|ing) to|amount(?:s|ing)? to|total(?:s|ing|ling)?) (?:about |up to |at most |no more than )?$/i,
  ),
  // "Increase appropriation account 1170 by": one line of the budget to another.
  rule(
    'movement',
    /\b(?:increas|decreas)\w* (?:the )?(?:appropriation|revenue|budget|line item)s?(?: account| line| code| item)? [A-Z]?\d[^$;]{0,80}\bby $/i,
  ),
  // "Increase A1170 4 4120 Case Systems by", "Decrease HBH3110-2210 Equipment": an account by its number.
  rule('movement', /\b(?:increas|decreas)e:? [A-Z]{0,4}\d[\d.-]{2,16}(?: [^$;\n]{0,60})? $/i),
  // From one account to another: "From Grants (2036-4505) to Contingency (2002-59000) $9,000".
  rule('movement', /\bfrom [^;$]{1,50}\bto [^;$]{1,40}\(\d[\d-]{3,20}\) $/i),
  // What a change adds: "at an increase to the annual contract cost of".
  rule(
    'increase',
    /\ban? increase (?:to|in|of) (?:the )?(?:[\w-]+ ){0,5}(?:costs?|amount|value|fees?|rates?|compensation) of $/i,
  ),
  rule(
    'one-year',
    /\b(?:first|initial) year (?:costs?|outlay|payment|takes|needs|comes to)\b[^$.;]{0,30}$/i,
  ),
  // "Each later year costs $60,000", "each of the three years after it is $60,000".
  rule(
    'annual',
    /\b(?:each|every) (?:(?:of (?:the|years) )?(?:[\w()-]+ ){0,4}years?(?: (?:after|thereafter|following|that follow\w*)(?: (?:it|that))?)?|of years? [\w() -]{3,30}) (?:(?:will|would) )?(?:costs?|is|at|takes|comes to|be) $/i,
  ),
  rule(
    'annual',
    /\bannual costs? (?:for|in|of) (?:the )?(?:additional|later|following|subsequent|remaining) years?\b[^$.;]{0,20}$/i,
  ),
  rule('amount', /\bre-?allocat\w+ $/i),
  // "43rd Amendment to the Annual Appropriation Resolution appropriating": money is moved to where it is spent.
  rule(
    'movement',
    /\b(?:appropriation resolution|budget (?:amendment|resolution|adjustment|transfer|modification))\b[^$;]{0,90}\b(?:add|appropriat|rais|increas|mov|transfer)\w* $/i,
  ),
  // A surcharge that rises: "to increase registration fees by $1.00".
  rule(
    'per-unit',
    /\b(?:increas|rais)\w* (?:the |its |vehicle |annual )*(?:[\w-]+ ){0,3}(?:fees?|rates?|surcharges?|fines?|tax(?:es)?) by (?:up to )?$/i,
  ),
  // What comes in and is spent: both sides of one sum.
  rule(
    'amount',
    /\b(?:increas|rais|amend)\w* (?:the )?(?:(?:budgeted |estimated )?(?:appropriations|expenditures) and (?:estimated |budgeted )?revenues?|(?:estimated |budgeted )?revenues? and (?:budgeted |estimated )?(?:appropriations|expenditures)) (?:by|of|in the amount of) $/i,
  ),
  rule(
    'grant',
    /\baccept\w*(?: and (?:appropriat|expend|budget)\w*)?(?: the)? (?:grant )?(?:funds?|funding|moneys|monies) (?:in the (?:total )?amount of|of|totall?ing) $/i,
  ),
  rule(
    'penalty',
    /\b(?:fine|fines|fined|penalt(?:y|ies)|(?:statutory |liquidated )?damages|civil liability|ticket|citation|(?:civil|violation) notice|bail|(?:late|administrative|collection) fees?)\b[^$.;]{0,50}$/i,
  ),
  // "Setting the fee for a violation at $100".
  rule(
    'penalty',
    /\b(?:fees?|amount|assessment) (?:for|of|per|upon) (?:an? |any |each |every |such |the )?(?:[\w-]+ ){0,3}(?:violations?|offen[cs]es?|infractions?)\b[^$.;]{0,30}$/i,
  ),
  // "Each camera costs $2,500", "a price per reader of $3,000", "4 @ $900", "(2 x $15,750)", "per $1,000 of value".
  rule(
    'per-unit',
    /(?:\beach (?!(?:[\w-]+ ){0,2}(?:year|term)\b)(?:[\w-]+ ){0,3}[\w-]+ (?:(?:will|would) )?(?:costs?|(?:is|are|be) priced)\b[^$.;]{0,16}|\beach (?:[\w-]+ ){0,2}(?:camera|reader|device|unit|drone|license) is |\b(?:costs?|price|rate|fee)s? (?:per|(?:for|of) each) (?!(?:[\w-]+ ){0,2}(?:year|month|term)s?\b)(?:[\w-]+ ){1,3}(?:is|of|at|would be|will be) |\b(?:unit|per[- ]unit) (?:costs?|prices?|rate)(?: of| is| ?:)? |\b\d{1,4}\)? (?:[\w-]+ ){0,3}@ ?|\b\d{1,3} ?[x\u00d7*] ?|\bper )$/i,
  ),
  // "A camera costs $2,500": one of them.
  rule(
    'per-unit',
    /\b(?:an?|one|every) (?!(?:[\w-]+ ){0,3}(?:system|program|suite|set|kit|contract)\b)(?:[\w-]+ ){0,2}(?:camera|reader|device|unit|handset|license|phone) (?:costs?|runs?|is) $/i,
  ),
  rule(
    'match',
    /\b(?:(?:local|city|county|cash|in-kind|matching)(?: fund\w*)? (?:match|share|contribution)|match(?:ing)?(?: funds?| funding| requirement| amount)?|cost[- ]share)\b[^$.;]{0,40}$/i,
  ),
  rule(
    'on-top',
    /(?<!\btotal (?:with|including|incl\.?|after) )\b(?:contingenc(?:y|ies)|(?:sales )?tax(?:es)?|freight|shipping|allowance)\b(?! (?:fund|revenue|measure|account|levy|increment|proceeds))(?:(?!\btotal)[^$.;,]){0,36}$/i,
  ),
  // "$57,500 plus $4,000 for shipping": what is named second is paid beside the first.
  rule('on-top', /\$ ?[\d,.]{1,16}\)?,? (?:plus|and a separate) (?:an? )?(?:additional )?$/i),
  // "Change order 2: $20,000", where the contract and its new total are told beside.
  rule(
    'increase',
    /\bchange order(?: (?:no\.?|number|#)? ?\d{1,2})?(?: amount)?(?: ?:| of| for| is) ?$/i,
  ),
  // Of an award to several bodies one has a share only.
  rule('available', /\bjoint(?:ly)? (?:[\w-]+ ){0,3}(?:award|allocation|grant)\b[^$.;]{0,20}$/i),
  rule(
    'available',
    /\b(?:minimum (?:annual |monthly |yearly )?guarantees?|commissions?|revenue shares?|signing bonus)\b[^$.;]{0,30}$/i,
  ),
  rule(
    'credit',
    /(?:\b(?:credit|rebate|refund|discount|savings?)(?: of| in the amount of|:| totals?| totall?ing)|\b(?:decreas\w+|reduc(?:e|es|ed(?! (?:price|cost|rate|fee))|ing)|deduct\w*|less)\b[^$.;]{0,40}) ?\(?$/i,
  ),
  rule(
    'one-year',
    /\b(?:(?:year|yr\.?) ?(?:#? ?\d{1,2}|one|two|three|four|five|six|seven)|(?:first|second|third|fourth|fifth|initial|1st|2nd|3rd|[45]th)[ -](?:fiscal )?year|FY ?(?:20)?\d\d(?: ?[-/] ?(?:20)?\d\d)?|fiscal year (?:20)\d\d(?: ?[-/\u2013] ?(?:20)?\d\d)?)(?: ?[\u2013-] ?lines? [\d, -]{1,16})?(?: (?:cost|payment|amount|subscription|total|costs?|is|of|at|will be|for)){0,3} ?[:=,(\u2013-]? ?$/i,
  ),
  rule(
    'option',
    /\b(?:option(?:al)?(?: (?:year|term|renewal|extension)s?)?\b[^$.;]{0,40}\beach\b[^$.;]{0,40}|option(?:al)? (?:year|term|renewal)s?(?: (?:\d|one|two|three|four|five))? ?(?:at|of|for|:|in the amount of) ?)$/i,
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
  rule('available', /(?<!\bgrant )\brevenues? (?:by|up by|up to|to) (?:an? )?(?:additional )?$/i),
  rule(
    'available',
    /\b(?:accounts?|funds?|budget|balance) (?:\([A-Z]{2,8}\) )?(?:now |currently |still )?(?:holds?|has|carries|contains?|shows?) (?:(?:a balance of|a further|another|about|some) )?$/i,
  ),
  // "10 additional readers, not to exceed $400,000": what is added is things, not money.
  rule(
    'not-to-exceed',
    /\b(?:additional|add(?:ing|s)?) (?!(?:[\w-]+ ){0,2}(?:amount|funds?|funding|sums?|costs?|compensation|money|appropriations?|expenditures?|spending|authority)\b)[^$.;]{1,50}\b(?:not[- ]to[- ]exceed|NTE|at most|no more than)\b[^$.;]{0,20}$/i,
  ),
  // The line of a form beside the cost: "Additional Appropriation: $6,500".
  rule('movement', /\b(?:additional|supplemental) appropriations?(?: \w+)? ?: ?$/i),
  // "The second quote was $99,000": what is not taken.
  rule(
    'available',
    /\b(?:second|third|next|other|competing|losing|high|highest)(?:[- ](?:lowest|highest))? (?:quotes?|bids?|proposals?|offers?)\b[^$.;]{0,40}$/i,
  ),
  // What a contract came to, whose rest is left: "the awarded contract amount is".
  rule(
    'previous',
    /\bawarded (?:contract|bid) (?:amount|price|sum|total) (?:is|was) (?:approximately |about )?$/i,
  ),
  // A budget that grows pays for what is bought beside it.
  rule(
    'movement',
    /\b(?:increas|adjust|amend)\w* (?:the |its )?(?:[\w-]+ ){0,2}(?:appropriations?|budget) (?:by|(?<=\bincreas\w{1,4} [^$;]{3,40})in the (?:total )?amount of) $/i,
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
  // "Its usual price is $75,000": not what is paid here.
  rule(
    'available',
    /\b(?:usual|list|regular|normal|retail|standard|full|ordinary) (?:price|cost|rate|fee)s? (?:is|was|of|would be) (?:about )?$/i,
  ),
  // "Was quoted $210,000 for cameras", "offers one more year of upkeep for $58,000".
  rule(
    'spending',
    /\b(?:was|were|been|are) quoted (?:a price of |about )?$|\boffers (?:[\w,'-]+ ){1,12}for $/i,
  ),
  // "Five years ago: $41,000".
  rule('previous', /\b(?:years?|months?) ago\b[^$.;]{0,30}$/i),
  // "Option 2. More cameras: $290,000", of which none is taken yet.
  rule(
    'option',
    /^(?!.*\b(?:recommend|select|choos|prefer|approv|award))(?:.*[.:;)] )?option (?:\d|[a-c]|one|two|three)[.:)] [^$;]{8,100}$/i,
  ),
  // What the budget holds, beside what is spent: "Budgeted Amount: $50,000 Actual Amount: $48,200".
  rule(
    'movement',
    /\b(?:budgeted (?:amount|funds)|(?:amount|funds) budgeted|(?<!\b(?:total|project) )budget) ?:\s{0,3}$/i,
  ),
  // After a credit: "$169,000 with a trade-in of $15,000; net $154,000"; a sum worked out in print: "= $90,000".
  rule('not-to-exceed', /(?:\bnet(?: (?:cost|price|total|amount))?(?: (?:is|of))?|=) ?$/i),
  rule(
    'spending',
    /\b(?:(?:funding|costs?|price|total) (?:for|of) the (?:[\w-]+ )?(?:contract|agreement|term|lease|purchase) (?:is|will be|totals?) ?$|total cost of (?:the )?(?:purchase|system|project|equipment|contract|lease)\b[^$.;]{0,100} is ?$|fiscal (?:impact|note|effect) ?(?::|is|of)(?: 1\.)?|(?:quote|proposal)(?: from [^$.;]{1,40})? (?:is|was|of|at|totals?)|\blow(?:est)? (?:[\w-]+ ){0,3}(?:quote|bid|proposal|price)\b(?:[^$.;]{0,40}\b(?:of|is|was|at|for)| ?:)) ?(?:an? |the )?(?:(?:total|net|estimated|one-time|cost|of) ){0,3}$/i,
  ),
  rule(
    'grant',
    /\b(?:city|county|town|village|borough|parish|department|office) (?:will|would|shall|is to) receive $/i,
  ),
  // "The Department was awarded $500,000": given, not paid.
  rule(
    'grant',
    /\b(?:was|were|been|is|being) (?:recently )?(?:awarded|(?<=\b(?:ha[sd]|have) been )given) (?:a grant of |up to )?$/i,
  ),
  // "Has been awarded Stonegarden funds in the amount of".
  rule(
    'grant',
    /\b(?:has|have|had) been (?:recently |conditionally )?(?:awarded|allocated) (?:(?:an?|the) )?(?:[\w'&-]+ ){0,7}(?:grants?|funds?|funding|awards?|monies)(?: awards?| funds?)?(?: in the (?:total )?amount of| of| totall?ing)? $/i,
  ),
  // "A gift of four cameras valued at", "has awarded the department cameras, worth about".
  rule(
    'grant',
    /\b(?:donat|gift|given|award|in[- ]kind)\w*\b[^.;$]{0,100}\b(?:valued at|worth|(?:estimated|total|retail|cash) value (?:of|is)|a value of) (?:about |approximately |an estimated )?$/i,
  ),
  rule('grant', /\breceipt(?: and (?:use|expenditure|appropriation))? of (?:up to )?$/i),
  rule(
    'grant',
    /\baccept(?:s|ed|ing|ance of)?(?: and (?:appropriat|expend)\w*)?(?: into (?:the|its|our) [^$;.]{1,60})?(?: up to)? $/i,
  ),
  rule(
    'grant',
    /\b(?:has|have) (?:recently |also )?awarded (?:(?:the|our) )?(?:[\w'\u2019-]+ ){0,6}$/i,
  ),
  rule(
    'previous',
    /\b(?:was|were|had|has been|previously|(?:19|20)\d\d,?(?: the)? (?:\w+ ){0,3}(?:council|board|commission|supervisors|commissioners)) (?:approved|awarded|authorized|executed|entered into)\b[^$;]{0,60}$/i,
  ),
  rule(
    'annual',
    /\b(?:annual(?:ly|ized)?|yearly|per[- ]year|recurring|each year)(?: [\w-]+)? (?:costs?|fees?|amounts?|payments?|price|rate|expenditures?|compensation|total|not[- ]to[- ]exceed|sum|charges?|rent|instal(?:l)?ments?)\b[^$.;]{0,30}$/i,
  ),
  rule(
    'not-to-exceed',
    /\b(?:not[ -]to[ -]exceed(?:ing)?|NTE|up to|at most|not? more than|maximum|shall not exceed|not exceeding|total compensation|total cost|total amount|total contract|contract total|total agreement|in total|grand total|combined total|for a total)\b[^$;]{0,50}$/i,
  ),
  // Who awards a contract spends; who is awarded a grant receives.
  rule(
    'grant',
    /\b(?:grant(?![ -]funded)|award(?!s? (?:of )?(?:an? |the )?(?:[\w-]+ ){0,4}(?:contract|bid|agreement|purchase)\b)(?!s? (?:to )?[^$;]{0,40}\ba (?:[\w-]+ ){0,2}contract\b)|donation|gift|subaward)\b[^$;]{0,70}$/i,
  ),
  rule(
    'spending',
    /\b(?:expenditures?|expend|spend|costs?|price|purchase|pay|payment|contract|lease|subscription|encumber)\b[^$;]{0,60}$/i,
  ),
  rule('spending', /\bpriced at $/i),
  rule('spending', /\b(?:contract|agreement|quote|proposal) (?:with|from) [^$.;]{1,95}\bat $/i),
  rule('spending', /\benter(?:ing)? into (?:an? |the )?(?:[\w-]+ ){0,4}agreement for $/i),
  // "To purchase two aircraft with batteries and training for $31,250".
  rule('spending', /\b(?:purchas|acquir|acquisition|buy|leas|procur)\w*\b[^$.;]{0,105}\bfor ?$/i),
  rule(
    'movement',
    /\b(?:transfer|approp(?:riat(?:e|ion|ing))?|amendment to the|within)\b[^$;]{0,60}$/i,
  ),
  // "In the amount of ninety thousand dollars ($90,000)": the words are as long as they are.
  rule('amount', /\b(?:amount|sum|total) of [a-z -]{3,90}dollars,? ?(?:and [\w/ ]{0,16})?\($/i),
  rule('amount', /\b(?:amount|sum|estimated|totaling|totalling|totals?|valued? at)\b[^$;]{0,30}$/i),
]

export const after: readonly (readonly [SumUse, RegExp])[] = [
  // "Awarded a $46,000 grant to the town", "$250,000 (83%) would be provided by the grantor".
  [
    'grant',
    /^\)? (?:(?:state|federal|JAG|[A-Z]{3,6}) )?(?:grant|sub-?award)\b(?! (?:period|match|cycle|fund(?:s|ing)?|money|monies|revenue|application|request))/,
  ],
  [
    'grant',
    /^\)?(?: \(\d{1,3}(?:\.\d+)? ?%\))?,? (?:would be|will be|is|to be) (?:provided|paid|funded|reimbursed|covered) by (?:the )?(?:grantor|grant\b|state\b|federal|department of justice)/i,
  ],
  [
    'match',
    /^\)?(?: \(\d{1,3}(?:\.\d+)? ?%\))?,? (?:would be|will be|is|to be) (?:provided|paid|funded) by (?:the )?(?:city|county|town|village|grantee)\b/i,
  ],
  // "With $156,000 more in appropriations", "adding $72,000 of grant money to the department's budget".
  ['movement', /^\)? (?:more )?(?:in|of) (?:estimated )?appropriations\b/i],
  ['movement', /^\)? of [^$;.]{1,50}\bto (?:the )?[^$;.]{1,50}\bbudget\b/i],
  // "$418,000 more revenue from the program".
  ['available', /^\)? (?:more |additional |in |of ){0,2}(?:new )?revenues? from\b/i],
  // "Keeps $21 of each citation".
  ['per-unit', /^\)? (?:of|from|out of) (?:each|every) /i],
  // "$75,000 more, so that the contract totals …", "$75,000 brings the contract to …".
  ['increase', /^\)? more,? (?:so that|to|for|in|over|from)\b/i],
  ['increase', /^\)? (?:brings|raises|takes) (?:the|this|its?)\b[^$.;]{0,40} to\b/i],
  // "Form for contracts of $50,000 and under": a threshold.
  ['least', /^\)? (?:and|or) (?:under|over|less|more|above|below|greater)\b/i],
  // "$210,000 under the present one", "$3.2 million paid over the summer": told of what was.
  ['previous', /^\)? under (?:the|our|its) (?:present|current|existing|old|expiring|former)\b/i],
  [
    'previous',
    /^\)? (?:already |previously )?(?:paid|spent) (?:so far|to date|last\b|during (?:the )?(?:last|past)|over (?:the )?(?:last|past|summer|winter|spring|fall)|in (?:19|20)\d\d|earlier)/i,
  ],
  // "Appropriate $40,000 of unanticipated grant revenue".
  [
    'grant',
    /^\)? (?:of|in) (?:(?:FY|fiscal year) ?(?:20)?\d\d )?(?:(?:new|unanticipated|additional|federal|state) )?(?:grant|JAG) (?:revenues?|funds?|funding|proceeds|monies|moneys)\b/i,
  ],
  // "The city pays for the study ($9,000), to be reimbursed by the firm".
  ['available', /^\)?,? (?:which (?:is|will be) )?(?:to be )?(?:fully )?reimbursed by\b/i],
  // What a change does not touch.
  [
    'previous',
    /^\)? (?:is|are|stays?|remains?) (?:not changed|unchanged|the same|as (?:it is|they are))\b/i,
  ],
  ['penalty', /^ (?:fines?|penalt\w+|citations?)\b/i],
  [
    'per-unit',
    /^\)?(?: dollars)?,?\s?(?:per (?:year|month),? )?(?:\/ ?|per |for (?:each|every) |each |every |a )(?:camera|device|unit|reader|drone|officer|vehicle|user|license|system|pole|LPR|ALPR|(?:license )?plate reader|seat|set|ea\b|month|mo\b|hour|day|week)/i,
  ],
  [
    'annual',
    /^\)?,?\s?(?:annual(?:ly)?\b|per (?:year|annum|fiscal year|contract year)|\/ ?(?:yr|year)\b|yearly|a year|(?:in|for|during) each (?:(?:later|following|subsequent|succeeding|additional|further) )?(?:fiscal |contract )?year|(?:each|every) (?:fiscal )?year|per (?:one-year|annual) term)/i,
  ],
  ['match', /^[^$.;]{0,80}\bas (?:an? |the |its )?(?:required )?(?:local |cash )?match\b/i],
  ['available', /^\)? (?:is|are) (?:already )?included\b/i],
  ['per-unit', /^\)? (?:of|in) (?:assessed|taxable) val/i],
  // A surcharge: "add $1.00 to each vehicle registration".
  [
    'per-unit',
    /^\)? (?:to|on|for) (?:each|every|the (?:yearly|annual)) (?:[\w-]+ ){0,2}(?:registrations?|bills?|phones?|lines?)\b/i,
  ],
  // "$13 to the firm for each paid citation".
  [
    'per-unit',
    /^\)? (?:[\w-]+ ){0,4}(?:for each|per) (?:[\w-]+ ){0,2}(?:citations?|violations?|notices?|tickets?|minutes?|messages?)\b/i,
  ],
  // "$20,000 the first year and $15,000 the second".
  [
    'one-year',
    /^\)?,? \(?(?:(?:for|in|during|of) )?(?:(?:the )?(?:first|second|third|fourth|fifth|initial)(?: (?:contract |fiscal )?year\b|[,;.]|$| and\b)|(?<=(?:for|in|during|of) )year (?:one|two|three|four|five|[1-5])\b)/i,
  ],
  [
    'option',
    /^\)?,? (?:if|should) (?:all |any |both |the )?(?:[\w-]+ )?(?:options?|renewals?|extensions?)\b/i,
  ],
  // "$88,000, an increase of $4,000 over last year": what it is measured by.
  [
    'previous',
    /^\)?,? (?:over|from|above|more than|compared (?:to|with)) (?:the )?(?:last|previous|prior|current|this) (?:year|contract|term|agreement|fiscal)/i,
  ],
  // "$75,000 a year, $225,000 in total".
  [
    'not-to-exceed',
    /^\)?,? (?:as (?:the )?maximum\b|total(?=[.,;)]|$)|in total|in all|altogether|in the aggregate|total over)\b/i,
  ],
  ['per-unit', /^\)?\s?(?:per (?!the\b|our\b|terms\b|this\b)|each\b|apiece|a piece|ea\b|monthly)/i],
  [
    'on-top',
    /^\)?,? (?:(?!plus|and|with|which|includ|for|from)[\w-]+ ){0,2}(?:contingency|allowance)\b/i,
  ],
  ['on-top', /^\)? (?:in |of |for )?(?:(?:applicable|sales|estimated|state) ){0,2}tax(?:es)?\b/i],
  [
    'match',
    /^\)? (?:in |of |as )?(?:an? |the )?(?:(?:local|cash|in-kind|city|county|state|matching|required|sub-?grantee|grantee|department) ){0,2}match\b/i,
  ],
  // What is handed on to a partner is a part of the grant.
  ['movement', /^\)? (?:of|in|as) (?:pass[- ]?through|sub-?recipient)\b/i],
  ['penalty', /^[^$.;]{0,15}\b(?:fine|penalty)\b/i],
  ['credit', /^\)? (?:trade-in |vendor )?(?:credit|discount|rebate|savings)\b/i],
  ['movement', /^[^$;]{0,25}\btransfer/i],
  [
    'available',
    /^\)? (?:is|was|are|were|will be|has been|have been) (?:also |currently )?(?:available|budgeted|included in|funded|allocated|reimburs\w+)/i,
  ],
]
