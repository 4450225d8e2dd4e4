import type { FactPattern } from './pattern.ts'

const departments =
  "Police|Sheriff(?:[\u2019']s)?|Public Safety|Public Works|Transportation|Parking|Information Technology|Technology Services|Information Services|Fire|District Attorney(?:[\u2019']s)?|Probation|Corrections?|Emergency Management|Housing Authority|Transit|Recreation and Parks?|Parks? and Recreation|Library|Administration|City Manager(?:[\u2019']s)?|General Services|Finance|Facilities|Airport|Code Enforcement|Community Development|Traffic(?! Safety)"

const ofOffice = new RegExp(
  String.raw`\b(?:(?:Department|Division|Dept\.?|Office|Bureau) of (?:the )?(${departments})|(${departments}) (?:Department|Division|Office|Bureau|Dept\.?))\b`,
  'gi',
)
const afterLabel = new RegExp(
  String.raw`\b(?:(?:Submitted|Requested|Prepared) by|(?:Requesting |Originating |Sponsoring |Lead )?Departments?(?:\(s\))?|From|Agency|Department/Division):[ \t]{0,6}((?:${departments})(?: (?:Department|Office|Division))?)\b`,
  'gi',
)

const asPrinted = (words: string) => words.replace(/\s+/g, ' ').trim()

/** Who asks for it. */
export const departmentPatterns: readonly FactPattern[] = [
  {
    pattern: ofOffice,
    read([whole]) {
      // "traffic division of the court" in small letters speaks of any.
      return /^[A-Z]/.test(whole)
        ? { kind: 'department', value: { name: asPrinted(whole) } }
        : undefined
    },
  },
  {
    pattern: afterLabel,
    isOfLine: true,
    read: ([, name = '']) => ({ kind: 'department', value: { name: asPrinted(name) } }),
  },
]
