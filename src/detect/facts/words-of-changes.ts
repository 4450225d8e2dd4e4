import { fromPieces } from '../pieces.ts'
import { type Rule, rule } from './sum-rule.ts'

/**
 * Words before a sum that tell plainly what changes: a contract that grows, its total then, one account
 * moved to another. They are tried in order.
 */
export const wordsOfChanges: readonly Rule[] = [
  // "A requested amount of $3.9 million, and an estimated total project cost of $5.1 million".
  rule(
    'new-total',
    /\$ ?[\d,.]{4,16}\)?,? (?:and|of|out of) (?:an? |the )?(?:estimated )?total (?:estimated )?project cost of $/i,
  ),
  // "Five years $388,000, FY18 payment $62,000": one of the payments.
  rule(
    'one-year',
    /\b(?:first|initial|year[- ](?:one|1)|FY ?(?:20)?\d\d|20\d\d) (?:annual |yearly )?(?:payment|instal+ment|sum)(?: (?:is|of))?:? $/i,
  ),
  // "Incr. $75,000 to NTE $410,000", "be raised by $335,000, to a new total of": how much more, and the total then.
  rule(
    'increase',
    /\b(?:incr\.?|increase|addition|net (?:addition|increase|change|add)) (?:of )?$/i,
  ),
  rule(
    'increase',
    /\b(?:contract|agreement|order|amount|total|sum|compensation|limit|value|price|maximum|exceed)\b(?:(?!\b(?:line items?|accounts?|appropriations?|budget|revenues?)\b)[^$;.]|\bno\.){0,60} (?:be|is|are|was|were) (?:hereby )?(?:raised|enlarged|increased|supplemented|augmented) (?:by|in the (?:total )?(?:amount|sum) of) (?:up to |an? (?:amount|sum) of )?$/i,
  ),
  rule(
    'new-total',
    /\b(?:incr|increas|rais|add|enlarg|supplement|augment)\w*\.?\b[^$;]{0,80}\$ ?[\d,.]{1,16}\)?,? (?:\([^()$]{1,30}\),? )?(?:(?:to|for|from|making|bringing|with|and|resulting in|which brings) )(?:(?:an?|the|its|it) )?(?:(?:new|revised|contract|agreement|total|cumulative|aggregate|maximum|grand|amended|amount|sum|not[- ]to[- ]exceed|NTE|limit|value|cap|ceiling|of|to|at|up)[ ,]+){0,8}$/i,
  ),
  // "The added $318,640 would lift the contract's value to", "the increase is $475,000, for a new value of".
  rule('increase', /\b(?:the|this) (?:added|extra) $|\bthe increase is $/i),
  // "(contract now $203,190)", "new sum $295,568", "its sum, formerly $702,000, will be".
  rule(
    'new-total',
    /\b(?:contract|agreement|order|total|sum|price|value|limit)(?: (?:sum|amount|total|price|value))? (?:is )?now(?: (?:at|is|totals|stands at))? $|\b(?:new|adjusted|resulting) (?:contract |agreement |purchase order )?(?:sum|amount|total|price|value|limit)(?: (?:is|of|:))? $|\bformerly \$ ?[\d,.]{1,16},? (?:will be|is now|becomes|would be) $/i,
  ),
  rule(
    'previous',
    /\bformerly (?:at )?$|\bwhen (?:the )?(?:[\w-]+ ){0,3}approved [^$;]{0,60}\bwas $/i,
  ),
  // "With this amendment of $45,000 the new total is".
  rule('increase', /\b(?:this|the) (?:amendment|change order|modification|addendum) of $/i),
  // "Resolution No. 31 is amended by $8,150".
  rule('increase', /\b(?:is|are|be) (?:hereby )?amended by (?:an? )?$/i),
  // "To raise and appropriate the sum of $105,000, and to withdraw $50,000 from the reserve": what is spent, and a purse.
  rule(
    'spending',
    /\braise and appropriate(?:,? and expend)?(?: (?:up to|an? (?:sum|amount) of|the (?:sum|amount) of))* $/i,
  ),
  rule('movement', /\bwithdraw\w*(?: of)?(?: (?:up to|the (?:sum|amount) of))* $/i),
  // "With no change to the total contract amount of".
  rule(
    'previous',
    /\b(?:no|without (?:an?y? )?) ?(?:change|increase|modification)s? (?:to|in) (?:the |its )?[^$;]{0,50}\b(?:total|maximum|not[ -]to[ -]exceed|amount|limit|compensation|price|cost|sum|value)\b[^$;]{0,24}$/i,
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
  // "Original $150,000, revised $200,000".
  rule(
    'new-total',
    /\b(?:original(?:ly)?|previous(?:ly)?|prior|old|current)\b[^;$]{0,30}\$ ?[\d,.]{1,16}\)?,? (?:and )?(?:revised|new|now|amended|proposed)(?: \w+)?:? $/i,
  ),
  // "To amend the expenditure not to exceed", "raise the not-to-exceed amount to": the limit as it will be.
  rule(
    'new-total',
    fromPieces(
      'i',
      String.raw`\b(?:amend|revis|chang|modify|modifi|adjust|rais|correct)\w* (?:the |its )?`,
      '(?:(?:maximum|total|authorized|contract|agreement|purchase) ){0,3}',
      '(?:expenditures?|amounts?|limit|price|sum|not[- ]to[- ]exceed(?: amount)?)',
      '(?:,? (?:to|of|at|from|be|is|an?|not|exceed|exceeding|read|not[- ]to[- ]exceed|the',
      '|amount|total)){1,6} $',
    ),
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
  // "And approve Budget Modification No. 11 of": the year's share of what is bought.
  rule(
    'movement',
    /\bbudget (?:modification|amendment|adjustment|transfer)s?(?: (?:no\.? ?|number |#)?[\w-]{1,8})? (?:of|in the amount of|for) \(?$/i,
  ),
  // "Increase appropriation account 1170 by": one line of the budget to another.
  rule(
    'movement',
    /\b(?:increas|decreas)\w* (?:the )?(?:appropriation|revenue|budget|line item)s?(?: account| line| code| item)? [A-Z]?\d[^$;]{0,80}\bby $/i,
  ),
  // "Increase A1170 4 4120 Case Systems by", "Decrease HBH3110-2210 Equipment": an account by its number.
  rule('movement', /\b(?:increas|decreas)e:? [A-Z]{0,4}\d[\d.-]{2,16}(?: [^$;\n]{0,60})? $/i),
  // "Line Item A1170 4 4120 is increased by": the same, told as a sentence.
  rule(
    'movement',
    /\b(?:line items?|accounts?|appropriations?)(?: no\.?)? [A-Z]{0,4}\d[\d .-]{2,16}(?: [^$;.\n]{0,60})? (?:is|are|be)(?: hereby)? (?:in|de)creased by $/i,
  ),
  // From one account to another: "From Grants (2036-4505) to Contingency (2002-59000) $9,000".
  rule('movement', /\bfrom [^;$]{1,50}\bto [^;$]{1,40}\(\d[\d-]{3,20}\) $/i),
  // What a change adds: "at an increase to the annual contract cost of".
  rule(
    'increase',
    /\ban? increase (?:to|in|of) (?:the )?(?:[\w-]+ ){0,5}(?:costs?|amount|value|fees?|rates?|compensation) of $/i,
  ),
  // "Budgeted amount: $50,000.00, actual cost: $42,000.00".
  rule('available', /\bbudget(?:ed)? (?:amount|cost|price)s? ?: ?$/i),
  // "The renewal for the coming year is".
  rule('spending', /\brenewal(?: (?:for|of) [^$;.]{1,40})? (?:is|will be|comes to|costs) $/i),
]
