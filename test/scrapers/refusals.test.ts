import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scrapers } from '../../scrapers/index.ts'
import { AppError } from '../../src/model/errors.ts'
import { expectRefusal, readHonestly } from './damage.ts'
import { capturesRoot, entriesOf, hasCaptures, pageOf } from './manifest.ts'

const url = 'https://address.invalid/'

const kinds = ['calendar', 'meeting', 'items', 'matter', 'attachments', 'rss'] as const

describe.each(kinds)('what answers in place of a page of the kind %s', (kind) => {
  it.each(scrapers.map((scraper) => ({ scraper, platform: scraper.platform })))(
    'is refused by name: $platform',
    ({ scraper }) => {
      expectRefusal(scraper, kind, url)
    },
  )
})

const hasAny = hasCaptures('generic')
const errors = (hasAny ? readdirSync(capturesRoot) : []).flatMap((folder) =>
  folder === 'documents'
    ? []
    : entriesOf(folder)
        .filter(({ kind }) => kind === 'error')
        .map((entry) => ({ folder, entry, file: entry.file })),
)

describe.skipIf(!hasAny)('recorded refusals', () => {
  it.each(errors)('$folder $file', ({ folder, entry }) => {
    const page = pageOf(folder, entry)
    const taken = scrapers.filter((scraper) => {
      const read = readHonestly(scraper, 'calendar', page.url, page.text())
      return !(read instanceof AppError) && !(read.problems.length > 0 && !read.meetings?.length)
    })
    expect(taken.map(({ platform }) => platform)).toEqual([])
  })
})
