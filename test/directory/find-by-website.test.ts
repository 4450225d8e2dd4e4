import { describe, expect, it } from 'vitest'
import { findByWebsite } from '../../src/directory/find-by-website.ts'
import { readDirectory } from '../../src/directory/read.ts'

const directory = readDirectory()
const withSite = directory.places.filter(({ website }) => website !== null)

describe('a place by its own web site', () => {
  it('is found from any page of it', () => {
    const hosts = new Map<string, number>()
    for (const { website } of withSite) {
      const host = new URL(website ?? '').hostname.replace(/^www\./, '')
      hosts.set(host, (hosts.get(host) ?? 0) + 1)
    }
    const alone = withSite.find(
      ({ website }) => hosts.get(new URL(website ?? '').hostname.replace(/^www\./, '')) === 1,
    )
    expect(alone).toBeDefined()
    const page = new URL('/some/page?x=1', alone?.website ?? '').href
    expect(findByWebsite(directory, page)?.slug).toBe(alone?.slug)

    const [shared] = [...hosts].find(([, count]) => count > 1) ?? []
    if (shared) expect(findByWebsite(directory, `https://${shared}/`)).toBeUndefined()
  })

  it('is not guessed from an unknown site or from what is no address', () => {
    expect(findByWebsite(directory, 'https://nobody.example/')).toBeUndefined()
    expect(findByWebsite(directory, 'seattle')).toBeUndefined()
    expect(findByWebsite(directory, '::')).toBeUndefined()
  })
})
