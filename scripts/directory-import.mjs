/**
 * Makes the directory's data files from the research tables:
 *
 *   node scripts/directory-import.mjs <folder with portals.csv, meeting-law.csv, ccops.csv> <date> [--out DIR]
 *
 * The same tables give the same bytes. Every faulty cell is named with its row and column, and
 * nothing is written while there is one. Corrections live in overrides.tsv and additions.tsv, which
 * this script never touches.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import { register } from 'tsx/esm/api'

register()
const { findCellErrors } = await import('../src/directory/check-cells.ts')
const { portalColumns, toRow } = await import('../src/directory/row.ts')
const { formatTable } = await import('../src/directory/table.ts')
const { meetingLawColumns, surveillanceLawColumns } = await import('../src/directory/law.ts')

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    out: {
      type: 'string',
      default: fileURLToPath(new URL('../src/directory/data/', import.meta.url)),
    },
  },
})
const [from, compiledOn] = positionals
if (!from || !/^\d{4}-\d{2}-\d{2}$/.test(compiledOn ?? '')) {
  console.error('usage: directory-import.mjs <folder> <date of the tables, 2026-01-31> [--out DIR]')
  process.exit(2)
}

const errors = []
const clean = (text) => text.replace(/\s+/g, ' ').trim()
const shortDivision = (id) => id.replace(/^ocd-division\/country:us\//, '')

/** Rows of a table with the line on which each begins. */
function readTable(name) {
  const rows = parse(readFileSync(join(from, name)), { columns: true, info: true, bom: true })
  return rows.map(({ record, info }) => ({
    row: info.lines,
    fault: (column, reason) =>
      errors.push(`${name}, row ${info.lines}, column ${column}: ${reason}`),
    cells: Object.fromEntries(Object.entries(record).map(([key, cell]) => [key, clean(cell)])),
  }))
}

/** Our column for each of theirs, where they differ. */
const theirs = {
  division: 'ocd_division_id',
  latitude: 'lat',
  longitude: 'lon',
  zone: 'timezone',
  url: 'portal_url',
  sources: 'source',
  seen: 'confidence',
  flags: 'confidence',
}

