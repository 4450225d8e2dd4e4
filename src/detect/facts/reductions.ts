import { fromPieces } from '../pieces.ts'

/** Words before a sum by which a contract gets cheaper: "deductive change order no. 2 in the amount of". */
const reduces = fromPieces(
  'i',
  String.raw`\bdeductive\b[^$;]{0,90}$|\bdeduct (?:change order|amount)\b[^$;]{0,60}$`,
  String.raw`|\b(?:reduction|decrease)s? (?:of|by|totall?ing|in the (?:total )?amount of)`,
  '(?: (?:about|approximately))? $',
  String.raw`|\b(?:reduction|decrease) (?:to|in|of) (?:the |its )?(?:[\w.-]+ ){0,3}`,
  String.raw`(?:contract|agreement|order|price|cost)(?: [\w.-]+){0,3} `,
  '(?:of|by|totall?ing|in the (?:total )?amount of) $',
  String.raw`|\b(?:decreas|reduc|lower)(?:e|es|ed|ing|s)? `,
  // A purse that gets smaller pays for something.
  String.raw`(?:(?!(?:appropriation|fund|budget|reserve|balance|account)s?\b)[\w.,'&#-]+ ){0,14}`,
  'by(?: (?:about|approximately|up to|an? (?:amount|total) of))? $',
)

/** What is left after it, and what grows beside it, are no reductions. */
const isBeside =
  /\b(?:increas|rais)\w*\b[^$;]{0,60}$|\b(?:from|to|exceed|(?:new|revised|final|amended) (?:[\w-]+ ){1,4}(?:of|is))(?: an?| the)? $/i

/** Whether the words before a sum say that the contract is reduced by it. */
export const isReduction = (clause: string): boolean =>
  reduces.test(clause) && !isBeside.test(clause)
