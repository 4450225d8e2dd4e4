import { describe, expect, it } from 'vitest'
import { findScraper } from '../../scrapers/index.ts'
import { readByAddressAlone } from '../../scrapers/platforms.ts'
import { readDirectory } from '../../src/directory/read.ts'
import { resolveSource } from '../../src/system/resolve-source.ts'

const directory = readDirectory()
const noSearch = () => Promise.reject(new Error('a row of the directory needs no search'))
const resolve = (directoryId: string) => resolveSource(directory, [], { directoryId }, noSearch)

describe('a row of the directory that is added', () => {
  it('is read where its address tells the platform', async () => {
    expect(await resolve('https://www.portland.gov/council/agenda')).toMatchObject({
      platform: 'portland',
      isReadable: true,
      jurisdiction: { name: 'Portland', state: 'OR', timeZone: 'America/Los_Angeles' },
    })
  })

  it('is read as a plain page, whose address tells nothing', async () => {
    const rows = directory.rows.filter(({ platform }) => readByAddressAlone.has(platform))
    expect(rows.length).toBeGreaterThan(0)
    for (const { portalUrl, platform } of rows) {
      const source = await resolve(portalUrl)
      expect(source).toMatchObject({ platform, portalUrl, isReadable: true })
      expect(findScraper(platform)).toBeDefined()
    }
  })
})
