import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

it('names a broken line of a labelled file and ends with 1, as a process of its own', () => {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: ['ignore', 2, 2] })
  const folder = mkdtempSync(join(tmpdir(), 'watchdocket-eval-'))
  try {
    const file = join(folder, 'broken.jsonl')
    writeFileSync(file, '{bad\n')
    const command = ['bin/watchdocket.js', 'eval', file]
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, command, {
      cwd: root,
      encoding: 'utf8',
    })
    expect([status, signal]).toEqual([1, null])
    expect(stdout + stderr).toContain('Line 1 is no JSON')
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 120_000)
