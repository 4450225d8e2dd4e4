import { expect, it } from 'vitest'
import { listOverdueAgendas } from '../../src/db/queries/body-habits.ts'
import { readContentVersion } from '../../src/db/queries/content-version.ts'
import type { LocalDate, LocalTime, TimeZone } from '../../src/model/ids.ts'
import type { ScrapedMeeting } from '../../src/model/meeting.ts'
import { addDays, toInstant } from '../../src/model/time.ts'
import { rowsOf, testDb } from '../support/database.ts'
import { watch } from '../support/ingesting.ts'
import { item, meeting } from '../support/meetings.ts'
import { createTestSite } from '../support/web.ts'

const zone = 'America/Los_Angeles' as TimeZone
const sixPm = '18:00' as LocalTime
const firstTuesday = '2026-03-03' as LocalDate
const day = 24 * 3_600_000

const startOf = (date: LocalDate) => toInstant(date, sixPm, zone).instant

function sitting(week: number, hasAgenda: boolean): ScrapedMeeting {
  const date = addDays(firstTuesday, 7 * week)
  return meeting({
    upstreamId: `m${week}`,
    date,
    startsAt: startOf(date).toISOString(),
    agendaItems: hasAgenda ? [item()] : [],
  })
}

it('says of a quiet portal whether quiet is usual', async () => {
  const { db } = await testDb()
  const source = await watch(db, new Date('2026-02-25T20:00:00Z'))
  const healthMessage = async () =>
    (await rowsOf(db, 'SELECT health, health_message AS says FROM sources'))[0]
  await source.read([sitting(0, true)])
  source.pass(9 * day)
  await source.read([sitting(0, true)])
  expect(await healthMessage()).toEqual({
    health: 'quiet',
    says: 'The portal was read and lists no meeting to come; and none is foretold by the habit of its bodies',
  })
  for (const week of [1, 2, 3, 4, 5]) {
    await source.read([0, 1, 2, 3, 4, 5].slice(0, week + 1).map((one) => sitting(one, true)))
    source.pass(7 * day)
  }
  await source.read([0, 1, 2, 3, 4, 5].map((one) => sitting(one, true)))
  expect(await healthMessage()).toEqual({
    health: 'quiet',
    says: 'The portal was read and lists no meeting to come; by the habit of its bodies one would be on 2026-04-14',
  })
})

/** Read each day: the meeting of a week is listed a week before, its agenda three days before. */
it('tells of an agenda that is later than ever before, and takes it back when it comes', async () => {
  const { db } = await testDb()
  const source = await watch(db, new Date('2026-02-25T20:00:00Z'))
  const listAt = (now: Date, lateWeek: number | null) =>
    [0, 1, 2, 3, 4, 5, 6, 7, 8]
      .filter(
        (week) => startOf(addDays(firstTuesday, 7 * week)).getTime() - now.getTime() < 9 * day,
      )
      .map((week) => {
        const ahead = startOf(addDays(firstTuesday, 7 * week)).getTime() - now.getTime()
        return sitting(week, ahead < 3 * day && week !== lateWeek)
      })

  for (let days = 0; days < 49; days += 1) {
    const report = await source.read(listAt(source.clock.now, null))
    expect(report.outcome).toBe('ok')
    expect(await listOverdueAgendas(db.read)).toEqual([])
    source.pass(day)
  }
  // The meeting of the eighth week is at hand, and its agenda is not.
  for (let days = 0; days < 6; days += 1) {
    await source.read(listAt(source.clock.now, 7))
    source.pass(day)
  }
  const [late, ...others] = await listOverdueAgendas(db.read)
  expect(others).toEqual([])
  expect(late).toMatchObject({
    body: 'City Council',
    nextDate: '2026-04-21',
    nextIsListed: true,
    rhythm: 'every Tuesday',
    placeName: 'Riverton',
  })
  expect(late?.leadHours).toBeGreaterThanOrEqual(48)
  expect(late?.leadHours).toBeLessThanOrEqual(72)

  // What is known there reaches whoever looks at coverage or follows a feed.
  const told = async () => {
    const { app } = createTestSite(db, { now: () => source.clock.now })
    const paths = ['/coverage', '/councils/riverton-wa', '/feed.atom', '/feed.json']
    const pages = await Promise.all(paths.map(async (path) => (await app.request(path)).text()))
    return pages.map((page) => /agenda later than usual|no agenda is out yet/i.test(page))
  }
  expect(await told()).toEqual([true, true, true, true])

  const before = await readContentVersion(db.read)
  await source.read(listAt(source.clock.now, null))
  expect(await listOverdueAgendas(db.read)).toEqual([])
  expect(await readContentVersion(db.read)).not.toEqual(before)
  expect(await told()).toEqual([false, false, false, false])
})
