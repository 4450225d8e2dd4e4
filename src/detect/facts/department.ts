import { fromPieces } from '../pieces.ts'
import type { FactPattern } from './pattern.ts'

const departments =
  "Police|Sheriff(?:[\u2019']?s)?|Public Safety|Public Works|Transportation|Parking|Information Technology|Technology Services|Information Services|Fire|District Attorney(?:[\u2019']s)?|Probation|Corrections?|Emergency Management|Housing Authority|Transit|Recreation and Parks?|Parks? and Recreation|Library|Administration|City Manager(?:[\u2019']s)?|General Services|Finance|Facilities|Airport|Code Enforcement|Community Development|Traffic(?!\\s+(?:(?:and|&)\\s+\\w+\\s+)?Safety)"

const ofOffice = new RegExp(
  String.raw`\b(?:(?:Department|Division|Dept\.?|Office|Bureau) of (?:the )?(${departments})|(${departments}) (?:Department|Division|Office|Bureau|Dept\.?))\b`,
  'gi',
)
const afterLabel = new RegExp(
  String.raw`\b(?:(?:Submitted|Requested|Prepared) by|(?:Requesting |Originating |Sponsoring |Lead )?Departments?(?:\(s\))?|From|Agency|Department/Division):[ \t]{0,6}((?:${departments})(?: (?:Department|Office|Division))?)\b`,
  'gi',
)

/** A department of a state or of the nation gives money; who asks is a city's or a county's. */
const ofOthers = fromPieces(
  '',
  String.raw`\b(?:State|U\.? ?S\.?|United States|Federal|National|Alabama|Alaska|Arizona|Arkansas`,
  '|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois',
  '|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan',
  '|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey',
  '|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania',
  '|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia',
  String.raw`|Wisconsin|Wyoming)(?:[\u2019']s)? $`,
)

const asPrinted = (words: string) => words.replace(/\s+/g, ' ').trim()

/** Who asks for it. */
export const departmentPatterns: readonly FactPattern[] = [
  {
    pattern: ofOffice,
    read([whole], { before }) {
      if (/\bof\b/i.test(whole) && ofOthers.test(before(24))) return undefined
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
