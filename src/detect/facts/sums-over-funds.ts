import { fromPieces } from '../pieces.ts'
import { type CommittedSum, isAsked, type Readable, sumOf, together } from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

const mostShares = 5
const reachOfFund = 90
/** The purse that a sum comes from, behind it. */
const ofFund =
  /^\)?,? (?:for the cost of [\w -]{3,40}(?:\([^()$]{0,40}\) )?)?(?:(?:of which )?(?:is |to be |shall be |will be )?(?:funded |paid |asked |taken |drawn )?(?:(?:(?:will|would) )?comes? )?(?:from|by|out of|charged to|payable from)) (?:the )?([\w.'\u2019 &/-]{2,70}?\b(?:funds?|accounts?|budget|proceeds|reserves?|revenues?|forfeitures?|award|grant(?: program| funds?)?))\b/i
/** A purse by a name of its own, where another follows: "$9,000 from the Library Friends and $2,000 from". */
const ofPurse = /^\)?,? from (?:the )?([\w.'\u2019&/-]+(?: [\w.'\u2019&/-]+){0,4}) and \$/i
/** "$11,800 telecommunication fund and $18,460 forfeiture fund": named right behind it. */
const ofNamedFund = /^\)? (?!from|of|in|for|to)([\w'\u2019&-]+(?: [\w'\u2019&-]+){0,3}? funds?)\b/i
/** "and funds in the amount of", behind the grant that pays the rest. */
const fundsOf = /[^$]\band (?:funds|monies) in the amount of \(?$/i
/** Between two shares: "from the General Fund and the expenditure of", if the first is one too. */
const joint =
  /^(?:[^.;$]|\bno\.){0,110}(?:,|\band|;)(?: and)? (?:the )?(?:(expenditure|appropriation|fund|monie)s?(?: in the amount)? of )?\(?$/i
/** "…from the Seizure Fund. Storage for five years costs $390,000, from the department's budget": the next thing, from its purse. */
const nextThing =
  /^(?:[^$;.]|\.(?=\w)){0,130}\.\s{1,3}(?:The |An? )?(?:[\w.-]+[ ,]){0,9}(?:storage|subscription|software|licen[cs]es?|maintenance|warranty|installation|training|service)\b(?:[^$;.]|\.(?=\w)){0,90}\b(?:costs?|price|is)(?: is)? $/i
const share: readonly SumUse[] = ['not-to-exceed', 'spending', 'amount', 'movement', 'other']
/** "And $22,000 from the forfeiture fund to buy cameras": there, and spent. */
const spentOn = /^[^$;.]{0,90}\bfunds? to (?:buy|purchase|acquire|pay)\b/i

/**
 * "$30,000 from the General Fund and $20,000 from the Seizure Fund": one purchase paid from several
 * purses, of which no total is printed.
 */
export function overFunds(sums: readonly Readable[], text: string): readonly Readable[] {
  const funds = sums.map(({ use, start, end }) =>
    share.includes(use) ||
    (use === 'available' && spentOn.test(text.slice(end, end + reachOfFund + 30))) ||
    (use === 'grant' && fundsOf.test(text.slice(Math.max(0, start - reachOfFund), start)))
      ? (ofFund.exec(text.slice(end, end + reachOfFund)) ??
          ofPurse.exec(text.slice(end, end + reachOfFund)) ??
          ofNamedFund.exec(text.slice(end, end + reachOfFund)))?.[1]?.toLowerCase()
      : null,
  )
  const isJoined = (at: number) => {
    const [one, next] = [sums[at], sums[at + 1]]
    if (!one || !next || !funds[at] || !funds[at + 1] || funds[at] === funds[at + 1]) return false
    if (nextThing.test(text.slice(one.end, next.start))) return true
    const found = joint.exec(text.slice(one.end, next.start))
    const head = text.slice(Math.max(0, one.start - reachOfFund), one.start).toLowerCase()
    return found !== null && (!found[1] || head.includes(found[1].toLowerCase()))
  }
  const from = sums.findIndex((_, at) => isJoined(at))
  if (from < 0 || sums.some(({ use }) => use === 'closing')) return []
  let to = from + 1
  while (isJoined(to)) to += 1
  const shares = sums.slice(from, to + 1)
  if (shares.length > mostShares) return []
  // A sum as large as they are together says more: it is the total, or another matter.
  const all = sumOf(shares)
  const isTotal = ({ start, cents }: Readable) =>
    cents === all && saysTotal.test(text.slice(Math.max(0, start - reachOfFund), start))
  return sums.every((sum) => shares.includes(sum) || sum.cents < all || isTotal(sum)) ? shares : []
}

const saysTotal = /\btotal\b[^$;]{0,60}$/i

/** "Funding: General Fund $60,000; Asset Forfeiture $30,000": purses by name before their sums. */
const namesPurses =
  /(?:^|[\n.;] {0,2})(?:Funding|FUNDING|Funds|FUNDS)(?: [Ss]ources?| SOURCES?)? ?:\s{0,3}$/
const purse =
  /^(?:and )?(?:the )?[A-Z][\w'&/-]*(?: (?:[A-Z][\w'&/-]*|of|and|for)){0,5}(?:,| -| :|:)? \(?$/
const nextPurse = /^\)?(?:[;,]|,? and|\n) ?/
export function overNamedPurses(sums: readonly Readable[], text: string): CommittedSum | undefined {
  const isOfPurse = (at: number): boolean => {
    const [last, sum] = [sums[at - 1], sums[at]]
    if (!sum) return false
    if (!last) {
      const head = text.slice(Math.max(0, sum.start - reachOfFund), sum.start)
      const name = /[^:]*$/.exec(head)?.[0] ?? ''
      return (
        namesPurses.test(head.slice(0, head.length - name.length)) && purse.test(`${name.trim()} `)
      )
    }
    const gap = text.slice(last.end, sum.start)
    const joint = nextPurse.exec(gap)
    return joint !== null && purse.test(`${gap.slice(joint[0].length).trim()} `)
  }
  if (sums.length < 2 || sums.length > mostShares) return undefined
  return sums.every((_, at) => isOfPurse(at)) ? together(sums, sumOf(sums)) : undefined
}

