import { type Cue, cue } from './cue.ts'

/** Labels rather than sentences: the giver, the partner or the kind of event is named, and no verb. */
export const labelCues: readonly Cue[] = [
  // "Foundation gift - drone", "Sheriff: donation (drone)".
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\b(?:purchas|surplus|polic(?:y|ies)|ordinance|quote|bid)\w*)(?:(?!\b(?:thank|letter|proclamation|recognition)\w*)[^;$]){0,40}\b(?:donations?|gifts?)\b\s?(?:\(|[:\u2013\u2014-] |\W*$)/i,
  ),
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\b(?:purchas|contract|quote|bid|vendor)\w*)(?:[^;]{0,40}\b(?:acknowledg|accept|receiv|receipt|recogni[sz])\w*\b[^;]{0,60}\b(?:state|federal|program) (?:awards?|allocations?|appropriations?)\b|[^;]{0,40}\bincreas\w* (?:the )?(?:estimated )?(?:revenues?|appropriations?)\b[^;]{0,80}\b(?:grants?|state aid|federal aid)\b|[^;$]{0,40}\bletters? of support\b[^;$]{0,80}\b(?:grants?|funding|funds|applications?|earmark)\b)/i,
  ),
  // Agencies that want to look, and partners that let them.
  cue(
    'data-sharing',
    'mou',
    /^(?![\s\S]*(?:\b(?:purchas|subscription|not[ -]to[ -]exceed|grants?\b|lease|award|software|polic(?:y|ies)|ordinance|report|install|bid|contract|fees?\b)\w*|\$ ?\d))[\s\S]{0,60}(?:\b(?:agreements?|memorand(?:um|a)|MOUs?|MOAs?|partnerships?)\b[^;$]{0,30}\bwith (?:the )?(?:[\w'\u2019.-]+ ){0,4}?(?:CBP|ICE|FBI|DEA|HSI|ATF|customs|police|sheriff|state|county|school|district|university|patrol|agency|agencies|authority)\b[^;$]{0,60}\b(?:access to|feeds?\b|footage\b|live (?:video|camera))|\b(?:connect|integrat|link|stream)\w* (?:of )?(?:the )?(?:[\w'\u2019-]+ ){0,4}(?:cameras?|video|readers?|feeds?) (?:with|into|to)\b[^;$]{0,80}\b(?:agreements?|memorand(?:um|a)|MOUs?|MOAs?|partnership)\b)/i,
  ),
  // Asked of the body itself, or of a programme that is there.
  cue(
    'policy',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant|award|vendor|renew|report|survey)\w*)(?:\W*should\b[^;$]{3,100}\?|\W*(?:(?:resolution|motion|order)\W{1,3}(?:to )?)?(?:reinstat|restart|reviv|resum)\w* (?:of )?(?:the )?(?:[\w-]+ ){0,6}(?:program(?:me)?|enforcement|pilot)\b|\W*(?:permanent|full|final) (?:adoption|establishment) of (?:the )?(?:[\w-]+ ){0,6}(?:program(?:me)?|pilot)\b)/i,
  ),
  cue(
    'oversight',
    'hearing',
    /^(?![\s\S]*\b(?:grants?|budget|purchas\w+|agreements?|contracts?|permits?|ordinances?|polic(?:y|ies)|fees?|fund\w*|rezoning|appeals?)\b)\W*(?:(?:oversight|council|committee|joint|special) ){0,2}hearings? ?[:\u2013\u2014-] /i,
  ),
  cue(
    'report',
    'annual-report',
    /^(?![\s\S]*\b(?:approv|authoriz|award|purchas|contract|agreement)\w*)\W*(?:vendor|product|sales|live) demo(?:nstration)?s?\b/i,
  ),
  // Leave to stand in a street, a trip, a contest.
  cue(
    'other',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|ordinance|polic(?:y|ies))\w*)(?:\W*(?:right[- ]of[- ]way|ROW|encroachment|building|special use|conditional use|street) permits?\b|\W*(?:training|conference)(?: and)? (?:travel|attendance|registration)\b|[^.;$]{0,40}\bessay\b)/i,
  ),
  // "Memorial gift for a drone", "Foundation funds received", "Unbudgeted revenue", "… award, accept".
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\b(?:purchas|surplus|polic(?:y|ies)|ordinance|quote|bid|proposal|report|plan|easement|warranty|project|contract|agreement|insurance|fines?|forfeit)\w*)(?:\W*(?:memorial|anonymous|in-kind|private|foundation|employee|corporate|community) (?:gifts?|contributions?|donations?)\b|[^;$]{0,40}\b(?:foundation|association|club|trust|rotary|chamber) (?:funds?|funding|money|monies) (?:received|awarded|given|granted)\b|[^;$]{0,20}\b(?:unbudgeted|unanticipated) (?:[\w-]+ )?(?:revenues?|funds)\b|[\s\S]{0,200}[,\u2013\u2014-] ?accept(?:ance)?\W*$)/i,
  ),
  // When it may be enforced.
  cue(
    'policy',
    'ordinance',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant|bid|report|vendor)\w*)[^;$]{0,80}\b(?:hours of (?:operation|enforcement)|enforcement hours)\b/i,
  ),
  cue(
    'report',
    'annual-report',
    /^\W*info(?:rmation)?(?: only)? ?[:\u2013\u2014-] (?![\s\S]*\b(?:approv|authoriz|award|purchas)\w*)/i,
  ),
  // "Audit: who has access", "independent review of facial recognition".
  cue(
    'oversight',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|financial|proposal|engag|services|consult|award|quote|RFP|ordinance)\w*)(?:\W*(?:[\w-]+ )?audit ?[:\u2013\u2014-] |[^.;$]{0,60}\b(?:independent|third[- ]party|external|outside) (?:reviews?|investigations?|examinations?|inquir(?:y|ies)) (?:of|into)\b)/i,
  ),
  cue(
    'other',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant)\w*)[^.;$]{0,40}\b(?:(?:awards?|medals?) of (?:merit|valor|excellence|appreciation|honou?r)|life-?saving awards?|letters? of commendation)\b/i,
  ),
]
