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

    /** Waits until no source of a council is being read; its newest figures. */
    async function readToEnd(slug: string): Promise<Readonly<Record<string, number>>> {
      for (let at = 0; at < 600; at += 1) {
        const { isReading, sources } = await progressOf(slug)
        if (!isReading) return sources[0]?.figures ?? {}
        await pause(100)
      }
      throw new Error(`${slug} is still being read:\n${demo.log()}`)
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
      expect(await page.locator('body').textContent()).toMatch(/demo/i)
    })

    it('adds a council by type-ahead and shows the read without a reload', async () => {
      const slug = await add('alder', 'Alder Bay, WA')
      expect(slug).toBe('alder-bay-wa')
      const figures = await readToEnd(slug)
      expect(figures.meetings).toBeGreaterThan(5)
      expect(figures.findings).toBeGreaterThan(1)
      await page.getByRole('button', { name: 'Read now' }).waitFor()
      expect(await page.locator('main').textContent()).toContain('City Council')
    })

    it('lists the vote on the first page, and the item with the words that were found', async () => {
      await page.goto(demo.address)
      const vote = page.locator('.vote', { hasText: 'drone as first responder' }).first()
      await vote.waitFor()
      expect(await vote.textContent()).toMatch(/\$318,750/)
      expect(await vote.textContent()).toMatch(/in 2 days|in 1 day|in \d+ h/)
      await vote.getByRole('heading').getByRole('link').click()
      await page.waitForURL(/\/items\/\d+/)
      expect(await page.locator('mark').first().textContent()).toMatch(/drone|unmanned|Skydio/i)

      const official = page.getByRole('link', { name: /official/i }).first()
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
      await page.goto(`${demo.address}/councils/alder-bay-wa`)
      const portal = await page
        .getByRole('link', { name: /legistar/i })
        .first()
        .getAttribute('href')
      await tellStep(portal ?? '', 'agenda-item-added')
      await page.getByRole('button', { name: 'Read now' }).click()
      await readToEnd('alder-bay-wa')
      const ended = performance.now()
      while (!(await feed()).includes('adding 14 cameras')) {
        if (performance.now() - ended > feedWithinMs)
          throw new Error(`not in the feed:\n${demo.log()}`)
        await pause(100)
      }
      await page.goto(demo.address)
      await page.locator('.vote', { hasText: 'adding 14 cameras' }).first().waitFor()
    })

    it('keeps what it knew of a portal that breaks, and says on the coverage page what is wrong', async () => {
      await page.goto(`${demo.address}/add`)
      const slug = await add('isla', 'Isla Marlow, FL')
      await readToEnd(slug)
      const portal = await page
        .getByRole('link', { name: /legistar/i })
        .first()
        .getAttribute('href')
      await tellStep(portal ?? '', 'source-breaks')
      await page.goto(`${demo.address}/councils/${slug}`)
      await page.getByRole('button', { name: 'Read now' }).click()
      await readToEnd(slug)
      await page.goto(`${demo.address}/coverage`)
      const row = page.locator('tr, li, section', { hasText: 'Isla Marlow' }).last()
      expect(await row.textContent()).toMatch(
        /error page|changed shape|suspect|cannot|could not|not read/i,
      )
      await page.goto(demo.address)
      await page.locator('.vote', { hasText: 'Verkada' }).first().waitFor()
    })

    it('lists a council that cannot be read yet, and says so', async () => {
      await page.goto(`${demo.address}/add`)
      await add('ashby', 'Ashby Glen, MI')
      expect(await page.locator('main').textContent()).toMatch(/not readable yet/i)
      await page.goto(`${demo.address}/coverage`)
      expect(await page.locator('main').textContent()).toContain('Ashby Glen')
    })

    it('asks nothing of the outside and runs without a fault', () => {
      expect(foreign).toEqual([])
      expect(faults).toEqual([])
    })
  },
)