function portals() {
  const seenUrls = new Map()
  const lines = readTable('portals.csv').map(({ row, cells, fault }) => {
    const [, seen, flags] = /^seen-in-(\d+)-sources?(?:;(.*))?$/.exec(cells.confidence) ?? []
    if (seen === undefined) fault('confidence', `"${cells.confidence}" is not seen-in-N-sources`)
    const line = {
      division: shortDivision(cells.ocd_division_id),
      // The federal school tables write "-1" for "has none".
      geoid: /^-0*1$/.test(cells.geoid) ? '' : cells.geoid,
      name: cells.name,
      state: cells.state,
      type: cells.type,
      population: cells.population,
      latitude: cells.lat,
      longitude: cells.lon,
      zone: cells.timezone,
      platform: cells.platform,
      client: cells.client,
      url: cells.portal_url,
      website: cells.website,
      sources: cells.source,
      seen: seen ?? '1',
      flags: (flags ?? '').split(';').join(' '),
      review: '',
    }
    for (const { column, reason } of findCellErrors(line)) {
      // A zone beyond the border is corrected in overrides.tsv, where everybody can see why.
      if (column === 'zone' && line.zone.startsWith('America/')) continue
      fault(theirs[column] ?? column, `"${line[column]}": ${reason}`)
    }
    const earlier = seenUrls.get(line.url)
    if (earlier !== undefined) fault('portal_url', `the same as in row ${earlier}`)
    seenUrls.set(line.url, row)
    return line
  })
  const key = ({ state, name, type, platform, url }) =>
    [state, name, type, platform, url].join('\t')
  return lines.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

const bases = 'text-seen|secondary-seen|recalled|unknown'

/** `notice:text-seen (2005 text);speak:recalled` as bases by part, and what limits them. */
function readBases(confidence, fault) {
  const basis = {}
  const notes = []
  for (const statement of confidence.split(';').map(clean)) {
    const [, part, word, note, only] =
      new RegExp(`^([\\w-]+):(${bases})(?: \\((.+)\\)| (for .+))?$`).exec(statement) ?? []
    if (part === undefined) fault('confidence', `"${statement}" is not part:basis`)
    else if (part === 'notice') basis.regular = basis.special = word
    else if (['regular', 'special', 'speak', 'remote'].includes(part)) {
      // What was read for some other kind of body says nothing of councils.
      basis[part] = only ? 'unknown' : word
    }
    if (note) notes.push(note)
  }
  return { basis, note: notes.join('; ') }
}

function meetingLaw() {
  return readTable('meeting-law.csv').map(({ cells, fault }) => {
    const { basis, note } = readBases(cells.confidence, fault)
    return {
      state: cells.state,
      regular: cells.regular_notice,
      regular_value: cells.regular_value,
      regular_unit: cells.regular_unit,
      regular_basis: basis.regular ?? 'unknown',
      special: cells.special_notice,
      special_value: cells.special_value,
      special_unit: cells.special_unit,
      special_basis: basis.special ?? 'unknown',
      weekends_excluded: cells.weekends_excluded,
      posted: cells.what_posted,
      speak: cells.public_right_to_speak,
      speak_detail: cells.speak_detail,
      speak_basis: basis.speak ?? 'unknown',
      remote: cells.remote_comment,
      remote_basis: basis.remote ?? 'unknown',
      citation: cells.citation,
      sources: cells.source,
      basis_note: note,
      note: /recalled/.test(cells.notes) ? '' : cells.notes,
      as_of: compiledOn,
      review: '',
    }
  })
}

/** What each wording of `confidence` in ccops.csv means: the basis, and the parts only recalled. */
const lawBases = {
  'text-seen': ['text-seen', ''],
  'secondary-seen': ['secondary-seen', ''],
  recalled: ['recalled', ''],
  'text-seen; year recalled': ['text-seen', 'year'],
  'secondary-seen; section number recalled': ['secondary-seen', 'citation'],
  'secondary-seen; section recalled': ['secondary-seen', 'citation'],
  'secondary-seen; citation recalled': ['secondary-seen', 'citation'],
  'secondary-seen; adoption date recalled': ['secondary-seen', 'year'],
  'bill secondary-seen; adoption recalled': ['secondary-seen', 'adoption'],
  'text-seen for limits; 60 days recalled': ['text-seen', 'retention'],
  'text-seen for registration and reports; three minutes secondary-seen; year recalled': [
    'secondary-seen',
    'year',
  ],
  'secondary-seen, low': ['recalled', ''],
}

function retentionOf(days) {
  if (days === '' || !/^[\d.]+$/.test(days)) return days
  if (Number(days) < 1) return `${Math.round(Number(days) * 24 * 60)} minutes`
  return `${days} days`
}

function surveillanceLaw() {
  return readTable('ccops.csv').map(({ cells, fault }) => {
    const [basis, recalled] = lawBases[cells.confidence] ?? []
    if (basis === undefined) fault('confidence', `"${cells.confidence}" has no known meaning`)
    return {
      place: cells.place,
      state: cells.state,
      kind: cells.kind,
      division: shortDivision(cells.ocd_division_id),
      year: cells.year,
      citation: cells.citation,
      impact_report: cells.impact_report,
      use_policy: cells.use_policy,
      annual_report: cells.annual_report,
      hearing_or_vote: cells.public_hearing_or_vote,
      retention: retentionOf(cells.retention_days),
      requirements: cells.requirements,
      basis: basis ?? '',
      recalled: recalled ?? '',
      sources: cells.source,
      note: cells.notes,
      as_of: compiledOn,
      review: '',
    }
  })
}

const credits = [
  {
    name: 'GeoNames',
    licence: 'CC BY 4.0',
    url: 'https://www.geonames.org/',
    gave: 'coordinates, city population, time zones',
  },
  {
    name: 'Johns Hopkins University CSSE',
    licence: 'CC BY 4.0',
    url: 'https://github.com/CSSEGISandData/COVID-19',
    gave: 'county coordinates and some populations',
  },
  {
    name: 'balsama/us_counties_data',
    licence: 'facts only',
    url: 'https://github.com/balsama/us_counties_data',
    gave: 'county population',
  },
  {
    name: 'Open Civic Data division identifiers',
    licence: 'open data',
    url: 'https://github.com/opencivicdata/ocd-division-ids',
    gave: 'division and Census identifiers',
  },
  {
    name: '.gov registry (CISA)',
    licence: 'work of the US government',
    url: 'https://github.com/cisagov/dotgov-data',
    gave: 'websites',
  },
  {
    name: 'tz-lookup',
    licence: 'CC0 1.0',
    url: 'https://www.npmjs.com/package/tz-lookup',
    gave: 'time zones from coordinates',
  },
]

const rows = portals()
const files = {
  'portals.tsv': formatTable(portalColumns, rows),
  'meeting-law.tsv': formatTable(meetingLawColumns, meetingLaw()),
  'surveillance-law.tsv': formatTable(surveillanceLawColumns, surveillanceLaw()),
  'dataset.json': `${JSON.stringify({ compiledOn, portals: rows.length, credits }, null, 2)}\n`,
}
if (errors.length > 0) {
  console.error(`${errors.join('\n')}\n${errors.length} faults; nothing was written`)
  process.exit(1)
}
for (const [name, text] of Object.entries(files)) writeFileSync(join(values.out, name), text)
const councils = rows.map(toRow).filter((row) => row.type !== 'school').length
console.log(`${rows.length} portals, ${councils} of them not school boards, as of ${compiledOn}`)
