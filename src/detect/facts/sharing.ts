import { fromPieces } from '../pieces.ts'
import type { FactPattern } from './pattern.ts'

const data =
  /\b(?:data|images?|footage|video|recordings?|records?|reads|detections|plates?|scans?|information|evidence|ALPR|LPR|access|feeds?|network)\b/i

/** Who may get what is collected, as printed; names in capitals only as such. */
const receivers = new RegExp(
  [
    String.raw`(?:other|outside|partner(?:ing)?|neighboring|regional|participating|local|county|state|federal|out-of-state|allied|surrounding|area|non-local|prosecutorial)(?:,? (?:and |or )?(?:other|state|federal|regional|local|county|prosecutorial|tribal)){0,3} (?:law enforcement|police|public safety|government(?:al)?|prosecutorial)?(?: or prosecutorial)?\s?(?:agenc(?:y|ies)|departments?|partners|entities|jurisdictions|authorities)`,
    'law enforcement (?:agenc(?:y|ies)|partners)',
    '(?:regional |state |northern california )?(?:regional intelligence|fusion|crime information|real[- ]time crime) centers?',
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

const denies = /\b(?:not|never|no|prohibit\w*|without|neither|nor|forbid\w*|cannot)\b/i

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
      const rest = tail.slice(receiver.index + receiver[0].length)
      const isDenied =
        denies.test(`${head.slice(-50)}${whole}${between}`) ||
        /^ (?:is|are|shall be|will be) (?:strictly )?(?:prohibited|forbidden|not (?:allowed|permitted))\b/i.test(
          rest,
        )
      // "only with other agencies" and "shall not share except with …" share all the same.
      const isOnly =
        /\b(?:only|except|unless|other than)\b/i.test(between) || /\bonly (?:be )?$/i.test(head)
      return {
        kind: 'sharing',
        value: { with: tidy(receiver[0]), isDenied: isDenied && !isOnly },
        ...(isDenied && isOnly && { grade: 'unclear' as const }),
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
