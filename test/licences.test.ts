import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface LockedPackage {
  readonly dev?: boolean
  readonly optional?: boolean
  readonly license?: string
}

/** Each lets anybody run, change and pass on the whole product; 0BSD is BSD without its condition. */
const allowed = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'])

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

/** Everything that an installation for production brings along, to the last dependency. */
const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev)

/** `(MIT OR GPL-3.0)` is ours to choose; `MIT AND Zlib` wants all of them. */
const isAllowed = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.has(one.trim())))

describe('every package of an installation', () => {
  it('is there to be judged', () => {
    expect(shipped.length).toBeGreaterThan(20)
    expect(shipped.map(([path]) => path)).toContain('node_modules/hono')
  })

  it('has a licence that lets anybody run, change and pass it on', () => {
    const others = shipped.filter(([, { license }]) => !license || !isAllowed(license))
    expect(others.map(([path, { license }]) => `${path} ${license}`)).toEqual([])
  })

  it('says the same itself as the lock says of it', () => {
    const differing = shipped.flatMap(([path, { license }]) => {
      const told = join(path, 'package.json')
      if (!existsSync(told)) return []
      const own = JSON.parse(readFileSync(told, 'utf8')) as { readonly license?: unknown }
      return own.license === license ? [] : [`${path}: ${String(own.license)}`]
    })
    expect(differing).toEqual([])
  })

  it.each(['GPL-3.0', 'AGPL-3.0-or-later', 'MIT AND GPL-2.0', 'SEE LICENSE IN EULA'])(
    'would be refused as %s',
    (licence) => {
      expect(isAllowed(licence)).toBe(false)
    },
  )

  it('is named in no folder that brings code of its own', () => {
    // Code that is copied in escapes the lock: there is none.
    const copied = ['src', 'scrapers', 'web'].flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /(?:^|\/)(?:vendor|third_party|node_modules)(?:\/|$)/.test(name),
      ),
    )
    expect(copied).toEqual([])
  })
})
