import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const tables = '../shared/directory'

describe.skipIf(!existsSync(join(tables, 'portals.csv')))('scripts/directory-import.mjs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'directory-import-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const run = (from: string) =>
    spawnSync(
      process.execPath,
      ['scripts/directory-import.mjs', from, '2026-11-22', '--out', folder],
      { encoding: 'utf8' },
    )

  it('makes the shipped files again, byte for byte', () => {
    expect(run(tables).stderr).toBe('')
    for (const name of ['portals.tsv', 'meeting-law.tsv', 'surveillance-law.tsv', 'dataset.json']) {
      expect(
        readFileSync(join(folder, name)).equals(readFileSync(`src/directory/data/${name}`)),
      ).toBe(true)
    }
  })

  it('names row and column of every fault and writes nothing', () => {
    const broken = mkdtempSync(join(tmpdir(), 'directory-broken-'))
    cpSync(tables, broken, { recursive: true })
    execFileSync('chmod', ['-R', 'u+w', broken])
    const file = join(broken, 'portals.csv')
    const lines = readFileSync(file, 'utf8').split('\n')
    lines[1] = (lines[1] ?? '').replace('America/Anchorage', 'Nowhere/Else')
    lines[3] = (lines[3] ?? '').replace(/,AK,/, ',Alaska,')
    writeFileSync(file, lines.join('\n'))
    rmSync(join(folder, 'portals.tsv'), { force: true })

    const { status, stderr } = run(broken)
    rmSync(broken, { recursive: true })
    expect(status).toBe(1)
    expect(stderr).toContain('portals.csv, row 2, column timezone: "Nowhere/Else"')
    expect(stderr).toContain('portals.csv, row 4, column state: "Alaska"')
    expect(existsSync(join(folder, 'portals.tsv'))).toBe(false)
  })
})
