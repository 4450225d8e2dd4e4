import { fromPieces } from '../pieces.ts'
import type { FactPattern } from './pattern.ts'

const steps: readonly (readonly [RegExp, string])[] = [
  [/closed|executive/i, 'closed session'],
  [/emergency/i, 'emergency, without a second reading'],
  [/second|final|adopt|third/i, 'second or final reading'],
  [/first|introduc/i, 'first reading'],
  [/hearing/i, 'public hearing'],
  [/consent/i, 'consent'],
]

/** How a body takes the item, or that none did. */
export const procedurePatterns: readonly FactPattern[] = [
  {
    // Executive renewals and staff extensions, as reports and minutes tell of them.
    pattern: fromPieces(
      'gi',
      String.raw`\b(?:without (?:an? |any )?(?:(?:city|county|town|village) )?`,
      '(?:council|board|commission|committee|legislative)',
      String.raw`(?:[\u2019']s)? (?:action|approval|vote|authorization)`,
      '|(?:did|does|do) not (?:need|require) (?:an? |any )?',
      '(?:(?:vote|approval|action) (?:of|by) the )?(?:(?:city|county|town|village) )?',
      '(?:council|board|commission|commissioners)(?: approval| action| vote)?',
      '|administratively (?:approved|renewed|extended|executed|amended|signed)',
      '|(?:approved|renewed|extended|executed|amended|signed) administratively',
      '|(?:under|within|using|by) (?:his|her|their|its',
      '|the (?:(?:city|county|town) )?(?:manager|administrator|mayor|chief|sheriff',
      String.raw`|director|superintendent)[\u2019']s) (?:own )?`,
      '(?:purchasing|signing|signature|spending|contracting|administrative|executive',
      '|delegated) authority|by executive (?:order|action)',
      '|at (?:the )?(?:staff|administrative) level',
      String.raw`|staff[- ]level (?:approval|extension|renewal))\b`,
    ),
    read: () => ({ kind: 'procedure', value: { step: 'decided without a vote' } }),
  },
  {
    pattern:
      /\b(?:(?:first|second|third|final|1st|2nd) reading|introduc(?:tion|ed) (?:of |by )?(?:an )?ordinance|public hearings?|closed session|executive session|consent (?:calendar|agenda|items?)|(?:to )?declar(?:e|ing) an emergency|emergency (?:ordinance|legislation))\b/gi,
    read([whole]) {
      const step = steps.find(([pattern]) =>
        pattern.test(whole.replace(/1st/, 'first').replace(/2nd/, 'second')),
      )?.[1]
      return step ? { kind: 'procedure', value: { step } } : undefined
    },
  },
]
