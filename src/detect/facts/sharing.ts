import { fromPieces } from '../pieces.ts'
import type { FactPattern } from './pattern.ts'

const data =
  /\b(?:data|images?|footage|video|recordings?|records?|reads|detections|plates?|scans?|information|evidence|ALPR|LPR|access|feeds?|network)\b/i

/** Who may get what is collected, as printed; names in capitals only as such. */
const receivers = new RegExp(
  [
    String.raw`(?:other|outside|partner(?:ing)?|neighboring|regional|participating|local|county|state|federal|out-of-state|allied|surrounding|area|non-local|prosecutorial)(?:,? (?:and |or )?(?:other|state|federal|regional|local|county|prosecutorial|tribal)){0,3} (?:law enforcement|police|public safety|government(?:al)?|prosecutorial)?(?: or prosecutorial)?\s?(?:agenc(?:y|ies)|departments?|partners|entities|jurisdictions|authorities)`,
    'law enforcement (?:agenc(?:y|ies)|partners)',
    String.raw`(?:(?:over |more than |some |about )?(?:\d{1,3}(?:,\d{3})?|dozens of|hundreds of|several|numerous|multiple)) (?:(?:other|outside|police|law enforcement|partner|area|local|state|federal|public safety) ){0,2}(?:agencies|departments|jurisdictions|cities|organizations)`,
    '(?:regional |state |northern california )?(?:regional intelligence|fusion|crime information) centers?',
    String.raw`(?:u\.?s\.? )?immigration and customs enforcement`,
    String.raw`(?:u\.?s\.? )?customs and border protection`,
    '(?:immigration|federal immigration) (?:authorities|enforcement|agencies)',
    'department of homeland security',
    'third[ -]parties|third[ -]party(?! [a-z])',
    '(?:national|nationwide|statewide|state-wide) (?:lookup|search|LPR|ALPR|data|sharing)? ?(?:network|database|lookup)',
    'prosecutors(?: or others)?',
    'private (?:companies|businesses|entities|partners)',
    'retail(?:ers| partners)',
  ].join('|'),
  'i',
)
const initials = /\b(?:ICE|CBP|FBI|DEA|DHS|NCRIC|JRIC|NVLS|TALON|HSI|ATF|RISS|NLETS|CLETS)\b/

/** "Not only does the City share" and "no restriction on sharing" deny nothing. */
const denies = fromPieces(
  'i',
  String.raw`\b(?:not(?! only\b)|never|no(?! (?:such )?(?:restriction|limit|prohibition|bar)\w*\b)`,
  String.raw`|(?<!\b(?:the|traffic|vehicle) )(?:stop(?:s|ped|ping)?|end(?:s|ed|ing)?)(?= (?:[\w-]+ ){0,3}`,
  '(?:shar|provid|disclos|access|dissem|exchang|releas|transfer|sell))',
  '|ceas(?:e|ed|es|ing)|refus(?:e|ed|es|ing)',
  String.raw`|declin(?:e|ed|es|ing)|prohibit\w*|without|neither|nor|forbid\w*|cannot)\b`,
)
const deniesAfter = fromPieces(
  'i',
  '^ (?:is|are|shall be|will be|(?:has|have) been|was|were) (?:(?:strictly|also|now) )?',
  '(?:prohibited|forbidden|disabled|turned off|blocked|barred|banned',
  String.raw`|not (?:allowed|permitted|enabled))\b`,
)

/** What is asked or feared is not said to be so; what is held within limits may be. */
const isAsked =
  /\b(?:concern(?:s|ed)?|ask(?:s|ed|ing)?|question(?:s|ed)?|whether|fear(?:s|ed)?|worr(?:y|ies|ied)|knowledge that)\b/i
const isLimited = /(?<!\bno )\b(?:limit(?:s|ing)?|restrict(?:s|ing|ions?)?)\b/i

/** Training and grants are "provided", and much has "access": then the data stands close by. */
const isGiven = /^(?:provid|access|available)/i
const collected =
  /\b(?:data|images?|footage|videos?|recordings?|reads|detections|plates?|scans?|evidence|ALPR|LPR|feeds?)\b/i
const ofOthers =
  /^ (?:that\b|[^.;]{0,20}\b(?:training|instruction|support|equipment|services?|demonstrations?)\b)/i

function isOfData(whole: string, head: string, between: string): boolean {
  if (!isGiven.test(whole)) return true
  if (ofOthers.test(between)) return false
  const near = between.slice(0, 40)
  return /^provid(?:es?|ing)$/i.test(whole) ? collected.test(near) : data.test(`${head}${near}`)
}

