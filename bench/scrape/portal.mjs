/**
 * A loopback portal that serves Legistar captures: as many addresses as asked for (`/17`), each
 * with bytes of its own. `/round/b` changes the bytes of every page, and nothing that is read.
 * No validators are sent, as Legistar sends none: "unchanged" must be seen from the bytes.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { product } from '../parts/product.mjs'

const [folder, platform] = process.argv.slice(2)

/** Page kinds that both sides know how to read. */
const kinds = new Set(['calendar', 'items', 'meeting', 'matter'])

/** The pages of a platform that its adapter reads, by its folder of captures. */
async function pagesOf(name) {
  const { findScraper } = await product('scrapers/index.js')
  const { createPage } = await product('src/http/page.js')
  const scraper = findScraper(name)
  const manifest = join(folder, name, 'manifest.json')
  if (!scraper || !existsSync(manifest)) return []
  return JSON.parse(readFileSync(manifest, 'utf8'))
    .filter(({ kind }) => kind !== 'matter' && (kinds.has(kind) || kind === 'rss'))
    .map(({ file, kind, contentType = 'text/html' }) => ({
      kind,
      contentType,
      bytes: readFileSync(join(folder, name, file)),
    }))
    .filter(({ kind, contentType, bytes }) => {
      const url = 'http://127.0.0.1/0'
      const parts = { url, finalUrl: url, status: 200, fetchedAt: new Date(0) }
      try {
        const page = createPage({ ...parts, contentType, bytes })
        const { meetings = [], agendaItems = [] } = scraper.parsePage(kind, page, 'America/Chicago')
        return meetings.length + agendaItems.length > 0
      } catch {
        return false
      }
    })
}

const legistarPages = () =>
  ['legistar-insite', 'legistar-api'].flatMap((platform) => {
    const manifest = join(folder, platform, 'manifest.json')
    if (!existsSync(manifest)) return []
    return JSON.parse(readFileSync(manifest, 'utf8'))
      .filter(({ kind, contentType, notes }) => {
        const isPage = /html|json/.test(contentType)
        return isPage && kinds.has(kind) && !/peer|nested|search/i.test(notes)
      })
      .map(({ file, kind, contentType }) => ({
        kind: platform === 'legistar-api' ? `${kind}.json` : kind,
        contentType,
        bytes: readFileSync(join(folder, platform, file)),
      }))
  })

const pages = platform ? await pagesOf(platform) : legistarPages()

/** A tail that changes the bytes and nothing that is read: a comment, or white space. */
const tail = (contentType, round, number) =>
  contentType.includes('html')
    ? Buffer.from(`<!-- ${round}.${number} -->`)
    : Buffer.from(
        `${round}.${number}`.replace(/./g, (c) => `${' '.repeat(1 + (c.charCodeAt(0) % 11))}\n`),
      )

let round = ''

const server = createServer((request, response) => {
  const [, number, wanted] = request.url.split('/')
  if (number === 'robots.txt') {
    response.writeHead(404).end()
    return
  }
  if (number === 'round') {
    round = wanted
    response.end('null')
    return
  }
  if (number === 'list') {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(pages.map(({ kind }) => kind)))
    return
  }
  const page = pages[Number(number) % pages.length]
  const body = Buffer.concat([page.bytes, tail(page.contentType, round, number)])
  response.writeHead(200, { 'content-type': page.contentType, 'content-length': body.length })
  response.end(body)
})
process.on('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () =>
  process.send({ port: server.address().port, kinds: pages.map(({ kind }) => kind) }),
)
