import type { JurisdictionType } from '../model/jurisdiction.ts'
import { findCellErrors } from './check-cells.ts'
import { foldName, slugify } from './fold.ts'
import { type DirectoryRow, type PortalCells, portalColumns, toRow } from './row.ts'
import { DirectoryFileError, parseTable, type TableLine } from './table.ts'

/** One government with all its portals. */
export interface DirectoryPlace {
  /** Unique, stands in addresses: `seattle-wa`, `king-county-wa`. */
  readonly slug: string
  readonly name: string
  /** Two letters, upper case. */
  readonly state: string
  readonly type: JurisdictionType
  readonly divisionId: DirectoryRow['divisionId']
  readonly timeZone: DirectoryRow['timeZone']
  readonly population: number | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly website: string | null
  /** At least one; those that need no checking first, then those seen in more sources. */
  readonly portals: readonly DirectoryRow[]
  /** Folded as `foldName` does. */
  readonly foldedName: string
  /** Words that find it too: the county a town lies in; "" for none. */
  readonly foldedCounty: string
}

export interface Directory {
  /** Every portal, in file order. */
  readonly rows: readonly DirectoryRow[]
  /** Every government, in order of its first portal. */
  readonly places: readonly DirectoryPlace[]
  readonly placeOf: ReadonlyMap<DirectoryRow, DirectoryPlace>
  readonly bySlug: ReadonlyMap<string, DirectoryPlace>
}

/** Columns of overrides.tsv: one corrected cell a line, or `remove` as the column. */
export const overrideColumns = ['url', 'column', 'value', 'reason', 'on'] as const

/** What people have corrected since the data was compiled, as tab-separated text. */
export interface DirectoryCorrections {
  readonly overrides?: string
  readonly additions?: string
}

type Line = TableLine<(typeof portalColumns)[number]>

/** @throws {DirectoryFileError} for the first cell that is not as it must be. */
export function checkLine(file: string, { cells, row }: Line): void {
  const [error] = findCellErrors(cells)
  if (error) {
    throw new DirectoryFileError(
      file,
      row,
      error.column,
      `"${cells[error.column]}": ${error.reason}`,
    )
  }
}

/**
 * The directory that the file portals.tsv describes, corrected. Cells of `portals` are trusted, since
 * a test checks the shipped ones; corrected and added rows are checked here.
 *
 * @throws {DirectoryFileError} for a broken line, or a correction of a portal that is not listed.
 */
export function loadDirectory(portals: string, corrections: DirectoryCorrections = {}): Directory {
  const byUrl = new Map<string, PortalCells>()
  for (const { cells } of parseTable('portals.tsv', portalColumns, portals)) {
    byUrl.set(cells.url, cells)
  }
  for (const line of parseTable(
    'additions.tsv',
    portalColumns,
    corrections.additions ?? portalColumns.join('\t'),
  )) {
    checkLine('additions.tsv', line)
    if (byUrl.has(line.cells.url)) {
      throw new DirectoryFileError('additions.tsv', line.row, 'url', 'is listed already')
    }
    byUrl.set(line.cells.url, line.cells)
  }
  applyOverrides(byUrl, corrections.overrides ?? overrideColumns.join('\t'))
  return indexRows([...byUrl.values()].map(toRow))
}

function applyOverrides(byUrl: Map<string, PortalCells>, text: string): void {
  const file = 'overrides.tsv'
  for (const { cells, row } of parseTable(file, overrideColumns, text)) {
    const found = byUrl.get(cells.url)
    if (!found) throw new DirectoryFileError(file, row, 'url', `"${cells.url}" is not listed`)
    if (cells.reason === '') throw new DirectoryFileError(file, row, 'reason', 'is empty')
    if (!/^\d{4}-\d{2}-\d{2}$/.test(cells.on)) {
      throw new DirectoryFileError(file, row, 'on', `"${cells.on}" is no date`)
    }
    if (cells.column === 'remove') {
      byUrl.delete(cells.url)
      continue
    }
    const column = portalColumns.find((name) => name === cells.column)
    if (!column || column === 'url') {
      throw new DirectoryFileError(file, row, 'column', `"${cells.column}" cannot be corrected`)
    }
    const corrected = { ...found, [column]: cells.value }
    const error = findCellErrors(corrected).find((each) => each.column === column)
    if (error) {
      throw new DirectoryFileError(file, row, 'value', `"${cells.value}": ${error.reason}`)
    }
    byUrl.set(cells.url, corrected)
  }
}

