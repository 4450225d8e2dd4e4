import { AxeBuilder } from '@axe-core/playwright'
import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentPages, documentVersions, runs } from '../../src/db/schema/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { archivedSha, createSeedDb, seedNow, seedPlaces } from '../support/seed.ts'
import { buildIslands, serveSite } from '../support/site-server.ts'
import { createTestSite } from '../support/web.ts'

const launched = await launchBrowser()
const noBrowser = launched.browser === undefined

const paths = [
  '/',
  '/?q=zeppelin',
  '/?band=possible&place=riverton-wa',
  '/past',
  '/add?q=river',
  '/add?q=https://newtown.legistar.example/Calendar.aspx',
  '/meetings/1',
  '/meetings/2',
  '/items/3',
  '/items/7',
  '/councils',
  '/councils/riverton-wa',
  '/councils/cedar-bluffs-ia',
  '/councils/new-carthage-oh',
  '/coverage',
  '/search?q=plate',
  `/documents/${archivedSha}/pages/1`,
  '/about',
  '/accuracy',
  '/nothing',
]

const modes = [
  [360, 'light'],
  [360, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const

/** What depends on colours and width. */
const rulesOfLooks = [
  'color-contrast',
  'target-size',
  'link-in-text-block',
  'scrollable-region-focusable',
]

const closers: (() => Promise<unknown>)[] = []
let browser: Browser
let seeded: Awaited<ReturnType<typeof createSeedDb>>
let address: string
let emptyAddress: string

beforeAll(async () => {
  if (!launched.browser) return
  browser = launched.browser
  const islands = await buildIslands()
  seeded = await createSeedDb()
  await seedPlaces(seeded.db)
  await seeded.db.write(async (tx) => {
    const [version] = await tx
      .select({ id: documentVersions.id })
      .from(documentVersions)
      .where(eq(documentVersions.sha256, archivedSha))
    const text = 'Staff report\nThe chief asks for ten plate readers.'
    await tx
      .insert(documentPages)
      .values({ documentVersionId: version?.id ?? 0, page: 1, text, isOcr: true })
  })
  const empty = await createSeedDb()
  const publicFolders = [islands.folder, 'web/public']
  const site = await serveSite(createTestSite(seeded.db, { publicFolders, isDemo: true }).app)
  const bare = await serveSite(createTestSite(empty.db, { publicFolders }).app)
  address = site.address
  emptyAddress = bare.address
  closers.push(
    () => browser.close(),
    site.close,
    bare.close,
    seeded.remove,
    empty.remove,
    islands.remove,
  )
}, 120_000)
afterAll(async () => {
  for (const close of closers) await close()
})

/** Everything that a page did which it must not do. */
function watch(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    // The browser itself remarks on the status of a page that is not there.
    if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1:')) faults.push(`asked ${request.url()}`)
  })
  return faults
}

describe.skipIf(noBrowser)(
  `in a browser${noBrowser ? ` (skipped: ${launched.reason})` : ''}`,
  { timeout: 300_000 },
  () => {
    const pages = [...paths.map((path) => [path, 'seeded'] as const), ['/', 'empty'] as const]
    it.each(pages)('%s (%s) is accessible and fits in every mode', async (path, site) => {
      const found: unknown[] = []
      const context = await browser.newContext()
      const page = await context.newPage()
      const faults = watch(page)
      const answer = await page.goto((site === 'empty' ? emptyAddress : address) + path)
      expect(answer?.status()).toBe(path === '/nothing' ? 404 : 200)
      for (const [width, colorScheme] of modes) {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme })
        // Our pages have no frames, for whose sake axe would open a second page at each run.
        const axe = new AxeBuilder({ page }).setLegacyMode(true)
        // The rest of the rules sees the same page in every mode. Targets are off unless asked for.
        const isFirst = width === 360 && colorScheme === 'light'
        const { violations } = await (isFirst
          ? axe.options({ rules: { 'target-size': { enabled: true } } })
          : axe.withRules(rulesOfLooks)
        ).analyze()
        for (const { id, nodes } of violations) {
          const shown = nodes.slice(0, 3).map((node) => node.html.slice(0, 200))
          found.push({ width, colorScheme, id, shown })
        }
        const wide = await page.evaluate('document.documentElement.scrollWidth')
        if (Number(wide) > width) found.push({ width, scrollWidth: wide })
      }
      await context.close()
      expect(found).toEqual([])
      expect(faults).toEqual([])
    })

    it('the search for councils is a combobox that the keyboard works', async () => {
      const page = await browser.newPage()
      const faults = watch(page)
      await page.goto(`${emptyAddress}/`)
      const field = page.getByRole('combobox')
      await field.fill('')
      await field.pressSequentially('river')
      await page.getByRole('option').first().waitFor()
      expect(await field.getAttribute('aria-expanded')).toBe('true')
      await field.press('ArrowDown')
      await field.press('ArrowDown')
      const active = await field.getAttribute('aria-activedescendant')
      expect(await page.locator(`#${active}`).textContent()).toContain('Rivermouth, CA')
      await field.press('Escape')
      expect(await field.getAttribute('aria-expanded')).toBe('false')
      await field.pressSequentially('m')
      await page.getByRole('option').first().waitFor()
      await field.press('ArrowDown')
      await field.press('Enter')
      await page.waitForURL(/\/add\?q=Rivermouth/)
      await page.getByRole('button', { name: /Watch Rivermouth, CA on Legistar/ }).click()
      await page.waitForURL(/\/councils\/riverton-wa$/)
      expect(faults.filter((fault) => !fault.includes('404'))).toEqual([])
      await page.close()
    })

    it('the search works without scripts', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false })
      const page = await context.newPage()
      await page.goto(`${emptyAddress}/`)
      await page.getByLabel(/Place, county or state/).fill('rivermouth')
      await page.getByRole('button', { name: 'Search' }).click()
      await page.getByRole('heading', { name: 'Rivermouth, CA' }).waitFor()
      await context.close()
    })

    it('a read under way is followed without a reload by hand', async () => {
      await seeded.db.write((tx) =>
        tx.insert(runs).values({
          sourceId: 'maple-county-or-legistar',
          startedAt: seedNow,
          outcome: 'running',
          adapterVersion: 1,
          meetingsSeen: 3,
          problems: [],
          signs: [],
        }),
      )
      const page = await browser.newPage()
      const faults = watch(page)
      await page.goto(`${address}/councils/maple-county-or`)
      const meetings = page.locator('[data-figure="meetings"]')
      expect(await meetings.textContent()).toBe('3')
      await seeded.db.write((tx) => tx.update(runs).set({ meetingsSeen: 41 }))
      await page.getByText('41', { exact: true }).waitFor()
      await seeded.db.write((tx) => tx.update(runs).set({ outcome: 'ok', finishedAt: seedNow }))
      await page.getByRole('button', { name: 'Read now' }).waitFor()
      expect(faults).toEqual([])
      await page.close()
    })

    it('paper is white, whatever the screen is set to', async () => {
      const page = await browser.newPage()
      await page.goto(address)
      const colours = () =>
        page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--mark')")
      const light = await colours()
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await colours()).not.toBe(light)
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      expect(await colours()).toBe(light)
      await page.close()
    })

    it('the first thing the keyboard reaches skips to the content', async () => {
      const page = await browser.newPage()
      await page.goto(`${address}/`)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate('document.activeElement.id')).toBe('main')
      await page.close()
    })
  },
)
