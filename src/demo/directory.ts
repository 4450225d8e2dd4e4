import { type Directory, loadDirectory } from '../directory/directory.ts'
import { type DirectoryRow, type PortalColumn, portalColumns } from '../directory/row.ts'
import type { DemoPlace } from './portal.ts'

const divisionPrefix = 'ocd-division/country:us/'

function cellsOf(council: DemoPlace): Readonly<Record<PortalColumn, string>> {
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

/** The councils as a file of portals, in the form of the shipped portals.tsv. */
export function demoPortalsTable(councils: readonly DemoPlace[]): string {
  const lines = councils.map((council) => {
    const cells = cellsOf(council)
    return portalColumns.map((column) => cells[column]).join('\t')
  })
  return [portalColumns.join('\t'), ...lines, ''].join('\n')
}

/** The directory of the demonstration: its councils, and no place that exists. */
export function demoDirectory(councils: readonly DemoPlace[]): Directory {
  return loadDirectory(demoPortalsTable(councils))
}

/** The same as rows, in the order of the councils. */
export function demoDirectoryRows(councils: readonly DemoPlace[]): readonly DirectoryRow[] {
  return demoDirectory(councils).rows
}

/** The council whose portal an address belongs to, whatever page of it was pasted. */
export function findDemoCouncil(
  councils: readonly DemoPlace[],
  address: string,
): DemoPlace | undefined {
  if (!URL.canParse(address)) return undefined
  const { origin } = new URL(address)
  return councils.find(({ portalUrl }) => new URL(portalUrl).origin === origin)
}
