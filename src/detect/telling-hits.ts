import { isBareCamera, kindsOfCamera } from './cameras.ts'
import type { Hit } from './hit.ts'

/** "Surveillance technology" tells of a law, and not of what a vendor sells under it. */
export const isOfLaw = ({ meaning }: Hit): boolean =>
  meaning.technology === 'surveillance-oversight'

/** "Surveillance impact report for a drone" tells of that drone, and of no law. */
const ofOne =
  /\bsurveillance\b[^.;]*\b(?:impact|acquisition|use) (?:reports?|polic(?:y|ies)|statements?|assessments?)$/i
const widestForOne = 60

/** "Surveillance Technology Task Force": who rules on things, beside the one that is before it. */
const ofBody = /\bsurveillance\b.*\b(?:group|force|board|commission|committee)$/i
export const isBeforeBody = (hits: readonly Hit[]): boolean =>
  hits.some((hit) => hit.part === 'title' && isOfLaw(hit) && ofBody.test(hit.quote))

/** A list that a state's law asks for, of which one thing is bought or ruled on. */
const ofEquipment =
  /\b(?:military equipment|AB ?481|Assembly Bill 481|(?:Government|Gov\.?t?) Code (?:section |§ ?)?707\d)\b/i
const onEquipment: ReadonlySet<string | null> = new Set([
  'drone',
  'drone-first-responder',
  'ground-robot',
])

/** "The Real Time Crime Center (RTCC) license plate readers": whose they are. */
const widestOwner = 10
const isCenter = (hit: Hit) =>
  (hit.meaning.technology === 'real-time-crime-center' && hit.meaning.vendor === null) ||
  isPayee(hit)
/** "Invoice of NCRIC for LPR data": who is paid for it. */
const isPayee = ({ meaning: { technology }, quote, isListed }: Hit) =>
  technology === 'fusion-center' && /^[A-Z]{4,10}$/.test(quote) && !isListed

/**
 * "Body cameras of L3 Mobile-Vision": whoever makes recorders for cars makes those of officers too, so
 * a maker's name alone puts no recorder into a car where the title names body cameras.
 */
function namesOfMakers(hits: readonly Hit[]): readonly Hit[] {
  const ofCars = hits.filter(({ meaning }) => meaning.technology === 'in-car-video')
  const isMaker = ({ field, start, end }: Hit) =>
    hits.some(
      ({ meaning, ...firm }) =>
        meaning.technology === null &&
        meaning.vendor !== null &&
        firm.field === field &&
        firm.start <= start &&
        firm.end >= end,
    )
  const areOfOfficers = hits.some(
    ({ meaning, part }) =>
      part === 'title' && meaning.tier === 'strong' && meaning.technology === 'body-worn-camera',
  )
  return areOfOfficers && ofCars.every(isMaker) ? ofCars : []
}

/** Words of a technology that say whose, or by what paper, another one is: no technology of the item. */
export function namesOfAnother(hits: readonly Hit[]): ReadonlySet<Hit> {
  const isOnEquipment = hits.some(({ meaning }) => onEquipment.has(meaning.technology))
  const ordered = hits
    .filter(({ meaning }) => meaning.technology !== null)
    .sort((a, b) => a.field.localeCompare(b.field) || a.start - b.start)
  const others = new Set<Hit>(namesOfMakers(hits))
  ordered.forEach((hit, at) => {
    if (isOfLaw(hit) && ofEquipment.test(hit.quote) && isOnEquipment) others.add(hit)
    const isPaper = isOfLaw(hit) && ofOne.test(hit.quote)
    if (!isPaper && !isCenter(hit)) return
    for (let next = at + 1; next < ordered.length; next += 1) {
      const other = ordered[next] as Hit
      const gap = other.start - hit.end
      if (other.field !== hit.field || gap > widestForOne) break
      if (gap < 0 || other.meaning.technology === hit.meaning.technology) continue
      const isOwned =
        gap <= widestOwner &&
        other.meaning.tier === 'strong' &&
        kindsOfCamera.has(other.meaning.technology)
      if (isPaper || isOwned) others.add(hit)
      break
    }
  })
  return others
}

/** Parts in which something else than cameras is acquired by a sure word. */
export function partsThatAcquire(hits: readonly Hit[]): ReadonlySet<Hit['part']> {
  return new Set(
    hits
      .filter(
        ({ meaning, isAcquired }) =>
          isAcquired &&
          meaning.tier === 'strong' &&
          meaning.technology !== null &&
          meaning.technology !== 'video-surveillance',
      )
      .map(({ part }) => part),
  )
}

/** "To amend the agreement, add plate readers and install security cameras": cameras of their own. */
export const areOfTheirOwn = (hit: Hit, acquiring: ReadonlySet<Hit['part']>): boolean =>
  isBareCamera(hit.meaning) &&
  (hit.isListed ||
    (hit.isCounted && /\bvideo\b/i.test(hit.quote)) ||
    (hit.meaning.tier === 'plain' && hit.isAcquired && acquiring.has(hit.part)))
