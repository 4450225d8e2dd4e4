import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRobots } from '../../src/http/robots-rules.ts'

const rules = (text: string) => parseRobots(text, 'Watchdocket')

describe('parseRobots, by RFC 9309', () => {
  it('allows everything when there is nothing', () => {
    expect(rules('').isAllowed('/any')).toBe(true)
    expect(rules('<html>not found</html>').isAllowed('/any')).toBe(true)
    expect(rules('User-agent: *\nDisallow:').isAllowed('/any')).toBe(true)
  })

  it.each([
    ['User-agent: *\nDisallow: /', '/', false],
    ['User-agent: *\nDisallow: /', '/robots.txt', true],
    ['User-agent: *\nDisallow: /fish', '/fish.html', false],
    ['User-agent: *\nDisallow: /fish', '/Fish', true],
    ['User-agent: *\nDisallow: /fish', '/catfish', true],
    ['User-agent: *\nDisallow: /fish/', '/fish', true],
    ['User-agent: *\nDisallow: fish', '/fish', false],
    ['User-agent: *\nDisallow: /*.php', '/a/b.php?c', false],
    ['User-agent: *\nDisallow: /*.php$', '/a/b.php', false],
    ['User-agent: *\nDisallow: /*.php$', '/a/b.php?c', true],
    ['User-agent: *\nDisallow: /fish*.php', '/fishheads/x.php', false],
    ['User-agent: *\nDisallow: /a$b', '/a$b', false],
    ['User-agent: *\nDisallow: /a%24', '/a$', false],
    ['User-agent: *\nDisallow: /a%2Ab', '/a*b', false],
    ['User-agent: *\nDisallow: /a%2Ab', '/aXb', true],
    ['User-agent: *\nDisallow: /*?*sort=', '/list?page=1&sort=up', false],
    ['User-agent: *\nDisallow: /$', '/', false],
    ['User-agent: *\nDisallow: /$', '/a', true],
    ['User-agent: *\nDisallow: /a*$', '/abc', false],
    // One spelling for each octet.
    ['User-agent: *\nDisallow: /a%3cd', '/a%3Cd', false],
    ['User-agent: *\nDisallow: /foo/bar/ツ', '/foo/bar/%E3%83%84', false],
    ['User-agent: *\nDisallow: /%62ar', '/bar', false],
    ['User-agent: *\nDisallow: /a%2fb', '/a/b', true],
    // The longest rule decides, allow before disallow.
    ['User-agent: *\nDisallow: /\nAllow: /p', '/page', true],
    ['User-agent: *\nAllow: /folder\nDisallow: /folder', '/folder/page', true],
    ['User-agent: *\nAllow: /page\nDisallow: /*.htm', '/page.htm', false],
    ['User-agent: *\nAllow: /$\nDisallow: /', '/', true],
    ['User-agent: *\nAllow: /$\nDisallow: /', '/page.htm', false],
    // Lines in the forms that are met.
    ['\ufeffuser-agent:*\r\nDISALLOW:/a # why', '/a', false],
    ['  User-agent : *\r  Disallow : /a  ', '/a', false],
    ['Disallow: /a\nUser-agent: *\nDisallow: /b', '/a', true],
  ])('%j, asked for %s: %s', (text, path, isAllowed) => {
    expect(rules(text).isAllowed(path)).toBe(isAllowed)
  })

  it('heeds our own groups alone where there are any, joined', () => {
    const text = [
      'User-agent: *',
      'Disallow: /',
      '',
      'User-agent: WATCHDOCKET/1.0',
      'Disallow: /one',
      '',
      'User-agent: other',
      'User-agent: watchdocket',
      'Disallow: /two',
    ].join('\n')
    expect(['/one', '/two', '/three'].map(rules(text).isAllowed)).toEqual([false, false, true])
  })

  it('lets an empty group of ours allow everything', () => {
    expect(
      rules('User-agent: *\nDisallow: /\nUser-agent: watchdocket\nDisallow:').isAllowed('/'),
    ).toBe(true)
  })

  it('does not take another agent for us', () => {
    const text = 'User-agent: watchdocket-evil\nDisallow: /\nUser-agent: watch\nDisallow: /'
    expect(rules(text).isAllowed('/')).toBe(true)
  })

  it('does not let a Sitemap or blank line part a list of agents', () => {
    const text = 'User-agent: watchdocket\nSitemap: /s.xml\n\nUser-agent: other\nDisallow: /a'
    expect(rules(text).isAllowed('/a')).toBe(false)
  })

  it('reads a wish for space', () => {
    expect(rules('User-agent: *\nCrawl-delay: 2.5').crawlDelayMs).toBe(2_500)
    expect(rules('User-agent: *\nCrawl-delay: often').crawlDelayMs).toBe(0)
    expect(rules('User-agent: x\nCrawl-delay: 9\nUser-agent: *\nDisallow: /a')).toMatchObject({
      crawlDelayMs: 0,
    })
  })

  it('never fails, and is quick to answer whatever the file', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.stringMatching(/^(User-agent|Allow|Disallow): ?[/*$a%2]{0,12}$/),
          ),
        ),
        fc.string({ unit: 'binary' }),
        (lines, path) => typeof rules(lines.join('\n')).isAllowed(`/${path}`) === 'boolean',
      ),
    )
    const wildcards = `User-agent: *\n${`Disallow: /${'*a'.repeat(500)}*b\n`.repeat(400)}`
    expect(rules(wildcards).isAllowed(`/${'a'.repeat(2_000)}`)).toBe(true)
  })
})

const captures = '../shared/captures'

describe.skipIf(!existsSync(captures))('robots.txt of real portals', () => {
  it('keeps searching closed and agendas open', () => {
    const city = rules(readFileSync(`${captures}/civicplus/bartow-fl/robots.txt`, 'utf8'))
    expect(city.isAllowed('/AgendaCenter')).toBe(true)
    expect(city.isAllowed('/Search?term=a')).toBe(false)
    const drupal = rules(readFileSync(`${captures}/municode/eagle-lake-fl/robots.txt`, 'utf8'))
    expect(drupal.isAllowed('/meetings')).toBe(true)
    expect(drupal.isAllowed('/admin/')).toBe(false)
  })
})
