import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

/** Papers by which a body looks at what is used, tried before all that is bought and ruled. */
export const oversightCues: readonly Cue[] = [
  // Uses are looked at and allowed by the impact report that a surveillance ordinance asks for, whatever the paper is called.
  cue(
    'oversight',
    'ordinance',
    /^(?![\s\S]*\b(?:purchas|contract|agreement)\w*)[\s\S]{0,160}\bordinances?\b[^;$]{0,200}\baccept(?:ing|s)? (?:the )?(?:[\w-]+ ){0,3}surveillance impact reports?\b/i,
  ),
  // Laid before a body that has to look at it: "transmitting the impact report for an extraction tool".
  cue(
    'oversight',
    'annual-report',
    /^(?:\W*informational\b[^$]{0,40}|(?![\s\S]*\b(?:polic(?:y|ies)|purchas|contract|agreement|procure|grants?\b|hearing|ordinance)\w*)[\s\S]{0,60}\b(?:transmit|submit|convey|communication)[\s\S]{0,200})\bsurveillance (?:technology )?impact (?:reports?|statements?|assessments?)\b/i,
  ),
  // "Accepting the report of the biennial audit".
  cue(
    'oversight',
    'annual-report',
    /^\W*(?:(?:resolution|motion|order)\W{1,3})?(?:accept|approv)\w* (?:the |an? )?(?:(?:report|findings|results) of (?:the |an? )?)?(?:[\w-]+ ){0,2}(?:biennial|independent|external|statutory|outside) (?:[\w-]+ ){0,2}audit\b(?![^;$]{0,100}\b(?:contract|agreement|proposal|quote|engag)\w*)/i,
  ),
  // Whoever has to check does: "City Controller's audit of gunshot detection".
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|financial|proposal)\w*)[^.;$]{0,80}\b`,
      '(?:controller|comptroller|auditor|inspector general|ombudsman',
      String.raw`|civilian review board|monitor)(?:['\u2019]?s)?(?: office)?`,
      String.raw`(?:['\u2019]s?)? (?:[\w-]+ ){0,2}audits? (?:of|on|into)\b`,
      String.raw`|^\W*requests? (?:for|that) (?:an? |the )?(?:[\w-]+ ){0,2}`,
      String.raw`(?:inspector general|auditor|controller|comptroller|ombudsman)\b[^.;$]{0,60}\b`,
      String.raw`(?:audit|review|examin|investigat)\w*`,
    ),
  ),
  // "Reader audit for the period ending June 30".
  cue(
    'oversight',
    'other',
    /^(?!\W*(?:receiv|accept)\w*)(?![\s\S]*\b(?:purchas|contract|agreement|proposal)\w*)[^.;:$]{0,80}\b(?:cam(?:era)?s?|BWC|drones?|UAS|A?LPR|readers?|surveillance)\)?\b\W{0,2}(?:[\w-]+ ){0,2}audit (?:for|covering|of) (?:the )?(?:period|year|quarter|months?|calendar|fiscal|(?:19|20)\d\d)\b/i,
  ),
  // What a firm's logs tell of who searched: talked over so that staff may be told what to do.
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|grant|renew)\w*)[\s\S]{0,80}\b`,
      String.raw`(?:audit|search|access|network) logs?\b[^$]{0,120}\b`,
      String.raw`(?:direction|discuss\w*|review)\b`,
      String.raw`|^(?![\s\S]*\b(?:purchas|contract|agreement|grant|renew)\w*)[^.;$]{0,40}\b`,
      String.raw`(?:discuss\w*|review)\b[^;$]{0,60}\b(?:audit|search) logs?\b`,
    ),
  ),
  // The yearly report and the resolution by which its policy goes on.
  cue(
    'report',
    'annual-report',
    /^\W*(?:(?:20\d\d|police|sheriff['\u2019]?s?) )*annual (?:military equipment|surveillance) (?:use )?reports? and (?:resolution|ordinance|renewal|continuation)\b/i,
  ),
  // "Military Equipment Use Policy 2024 Annual Report": what its last words call it.
  cue(
    'report',
    'annual-report',
    /^(?![\s\S]*\b(?:approv|adopt|renew|ordinance|purchas|contract|agreement|hearing|audit)\w*)[^.;$]{0,120}\b(?:annual|yearly|year-?end) reports?(?: (?:for )?(?:(?:FY|CY|fiscal year|calendar year) ?)?\d{2,4})?\W*$/i,
  ),
  // "Six-month review of the drone programme".
  cue(
    'report',
    'annual-report',
    /^(?![\s\S]*\b(?:approv|authoriz|award|purchas|contract|agreement|grant|adopt|quote|proposal|polic(?:y|ies)|ordinance|amend|renew|budget)\w*)[^.;$]{0,100}\b(?:(?:\w+|\d+)[ -](?:month|day|year)|mid-?year|year-?end|annual|quarterly|usage|use|post-?implementation) reviews?\b/i,
  ),
  // Some are sent to study it, or a member asks who has searched.
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas\w* (?:of|from)|contract|agreement|grant)\b)[\s\S]{0,80}\b`,
      String.raw`(?:committee|task force|commission|working group) to (?:study|examine)\b`,
      String.raw`|^\W*requests? (?:by|from) (?:council\w*|alder\w*|commissioner|supervisor`,
      String.raw`|trustee)\b[^$]{0,120}\b(?:searched|searches|logs?|misuse|audits?)\b`,
    ),
  ),
  // A ban by law, also on buying.
  cue(
    'policy',
    'ordinance',
    /^\W*(?:(?:an?|proposed|draft) )?(?:[\w.-]+ ){0,2}(?:ordinance|local law|by-?law|bill) (?:to )?(?:prohibit(?:ing|s)?|forbid(?:ding|s)?|ban(?:ning|s)?)\b(?! (?:[\w-]+ ){0,8}(?:agreement|contract) with\b)/i,
  ),
  cue(
    'report',
    'annual-report',
    /^(?![\s\S]*\b(?:approv|authoriz|award|purchas|contract|agreement|adopt)\w*)[^.;$]{0,40}\b(?:quarterly|monthly|weekly|annual|informational) memo(?:randum)?\b/i,
  ),
]
