import { fromPieces } from '../pieces.ts'
import { buying, type Cue, cue } from './cue.ts'

/** Papers of public bodies with each other on who may see what: nothing is bought by them. */
export const sharingCues: readonly Cue[] = [
  // "Agreement under which the sheriff and two towns will share plate scans".
  cue(
    'data-sharing',
    'mou',
    /^(?![\s\S]*\b(?:purchas|subscription|vendor|not[ -]to[ -]exceed|grants?\b|lease|award|reimburs|\$ ?\d)\w*)[\s\S]{0,120}\bagreements? (?:under|by|through) which\b[^;]{0,240}\b(?:shar(?:e|es|ed|ing)|exchang\w+|access)\b/i,
  ),
  // "Participation in the regional node", "joining the information exchange".
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:${buying}`,
      String.raw`|award|contract|dues|fees?\b|\$ ?\d)\w*)[\s\S]{0,120}\b`,
      '(?:participat(?:e|ion|ing) in|join(?:ing)?|membership in) (?:the |an? )?',
      String.raw`(?:[\w'\u2019-]+ ){0,8}(?:(?:information|data|intelligence|photo|records)[ -]`,
      '(?:sharing|exchange)|information network|(?:intelligence|fusion|analysis) center',
      String.raw`|region(?:al)? node|law enforcement exchange|linx|coplink|calgang)\b`,
    ),
  ),
  // "Agreement with the intelligence center", and no firm that works for it.
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:${buying}`,
      '|award|contract|reimburs|overtime|software|services agreement|lease',
      String.raw`|\$ ?\d)\w*)[\s\S]{0,160}\b(?:agreements?`,
      '|memorand(?:um|a) of (?:understanding|agreement)|MOUs?|MOAs?) (?:with|for) ',
      String.raw`(?:the )?(?:(?!for\b)[\w.'\u2019&/-]+ ){0,6}`,
      '(?:fusion|intelligence|early warning|information and analysis|crime analysis',
      String.raw`|regional information) (?:center|centre|group)\b`,
    ),
  ),
  // A State's police keep what local police ask: "supplemental agreement with the Department of Law Enforcement".
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:${buying}`,
      String.raw`|award|reimburs|funds?\b|funding|\$ ?\d)\w*)[\s\S]{0,160}\b`,
      '(?:supplemental|user|interface|information|terminal|query|cooperation',
      String.raw`|criminal justice) agreements? (?:with|between) (?:the )?(?:[\w'\u2019.-]+ ){0,4}`,
      '(?:department of law enforcement|FDLE|state police|state patrol|highway patrol',
      '|bureau of (?:criminal )?investigation|criminal apprehension',
      String.raw`|department of justice)\b`,
    ),
  ),
  // Another body's system is used: "interlocal agreement on the use of AFIS".
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:${buying}`,
      String.raw`|award|reimburs|cost|fees?\b|payment|\$ ?\d)\w*)[\s\S]{0,160}\b`,
      '(?:inter-?local|inter-?agency|inter-?governmental|inter-?municipal|cooperation|use',
      String.raw`|user|connection) (?:[\w'\u2019-]+ ){0,3}?agreements?\b[^;$]{0,160}\b`,
      String.raw`(?:(?:for|relat\w+ to|regarding|concerning|on|governing) (?:the )?`,
      String.raw`(?:shared |joint )?(?:use|access|connection)\b[^;$]{0,60}\b`,
      '(?:AFIS|fingerprint|mug ?shots?|repository|databases?|network|photos?|images|data',
      String.raw`|records)\b|(?<=connection agreements?\b[^;$]{0,160})\b`,
      '(?:AFIS|live-?scan|fingerprint))',
    ),
  ),
  // "Agreement between sheriff and prosecutor on access to recorded calls".
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:${buying}`,
      String.raw`|award|software|services agreement|fees?\b|\$ ?\d)\w*)[\s\S]{0,160}\b`,
      String.raw`(?:agreements?|memorand(?:um|a)|MOUs?|MOAs?)\b[^;$]{0,160}\baccess to `,
      String.raw`(?:(?:the|its|their|live|recorded) ){0,3}(?:[\w'\u2019-]+ ){0,4}`,
      '(?:repository|databases?|recordings|calls|feeds?|images|video|reads|footage',
      String.raw`|cameras?)\b`,
    ),
  ),
  // "Plate reader data: agreement with an agency", "agreement with the Sheriff for use of its system".
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:${buying}`,
      String.raw`|award|reimburs|fees?\b|cost|overtime|\$ ?\d)\w*)[\s\S]{0,120}`,
      String.raw`(?:\b(?:plate reader|A?LPR|camera|(?:facial|plate) recognition)\)? `,
      String.raw`(?:data|reads|hits|records|information|databases?)\b[^;$]{0,40}\bagreements? with `,
      String.raw`(?:the )?(?:[\w'\u2019.-]+ ){0,4}`,
      String.raw`(?:sheriff|police|patrol|HSI|DEA|FBI|investigations?|administration|department)\b`,
      String.raw`|\bagreements? with (?:the )?(?:[\w'\u2019.-]+ ){0,4}`,
      String.raw`(?:sheriff(?:['\u2019]s office)?|police|county|state`,
      String.raw`|department)\b[^;$]{0,40}\bfor (?:the )?(?:shared )?`,
      String.raw`(?:use of|access to) (?:its|their) (?:[\w-]+ ){0,4}`,
      String.raw`(?:system|network|databases?)\b)`,
    ),
  ),
]