/**
 * Governments are told apart by name, state and kind. Of school boards several may share all three,
 * so that their district counts too.
 */
function keyOf(row: DirectoryRow): string {
  const district = row.type === 'school' ? (row.geoid ?? '') : ''
  return `${row.state}\t${row.type}\t${row.name}\t${district}`
}

function indexRows(rows: readonly DirectoryRow[]): Directory {
  const groups = new Map<string, DirectoryRow[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  const slugs = chooseSlugs([...groups.values()])
  const places = [...groups.values()].map((group) => toPlace(group, slugs.get(group) ?? ''))
  return {
    rows,
    places,
    placeOf: new Map(places.flatMap((place) => place.portals.map((row) => [row, place] as const))),
    bySlug: new Map(places.map((place) => [place.slug, place])),
  }
}

const order: readonly JurisdictionType[] = ['city', 'county', 'town', 'special', 'school']

/** The plain slug goes to the first of a name: cities before counties, the larger before the smaller. */
function chooseSlugs(groups: readonly DirectoryRow[][]): Map<DirectoryRow[], string> {
  const first = (group: DirectoryRow[]) => group[0] as DirectoryRow
  const ranked = groups.toSorted((a, b) => {
    const [one, other] = [first(a), first(b)]
    return (
      order.indexOf(one.type) - order.indexOf(other.type) ||
      (other.population ?? 0) - (one.population ?? 0) ||
      ((one.geoid ?? one.portalUrl) < (other.geoid ?? other.portalUrl) ? -1 : 1)
    )
  })
  const taken = new Set<string>()
  const slugs = new Map<DirectoryRow[], string>()
  for (const group of ranked) {
    const { name, state, type, geoid } = first(group)
    const plain = slugify(`${name} ${state}`)
    const wanted = [plain, `${plain}-${type}`, ...(geoid ? [`${plain}-${geoid}`] : [])]
    let slug = wanted.find((each) => !taken.has(each))
    for (let n = 2; slug === undefined; n++) {
      const numbered = `${plain}-${type}-${n}`
      if (!taken.has(numbered)) slug = numbered
    }
    taken.add(slug)
    slugs.set(group, slug)
  }
  return slugs
}

/** A county's name inside the division of a town, folded: `state:nj/county:bergen/…`. */
function countyWords(row: DirectoryRow): string {
  if (row.type === 'county') return ''
  const county = /\/county:([^/]+)\//.exec(`${row.divisionId ?? ''}/`)?.[1]
  return county ? `${foldName(county.replaceAll('_', ' '))} county` : ''
}

function toPlace(group: readonly DirectoryRow[], slug: string): DirectoryPlace {
  const portals = group.toSorted(
    (a, b) => Number(a.needsChecking) - Number(b.needsChecking) || b.seenIn - a.seenIn,
  )
  const best = portals[0] as DirectoryRow
  const located = portals.find((row) => row.latitude !== null) ?? best
  return {
    slug,
    name: best.name,
    state: best.state,
    type: best.type,
    divisionId: portals.find((row) => row.divisionId !== null)?.divisionId ?? null,
    timeZone: best.timeZone,
    population: portals.find((row) => row.population !== null)?.population ?? null,
    latitude: located.latitude,
    longitude: located.longitude,
    website: portals.find((row) => row.website !== null)?.website ?? null,
    portals,
    foldedName: foldName(best.name),
    foldedCounty: countyWords(best),
  }
}

/** The slug of the government behind a row of this directory. */
export function slugOf(directory: Directory, row: DirectoryRow): string {
  const place = directory.placeOf.get(row)
  if (!place) throw new Error(`A row of another directory: ${row.portalUrl}`)
  return place.slug
}

/**
 * A source's id for a row of this directory: `seattle-wa-legistar`; with the client behind it where
 * a government has several portals of one platform. Unique in the directory.
 */
export function sourceIdOf(directory: Directory, row: DirectoryRow): string {
  const slug = slugOf(directory, row)
  const twins = directory.bySlug.get(slug)?.portals.filter((p) => p.platform === row.platform) ?? []
  const plain = `${slug}-${row.platform}`
  return twins.length > 1 ? `${plain}-${slugify(row.client)}` : plain
}
