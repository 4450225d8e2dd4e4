import type { FactPattern } from './pattern.ts'

const steps: readonly (readonly [RegExp, string])[] = [
  [/closed|executive/i, 'closed session'],
  [/emergency/i, 'emergency, without a second reading'],
  [/second|final|adopt|third/i, 'second or final reading'],
  [/first|introduc/i, 'first reading'],
  [/hearing/i, 'public hearing'],
  [/consent/i, 'consent'],
]

/** How a body takes the item. */
export const procedurePatterns: readonly FactPattern[] = [
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
