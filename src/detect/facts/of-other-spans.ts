/** What runs from a day to a day and is no contract. */
const ofOthers =
  /\b(?:comments?|laws?|statutes?|bill|data|certificate|insurance|install(?:ed|ation|ing)?)\b[^.;\n]{0,90}$/i
const ofContract =
  /\b(?:terms?|agreements?|contracts?|subscriptions?|leases?|renewals?|extend\w*|extension|services?|period of performance)\b[^.;\n]{0,120}$/i

/** "From January 1 through March 31, the cameras read 40,000 plates": a time that is told of. */
const toldOf =
  /^[^.;\n]{0,40}, (?:the |our |its |there )?(?:[\w-]+ ){0,3}(?:read|recorded|captured|scanned|detected|logged|received|responded|were|was)\b/i

/** Whether the sentence around a date speaks of something else than the contract. */
export function isOfOther(head: string, tail: string): boolean {
  if (ofContract.test(head)) return false
  return ofOthers.test(head) || toldOf.test(tail)
}
