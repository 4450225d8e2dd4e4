import { fromPieces } from '../pieces.ts'
import { printedNumber, readNumber } from './number-words.ts'
import type { FactPattern } from './pattern.ts'
import { numberBefore, toDays } from './spans.ts'

/** What devices collect; books and papers of the contract are kept for other reasons. */
const data =
  /\b(?:data|images?|footage|video|recordings?|records?|reads|detections|plates?|scans?|information|files?|evidence|cameras?|system|ALPR|LPR|storage|cloud)\b/i
const papers =
  /\b(?:audits?|financial|accounting|invoices?|payroll|books|contract records|personnel|employees?|insurance|bid|proposals?|applicants?|minutes|(?:each|every) search|searches|quer(?:y|ies)|logs?|agreement records|federal award|grant records|contractor|subrecipient)\b/i

const span = new RegExp(
  String.raw`^([^.;]{0,80}?)(?:^|[\s(:])(${printedNumber})[ -]{1,3}(?:calendar |consecutive |business )?(hour|day|week|month|year)s?\b`,
  'i',
)

/** Vendors keep what a city had for some days after a contract; offers sell years of storage. */
const isOfContract =
  /\b(?:upon|after|following|on|until) (?:[\w-]+ ){0,4}(?:termination|expiration|expiry|cancellation|non-?renewal)\b/i
const isForSale =
  /\b(?:unlimited|plan|subscription|licen[cs]es?(?! plates?\b)|bundle|quote|warranty)\b|\$/i

/** What was, what a law allows and what somebody asks is not how it is kept. */
const isOtherwise =
  /\b(?:previously|formerly|in the past|used to|(?:laws?|statutes?|code|act|bill)\b[^,;.]{0,30}\b(?:permits?|allows?)|ask(?:s|ed)?|other (?:cities|agencies)|some (?:cities|agencies))\b/i

const sentenceBefore = (text: string) => /[^.;\n]*$/.exec(text)?.[0] ?? ''
const sentenceAfter = (text: string) => /^[^.;\n]*/.exec(text)?.[0] ?? ''

/** How long what is collected is kept. */
export const retentionPatterns: readonly FactPattern[] = [
  {
    // "retained for 30 days", "deleted after one (1) year", "Retention period: 30 days", "maintained no
    // longer than 60 days"
    pattern: fromPieces(
      'gi',
      String.raw`\b(?:retain(?:ed|s|ing)?|retention(?: (?:period|policy|schedule|limit|time))?`,
      '|stor(?:ed?|es|age|ing)|kept|keep(?:s|ing)?|delet(?:ed?|es|ion|ing)',
      '|purg(?:ed?|es|ing)|overwrit(?:ten|es)|erased?|expunged|destroy(?:ed|s)?|preserved?|held',
      String.raw`|maintain(?:ed)?(?= (?:for )?(?:(?:no|not) )?(?:longer|more|up|a maximum)\b))\b`,
    ),
    read([whole], { before, after }) {
      const tail = after(130)
      const match = span.exec(tail)
      if (!match) return undefined
      const [found, between = '', count = '', unit = ''] = match
      const number = readNumber(count)
      const days = number ? toDays(number, unit) : null
      if (days === null) return undefined
      const around = `${before(90)}${whole}${tail.slice(0, 90)}`
      if (!data.test(around) || papers.test(`${before(70)}${whole}${between}`)) return undefined
      // "held on the third Tuesday", "kept within 30 days of the invoice": other things than data.
      if (
        /\b(?:notice|invoice|payment|meeting|hearing|quote|experience|warranty|employ\w*)\b/i.test(
          between,
        )
      )
        return undefined
      if (/^(?:held|keep|store|destroy)/i.test(whole) && !data.test(before(60))) return undefined
      // "lowered from 60 days to 30 days"
      if (/\bfrom ?$/i.test(between) && /^ to\b/i.test(tail.slice(found.length))) return undefined
      const head = sentenceBefore(before(120))
      const sentence = `${head}${whole}${sentenceAfter(tail)}`
      if (isOfContract.test(sentence)) return undefined
      if (
        /^stor/i.test(whole) &&
        isForSale.test(`${head.slice(-40)}${tail.slice(0, found.length + 12)}`)
      )
        return undefined
      const isUnsure = isOtherwise.test(`${head}${whole}${between}`)
      const grade = isUnsure ? { grade: 'unclear' as const } : {}
      return { kind: 'retention', value: { days }, after: found.length, ...grade }
    },
  },
  {
    // "30-day retention", "a rolling thirty (30) day basis", "one-year data retention period"
    pattern:
      /\b(?:hour|day|week|month|year)s?(?=[ -]{1,2}(?:rolling |data |video |image |footage |cloud |ALPR |LPR |online )*(?:retention|storage|basis|archive)\b)/gi,
    read([unit], { before, after }) {
      const head = before(60)
      const number = numberBefore(head)
      const days = number && toDays(number.value, unit)
      if (!number || days === null) return undefined
      const isBasis = /^[ -]{1,2}(?:rolling )?basis/i.test(after(16))
      if (isBasis && !/\b(?:rolling|delet\w*|purg\w*|overwrit\w*|retain\w*)\b/i.test(head))
        return undefined
      if (isForSale.test(`${head.slice(-30)}${after(24)}`)) return undefined
      const isUnsure = isOtherwise.test(sentenceBefore(head))
      const grade = isUnsure ? { grade: 'unclear' as const } : {}
      return { kind: 'retention', value: { days }, before: number.length, ...grade }
    },
  },
]
