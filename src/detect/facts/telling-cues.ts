import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

const unlessDone = [
  String.raw`(?![\s\S]*\b(?:approv\w*|authoriz\w*|award\w*|purchas\w*|adopt\w*|accept\w*|grants?`,
  String.raw`|renewal|agreement with|contract with|bids?|quotes?|ordinance|polic(?:y|ies)|ratif\w*`,
  String.raw`|hearing|resolution|amend\w*|appropriat\w*|donat\w*|MOU)\b)`,
].join('')

/** Who speaks in minutes. */
const rank = [
  String.raw`(?:trustee|ald(?:er(?:man|woman|person)?)?\.?|council ?(?:man|woman|member|or|person)`,
  String.raw`|counc\.?|sup(?:t|v|ervisor|erintendent)?\.?|commissioner|comm'?r\.?|cmsr\.?|mr\.?`,
  String.raw`|mrs\.?|ms\.?|mx\.?|dr\.?|juror|judge|(?:fire |police )?chief|sheriff|sgt\.?|lt\.?`,
  String.raw`|capt(?:ain|\.)?|det(?:ective|\.)?|officer|mayor|vice mayor|pres(?:ident|\.)?|member`,
  '|selectman|selectwoman|director|chair(?:man|woman)?)',
].join('')

/** What is done by many, counted: hits, notices, flights. */
const counted = [
  String.raw`\d[\d,]* (?:[\w-]+ )?(?:cases|alerts?|hits?|citations?|notices?|flights?|sent|cited`,
  '|stops|arrests?|violations?|recovered|recoveries|stolen|flagged|flags|issued|paid',
  '|mailed|sign-?ups|incidents?|searches|look-?ups|reads|deployments?|tickets|warrants',
  String.raw`|requests|dismissed|thrown out|activations|calls|visitors|clips)\b`,
].join('')

/** Lines that only tell: what somebody said, what was counted, what came of nothing. */
export const tellingCues: readonly Cue[] = [
  // "Trustee Hale questioned why", "Mrs. Lund wanted to know": one voice, and nothing moved.
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      `^${unlessDone}`,
      String.raw`(?![\s\S]*\b(?:moved|motion|seconded|carried|invoice|letter|petition|thank\w*`,
      String.raw`|to buy|to pay|asks? (?:for|to)|asked (?:for \$|to)|requests? (?:to|for)`,
      String.raw`|request(?:ed)? that)\b)`,
      String.raw`\W*${rank} [\w.'\u2019-]{2,24}(?: (?:and`,
      String.raw`|&) [\w.'\u2019-]{2,24}(?: [\w.'\u2019-]{2,24})?`,
      String.raw`| [A-Z][\w.'\u2019-]{1,24})? (?:also )?`,
      '(?:asked|questioned|remarked|wondered|would like (?:to (?:know|see|hear)|the)',
      '|wants? to know|wanted to know|said|stated|mentioned',
      '|noted|explained|disagreed|pointed out|brought up|complained|inquired|described',
      '|talked about|went over|reported|told|demonstrated|showed|summarized|reviewed',
      '|shared|updated|briefed|highlighted|gave an? (?:overview|update|summary',
      String.raw`|briefing))\b`,
      String.raw`|^${unlessDone}\W*(?:${rank} )[\w.'\u2019-]{2,24}(?:['\u2019]s (?:inquiry`,
      String.raw`|questions?)\b|: (?:how|why|what|who|is it|are (?:we|they|the)|do(?:es)? (?:we`,
      String.raw`|the)|can (?:we|the)|should)\b)`,
    ),
  ),
  // "… No vote", "for information", "rec'd": how the line ends.
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      `^${unlessDone}`,
      String.raw`[\s\S]{0,240}(?:\b(?:no (?:formal )?(?:action|vote|motion`,
      '|decision)(?: was)?(?: taken| made| needed| required)?|for information(?: only)?',
      String.raw`|information item|informational|discussion only|FYI|for awareness|rec['\u2019]d|received|recorded`,
      String.raw`|nothing further)\b\W*$`,
      String.raw`|\bno decision (?:re|on)\b)`,
    ),
  ),
  // Asked by members, and answered by staff.
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      `^${unlessDone}`,
      String.raw`(?:\W*answers? to\b|(?![\s\S]*\b(?:RFP|grand jury)\b)[^;$]{0,80}\b(?:repl(?:y|ies)|responses?|responds?) (?:to|from|of|on)\b|[^;]{0,80}\b(?:trustees?|members?|council(?:ors?|members?)?`,
      String.raw`|aldermen|commissioners?|board(?: members?)?)['\u2019]s? (?:[\w-]+ )?`,
      String.raw`(?:questions?|Q['\u2019]s|inquir(?:y|ies))\b|[^;]{0,60}\bquestions? (?:from`,
      String.raw`|of) (?:last|the) [^;]{0,40}\b(?:response|answer))`,
    ),
  ),
  // Told each month or year under other names than report.
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      `^${unlessDone}`,
      String.raw`(?:[^;$]{0,80}\b(?:annual|yearly|quarterly|monthly|semi-?annual|year-?end`,
      String.raw`|half-?year|weekly)\b[^;$]{0,80}\b`,
      '(?:summary|tally|counts?|metrics|accounting|disclosures?|listing|logs?|figures',
      String.raw`|stats|snapshot|scorecard|totals|numbers|statement)\b`,
      String.raw`|[^;$]{0,40}\b(?:chief|sheriff|jailer|police|marshal|superintendent|warden`,
      String.raw`|captain)['\u2019]?s? monthly\b`,
      String.raw`|[^;$]{0,80}[,:\u2013\u2014-] ?(?:monthly|quarterly)(?:\W*$|[,:] )|[^;$]{0,80}\bnumbers (?:to date|so far)\b|\W*(?:quarterly|monthly|year-?end`,
      '|weekly): ',
      String.raw`|[^;$]{0,60}\b(?:[12](?:st|nd)|first|second) half\b(?: of)?[ ,]{1,2}(?:CY`,
      String.raw`|FY)? ?(?:19|20)\d\d)`,
    ),
  ),
  // Told by other names: "highlights", "slides", "drone use in 2025 as filed".
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      `^${unlessDone}`,
      String.raw`(?:[^;$]{0,120}\b(?:recap|highlights|round-?up|by the numbers|walk-?through`,
      '|tour of|slides|slide deck|at a glance|fact ?sheet|explainer|primer',
      String.raw`|lessons learned|site visit|as filed with)\b`,
      String.raw`|[^;$]{0,60}\b(?:use|usage|activity|hits|flights|counts?|numbers|figures|searches`,
      '|activations|deployments) (?:in|for|during) (?:calendar |fiscal )?(?:year )?',
      String.raw`(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september`,
      String.raw`|october|november|december|Q[1-4]|FY)\b`,
      String.raw`|[^;$]{0,40}\b(?:board|council|commission|committee|trustees|members|aldermen`,
      '|supervisors) (?:heard (?:from|about|of|that|how)|received information|learned',
      String.raw`|viewed|watched)\b`,
      String.raw`|\W*(?:talk (?:on|about)|memo from)\b|[^;$]{0,60}(?<!\bdirect(?:s|ing|ed|ion to)? )\bstaff to (?:explore|research|look into|bring back)\b|\W*(?:item )?for information\b|[^;$]{0,60}\b(?:camera|trailer|drone|reader|A?LPR`,
      String.raw`|UAS|flight|search|access) log\W*$`,
      String.raw`|[^;$]{0,100}\bfiled with (?:the )?(?:state|attorney general|BCA|legislature`,
      String.raw`|general assembly|secretary of state|department of)\b`,
      String.raw`|[^;$]{0,40}\b(?:seeks?|seeking|requests?|requesting|asks?`,
      '|asking)(?: for)? (?:the )?(?:council |board |commission |committee ',
      String.raw`|policy )?direction\b`,
      String.raw`|[^;$]{0,60}\bread (?:an? |the )?(?:letter|memo|note`,
      String.raw`|report) from (?:the )?(?:[\w-]+ )?(?:chief|sheriff|superintendent|commissioner`,
      String.raw`|director|department|police|vendor)\b)`,
    ),
  ),
  // "Notices 1,811 mailed, 902 paid": counts of what was done.
  cue(
    'report',
    'annual-report',
    fromPieces('i', `^${unlessDone}`, String.raw`[\s\S]{0,200}\b${counted}[^;]{0,80}\b${counted}`),
  ),
]

