import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findScraper } from '../../scrapers/index.ts'
import { recogniseAddress } from '../../scrapers/platforms.ts'
import { AppError } from '../../src/model/errors.ts'
import type { ScrapedMeeting } from '../../src/model/meeting.ts'
import { fits, isMeetingFact, toListFact } from './list-facts.ts'
import {
  capturesRoot,
  type Entry,
  entriesOf,
  type Facts,
  hasCaptures,
  pageOf,
  zoneOf,
} from './manifest.ts'

/** Folders whose lists have tests of their own, with more of their facts. */
const elsewhere = new Set([
  'legistar-api',
  'legistar-insite',
  'primegov',
  'civicplus',
  'granicus',
  'escribe',
  'iqm2',
  'documents',
])

/** Lists that give nothing, and why. */
const notRead: Readonly<Record<string, string>> = {
  'cobb-county-ga/events.html': 'days without a year',
  'charlotte-nc/events-directory.html': 'events of the police without a date in the list',
  'san-jose-usd-ca/listing-links.json': 'links that somebody collected; no answer of the portal',
}

/** Calendars that hold more than meetings of public bodies. */
const calendars = new Set(['feed', 'vision', 'civicengage'])

const factsOf = ({ expect: stated }: Entry): Facts =>
  (stated?.verified as Facts | undefined) ?? stated ?? {}
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : value ? [value] : [])
const statedIn = ({ first, list, last }: Facts) => [first, list, last].flatMap(asList)
const countIn = ({ meetings, events, rows, items }: Facts) => meetings ?? events ?? rows ?? items

function readList(folder: string, entry: Entry): [string, readonly ScrapedMeeting[]] {
  const recognised = entry.url ? recogniseAddress(entry.url) : undefined
  const tried = recognised
    ? [recognised.platform]
    : [folder, 'feed', 'proudcity', 'vision', 'plain-page']
  for (const name of tried) {
    try {
      const read = findScraper(name)?.parsePage('calendar', pageOf(folder, entry), zoneOf(entry))
      if (read?.meetings?.length) return [name, read.meetings]
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  return [tried.join(), []]
}

const hasAny = hasCaptures('civicclerk')
const entries = (hasAny ? readdirSync(capturesRoot) : [])
  .filter((folder) => !elsewhere.has(folder))
  .flatMap((folder) =>
    entriesOf(folder)
      .filter((entry) => entry.kind === 'calendar' && statedIn(factsOf(entry)).length > 0)
      .map((entry) => ({ folder, entry, file: entry.file })),
  )

describe.skipIf(!hasAny)('recorded lists', () => {
  it.each(entries)('$folder $file', ({ folder, entry, file }) => {
    const [platform, meetings] = readList(folder, entry)
    if (file in notRead) {
      expect(meetings).toEqual([])
      return
    }
    const facts = factsOf(entry)
    const stated = statedIn(facts).map((fact) => toListFact(fact, zoneOf(entry)))
    const lost = stated.filter(
      (fact) =>
        (isMeetingFact(fact) || !calendars.has(platform)) &&
        !meetings.some((one) => fits(fact, one)),
    )
    expect(lost).toEqual([])
    const count = Number(countIn(facts) ?? meetings.length)
    if (calendars.has(platform)) expect(meetings.length).toBeLessThanOrEqual(count)
    else expect(meetings).toHaveLength(count)
  })
})
