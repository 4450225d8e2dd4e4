import { describe, expect, it } from 'vitest'
import { loadDirectory, slugOf, sourceIdOf } from '../../src/directory/directory.ts'
import { portalColumns } from '../../src/directory/row.ts'
import { DirectoryFileError } from '../../src/directory/table.ts'

const heading = portalColumns.join('\t')

/** One line of portals.tsv, with everything in order unless told otherwise. */
function line(cells: Partial<Record<(typeof portalColumns)[number], string>>): string {
  const whole: Record<string, string> = {
    state: 'WA',
    type: 'city',
    zone: 'America/Los_Angeles',
    platform: 'legistar',
    client: 'riverton',
    url: 'https://riverton.legistar.example/Calendar.aspx',
    sources: 'example/list',
    seen: '1',
    ...cells,
  }
  return portalColumns.map((column) => whole[column] ?? '').join('\t')
}
const portals = (...rows: Parameters<typeof line>[0][]) =>
  `${[heading, ...rows.map(line)].join('\n')}\n`
const overrides = (...rows: string[][]) =>
  ['url\tcolumn\tvalue\treason\ton', ...rows.map((row) => row.join('\t'))].join('\n')

const riverton = 'https://riverton.legistar.example/Calendar.aspx'

describe('loadDirectory', () => {
  it('gathers the portals of one government, the better known first', () => {
    const directory = loadDirectory(
      portals(
        { name: 'Riverton', flags: 'old-list' },
        { name: 'Riverton', platform: 'granicus', url: 'https://r.granicus.example/', seen: '2' },
      ),
    )
    expect(directory.places).toHaveLength(1)
    expect(directory.places[0]?.portals.map((row) => row.platform)).toEqual([
      'granicus',
      'legistar',
    ])
    expect(directory.places[0]?.slug).toBe('riverton-wa')
  })

  it('gives the plain slug to the city and tells the town and the twin portal apart', () => {
    const directory = loadDirectory(
      portals(
        { name: 'Riverton', type: 'town', url: 'https://town.example/' },
        { name: 'Riverton', client: 'a.example', url: 'https://a.example/' },
        { name: 'Riverton', client: 'b', url: 'https://b.example/' },
      ),
    )
    const slugs = directory.rows.map((row) => slugOf(directory, row))
    expect(slugs).toEqual(['riverton-wa-town', 'riverton-wa', 'riverton-wa'])
    expect(directory.rows.map((row) => sourceIdOf(directory, row))).toEqual([
      'riverton-wa-town-legistar',
      'riverton-wa-legistar-aexample',
      'riverton-wa-legistar-b',
    ])
  })

  it('applies corrections, clears a confirmed row, removes and adds', () => {
    const directory = loadDirectory(
      portals(
        { name: 'Riverton', flags: 'old-list' },
        { name: 'Gone', url: 'https://gone.example/' },
      ),
      {
        overrides: overrides(
          [riverton, 'review', 'confirmed 2026-03-01', 'read on that day', '2026-03-01'],
          ['https://gone.example/', 'remove', '', 'no such city', '2026-03-01'],
        ),
        additions: portals({ name: 'New Town', url: 'https://new.example/' }),
      },
    )
    expect(directory.rows.map((row) => [row.name, row.needsChecking, row.review])).toEqual([
      ['Riverton', false, 'confirmed'],
      ['New Town', false, 'unreviewed'],
    ])
  })

  it.each([
    [
      'a zone that is none',
      { overrides: overrides([riverton, 'zone', 'Mars/Olympus', 'x', '2026-03-01']) },
      2,
      'value',
    ],
    [
      'a zone across the border',
      { overrides: overrides([riverton, 'zone', 'America/Vancouver', 'x', '2026-03-01']) },
      2,
      'value',
    ],
    [
      'an unknown column',
      { overrides: overrides([riverton, 'colour', 'red', 'x', '2026-03-01']) },
      2,
      'column',
    ],
    [
      'a portal that is not listed',
      { overrides: overrides(['https://no.example/', 'name', 'X', 'x', '2026-03-01']) },
      2,
      'url',
    ],
    ['no reason', { overrides: overrides([riverton, 'name', 'X', '', '2026-03-01']) }, 2, 'reason'],
    ['no date', { overrides: overrides([riverton, 'name', 'X', 'x', 'May']) }, 2, 'on'],
    ['a portal twice', { additions: portals({ name: 'Riverton' }) }, 2, 'url'],
    [
      'an added row of no state',
      { additions: portals({ name: 'A', state: 'ZZ', url: 'https://a.example/' }) },
      2,
      'state',
    ],
  ])('refuses %s and names row and column', (_, corrections, row, column) => {
    const load = () => loadDirectory(portals({ name: 'Riverton' }), corrections)
    expect(load).toThrow(DirectoryFileError)
    expect(load).toThrow(expect.objectContaining({ code: 'file_row' }))
    expect(load).toThrow(new RegExp(`row ${row}, column ${column}`))
  })

  it('refuses a line with too few cells and a foreign heading', () => {
    expect(() => loadDirectory(`${heading}\nonly\ttwo\n`)).toThrow(/row 2, .*2 cells instead of 17/)
    expect(() => loadDirectory('name,state\n')).toThrow(/row 1, column division/)
  })
})
