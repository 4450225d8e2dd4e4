import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findScraper } from '../../scrapers/index.ts'
import { recogniseAddress } from '../../scrapers/platforms.ts'
import { createDetector } from '../../src/detect/detect.ts'
import { createReplayFetcher } from '../../src/http/replay.ts'
import type { Scraper } from '../../src/scraping/contract.ts'
import { rowsOf, testDb } from '../support/database.ts'
import { watch } from '../support/ingesting.ts'

const captures = '../shared/captures'
const hour = 3_600_000

const portals = [
  ['legistar-insite', 'https://nashville.legistar.com/Calendar.aspx', '2025-06-18T12:00:00Z'],
  ['legistar-insite', 'https://nyc.legistar.com/Calendar.aspx', '2022-06-17T12:00:00Z'],
  ['legistar-insite', 'https://chicago.legistar.com/Calendar.aspx', '2022-06-17T12:00:00Z'],
  ['legistar-insite', 'https://metro.legistar.com/Calendar.aspx', '2022-06-17T12:00:00Z'],
  ['legistar-api', 'https://webapi.legistar.com/v1/olympia', '2022-06-17T12:00:00Z'],
] as const

describe.skipIf(!existsSync(captures))('real portals, as recorded', () => {
  it.each(portals)('%s %s reads the same twice', async (folder, address, at) => {
    const portal = recogniseAddress(address)
    const scraper = findScraper(portal?.platform ?? '') as Scraper
    const { db } = await testDb()
    const source = await watch(db, new Date(at), {
      portalUrl: portal?.portalUrl ?? '',
      options: portal?.options,
    })
    const deps = {
      fetcher: await createReplayFetcher(`${captures}/${folder}`, { now: () => source.clock.now }),
      detector: createDetector(),
      window: { from: null, to: null },
    }
    const stateOf = () =>
      rowsOf(
        db,
        `SELECT m.id, m.version, m.fingerprint, m.content_hash,
           (SELECT group_concat(id) FROM agenda_items i WHERE i.meeting_id = m.id) AS items,
           (SELECT count(*) FROM document_links l WHERE l.meeting_id = m.id) AS links
         FROM meetings m ORDER BY m.id`,
      )

    const first = await source.read(scraper, deps)
    expect(first.meetingsCreated).toBeGreaterThan(0)
    const before = await stateOf()
    source.pass(hour)
    const second = await source.read(scraper, deps)
    expect(second).toMatchObject({ meetingsCreated: 0, meetingsChanged: 0 })
    expect(second.meetingsSeen).toBe(first.meetingsSeen)
    expect(await stateOf()).toEqual(before)
    expect([first.outcome, second.outcome]).toEqual(['ok', 'ok'])
  })
})
