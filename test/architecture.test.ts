import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Every room, for those that wire the others together. */
const everything = [
  'src/model src/agendas src/detect src/changes src/directory src/scraping src/http src/documents src/db',
  'src/exports scrapers src/alerts src/ingest src/jobs src/commands src/demo web src/cli',
  'src/config.ts src/log.ts src/child.ts src/main.ts src/system src/system.ts',
].join(' ')

/** What each room may import: rooms below it, and the packages it is the home of. */
const rooms: Record<string, { below: string; packages: string }> = {
  'src/model': { below: '', packages: '' },
  'src/detect': { below: 'src/model', packages: '' },
  'src/changes': { below: 'src/model', packages: '' },
  'src/agendas': { below: 'src/model', packages: '' },
  'src/directory': { below: 'src/model', packages: '' },
  'src/log.ts': { below: '', packages: '' },
  'src/scraping': { below: 'src/model', packages: 'cheerio htmlparser2 zod' },
  'src/http': {
    below: 'src/model src/scraping src/documents',
    packages: 'undici ipaddr.js aws4fetch',
  },
  'src/documents': {
    below: 'src/model',
    packages: '@embedpdf/pdfium tesseract.js-core cheerio htmlparser2 fflate',
  },
  'src/db': { below: 'src/model', packages: 'drizzle-orm @libsql/client libsql' },
  'src/exports': { below: 'src/model src/db', packages: 'csv-stringify fflate' },
  scrapers: { below: 'src/model src/scraping src/agendas', packages: 'cheerio zod rrule' },
  'src/ingest': {
    below:
      'src/model src/agendas src/scraping src/documents src/detect src/changes src/db src/log.ts',
    packages: '',
  },
  'src/jobs': { below: 'src/model src/db src/log.ts', packages: 'node-cron' },
  'src/commands': { below: 'src/model src/db src/jobs', packages: 'zod' },
  'src/demo': { below: 'src/model src/directory', packages: '' },
  web: {
    below: 'src/model src/db src/documents src/exports src/commands src/directory',
    packages: 'hono zod chart.js',
  },
  'src/cli': { below: everything, packages: '' },
  'src/config.ts': { below: 'src/model src/demo', packages: 'zod' },
  'src/system': { below: everything, packages: 'zod @hono/node-server hono' },
  'src/system.ts': { below: everything, packages: 'zod @hono/node-server hono' },
  'src/child.ts': { below: 'src/model src/config.ts', packages: '' },
  'src/main.ts': { below: 'src/child.ts src/config.ts src/log.ts', packages: '' },
  'src/worker.ts': { below: everything, packages: '' },
  'src/web.ts': { below: everything, packages: '' },
}

/** The longest room that holds the path, so that a file of its own wins over its folder. */
const roomOf = (path: string) =>
  Object.keys(rooms)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]

const files = ['src', 'scrapers', 'web']
  .flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)),
  )
  .filter((file) => /\.tsx?$/.test(file))

it('every file stands in a room of the table', () => {
  expect(files.filter((file) => !roomOf(file))).toEqual([])
})

describe.each(files)('%s', (file) => {
  const room = roomOf(file) ?? ''
  const { below, packages } = rooms[room] ?? { below: '', packages: '' }
  const imports = [
    ...readFileSync(file, 'utf8').matchAll(
      /(?:^(?:import|export|\}) ?[^'\n]*from |^import |\bimport\()'([^'\n]+)'/gm,
    ),
  ].map(([, to]) => to ?? '')

  it('imports only rooms below its own', () => {
    const reached = imports
      .filter((to) => to.startsWith('.'))
      .map((to) => roomOf(join(dirname(file), to)) ?? to)
    expect(reached.filter((to) => to !== room && !below.split(' ').includes(to))).toEqual([])
  })

  it('imports only packages at home here', () => {
    const foreign = imports
      .filter((to) => !to.startsWith('.') && !to.startsWith('node:'))
      .filter((to) => !packages.split(' ').some((home) => to === home || to.startsWith(`${home}/`)))
    expect(foreign).toEqual([])
  })
})
