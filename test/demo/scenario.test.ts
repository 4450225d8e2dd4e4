import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { councilPlans } from '../../src/demo/councils/index.ts'
import {
  demoDirectory,
  demoDirectoryRows,
  demoPortalsTable,
  findDemoCouncil,
} from '../../src/demo/directory.ts'
import type { DemoMeeting } from '../../src/demo/truth.ts'
import { findCellErrors } from '../../src/directory/check-cells.ts'
import { readDirectory } from '../../src/directory/read.ts'
import { type DirectoryRow, portalColumns } from '../../src/directory/row.ts'
import { searchDirectory } from '../../src/directory/search.ts'
import { parseTable } from '../../src/directory/table.ts'
import { toInstant } from '../../src/model/time.ts'
import { openStage, type Stage, tuesday } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** Hours from the start to a meeting with a clock time. */
function hoursAhead(client: string, { date, time }: DemoMeeting): number {
  const { timeZone } = stage.council(client).jurisdiction
  if (!time) return Number.NaN
  return (toInstant(date, time, timeZone).instant.getTime() - tuesday.getTime()) / 3_600_000
}

const all = () =>
  stage.councils.flatMap((council) =>
    council.meetings().map((meeting) => ({ client: council.client, meeting })),
  )

const surveillance = (meeting: DemoMeeting) =>
  meeting.items.filter(({ matter }) => (matter?.technologies.length ?? 0) > 0)

describe('the scenario', () => {
  it('has at least twelve readable councils, a county and a special district among them', () => {
    const readable = stage.councils.filter(({ platform }) => platform === 'legistar')
    expect(readable.length).toBeGreaterThanOrEqual(12)
    const kinds = new Set(readable.map(({ jurisdiction }) => jurisdiction.type))
    expect([...kinds].sort()).toEqual(['city', 'county', 'special', 'town'])
    expect(
      new Set(stage.councils.map(({ jurisdiction }) => jurisdiction.timeZone)).size,
    ).toBeGreaterThan(6)
  })

  it('has votes on surveillance within hours, days and weeks', () => {
    const ahead = all()
      .filter(({ meeting }) => meeting.status === 'confirmed' && surveillance(meeting).length > 0)
      .map(({ client, meeting }) => hoursAhead(client, meeting))
      .filter((hours) => hours > 0)
    expect(ahead.some((hours) => hours <= 12)).toBe(true)
    expect(ahead.some((hours) => hours > 24 && hours <= 96)).toBe(true)
    expect(ahead.some((hours) => hours > 168)).toBe(true)
  })

  it('puts more everyday business on agendas than surveillance', () => {
    const matters = all().flatMap(({ meeting }) => meeting.items.filter(({ matter }) => matter))
    const found = matters.filter(({ matter }) => (matter?.technologies.length ?? 0) > 0)
    expect(found.length).toBeGreaterThan(15)
    expect(matters.length).toBeGreaterThan(found.length * 10)
  })

  it('knows cancelled, deferred, rescheduled, draft and untimed meetings', () => {
    const words = all().map(({ meeting }) => `${meeting.status} ${meeting.statusText}`)
    expect(words).toContain('cancelled Cancelled')
    expect(words).toContain('cancelled CANCELLED')
    expect(words).toContain('cancelled Deferred')
    expect(words).toContain('rescheduled rescheduled')
    expect(words).toContain('tentative null')
    const untimed = all().filter(({ meeting }) => meeting.timePrinted === null)
    expect(untimed).not.toHaveLength(0)
  })

  it('hears a matter again at a second meeting, under the same file number', () => {
    const [first, second] = stage
      .council('harlanridge')
      .meetings()
      .flatMap(surveillance)
      .map(({ matter }) => matter)
    expect(first?.file).toMatch(/^26-\d{4}$/)
    expect(second?.id).toBe(first?.id)
  })

  it('is the same for the same clock and seed, and other for another seed', async () => {
    const truth = (each: Stage) =>
      JSON.stringify(each.councils.map((council) => council.meetings()))
    const again = await openStage()
    const other = await openStage(tuesday, 'another seed')
    expect(truth(again)).toBe(truth(stage))
    expect(truth(other)).not.toBe(truth(stage))
    await Promise.all([again.close(), other.close()])
  })

  it('holds in January, on the night of a change of clocks, and late in the evening', async () => {
    for (const at of ['2027-01-01T07:30:00Z', '2026-03-08T09:30:00Z', '2026-11-01T05:59:00Z']) {
      const other = await openStage(new Date(at))
      const times = other.councils
        .flatMap((council) => council.meetings())
        .filter(({ time }) => time !== null)
      expect(times.every(({ time }) => time !== null && time >= '08:00' && time <= '21:30')).toBe(
        true,
      )
      await other.close()
    }
  })
})

describe('the directory of the demonstration', () => {
  it('has a valid row for every council', () => {
    const rows: readonly DirectoryRow[] = demoDirectoryRows(stage.councils)
    expect(rows.map(({ client }) => client)).toEqual(stage.councils.map(({ client }) => client))
    const lines = [...parseTable('demo', portalColumns, demoPortalsTable(stage.councils))]
    expect(lines.flatMap(({ cells }) => findCellErrors(cells))).toEqual([])
  })

  it('finds a council by the beginning of its name', () => {
    const directory = demoDirectory(stage.councils)
    const { councils } = searchDirectory(directory, 'alder')
    expect(councils.map(({ place }) => place.name)).toEqual(['Alder Bay'])
  })

  it('names no place that the real directory knows in that state', async () => {
    const real = readDirectory()
    const known = new Set(real.places.map(({ name, state }) => `${name.toLowerCase()} ${state}`))
    const taken = councilPlans.filter(({ name, state }) =>
      known.has(`${name.toLowerCase()} ${state}`),
    )
    expect(taken.map(({ name }) => name)).toEqual([])
  })

  it('finds a council by any address of its portal', () => {
    const origin = stage.origin('wexley')
    expect(findDemoCouncil(stage.councils, `${origin}/MeetingDetail.aspx?ID=1`)?.client).toBe(
      'wexley',
    )
    expect(findDemoCouncil(stage.councils, 'https://wexley.legistar.example/')).toBeUndefined()
    expect(findDemoCouncil(stage.councils, 'not an address')).toBeUndefined()
  })
})
