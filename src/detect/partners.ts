import type { Hit } from './hit.ts'

/**
 * "Memorandum with the Regional Intelligence Center for sharing of plate reads": a centre that data of
 * another kind is exchanged with is a partner, and what is exchanged is what the item is about.
 */

const reach = 90
/** A paper names its partner soon; more are a list of such centres. */
const mostCenters = 40
const isCenter = ({ meaning: { technology, vendor }, quote }: Hit) =>
  vendor === null &&
  (technology === 'fusion-center' ||
    (technology === 'real-time-crime-center' && /\banalysis cent(?:er|re)/i.test(quote)))

const withThem =
  /\b(?:with|between|and|through|from|by|to|of|agreement,)(?: the)? (?:(?!the\b)[\w.'’-]+ ){0,4}$/i
const forExchange =
  /^(?: \([A-Z]{3,8}\))?,?[^.;]{0,20}\b(?:for|to|on|regarding|concerning|covering)\b[^.;]{0,30}\b(?:shar(?:e|ing)|exchang(?:e|ing)|access|quer(?:y|ies|ying)|search(?:es|ing)?|us(?:e|ing)|receipt|upload(?:ing)?|feeds?)\b/i
const theirStore = /^[^.;]{0,24}\b(?:feeds?|repositor(?:y|ies)|requests?|pool|server|lookups?)\b/i
const askedOfThem =
  /\b(?:requests?|searches|queries|lookups?|reads|data) (?:\w+ ){0,2}(?:through|by|from|to|with) (?:the )?(?:[\w.'’-]+ ){0,3}$/i

/** Hits less the centres that something else is exchanged with. */
export function withoutPartners(
  hits: readonly Hit[],
  { title, text }: { readonly title: string; readonly text: string },
): readonly Hit[] {
  const centers = hits.filter(isCenter)
  if (centers.length === 0) return hits
  const isPartner = ({ field, start, end }: Hit) => {
    const printed = field === 'title' ? title : text
    const isNear = hits.some(
      (other) =>
        other.field === field &&
        !isCenter(other) &&
        other.meaning.technology !== null &&
        other.meaning.technology !== 'gang-intelligence-database' &&
        other.start < end + reach &&
        other.end > start - reach,
    )
    if (!isNear) return false
    const head = printed.slice(Math.max(0, start - reach), start).replace(/\s/g, ' ')
    const tail = printed.slice(end, end + reach).replace(/\s/g, ' ')
    return (
      askedOfThem.test(head) ||
      (withThem.test(head) && (forExchange.test(tail) || theirStore.test(tail)))
    )
  }
  return centers.slice(0, mostCenters).some(isPartner) ? hits.filter((hit) => !isCenter(hit)) : hits
}
