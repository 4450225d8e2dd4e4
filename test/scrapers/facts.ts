import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isPublicMeeting } from '../../scrapers/public-meeting.ts'
import { toListFact } from './list-facts.ts'
import { capturesRoot, type Entry, entriesOf, type Facts, hasCaptures, zoneOf } from './manifest.ts'
import { counts, isLast } from './page-facts.ts'
import { readFor } from './read-capture.ts'
import { listFaults } from './row-facts.ts'

const hasAny = hasCaptures('generic')
const lists = [
  'first',
  'last',
  'list',
  'firstRows',
  'lastRow',
  'firstUpcoming',
  'cancelledExample',
  'cancelledExamples',
  'event',
]
const kinds = new Set(['calendar', 'meeting', 'rss', 'items'])
const factsOf = ({ expect: stated }: Entry): Facts =>
  (stated?.verified as Facts | undefined) ?? stated ?? {}

const entries = (hasAny ? readdirSync(capturesRoot) : [])
  .filter((folder) => !/^(?:documents|legistar-)/.test(folder))
  .flatMap((folder) => entriesOf(folder).map((entry) => ({ folder, entry, file: entry.file })))
  .filter(({ entry }) => kinds.has(entry.kind) && lists.some((name) => name in factsOf(entry)))

/** Lists whose meetings are not in the page, and why; the tests of lists hold that they give none. */
const without = /cobb-county|charlotte-nc|listing-links|categories\.html/

describe.skipIf(!hasAny)('each meeting that is stated', () => {
  it.each(entries)('$folder $file', ({ folder, entry, file }) => {
    const facts = factsOf(entry)
    if (without.test(file)) {
      expect(readFor(folder, entry).meetings).toEqual([])
      JSON.stringify(facts)
      return
    }
    const { platform, meetings } = readFor(folder, entry)
    const zone = zoneOf(entry)
    const stated = lists
      .flatMap((name) => facts[name] ?? [])
      .flat()
      .filter((fact) => typeof fact === 'object' || typeof fact === 'string')
    const faults = stated.flatMap((fact) => {
      // An agenda's first and last are items, which have a test of their own.
      if (entry.kind === 'items' && (typeof fact === 'string' || meetings.length === 0)) return []
      const isOther =
        /^(?:feed|vision|civicengage)$/.test(platform) &&
        !isPublicMeeting(toListFact(fact, zone).words)
      // Of other events nothing is told: looking at them is all.
      if (isOther) void Object.values(fact)
      return isOther
        ? []
        : listFaults(fact, meetings, zone).map(
            (fault) => `${JSON.stringify(fact)?.slice(0, 140)} ${fault}`,
          )
    })
    expect(faults).toEqual([])
  })
})

const pageEntries = (hasAny ? readdirSync(capturesRoot) : [])
  .filter((folder) => !/^(?:documents|legistar-)/.test(folder))
  .flatMap((folder) => entriesOf(folder).map((entry) => ({ folder, entry, file: entry.file })))
  .filter(({ entry }) => /^(?:calendar|items|meeting)$/.test(entry.kind))

describe.skipIf(!hasAny)('each page', () => {
  it.each(pageEntries)('$folder $file gives what is counted in it', ({ folder, entry }) => {
    const facts = factsOf(entry)
    const read = readFor(folder, entry)
    // Calendars hold other events too, and what is not a number is told of one meeting.
    const names = Object.keys(counts).filter((name) => typeof facts[name] === 'number')
    if (!/^(?:feed|vision|civicengage)$/.test(read.platform)) {
      const made = Object.fromEntries(names.map((name) => [name, counts[name]?.(read)]))
      expect(made).toEqual(Object.fromEntries(names.map((name) => [name, facts[name]])))
    }
    for (const name of ['lastTitle', 'lastItem'].filter((one) => one in facts)) {
      // Pages in the markup of before state none, and give items all the same.
      if (facts[name] !== null) expect([name, isLast(read, facts[name])]).toEqual([name, true])
    }
    if (Array.isArray(facts.cancelled)) {
      const off = read.meetings.filter(({ status }) => status !== 'confirmed')
      for (const title of facts.cancelled)
        expect(listFaults({ title }, off, zoneOf(entry))).toEqual([])
    }
    if (entry.kind === 'meeting' && typeof facts.name === 'string' && 'date' in facts) {
      const { name, date } = facts
      expect(listFaults({ name, date }, read.meetings, zoneOf(entry))).toEqual([])
    }
    if (entry.kind === 'meeting' && 'startDate' in facts) {
      const { startDate, location } = facts
      expect(listFaults({ start: startDate, location }, read.meetings, zoneOf(entry))).toEqual([])
    }
    if (entry.kind === 'meeting' && ('startLocal' in facts || 'eventName' in facts)) {
      const { startLocal, eventName, category, location, id } = facts
      expect(
        listFaults({ startLocal, eventName, category, location, id }, read.meetings, zoneOf(entry)),
      ).toEqual([])
    }
  })
})
