import type { DivisionId, TimeZone } from '../model/ids.ts'
import type { JurisdictionType } from '../model/jurisdiction.ts'

/** Why a row may be wrong; docs/directory.md explains each. */
export const directoryFlags = [
  'old-list',
  'place-from-label',
  'place-inferred',
  'place-from-domain',
  'name-shared',
  'coords-county',
  'tz-by-state',
] as const
export type DirectoryFlag = (typeof directoryFlags)[number]

/** What people found when they looked: nobody has, it is right, or it is wrong. */
export type DirectoryReview = 'unreviewed' | 'confirmed' | 'wrong'

/** One agenda portal and the government it belongs to, as the directory lists it. */
export interface DirectoryRow {
  readonly divisionId: DivisionId | null
  /** Census identifier: 5 digits county, 7 place or school district, 10 county subdivision. */
  readonly geoid: string | null
  readonly name: string
  /** Two letters, upper case. */
  readonly state: string
  readonly type: JurisdictionType
  readonly population: number | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly timeZone: TimeZone
  readonly platform: string
  /** The platform's name for the customer. */
  readonly client: string
  readonly portalUrl: string
  readonly website: string | null
  /** Public repositories in which the portal was seen. */
  readonly sources: readonly string[]
  /** How many independent ones; forks count once. */
  readonly seenIn: number
  readonly flags: readonly DirectoryFlag[]
  readonly review: DirectoryReview
  /** True until somebody confirms a row that is old, or whose government is our reading. */
  readonly needsChecking: boolean
}

/** Columns of portals.tsv and additions.tsv, in order. */
export const portalColumns = [
  'division',
  'geoid',
  'name',
  'state',
  'type',
  'population',
  'latitude',
  'longitude',
  'zone',
  'platform',
  'client',
  'url',
  'website',
  'sources',
  'seen',
  'flags',
  'review',
] as const
export type PortalColumn = (typeof portalColumns)[number]

/** The cells of one line, by column, as they stand in the file. */
export type PortalCells = Readonly<Record<PortalColumn, string>>

/** Every division lies in the United States, so the file leaves that part out. */
const divisionPrefix = 'ocd-division/country:us/'

const doubtful: readonly DirectoryFlag[] = ['old-list', 'place-inferred', 'name-shared']

const orNull = (cell: string) => (cell === '' ? null : cell)
const numberOrNull = (cell: string) => (cell === '' ? null : Number(cell))

/** The row that valid cells describe; see `findCellErrors` for what is valid. */
export function toRow(cells: PortalCells): DirectoryRow {
  const flags = cells.flags === '' ? [] : (cells.flags.split(' ') as DirectoryFlag[])
  const seenIn = Number(cells.seen)
  const review = (orNull(cells.review.split(' ', 1)[0] ?? '') ?? 'unreviewed') as DirectoryReview
  return {
    divisionId: cells.division === '' ? null : ((divisionPrefix + cells.division) as DivisionId),
    geoid: orNull(cells.geoid),
    name: cells.name,
    state: cells.state,
    type: cells.type as JurisdictionType,
    population: numberOrNull(cells.population),
    latitude: numberOrNull(cells.latitude),
    longitude: numberOrNull(cells.longitude),
    timeZone: cells.zone as TimeZone,
    platform: cells.platform,
    client: cells.client,
    portalUrl: cells.url,
    website: orNull(cells.website),
    sources: cells.sources.split(';'),
    seenIn,
    flags,
    review,
    needsChecking:
      review === 'wrong' ||
      (review !== 'confirmed' && seenIn < 2 && flags.some((flag) => doubtful.includes(flag))),
  }
}
