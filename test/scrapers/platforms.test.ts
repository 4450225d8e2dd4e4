import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findScraper, scrapers } from '../../scrapers/index.ts'
import { platformLabel, platforms, recogniseAddress } from '../../scrapers/platforms.ts'
import { AppError } from '../../src/model/errors.ts'

describe('a pasted address', () => {
  it.each([
    [
      'https://riverton.legistar.com/Calendar.aspx',
      'riverton',
      'https://riverton.legistar.com/Calendar.aspx',
    ],
    ['riverton.legistar.com', 'riverton', 'https://riverton.legistar.com/Calendar.aspx'],
    [
      'http://Riverton.Legistar.com/MeetingDetail.aspx?ID=1&GUID=A',
      'riverton',
      'https://riverton.legistar.com/Calendar.aspx',
    ],
    [
      'https://webapi.legistar.com/v1/Riverton/events/12/eventitems',
      'riverton',
      'https://riverton.legistar.com/Calendar.aspx',
    ],
    [
      'https://riverton.legistar1.com/riverton/meetings/a.pdf',
      'riverton',
      'https://riverton.legistar.com/Calendar.aspx',
    ],
    [
      'https://legistar2.granicus.com/riverton/meetings/a.pdf',
      'riverton',
      'https://riverton.legistar.com/Calendar.aspx',
    ],
    [
      'https://legistar.council.nyc.gov/Calendar.aspx',
      'nyc',
      'https://legistar.council.nyc.gov/Calendar.aspx',
    ],
    [
      'https://clerk.riverton.gov/MeetingDetail.aspx?ID=1&GUID=A',
      'clerk.riverton.gov',
      'https://clerk.riverton.gov/Calendar.aspx',
    ],
  ])('%s is Legistar of %s', (address, client, portalUrl) => {
    expect(recogniseAddress(address)).toMatchObject({
      platform: 'legistar',
      client,
      portalUrl,
      isReadable: true,
    })
  })

  it('of one body stays with that body', () => {
    const address = 'https://riverton.legistar.com/DepartmentDetail.aspx?ID=7&GUID=A'
    expect(recogniseAddress(address)).toMatchObject({
      portalUrl: address,
      options: { bodyUrl: address },
    })
  })

  it.each([
    [
      'https://riverton.primegov.com/Portal/Meeting?meetingTemplateId=3',
      'primegov',
      'riverton',
      'https://riverton.primegov.com/public/portal',
    ],
    [
      'https://rivertonwa.api.civicclerk.com/v1/Events',
      'civicclerk',
      'rivertonwa',
      'https://rivertonwa.portal.civicclerk.com/',
    ],
    [
      'https://riverton.gov/AgendaCenter/ViewFile/Agenda/_03102026-12',
      'civicplus',
      'riverton.gov',
      'https://riverton.gov/AgendaCenter',
    ],
    [
      'https://wa-riverton.civicplus.com/calendar.aspx?CID=14',
      'civicengage',
      'wa-riverton.civicplus.com',
      'https://wa-riverton.civicplus.com/Calendar.aspx',
    ],
    [
      'https://riverton.granicus.com/AgendaViewer.php?view_id=2&event_id=9',
      'granicus',
      'riverton',
      'https://riverton.granicus.com/ViewPublisher.php?view_id=2',
    ],
    [
      'https://meetings.riverton.gov/OnBaseAgendaOnline/Meetings/ViewMeeting?id=4',
      'onbase',
      'meetings.riverton.gov',
      'https://meetings.riverton.gov/OnBaseAgendaOnline',
    ],
    [
      'https://docs.riverton.gov/WebLink/Browse.aspx?dbid=0&startid=88',
      'laserfiche',
      'docs.riverton.gov',
      'https://docs.riverton.gov/WebLink/Browse.aspx?dbid=0&startid=88',
    ],
    [
      'https://riverton.suiteonemedia.com/event/?id=3',
      'suiteone',
      'riverton',
      'https://riverton.suiteonemedia.com/',
    ],
    [
      'https://riverton.diligent.community/Portal/',
      'diligent',
      'riverton',
      'https://riverton.diligent.community/Portal/',
    ],
    [
      'https://riverton.gov/council/agendas.ics',
      'feed',
      'riverton.gov',
      'https://riverton.gov/council/agendas.ics',
    ],
  ])('%s is %s of %s', (address, platform, client, portalUrl) => {
    expect(recogniseAddress(address)).toMatchObject({
      platform,
      client,
      portalUrl,
      isReadable: findScraper(platform) !== undefined,
    })
  })

  it.each([
    'https://www.riverton.gov/council',
    'https://legistar.com/',
    'https://www.legistar.com/x',
    'https://riverton.gov/Calendar',
  ])('%s is none of a known platform', (address) =>
    expect(recogniseAddress(address)).toBeUndefined(),
  )

  it.each([
    '',
    'riverton',
    'ftp://riverton.legistar.com',
    'javascript:alert(1)',
    'https://',
    'https://me:pw@riverton.legistar.com',
    'https://riverton.legistar.com\\x',
    `https://riverton.legistar.com/${'x'.repeat(3_000)}`,
    'data:text/html,x',
  ])('"%s" is refused', (address) =>
    expect(() => recogniseAddress(address)).toThrow(
      expect.objectContaining({ code: 'address_invalid' }),
    ),
  )

  it('of any form is recognised, unknown or refused, and never crashes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl({ withQueryParameters: true, withFragments: true }),
          fc.string({ unit: 'binary' }),
        ),
        (address) => {
          try {
            recogniseAddress(address)
          } catch (error) {
            if (!(error instanceof AppError)) throw error
          }
        },
      ),
    )
  })
})

describe('the registry', () => {
  it('names each platform once, and every adapter', () => {
    const ids = platforms.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(26)
    expect(scrapers.map(({ platform }) => platform).filter((id) => !ids.includes(id))).toEqual([])
    expect(platformLabel('civicplus')).toBe('CivicPlus AgendaCenter')
    expect(platformLabel('unheard-of')).toBe('Unheard Of')
  })

  it('has a folder for every adapter and an adapter for every folder', () => {
    const folders = readdirSync('scrapers', { withFileTypes: true }).filter((each) =>
      each.isDirectory(),
    )
    expect(folders.map(({ name }) => name).sort()).toEqual(
      scrapers.map(({ platform }) => platform).sort(),
    )
  })

  const list = '../shared/directory/portals.csv'
  it.skipIf(!existsSync(list))(
    'recognises every portal of the directory as what it is filed under',
    () => {
      const [head = '', ...lines] = readFileSync(list, 'utf8').trim().split('\n')
      const at = (name: string) => head.trim().split(',').indexOf(name)
      const wrong = lines.flatMap((line) => {
        const cells =
          line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? []
        const [platform, address = ''] = [cells[at('platform')], cells[at('portal_url')]]
        const found = recogniseAddress(address)
        return found?.platform === platform && found?.portalUrl === address
          ? []
          : [`${platform} ${address} ${found?.platform}`]
      })
      expect(lines.length).toBeGreaterThan(9_000)
      expect(wrong).toEqual([])
    },
  )
})
