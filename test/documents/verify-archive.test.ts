import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createFolderArchive } from '../../src/documents/archive-folder.ts'
import { verifyArchive } from '../../src/documents/verify-archive.ts'

it('tells damaged, missing and unnamed files apart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchdocket-verify-'))
  const archive = createFolderArchive(folder)
  const [good, bad, stray] = await Promise.all(
    ['good', 'bad', 'stray'].map((text) => archive.put(Buffer.from(text))),
  )
  if (!good || !bad || !stray) throw new Error('The archive gave no hash')
  writeFileSync(join(folder, bad.slice(0, 2), bad), 'changed on disk')
  writeFileSync(join(folder, good.slice(0, 2), 'notes.txt'), 'not ours')
  const absent = 'f'.repeat(64)

  expect(await verifyArchive(archive, new Set([good, bad, absent]))).toEqual({
    checked: 3,
    bytes: 'good'.length + 'stray'.length,
    damaged: [bad],
    missing: [absent],
    unnamed: 1,
  })
})

it('finds nothing amiss in an archive that is not there yet', async () => {
  const archive = createFolderArchive(join(tmpdir(), 'watchdocket-no-such-folder'))
  expect(await verifyArchive(archive, new Set())).toMatchObject({ checked: 0, damaged: [] })
})
