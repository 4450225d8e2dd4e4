import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

/** Whose devices stand on whose ground, what is given away or shared, and what is only talked over. */
export const placedCues: readonly Cue[] = [
  // Police put theirs up on the poles and roads of others: part of setting them up.
  cue(
    'procurement',
    'mou',
    fromPieces(
      'i',
      String.raw`\bmulti(?:ple)?[ -]?use agreement\b`,
      String.raw`|\b(?:pole (?:attachment|license|use)|joint[ -]use) agreements?\b[^;]{0,240}\b`,
      String.raw`(?:police|sheriff|public safety)\b`,
      String.raw`|\b(?:inter-?governmental|inter-?local|inter-?agency)\b[^;]{0,160}\b`,
      String.raw`(?:install|plac(?:e|ing)|mount)\w*\b[^;]{0,120}\b`,
      String.raw`(?:rights?[ -]of[ -]way|poles|roads|streets)\b`,
    ),
  ),
  // The firm's devices that serve the city itself are a part of what it sells.
  cue(
    'procurement',
    'approve-contract',
    /^(?![\s\S]*\b(?:association|school|church|store|apartments?|mall)\b)[\s\S]{0,200}\bagreements?\b[^;]{0,80}\b(?:with|and|between)\b[^;]{0,80}\b(?:inc\b|LLC|corp\b|corporation)[^;]{0,60}\b(?:allow|permit|authoriz)\w*\b[^;]{0,60}\bto (?:install|place|mount|attach|maintain)\b/i,
  ),
  // Others may put theirs up on public ground or poles: leave is given, and nothing is bought.
  cue(
    'other',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|bid\b|expend|subscription|not[ -]to[ -]exceed))`,
      String.raw`(?=[\s\S]{0,300}\b(?:agreements?|permits?|permission|leave|consent|easements?`,
      String.raw`|memorandum|MOU|allow\w*|support)\b)[\s\S]{0,300}\b`,
      '(?:encroachment|pole (?:attachment|license|use)s?|attachment agreement',
      String.raw`|(?:install|attach|mount|plac|put|locat|maintain)\w*\b[^.;]{0,80}\b`,
      String.raw`(?:(?:in|on|along|within|to) (?:the |its |their )?(?:[\w-]+ ){0,3}`,
      '(?:rights?[ -]of[ -]way|utility poles?|light poles?|poles|streets|property',
      '|traffic (?:lights?|signals?))|(?:city|county|town|parish|village',
      String.raw`|state)[ -]owned))\b`,
    ),
  ),
  // Told to a body by somebody: "Police Chief presents body camera proposal".
  cue(
    'report',
    'annual-report',
    /^(?:(?!\b(?:approv|adopt|authoriz|award|renew)\w*)[\s\S]){0,80}\bpresents\b|\breport for (?:[\w-]+ ){0,3}to receive\b/i,
  ),
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|grant|fund(?:s|ing)?|equipment|overtime`,
      String.raw`|participat\w*|memorandum|MOU)\b)[\s\S]{0,120}\b`,
      String.raw`(?:surveillance|privacy|camera|facial recognition|drone|ALPR) (?:[\w-]+ ){0,2}`,
      '(?:task force|(?:advisory|oversight) (?:board|committee|commission)|working group',
      String.raw`|commission|sub-?committee)\b`,
    ),
  ),
  // Given away: "Sale of pole cameras to the Sheriff", "Declare 20 body cameras surplus".
  cue(
    'other',
    'other',
    fromPieces(
      'i',
      String.raw`^\W*(?:[a-z\d]{1,3}[.)] )?(?:(?:resolution|ordinance|motion|order)\W{1,3}`,
      String.raw`(?:to )?)?(?:(?:approv\w*|authoriz\w*|declar\w*) (?:the )?)?`,
      String.raw`(?:sale|auction|disposal|disposition|surplus|donation of (?:[\w-]+ ){0,3}surplus`,
      String.raw`|(?:[\w-]+ ){0,2}easement)\b(?! (?:and|of surplus property and) purchase)`,
      String.raw`|\bdeclar\w+ [^.;]{0,80}\bsurplus\b`,
      String.raw`|^(?![\s\S]*\b(?:purchas|funds?\b|appropriat)\w*)[\s\S]{0,80}\btransfer`,
      String.raw`(?:ring)? (?:of )?(?:[\w-]+ ){1,6}`,
      '(?:cameras?|readers?|drones?|equipment|vehicles?|systems?|units) to (?:the )?',
      String.raw`(?:[\w-]+ ){0,4}(?:city|county|town|village|borough|parish|police|sheriff`,
      String.raw`|department)\b`,
    ),
  ),
  // A memorandum of the bodies that buy together, and the firm's contract with it.
  cue(
    'procurement',
    'approve-contract',
    fromPieces(
      'i',
      String.raw`\b(?:memorand(?:um|a)|MOUs?|inter-?local|joint powers)\b[^;]{0,200}\band `,
      String.raw`(?:the |an? )?(?:[\w-]+ ){0,3}(?:agreement|contract|purchase order|quote)s? with `,
      String.raw`(?!(?:the )?(?:[\w'\u2019-]+ ){0,2}`,
      '(?:city|county|town|village|state|sheriff|school|department',
      String.raw`|district)\b)[^;]{0,100}\b(?:for|to provide)\b`,
    ),
  ),
  // "Memorandum with Acme Systems, Inc.": a firm shares no data of its own, it sells.
  cue(
    'procurement',
    'approve-contract',
    fromPieces(
      'i',
      String.raw`\b(?:memorandum of (?:understanding|agreement)|MOU`,
      String.raw`|participation agreement)\b[^.;]{0,40}\b`,
      String.raw`(?:with|between (?:the )?[\w' \u2019]{2,40}? and) `,
      String.raw`(?!(?:the )?(?:regional|state|county|city|national|federal)\b)(?:the )?`,
      String.raw`(?:[\w'\u2019&-]+ ){0,4}?(?:[\w'\u2019&-]+,? `,
      String.raw`(?:inc\b|LLC|L\.L\.C|corp\b|corporation)|solutions|systems|technologies|enterprise`,
      '|flock|fusus|axon|motorola|soundthinking)',
    ),
  ),
  // What one body pays back to another for its devices.
  cue(
    'procurement',
    'mou',
    fromPieces(
      'i',
      String.raw`\b(?:memorandum of (?:understanding|agreement)|MOU|MOA|agreement)\b[^;]{0,160}\b`,
      '(?:to (?:pay back|reimburse|repay',
      String.raw`|share (?:in )?(?:the )?(?:[\w-]+ ){0,2}(?=costs?\b|purchase\b|expenses?\b))`,
      '|for (?:the )?(?:reimbursement|repayment|payment|cost[ -]sharing) of',
      String.raw`|reimbursing)\b[^;]{0,30}\b(?:costs?|purchase|expenses?)\b`,
      String.raw`|\b(?:interlocal|interagency|intergovernmental|memorandum)\b[^;]{0,200}\bjoint `,
      String.raw`(?:purchase|procurement|acquisition)\b`,
      String.raw`|\b(?:memorandum|MOU|MOA|inter-?local|inter-?governmental)\b[^;]{0,120}\b`,
      String.raw`(?:cost[ -]shar(?:e|ing) (?:of|for)\b`,
      String.raw`|(?:shared|joint|split|proportionate) (?:use and |purchase and )?costs?\b)`,
      String.raw`|\b(?:memorandum|MOU|MOA|inter-?local agreement)\b[^;]{0,80}\b`,
      String.raw`(?:and|for) payments? (?:to|of)\b`,
      String.raw`|\b(?:cooperative endeavor agreement|CEA|inter-?local|inter-?governmental`,
      String.raw`|memorandum|MOU)\b[^;]{0,160}\b(?:to pay|paying|will pay|to contribute`,
      String.raw`|contributing) (?:up to |an? )?\$ ?\d`,
    ),
  ),
  // "Memorandum by which the agency reimburses the police for purchasing cameras".
  cue(
    'procurement',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:overtime|grants?|federal|salar|personnel|officers? (?:at|to)`,
      String.raw`|task force)\w*)[\s\S]{0,120}\b(?:memorandum|MOU|MOA|inter-?local`,
      String.raw`|inter-?governmental)\b[^;]{0,160}\b`,
      '(?:repayment|reimburse[sd]?|reimbursement|repays?',
      String.raw`|pays? (?:the )?(?:[\w'\u2019-]+ ){1,3}back)\b[^;]{0,120}\b`,
      String.raw`(?:costs?|purchas\w*|buying|licens\w+)\b`,
    ),
  ),
  // A seat in a shared system is paid for: "interlocal agreement, fingerprint system, at a cost of $4,000".
  cue(
    'procurement',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:grants?|accept|receiv|reimburs|award|no cost)\w*)[\s\S]{0,160}\b`,
      '(?:memorandum|MOU|MOA|inter-?local|inter-?governmental',
      String.raw`|joint powers)\b[\s\S]{0,400}\b(?:at (?:an? )?(?:[\w-]+ ){0,2}cost (?:of|not)`,
      '|not[ -]to[ -]exceed|in (?:an|the) amount (?:of|not)',
      String.raw`|(?:annual|yearly|monthly|one-time|user|membership) (?:[\w-]+ ){0,2}`,
      String.raw`(?:fees?|costs?|payments?|dues|charges?))\b[^;$]{0,30}\$`,
    ),
  ),
  // To be talked over, and nothing asked: "Review and discuss the use of plate readers".
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:approv|adopt|authoriz|award|purchas|execut|renew|consider|proposal`,
      '|upgrad|replac|quote|(?:take|appropriate|necessary|any) action',
      String.raw`|(?:possible action|act) (?:on|to|regarding))\w*)\W*(?:review and )?discuss`,
      String.raw`(?:ion)?\b(?! ?(?:[:\u2013\u2014-]|(?:\/|and|&) ?(?:possible |potential )?action))`,
    ),
  ),
  // Told to a body and nothing asked of it: "Receive report on compliance with the use policy".
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:approv|adopt|authoriz|award|purchas|enter into|execut|renew`,
      String.raw`|accept(?:ance)? (?:of )?(?:a |an |the )?(?:\w+ ){0,4}grant)\w*)[\s\S]{0,120}?`,
      String.raw`(?:\b(?:receive|accept),? (?:(?:and|&) )?file\b`,
      String.raw`(?![^.;]{0,60}\bpolic(?:y|ies) (?:revisions?|changes|updates?|amendments?)\b)`,
      String.raw`|^\W*announcement\b|\breceive information\b`,
      String.raw`|\b(?:auditor|inspector general|ombudsman|monitor)`,
      String.raw`(?:['\u2019]s)? (?:review|assessment|evaluation|findings)\b`,
      String.raw`|\b(?:receiv\w+|hear|accept\w*|consider|provide|discuss)\b[^.;]{0,30}\b`,
      String.raw`(?:reports?|presentations?|updates?|briefings?)\b`,
      String.raw`|\b(?:report|presentation|update|briefing) (?:to|by|from|back)\b`,
      String.raw`|\b(?:updates?|briefing) (?:on|regarding|about)\b`,
      String.raw`|\b(?:quarterly|monthly|yearly|semi-?annual|biannual|independent|internal`,
      String.raw`|compliance|performance) (?:[\w-]+ ){0,2}(?:audits?|evaluation)\b)`,
      String.raw`|^(?![\s\S]*\b(?:approv|authoriz|award|purchas)\w*)[\s\S]{0,120}\b`,
      String.raw`(?:presentation|(?<!\b(?:budget|policy|policies|protocols?|procedures?|guidelines`,
      String.raw`|ordinance|code) )update|overview|demonstration|briefing)s?\W{0,3}`,
      String.raw`(?:$|\n|[\u2013\u2014([-])|^\W*overview of\b`,
      String.raw`|^\W*(?:[\w-]+ ){0,2}(?:presentations?|briefing|overview|status`,
      '|informational(?: (?:item|report|memo))?|information (?:item|report)|study session',
      String.raw`|work session|workshop|staff update)(?: ?[:\u2013\u2014-]| (?:on|regarding)\b)`,
    ),
  ),
]
