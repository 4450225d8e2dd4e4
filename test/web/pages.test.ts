import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertRows } from '../../src/db/bulk.ts'
import type { Db } from '../../src/db/client.ts'
import {
  agendaItems,
  documentPages,
  documentVersions,
  runs,
  sources,
} from '../../src/db/schema/index.ts'
import { createSeedDb, seedNow, seedPlaces } from '../support/seed.ts'
import { createTestSite } from '../support/web.ts'

let db: Db
let remove: () => Promise<void>

beforeAll(async () => {
  const made = await createSeedDb()
  db = made.db
  remove = made.remove
  await seedPlaces(db)
})
afterAll(() => remove())

const read = async (address: string) => (await createTestSite(db).app.request(address)).text()
const idOf = async (title: string) => {
  const rows = await db.read.select().from(agendaItems)
  return rows.find((row) => row.title.startsWith(title))
}

describe('home', () => {
  it('shows all that a person needs to decide whether to act', async () => {
    const text = await read('/')
    for (const words of [
      'Riverton</bdi>, WA',
      'City Council',
      'Wednesday, November 25, 2026, 6:30 PM PST',
      'in 2 days 8 h',
      '7.b',
      'Purchase of <mark>license plate readers</mark> from Flock Safety',
      'Automated licence-plate readers',
      'Flock Safety</a>',
      '$315,000',
      'Consent agenda',
      'Names the technology in its title together with a price',
      'https://riverton.legistar.example/LegislationDetail.aspx?ID=114',
      'first seen by us 6 days before the meeting',
      'Meeting cancelled: “<bdi>CANCELLED - lack of quorum</bdi>”',
      'No longer listed by the portal since Nov 22, 2026',
      'Unconfirmed',
      'Taken off the agenda',
      'no time printed',
    ]) {
      expect(text).toContain(words)
    }
  })

  it('keeps possible findings apart', async () => {
    const text = await read('/')
    const border = text.indexOf('id="possible"')
    expect(border).toBeGreaterThan(text.indexOf('Cell-site simulator</mark>'))
    expect(text.indexOf('street cameras')).toBeGreaterThan(border)
    const only = await read('/?band=possible')
    expect(only).toContain('street cameras')
    expect(only).not.toContain('Cell-site simulator</mark>')
  })

  it('gives each filtered list its feeds, calendar and files', async () => {
    const text = await read('/?vendor=axon&place=maple-county-or')
    for (const path of ['feed.atom', 'feed.json', 'calendar.ics', 'export.csv', 'export.ndjson']) {
      expect(text).toContain(`href="/${path}?place=maple-county-or&amp;vendor=axon"`)
    }
    expect(text).toContain('rel="alternate" type="application/atom+xml"')
    expect(text).toContain('Renewal of')
    expect(text).not.toContain('Purchase of')
  })

  it('says what a list rests on, an empty one too', async () => {
    for (const address of ['/', '/?q=zeppelin', '/past?technology=drones']) {
      const text = await read(address)
      expect(text).toContain('What this list rests on')
      expect(text).toContain('Board of Commissioners')
      expect(text).toContain('last good read 12 min ago')
      expect(text).toContain('Not covered right now:</strong> 3 sources')
      expect(text).toContain('portal cannot be reached')
    }
    expect(await read('/?q=zeppelin')).toContain('not proof that there is none')
  })

  it('names a filter that cannot be', async () => {
    expect(await read('/?technology=%3Cscript%3E')).toContain('(technology); it was left out')
    const mistyped = await read('/?technology=dronez&place=rivertown-wa')
    expect(mistyped).toContain('Nothing here is called “rivertown-wa”, “dronez”')
    // Its feeds and exports are refused.
    expect(mistyped).not.toMatch(/href="\/(?:feed|export|calendar)\b/)
    expect(await read('/?technology=alpr')).toMatch(/href="\/feed\.atom/)
    expect(await read('/?technology=alpr&place=riverton-wa')).not.toContain('Nothing here')
  })

  it('puts past votes one click away', async () => {
    expect(await read('/')).toContain('href="/past"')
    const text = await read('/past')
    expect(text).toContain('Annual report on')
    expect(text).toContain('Pass')
  })
})

describe('meeting', () => {
  it('shows the whole agenda with flags, documents and versions', async () => {
    const text = await read('/meetings/1')
    expect(text).toContain('Approval of the minutes')
    expect(text).toContain('Flagged: Automated licence-plate readers')
    expect(text).toContain('Possibly: Video surveillance')
    expect(text).toContain('<h3><bdi>Regular business</bdi></h3>')
    expect(text).toContain('file=agenda.pdf')
    expect(text).toContain('Version 2')
    expect(text).toContain('Item 7.b was added')
    expect(text).toContain('First seen by us.')
  })
})

describe('item', () => {
  it('shows text, quotes, facts, matter, documents and evidence', async () => {
    const item = await idOf('Purchase of')
    const text = await read(`/items/${item?.id}`)
    for (const words of [
      'at a cost not to exceed <mark>$315,000</mark>.',
      'Purchase of <mark>license plate readers</mark>',
      'On the consent agenda',
      'The matter 26-0114 across meetings',
      'Referred to the City Council',
      'https://files.legistar.example/',
      'Archived copy',
      'a'.repeat(64),
      'b'.repeat(64),
      'captured Nov 20, 2026',
      'Item 7.b was added',
    ]) {
      expect(text).toContain(words)
    }
  })

  it('shows what was recorded, and says when no sum is the item’s own', async () => {
    const item = await idOf('Annual report')
    const text = await read(`/items/${item?.id}`)
    expect(text).toContain('Received and filed')
    expect(text).toContain('B. Lindqvist')
    expect(text).toContain('Nay')
    expect(text).toContain('none that is clearly what this item commits')
  })

  it('is plain about an item that was not flagged', async () => {
    const item = await idOf('Approval of the minutes')
    expect(await read(`/items/${item?.id}`)).toContain('Nothing in this item was flagged')
  })
})

describe('councils', () => {
  it('are listed with their health', async () => {
    const text = await read('/councils')
    expect(text).toContain('5 places watched')
    expect(text).toContain('3 upcoming votes')
    expect(text).toContain('Portal cannot be reached')
  })

  it('show bodies, meetings and what is wrong with what helps', async () => {
    const riverton = await read('/councils/riverton-wa')
    expect(riverton).toContain('Public Safety Committee')
    expect(riverton).toContain('1 flagged, 1 possible')
    expect(riverton).toContain('Read now')
    const cedar = await read('/councils/cedar-bluffs-ia')
    expect(cedar).toContain('The name of the portal leads nowhere')
    expect(cedar).toContain('What helps')
    expect(cedar).toContain('silent for 4 days')
    expect(await read('/councils/new-carthage-oh')).toContain('Not readable yet')
  })

  it('show a read under way, and give its figures to the island', async () => {
    const sourceId = 'riverton-wa-legistar'
    const [run] = await db.write((tx) =>
      tx
        .insert(runs)
        .values({
          sourceId,
          startedAt: seedNow,
          outcome: 'running',
          adapterVersion: 1,
          meetingsSeen: 17,
          documentsRead: 4,
          findings: 2,
          problems: [],
          signs: [],
        })
        .returning(),
    )
    try {
      const text = await read('/councils/riverton-wa')
      expect(text).toContain('data-island="progress"')
      expect(text).toContain('Refresh')
      expect(text).toContain('data-figure="meetings">17<')
      const response = await createTestSite(db).app.request('/api/councils/riverton-wa/progress')
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(await response.json()).toMatchObject({
        isReading: true,
        sources: [{ sourceId, figures: { meetings: 17, documents: 4, findings: 2 } }],
      })
    } finally {
      await db.write((tx) => tx.delete(runs).where(eq(runs.id, run?.id ?? 0)))
    }
  })
})

describe('coverage', () => {
  it('lists every source with what went wrong, what helps and when it is read next', async () => {
    await db.write((tx) =>
      tx
        .update(sources)
        .set({
          permissionBy: 'City Clerk of Riverton',
          permissionOn: '2026-10-02',
          permissionNote: 'By letter',
        })
        .where(eq(sources.id, 'riverton-wa-legistar')),
    )
    const text = await read('/coverage')
    for (const words of [
      'The name of the portal leads nowhere',
      'fetch_dns',
      'Look up the council’s site',
      'silent for 4 days',
      'in 48 min',
      'never read with success',
      'there is no adapter for this platform',
      'Last read not believed',
      'needs checking',
      'Recent agendas read item by item',
      'Read with permission of <bdi>City Clerk of Riverton</bdi>, given Friday, October 2, 2026',
    ]) {
      expect(text).toContain(words)
    }
  })
})

describe('an adapter that nobody has seen working', () => {
  it('is told as unverified wherever its platform stands', async () => {
    const coverage = await read('/coverage')
    expect(coverage.match(/unverified adapter/g)).toHaveLength(2)
    expect(await read('/add?q=rivermouth')).toContain('never seen reading a real portal')
    expect(await read('/add?q=riverton')).not.toContain('never seen reading')
  })
})

describe('search', () => {
  it('shows hits with their words marked', async () => {
    expect(await read('/search?q=plate+retention&page=9')).toContain('There is no page 9')
    const text = await read('/search?q=plate+retention')
    expect(text).toContain('1 item holds this.')
    expect(text).toContain('license <mark>plate</mark> readers')
    expect(text).toContain('No <mark>retention</mark> period')
  })

  it('treats operators as nothing and repeats them as text', async () => {
    const text = await read(`/search?q=${encodeURIComponent('"><script>x</script> OR *')}`)
    expect(text).toContain('No item that has been read holds all of this')
    expect(text).not.toContain('<script>x')
  })
})

describe('search over pages of documents', () => {
  beforeAll(async () => {
    await db.write(async (tx) => {
      const [version] = await tx.select().from(documentVersions).limit(1)
      await insertRows(
        tx,
        documentPages,
        Array.from({ length: 25 }, (_, at) => ({
          documentVersionId: version?.id ?? 0,
          page: 100 + at,
          text: `Retention <b>of</b> plate images, part ${at + 1}.`,
        })),
      )
    })
  })

  it('shows page, marked words, kind, item and meeting, and leads on to all', async () => {
    const text = await read('/search?q=%22plate+images%22')
    expect(text).toMatch(/Staff report<\/bdi>, page 1\d\d/)
    expect(text).toContain('<mark>plate images</mark>')
    expect(text).toContain('&lt;b&gt;of')
    expect(text).toMatch(/Belongs to <a href="\/items\/\d+"><span class="number">7\.b/)
    expect(text.match(/part \d+/g)).toHaveLength(8)
    const all = /<a href="([^"]+)">All pages of documents/.exec(text)?.[1] ?? ''
    const pages = await read(all.replaceAll('&amp;', '&'))
    expect(pages).toContain('25 pages hold this.')
    expect(pages).not.toContain('Agenda items')
    expect(pages.match(/part \d+/g)).toHaveLength(20)
    const rest = await read(`${all.replaceAll('&amp;', '&')}&page=2`)
    expect(rest.match(/part \d+/g)).toHaveLength(5)
  })

  it('keeps to place, dates and kind, and shows the form as it was filled', async () => {
    const found = await read(
      '/search?q=plate+images&kind=attachment&place=Riverton&from=2000-01-01',
    )
    expect(found).toContain('25 pages hold this.')
    expect(found).toMatch(/<option value="attachment" selected/)
    expect(found).toMatch(/name="from" type="date" value="2000-01-01"/)
    expect(await read('/search?q=plate+images&kind=packet')).toContain('No page that has been read')
    expect(await read('/search?q=plate+images&place=Nowhere')).toContain('No place that is watched')
    expect(await read('/search?q=plate+images&from=soon')).toContain('left out: from')
    const turned = await read('/search?q=plate+images&from=2026-12-01&to=2000-01-01')
    expect(turned).toContain('left out: to (before from)')
  })

  it('says that it has nothing to look for, rather than that nothing was found', async () => {
    for (const address of [
      '/search?q=%22*%22',
      '/search?place=Riverton',
      '/search?from=2026-01-01',
    ]) {
      expect(await read(address), address).toContain('A search needs a word')
    }
    expect(await read('/search')).not.toContain('A search needs a word')
  })
})

describe('directory for the search field', () => {
  it('proposes places', async () => {
    const response = await createTestSite(db).app.request('/api/directory?q=river')
    expect(await response.json()).toEqual({
      places: [
        { name: 'Riverton, WA', type: 'city', population: 48_210, isReadable: true },
        { name: 'Rivermouth, CA', type: 'city', population: 12_002, isReadable: true },
        {
          name: 'Riverside Unified School District, CA',
          type: 'school',
          population: null,
          isReadable: false,
        },
      ],
    })
    const none = await createTestSite(db).app.request('/api/directory')
    expect(await none.json()).toEqual({ places: [] })
  })
})

describe('about', () => {
  it('names limits, privacy and credits', async () => {
    const text = await read('/about')
    expect(text).toContain('What it cannot do')
    expect(text).toContain('We keep nothing of visitors')
    expect(text).toContain('GeoNames')
    expect(text).toContain('Johns Hopkins')
    expect(text).toContain('creativecommons.org/licenses/by/4.0')
  })
})
