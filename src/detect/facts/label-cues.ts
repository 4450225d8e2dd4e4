import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

/** Labels rather than sentences: the giver, the partner or the kind of event is named, and no verb. */
export const labelCues: readonly Cue[] = [
  // What residents' doorbells show is asked for through the firm, which sells the body nothing.
  cue(
    'data-sharing',
    'mou',
    /^(?![\s\S]*(?:\b(?:purchas|subscription|terminat|cancel|discontinu|polic(?:y|ies)|ordinance|report|hearing)\w*|\$ ?\d))[^;$]{0,40}\b(?:MOU|MOA|memorandum of (?:understanding|agreement)|partnership(?: agreement)?) with (?:the )?(?:Amazon )?Ring\b[^;$]{0,60}\bneighbors\b/i,
  ),
  // Both sides of a grant's account.
  cue('grant', 'accept-grant', /^\W*grant revenues?(?: and| ?&) expenditures?\b/i),
  // "Foundation gift - drone", "Sheriff: donation (drone)".
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\b(?:purchas|surplus|polic(?:y|ies)|ordinance|quote|bid)\w*)(?:(?!\b(?:thank|letter|proclamation|recognition)\w*)[^;$]){0,40}\b(?:donations?|gifts?)\b\s?(?:\(|[:\u2013\u2014-] |\W*$)/i,
  ),
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|quote|bid|vendor)\w*)`,
      String.raw`(?:[^;]{0,40}\b(?:acknowledg|accept|receiv|receipt|recogni[sz])\w*\b[^;]{0,60}\b`,
      String.raw`(?:state|federal|program) (?:awards?|allocations?|appropriations?)\b`,
      String.raw`|[^;]{0,40}\bincreas\w* (?:the )?(?:estimated )?`,
      String.raw`(?:revenues?|appropriations?)\b[^;]{0,80}\b(?:grants?|state aid|federal aid)\b`,
      String.raw`|[^;$]{0,40}\bletters? of support\b[^;$]{0,80}\b`,
      String.raw`(?:grants?|funding|funds|applications?|earmark)\b)`,
    ),
  ),
  // Agencies that want to look, and partners that let them.
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*(?:\b(?:purchas|subscription|not[ -]to[ -]exceed|grants?\b|lease|award`,
      String.raw`|software|polic(?:y|ies)|ordinance|report|install|bid|contract|fees?\b)\w*`,
      String.raw`|\$ ?\d))[\s\S]{0,60}(?:\b(?:agreements?|memorand(?:um|a)|MOUs?|MOAs?`,
      String.raw`|partnerships?)\b[^;$]{0,30}\bwith (?:the )?(?:[\w'\u2019.-]+ ){0,4}?`,
      '(?:CBP|ICE|FBI|DEA|HSI|ATF|customs|police|sheriff|state|county|school|district',
      String.raw`|university|patrol|agency|agencies|authority)\b[^;$]{0,60}\b`,
      String.raw`(?:access to|feeds?\b|footage\b|live (?:video|camera))`,
      String.raw`|\b(?:connect|integrat|link|stream)\w* (?:of )?(?:the )?(?:[\w'\u2019-]+ ){0,4}`,
      String.raw`(?:cameras?|video|readers?|feeds?) (?:with|into|to)\b[^;$]{0,80}\b`,
      String.raw`(?:agreements?|memorand(?:um|a)|MOUs?|MOAs?|partnership)\b)`,
    ),
  ),
  // Asked of the body itself, or of a programme that is there.
  cue(
    'policy',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|grant|award|vendor|renew|report`,
      String.raw`|survey)\w*)(?:\W*should\b[^;$]{3,100}\?`,
      String.raw`|\W*(?:(?:resolution|motion|order)\W{1,3}(?:to )?)?`,
      String.raw`(?:reinstat|restart|reviv|resum)\w* (?:of )?(?:the )?(?:[\w-]+ ){0,6}`,
      String.raw`(?:program(?:me)?|enforcement|pilot)\b`,
      String.raw`|\W*(?:permanent|full|final) (?:adoption|establishment) of (?:the )?`,
      String.raw`(?:[\w-]+ ){0,6}(?:program(?:me)?|pilot)\b)`,
    ),
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
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|surplus|polic(?:y|ies)|ordinance|quote|bid|proposal|report`,
      String.raw`|plan|easement|warranty|project|contract|agreement|insurance|fines?|forfeit)\w*)`,
      String.raw`(?:\W*(?:memorial|anonymous|in-kind|private|foundation|employee|corporate`,
      String.raw`|community) (?:gifts?|contributions?|donations?)\b`,
      String.raw`|[^;$]{0,40}\b(?:foundation|association|club|trust|rotary|chamber) `,
      String.raw`(?:funds?|funding|money|monies) (?:received|awarded|given|granted)\b`,
      String.raw`|[^;$]{0,20}\b(?:unbudgeted|unanticipated) (?:[\w-]+ )?(?:revenues?|funds)\b`,
      String.raw`|[\s\S]{0,200}[,\u2013\u2014-] ?accept(?:ance)?\W*$)`,
    ),
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
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|financial|proposal|engag|services`,
      String.raw`|consult|award|quote|RFP|ordinance)\w*)`,
      String.raw`(?:\W*(?:[\w-]+ )?audit ?[:\u2013\u2014-] `,
      String.raw`|[^.;$]{0,60}\b(?:independent|third[- ]party|external|outside) `,
      String.raw`(?:reviews?|investigations?|examinations?|inquir(?:y|ies)) (?:of|into)\b)`,
    ),
  ),
  cue(
    'other',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant)\w*)[^.;$]{0,40}\b(?:(?:awards?|medals?) of (?:merit|valor|excellence|appreciation|honou?r)|life-?saving awards?|letters? of commendation)\b/i,
  ),
]
