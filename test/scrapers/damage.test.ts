import { readdirSync } from 'node:fs'
import { describe, it } from 'vitest'
import { scrapers } from '../../scrapers/index.ts'
import { recogniseAddress } from '../../scrapers/platforms.ts'
import { AppError } from '../../src/model/errors.ts'
import type { PageKind, Scraper } from '../../src/scraping/contract.ts'
import { expectHonest, readHonestly } from './damage.ts'
import { capturesRoot, type Entry, entriesOf, hasCaptures, pageOf } from './manifest.ts'

const hasAny = hasCaptures('generic')

/** Large pages tell no more than small ones and take long to harm a hundred times. */
const mostBytes = 150_000

interface Sample {
  readonly platform: string
  readonly kind: PageKind
  readonly scraper: Scraper
  readonly url: string
  readonly text: string
}

/** The smallest recorded list, and the smallest recorded agenda, of each platform. */
function collectSamples(): Sample[] {
  const samples = new Map<string, Sample>()
  for (const folder of hasAny ? readdirSync(capturesRoot) : []) {
    if (folder === 'documents') continue
    for (const entry of entriesOf(folder)) {
      if (entry.kind !== 'calendar' && entry.kind !== 'items') continue
      const sample = sampleOf(folder, entry)
      if (!sample) continue
      const key = `${sample.platform} ${sample.kind}`
      const known = samples.get(key)
      if (!known || known.text.length > sample.text.length) samples.set(key, sample)
    }
  }
  return [...samples.values()]
}

function sampleOf(folder: string, entry: Entry): Sample | undefined {
  const page = pageOf(folder, entry)
  if (page.bytes.length > mostBytes) return undefined
  const text = page.text()
  const told = entry.url ? recogniseAddress(entry.url)?.platform : undefined
  const kind = entry.kind as PageKind
  const tried = scrapers.filter(({ platform }) => platform === (told ?? folder))
  const others = scrapers.filter(({ platform }) => /^(?:feed|vision|plain-page)$/.test(platform))
  for (const scraper of tried.length > 0 ? tried : others) {
    const read = readHonestly(scraper, kind, page.url, text)
    if (read instanceof AppError) continue
    const count = (read.meetings?.length ?? 0) + (read.agendaItems?.length ?? 0)
    if (count >= 2) return { platform: scraper.platform, kind, scraper, url: page.url, text }
  }
  return undefined
}

describe.skipIf(!hasAny)('a damaged page gives a named error or what stands on it', () => {
  // Days of a channel's sessions are seconds since 1970: no date stands on that page.
  const samples = collectSamples().filter(({ platform }) => platform !== 'openmedia')
  it.each(samples)('$platform $kind', ({ scraper, kind, url, text }) => {
    expectHonest(scraper, kind, { url, text })
  })
})
