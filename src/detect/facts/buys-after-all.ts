import { fromPieces } from '../pieces.ts'
import type { ActionReading } from './cue.ts'

/** A title that may buy, whatever else it does. */
const mayBuy = fromPieces(
  'i',
  String.raw`\b(?:purchas\w*|buy(?:ing)?|acqui(?:re|sition|ring)|contracts?|agreements?`,
  String.raw`|amendments? (?:no\b|#|\d)|order form|change order|renewals?|award(?:ing)?|lease|add-?on`,
  String.raw`|invoice|procure\w*|subscription|appropriat\w+|expenditure|spen[dt])\b`,
)
/** A decision on what is bought, and its price in the same sentence. */
const decides = fromPieces(
  'i',
  String.raw`\b(?:approv\w*|authoriz\w*|award\w*|moved?|motion|adopt\w*|pay|buy|ratif\w*|sign|execute`,
  String.raw`|enter|let(?:s|ting)?|allow\w*)\b[^.;]{0,220}\b(?:purchas\w*|buy|agreement|contract`,
  String.raw`|order form|amendment|lease|renew\w*|acqui\w*|subscription|quote|proposal|bid|spent on)\b`,
  String.raw`[^.;]{0,160}\$ ?\d`,
)
const priced = fromPieces(
  'i',
  String.raw`\b(?:purchas\w*|buy|agreement|contract|order form|amendment (?:no\b|#)|lease|acqui\w*`,
  String.raw`|subscription|contract price|award)\b[^$]{0,240}\$ ?\d{1,3}(?:,\d{3}|\b)`,
)
/** Told, put off or threatened: nothing is bought by it. */
const isIdle = fromPieces(
  'i',
  String.raw`\b(?:no action|report only|no vote|informational|information only|discussion only`,
  '|was told|denied|tabled|declined|presented|presentation|update|questions?|asked|minutes',
  String.raw`|quarterly|annual report|audit|lawsuit|settlement|refund|oppos\w+|repeal\w*`,
  String.raw`|fines?|penalt(?:y|ies)|fees? (?:schedule|for|set|at)|late fees?)\b`,
)
const takesGrant =
  /\b(?:accept\w*|apply\w*|application|receiv\w*)\b[^;$]{0,80}\b(?:grant|award|donation|funding|funds)\b|\b(?:grant|award)\b[^;$]{0,40}\baccept/i

const ruled: readonly string[] = ['policy', 'oversight', 'report', 'other']
const mostOfText = 2_000

/**
 * A rule, a report or a talk that buys something after all is a purchase: what its title names a
 * price for, or its text decides on with one.
 */
export function buysAfterAll(title: string, text: string, read: ActionReading): ActionReading {
  if (!ruled.includes(read.role)) return read
  const opening = text.slice(0, mostOfText)
  const idle = isIdle.test(title) || isIdle.test(opening)
  const isPolicy = read.role === 'policy'
  const isDecided = !idle && (decides.test(title) || decides.test(opening))
  const isPriced = !idle && isPolicy && /\$ ?\d/.test(title)
  const isBoth = !idle && isPolicy && mayBuy.test(title) && priced.test(opening)
  if (!isDecided && !isPriced && !isBoth) return read
  return takesGrant.test(title)
    ? { role: 'grant', action: 'accept-grant' }
    : { role: 'procurement', action: 'approve-contract' }
}
