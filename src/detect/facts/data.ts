import { printedNumber, readNumber } from './number-words.ts'
import type { FactPattern } from './pattern.ts'

const dayFactors: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30,
  year: 365,
}

function toDays(count: string, unit: string): number | null {
  const found = readNumber(count)
  const factor = dayFactors[unit.toLowerCase().replace(/s$/, '')]
  return found === null || !factor || found === 0 ? null : Math.round(found * factor * 100) / 100
}

const span = `(${printedNumber})[ -]{1,2}(?:calendar |consecutive )?(hour|day|week|month|year)s?`
const keeping =
  '(?:retain(?:ed|s|ing)?|retention(?: (?:period|policy|schedule|limit))?|stor(?:ed|es|age)|kept|deleted|purged|overwritten|destroyed|preserved)'
const data =
  /\b(?:data|images?|footage|video|recordings?|records?|reads|detections|plate|scan|information|files?|evidence|camera|system)\b/i

/** Who may get what is collected, as printed. */
const receivers =
  '(?:(?:other|outside|partner(?:ing)?|neighboring|regional|participating|local|state|federal|out-of-state|allied|surrounding) (?:and (?:state|federal|regional|local) )?(?:law enforcement|police|public safety|government(?:al)?)?\\s?(?:agenc(?:y|ies)|departments?|partners|entities|jurisdictions)|(?:Northern California Regional Intelligence Center|NCRIC|[A-Z]{2,8} ?fusion center|(?:regional |state )?fusion center|(?:U\\.?S\\.? )?Immigration and Customs Enforcement|ICE\\b|FBI\\b|DEA\\b|Department of Homeland Security|third[ -]part(?:y|ies)|national (?:lookup|LPR|network)|statewide (?:lookup|network)|NVLS|TALON))'

const documents: readonly (readonly [RegExp, string])[] = [
  [/impact/i, 'impact report'],
  [/military equipment/i, 'military equipment use policy or report'],
  [/annual/i, 'annual report'],
  [/acquisition/i, 'acquisition report'],
  [/privacy/i, 'privacy policy or assessment'],
  [/polic/i, 'use policy'],
]

/** What becomes of the data, and which papers say so. */
export const dataPatterns: readonly FactPattern[] = [
  {
    pattern: new RegExp(
      String.raw`\b${keeping}\b[^.;\n]{0,70}?\b(?:for|after|within|of|is|to|:)?\s?${span}\b`,
      'gi',
    ),
    read([whole, count = '', unit = ''], { before, after }) {
      if (!data.test(`${before(90)}${whole}${after(60)}`)) return undefined
      const days = toDays(count, unit)
      return days === null ? undefined : { kind: 'retention', value: { days } }
    },
  },
  {
    pattern: new RegExp(
      String.raw`\b${span}[ -]{1,2}(?:data |video |image )?(?:retention|storage)\b`,
      'gi',
    ),
    read([, count = '', unit = '']) {
      const days = toDays(count, unit)
      return days === null ? undefined : { kind: 'retention', value: { days } }
    },
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:(?:not|never|no) (?:be )?)?(?:shar(?:e|ed|es|ing)|disclos(?:e|ed|ing)|access(?:ed|ible)?|provided?|sold|exchang(?:e|ed|ing)|dissemina(?:te|ted|tion))\b[^.;\n]{0,60}?\b(?:with|by|to|among|between)(?: any| all| and)? (?:the )?(${receivers})`,
      'g',
    ),
    read([whole, receiver = ''], { before }) {
      if (!data.test(`${before(60)}${whole}`)) return undefined
      const isDenied = /\b(?:not|never|no|prohibit\w*|without)\b/i.test(`${before(50)}${whole}`)
      return { kind: 'sharing', value: { with: receiver.replace(/\s+/g, ' '), isDenied } }
    },
  },
  {
    pattern:
      /\b(?:surveillance (?:technology )?(?:impact (?:report|statement|assessment)|use policy|acquisition report|annual report|technology report)|(?:surveillance |data )?impact (?:report|statement|assessment)|(?:privacy|civil liberties) (?:impact assessment|policy|assessment)|(?:annual|yearly) (?:surveillance |military equipment |ALPR |drone |UAS |usage )?report|military equipment (?:use |funding )?(?:policy|report|inventory)|(?:ALPR|LPR|drone|UAS|body[ -]worn camera|camera|facial recognition|use) (?:use )?policy)\b/gi,
    read([whole]) {
      const document = documents.find(([pattern]) => pattern.test(whole))?.[1]
      return document ? { kind: 'policy-document', value: { document } } : undefined
    },
  },
]
