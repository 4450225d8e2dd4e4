import { expect, it } from 'vitest'
import { walkFolders } from '../../scrapers/folder-walk.ts'
import type { ScrapeContext } from '../../src/scraping/contract.ts'
import { openWindow } from './pages.ts'

it('walks a folder of more rows than a call takes arguments', async () => {
  const told: string[] = []
  const context = {
    window: openWindow,
    now: new Date('2026-03-01T12:00:00Z'),
    report: ({ code }: { code: string }) => told.push(code),
  } as unknown as ScrapeContext
  const row = { name: 'Agenda 2026-03-03', isFolder: false, extension: 'pdf', modified: null }
  const entries = Array.from({ length: 300_000 }, (_, at) => ({ ...row, id: String(at + 10) }))
  const folders = await walkFolders(
    {
      first: [{ id: '1', path: [] }],
      folderUrl: (id) => `https://docs.riverton.gov/${id}`,
      readPart: async () => ({
        path: ['Agendas'],
        entries,
        rows: entries.length,
        total: null,
        problems: [],
      }),
    },
    context,
  )
  expect(folders[0]?.entries).toHaveLength(300_000)
  expect(told).toEqual([])
})
