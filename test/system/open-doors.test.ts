import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { openCare } from '../../src/system/open-doors.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

it.each([
  ['back-up', { folder: '/nowhere' }],
  ['read-now', { sourceId: 'x' }],
])('%s in a folder without a database is refused, and leaves none', async (name, input) => {
  const folder = await mkdtemp(join(tmpdir(), 'watchdocket-doors-'))
  folders.push(folder)
  const care = await openCare(readConfig({ WATCHDOCKET_DATA: folder }))
  await expect(care.ask(name, input)).rejects.toMatchObject({ code: 'nothing_stored' })
  await care.close()
  expect(await readdir(folder)).toEqual([])
})
