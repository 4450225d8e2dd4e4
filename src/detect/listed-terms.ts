import type { Meaning } from './lexicon.ts'
import type { PhraseMatch } from './match.ts'

/** What stands between two members of a list: "cameras, two new drones", "cameras and/or drones". */
const betweenMembers = /^,?(?: ?(?:and|or|&|\/|plus))*(?: [a-z\d-]+){0,2} $/i
const widestGap = 40

/** Kinds of camera: "plate readers and cameras" may be one thing, "gunshot sensors and cameras" are two. */
const kindsOfCamera: ReadonlySet<string | null> = new Set([
  'alpr',
  'body-worn-camera',
  'in-car-video',
  'photo-enforcement',
  'mobile-surveillance-trailer',
  'camera-registry-integration',
])
const isBareCamera = ({ technology, vendor, tier }: Meaning) =>
  technology === 'video-surveillance' && vendor === null && tier !== 'strong'

/** Matches that a comma or an "and" joins to one of another technology. */
export function membersOfLists(
  settled: readonly { readonly match: PhraseMatch; readonly meaning: Meaning }[],
  text: string,
): ReadonlySet<PhraseMatch> {
  const ordered = settled
    .filter(({ meaning }) => meaning.technology !== null)
    .sort((a, b) => a.match.start - b.match.start)
  const members = new Set<PhraseMatch>()
  ordered.forEach((one, at) => {
    const next = ordered[at + 1]
    if (!next || next.meaning.technology === one.meaning.technology) return
    // "Body-worn camera and" is a term of its own.
    const joint = / and$/i.exec(text.slice(one.match.start, one.match.end))?.[0] ?? ''
    const between = `${joint}${text.slice(one.match.end, next.match.start)}`
    if (between.length > widestGap || !/,|\band\b|\bor\b|&|\//.test(between)) return
    if (!betweenMembers.test(between)) return
    const areTwo = (bare: Meaning, other: Meaning) =>
      !isBareCamera(bare) || !kindsOfCamera.has(other.technology)
    if (areTwo(one.meaning, next.meaning)) members.add(one.match)
    if (areTwo(next.meaning, one.meaning)) members.add(next.match)
  })
  return members
}
