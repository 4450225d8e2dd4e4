import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type DemoProcess, startDemo, tellStep } from './demo-process.ts'

const launched = await launchBrowser()
const { browser } = launched

/** What the issue allows between the end of a read and the feed. */
const feedWithinMs = 5_000

interface Progress {
  readonly isReading: boolean
  readonly sources: readonly { readonly figures: Readonly<Record<string, number>> }[]
}

describe.skipIf(!browser)(
  `the demonstration in a browser${launched.reason ? ` (skipped: ${launched.reason})` : ''}`,
  { timeout: 120_000 },
  () => {
    let demo: DemoProcess
    let page: Page
    const foreign: string[] = []
    const faults: string[] = []

    beforeAll(async () => {
      demo = await startDemo()
      page = await (browser as NonNullable<typeof browser>).newPage()
      page.on('request', (request) => {
        const { hostname, protocol } = new URL(request.url())
        if (protocol.startsWith('http') && hostname !== '127.0.0.1') foreign.push(request.url())
      })
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text())
      })
    }, 300_000)
    afterAll(async () => {
      await browser?.close()
      await demo?.stop()
    }, 60_000)

    async function progressOf(slug: string): Promise<Progress> {
      const response = await fetch(`${demo.address}/api/councils/${slug}/progress`)
      return (await response.json()) as Progress
    }

    /** Waits until a council's first read is over; what it came to. */
    async function firstRead(slug: string): Promise<Readonly<Record<string, number>>> {
      return await until(`${slug} is read`, 60_000, async () => {
        const { isReading, sources } = await progressOf(slug)
        return isReading ? undefined : sources[0]?.figures
      })
    }

    /** Asks again and again until there is an answer. */
    async function until<T>(
      what: string,
      longestMs: number,
      ask: () => Promise<T | undefined>,
    ): Promise<T> {
      const began = performance.now()
      for (;;) {
        const answer = await ask()
        if (answer !== undefined) return answer
        if (performance.now() - began > longestMs) throw new Error(`never: ${what}\n${demo.log()}`)
        await pause(50)
      }
    }

    /** The page as the server has it now, not as the browser kept it a moment ago. */
    async function openFresh(path: string): Promise<void> {
      await page.goto(demo.address + path)
      await page.reload()
    }

    async function portalOf(slug: string): Promise<string> {
      await openFresh(`/councils/${slug}`)
      const link = page.getByRole('link', { name: /legistar/i }).first()
      return (await link.getAttribute('href')) ?? ''
    }

    /** Adds a council by typing the beginning of its name, with the keyboard alone. */
    async function add(typed: string, whole: string): Promise<string> {
      const field = page.getByRole('combobox')
      await field.fill('')
      await field.pressSequentially(typed)
      await page.getByRole('option', { name: whole }).waitFor()
      await field.press('ArrowDown')
      await field.press('Enter')
      await page.getByRole('button', { name: `Watch ${whole}` }).click()
      await page.waitForURL(/\/councils\//)
      return new URL(page.url()).pathname.split('/').at(-1) ?? ''
    }

    it('asks on the first visit which councils to watch', async () => {
      await page.goto(demo.address)
      const question = 'Which councils do you want to watch?'
      await page.getByRole('heading', { level: 1, name: question }).waitFor()
      expect(await page.locator('body').textContent()).toMatch(/demo: fictional councils/i)
    })

    it('knows the portals of the scenario, which from here on changes when told', async () => {
      const found = await (await fetch(`${demo.address}/add?q=alder+bay`)).text()
      const portal = /http:\/\/127\.0\.0\.1:\d+\/Calendar\.aspx/.exec(found)?.[0]
      await tellStep(portal ?? '', 'hold')
    })

    it('adds a council by type-ahead and shows the read without a reload', async () => {
      const slug = await add('alder', 'Alder Bay, WA')
      expect(slug).toBe('alder-bay-wa')
      const figures = await firstRead(slug)
      expect(figures.meetings).toBeGreaterThan(5)
      expect(figures.findings).toBeGreaterThan(1)
      await page.getByRole('button', { name: 'Read now' }).waitFor()
      expect(await page.locator('main').textContent()).toContain('City Council')
    })

    it('lists the vote on the first page, and the item with the words that were found', async () => {
      await openFresh('/')
      const vote = page.locator('.vote', { hasText: 'drone as first responder' }).first()
      await vote.waitFor()
      expect(await vote.textContent()).toMatch(/\$318,750/)
      expect(await vote.textContent()).toMatch(/in 2 days|in 1 day|in \d+ h/)
      await vote.getByRole('heading').getByRole('link').click()
      await page.waitForURL(/\/items\/\d+/)
      expect(await page.locator('mark').first().textContent()).toMatch(/drone|unmanned|Skydio/i)

      const official = page.getByRole('link', { name: 'Open at the portal' })
      const answer = await fetch((await official.getAttribute('href')) ?? '')
      expect(await answer.text()).toContain('Alder Bay does not exist')
    })

    it('offers the list as feeds and calendar, for a filter too', async () => {
      await page.goto(`${demo.address}/?technology=drone-first-responder`)
      for (const [name, type] of [
        [/atom/i, 'application/atom+xml'],
        [/json feed/i, 'application/feed+json'],
        [/calendar/i, 'text/calendar'],
      ] as const) {
        const link = page.locator('main').getByRole('link', { name }).first()
        const address = new URL((await link.getAttribute('href')) ?? '', demo.address)
        const response = await fetch(address.href.replace(/^webcal:/, 'http:'))
        expect(response.headers.get('content-type')).toContain(type)
        const body = await response.text()
        expect(body).toContain('Alder Bay')
        expect(body).not.toContain('Axon')
      }
    })

    it('brings a change of an agenda to the feed within one read and five seconds', async () => {
      const feed = async () => await (await fetch(`${demo.address}/feed.json`)).text()
      expect(await feed()).not.toContain('adding 14 cameras')
      await tellStep(await portalOf('alder-bay-wa'), 'agenda-item-added')
      await page.getByRole('button', { name: 'Read now' }).click()
      // The read begins at once; the clock for the feed runs from the last moment it was seen running.
      let readUntil = performance.now()
      for (;;) {
        if ((await feed()).includes('adding 14 cameras')) break
        if ((await progressOf('alder-bay-wa')).isReading) readUntil = performance.now()
        if (performance.now() - readUntil > feedWithinMs) {
          throw new Error(`not in the feed:\n${demo.log()}`)
        }
        await pause(20)
      }
      // Finished pages are kept until the reader tells that something changed: some moments longer.
      await until('the front page shows it', feedWithinMs, async () => {
        await openFresh('/')
        const votes = await page.locator('.vote', { hasText: 'adding 14 cameras' }).count()
        return votes > 0 ? true : undefined
      })
    })

    it('keeps what it knew of a portal that breaks, and says what is wrong', async () => {
      await page.goto(`${demo.address}/add`)
      const slug = await add('isla', 'Isla Marlow, FL')
      expect((await firstRead(slug)).findings).toBe(1)
      await tellStep(await portalOf(slug), 'source-breaks')
      await page.getByRole('button', { name: 'Read now' }).click()
      await until('the trouble is told', 60_000, async () => {
        const answer = await fetch(`${demo.address}/coverage`)
        return /error page/i.test(await answer.text()) ? true : undefined
      })
      await openFresh('/')
      await page.locator('.vote', { hasText: 'Verkada' }).first().waitFor()
    })

    it('finds by its attachment what a title does not say, and quotes the page', async () => {
      await page.goto(`${demo.address}/add`)
      const slug = await add('quillen', 'Quillen County, GA')
      await firstRead(slug)
      await until('its documents are read', 60_000, async () => {
        const figures = (await progressOf(slug)).sources[0]?.figures
        return figures?.documents === 5 ? true : undefined
      })
      await openFresh('/')
      const vote = page.locator('.vote', { hasText: 'technology services agreement' }).first()
      expect(await vote.textContent()).toMatch(/\$151,200/)
      await vote.getByRole('heading').getByRole('link').click()
      await page.waitForURL(/\/items\/\d+/)
      const why = await page.locator('.why-flagged').textContent()
      expect(why).toContain('The document “Staff Report” names “automated license plate reader”')
      expect(why).toContain('Staff Report, page 1')
      expect(await page.locator('.documents').first().textContent()).toContain('1 page read')

      await page.locator('.why-flagged').getByRole('link', { name: 'Staff Report' }).first().click()
      await page.waitForURL(/\/documents\/[0-9a-f]{64}\/pages\/1/)
      expect((await page.locator('main mark').allTextContents()).join('|')).toMatch(
        /license\s+plate\s+reader/i,
      )
      const picture = page.locator('.page-picture')
      const drawn = await fetch(new URL((await picture.getAttribute('src')) ?? '', demo.address))
      expect(drawn.headers.get('content-type')).toBe('image/png')
      const copy = page.getByRole('link', { name: 'The original file, as it came' })
      const answer = await fetch(new URL((await copy.getAttribute('href')) ?? '', demo.address))
      expect(answer.headers.get('content-type')).toBe('application/pdf')
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
      await page.goto(`${demo.address}/search?q=plate+color`)
      await page.getByRole('link', { name: 'Staff Report, page 1' }).waitFor()
    })

    it('lists a council that cannot be read yet, and says so', async () => {
      await page.goto(`${demo.address}/add`)
      await add('ashby', 'Ashby Glen, MI')
      expect(await page.locator('main').textContent()).toMatch(/not readable yet/i)
      await until('the coverage page lists it', feedWithinMs, async () => {
        const coverage = await (await fetch(`${demo.address}/coverage`)).text()
        return coverage.includes('Ashby Glen') ? true : undefined
      })
    })

    it('asks nothing of the outside and runs without a fault', () => {
      expect(foreign).toEqual([])
      expect(faults).toEqual([])
    })
  },
)
