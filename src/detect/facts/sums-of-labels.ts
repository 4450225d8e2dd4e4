/** Words that make a field's name of another sum than the item's own: "Budgeted Amount:", "Unit Cost:". */
const ofAnother =
  '(?<!\\b(?:Budget(?:ed)?|Unit|Annual|Yearly|Monthly|Hourly|Original|Current|Previous|Prior|Remaining|Available|Match(?:ing)?|Account|Revised|Amended|New|Daily|Revenue|Grant|Award|Increase|Decrease|Not[- ]to[- ]Exceed|Per|Exceed|Approved|Base) )'

/**
 * A field of a form that tells what is spent, right before its sum: "Amount: $", "TOTAL COST = $",
 * "Funds Required: $". Told by its capital; a colon in a sentence has none.
 */
const label = new RegExp(
  String.raw`${ofAnother}\b(?:(?:(?:Total|TOTAL|Contract|CONTRACT|Project|PROJECT|Purchase|PURCHASE|Requested|REQUESTED|Actual|ACTUAL|Estimated|ESTIMATED|Net|NET) ){1,2}(?:[Aa]mount|AMOUNT|[Cc]ost|COST|[Ee]xpenditure|EXPENDITURE|[Pp]rice|PRICE)|(?:Amount|AMOUNT|Cost|COST|Expenditure|EXPENDITURE|Price|PRICE)|(?:Amount|AMOUNT|Funds|FUNDS|Funding|FUNDING|Expenditure|EXPENDITURE) (?:[Rr]equired|REQUIRED|[Rr]equested|REQUESTED|[Nn]eeded|NEEDED)|(?:Amount|AMOUNT|Cost|COST) (?:of|OF) (?:[\w-]+ ){0,2}(?:[Rr]equest|REQUEST|[Mm]oney|MONEY|[Pp]urchase|PURCHASE|[Cc]ontract|CONTRACT|[Pp]roject|PROJECT|[Aa]ward|AWARD|[Ee]xpenditure|EXPENDITURE)(?: (?:and|AND|&) [\w ]{2,24})?|(?:Budget(?:ary)?|BUDGET(?:ARY)?|Financial|FINANCIAL) (?:[Ii]mpact|IMPACT)|(?:(?:Grand|GRAND) )?(?:Total|TOTAL)|(?:Extended|EXTENDED|Line|LINE|Quote|QUOTE|Invoice|INVOICE|Order|ORDER|Bid|BID)(?: (?:[Pp]rice|PRICE|[Cc]ost|COST|[Aa]mount|AMOUNT|[Tt]otal|TOTAL))|(?:Extended|EXTENDED|Extension|EXTENSION|Invoice|INVOICE)|(?:Impact|IMPACT) (?:on|ON) (?:(?:the|THE) )?(?:[Bb]udget|BUDGET)) ?[:=]\s{0,3}$`,
)
const longestLabel = 100

/** Whether the field right before a sum says that it is what an item spends. */
export const isLabelled = (text: string, start: number): boolean =>
  label.test(text.slice(Math.max(0, start - longestLabel), start))
