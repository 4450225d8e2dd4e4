import type { Role } from '../../model/facts.ts'
import { fromPieces } from '../pieces.ts'
import {
  type CommittedSum,
  mostWeighed,
  type Readable,
  type Span,
  type SumField,
  stated,
} from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

/** Uses that leave it open whether a sum is what is decided on. */
const open: readonly SumUse[] = [
  'not-to-exceed',
  'spending',
  'grant',
  'amount',
  'movement',
  'other',
]
/** Longer texts begin with their history. */
const longestText = 900
/** The price of one thing, a stamp or a fee. */
const leastCents = 50_000
const reach = 70

/** Titles of what is talked over, ended or ruled: a sum beside them is told and not spent. */
const onlyOpens = fromPieces(
  'i',
  String.raw`\b(?:direction|options|expiring|expiration|end(?:ing)?|drop(?:ping)?|pause|moratorium`,
  '|response|referral|polic(?:y|ies)|(?:spending|work|strategic) plan|millage|election',
  '|questions?|RF[PQI]s?|RFP release|requests? for (?:proposals|qualifications)|settlement',
  '|claim|appeal|(?:grant|licen[cs]e) program|licen[cs]e agreement program|continued|informational|discussion|update|inquiry|hearing officer',
  String.raw`|reject(?:ion|ing)?|declin(?:e|es|ed|ing)|waive|surplus|sale)\b`,
)
/** Texts that spend nothing, or leave the decision to another day. */
const spendsNone = fromPieces(
  'i',
  String.raw`\b(?:no (?:appropriation|vote|formal vote|formal action|action|contract|purchase|county dollars`,
  String.raw`|city dollars|town dollars|city funds|county funds|funds are|money is)\b`,
  String.raw`|(?:pays?|paying|owes?|costs?) (?:the [\w-]+ )?nothing\b|(?:at|for) no (?:cost|charge)\b`,
  String.raw`|not in hand|(?:asked|asks|seeks?) (?:for )?(?:the )?(?:\w+['\u2019]s )?direction\b`,
  String.raw`|(?:matter|item|request) (?:was|is|be) (?:continued|tabled|withdrawn|postponed)\b`,
  String.raw`|to continue the\b|estimates? only\b|declin(?:es?|ed|ing)\b|(?:voted|moved|motion|agreed) `,
  String.raw`(?:not to|to (?:end|drop|reject|deny|decline|cancel|terminate|table|postpone|let))\b`,
  String.raw`|will (?:each )?(?:return|come back|be brought back)\b|contract (?:was )?(?:ended|terminated))`,
)
/** Said right before a sum that nobody commits. */
const guessed = fromPieces(
  'i',
  String.raw`\b(?:about|around|approximately|roughly|some|nearly|estimated(?: at)?|est\.|between|above`,
  '|over|more than|spent|paid|bought|owes?|owed|brings? in|brought in|residual of|surplus of',
  '|was at|is at|at that|put out|revenue of|loss of|value of|worth|budget of|another|by) (?:about )?$',
)
/** The whole of what was counted up before it. */
const isWhole =
  /\b(?:in all|in sum|in total|all told|altogether|totals?|totall?ing|sum|making|being|or|=|:) (?:of )?$/i

/**
 * Where no words claim any sum of a short text: what it counts up to, what it says twice, as a motion
 * repeats the price, else the first that it tells.
 */
export function toldFirst(
  title: SumField,
  { text, sums }: SumField,
  role: Role | null,
): CommittedSum | undefined {
  if (text.length > longestText || onlyOpens.test(title.text) || spendsNone.test(text))
    return undefined
  const some = sums
    .slice(0, mostWeighed)
    .filter(
      (sum): sum is Readable =>
        sum.cents !== null &&
        sum.cents >= leastCents &&
        open.includes(sum.use) &&
        (sum.use !== 'grant' || role === 'grant') &&
        !guessed.test(headOf(text, sum)),
    )
  // Of two sums that are moved nobody says which one pays for it.
  const isMoved = some.length > 1 && some[0]?.use === 'movement'
  const whole = some.find(
    (sum) => isWhole.test(headOf(text, sum)) && some.every(({ cents }) => cents <= sum.cents),
  )
  const again = some.find((sum, at) => some.findIndex(({ cents }) => cents === sum.cents) < at)
  const isAsked = role === 'grant' || (!isMoved && asked.test(sentenceOf(text, some[0])))
  const found = whole ?? again ?? (isAsked ? some[0] : undefined)
  return found && stated(found)
}

/** The sentence of a sum asks for it, or votes on it. */
const asked = fromPieces(
  'i',
  String.raw`\b(?:approv(?:e|es|ed|al)|award(?:s|ed)?|accept(?:s|ed|ance|ing)?|adopt(?:s|ed)?|motion(?:s|ed)?`,
  String.raw`|moved|moves|seconded|carried|passed|resolved|ordered|ratif\w+|recommends?|recommended`,
  String.raw`|authori[sz]\w+|appropriat\w+|purchas\w+|buy|buys|quotes?|quotation|bids?|renew(?:al|s|ed)?|low|lowest`,
  String.raw`|price|upgrade|replace\w*|subscription|licen[cs]es?|invoice)\b`,
)
const sentenceOf = (text: string, sum: Span | undefined): string =>
  sum === undefined
    ? ''
    : (/(?:[^.;\n]|\.(?=\S)){0,300}$/.exec(text.slice(0, sum.start))?.[0] ?? '') +
      (/^(?:[^.;\n]|\.(?=\S)){0,200}/.exec(text.slice(sum.end))?.[0] ?? '')

const headOf = (text: string, { start }: Span) => text.slice(Math.max(0, start - reach), start)
