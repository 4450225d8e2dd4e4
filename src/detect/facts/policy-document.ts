import { fromPieces } from '../pieces.ts'
import type { FactPattern } from './pattern.ts'

const documents: readonly (readonly [RegExp, string])[] = [
  [/impact/i, 'impact report'],
  [/military equipment/i, 'military equipment use policy or report'],
  [/annual|yearly/i, 'annual report'],
  [/acquisition|technology report/i, 'acquisition report'],
  [/privacy|civil liberties/i, 'privacy policy or assessment'],
  [/polic|general order/i, 'use policy'],
]

/** "has not been adopted", "Impact Report: N/A" */
const isMissing = fromPieces(
  'i',
  String.raw`^(?: \([A-Z]{2,6}\))? (?:has|have|had|was|were|is|are) (?:(?:currently|yet|also) )?`,
  String.raw`(?:not|never)\b(?! (?:only|part|new|changed|changing|affected|subject))`,
  String.raw`|^(?: required| attached)?[:?] {0,6}(?:none|n\/?a|no|not applicable|not required)\b(?!\.? ?#?\d)`,
  String.raw`|^: [^.;]{0,30} (?:(?:does|do) not (?:currently |yet )?have|(?:has|have) no(?:ne)?)\b`,
)

/** Papers about streets, money or a vendor's web site. */
const ofOthers =
  /\b(?:environmental|fiscal|budget|economic|traffic|financial|racial|noise|(?:vendor|flock|axon|company|website|site|flock safety)(?:['\u2019]s)?) $/i

/** What is being written is not there yet. */
const isDrafted =
  /\b(?:(?:develop(?:ing|s)?|drafting|creat(?:e|ing)) (?:(?:an?|the|its|their|new) ){0,2}|draft (?:an?|the|its|their) )$/i

/** Papers that say how a technology is used and watched, where they are named. */
export const policyDocumentPatterns: readonly FactPattern[] = [
  {
    pattern: fromPieces(
      'gi',
      String.raw`\b(?:surveillance (?:technology )?`,
      '(?:impact (?:report|statement|assessment)|use policy|acquisition report',
      '|annual report|technology report|report|policy)',
      '|(?:surveillance |data |privacy |racial )?impact (?:report|statement|assessment)',
      '|(?:privacy|civil liberties) (?:impact assessment|policy|assessment)',
      '|(?:annual|yearly) (?:surveillance |military equipment |ALPR |LPR |drone |UAS ',
      '|usage |use |technology ){0,2}reports?',
      '|military equipment (?:use |funding )?(?:policy|report|inventory)',
      '|(?:ALPR|LPR|license plate reader|drone|UAS|body[ -]worn camera|camera',
      '|facial recognition|surveillance technology|technology|data) ',
      '(?:use |usage |retention )?polic(?:y|ies)|use polic(?:y|ies)|transparency portal',
      String.raw`|policy (?:(?:no\.?|number|#) ?)?\d{2,4}(?:\.\d{1,3})?[,:]? ?\(?(?:automated )?`,
      '(?:license plate|ALPR|LPR|unmanned aerial|UAS|body[ -]worn)',
      String.raw`|AB ?481|SB ?34)\b`,
    ),
    read([whole], { before, after }) {
      const document = /481/.test(whole)
        ? 'military equipment use policy or report'
        : /SB ?34|portal/i.test(whole)
          ? undefined
          : documents.find(([pattern]) => pattern.test(whole))?.[1]
      // Of whoever runs a web site.
      if (!document || /\bacceptable $/i.test(before(12))) return undefined
      if (ofOthers.test(before(20)) || /^racial/i.test(whole)) return undefined
      // That there is none is no paper.
      if (isMissing.test(after(60)) || isDrafted.test(before(30))) return undefined
      if (
        /\b(?:no|not|without|lacks?|absence of|requires? (?:an?|the))(?: (?:an?|any|current|currently|yet|written|have|has|adopted|submitted))* $/i.test(
          before(40),
        )
      )
        return undefined
      // "Annual report" alone may be anybody's.
      const isVague =
        /^(?:annual|yearly) reports?$/i.test(whole) || /^(?:technology|data) /i.test(whole)
      return { kind: 'policy-document', value: { document }, ...(isVague && { grade: 'unclear' }) }
    },
  },
]
