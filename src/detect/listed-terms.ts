import { isBareCamera, kindsOfCamera } from './cameras.ts'
import type { Meaning } from './lexicon.ts'
import type { PhraseMatch } from './match.ts'

/** What stands between two members of a list: "cameras, two new drones", "cameras and/or drones". */
const betweenMembers = /^[,;]?(?: ?(?:and|or|&|\/|\+|plus))*(?: [a-z\d()-]+){0,3} $/i
/** "MVR/BWC replacement". */
const slashBetween = /^\/$/
/** Other goods of the list stand between: "cameras, stun guns, software and cloud storage". */
const goodsBetween =
  /^(?: [a-z\d-]+){0,2}(?:,(?: [a-z\d-]+){1,3}){1,4},? (?:and|&) (?:[a-z\d-]+ ){0,1}$/i
/** "A video evidence management and distribution platform, drones": a member's name goes on. */
const nameGoesOn = /^ and(?: [a-z-]+){1,2}, (?:and )?(?:[a-z\d()-]+ ){0,2}$/i
const widestGap = 60

/** "Plate readers and cameras" may be one thing, "gunshot sensors and cameras" are two. */
const mayBeOne = (technology: string | null) =>
  kindsOfCamera.has(technology) || technology === 'camera-registry-integration'

interface Candidate {
  readonly match: PhraseMatch
  readonly meaning: Meaning
}

/** "Thirty (30) cameras and seven (7) plate readers", "security cameras": things of their own. */
const countBefore =
  /(?:\d\)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|several))(?: [a-z-]+)? $/i
const isCounted = (text: string, { start, end }: PhraseMatch) =>
  countBefore.test(text.slice(Math.max(0, start - countReach), start)) ||
  /^(?:security|surveillance)\b/i.test(text.slice(start, end))
const countReach = 30
/** "Plate readers and software, 12 cameras": how many there are. */
const saysHowMany = /, (?:(?!and|or|plus)[a-z]+ )?\(?\d+\)? $/i

/** Matches that a comma or an "and" joins to one of another technology. */
export function membersOfLists(
  settled: readonly Candidate[],
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
    if (between.length > widestGap || !/[,;+]|\band\b|\bor\b|&|\//.test(between)) return
    if (
      ![betweenMembers, slashBetween, goodsBetween, nameGoesOn].some((joint) => joint.test(between))
    )
      return
    const areTwo = (bare: Candidate, other: Candidate) =>
      !isBareCamera(bare.meaning) ||
      !mayBeOne(other.meaning.technology) ||
      (bare === one && / and (?:[a-z-]+ )?$/i.test(between)) ||
      (isCounted(text, bare.match) && !(bare === next && saysHowMany.test(between)))
    if (areTwo(one, next)) members.add(one.match)
    if (areTwo(next, one)) members.add(next.match)
  })
  return members
}
