import { goesOnByItself } from './goes-on-by-itself.ts'
import { printedNumber, readNumber } from './number-words.ts'
import type { FactPattern } from './pattern.ts'
import { numberBefore, toMonths } from './spans.ts'

const counted = new RegExp(
  String.raw`(?:^|[^\w$.,/#-])(${printedNumber})[ -]{1,2}(?:(?:additional|optional|successive|further|subsequent|more|consecutive),?[ -]{1,2}){0,2}(?:(${printedNumber})[ -]{1,2}(year|month)s?[ -]{1,2})?(?:(?:optional|successive|renewal|extension|option|additional|annual)[ -]{1,2}){0,2}$`,
  'i',
)

const isOption = /option|renew|exten|additional|successive|subsequent|further/i

const isOffer = /\b(?:options?|optional|may|can|could|might|right|subject)\b[^.;]*$/i
const isDone = /\b(?:renewed|extend(?:s|ed|ing)?|extension|authoriz(?:e|es|ed|ing))\b[^.;]{0,80}$/i

/** "Unless cancelled 90 days before expiration", "in writing 30 days before renewal" */
const isToldOfEnd =
  /\b(?:unless (?:[\w-]+ ){0,4}(?:cancel|terminat|renew)\w*|in writing)(?: [\w-]+){0,6} $/i
const ofEnd =
  /^,? (?:prior to|before) (?:the |its )?(?:[\w-]+ ){0,3}(?:renewal|expiration|end|termination|anniversary|term)\b/i
const ofPublic = /\b(?:post(?:ed|ing)|publish\w*|advertis\w*|meetings?|hearings?)\b/i

/** "Two renewal periods of one year each" */
const eachOf = new RegExp(
  String.raw`^ (?:of|for) (?:up to )?(${printedNumber})[ -]{1,2}(year|month)s?\b`,
  'i',
)

/** What keeps a contract going after its term, and what ends it. */
export const renewalPatterns: readonly FactPattern[] = [
  {
    // "two (2) optional one-year renewals", "option to extend for up to four additional one-year terms"
    pattern: /\b(?:terms?|periods?|renewals?|extensions?|options?|years)\b/gi,
    read([whole], { before, after }) {
      const head = before(90)
      const match = counted.exec(head)
      if (!match) return undefined
      const [found, count = '', each, unit] = match
      const times = readNumber(count)
      if (times === null || times === 0 || times > 20) return undefined
      const isYears = /^years$/i.test(whole)
      // "was renewed for two years" has been done, "extend the term by five years" is: no options.
      if (isYears && isDone.test(head) && !isOffer.test(head)) return undefined
      const words = `${found}${whole}${/^ (?:to (?:renew|extend)|options?\b)/i.exec(after(12))?.[0] ?? ''}`
      const isOffered = isOption.test(words)
      const ahead = head.slice(0, head.length - found.length)
      // "an option to extend for two (2) years"
      const isLed =
        /\b(?:options?|renew(?:al|ed|able)?|extend(?:ed)?|extension)\b[^.;]{0,50}$/i.test(ahead)
      if (!isOffered && !isLed) return undefined
      if (isYears && !/additional|option|successive|further|subsequent/i.test(found) && !isLed)
        return undefined
      // "two options were discussed": nothing is said to go on.
      if (!each && !isYears && !isLed && !/renew|exten|successive|additional/i.test(words))
        return undefined
      const number = each && unit ? readNumber(each) : null
      const isYearly = isYears || /\bannual\b/i.test(found)
      const lead = found.length - found.search(/[\w]/)
      // "1 x 5 years"
      const [, of] =
        (isYears && /(?:^|\s)(\d{1,2}) ?[x\u00d7] ?$/i.exec(ahead + found.slice(0, -lead))) || []
      if (of) {
        const value = { count: Number(of), months: 12 * times }
        return { kind: 'options', value, before: lead }
      }
      const [behind = '', length = '', name = ''] =
        (!isYears && !each && eachOf.exec(after(50))) || []
      const span = length ? readNumber(length) : number
      const months = span ? toMonths(span, name || (unit ?? '')) : isYearly ? 12 : null
      return {
        kind: 'options',
        value: { count: times, months },
        before: lead,
        after: behind.length,
      }
    },
  },
  {
    // "Renewal Term: 24 months"
    pattern: /\brenewal (?:term|period)s?(?: (?:of|shall be|is)|:) {0,3}(?:up to )?/gi,
    read(_, { after }) {
      const found = new RegExp(String.raw`^(${printedNumber})[ -]{1,2}(year|month)s?\b`, 'i').exec(
        after(50),
      )
      const [quote = '', count = '', unit = ''] = found ?? []
      const number = count ? readNumber(count) : null
      const months = number ? toMonths(number, unit) : null
      return months === null
        ? undefined
        : { kind: 'options', value: { count: 1, months }, grade: 'unclear', after: quote.length }
    },
  },
  {
    pattern:
      /\b(?:(?:shall|will|may|does|do) )?(?:not )?(?:be )?(?:auto-? ?renew(?:s|al|ed|ing)?|automatic(?:ally)? (?:be )?(?:renew(?:s|al|ing|ed)?|extend(?:s|ed)?)|renew(?:s|ed|al)? automatically|evergreen (?:clause|renewal|term))\b/gi,
    read([whole], { before, after }) {
      const renews = goesOnByItself(before(80), whole, after(60))
      return renews === undefined ? undefined : { kind: 'auto-renewal', value: { renews } }
    },
  },
  {
    // "thirty (30) days' prior written notice", "notice of non-renewal at least sixty days prior to"
    pattern: /\bdays?\b['\u2019]?/gi,
    read(_, { before, after }) {
      const head = before(110)
      const number = numberBefore(head)
      if (!number || number.value > 1_000) return undefined
      const next = after(60)
      const follows =
        /^,? ?(?:in )?(?:advance |prior )?(?:written |advance )?(?:written )?(?:prior )?(?:termination |cancell?ation )?noti(?:ce|fication)\b(?! period of default)/i.exec(
          next,
        )
      const led =
        /\bnotice(?: of (?:non-?renewal|termination|intent\w*|cancellation)[^.;]{0,40})?[^.;]{0,40}$/i.test(
          head.slice(0, -number.length),
        ) && /^,? (?:prior to|before|in advance)/i.exec(next)
      const ahead = head.slice(0, -number.length)
      const words = follows ?? (led || (isToldOfEnd.test(ahead) && ofEnd.exec(next))) ?? null
      const isLine = /(?:^|[\n.;] ?)notice(?: period| required)?: {1,3}$/i.test(ahead)
      if (!words && !isLine) return undefined
      // "Notices are posted 10 days prior to the meeting".
      if (!follows && ofPublic.test(`${ahead.slice(ahead.search(/[^.;]*$/))} ${next}`))
        return undefined
      // That fees change or somebody comes to look is told beforehand, too.
      if (
        /\b(?:fees?|charges?|prices?|pricing|rates?|inspect\w*|audits?|maintenance)\b[^.;]*$/i.test(
          head,
        ) &&
        !/\b(?:terminat|renew|cancel)/i.test(head)
      )
        return undefined
      return {
        kind: 'notice',
        value: { days: number.value },
        before: number.length,
        after: words ? words[0].length : 0,
      }
    },
  },
]