/** Whether what is bought second, in a sentence of its own, is told from its own purse like the first. */
export const isInOneBreath = (text: string, shares: readonly Readable[]): boolean =>
  shares.every((sum, at) => {
    const last = shares[at - 1]
    return last
      ? isAsked(text, sum) || nextThing.test(text.slice(last.end, sum.start))
      : isAsked(text, sum)
  })

/** "Two contracts in the amount of $241,900 & $10,220": both, where nothing printed is more than they are. */
export function bothOf(sums: readonly Readable[], text: string): CommittedSum | undefined {
  const at = sums.findIndex((sum, index) => {
    const next = sums[index + 1]
    if (!next || !share.includes(sum.use) || !share.includes(next.use)) return false
    const head = text.slice(Math.max(0, sum.start - reachOfFund), sum.start)
    const gap = text.slice(sum.end, next.start)
    if (/^\)?,? (?:and|&) \(?$/.test(gap)) return inAmounts.test(head) || usesBoth.test(head)
    if (isSecondCap(text, sum, next)) return true
    if (usesBoth.test(head) && ofOneFund.test(gap))
      return ofOtherFund.test(text.slice(next.end, next.end + reachOfFund))
    if (hangsOn.test(gap.replace(/\s+/g, ' '))) return isAsked(text, sum)
    return ofSellers(gap, text.slice(next.end, next.end + reachOfFund)) && inQuotes.test(head)
  })
  const both = sums.slice(at, at + 2)
  if (at < 0 || sums.some(({ cents }) => cents >= sumOf(both))) return undefined
  return together(both, sumOf(both))
}

/** "Software from A not to exceed $90,000 and hardware from B not to exceed $60,000": two things, each with its limit. */
const cap = /\b(?:not[ -]to[ -]exceed|NTE|up to)(?: an? (?:amount|total) of| of)? \(?$/i
const otherThing = fromPieces(
  'i',
  String.raw`^\)?,? (?:and|plus) (?:of |for )?(?!.{0,120}\b`,
  String.raw`(?:total|aggregate|combined|overall|contingenc\w+|amend\w*|change orders?|budget\w*`,
  String.raw`|project|contract|agreement|years?|annual\w*|terms?|authoriz\w*|approv\w*`,
  String.raw`|appropriat\w*|funds?|fees?|increas\w*|additional|grants?|match\w*|purchas\w*`,
  String.raw`|tasers?|weapons?|vehicles?)\b)(?:[\w&.,'()-]+ ){2,20}$`,
)
const isSecondCap = (text: string, one: Readable, next: Readable) => {
  const gap = text.slice(one.end, next.start).replace(/\s+/g, ' ')
  if (one.use !== 'not-to-exceed' || next.use !== 'not-to-exceed' || gap.length > longestThing)
    return false
  return (
    cap.test(gap) &&
    otherThing.test(gap) &&
    cap.test(text.slice(Math.max(0, one.start - reachOfFund), one.start))
  )
}
const longestThing = 160

const inAmounts =
  /\b(?:amounts?|sums?|costs?|prices?) of \(?$|\b(?:agreements|contracts|purchase orders|purchases|leases|orders) (?:with|to|from) [^$.;]{2,70}\band\b[^$.;]{2,50} (?:for|at|of|totall?ing) \(?$/i
/** "Using $9,000 telecommunication and $8,000 forfeiture funds": what is paid out of both. */
const usesBoth = /\b(?:using|with|from|through|(?:the )?use of|out of|paid by|funded by) \(?$/i
const ofOneFund =
  /^\)? (?:(?:in|of|from) )?(?!for\b|to\b|match)(?:[\w'-]+ ){1,4}?(?:(?:funds?|funding|money|monies) )?and \(?$/i
const ofOtherFund =
  /^\)? (?:(?:in|of|from) )?(?!for\b|to\b|match)(?:[\w'-]+ ){0,4}?(?:funds?|funding|money|monies|proceeds|reserves?)\b/i
/** "A scanner for $17,000 and its three-year maintenance, $7,000": paid beside it, and no part of it. */
const hangsOn =
  /^\)?,? (?:and|&|plus) (?:(?!of\b|includ|which\b)[\w'.-]+ ){0,5}(?:install(?:ation)?|training|maint(?:enance|\.)|warrant(?:y|ies)|mounting|set-?up|implementation)(?:,| (?:for|of|at|at a cost of|in the amount of))? \(?$/i

/** "A quote totaling $60,000 from Acme for cameras; and $20,000 from Beta for their installation": one purchase. */
const inQuotes =
  /\b(?:quote|bid|proposal|purchase)\b(?: (?:totall?ing|of|in the (?:total )?amounts? of)) \(?$/i
const ofSellers = (gap: string, tail: string) =>
  /^\)? from [^$;.]{2,60} for [^$;]{2,160}[;,]? and (?:for )?$/.test(gap) &&
  /^\)? from [^$;.]{2,60} for [^$;.]{0,40}\b(?:install\w*|conduits?|wiring|training|maintenance|licen[cs]es?|mount\w*|support|storage|software|servers?)\b/i.test(
    tail,
  )
