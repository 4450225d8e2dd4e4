import { findScraper } from '../../scrapers/index.ts'
import {
  type RecognisedAddress,
  readByAddressAlone,
  recogniseAddress,
} from '../../scrapers/platforms.ts'
import type { PortalSearch } from '../../scrapers/recognise-portal.ts'
import type { WantedSource } from '../commands/deps.ts'
import type { NewJurisdiction } from '../db/queries/jurisdictions.ts'
import type { NewSource } from '../db/queries/sources.ts'
import { findDemoCouncil } from '../demo/directory.ts'
import type { DemoPlace } from '../demo/portal.ts'
import type { Directory, DirectoryPlace } from '../directory/directory.ts'
import { findByPortal } from '../directory/find-by-portal.ts'
import { findByWebsite } from '../directory/find-by-website.ts'
import type { DirectoryRow } from '../directory/row.ts'
import { InputError, shorten } from '../model/errors.ts'
import { findTimeZone } from '../model/ids.ts'

/**
 * The portal that an address is, or leads to. One that a page only names is not taken for it: the
 * person is told which it may be.
 *
 * @throws {InputError} `address_invalid`, `platform_unknown`
 * @throws {AppError} with one of the fetch codes, where the address cannot be had.
 */
async function findPortal(
  address: string,
  search: (address: string) => Promise<PortalSearch>,
): Promise<RecognisedAddress> {
  const { portals, failure } = await search(address)
  const [best] = portals
  if (best && best.confidence !== 'guess') return best
  // What nobody has seen may be a portal all the same: a host that is down is no wrong address.
  if (!best && failure) throw failure
  const why = best ? `; it may be ${best.label}, at ${shorten(best.portalUrl, 200)}` : ''
  throw new InputError(
    'platform_unknown',
    `No known agenda platform at "${shorten(address, 200)}"${why}`,
    'Paste the address of the page that lists the meetings, as your browser shows it; docs/platforms.md lists the platforms',
  )
}

function toJurisdiction(place: DirectoryPlace): NewJurisdiction {
  const { name, state, type, divisionId, timeZone, population, latitude, longitude, website } =
    place
  return { name, state, type, divisionId, timeZone, population, latitude, longitude, website }
}

function fromRow(directory: Directory, row: DirectoryRow): NewSource {
  const place = directory.placeOf.get(row)
  if (!place) throw new Error(`A row of another directory: ${row.portalUrl}`)
  const recognised = recogniseAddress(row.portalUrl)
  const isSame = recognised?.platform === row.platform
  return {
    jurisdiction: toJurisdiction(place),
    platform: row.platform,
    client: isSame ? recognised.client : row.client,
    portalUrl: row.portalUrl,
    options: isSame ? recognised.options : {},
    isReadable: isSame ? recognised.isReadable : readByAddressAlone.has(row.platform),
    needsChecking: row.needsChecking,
  }
}

/** A portal of the demonstration: its address tells nothing, so it brings all that is needed. */
function fromReplica(place: DemoPlace): NewSource {
  const { jurisdiction, population, latitude, longitude, platform, client, portalUrl } = place
  return {
    jurisdiction: { ...jurisdiction, population, latitude, longitude },
    platform,
    client,
    portalUrl,
    options: place.options,
    isReadable: findScraper(platform) !== undefined,
  }
}

/**
 * What is to be stored for a wish: a row of the directory by its portal address, or any address.
 * An address that the directory knows belongs to the place it names there, and a city's own site to
 * that city; `search` follows an address that says nothing by its shape.
 *
 * @throws {InputError} `directory_unknown`, `address_invalid`, `platform_unknown`, `place_missing`
 */
export async function resolveSource(
  directory: Directory,
  demo: readonly DemoPlace[],
  wanted: WantedSource,
  search: (address: string) => Promise<PortalSearch>,
): Promise<NewSource> {
  const address = 'directoryId' in wanted ? wanted.directoryId : wanted.address
  const replica = findDemoCouncil(demo, address)
  if (replica) return fromReplica(replica)
  if ('directoryId' in wanted) {
    const row = directory.rows.find((known) => known.portalUrl === wanted.directoryId)
    if (row) return fromRow(directory, row)
    throw new InputError(
      'directory_unknown',
      `The directory lists no portal "${shorten(wanted.directoryId)}"`,
      'Search for the place again, or paste the address of its agenda page',
    )
  }

  const recognised = await findPortal(wanted.address, search)
  const { platform, client, portalUrl } = recognised
  const row = findByPortal(directory, { url: portalUrl, platform, client })
  if (row && wanted.name === '') {
    return { ...fromRow(directory, row), client, portalUrl, options: recognised.options }
  }
  const place = findByWebsite(directory, wanted.address) ?? findByWebsite(directory, portalUrl)
  if (place && wanted.name === '') {
    return {
      jurisdiction: toJurisdiction(place),
      platform,
      client,
      portalUrl,
      options: recognised.options,
      isReadable: recognised.isReadable,
    }
  }
  if (wanted.name === '') {
    throw new InputError(
      'place_missing',
      `The directory does not know whose portal ${shorten(portalUrl, 200)} is`,
      'Say whose it is: the name of the place, its state and its time zone',
    )
  }
  return {
    jurisdiction: {
      divisionId: null,
      name: wanted.name,
      state: wanted.state,
      type: 'other',
      timeZone: wanted.timeZone === null ? null : (findTimeZone(wanted.timeZone) ?? null),
    },
    platform,
    client,
    portalUrl,
    options: recognised.options,
    isReadable: recognised.isReadable,
    needsChecking: row?.needsChecking ?? false,
  }
}
