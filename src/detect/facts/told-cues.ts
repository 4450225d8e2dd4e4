import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

/** Courts, posts, thanks, studies and reports by their names: little is bought under such words. */
export const toldCues: readonly Cue[] = [
  // Of courts and of money back: nothing is bought and no rule made.
  cue(
    'other',
    'other',
    fromPieces(
      'i',
      String.raw`\bbid protest\b|^\W*public records? (?:appeals?|requests?)\b`,
      String.raw`|^\W*(?:(?:approv\w*|authoriz\w*|ratif\w*|resolution) (?:the |of )?)?`,
      String.raw`(?:claims? (?:of|by|against|for)|settlements?(?=\W*$|,| agreement)`,
      String.raw`|settlement (?:of|in) (?:an? |the )?(?:[\w-]+ )?`,
      '(?:claims?|lawsuits?|litigation|suit|case)|appeals? (?:of|from|by)',
      String.raw`|(?:order |motion )?(?:deny|denying|denial of)\b|workers['\u2019]? compensation`,
      String.raw`|lawsuit|litigation)\b`,
    ),
  ),
  // Posts of people: "create the position of crime centre supervisor".
  cue(
    'other',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant|equipment|subscription|award|licen[cs]e (?:for|from))\w*)[\s\S]{0,160}\b(?:(?:creat|add|establish|authoriz|approv|fund|request|reclassif)\w*\b[^.;]{0,100}\b(?:positions?|FTEs?|job class(?:ification)?)\b|creat\w+ class\b|personnel request\b)/i,
  ),
  // Someone is to look into it.
  cue(
    'oversight',
    'other',
    /^\W*(?:[\w-]+ ){0,6}(?:call\w* for|request\w*|order\w*|direct\w*|urg\w*) (?:an? |the )?(?:[\w-]+ ){0,2}(?:investigation|inquiry)\b|^[^.;]{0,60}\bsubpoena\b/i,
  ),
  // Nobody is chosen: "Rejecting all bids for the camera project".
  cue(
    'other',
    'other',
    /^(?![\s\S]*\b(?:award|appl(?:y|ication)|approv\w* (?:an? |the )?(?:[\w-]+ ){0,4}(?:contract|agreement|purchase)|negotiat\w* with)\w*)[\s\S]{0,160}\breject\w*(?: of)? (?:any and all|all|any|the) (?:[\w-]+ ){0,2}(?:bids?|pro(?:- ?)?posals?|responses?|offers?|submittals?)\b/i,
  ),
  // Somebody is thanked: "Resolution commending the crime centre's staff".
  cue(
    'other',
    'other',
    /^\W*(?:(?:an? )?(?:[\w-]+ ){0,2}(?:resolution|proclamation|motion)\W{1,4}(?:of the [\w ]{1,40} )?)?(?:honou?ring|commending|congratulating|thanking|commendation|recogni[sz]ing (?!(?:[\w$,.-]+ ){0,8}(?:grants?|award|revenues?|funds?|funding|donations?|gifts?)\b))/i,
  ),
  // Sent to a body to be read: "Transmitting an informational report relative to drone flights".
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      String.raw`\binformational (?:communication|report|memo(?:randum)?|letter|update)\b`,
      String.raw`|^(?![\s\S]*\b(?:appropriat|accept|approv|authoriz|purchas|adopt|order|ordinance`,
      '|resolution|grant|transfer|award|agreement|contract|draft|polic(?:y|ies)|petition',
      String.raw`|act\b|veto|request(?:ing|s)?\b)\w*)[\s\S]{0,80}`,
      String.raw`(?:\b(?:transmit|forward|submit|convey)\w*\b[^.;]{0,60}\b`,
      '(?:communication|reports?|response|memo(?:randum)?|update|findings|statistics',
      String.raw`|data)\b|\bcommunications? (?:from [^.;]{2,80}? )?`,
      String.raw`(?:relat(?:ing|ive)|regarding|concerning|with regard)\b)`,
    ),
  ),
  // "Order: that the Commissioner report on footage": asked of those who know.
  cue(
    'report',
    'annual-report',
    /^\W*(?:order(?:ed)?\W{1,3})?(?:that )?the [\w' \u2019]{3,60}? (?:be (?:and (?:hereby )?is )?(?:hereby )?(?:requested|directed|asked) to )?(?:report(?: back)?|provide (?:an? )?(?:[\w-]+ ){0,2}(?:report|update)) (?:on|to|with|regarding)\b/i,
  ),
  // Named by what it is: "Police 2024 drone usage report", "plate reader audit report (second half)".
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:approv|adopt|authoriz|award|purchas|renew|agreement|contract|amend`,
      String.raw`|requir|call|polic(?:y|ies)|request|hearing)\w*)[\s\S]{0,200}\b`,
      '(?:audit|annual|quarterly|monthly|semi-?annual|bi-?annual|usage|activity',
      '|statistical|statistics|effectiveness|compliance|transparency|year[- ]end',
      String.raw`|mid-?year|evaluation|follow-?up|inspection|quarter) (?:[\w-]+ ){0,2}reports?\b\W*`,
      String.raw`(?:\([^)]{0,80}\)\W*|(?:(?:for|of|[\u2013\u2014-]) ?(?:[\w.,-]+ ?){0,7}`,
      String.raw`|(?:FY ?)?(?:19|20)\d\d\W*))?$`,
    ),
  ),
  // Asked for at last, whatever was told before it: "Program update and purchase request".
  cue(
    'procurement',
    'approve-contract',
    fromPieces(
      'i',
      String.raw`\b(?:update|report|presentation)\b[^.;]{0,40}\b(?:purchase|funding) request\b`,
      String.raw`|^\W*(?:[\w-]+ ){0,3}(?:update|report|presentation|review)\b[^.;]{0,80}\band `,
      String.raw`(?:possible )?(?:approval of|award of|authoriz\w+) (?:the |an? )?(?:[\w-]+ ){0,4}`,
      String.raw`(?:change orders?|contracts?|agreements?|purchases?|amendments?)\b`,
    ),
  ),
  // What a department may do is talked over, and not what it did.
  cue(
    'policy',
    'adopt-policy',
    /^(?![\s\S]*\b(?:purchas|contract with|agreement with|report|audit)\w*)[\s\S]{0,200}\b(?:talk|discuss\w*|direct\w*|review\w*|consider\w*)\b[^.;]{0,120}\bpolic(?:y|ies) and procedures?\b/i,
  ),
  // A body takes a stand: "Resolution against red light cameras", "a charter amendment to ban them".
  cue(
    'policy',
    'ordinance',
    /\bresolution\W{1,4}(?:against|opposing|in opposition to|condemning|in support of)\b|^\W*(?:proposed )?charter amendments?\b|\bcharter amendment\b[^.;]{0,60}\bto (?:ban|prohibit|forbid)\b/i,
  ),
  cue(
    'oversight',
    'ordinance',
    /\b(?:transparency|oversight|accountability) (?:in|of|over|for) (?:the )?(?:[\w-]+ ){0,3}surveillance\b/i,
  ),
  // Who may look is agreed, and nothing is bought.
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|subscription|vendor`,
      String.raw`|not[ -]to[ -]exceed)\w*)[\s\S]{0,200}\b`,
      String.raw`(?:agreement|memorandum|letter of understanding)\b[^;]{0,120}\baccess to `,
      String.raw`(?:the |its |live )?(?:[\w-]+ ){0,4}`,
      String.raw`(?:cameras?|footage|feeds?|traffic management system)\b`,
      String.raw`|\bcamera (?:system )?access agreement\b`,
      String.raw`|^(?![\s\S]*\b(?:purchas|subscription|vendor`,
      String.raw`|not[ -]to[ -]exceed)\w*)[\s\S]{0,200}\b`,
      '(?:memorandum|MOU|MOA|inter-?local|inter-?governmental',
      String.raw`|mutual aid)\b[^;]{0,160}\baccess (?:by [\w' \u2019]{2,40} )?to `,
      String.raw`(?:[\w'\u2019-]+ ){0,5}(?:cameras?|footage|feeds?|video|data|databases?|repository`,
      String.raw`|reads|records)\b`,
    ),
  ),
  // What is ordered, whoever pays for it.
  cue('procurement', 'approve-contract', /^\W*(?:\w+ ){0,2}order form\b/i),
]
