import { type Directory, loadDirectory } from '../directory/directory.ts'
import { type DirectoryRow, type PortalColumn, portalColumns } from '../directory/row.ts'
import type { DemoCouncil } from './portal.ts'

const divisionPrefix = 'ocd-division/country:us/'

function cellsOf(council: DemoCouncil): Readonly<Record<PortalColumn, string>> {
  const { jurisdiction } = council
  return {
    division: (jurisdiction.divisionId ?? '').replace(divisionPrefix, ''),
    geoid: '',
    name: jurisdiction.name,
    state: jurisdiction.state,
    type: jurisdiction.type,
    population: String(council.population),
    latitude: String(council.latitude),
    longitude: String(council.longitude),
    zone: jurisdiction.timeZone,
    platform: council.platform,
    client: council.client,
    url: council.portalUrl,
    website: '',
    sources: 'watchdocket/demo',
    seen: '2',
    flags: '',
    review: '',
  }
}

/** The directory of the demonstration: its councils, and no place that exists. */
export function demoDirectory(councils: readonly DemoCouncil[]): Directory {
  const lines = councils.map((council) => {
    const cells = cellsOf(council)
    return portalColumns.map((column) => cells[column]).join('\t')
  })
  return loadDirectory([portalColumns.join('\t'), ...lines, ''].join('\n'))
}

/** The same as rows, in the order of the councils. */
export function demoDirectoryRows(councils: readonly DemoCouncil[]): readonly DirectoryRow[] {
  return demoDirectory(councils).rows
}

/** The council whose portal an address belongs to, whatever page of it was pasted. */
export function findDemoCouncil(
  councils: readonly DemoCouncil[],
  address: string,
): DemoCouncil | undefined {
  if (!URL.canParse(address)) return undefined
  const { origin } = new URL(address)
  return councils.find(({ portalUrl }) => new URL(portalUrl).origin === origin)
}
