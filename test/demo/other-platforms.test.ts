import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findScraper } from '../../scrapers/index.ts'
import { otherPlatforms } from '../../src/demo/councils/other-platforms.ts'
import { shownItems } from '../../src/demo/portals/portal-request.ts'
import { archiveNothing, rememberNothing } from '../../src/http/keep-nothing.ts'
import type { LocalDate } from '../../src/model/ids.ts'
import type { ScrapedMeeting } from '../../src/model/meeting.ts'
import { readAll } from '../scrapers/pages.ts'
import { createTestHttp } from '../support/fetching.ts'
import { openStage, type Stage, tuesday } from './stage.ts'

let stage: Stage
const { http } = createTestHttp({ now: () => tuesday })
beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => {
  await stage.close()
  await http.close()
})

/** What a platform does not print at all, or only in its agenda's file. */
const withoutTimes = new Set(['plain-page'])
/** Bodies that are told by the name of a file or a feed's title alone. */
const looseBodies = new Set(['plain-page', 'feed'])

async function read(client: string): Promise<readonly ScrapedMeeting[]> {
  const { platform, portalUrl, options, jurisdiction } = stage.council(client)
  const scraper = findScraper(platform)
  if (!scraper) throw new Error(`no adapter for ${platform}`)
  const target = { portalUrl, options, timeZone: jurisdiction.timeZone }
  const fetcher = http.fetcherFor({ memory: rememberNothing, archive: archiveNothing })
  const { meetings, problems } = await readAll(scraper, target, {
    fetcher,
    now: tuesday,
    window: { from: '2026-01-01' as LocalDate, to: '2026-12-31' as LocalDate },
  })
  expect(problems).toEqual([])
  return meetings
}

const words = (text: string) => text.replace(/[\s.]+/g, ' ').trim()

describe.each(otherPlatforms.map(({ client, platform }) => ({ client, platform })))(
  'the replica of $platform',
  ({ client, platform }) => {
    it('is read to the truth: meetings, status, items in order with their files', async () => {
      const found = await read(client)
      const truth = stage
        .council(client)
        .meetings()
        .filter(({ isPublished }) => isPublished || !/civicplus|plain-page/.test(platform))
      expect(found.map(({ date }) => date).sort()).toEqual(truth.map(({ date }) => date).sort())
      for (const meeting of truth) {
        const ours = found.find(({ date }) => date === meeting.date)
        if (!withoutTimes.has(platform)) expect(ours?.time).toBe(meeting.time)
        if (!looseBodies.has(platform)) expect(ours?.body).toBe(meeting.body)
        expect(ours?.status === 'cancelled').toBe(meeting.status === 'cancelled')
        if (!meeting.isPublished) continue
        const titles = ours?.agendaItems.map(({ title }) => words(title)) ?? []
        for (const { title, isHeading } of shownItems(meeting)) {
          if (isHeading) continue
          expect(titles.find((one) => one.includes(words(title))) ?? titles).toContain(words(title))
        }
      }
    })

    it('gives every file that it lists', async () => {
      const fetcher = http.fetcherFor({ memory: rememberNothing, archive: archiveNothing })
      const found = await read(client)
      const urls = found.flatMap(({ documents, agendaItems }) => [
        ...documents.map(({ url }) => url),
        ...agendaItems.flatMap((item) => item.documents.map(({ url }) => url)),
      ])
      for (const url of new Set(urls)) {
        expect((await fetcher.getDocument(url)).bytes.length, url).toBeGreaterThan(100)
      }
    })
  },
)