/** "data provided by other agencies" comes from them. */
const isFromThem = (whole: string, between: string) =>
  !/^(?:access|available)/i.test(whole) &&
  / by(?: [\w-]+){0,2} $/i.test(between) &&
  !/\b(?:with|to|among|between|for)\b/i.test(between)

/** A feature that is there and not used. */
const isOff =
  /\b(?:not|never|no|prohibit\w*|without|neither|nor|forbid\w*|cannot|disabl\w*|deactivat\w*|declin\w*|exclud\w*|reject\w*|opt(?:ed|ing|s)?[ -]out|turn(?:ed|ing|s)? off|switch(?:ed)? off|den(?:y|ies|ied))\b/i
const isOffAfter = fromPieces(
  'i',
  String.raw`^[^.;\n]{0,12}\b(?:(?:is|are|was|were|be|been|remains?|feature|setting|option`,
  String.raw`|access)[: ]{1,2})(?:[\w-]+ ){0,2}`,
  String.raw`(?:not\b|never\b|off\b|disabled|deactivated|declined|excluded|denied|rejected`,
  '|prohibited|forbidden|turned off|switched off|opted out)',
  String.raw`|^[: \u2013\u2014-]{1,3}\(?(?:off|disabled|denied|no|not enabled|not used`,
  String.raw`|opted out)\b`,
)

const receiverIn = (text: string) => {
  const word = receivers.exec(text)
  const name = initials.exec(text)
  return word && name ? (word.index <= name.index ? word : name) : (word ?? name)
}

const tidy = (words: string) => words.replace(/\s+/g, ' ').trim()

/** Who gets what is collected. */
export const sharingPatterns: readonly FactPattern[] = [
  {
    pattern:
      /\b(?:shar(?:e|ed|es|ing)|disclos(?:e|ed|es|ing|ure)|access(?:ed|ible)?|provid(?:e|ed|es|ing)|sold|sells?|exchang(?:e|ed|es|ing)|disseminat(?:e|ed|ion|ing)|transfer(?:s|red)?|releas(?:e|ed|es)|available)\b(?=[^.;\n]{0,70}?\b(?:with|by|to|among|between|for)\b)/gi,
    read([whole], { before, after }) {
      const tail = /^[^.;\n]{0,150}/.exec(after(150))?.[0] ?? ''
      const receiver = receiverIn(tail)
      if (!receiver) return undefined
      const between = tail.slice(0, receiver.index)
      if (!/\b(?:with|by|to|among|between|for)\b/i.test(between)) return undefined
      // Another sentence has begun, as in a table whose cells run on.
      if (/\b(?:with|by|to|among|between|for)\b.*\b(?:is|are|was|were)\b/i.test(between))
        return undefined
      const head = /[^.;\n]*$/.exec(before(70))?.[0] ?? ''
      const isShare = /^shar|^dissem/i.test(whole)
      if (!data.test(`${head}${whole}${isShare ? tail : between}`)) return undefined
      if (!isOfData(whole, head, between) || isFromThem(whole, between)) return undefined
      if (isAsked.test(head)) return undefined
      const rest = tail.slice(receiver.index + receiver[0].length)
      const isDenied = denies.test(`${head.slice(-50)}${whole}${between}`) || deniesAfter.test(rest)
      // "only with other agencies" and "shall not share except with …" share all the same.
      const isOnly =
        /\b(?:only|except|unless|other than)\b/i.test(between) || /\bonly (?:be )?$/i.test(head)
      return {
        kind: 'sharing',
        value: { with: tidy(receiver[0]), isDenied: isDenied && !isOnly },
        ...((isDenied ? isOnly : isLimited.test(head)) && { grade: 'unclear' as const }),
        after: receiver.index + receiver[0].length,
      }
    },
  },
  {
    // A network's name says that data flows into it.
    pattern:
      /\b(?:national|nationwide|statewide) (?:lookup|search|LPR|ALPR|sharing) ?(?:network|tool|feature)?\b/gi,
    read([whole], { before, after }) {
      const head = /[^.;\n]*$/.exec(before(50))?.[0] ?? ''
      const isDenied = isOff.test(head) || isOffAfter.test(after(50))
      return {
        kind: 'sharing',
        value: { with: tidy(whole), isDenied },
        grade: 'unclear',
      }
    },
  },
]
