import type { SumUse } from './sum-rule.ts'

/** Of the words after a sum, tried in order. */
export const after: readonly (readonly [SumUse, RegExp])[] = [
  // "Up to $88,000 in grant funds is authorized to add cameras": spent, whoever gave it.
  [
    'spending',
    /^\)? (?:of|in) (?:[\w-]+ ){0,3}(?:funds?|funding|money|monies) (?:is|are|be) (?:hereby )?(?:authorized|approved|used|allocated) (?:to|for)\b/i,
  ],
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
  // "$45,000 additional, for a contract total of".
  ['increase', /^\)? additional,? (?:for|to|making|bringing)\b/i],
  // "Of which $60,000 is the grant".
  [
    'grant',
    /^\)? (?:is|comes from|represents) (?:the |an? )?(?:[\w-]+ )?(?:grant|award)\b(?! match)/i,
  ],
  // "Asks that $25,000 be added".
  ['increase', /^\)? (?:more )?be added\b/i],
  // "A $400,000 cap on direct damages": what somebody may owe, not what is bought.
  [
    'penalty',
    /^\)? (?:cap|limit|ceiling|limitation) (?:on|of|for) (?:[\w-]+ ){0,2}(?:damages|liability|claims|losses|indemni\w+)\b/i,
  ],
  // "Form for contracts of $50,000 and under": a threshold.
  ['least', /^\)? (?:and|or) (?:under|over|less|more|above|below|greater)\b/i],
  // "$210,000 under the present one", "$3.2 million paid over the summer": told of what was.
  ['previous', /^\)? under (?:the|our|its) (?:present|current|existing|old|expiring|former)\b/i],
  // "The readers cost $30,000 last year".
  ['previous', /^\)? (?:(?:in|during|for) )?(?:the )?last (?:fiscal |calendar )?year\b/i],
  // "The 2023 grant of $58,000 bought rifles", "$210,000 went to radios".
  [
    'previous',
    /^\)? to (?:clean|repair|fix|remove|paint|replace)\b[\w ]{0,24} (?:last|in (?:19|20)\d\d)\b/i,
  ],
  ['previous', /^\)? (?:bought|paid for|went (?:to|for|toward)|(?:was|were) (?:spent|used))\b/i],
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
    /^\)? (?:is|are|stays?|remains?) (?:not (?:changed|touched|affected)|unchanged|untouched|the same|as (?:it is|they are))\b/i,
  ],
  // "Appropriating $90,000 therefor and authorizing the issuance of $85,500 bonds": what is spent, and how it is raised.
  ['spending', /^\)?,? therefor\b/i],
  [
    'movement',
    /^\)?,? (?:(?:of|in) )?(?:(?:the |its )?(?:principal amount of )?(?:serial|general|obligation|negotiable|improvement|capital|anticipation|bond) ){0,4}(?:bonds?|notes|obligations)\b/i,
  ],
  ['penalty', /^ (?:fines?|penalt\w+|citations?)\b/i],
  [
    'per-unit',
    /^\)?(?: dollars)?,?\s?(?:per (?:year|month),? )?(?:\/ ?|per |for (?:each|every) |each |every |a )(?:camera|cam|device|unit|reader|drone|officer|vehicle|user|license|system|pole|LPR|ALPR|(?:license )?plate reader|seat|set|ea\b|month|mo\b|hour|day|week)/i,
  ],
  [
    'annual',
    /^\)?,?\s?(?:annual(?:ly)?\b|per (?:year|annum|fiscal year|contract year)|\/ ?(?:yr|year)\b|yearly|a year|(?:in|for|during) each (?:(?:later|following|subsequent|succeeding|additional|further) )?(?:fiscal |contract )?year|(?:each|every) (?:fiscal )?year|per (?:one-year|annual) term)/i,
  ],
  // "$56,250 year one, $45,000 year two".
  [
    'one-year',
    /^\)? (?:(?:in|for) )?(?:the )?(?:year (?:one|two|three|four|five|[1-5])|(?:first|second|third|fourth|fifth) year)\b(?! (?:of|option|renewal))/i,
  ],
  // "Commit $75,000 in matching funds".
  [
    'match',
    /^\)? (?:in|of|as) (?:[\w-]+ ){0,2}(?:matching|match|cost[- ]share) (?:funds?|funding|money|monies|dollars|contribution)\b/i,
  ],
  ['match', /^[^$.;]{0,80}\bas (?:an? |the |its )?(?:required )?(?:local |cash )?match\b/i],
  ['available', /^\)? (?:is|are) (?:already )?included\b/i],
  ['per-unit', /^\)? (?:of|in) (?:assessed|taxable) val/i],
  // "The $2 registration fee pays for the equipment".
  ['per-unit', /^\)? (?:vehicle |annual |DMV )*registration (?:fees?|surcharges?)\b/i],
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
  [
    'per-unit',
    /^\)?\s?(?:per (?!the\b|our\b|terms\b|this\b|(?:[\w-]+ ){0,3}(?:agreements?|contracts?|quotes?|quotation|proposals?|invoices?|bids?|resolutions?|statutes?|ordinances?)\b)|each\b|apiece|a piece|ea\b|monthly)/i,
  ],
  [
    'on-top',
    /^\)?,? (?:(?!plus|and|with|which|includ|for|from|out|an? contingency of)[\w-]+ ){0,2}(?:contingency|allowance)\b(?! of\b)/i,
  ],
  ['on-top', /^\)? (?:in |of |for )?(?:(?:applicable|sales|estimated|state) ){0,2}tax(?:es)?\b/i],
  [
    'match',
    /^\)? (?:in |of |as |is )?(?:an? |the )?(?:(?:local|cash|in-kind|city|county|state|matching|required|sub-?grantee|grantee|department) ){0,2}match\b(?! ?:)/i,
  ],
  // What is handed on to a partner is a part of the grant.
  ['movement', /^\)? (?:of|in|as) (?:pass[- ]?through|sub-?recipient)\b/i],
  ['penalty', /^[^$.;]{0,15}\b(?:fine|penalty)\b/i],
  ['credit', /^\)? (?:trade-in |vendor )?(?:credit|discount|rebate|savings)\b/i],
  ['movement', /^[^$;]{0,25}\btransfer/i],
  [
    'available',
    /^\)?(?:, (?:from|of|out of) [^,.;$]{1,40},)? (?:is|was|are|were|will be|has been|have been) (?:also |currently )?(?:available|budgeted|included in|funded|allocated|reimburs\w+)/i,
  ],
]
