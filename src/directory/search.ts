import type { Directory, DirectoryPlace } from './directory.ts'
import { fold, foldName, lengthen } from './fold.ts'
import { stateNames } from './states.ts'

/** How well a place fits what was typed, best first. */
const fits = ['exact', 'exact-or-state', 'prefix', 'words', 'contains'] as const
export type DirectoryFit = (typeof fits)[number]

export interface DirectoryMatch {
  readonly place: DirectoryPlace
  readonly fit: DirectoryFit
  /** From the point asked for; `null` when none was. */
  readonly distanceMiles: number | null
}

/** Councils and school boards are never mixed: most people look for one kind. */
export interface DirectoryMatches {
  /** Cities, counties, towns and special districts, best first. */
  readonly councils: readonly DirectoryMatch[]
  readonly schools: readonly DirectoryMatch[]
}

export interface NearPoint {
  readonly latitude: number
  readonly longitude: number
  readonly miles: number
}

export interface SearchOptions {
  /** Of each list; 10 unless told, 100 at most. */
  readonly limit?: number
  /** Only places within so many miles, the nearest first among equals. */
  readonly near?: NearPoint
  /** Platforms that have an adapter: their places come first among equals. */
  readonly readable?: ReadonlySet<string>
}

/** One way to understand what was typed: words of a name, and the states it may lie in. */
interface Reading {
  /** Each as typed and in its long form: "st" may become "Stockton" or "St. Louis". */
  readonly words: readonly (readonly WordStart[])[]
  /** The whole name as it may stand in the directory: as typed, long forms, the last word unfinished. */
  readonly names: readonly string[]
  /** `null`: any state. */
  readonly states: ReadonlySet<string> | null
  /** True when the state's name or code is complete, or none is asked for. */
  readonly isWholeState: boolean
}

/** The first letters of a word: at the start of a name, or behind a blank. */
interface WordStart {
  readonly first: string
  readonly later: string
}

const startsOf = (word: string): WordStart => ({ first: word, later: ` ${word}` })

function toReading(typed: readonly string[], states: ReadonlySet<string> | null, isWhole: boolean) {
  const long = typed.map(lengthen)
  const words = typed.map((word) => [...new Set([word, lengthen(word)])].map(startsOf))
  const unfinished = [...long.slice(0, -1), typed.at(-1) ?? '']
  const names = [...new Set([typed, long, unfinished].map((each) => each.join(' ')))]
  return { words, names, states, isWholeState: isWhole }
}

const foldedStates = Object.entries(stateNames).map(
  ([code, name]) => [code, code.toLowerCase(), fold(name)] as const,
)

/** The states that the words may name, if any. */
function findStates(text: string): { codes: Set<string>; isWhole: boolean } | undefined {
  const whole = foldedStates.find(([, code, name]) => code === text || name === text)
  if (whole) return { codes: new Set([whole[0]]), isWhole: true }
  if (text.length < 3) return undefined
  const begun = foldedStates.filter(([, , name]) => name.startsWith(text))
  return begun.length > 0
    ? { codes: new Set(begun.map(([code]) => code)), isWhole: false }
    : undefined
}

/** What was typed may be a name alone, or a name with a state behind it ("springfield il"). */
function readQuery(text: string): Reading[] {
  const typed = fold(text)
    .replace(/^(city|town|township|village|county|borough) of /, '')
    .split(' ')
    .filter((word) => word !== '')
  if (typed.length === 0) return []
  const readings: Reading[] = [toReading(typed, null, true)]
  for (let behind = 1; behind <= Math.min(3, typed.length); behind++) {
    const found = findStates(typed.slice(-behind).join(' '))
    if (found) readings.push(toReading(typed.slice(0, -behind), found.codes, found.isWhole))
  }
  return readings
}

const generic = ['county', 'parish', 'borough', 'township', 'town', 'village', 'city']

const hasWord = (text: string, starts: readonly WordStart[]) =>
  starts.some(({ first, later }) => text.startsWith(first) || text.includes(later))

/** Index into `fits`, or -1. */
function fitOf({ words, names, states, isWholeState }: Reading, place: DirectoryPlace): number {
  if (states && !states.has(place.state)) return -1
  if (words.length === 0) return isWholeState ? 1 : 3
  const { foldedName, foldedCounty } = place
  const hasWords = words.every(
    (starts) =>
      hasWord(foldedName, starts) || (foldedCounty !== '' && hasWord(foldedCounty, starts)),
  )
  if (!hasWords) {
    const [asTyped = ''] = names
    const holds = words.length === 1 && asTyped.length >= 3 && foldedName.includes(asTyped)
    return holds ? 4 : -1
  }
  // A state that is only begun may be another word: "st lou" is a city before it is Louisiana.
  if (!isWholeState) return 3
  for (const name of names) {
    if (!foldedName.startsWith(name)) continue
    if (foldedName.length === name.length) return 0
    if (generic.includes(foldedName.slice(name.length + 1))) return 1
    return 2
  }
  return 3
}

