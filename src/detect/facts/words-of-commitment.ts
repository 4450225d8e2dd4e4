import { fromPieces } from '../pieces.ts'
import { type Rule, rule } from './sum-rule.ts'

/**
 * Words before a sum that tell what is spent, given or moved, for sums that no plainer words have
 * claimed. They are tried in order.
 */
export const wordsOfCommitment: readonly Rule[] = [
  // "Was quoted $210,000 for cameras", "offers one more year of upkeep for $58,000".
  rule(
    'spending',
    /\b(?:was|were|been|are) quoted (?:a price of |about )?$|\boffers (?:[\w,'-]+ ){1,12}(?:for|at) $/i,
  ),
  // "Asks to use $140,000 of it", "the use of up to $50,000 in seized funds".
  rule('spending', /\b(?:to use|(?:the|for) use of) (?:up to |about |an additional )?$/i),
  // "The State Police offers $80,000 for readers".
  rule(
    'grant',
    /\b(?:state|foundation|bureau|administration|division|agency|police|trust|club|association|friends|lions|company|church) (?:offers|has offered|is offering|wishes to give) (?:(?:the|our) [\w-]+(?: [\w-]+)? )?(?:up to )?$/i,
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
  // "The renewal is $51,000 for one year", "the option year costs".
  rule(
    'spending',
    /\b(?:renewal|extension|(?:new|proposed) (?:rate|price|term|contract|agreement|subscription)|(?:the|this) option(?: year)?) (?:(?:term|cost|price|rate|fee) )?(?:is|will be|would be|runs|comes to|costs) (?:at )?$/i,
  ),
  // After a credit: "$169,000 with a trade-in of $15,000; net $154,000"; a sum worked out in print: "= $90,000".
  rule('not-to-exceed', /(?:\bnet(?: (?:cost|price|total|amount))?(?: (?:is|of))?|=) ?$/i),
  rule(
    'spending',
    fromPieces(
      'i',
      String.raw`\b(?:(?:funding|costs?|price|total) (?:for|of) the (?:[\w-]+ )?`,
      '(?:contract|agreement|term|lease|purchase) (?:is|will be|totals?) ?$',
      '|total cost of (?:the )?(?:purchase|system|project|equipment|contract',
      String.raw`|lease)\b[^$.;]{0,100} is ?$|fiscal (?:impact|note|effect) ?(?::|is|of)(?: 1\.)?`,
      '|(?:quote|proposal)(?: (?:from|for) [^$.;]{1,50})? (?:is|was|of|at|totals?)',
      String.raw`|\blow(?:est)? (?:[\w-]+ ){0,3}(?:quote|bid|proposal|price)\b`,
      String.raw`(?:[^$.;]{0,40}\b(?:of|is|was|at|for)| ?:)) ?(?:an? |the )?`,
      '(?:(?:total|net|estimated|one-time|cost|of) ){0,3}$',
    ),
  ),
  // "Recommends award to Acme for $90,000", "a contract be awarded to Acme, $90,000": who is paid, not who is given.
  rule(
    'spending',
    /(?<!\b(?:was|were|been|has|have|had) (?:been )?)\baward(?:ed|ing|s)?(?: (?:be )?(?:made|given|issued))? to (?!(?:the |our |us\b|this )?(?:[\w'\u2019-]+ )?(?:city|county|town|village|borough|township|parish|police|sheriff|department|district|state|agency|agencies|university)\b)[^$;]{2,80}(?:,| for| at| in the (?:total )?(?:amount|sum) of)(?: (?:up to|not to exceed|an? total of))? \(?$/i,
  ),
  rule(
    'spending',
    /\b(?:moved|motion|second(?:ed)? (?:by )?[\w.]+|recommends?|voted?) to award (?:the (?:bid|contract) (?:at|for) )?$/i,
  ),
  // "MVCPA will reimburse $20,000"
  rule(
    'grant',
    /\b(?:[A-Z]{3,8}|[Ss]tate|[Gg]rant|[Gg]rantor|[Ff]ederal government|[Aa]ward) (?:will|would|shall) (?:reimburse|cover|provide|contribute|fund|pay)(?: up to| about)? $/,
  ),
  rule(
    'grant',
    /\b(?:city|county|town|village|borough|parish|department|office|it|we|they|district|sheriff) (?:will|would|shall|is to) receive (?:up to |a total of )?$/i,
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
  // "The application of the Department is for $52,000".
  rule('grant', /\bapplications?\b[^$;.]{0,50}\b(?:is|are|was) for (?:up to )?$/i),
  rule('grant', /\breceipt(?: and (?:use|expenditure|appropriation))? of (?:up to )?$/i),
  rule(
    'grant',
    /\baccept(?:s|ed|ing|ance of|ance(?= and))?(?: and (?:appropriat|expend)\w*(?: of)?)?(?: into (?:the|its|our) [^$;.]{1,60})?(?: up to)? $/i,
  ),
  // "Was selected to receive $18,500".
  rule(
    'grant',
    /\b(?:selected|chosen|approved) (?:to receive|for (?:an? )?(?:grant|award) of) (?:up to )?$/i,
  ),
  // "The Governor's Office awarded the Town $96,000".
  rule(
    'grant',
    /\bawarded (?:the|our) (?:[\w'\u2019-]+ ){0,2}(?:city|county|town|village|borough|township|parish|department|district|sheriff|police|office)(?: office| department)? (?:up to |a total of )?$/i,
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
    /\b(?:not[ -]to[ -]exceed(?:ing)?|NTE|up to|at most|not? more than|maximum|(?<!\bnew )ceiling of|not (?:over|beyond|above)|shall not exceed|not exceeding|total compensation|total cost|total amount|total contract|contract total|total agreement|in total|grand total|combined total|for a total)\b[^$;]{0,50}$/i,
  ),
  // Who awards a contract spends; who is awarded a grant receives.
  rule(
    'grant',
    /\b(?:grant(?![ -]funded)|award(?!s? (?:of )?(?:an? |the )?(?:[\w-]+ ){0,4}(?:contract|bid|agreement|purchase|phase)\b)(?!s? (?:to )?[^$;]{0,40}\ba (?:[\w-]+ ){0,2}contract\b)|donation|gift|subaward)\b[^$;]{0,70}$/i,
  ),
  rule(
    'spending',
    /\b(?:expenditures?|expend|spend|costs?|price|purchase|pay|payment|contract|lease|subscription|encumber)\b[^$;]{0,60}$/i,
  ),
  rule('spending', /\bpriced at $/i),
  rule('spending', /\b(?:contract|agreement|quote|proposal) (?:with|from) [^$.;]{1,95}\bat $/i),
  rule('spending', /\benter(?:ing)? into (?:an? |the )?(?:[\w-]+ ){0,4}agreement for $/i),
  // "A grant covers buying and installing cameras on eight buses, at $36,000 for the eight".
  rule(
    'spending',
    /\b(?:buying|purchasing|acquiring|installing|fitting|furnishing)\b[^$.;]{0,90},? at (?:a (?:cost|price|total) of )?$/i,
  ),
  // "To purchase two aircraft with batteries and training for $31,250".
  rule('spending', /\b(?:purchas|acquir|acquisition|buy|leas|procur)\w*\b[^$.;]{0,105}\bfor ?$/i),
  rule(
    'movement',
    /\b(?:transfer|approp(?:riat(?:e|ion|ing))?|amendment to the|within)\b[^$;]{0,60}$/i,
  ),
  // "In the amount of ninety thousand dollars ($90,000)": the words are as long as they are.
  rule('amount', /\b(?:amount|sum|total) of [a-z -]{3,90}dollars,? ?(?:and [\w/ ]{0,16})?\($/i),
  rule(
    'amount',
    /\b(?:amount|sum|estimated|totaling|totalling|totals?|valued? at)\b[^$;]{0,30}$|\b(?:amt|tot)\.?(?: of|:)? $/i,
  ),
]
