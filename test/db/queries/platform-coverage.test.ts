import { expect, it } from 'vitest'
import { summariseCoverage } from '../../../src/db/queries/platform-coverage.ts'
import { rowsOf, testDb } from '../../support/database.ts'
import { seedNow, seedPlaces } from '../../support/seed.ts'

it('counts by platform what is watched, how deep it is read, and what fails', async () => {
  const { db } = await testDb()
  await seedPlaces(db)
  await db.write((tx) => tx.run('UPDATE meetings SET has_agenda = 1 WHERE id % 2 = 0'))
  const { platforms } = await summariseCoverage(db, seedNow)

  const [{ n: sources } = { n: 0 }] = await rowsOf(db, 'SELECT count(*) AS n FROM sources')
  const [{ n: items } = { n: 0 }] = await rowsOf(
    db,
    'SELECT count(*) AS n FROM agenda_items WHERE removed_at IS NULL',
  )
  const sum = (of: (row: (typeof platforms)[number]) => number) =>
    platforms.reduce((total, row) => total + of(row), 0)
  expect(sum((row) => row.sources)).toBe(sources)
  expect(sum((row) => row.items)).toBe(items)
  expect(sum((row) => row.active)).toBe(
    sum((row) => Object.values(row.health).reduce((total, count) => total + (count ?? 0), 0)),
  )
  const legistar = platforms.find(({ platform }) => platform === 'legistar')
  expect(legistar?.meetingsWithAgenda).toBeGreaterThan(0)
  expect(legistar?.meetingsWithItems).toBeGreaterThan(0)
  expect(legistar?.lastSuccessAt?.getTime()).toBeLessThanOrEqual(seedNow.getTime())
  expect(platforms.map((row) => row.sources)).toEqual(
    platforms.map((row) => row.sources).sort((a, b) => b - a),
  )
})
