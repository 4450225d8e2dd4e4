import { findTimeZone } from '../model/ids.ts'
import { directoryFlags, type PortalCells, type PortalColumn } from './row.ts'
import { stateNames } from './states.ts'

export interface CellError {
  readonly column: PortalColumn
  readonly reason: string
}

const types = new Set(['city', 'county', 'town', 'special', 'school'])
const flagNames = new Set<string>(directoryFlags)

/**
 * Zones of the United States. A zone across the border may agree today and part ways tomorrow, as
 * America/Vancouver and America/Los_Angeles do.
 */
const zones = new Set([
  'America/Anchorage',
  'America/Boise',
  'America/Chicago',
  'America/Denver',
  'America/Detroit',
  'America/Indiana/Indianapolis',
  'America/Indiana/Knox',
  'America/Indiana/Marengo',
  'America/Indiana/Petersburg',
  'America/Indiana/Tell_City',
  'America/Indiana/Vevay',
  'America/Indiana/Vincennes',
  'America/Indiana/Winamac',
  'America/Juneau',
  'America/Kentucky/Louisville',
  'America/Kentucky/Monticello',
  'America/Los_Angeles',
  'America/Menominee',
  'America/Metlakatla',
  'America/New_York',
  'America/Nome',
  'America/North_Dakota/Beulah',
  'America/North_Dakota/Center',
  'America/North_Dakota/New_Salem',
  'America/Phoenix',
  'America/Sitka',
  'America/Yakutat',
  'Pacific/Honolulu',
])

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.username === '' && url.hostname.includes('.')
}

const within = (text: string, low: number, high: number) =>
  /^-?\d+(\.\d+)?$/.test(text) && Number(text) >= low && Number(text) <= high

/** What must hold of each cell; the function gives the complaint, or nothing. */
const rules: Readonly<Record<PortalColumn, (cell: string, cells: PortalCells) => string | false>> =
  {
    division: (cell, { state }) => {
      if (cell === '') return false
      const first = cell.split('/', 1)[0]
      if (!/^(state|district):[a-z]{2}(\/[a-z_]+:[^/\s]+)*$/.test(cell)) return 'no division id'
      return first?.endsWith(`:${state.toLowerCase()}`) ? false : 'lies in another state'
    },
    geoid: (cell) => cell !== '' && !/^(\d{5}|\d{7}|\d{10})$/.test(cell) && 'not 5, 7 or 10 digits',
    name: (cell) => (cell === '' || cell !== cell.trim()) && 'empty or padded with blanks',
    state: (cell) => !(cell in stateNames) && 'no state',
    type: (cell) => !types.has(cell) && `not one of ${[...types].join(', ')}`,
    population: (cell) => cell !== '' && !/^\d{1,8}$/.test(cell) && 'no whole number',
    latitude: (cell) => cell !== '' && !within(cell, 17, 72) && 'outside the United States',
    longitude: (cell, { latitude }) => {
      if ((cell === '') !== (latitude === '')) return 'stands without its latitude, or lacks'
      return cell !== '' && !within(cell, -180, -64) && 'outside the United States'
    },
    zone: (cell) => (!zones.has(cell) || !findTimeZone(cell)) && 'no zone of the United States',
    platform: (cell) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(cell) && 'no platform name',
    client: (cell) => !/^[^\s]{1,64}$/.test(cell) && 'empty, too long or with blanks',
    url: (cell) => !isWebAddress(cell) && 'no web address',
    website: (cell) => cell !== '' && !isWebAddress(cell) && 'no web address',
    sources: (cell) => cell.split(';').some((name) => name.trim() === '') && 'names no source',
    seen: (cell) => !/^[1-9]\d?$/.test(cell) && 'no count from 1 to 99',
    flags: (cell) => {
      const unknown = cell.split(' ').find((flag) => flag !== '' && !flagNames.has(flag))
      return unknown !== undefined && `unknown flag "${unknown}"`
    },
    review: (cell) =>
      !/^((confirmed|wrong) \d{4}-\d{2}-\d{2})?$/.test(cell) &&
      'neither empty nor "confirmed" or "wrong" with a date',
  }

/** Everything wrong with the cells of one line; nothing when it may be used. */
export function findCellErrors(cells: PortalCells): CellError[] {
  return (Object.keys(rules) as PortalColumn[]).flatMap((column) => {
    const reason = rules[column](cells[column], cells)
    return reason === false ? [] : [{ column, reason }]
  })
}
