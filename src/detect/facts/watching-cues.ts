import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

/** Who looks into it or wants to be told, by the words of bodies that watch over others. */
export const watchingCues: readonly Cue[] = [
  // A law by which a council must be asked first: it watches, and buys and forbids nothing by itself.
  cue(
    'oversight',
    'ordinance',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchase of|contract with|agreement with|accepting)\b)[\s\S]{0,120}\b`,
      String.raw`(?:ordinances?|local law|by-?laws?|administrative code|municipal code)\b[^.;$]{0,160}\b`,
      String.raw`(?:public oversight of\b|(?:prohibit|forbid|bar)\w* the acquisition of [^.;]{0,60}technolog[^.;]{0,60}\bwithout\b`,
      String.raw`|(?:wanting|seeking|acquir\w+|using) surveillance technolog\w+ (?:must|shall|to)\b)`,
    ),
  ),
  // A grand jury asks, and the council has to answer it.
  cue(
    'oversight',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|grant\b|lease)\w*)[\s\S]{0,200}\b(?:civil )?grand jury(?:['\u2019]s)?\b[^;$]{0,80}\b(?:reports?|findings|investigation|recommendations|response)\b|^(?![\s\S]*\b(?:purchas|contract|lease)\w*)[\s\S]{0,120}\bresponses? to (?:the )?[^;$]{0,60}\bgrand jury\b/i,
  ),
  // "Creating a camera review committee": named first, whatever recommends it.
  cue(
    'oversight',
    'ordinance',
    fromPieces(
      'i',
      String.raw`^\W*(?:(?:an? )?(?:resolution|ordinance|motion|order)\b\W{0,3}(?:to )?)?`,
      '(?:creat|establish|form|conven|institut)(?:e|es|ing) (?:an? |the )?',
      String.raw`(?:[\w-]+ ){0,5}(?:review|oversight|advisory|accountability|privacy|ad hoc|study`,
      String.raw`|citizens?|surveillance|technology) (?:[\w-]+ ){0,2}`,
      String.raw`(?:board|committee|commission|panel)\b`,
    ),
  ),
  // "Ordinance on acquisition and use of surveillance technology": what has to be asked first.
  cue(
    'oversight',
    'ordinance',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchase of|contract with|agreement with`,
      String.raw`|amend\w* (?:the )?(?:contract|agreement))\b)\W*(?:[\w'-]+ ){0,4}`,
      String.raw`(?:ordinance|local law|by-?law)\b[^;$]{0,60}\b`,
      String.raw`(?:acquisition|acquir\w+|procur\w+|community control|oversight`,
      String.raw`|regulation)\b[^;$]{0,60}\bsurveillance `,
      String.raw`(?:technolog(?:y|ies)|equipment|systems?)\b`,
    ),
  ),
  // "Creating Section 9-12 of the Code to establish surveillance technology guidelines": of all such technology.
  cue(
    'oversight',
    'ordinance',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|grant)\w*)[^;$]{0,60}\b`,
      '(?:creat|add|enact|establish|adopt|amend)(?:ing|s)? ',
      String.raw`[^;$]{0,60}\b(?:code|chapter|section|article|title)\b[^;$]{0,80}\b`,
      String.raw`surveillance (?:technolog(?:y|ies)|equipment)\b`,
    ),
  ),
  // "C. Hale - Req. City Mgr. provide an update on cameras": a member's motion.
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      String.raw`^\W*(?:(?:C\. ?)?[\w.'\u2019-]{2,24}`,
      String.raw`(?: [\w.'\u2019-]{2,24})? ?[\u2013\u2014-] ?)?Req(?:\.|s\.?|uests?) (?:that )?`,
      '(?:the )?(?:City |Town )?(?:Mgr|Manager|Supt|Superintendent|Council|Chief',
      String.raw`|Administration)\b[^;]{0,60}\b(?:provide|give|submit|prepare|report|update|inform`,
      String.raw`|present)\b(?:[^;]{0,60}\b(?:updates?|reports?|information|statistics|data`,
      String.raw`|breakdown|status|list)\b|[^;]{0,20}\b(?:on|regarding)\b)`,
    ),
  ),
  cue(
    'policy',
    'ordinance',
    /^(?![\s\S]*\b(?:report|update|purchas|contract|grant|hearing)\w*)\W*(?:C\. ?)?[\w.'\u2019-]{2,24}(?: [\w.'\u2019-]{2,24})? ?[\u2013\u2014-] ?Req(?:\.|s\.?|uests?) (?:that )?(?:the )?(?:City |Town )?(?:Mgr|Manager|Supt|Superintendent|Council|Chief|Administration)\b/i,
  ),
  // Who sits on such a body, and what a council hears.
  cue(
    'oversight',
    'other',
    /^(?!\W*(?:accept|receiv|present)\w*)(?![\s\S]*\b(?:purchas|contract|agreement|grant)\w*)[^.;$]{0,60}\b(?:committee|commission|board|panel|work(?:ing)? group|task force) on (?:[\w-]+ ){0,3}(?:surveillance|privacy|police technology)\b/i,
  ),
  cue(
    'oversight',
    'hearing',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant)\w*)\W*(?:[\w-]+ ){0,2}(?:council|committee|commission|board|legislative|joint) hearing (?:in)?to\b/i,
  ),
  cue(
    'oversight',
    'hearing',
    /^\W*(?:notice of )?public hearings? to (?:receive|take|hear|accept|gather|solicit) (?:public )?(?:comments?|input|testimony)\b(?![\s\S]*\b(?:grants?|budget|purchas\w+|agreements?|contracts?|permits?|ordinances?|fees?|fund\w*)\b)/i,
  ),
  // Put to the voters, or handed over with applause.
  cue(
    'other',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement)\w*)[\s\S]{0,60}\b`,
      String.raw`(?:plac|put|submit)\w*\b[^.;]{0,60}\b`,
      String.raw`(?:on (?:the )?(?:[\w-]+ )?ballot|to (?:the )?(?:voters|electors|electorate))\b`,
      String.raw`|^\W*presentation of (?:an? |the )?(?:[\w-]+ ){0,4}`,
      String.raw`(?:awards?|proclamations?|certificates?|commendations?|plaques?)\b`,
      '(?! (?:of|from) (?:an? )?(?:grant|bid|contract))',
    ),
  ),
  // Told of what is there already: "readers were purchased and installed over the last months".
  cue(
    'report',
    'annual-report',
    /^(?!\W*(?:the |our |its )?(?:[\w'’-]+ ){0,2}(?:current|existing|present|old|older|original|previous|initial|last)\b)[^.;$]{0,80}\b(?:have been|has been|were|was) (?:purchased|installed|deployed|activated)(?: and (?:installed|deployed|activated|are))?\b(?![^.;]{0,80}\b(?:agreement|contract|amend|approv|payment|invoice|warranty|retainage)\w*)/i,
  ),
  // Put off to another day.
  cue(
    'other',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|hearing|report|presentation)\w*)\W*(?:requests? (?:to|for) )?(?:plac(?:e|ing|ement)|add(?:ing|ition)?|schedul(?:e|ing))\b[^.;$]{0,80}\b(?:on|to|for) (?:an? |the )?(?:future|upcoming|next) (?:[\w-]+ )?(?:agendas?|meetings?)\b/i,
  ),
]
