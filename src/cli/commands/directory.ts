import type { Directory, DirectoryPlace } from '../../directory/directory.ts'
import type { DirectoryRow } from '../../directory/row.ts'
import { type DirectoryMatch, type NearPoint, searchDirectory } from '../../directory/search.ts'
import { InputError, shorten } from '../../model/errors.ts'
import { type Command, defineCommand } from '../command.ts'

/** What is known of a platform's adapter. */
export interface DirectoryPlatforms {
  label(platform: string): string
  isReadable(platform: string): boolean
  isVerified(platform: string): boolean
}

const usualMiles = 25
const usualLimit = 10

/** Searches the directory of portals by name, state and nearness; councils and school boards apart. */
export function directoryCommand(deps: {
  directory(): Directory
  readonly platforms: DirectoryPlatforms
}): Command {
  return defineCommand({
    name: 'directory',
    usage: 'directory [words] [--near PLACE] [--miles N] [--limit N] [--json]',
    summary: 'Find councils and school boards in the directory, and where they publish',
    options: {
      near: { type: 'string' },
      miles: { type: 'string' },
      limit: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    async run({ near, miles, limit, json }, words, terminal) {
      const typed = words.join(' ').trim()
      if (typed === '' && near === undefined) {
        throw new InputError(
          'usage',
          'directory needs the name of a place or state, or --near',
          'For example: watchdocket directory "tacoma wa", watchdocket directory --near "tacoma wa" --miles 10',
        )
      }
      const directory = deps.directory()
      const around =
        near === undefined
          ? undefined
          : pointOf(directory, near, numberOf('miles', miles, usualMiles, 500))
      const found = searchDirectory(directory, typed, {
        limit: numberOf('limit', limit, usualLimit, 100),
        ...(around && { near: around }),
      })
      const isSpecial = ({ place }: DirectoryMatch) => place.type === 'special'
      const answer = {
        councils: found.councils.filter((match) => !isSpecial(match)).map(toEntry),
        specialDistricts: found.councils.filter(isSpecial).map(toEntry),
        schoolBoards: found.schools.map(toEntry),
      }
      if (json) terminal.out(JSON.stringify(answer))
      else for (const line of describe(answer)) terminal.out(line)
      return Object.values(answer).every((list) => list.length === 0) ? 1 : 0
    },
  })

  function toEntry({ place, distanceMiles }: DirectoryMatch) {
    const { slug, name, state, type, divisionId, population, latitude, longitude, timeZone } = place
    return {
      ...{ slug, name, state, type, divisionId, population, latitude, longitude, timeZone },
      website: place.website,
      distanceMiles: distanceMiles === null ? null : Math.round(distanceMiles * 10) / 10,
      portals: place.portals.map((row) => ({
        platform: row.platform,
        label: deps.platforms.label(row.platform),
        portalUrl: row.portalUrl,
        isReadable: deps.platforms.isReadable(row.platform),
        isVerified: deps.platforms.isVerified(row.platform),
        confidence: confidenceOf(row),
        flags: row.flags,
        sources: row.sources,
      })),
    }
  }
}

/** How sure a row is; docs/directory.md explains the flags behind it. */
function confidenceOf({ review, needsChecking, seenIn }: DirectoryRow): string {
  if (review !== 'unreviewed') return review
  if (needsChecking) return 'needs-checking'
  return seenIn > 1 ? 'seen-in-several' : 'seen-once'
}

/** @throws {InputError} `directory_unknown` */
function pointOf(directory: Directory, near: string, miles: number): NearPoint {
  const { councils, schools } = searchDirectory(directory, near, { limit: 1 })
  const place: DirectoryPlace | undefined = (councils[0] ?? schools[0])?.place
  if (place && place.latitude !== null && place.longitude !== null) {
    return { latitude: place.latitude, longitude: place.longitude, miles }
  }
  throw new InputError(
    'directory_unknown',
    `The directory knows no place "${shorten(near)}" with coordinates`,
    'Name a larger place nearby, with its state',
  )
}

/** @throws {InputError} `usage` */
function numberOf(option: string, given: string | undefined, usual: number, most: number): number {
  if (given === undefined) return usual
  const number = Number(given)
  if (Number.isInteger(number) && number >= 1 && number <= most) return number
  throw new InputError(
    'usage',
    `--${option} "${shorten(given)}" is no whole number from 1 to ${most}`,
    `Leave it out for ${usual}`,
  )
}

interface Entry {
  readonly name: string
  readonly state: string
  readonly type: string
  readonly distanceMiles: number | null
  readonly portals: readonly {
    readonly label: string
    readonly portalUrl: string
    readonly isVerified: boolean
    readonly isReadable: boolean
    readonly confidence: string
  }[]
}

const headings = {
  councils: 'Councils',
  specialDistricts: 'Special districts',
  schoolBoards: 'School boards',
} as const

function* describe(answer: Readonly<Record<keyof typeof headings, readonly Entry[]>>) {
  let isEmpty = true
  for (const [key, heading] of Object.entries(headings)) {
    const entries = answer[key as keyof typeof headings]
    if (entries.length === 0) continue
    isEmpty = false
    yield heading
    for (const { name, state, type, distanceMiles, portals } of entries) {
      const away = distanceMiles === null ? '' : `, ${distanceMiles} miles`
      yield `  ${name}, ${state} (${type}${away})`
      for (const portal of portals) {
        const marks = [
          portal.confidence,
          ...(portal.isReadable ? [] : ['not readable yet']),
          ...(portal.isVerified ? [] : ['unverified adapter']),
        ]
        yield `    ${portal.label}: ${portal.portalUrl} (${marks.join(', ')})`
      }
    }
  }
  if (isEmpty) yield 'Nothing found; try fewer words, or the name of the county or state'
}
