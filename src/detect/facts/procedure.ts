import type { FactPattern } from './pattern.ts'

const steps: readonly (readonly [RegExp, string])[] = [
  [/closed|executive/i, 'closed session'],
  [/second|final|adopt|third/i, 'second or final reading'],
  [/first|introduc/i, 'first reading'],
  [/hearing/i, 'public hearing'],
  [/consent/i, 'consent'],
]

const departments =
  "Police(?: Department)?|Sheriff(?:[’']s)?(?: (?:Office|Department))?|Public Safety|Public Works|Transportation|Parking|Information Technology|Technology Services|Fire(?: Department)?|District Attorney(?:[’']s)?(?: Office)?|Probation(?: Department)?|Corrections?|Emergency Management|Housing Authority|Transit|Recreation and Parks?|Parks? and Recreation|Library"

/** How it is taken, who asks for it, and how to be heard, as printed. */
export const procedurePatterns: readonly FactPattern[] = [
  {
    pattern:
      /\b(?:(?:first|second|third|final) reading|introduc(?:tion|ed) (?:of |by )?(?:an )?ordinance|public hearing|closed session|executive session|consent (?:calendar|agenda))\b/gi,
    read([whole]) {
      const step = steps.find(([pattern]) => pattern.test(whole))?.[1]
      return step ? { kind: 'procedure', value: { step } } : undefined
    },
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:(?:Department|Division|Dept\.?|Office|Bureau)(?: of(?: the)?|:) ?(?:${departments})|(?:${departments}) (?:Department|Division|Office|Bureau)|Police Department|Sheriff[’']s (?:Office|Department)|(?:Submitted by|Requesting Department|Originating Department|From): ?(?:${departments}))\b`,
      'g',
    ),
    read: ([whole]) => ({
      kind: 'department',
      value: {
        name: whole.replace(
          /^(?:Submitted by|Requesting Department|Originating Department|From): ?/,
          '',
        ),
      },
    }),
  },
  {
    pattern:
      /\b(?:staff contacts?|contact(?: person)?|prepared by|presenter|submitted by):[ \t]{0,6}([A-Z][^\n;]{3,90})/gi,
    read: ([, words = '']) => ({ kind: 'contact', value: { words: words.trim() } }),
  },
  {
    // "Public comments may be submitted to clerk@city.gov by 5:00 p.m. on …"
    pattern:
      /\b(?:public |written |e-?)?comments?\b[^.\n!?]{0,120}\b(?:submit(?:ted)?|e-?mail(?:ed)?|received|sent|deadline)\b(?:[^\n!?]{0,160}?(?:\b[ap]\.m\.|@[\w.-]{3,60}|\b\d{1,2}:\d{2}\b)){1,2}/gi,
    read: ([whole]) => ({ kind: 'comment', value: { words: whole.trim().replace(/\s+/g, ' ') } }),
  },
]
