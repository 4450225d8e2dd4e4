import { expect, it } from 'vitest'
import { listCoverage } from '../../../src/db/queries/coverage.ts'
import { summariseCoverage } from '../../../src/db/queries/platform-coverage.ts'
import { addSource } from '../../../src/db/queries/sources.ts'
import { rowsOf, testDb } from '../../support/database.ts'
import { riverton } from '../../support/ingesting.ts'
import { seedNow, seedPlaces } from '../../support/seed.ts'

it('counts by platform what is watched, how deep it is read, and what fails', async () => {
  const { db } = await testDb()
  await seedPlaces(db)
  await db.write((tx) => tx.run('UPDATE meetings SET has_agenda = 1'))
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
  // Meetings whose items were never read count for the agendas alone.
  const [held = { agendas: 0, read: 0 }] = await rowsOf(
    db,
    `SELECT count(*) AS agendas, sum(EXISTS (SELECT 1 FROM agenda_items i
        WHERE i.meeting_id = m.id AND i.removed_at IS NULL)) AS read
      FROM meetings m WHERE has_agenda AND sort_at >= ${seedNow.getTime() - 90 * 86_400_000}`,
  )
  expect(sum((row) => row.meetingsWithAgenda)).toBe(held.agendas)
  expect(sum((row) => row.meetingsWithItems)).toBe(held.read)
  expect(Number(held.read)).toBeLessThan(Number(held.agendas))
  expect(legistar?.lastSuccessAt?.getTime()).toBeLessThanOrEqual(seedNow.getTime())
  expect(platforms.map((row) => row.sources)).toEqual(
    platforms.map((row) => row.sources).sort((a, b) => b - a),
  )
})

it('lists and counts every source of many, each once and in order', async () => {
  const { db } = await testDb()
  const sourceCount = 430
  await db.write(async (tx) => {
    for (let at = 0; at < sourceCount; at += 1) {
      const jurisdiction = {
        ...riverton.jurisdiction,
        name: `Place ${String(at).padStart(3, '0')}`,
      }
      const portalUrl = `https://place-${at}.example/calendar`
      await addSource(tx, { ...riverton, jurisdiction, client: `place-${at}`, portalUrl }, seedNow)
    }
  })
  const names = (await listCoverage(db)).map((row) => row.placeName)
  expect(new Set(names).size).toBe(sourceCount)
  expect(names).toEqual([...names].sort())
  expect((await summariseCoverage(db, seedNow)).platforms).toMatchObject([{ sources: sourceCount }])
})
