import { describe, expect, it } from 'vitest'
import type { Terminal } from '../../src/cli/command.ts'
import { directoryCommand } from '../../src/cli/commands/directory.ts'
import { readDirectory } from '../../src/directory/read.ts'
import { AppError } from '../../src/model/errors.ts'

const command = directoryCommand({
  directory: readDirectory,
  platforms: {
    label: (platform) => platform.toUpperCase(),
    isReadable: () => true,
    isVerified: (platform) => platform !== 'champds',
  },
})

interface Entry {
  readonly name: string
  readonly state: string
  readonly type: string
  readonly distanceMiles: number | null
  readonly portals: readonly { readonly platform: string; readonly confidence: string }[]
}
interface Answer {
  readonly councils: readonly Entry[]
  readonly specialDistricts: readonly Entry[]
  readonly schoolBoards: readonly Entry[]
}

async function run(...args: string[]) {
  const lines: string[] = []
  const out = (line: string) => void lines.push(line)
  const terminal: Terminal = {
    out,
    err: out,
    lines: async function* () {},
    stopped: new AbortController().signal,
  }
  const code = await command.run(args, terminal)
  return { code, lines, answer: () => JSON.parse(lines.join('\n')) as Answer }
}

describe('directory', () => {
  it('finds a council by its name, with all that the directory knows of it', async () => {
    const { code, answer } = await run('seattle', 'wa', '--json')
    const [first] = answer().councils
    expect(code).toBe(0)
    expect(first).toMatchObject({ name: 'Seattle', state: 'WA', type: 'city' })
    expect(Object.keys(first ?? {}).sort()).toEqual([
      'distanceMiles',
      'divisionId',
      'latitude',
      'longitude',
      'name',
      'population',
      'portals',
      'slug',
      'state',
      'timeZone',
      'type',
      'website',
    ])
    expect(first?.portals[0]).toMatchObject({ platform: 'legistar' })
  })

  it('tells school boards and special districts apart from councils', async () => {
    const found = (
      await run('--near', 'tacoma wa', '--miles', '60', '--limit', '100', '--json')
    ).answer()
    expect(found.schoolBoards.length).toBeGreaterThan(0)
    expect(found.schoolBoards.every(({ type }) => type === 'school')).toBe(true)
    expect(found.specialDistricts.every(({ type }) => type === 'special')).toBe(true)
    expect(found.councils.some(({ type }) => type === 'school' || type === 'special')).toBe(false)
  })

  it('finds what is near, nearest first, and nothing beyond', async () => {
    const { councils } = (await run('--near', 'tacoma wa', '--miles', '20', '--json')).answer()
    const miles = councils.map(({ distanceMiles }) => distanceMiles ?? Number.NaN)
    expect(miles.length).toBeGreaterThan(2)
    expect(miles).toEqual(miles.toSorted((a, b) => a - b))
    expect(Math.max(...miles)).toBeLessThanOrEqual(20)
  })

  it('prints lines for people, with how sure each portal is', async () => {
    const { lines } = await run('seattle wa')
    expect(lines[0]).toBe('Councils')
    expect(lines.join('\n')).toMatch(/LEGISTAR: https:\/\/seattle\.legistar\.com\/\S* \(\S+/)
  })

  it('says when there is nothing, and what it cannot use', async () => {
    expect((await run('zzzzqqq')).code).toBe(1)
    for (const args of [
      [],
      ['--near', 'zzzzqqq'],
      ['ohio', '--limit', 'many'],
      ['--near', 'tacoma wa', '--miles', '0'],
    ]) {
      await expect(run(...args)).rejects.toBeInstanceOf(AppError)
    }
  })
})
