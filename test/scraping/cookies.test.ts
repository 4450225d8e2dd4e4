import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openCookies } from '../../src/scraping/cookies.ts'

const now = () => new Date('2026-03-01T12:00:00Z')
const site = new URL('https://portal.example/WebLink/Browse.aspx')

function given(...lines: string[]) {
  const cookies = openCookies(now)
  cookies.take(site, lines)
  return (address: string) => cookies.headerFor(new URL(address))
}

describe('cookies of a portal', () => {
  it('go back to the origin that set them, and to no other', () => {
    const header = given('a=1; path=/; domain=.example', 'b=x=y')
    expect(header('https://portal.example/other')).toBe('a=1; b=x=y')
    expect(header('https://other.example/')).toBe('')
    expect(header('https://portal.example:8443/')).toBe('')
    expect(header('http://portal.example/')).toBe('')
  })

  it('go to their path, in any letter case', () => {
    const header = given('a=1; Path=/WebLink')
    expect(header('https://portal.example/weblink/0/edoc/4/x.pdf')).toBe('a=1')
    expect(header('https://portal.example/WebLinkAdmin/')).toBe('')
  })

  it.each([
    'a=; expires=Thu, 01-Jan-1970 00:00:00 GMT',
    'a=2; Max-Age=0',
    'a=2; expires=Sat, 28 Feb 2026 12:00:00 GMT',
  ])('end when the portal says so: %s', (line) => {
    expect(given('a=1', line)(site.href)).toBe('')
  })

  it('last as long as the portal says', () => {
    const header = given('a=1; expires=Mon, 02 Mar 2026 12:00:00 GMT', 'b=2; max-age=60')
    expect(header(site.href)).toBe('a=1; b=2')
  })

  it('are bounded in number and length', () => {
    const many = Array.from({ length: 99 }, (_, at) => `c${at}=1`)
    expect(given(...many)(site.href).split('; ')).toHaveLength(30)
    expect(given(`long=${'x'.repeat(5_000)}`)(site.href)).toBe('')
  })

  it('never break the header they go into', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary-ascii', maxLength: 60 })), (lines) => {
        const header = given(...lines, ...lines.map((line) => `n=${line}`))(site.href)
        expect(header).toMatch(/^[\x20-\x7e]*$/)
      }),
    )
  })
})
