import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

/** What says by itself what is done, whatever else the title names: tried before all other cues. */
export const openingCues: readonly Cue[] = [
  // What others' readers see is passed on: "agreements for the receipt of plate reader hits".
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|subscription|vendor|not[ -]to[ -]exceed|cost of \$`,
      String.raw`|grants?\b|lease|install|award|transmit|informational)\w*)[\s\S]{0,200}`,
      String.raw`(?<!\b(?:chief|sheriff|manager|director|attorney|mayor|department)['\u2019]s )\b`,
      '(?:memorand(?:um|a)|MOUs?|MOAs?|(?:inter-?local|inter-?governmental',
      '|inter-?municipal|inter-?agency|joint powers|cooperative|supplemental)',
      String.raw`(?: [\w-]+){0,2} agreements?)\b[^;]{0,200}\b`,
      String.raw`(?:(?:sharing|receipt|exchange|release) (?:of )?(?:[\w'\u2019-]+ ){0,6}`,
      '(?:data|hits|reads|records|information)',
      String.raw`|(?:plate reader|LPR|plate recognition|plate)\)? (?:system )?`,
      String.raw`(?:data|hits|reads|records|information))\b`,
    ),
  ),
  // A State's police keep the list of wanted plates: whose readers ask it sign an agreement on it.
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|subscription|vendor|not[ -]to[ -]exceed|grants?\b|funds?\b`,
      String.raw`|funding|reimburs|lease|install|award)\w*)[\s\S]{0,200}\bagreements? with `,
      String.raw`(?:the )?(?:[\w-]+ ){0,3}(?:department of (?:law enforcement|public safety)`,
      '|state (?:police|patrol)|highway patrol|bureau of investigation|DEA',
      String.raw`|(?:[\w-]+ )?HIDTA|fusion center|drug enforcement administration`,
      String.raw`|customs and border protection|homeland security investigations)\b[^;]{0,200}\b`,
      String.raw`(?:plate (?:reader|recognition)|A?LPR|fac(?:e|ial) recognition)\b`,
    ),
  ),
  cue(
    'oversight',
    'hearing',
    fromPieces(
      'i',
      String.raw`^\W*(?:(?:resolution|motion|order)\W{1,3})?authorizing (?:an? )?`,
      String.raw`(?:[\w-]+ ){0,2}hearings?\b|^\W*public hearing\b[\s\S]{0,200}\b626\.8473\b`,
      String.raw`|^[^.;$]{0,60}\border\b[^.;$]{0,40}\b(?:for|that) an? (?:public )?hearing\b`,
      String.raw`|^\W*set (?:public )?hearing\b(?![\s\S]*\b`,
      String.raw`(?:grants?|budget|purchas\w+|agreements?|contracts?|permits?|ordinances?|fees?`,
      String.raw`|fund\w*|rezoning)\b)`,
    ),
  ),
  cue('report', 'annual-report', /^\W*receipt of\b[^.;]{0,120}\breports?\W*$/i),
  cue(
    'report',
    'annual-report',
    /^\W*(?:\d[\d.]{0,5} )?(?:staff )?reports? (?:on|regarding|concerning)\b(?![\s\S]*\b(?:purchas|contract|agreement|recommend|approv|award|adopt|authoriz|resolution|request|grant|bid|proposal)\w*)/i,
  ),
  // "Transit camera policy (adopt)".
  cue(
    'policy',
    'adopt-policy',
    /^[^.;$]{0,120}\bpolic(?:y|ies)(?: and procedures?)? \((?:adopt|approv|action)\w*\)\W*$/i,
  ),
  cue(
    'oversight',
    'other',
    /^[^.;$]{0,80}\b(?:work(?:ing)? group|task force|committee)\b[^.;]{0,40}\bto (?:develop|draft|write|propose)\b[^.;]{0,80}\b(?:surveillance|privacy)\b/i,
  ),
  cue(
    'oversight',
    'ordinance',
    /\bordinances?\b[^.;]{0,60}\bto establish\b[^.;]{0,30}\bsurveillance technology (?:guidelines|rules|standards|requirements)\b/i,
  ),
  // Who pays by agreement: "agreement with the Department of Justice for the camera programme".
  cue(
    'grant',
    'accept-grant',
    /\bagreements? with (?:the )?(?:(?:U\. ?S\.|US|United States|federal|state) )?(?:department of (?:justice|homeland security)|office of justice programs|bureau of justice assistance|FEMA)\b(?![^;]{0,120}\b(?:sharing|access|CJIS|databases?|fingerprint|task force)\b)/i,
  ),
  cue(
    'grant',
    'accept-grant',
    /\baccept\b[^;]{0,200}\b(?:JAG|Byrne|grant)\b[^;]{0,40}\baward of \$/i,
  ),
  // A list is changed by what is bought: "amendment to the equipment report and purchase of".
  cue('procurement', 'approve-contract', /\breports?\b[^.;]{0,60}\band (?:the )?purchase of\b/i),
  // Bought from one firm, whoever pays a part of it.
  cue(
    'procurement',
    'approve-contract',
    /^(?![\s\S]*\b(?:accept|renew|amend)\w*)[\s\S]{0,200}\b(?:single|sole)[ -]source (?:[\w-]+ ){0,3}contract with\b/i,
  ),
  // "Agreement for monitoring services and policy review": the review comes with it.
  cue(
    'procurement',
    'approve-contract',
    /^\W*(?:agreement|contract) for (?:[\w-]+ ){0,6}(?:services?|equipment|software|maintenance|audits?)\b(?![^;]{0,80}\bgrant)/i,
  ),
  cue('grant', 'accept-grant', /^\W*grants? (?:for|from) (?!\w+ county\b)/i),
  cue(
    'grant',
    'accept-grant',
    /\bdisburse (?:an? |the )?(?:[\w-]+ ){0,3}(?:grant|award)\b|\bgrant award to the (?:city|county|town|village)\b/i,
  ),
  cue(
    'policy',
    'ordinance',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|report)\w*)\W*resolution (?:(?:of|in) (?:opposition|support)|(?:to|that) supports?|supporting the (?:implementation|establishment|creation|use))\b/i,
  ),
  cue(
    'policy',
    'adopt-policy',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|report|grant)\w*)[\s\S]{0,120}\bpolicy (?:regulating|governing)\b/i,
  ),
  cue(
    'oversight',
    'ordinance',
    /\bsurveillance technolog(?:y|ies)\b[^$]{0,160}\baccepting (?:the )?(?:[\w-]+ ){0,2}surveillance impact reports?\b/i,
  ),
  // The policy comes back, and something is bought with it.
  cue(
    'procurement',
    'approve-contract',
    /^(?![\s\S]*\b(?:accept|appl(?:y|ication)|grants?|donat)\w*)[\s\S]{0,300}\bpolic(?:y|ies)\b[\s\S]{0,300}\bauthoriz\w+ (?:[\w-]+ ){0,4}purchase orders?\b/i,
  ),
  // "Policy on cameras in transit vehicles".
  cue(
    'policy',
    'adopt-policy',
    /^(?!\W*requir)(?![\s\S]*\b(?:purchas|contract|agreement|report|audit|grant|hearing|award|bid|quote|subscription|annual|appropriat|pursuant to|under|accordance|proposal|program|apply|application|fund|insur)\w*)[\s\S]{0,80}\bpolic(?:y|ies) (?:on|for|regarding|governing|about|concerning)\b/i,
  ),
  cue('policy', 'adopt-policy', /^\W*(?:\d{1,2}[.)] )?retention periods? (?:for|of)\b/i),
  // "Security cameras, discussion (20 minutes)": nothing is asked.
  cue('report', 'annual-report', /^[^.;:$]{0,80}\bdiscussion \(\d{1,3} min(?:ute)?s?\)\W*$/i),
  cue('report', 'annual-report', /^[^.;:$]{0,60}\bdemonstration of (?:the )?[\w ]{0,30}\buse\b/i),
  cue(
    'report',
    'annual-report',
    /^\W*(?:staff |police |manager['\u2019]s )?response to (?:the )?(?:city |county |town )?(?:council|board|commission|mayor|committee)\b/i,
  ),
  // Shown or told to a body, and nothing asked of it.
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:approv|authoriz|award|purchas|contract with|adopt|request|quote`,
      String.raw`|proposal|moved|seconded|ordinance|resolution)\w*)`,
      String.raw`(?:\W*(?:(?:vendor|product|sales) )?demonstrations? (?:of|by|on)\b`,
      String.raw`|\W*committee report\b|[^$]{0,160}\b`,
      String.raw`(?:reported (?:to (?:the )?[\w ]{3,24} )?that`,
      '|briefed the (?:council|board|commission|committee)',
      '|told the (?:council|board|commission|committee)',
      String.raw`|gave (?:(?:an?|the) )?(?:[\w-]+ ){0,3}`,
      '(?:update|overview|statistics|wrap[ -]up|usage report|activity report',
      String.raw`|quarterly report|monthly report)|representatives? to (?:speak|present))\b)`,
    ),
  ),
  cue('policy', 'adopt-policy', /^[^.;:$]{0,100}\bretention schedule\W*$/i),
  // "Identifying the allowable uses and retention of camera records": how it may be used.
  cue(
    'policy',
    'adopt-policy',
    /^(?![\s\S]*\b(?:purchas|contract|agreement)\w*)[\s\S]{0,120}\b(?:allowable|permitted|permissible|acceptable) uses?\b[^.;]{0,60}\b(?:retention|records|recordings|footage|data|cameras?|drones?)\b/i,
  ),
  cue(
    'policy',
    'adopt-policy',
    /^[^.;:$]{0,60}\b(?:cam(?:era)?s?|BWC|drones?|UAS|A?LPR|reader|surveillance) policy (?:process|drafts?|review|discussion|updates?)\W*$|^\W*(?:review|discuss)(?: and (?:review|discuss))? (?:the )?[^.;:$]{0,60}\bpolicy\b(?![^.;]{0,80}\b(?:contract|award|purchase (?:of|from))\b)/i,
  ),
  // "Body camera audit", by whoever reads it.
  cue(
    'oversight',
    'other',
    /^(?!\W*(?:receiv|accept)\w*)[^.;:$]{0,80}\b(?:cam(?:era)?s?|BWC|drones?|UAS|A?LPR|readers?|surveillance)\)?\b\W{0,2}(?:[\w-]+ ){0,2}audit\W*$/i,
  ),
  cue(
    'oversight',
    'hearing',
    /^\W*public hearings?\W{1,3}(?:[a-z\d]\W{1,2})?(?:conduct|hold|open) (?:an? |the )?public hearing\b(?![^;]{0,160}\b(?:approv|authoriz|award|adopt)\w*)/i,
  ),
  // What somebody tells beside the business of the day.
  cue(
    'report',
    'annual-report',
    /^\W*(?:\d{1,3}[.)]\s)?(?:chair(?:man|woman|person)?|mayor|president|supervisors?|commissioners?|council ?(?:members?)?|trustees?|manager|administrator|clerk)(?:['\u2019]?s?['\u2019]?) (?:remarks|comments)\W*$/i,
  ),
  // "Monitoring services amendment and annual policy review": the review comes with it.
  cue(
    'procurement',
    'amend',
    /^\W*(?:[\w-]+ ){1,5}(?:services?|agreement|contract) amendment and\b|^\W*(?:(?:first|second|third|fourth|fifth) )?amendment (?:(?:no\.? ?|number |# ?)?\w{1,6} )?(?:with|to) [^;:]{2,60} and (?:the )?(?:annual |yearly )?(?:[\w-]+ ){0,3}review\W*$/i,
  ),
  cue(
    'report',
    'annual-report',
    /^\W*(?:(?:[\w-]+ ){0,4}(?:committee|commission|board|police|sheriff)\W{1,3})?(?:the )?status (?:of|report on) (?:the |our )?(?![\s\S]*\b(?:approv|authoriz|award|purchas|contract|agreement|grant|adopt)\w*)/i,
  ),
  cue(
    'oversight',
    'other',
    /\b(?:creat|form|establish|nam|appoint|conven)(?:e|es|ing)? an? (?:[\w-]+ ){0,3}(?:task force|working group|ad hoc committee|advisory (?:board|committee))\b/i,
  ),
  // What is given away or sold is bought by nobody here.
  cue(
    'other',
    'other',
    /^(?![\s\S]*\b(?:purchas|acqui|replac|trad(?:e|ing)|accept|receiv|federal|1033|contract|appropriat)\w*)(?![\s\S]*\(a\)[\s\S]*\(b\))[\s\S]{0,120}\b(?:to surplus|surplus(?:ing)?|disposal of|disposing of|auction)\b/i,
  ),
  cue(
    'report',
    'annual-report',
    /^(?![\s\S]*\b(?:approv|authoriz|award|purchas|contract|agreement|grant|adopt|quote|proposal|polic(?:y|ies)|ordinance)\w*)\W*(?:[a-z\d]{1,2}[.)]\s)?(?:council |joint |city |board )?(?:workshop|work session|study session)\b[^.;$]{0,100}$/i,
  ),
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\bpurchas)[\s\S]{0,60}\b(?:submi(?:t|tting|ssion of)|submittal of) (?:an? |the )?applications? (?:for|to)\b[^.;]{0,140}\b(?:program|fund(?:s|ing)?|grant)\b/i,
  ),
]
