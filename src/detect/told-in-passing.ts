import { fromPieces } from './pieces.ts'

/**
 * What is told beside the matter: other bodies' things, options nobody takes, those who lost, what is
 * switched off, history, and questions.
 */

/** "Is billed under the state contract", "have their own contract". */
const underOthers = fromPieces(
  'i',
  String.raw`^[^.;]{0,60}\b(?:is|are|was|were|comes?|goes) (?:\w+ )?(?:handled|billed|charged|paid|covered|procured|provided|maintained|supplied|serviced|funded) (?:\w+ )?(?:by|under|through|to|from|out of)`,
  String.raw` (?:a |an |the |its |their )?(?:other|another|separate|different|sheriff|district|existing|prior|previous|older|earlier|own)\b`,
  String.raw`|^[^.;]{0,50}\b(?:has|have|had) (?:its|their) own\b`,
)

/** "Is left off", "have been sold": there no more, or not in use. */
const isOff = fromPieces(
  'i',
  String.raw`^[^.;]{0,60}\b(?:(?:is|are|shall be|will be|be|remains?|stays?|left|kept|switched|turned) off\b(?! (?:duty|site|the))|deactivated\b`,
  String.raw`|(?:was|were|been|being|is|are) (?:retired|sold|returned|shelved|disabled|discontinued|disconnected)\b)`,
)

/** "(not included)", ": not yet", "an option the Board declined". */
const notTaken = fromPieces(
  'i',
  String.raw`^,? ?\((?:not (?:included|part|in|taken|yet)|excluded|declined|by others|separate|optional|future|phase (?:2|two|ii)|later)\b`,
  String.raw`|^(?: \w+){0,3}: (?:no|none|not yet|not now|later|wait|next year|tabled|declined|deferred|put off)\b`,
  String.raw`|^[^.;]{0,50}\b(?:optional|options?|add-?ons?|alternates?)\b[^.;]{0,40}\b(?:not|declined|rejected|passed over|unexercised)\b`,
  String.raw`|^[^.;]{0,60}\b(?:could|may|might|would|can) (?:be (?:added|bought|considered|looked at)|follow|come) (?:later|next|in (?:a|the) (?:future|later|second|next))\b`,
  String.raw`|^[^.;]{0,60}\b(?:costs?|is|are) extra\b`,
)

/** "Scored lower", "was high": who or what lost. */
const lost = fromPieces(
  'i',
  String.raw`^[^.;]{0,60}\b(?:scored|ranked|placed|came(?: in)?|was|were|bid|quoted) (?:\w+ )?(?:lower|higher|second|third|fourth|last|too (?:high|dear|costly)|non-?responsive|unresponsive|high)\b`,
  String.raw`|^[^.;,]{0,30}\b(?:was|were|had been) (?:also )?(?:considered|looked at|evaluated|tested|compared|quoted|demonstrated)\b`,
)

export const passingTails = [underOthers, isOff, notTaken, lost]

/** "Other cities use drones", "the Sheriff already flies drones". */
const othersHave = fromPieces(
  'i',
  String.raw`\b(?:neighbou?ring|nearby|other|some|many|most|several) (?:[\w-]+ )?(?:cities|towns|counties|agencies|departments|districts|villages|municipalities|communities)\b[^.;]{0,80}$`,
  String.raw`|\b(?:like|as) (?:the one|those|that) (?:in|of|used (?:in|by))\b[^.;]{0,60}$`,
  String.raw`|\b(?:the )?(?:county|state|sheriff|university|school (?:board|district)|hospital|FBI|DEA|State Police|port authority|housing authority|HOA|association)(?:['’]s (?:office|department))? (?:already |also |now |alone )?(?:has|owns|runs|operates|pays for|leases|flies|holds)\b[^.;]{0,60}$`,
)

/** "The other bids", "no change to the body cameras", "action on the drones was put off". */
const losersAndNothing = fromPieces(
  'i',
  String.raw`\b(?:losing|unsuccessful|other|second|higher|next) (?:bids?|bidders?|quotes?|quotations?|proposals?|proposers?|respondents?|offers?)\b[^.;]{0,80}$`,
  String.raw`|\bno (?:money|funds?|purchase|change|action|decision) (?:is |are |was )?(?:\w+ )?(?:for|in|on|to|of)\b[^.;]{0,60}$`,
  String.raw`|\b(?:postpon(?:es?|ed|ing)|defer(?:s|red|ring)?|tabl(?:es|ed|ing)|put(?:s|ting)? off|hold(?:s|ing)? off on) (?:the |action on )?(?:[\w-]+ ){0,3}$`,
)

/** "A separate agreement covers body cameras", "In 2021 the Council approved drones". */
const ofOtherPapers = fromPieces(
  'i',
  String.raw`\b(?:separate|different|another|later|future) (?:\w+ ){0,2}(?:contract|agreement|grant|order|item|award|resolution|purchase|RFP|phase|project)s? (?:[\w-]+ ){0,3}(?:cover|includ|provid|fund|pay|buy|handl|deal|concern|address|for|with)\w*\b[^.;]{0,80}$`,
  String.raw`|\bseparately,? [^.;]{0,80}$`,
  String.raw`|\b(?:in|since|during) (?:(?:january|february|march|april|may|june|july|august|september|october|november|december) )?(?:19|20)\d\d,? (?:[\w'’]+ ){0,4}(?:bought|purchased|acquired|installed|approved|leased|accepted|adopted|received)\b[^.;]{0,80}$`,
)

export const passingHeads = [othersHave, losersAndNothing, ofOtherPapers]

/** "Can it read plates?": asked, and not decided on; "shall it be?" is what is decided. */
export const asks = (head: string, tail: string): boolean =>
  /^[^.;?!\n]*\?/.test(tail) && !/\bshall\b/i.test(head)
