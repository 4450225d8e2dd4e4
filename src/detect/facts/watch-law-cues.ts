import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

const technologies = [
  '(?:surveillance|technolog(?:y|ies)|cameras?|(?:plate )?readers?|A?LPRs?|drones?',
  String.raw`|simulators?|devices?|sensors?|biometric\w*|recognition|software|tools?|equipment`,
  '|gear)',
].join('')

/** Laws by which such technology comes before the body first, and the papers that they ask for. */
export const watchLawCues: readonly Cue[] = [
  // Uses are approved under a surveillance ordinance by the impact report that it asks for.
  cue(
    'oversight',
    'ordinance',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:agreement|contract|purchas\w*|procure\w*`,
      String.raw`|grant)\b)(?:[\s\S]{0,80}\b`,
      String.raw`relating to surveillance technology implementation\b`,
      String.raw`|[\s\S]{0,120}\bsurveillance (?:technology )?impact reports? (?:amendment|update`,
      '|revision)',
      String.raw`|[^;]{0,80}\b(?:technology|surveillance|privacy) impact statements?\b`,
      String.raw`|[^;]{0,20}\bconsider (?:the )?impact statement on\b`,
      String.raw`|[^;]{0,120}\bSIRs?\b[^;]{0,120}\b(?:CB \d|council bill|council approval`,
      '|material update)',
      String.raw`|[^;]{0,60}\bprivacy impact (?:before|prior to|ahead of)\b)`,
    ),
  ),
  // "Annual Surveillance Report under Chapter 8.14", "determination that benefits outweigh costs".
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:agreement|contract|purchas\w*|procure\w*|grant`,
      String.raw`|community safety)\b)[^;]{0,60}\b(?:`,
      String.raw`annual surveillance (?:technology )?reports?\b[^;]{0,40}\b(?:(?:under|per`,
      String.raw`|pursuant to)\b|chapter|section|sec\.|code\b|§`,
      String.raw`|\b[A-Z]{3,4} \d{1,3}\.\d)|annual determination under\b|surveillance ord\. sec)`,
    ),
  ),
  // Leave comes first: "no readers without a vote of the Council", "public process before acquiring".
  cue(
    'oversight',
    'ordinance',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:agreement with|contract with|purchase of|moratorium`,
      String.raw`|grants?)\b)(?:`,
      String.raw`(?=[^;]{0,300}\b${technologies}\b)[^;]{0,200}\b`,
      String.raw`(?:(?:forbid|prohibit|bar|no)\b[^;]{0,80}\b(?:without`,
      String.raw`|w\/o) (?:[\w'\u2019-]+ ){0,3}(?:approval|leave|consent|vote|authorization)`,
      String.raw`|requir\w* (?:[\w'\u2019-]+ ){0,3}(?:approval|leave|consent|authorization|vote`,
      '|process|hearing) (?:before|prior to|ahead of)',
      '|(?:public|community|council) (?:process|input|approval|vote|hearing',
      '|review) (?:before|prior to|ahead of) ',
      String.raw`(?:acquir|obtain|buy|borrow|purchas|us(?:e|ing)\b|deploy|fund|accept|adopt)\w*)`,
      String.raw`|(?!\W*oversight\b|[^;]{0,60}\bexamining\b)[^;]{0,80}\bPOST act\b|[^;]{0,80}\bcontract(?:ing)? `,
      String.raw`authority\b[^;]{0,60}\bsurveillance\b)`,
    ),
  ),
  // "Agendize a surveillance ordinance", "Ordinance repealing Chapter 9 'Surveillance Technology'".
  cue(
    'oversight',
    'ordinance',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:agreement|contract|purchas\w*|procure\w*|grants?|compliance;`,
      String.raw`|acquisition|package|report|use polic(?:y|ies))\b)(?:[^;]{0,80}`,
      String.raw`(?<!\b(?:under|per|by|with|to) (?:the `,
      String.raw`|our )?(?:[\w-]+ ){0,2})\bsurveillance (?:technology )?(?:oversight `,
      String.raw`)?ord(?:inance\b|\.)`,
      String.raw`|[^;]{0,40}\brepeal\w*\b[^;]{0,40}\bsurveillance technology\b)`,
    ),
  ),
  // Such laws by the names that they go by.
  cue(
    'oversight',
    'ordinance',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:agreement|contract|purchas\w*|procure\w*|grants?|acquisition of`,
      String.raw`|compliance;|report)\b)[^;]{0,100}\b(?:CCOPS|community control (?:over|of)`,
      '|(?:technology|surveillance|police technology) (?:accountability|transparency',
      '|oversight) (?:act|ordinance|law|by-?law|measure)',
      '|(?:creat|establish|appoint|add|fund)(?:e|es|ing|s)? (?:an? ',
      String.raw`|the )?(?:office of (?:the )?)?(?:chief |city |county )?privacy officer)\b`,
    ),
  ),
]
