import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scrapers } from '../scrapers/index.ts'
import { platforms, unverified } from '../scrapers/platforms.ts'
import { settingNames } from '../src/config.ts'
import { listCommands } from '../src/system.ts'

const read = (path: string) => readFileSync(path, 'utf8')

/** Every file of our own code below some folders. */
const sourceFiles = ['src', 'scrapers', 'web'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((path) => /\.tsx?$/.test(path)),
)

describe('docs/configuration.md', () => {
  it('has a row for every setting, and no other', () => {
    const rows = [...read('docs/configuration.md').matchAll(/^\| `(WATCHDOCKET_\w+)` \|/gm)]
    expect(rows.map(([, name]) => name).sort()).toEqual([...settingNames].sort())
  })
})

describe('docs/cli.md', () => {
  const page = read('docs/cli.md')

  it.each(listCommands().map((command) => [command.name, command] as const))(
    'tells the command %s and its options',
    (name, command) => {
      const section = page.split(/^## /m).find((part) => part.startsWith(`${name}\n`)) ?? ''
      expect(section, `a section "## ${name}"`).not.toBe('')
      const untold = Object.keys(command.options).filter(
        (option) => !section.includes(`--${option}`),
      )
      expect(untold).toEqual([])
    },
  )

  it('tells no command that does not exist', () => {
    const told = [...page.matchAll(/^## ([a-z]+)$/gm)].map(([, name]) => name)
    expect(told.sort()).toEqual(
      listCommands()
        .map(({ name }) => name)
        .sort(),
    )
  })
})

describe('docs/errors.md', () => {
  const rows = [...read('docs/errors.md').matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, code]) => code)

  /** Codes as our code writes them: of a class, of an error made on the spot, of a table of them. */
  const patterns = [
    /readonly code(?:: string)? = '([a-z_]+)'/g,
    /new (?:InputError|FetchError)\(\s*'([a-z_]+)'/g,
    /\? '([a-z]+_[a-z]+)' : '[a-z]+_[a-z]+',$/gm,
    /\? '[a-z]+_[a-z]+' : '([a-z]+_[a-z]+)',$/gm,
    /\bcode: '([a-z]+_[a-z_]+)'/g,
    /^ {2}((?:fetch|document|replay|reader|address)_[a-z_]+): [[{]/gm,
  ]
  const codes = new Set(
    sourceFiles.flatMap((path) => {
      const text = read(path)
      return patterns.flatMap((pattern) =>
        [...text.matchAll(pattern)].map(([, code]) => code ?? ''),
      )
    }),
  )

  it('lists every code that the code can give', () => {
    expect([...codes].filter((code) => !rows.includes(code)).sort()).toEqual([])
  })

  it('lists no code that the code never gives', () => {
    const all = sourceFiles.map(read).join('\n')
    expect(rows.filter((code) => !all.includes(`'${code}'`) && !codes.has(code ?? ''))).toEqual([])
  })

  it('lists each once', () => {
    expect(rows.filter((code, at) => rows.indexOf(code) !== at)).toEqual([])
  })
})

describe('docs/platforms.md', () => {
  const rows = [
    ...read('docs/platforms.md').matchAll(
      /^\| `([\w-]+)` \| (.+?) \| \d+ \| (yes|unverified) \|/gm,
    ),
  ]

  it('has a row for every platform that is recognised, with its name', () => {
    expect(rows.map(([, id, label]) => [id, label]).sort()).toEqual(
      platforms.map(({ id, label }) => [id, label]).sort(),
    )
  })

  it('tells those nobody has seen working from the others', () => {
    const told = rows.filter(([, , , isRead]) => isRead === 'unverified').map(([, id]) => id)
    expect(told.sort()).toEqual([...unverified].sort())
    expect(rows.map(([, id]) => id).sort()).toEqual(scrapers.map(({ platform }) => platform).sort())
  })
})

describe('README.md', () => {
  const page = read('README.md')

  it('counts the kinds of portals that are read', () => {
    expect(Number(/(\d+) kinds of portals are read/.exec(page)?.[1])).toBe(scrapers.length)
  })

  it('names benchmarks that are there', () => {
    const told = [...page.matchAll(/`npm run bench -- (\w+)`/g)].map(([, name]) => name)
    const there = readdirSync('bench')
      .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
      .map((file) => file.slice(0, -'.mjs'.length))
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter((name) => !there.includes(name ?? ''))).toEqual([])
  })

  it('leads to pages and pictures that are there', () => {
    const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '')
    expect(links.filter((path) => !existsSync(path))).toEqual([])
  })
})

describe('scrapers', () => {
  it('each have a README', () => {
    const folders = readdirSync('scrapers', { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    expect(folders.length).toBeGreaterThan(0)
    expect(folders.filter(({ name }) => !existsSync(join('scrapers', name, 'README.md')))).toEqual(
      [],
    )
  })
})