const nearPhrase =
  /^\s*(?:(?:within\s+)?(\d{1,3})\s*mi(?:les?)?\s+(?:of|from|around|near)|near|around)\s+(.+)$/i

/** Miles around a place that a person means by "near". */
const nearbyMiles = 25

/**
 * Governments that fit what a person has typed so far: a place, a county, a state, the first
 * letters of each word, with or without the state; or "near tacoma", "within 15 miles of tacoma wa".
 *
 * Best fit first; among equals the nearer when `near` is given, then those that can be read, then
 * the larger. Empty text lists nothing, or with `near` everything near.
 */
export function searchDirectory(
  directory: Directory,
  text: string,
  options: SearchOptions = {},
): DirectoryMatches {
  const [, miles, around] = nearPhrase.exec(text.slice(0, 200)) ?? []
  if (around !== undefined && !options.near) {
    const center = searchDirectory(directory, around, { ...options, limit: 1 }).councils[0]?.place
    if (center && center.latitude !== null && center.longitude !== null) {
      const { latitude, longitude } = center
      const near = { latitude, longitude, miles: miles ? Number(miles) : nearbyMiles }
      return searchDirectory(directory, '', { ...options, near })
    }
  }
  const readings = readQuery(text.slice(0, 200))
  const { near } = options
  if (readings.length === 0 && !near) return { councils: [], schools: [] }

  const councils: Found[][] = fits.map(() => [])
  const schools: Found[][] = fits.map(() => [])
  for (const place of directory.places) {
    if (near && !isInBand(near, place)) continue
    const fit = readings.length === 0 ? 0 : bestFit(readings, place)
    if (fit < 0) continue
    const distanceMiles = near ? distanceTo(near, place) : null
    if (near && (distanceMiles === null || distanceMiles > near.miles)) continue
    const list = place.type === 'school' ? schools : councils
    list[fit]?.push({ place, distanceMiles })
  }
  const limit = Math.min(Math.max(options.limit ?? 10, 0), 100)
  const byRank = compareBy(options.readable ?? new Set())
  return { councils: take(councils, limit, byRank), schools: take(schools, limit, byRank) }
}

interface Found {
  readonly place: DirectoryPlace
  readonly distanceMiles: number | null
}

function bestFit(readings: readonly Reading[], place: DirectoryPlace): number {
  let best = -1
  for (const reading of readings) {
    const fit = fitOf(reading, place)
    if (fit >= 0 && (best < 0 || fit < best)) best = fit
    if (best === 0) break
  }
  return best
}

function compareBy(readable: ReadonlySet<string>) {
  const cannotRead = ({ place }: Found) =>
    Number(!place.portals.some((row) => readable.has(row.platform)))
  return (a: Found, b: Found) =>
    (a.distanceMiles ?? 0) - (b.distanceMiles ?? 0) ||
    cannotRead(a) - cannotRead(b) ||
    (b.place.population ?? -1) - (a.place.population ?? -1) ||
    (a.place.slug < b.place.slug ? -1 : 1)
}

function take(
  byFit: readonly Found[][],
  limit: number,
  byRank: (a: Found, b: Found) => number,
): DirectoryMatch[] {
  const taken: DirectoryMatch[] = []
  for (const [at, fit] of fits.entries()) {
    if (taken.length >= limit) break
    const found = (byFit[at] ?? []).sort(byRank).slice(0, limit - taken.length)
    taken.push(...found.map((each) => ({ ...each, fit })))
  }
  return taken
}

/** Whether a place lies in the band of latitude that the circle touches: cheap, and most do not. */
function isInBand(near: NearPoint, place: DirectoryPlace): boolean {
  if (place.latitude === null) return false
  return Math.abs(place.latitude - near.latitude) * milesPerDegree <= near.miles
}

const earthMiles = 3_958.8
const radians = Math.PI / 180
/** Of latitude; a little less than the truth, so that nothing on the rim is lost. */
const milesPerDegree = 69

/** Great-circle miles; `null` when the place has no coordinates. */
export function distanceTo(
  from: { readonly latitude: number; readonly longitude: number },
  to: { readonly latitude: number | null; readonly longitude: number | null },
): number | null {
  if (to.latitude === null || to.longitude === null) return null
  const half = (degrees: number) => Math.sin((degrees * radians) / 2) ** 2
  const h =
    half(to.latitude - from.latitude) +
    Math.cos(from.latitude * radians) *
      Math.cos(to.latitude * radians) *
      half(to.longitude - from.longitude)
  return 2 * earthMiles * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The best council for a whole name, `Seattle, WA`; undefined unless name and state fit exactly. */
export function findPlace(
  directory: Directory,
  name: string,
  state: string,
): DirectoryPlace | undefined {
  const wanted = foldName(name)
  const named = directory.places.filter(
    (place) => place.state === state && place.foldedName === wanted,
  )
  return named.find((place) => place.type !== 'school') ?? named[0]
}
