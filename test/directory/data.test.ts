import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findCellErrors } from '../../src/directory/check-cells.ts'
import { sourceIdOf } from '../../src/directory/directory.ts'
import { readDataset, readDirectory } from '../../src/directory/read.ts'
import { portalColumns } from '../../src/directory/row.ts'
import { parseTable } from '../../src/directory/table.ts'
import { findTimeZone } from '../../src/model/ids.ts'

const directory = readDirectory()
const councils = directory.rows.filter((row) => row.type !== 'school')

describe('the shipped directory', () => {
  it('holds what its table of contents says', async () => {
    const added = readFileSync('src/directory/data/additions.tsv', 'utf8').trim().split('\n')
    const additions = added.length - 1
    expect(directory.rows).toHaveLength(9_145 + additions)
    expect(councils).toHaveLength(3_572 + additions)
    // All but Chicago's are of cities that had no portal before.
    expect(directory.places.filter((place) => place.type !== 'school')).toHaveLength(
      2_888 + additions - 1,
    )
    expect((await readDataset()).portals).toBe(9_145)
  })

  it('has every cell in order, but for zones that overrides.tsv corrects', () => {
    const text = readFileSync('src/directory/data/portals.tsv', 'utf8')
    const faults = [...parseTable('portals.tsv', portalColumns, text)].flatMap(({ cells, row }) =>
      findCellErrors(cells).map((error) => ({ row, ...error })),
    )
    expect(faults.filter((fault) => fault.column !== 'zone')).toEqual([])
    expect(faults).toHaveLength(8)
    expect(directory.rows.filter((row) => /Vancouver|Winnipeg/.test(row.timeZone))).toEqual([])
  })

  it('knows every zone and every address', () => {
    const zones = new Set(directory.rows.map((row) => row.timeZone))
    expect([...zones].filter((zone) => !findTimeZone(zone))).toEqual([])
    const odd = directory.rows.filter((row) => !/^https?:\/\//.test(new URL(row.portalUrl).href))
    expect(odd).toEqual([])
  })

  it('marks for checking what is old, inferred or shared by name, unless seen twice', () => {
    const doubted = councils.filter((row) => row.needsChecking)
    expect(doubted.length).toBeGreaterThan(1_500)
    for (const row of directory.rows) {
      const doubt = ['old-list', 'place-inferred', 'name-shared'].some((flag) =>
        (row.flags as readonly string[]).includes(flag),
      )
      expect(row.needsChecking).toBe(doubt && row.seenIn < 2)
    }
    expect(councils.filter((row) => row.seenIn >= 2)).toHaveLength(620)
  })

  it('gives every government and every portal an id of its own', () => {
    expect(new Set(directory.places.map((place) => place.slug)).size).toBe(directory.places.length)
    const ids = directory.rows.map((row) => sourceIdOf(directory, row))
    expect(new Set(ids).size).toBe(directory.rows.length)
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
    expect(ids).toContain('seattle-wa-legistar')
  })

  it('credits those whose data it carries', async () => {
    const { credits, compiledOn } = await readDataset()
    expect(compiledOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    const open = credits.filter((credit) => credit.licence === 'CC BY 4.0')
    expect(open.map((credit) => credit.name)).toEqual(['GeoNames', 'Johns Hopkins University CSSE'])
  })
})
