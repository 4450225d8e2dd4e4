import { fromPieces } from '../pieces.ts'
import { type Rule, rule } from './sum-rule.ts'

/**
 * Words before a sum that make it a part of another or a thing beside it: one year, one piece, a fine,
 * a local match, a tax, a credit, an option, and what a budget takes in and gives out. They are tried in
 * order.
 */
export const wordsOfParts: readonly Rule[] = [
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
    /\b(?:fine|fines|fined|penalt(?:y|ies)|(?:statutory |liquidated )?damages|civil liability|(?:ticket|citation)(?! (?:processing|management|issuance|issuing|services?|systems?|programs?|software|handhelds?|devices?)\b)|(?:civil|violation) notice|bail|(?:late|administrative|collection) fees?)\b[^$.;]{0,50}$/i,
  ),
  // "Setting the fee for a violation at $100".
  rule(
    'penalty',
    /\b(?:fees?|amount|assessment) (?:for|of|per|upon) (?:an? |any |each |every |such |the )?(?:[\w-]+ ){0,3}(?:violations?|offen[cs]es?|infractions?)\b[^$.;]{0,30}$/i,
  ),
  // "Each camera costs $2,500", "a price per reader of $3,000", "4 @ $900", "(2 x $15,750)", "per $1,000 of value".
  rule(
    'per-unit',
    fromPieces(
      'i',
      String.raw`(?:\beach (?!(?:[\w-]+ ){0,2}(?:year|term)\b)`,
      String.raw`(?:[\w-]+ ){0,3}[\w-]+ (?:(?:will|would) )?`,
      String.raw`(?:costs?|(?:is|are|be) priced)\b[^$.;]{0,16}`,
      String.raw`|\beach (?:[\w-]+ ){0,2}(?:camera|reader|device|unit|drone|license) is `,
      String.raw`|\b(?:costs?|price|rate|fee)s? (?:per|(?:for|of) each) `,
      String.raw`(?!(?:[\w-]+ ){0,2}(?:year|month|term)s?\b)(?:[\w-]+ ){1,3}`,
      String.raw`(?:is|of|at|would be|will be) |\b(?:unit|per[- ]unit) (?:costs?|prices?|rate)`,
      '(?:(?: from [^$.;]{1,40})? of| is|(?: from [^$.;]{1,40}) is| ?:)? ',
      String.raw`|\b\d{1,4}\)? (?:[\w-]+ ){0,3}@ ?|\b\d{1,3} ?[x\u00d7*] ?|\bper )$`,
    ),
  ),
  // "A camera costs $2,500": one of them.
  rule(
    'per-unit',
    /\b(?:an?|one|every) (?!(?:[\w-]+ ){0,3}(?:system|program|suite|set|kit|contract)\b)(?:[\w-]+ ){0,2}(?:camera|reader|device|unit|handset|license|phone) (?:costs?|runs?|is) $/i,
  ),
  // What is paid at once on bonds, beside what they are for.
  rule('available', /\bdown payment(?: of| is|:)? $/i),
  // "The City's half of the $182,000 system": what all pay together.
  rule(
    'available',
    /\b(?:half|one-half|third|quarter|share|portion|percent|%) of (?:the|an?) (?:total )?(?:cost of )?(?:the )?$/i,
  ),
  // "Total project $84,000, state share $63,000, local match $21,000".
  rule(
    'grant',
    /\b(?:state|federal|grant|FEMA|FTA|DOT) (?:share|part|portion)(?: (?:is|of))?:? \(?$/i,
  ),
  // "And the Town must contribute $24,000".
  rule(
    'match',
    /\b(?:city|county|town|village|borough|township|parish|department|district|school) (?:must|has to|is required to|would have to|needs to|will have to) (?:contribute|match|provide|add|supply|come up with) (?:the (?:remaining|other|balance of) )?$/i,
  ),
  // "A grant of $145,000 for cameras; the County adds $36,000".
  rule(
    'match',
    /(?:^|[,;]) ?(?:and )?the (?:city|county|town|village|borough|township|parish) (?:adds|contributes|puts up|gives) $/i,
  ),
  rule(
    'match',
    /\b(?:(?:local|city|county|cash|in-kind|matching)(?: fund\w*)? (?:match|share|contribution)|match(?:ing)?(?! (?:[\w-]+ ){0,2}(?:grants?|awards?)\b)(?: funds?| funding| requirement| amount)?|cost[- ]share)\b[^$.;]{0,40}$/i,
  ),
  rule(
    'on-top',
    /(?<!\b(?:total|cost|price|award|quote) (?:with|including|incl\.?|after) )\b(?:contingenc(?:y|ies)|(?:sales )?tax(?:es)?|freight|shipping|allowance)\b(?! (?:fund|revenue|measure|account|levy|increment|proceeds))(?:(?!\btotal)[^$.;,]){0,36}$/i,
  ),
  // "$57,500 plus $4,000 for shipping": what is named second is paid beside the first.
  rule(
    'on-top',
    /\$ ?[\d,.]{1,16}\)?,? (?:plus|and a separate) (?:an? )?(?:(?!total|for\b|not\b|exceed|up\b|grand|all\b|option|per\b|annual|year|month)[\w()-]+,? ){0,5}$/i,
  ),
  // "If the City pays by the year instead the cost rises to".
  rule(
    'option',
    /\bif (?:the |we )?(?:[\w'-]+ )?(?:instead )?(?:pays?|paid|chooses?|elects?|opts?)\b[^$.;]{0,90}$/i,
  ),
  // "Base bid $90,000 plus Alternate 1 $6,000".
  rule(
    'on-top',
    /\$ ?[\d,.]{1,16}\)?,? (?:plus|and|with) (?:(?:bid|add(?:itive)?|deduct) )?alternates? (?:bid )?(?:nos?\.? ?|numbers? |# ?)?\w{1,5}(?:(?:,| and| &)? \w{1,2}){0,3}(?:,| of| at| for| in the amount of)? ?\(?$/i,
  ),
  // "Change order 2: $20,000", where the contract and its new total are told beside.
  rule(
    'increase',
    /\bchange order(?: (?:no\.?|number|#)? ?\d{1,2})?(?: amount)?(?: ?:| of| for| is| in the (?:total )?amount of) ?$/i,
  ),
  // Of an award to several bodies one has a share only.
  rule('available', /\bjoint(?:ly)? (?:[\w-]+ ){0,3}(?:award|allocation|grant)\b[^$.;]{0,20}$/i),
  rule(
    'available',
    /\b(?:minimum (?:annual |monthly |yearly )?guarantees?|(?<!\b(?:city|county|town|village|state|police|parks?|planning|board|metro|public|court) )commissions?\b(?! (?:authoriz|approv|recommend|of the))|revenue shares?|signing bonus)\b[^$.;]{0,30}$/i,
  ),
  // "$117,480 less credit, net $96,480", "net due $19,440": what is left to pay.
  rule(
    'not-to-exceed',
    /\b(?:less|minus|after|with)\b[^$;]{0,40}\bnet(?: (?:due|cost|price|total|amount))?(?: (?:is|of|:))? $|\bnet due:? $/i,
  ),
  rule(
    'credit',
    /(?:\b(?:credit|rebate|refund|discount|savings?)(?: of| in the amount of|:| totals?| totall?ing)|\b(?:decreas\w+|reduc(?:e|es|ed(?! (?:price|cost|rate|fee))|ing)(?! (?:[\w-]+ ){0,2}(?:crimes?|thefts?|violence|speeding|crashes|injur\w+)\b)|deduct\w*|less)\b[^$.;]{0,40}) ?\(?$/i,
  ),
  rule(
    'one-year',
    fromPieces(
      'i',
      String.raw`\b(?:(?:year|yr\.?) ?(?:#? ?\d{1,2}|one|two|three|four|five|six|seven)`,
      '|(?:first|second|third|fourth|fifth|initial|1st|2nd|3rd|[45]th)[ -]',
      String.raw`(?:fiscal )?year|FY ?(?:20)?\d\d(?: ?[-/] ?(?:20)?\d\d)?`,
      String.raw`|fiscal year (?:20)\d\d(?: ?[-/\u2013] ?(?:20)?\d\d)?)`,
      String.raw`(?: ?[\u2013-] ?lines? [\d, -]{1,16})?`,
      '(?: (?:cost|payment|amount|subscription|total|capital|equipment|hardware|price',
      String.raw`|costs?|is|of|at|will be|for)){0,3} ?[:=,(\u2013-]? ?$`,
    ),
  ),
  rule(
    'option',
    /\b(?:option(?:al)?(?: (?:year|term|renewal|extension)s?)?\b[^$.;]{0,40}\beach\b[^$.;]{0,40}|option(?:al)? (?:year|term|renewal)s?(?: (?:\d|one|two|three|four|five))? ?(?:at|of|for|:|in the amount of) ?)$/i,
  ),
]
