import { fromPieces } from '../pieces.ts'
import { betweenCues } from './between-cues.ts'
import { type Cue, cue } from './cue.ts'
import { firstCues } from './first-cues.ts'
import { givingCues } from './giving-cues.ts'
import { grantCues } from './grant-cues.ts'
import { headingCues } from './heading-cues.ts'
import { labelCues } from './label-cues.ts'
import { openingCues } from './opening-cues.ts'
import { oversightCues } from './oversight-cues.ts'
import { placedCues } from './placed-cues.ts'
import { plainCues } from './plain-cues.ts'
import { policyCues } from './policy-cues.ts'
import { ruleCues } from './rule-cues.ts'
import { sharingCues } from './sharing-cues.ts'
import { shorthandCues } from './shorthand-cues.ts'
import { toldCues } from './told-cues.ts'
import { watchingCues } from './watching-cues.ts'

/** Laws and their makers: words of a title that makes a rule and buys nothing. */
const asksForReport =
  /^\W*(?:(?:an? )?(?:[\w-]+ ){0,2}(?:motion|order)\W{1,3}(?:to )?)?(?:requiring|require|reporting|call(?:ing)? (?:for|on|upon)|request\w*|directing|direct)\b[^.;]{0,140}\b(?:reporting\b(?! and oversight)|reports?\b(?! (?:parking|to (?:the )?police))|updates?\b|study\b|audits?\b|findings\b)/i

/** "Resolution asking the Chief to inform the Council each quarter": what others are to tell. */
const asksToBeTold =
  /^\W*(?:an? )?resolution (?:asking|requesting|directing) [^.;]{0,80}\bto (?:report (?:back|on|to|each|every|quarterly|monthly|annually|regularly)\b|(?:inform|brief|tell) (?:the |this )?(?:[\w-]+ )?(?:council|board|commission|committee|aldermen)\b)/i