/** Minutes of a talk that came to nothing, or of a paper that was only taken note of. */
const cameToNothing = fromPieces(
  'i',
  String.raw`\bno (?:formal )?(?:motion|vote|action|decision)s?\b(?! on (?:the|this) (?:purchase`,
  '|contract))',
  String.raw`|\b(?:no one|nobody|neither (?:body|board|side)) (?:moved|voted|made a motion)\b`,
  String.raw`|\bnothing (?:further|else|was decided)\b`,
  String.raw`|\btook no (?:position|vote|action|stand)\b|\bno further (?:business|discussion)\b`,
  String.raw`|\b(?:discussion|information) (?:item|only)\b`,
  String.raw`|\b(?:noted|received|ordered|accepted) and (?:placed on )?filed?\b`,
  String.raw`|\bfor awareness\b|\bFYI\b|\bnot tonight\b|\breport (?:was )?(?:accepted|received) as presented\b`,
  String.raw`|\breceived the (?:interim )?(?:report|study|memo|update|presentation)\b|\b(?:told|asked) (?:him|her|them|the chief) to budget\b`,
  String.raw`|\bplaced (?:[\w-]+ ){0,3}on file\b|\b(?:file|note) the (?:memo|report|letter)\b`,
  String.raw`|\b(?:members|council|board|trustees|commissioners?) thanked\b|\bas information\b`,
)
/** That something was decided all the same. */
const wasDecided = fromPieces(
  'i',
  String.raw`\b(?:carried|passed|so ordered|ayes|yeas|all in favor|unanimous\w*|moved (?:to|that`,
  '|by|for)|motion (?:by|to)|seconded|approved?|awarded|authorized?|adopted',
  String.raw`|ok['\u2019]?d|go ahead|recommends?|permit granted|consensus|show of hands|accepts?`,
  String.raw`|purchase order|receive a donation|\d{1,2} ?[-\u2013] ?\d{1,2}\b)`,
)

/** What people send in, and the paper of a law, is no talk. */
const isWritten = fromPieces(
  'i',
  String.raw`\b(?:resolution|ordinance|by-?laws?|article \d+|letters?|petitions?|correspondence`,
  String.raw`|e-?mails?|communications)\b`,
)
const mostOfAddress = 160

/** Whether minutes under a bare name tell of talk that came to nothing. */
export const cameOfNothing = (title: string, opening: string): boolean =>
  cameToNothing.test(opening) &&
  !isWritten.test(`${title} ${opening.slice(0, mostOfAddress)}`) &&
  !wasDecided.test(opening.replace(cameToNothing, ' '))

const allCounted = new RegExp(counted, 'gi')
const leastCounts = 3
/** Whether a text is mostly counts of what was done. */
export const isCounted = (opening: string): boolean =>
  (opening.match(allCounted)?.length ?? 0) >= leastCounts && !wasDecided.test(opening)
