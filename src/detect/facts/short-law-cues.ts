import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

const noMoney = [
  String.raw`(?![\s\S]*(?:\b(?:purchas\w*|agreements?|contracts?|grants?|bids?|quotes?|leas(?:e`,
  String.raw`|ing)|vendor|award\w*|renew\w*|appropriat\w*|budget|bonds?|funds?|match|reports?`,
  String.raw`|audit|hearing|MOU|memorandum|inter-?local|amount|capital|transfer\w*|payment`,
  '|subscription|rider|ordinances?|local law|by-?laws?|administrative code|oversight',
  String.raw`|surveillance technolog\w*)\b|\$ ?\d))`,
].join('')

/** What laws of councils on such things are about: who is fined by them, and what may not be done with them. */
const ofRules = [
  '(?:enforcement|speed(?:ing)?|red[- ]?light|photo|stop[- ]arm',
  '|(?:school[- ])?bus(?: arm)?|surveillance|faces?|facial|recognition|biometrics?',
  '|geofence|locators?|drones?|unmanned|pawn|secondhand|retention|footage',
  '|monitoring systems|reader data|plate data)',
].join('')

/** Laws whose title gives their short name, and rules that stop what is done. */
export const shortLawCues: readonly Cue[] = [
  // "Leg. 12-24 stop-arm cameras (2nd rdg.)", "Proposed Ord.: court order for cell locators".
  cue(
    'policy',
    'ordinance',
    fromPieces(
      'i',
      String.raw`^${noMoney}(?=[\s\S]{0,300}\b${ofRules}\b)`,
      String.raw`(?:[^;]{0,160}\b(?:1st|2nd|3rd|first|second|third|final) (?:rdg|read)\b`,
      String.raw`|\W*(?:leg|L\.L|LL|CB|int|intro|O|LB)\.?[ -]?(?:no\.? ?)?\d[\d-]*\W{1,3}`,
      String.raw`|[^;]{0,60}\b(?:proposed|draft|model|revised|substitute) ord\b`,
      String.raw`|\W*(?:[\w.-]+ ){0,3}ord\.? (?:amending|to amend|repealing|creating|regulating`,
      String.raw`|prohibiting|limiting|relating to)\b`,
      String.raw`|\W*(?:[\w.-]+ ){0,3}L\.?L\.? (?:on|re|to|in relation to)\b`,
      String.raw`|[\s\S]{0,120}\bord\b\.?(?=\W{0,3}(?:$|[(:;\u2013-])))`,
    ),
  ),
  // "Pawn tickets, Ch. 615 rewrite", "delete red light enforcement from the Town Code".
  cue(
    'policy',
    'ordinance',
    fromPieces(
      'i',
      String.raw`^${noMoney}(?:[^;]{0,120}(?:\b(?:ch(?:ap(?:ter)?)?|sec(?:tion)?|art(?:icle)?`,
      String.raw`|title)\b\.?|\u00a7) ?[\dIVX][\w.-]{0,10} `,
      String.raw`(?:rewrit\w*|amended|amendments?|repeal(?:ed)?|deleted|revisions?|update)\b`,
      String.raw`|[^;]{0,120}\b(?:amends?|repeals?|repealing|delet(?:e|es|ing)|strik(?:e|es`,
      '|ing)) [^;]{0,80}',
      String.raw`(?:\b(?:ch|chapter|sec|section|art|article)\b\.? ?[\dIVX]|\b(?:town|city|county`,
      String.raw`|village|municipal) code\b|\brecords? schedule\b))`,
    ),
  ),
  // "Declaring a 90-day pause", "refusing federal use of plate data", "no employee shall ask".
  cue(
    'policy',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas\w*|grants?|bids?|quotes?|award\w*|reports?|hearing`,
      String.raw`|fund(?:s|ing)|bond|project|construction|payment)\b)(?:[^;]{0,80}\b`,
      '(?:(?:declar|impos|order|enact|consider|call(?:ing)? for|place)(?:e|es|ing',
      String.raw`|ed)? (?:an? )?(?:[\w-]+ ){0,4}(?:pause|moratorium|freeze|suspension) (?:of|on)`,
      String.raw`|(?:refus|declin|deny|disallow|disabl|block)(?:e|es|ing)? (?:[\w-]+ ){0,3}(?:use`,
      '|access|searches|lookups?|sharing)',
      String.raw`|turn(?:s|ing)? off (?:the )?(?:[\w-]+ )?(?:national|federal|state-?wide`,
      '|out-of-state|lookup|sharing|microphones?|audio)',
      String.raw`|no (?:[\w-]+ )?(?:employee|officer|department|agency|person|official|member`,
      '|camera|drone|reader)s? (?:shall|may|will)',
      String.raw`|stance against)\b)`,
    ),
  ),
  // "Resolution limiting facial recognition", "keep plate data no longer than a week", "no sale of footage".
  cue(
    'policy',
    'adopt-policy',
    fromPieces(
      'i',
      String.raw`^${noMoney}(?![\s\S]*\b(?:update|presentation|discuss\w*|requests? for`,
      String.raw`|storage)\b)(?:\W*(?:[\w.-]+ ){0,3}(?:resolution|motion|order)\b[^;]{0,20}\b`,
      '(?:limiting|restricting|governing|regulating|reaffirming|barring|curbing',
      String.raw`|narrowing)\b`,
      String.raw`|[^;]{0,80}\bno (?:sharing|sale|disclosure|release) of\b`,
      String.raw`|[^;]{0,80}\bwarrant requirements?\b`,
      String.raw`|[^;]{0,160}\b(?:sets?|setting|fix(?:es|ing)?|chang(?:es|ing)|reduc(?:es|ing)|shorten(?:s|ing)|extend(?:s|ing)) (?:the )?(?:data |video )?(?:retention|disposal (?:dates?|schedule))\b`,
      String.raw`|[^;]{0,80}\b(?:keep|keeping|kept|hold|held|retain\w*`,
      String.raw`|stored?) [^;]{0,60}\b(?:no (?:longer|more) than|not (?:longer|more) than|only)\b`,
      String.raw`|[^;]{0,80}\b(?:purg|delet|eras|destroy)\w* [^;]{0,40}\b(?:after|within`,
      String.raw`|in) (?:\d+|[\w-]+) (?:days?|months?|hours?)\b`,
      String.raw`|[^;]{0,80}\b(?:release|access|retention|viewing|disclosure|redaction|activation`,
      String.raw`|deployment) (?:procedures?|protocols?|rules?|standards|guidelines|criteria)\b)`,
    ),
  ),
  // Who may look and by which paper: "footage by subpoena only", "no phones opened without a warrant".
  cue(
    'policy',
    'adopt-policy',
    fromPieces(
      'i',
      String.raw`^${noMoney}(?![\s\S]*(?:\?|\b\d[\d,]* (?:phones|devices|searches|orders`,
      String.raw`|warrants)\b|\b(?:executed|issued|annual|statistics|update|presentation|asked`,
      String.raw`|said)\b))`,
      String.raw`[^;]{0,160}\b(?:(?:only (?:by|with|on|upon|after|under)|except (?:by|with|on)`,
      "|without|absent|requir(?:e|es|ing)|unless) (?:an? )?(?:search |judge's ",
      '|judicial )?',
      String.raw`(?:warrant|subpoena|court order|consent)\b|by (?:subpoena|warrant`,
      String.raw`|court order)(?: only)?\W*$|court order (?:ahead of|before))`,
    ),
  ),
]