/** Tried in order on the item's own words; the first that fits says what is done. */
export const cues: readonly Cue[] = [
  ...headingCues,
  ...shorthandCues,
  ...labelCues,
  ...firstCues,
  ...watchingCues,
  ...givingCues,
  ...betweenCues,
  ...ruleCues,
  ...oversightCues,
  ...plainCues,
  ...sharingCues,
  ...openingCues,
  // What was shared is shared no more.
  cue(
    'data-sharing',
    'terminate',
    /^[^.;]{0,60}\b(?:end|ending|terminat\w+|cancel\w*|withdraw\w*|suspend\w*)\b[^.;]{0,60}\b(?:data|information|intelligence)[ -]sharing\b/i,
  ),
  cue(
    'oversight',
    'hearing',
    fromPieces(
      'i',
      String.raw`^[^.;]{0,60}\b(?:conduct|hold|set(?:ting)?|schedul(?:e|ing)) an? `,
      String.raw`(?:(?:first|second|third|further) )?(?:public )?hearing\b`,
      String.raw`(?![^.;]{0,120}\b(?:approv|authoriz|award)\w* (?:[\w-]+ ){0,5}`,
      String.raw`(?:purchases?|contracts?|agreements?|grants?|applications?)\b)`,
      String.raw`|^[^.;:]{0,60}\b(?:informational|investigative|legislative|joint|special`,
      String.raw`|oversight) hearing\b|\bcalling for an? (?:public )?hearing\b`,
      String.raw`|\b(?:committee|board|commission)\b[^.;]{0,40}\bmeeting to discuss\b`,
      String.raw`|\bcall(?:ing)? (?:up)?on\b[^.;]{0,220}\bhearing\b`,
      String.raw`|\brequest\w*\b[^.;]{0,160}\b(?:hold|conduct|convene|schedule)\w* `,
      String.raw`(?:an? |the |further )?(?:public |committee |joint )?hearings?\b`,
      String.raw`|\b(?:committee|council|board|commission)\b[^.;]{0,60}\bhold (?:an? )?`,
      String.raw`(?:public )?hearings?\b|\brequest(?:s|ing|ed)? (?:an? |the |that an? )?`,
      String.raw`(?:[\w-]+ ){0,2}hearings?\b|^\W*hearing `,
      String.raw`(?:to (?:discuss|consider|review|examine|receive)|regarding|about|[\u2013\u2014-])`,
      String.raw`|^\W*(?:(?:briefing ?[/&] ?)?oversight\b`,
      String.raw`|(?:order|motion|resolution) for (?:an? )?hearing\b`,
      String.raw`|call for (?:[\w-]+ ){0,9}hearing`,
      String.raw`|(?:[\w-]+ ){1,4}(?:committee|commission) hearing `,
      String.raw`(?:on|regarding|concerning|about)\b|(?:notice\b[^.]{0,120})?special meeting for\b`,
      String.raw`|(?:committee )?hearing on\b|(?:notice of )?public hearing`,
      String.raw`(?: (?:on|regarding|to consider)\b| ?[:\u2013\u2014-])`,
      String.raw`(?:[^.;]{0,60}\b(?:surveillance|use of`,
      String.raw`(?! (?:[\w.'\u2019-]+ ){0,8}(?:funds?|grants?|monies)\b))\b`,
      String.raw`|(?![\s\S]*\b(?:grants?|budget|purchas\w+|agreements?|contracts?|permits?`,
      String.raw`|ordinances?|fees?|fund\w*|rezoning)\b)))`,
    ),
  ),
  cue(
    'procurement',
    'terminate',
    fromPieces(
      'i',
      String.raw`\b(?:repeal\w* ordinance (?:no\.? ?)?[\d-]+ in its entirety`,
      String.raw`|terminat\w+ (?:of )?(?:the |its |an? )?(?:\w+ ){0,4}(?:contract|agreement)`,
      String.raw`|cancel\w* (?:the |its )?(?:\w+ ){0,3}(?:contract|agreement)|non-?renewal`,
      String.raw`|discontinu\w+|(?:end|ending) (?:the |its |our )?(?:\w+ ){0,4}`,
      '(?:contract|agreement|program|subscription)',
      String.raw`|sunset(?:ting)? (?:the |its )?(?:\w+ ){0,4}(?:contract|program))\b`,
    ),
  ),
  ...toldCues,
  ...placedCues,
  ...policyCues,
  ...grantCues,
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      String.raw`\b(?:annual (?:\w+ ){0,4}reports?|annual (?:[\w-]+ ){0,4}impact assessments?`,
      '|surveillance technology reports?',
      String.raw`|(?:quarterly|semi-?annual|yearly|status|progress|informational|staff) (?:\w+ )?`,
      '(?:report|update)|report (?:out |back )?on (?:the )?(?:use|status|effectiveness)',
      '|receive and file|(?:annual|yearly|quarterly|mid-?year|progress|program) ',
      String.raw`(?:[\w-]+ ){0,3}(?:reports? on|update|review|results)\b|^\W*(?:\d+\W+)?update\b`,
      String.raw`|presentation (?:on|of|regarding|by))\b`,
    ),
  ),
  cue('report', 'annual-report', asksForReport),
  cue('report', 'annual-report', asksToBeTold),
  // Named by what it is: "Impact report for plate readers", "pilot results".
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:approv|adopt|authoriz|award|purchas|renew)\w*)[\s\S]{0,300}\b`,
      '(?:(?:impact|compliance|transparency|evaluation|findings|pilot|feasibility',
      String.raw`|program) reports?|(?:program|pilot|system|technology|outcome) evaluation\b`,
      String.raw`|memo(?:randum)? (?:on|regarding|about)\b|(?:pilot|trial|survey|audit) results)\b`,
      String.raw`|^(?![\s\S]*\b(?:approv|adopt|authoriz|award|purchas|renew|contract|agreement`,
      String.raw`|propos|consult|fund)\w*)[\s\S]{0,160}\b`,
      '(?:equity|impact|trend|feasibility|needs|program|performance|effectiveness',
      String.raw`|cost[- ]benefit) (?:analysis|study|assessment)(?: of [\w -]{3,60})?\W*$`,
    ),
  ),
  cue(
    'report',
    'annual-report',
    /^\W*(?:reporting|(?:performance |city |county |independent |internal )?(?:audit|evaluation|assessment) of)\b|\bprovide an? (?:\w+ )?report\b|\b(?:(?<!\bmaking )findings|results) (?:of|created by)\b(?! (?:the )?(?:[\w-]+ )?(?:RFP|RFQ|bids?|solicitation|request for|quotes?)\b)/i,
  ),
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`\b(?:memorand(?:um|a) of (?:understanding|agreement)|MOU|MOA`,
      '|(?:data|information|intelligence)[ -](?:sharing|exchange)',
      String.raw`(?! (?:platform|software|system|module|subscription|add-?on)\b)`,
      String.raw`|(?:agreement|memorandum)\b(?:[^.;]|(?<=\b\w)\.){0,120}\b`,
      '(?:(?:exchange|sharing) of|to (?:share|exchange|search|pool)) ',
      String.raw`(?:[\w'\u2019-]+ ){0,6}(?:data|databases?|information|intelligence|footage|feeds?`,
      String.raw`|images|reads|records)|shared services? agreements?\b[^.;]{0,160}\b`,
      String.raw`(?:network|data|databases?|reads|search\w*|sharing)\b`,
      '|(?:inter-?agency|participation|cooperative endeavor|inter-?local',
      '|inter-?governmental|inter-?municipal) agreements?',
      '|agreements? (?:for|on) participation',
      String.raw`|agreements? to participate in (?:the |an? )?(?:[\w-]+ ){0,4}`,
      '(?:fusion|intelligence|information|network|task force|center)',
      String.raw`|task force agreements?|joint powers)\b`,
      String.raw`(?![^.;]{0,120}\b(?:purchase|acquisition|order form|installation`,
      '|cameras? (?:at|for)|(?:traffic|photo|speed|parking|red[ -]light|automated|camera)',
      String.raw`(?: [\w-]+){0,2} enforcement|(?:speed|red[ -]light|school[ -]zone|traffic|photo)`,
      '(?: safety| enforcement| speed)? (?:cameras?|detection)|subscription|lease|storage',
      String.raw`|hosting|repairs?|maintenance)\b)`,
    ),
  ),
  cue(
    'grant',
    'accept-grant',
    /\b(?:accept\w*|appl(?:y|ication|ying)(?! (?:[\w-]+ ){0,6}(?:funds?|proceeds|money) (?:to|towards?)\b)|acceptance)\b[^.;]{0,120}\b(?:award(?! (?:of|a) (?:contract|bid))|funds\b|funding\b)/i,
  ),
  cue(
    'policy',
    'adopt-policy',
    /\b(?:approv\w*|adopt\w*|review\w*|surveillance technology report, surveillance acquisition report)\b[^.;]{0,80}\b(?:use polic(?:y|ies)|policy|general order)\b/i,
  ),
  cue(
    'procurement',
    'amend',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\brenew)(?![\s\S]*\b(?:modify|amend) and extend)[\s\S]*\b`,
      '(?:modif(?:y|ication|ies|ying)|(?:first|second|third|fourth|fifth',
      String.raw`|\d(?:st|nd|rd|th)) amendment|amendment `,
      String.raw`(?:no|number|#|to (?:the |an? )?(?:\w+ ){0,5}`,
      String.raw`(?:agreement|contract|ordinance [\w-]*\d))`,
      String.raw`|amend (?:the |an? |its )?(?:\w+ ){0,5}(?:agreement|contract)|change order`,
      String.raw`|increase (?:the )?(?:\w+ ){0,4}(?:contract|agreement|purchase order)|add funds`,
      String.raw`|supplemental agreement)\b`,
    ),
  ),
  cue(
    'procurement',
    'renew',
    /\b(?:renew(?:al|s|ing|ed)?|to continue|continuation|(?:second|third|fourth|fifth|final) year of|annual (?:maintenance|subscription|support)|extend(?:ing)? the (?:term|contract|agreement)|extension of (?:the )?(?:contract|agreement))\b/i,
  ),
  cue(
    'procurement',
    'approve-contract',
    fromPieces(
      'i',
      String.raw`\b(?:purchas\w+|procure\w*|acqui(?:re|sition|ring)`,
      String.raw`|contracts?\b(?! with the public)|agreements?|lease|leasing|subscriptions?`,
      String.raw`|licenses? (?:for|from)|licensing|expenditures?|expend|transfer\b[^.;]{0,60}\$`,
      '|award(?: of| a)? (?:bid|contract)|bids?|sole[ -]source|purchase order|quotes?',
      '|proposals?|invoice|install(?:ation|ing)?|vendor|upgrade|replacement',
      String.raw`|universal term|funding for|appropriat\w+|budget)\b`,
    ),
  ),
]
