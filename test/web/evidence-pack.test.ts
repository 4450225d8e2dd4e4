import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { LocalDate, Sha256 } from '../../src/model/ids.ts'
import { testDb } from '../support/database.ts'
import { detector, documentDesk, sha256Of } from '../support/document-reading.ts'
import { watch } from '../support/ingesting.ts'
import { item, meeting } from '../support/meetings.ts'
import { createTestSite } from '../support/web.ts'

const start = new Date('2026-03-05T12:00:00Z')
const url = 'https://riverton.example/report.pdf'

it('the pack of an item, taken from its page, is what its own lists say', async () => {
  const { db } = await testDb()
  const source = await watch(db, start)
  const desk = documentDesk(db, source.clock)
  const texts = ['Purchase of drones.', 'Purchase of more drones.']
  for (const text of texts) {
    desk.served.set(url, text)
    await source.read(
      [
        meeting({
          date: '2026-03-10' as LocalDate,
          startsAt: '2026-03-10T23:00:00.000Z',
          agendaItems: [
            item({
              title: 'Purchase of drones',
              documents: [{ kind: 'attachment', title: 'Staff report', url }],
            }),
          ],
        }),
      ],
      { detector },
    )
    await desk.turn()
    source.pass(13 * 3_600_000)
  }
  const held = new Map(texts.map((text) => [sha256Of(text), Buffer.from(text)]))
  const archive = {
    get: async (sha256: Sha256) => held.get(sha256) ?? Promise.reject(new Error('not held')),
  }
  const { app } = createTestSite(db, { archive })
  const address = /href="(\/items\/1\/pack\.zip)"/.exec(
    await (await app.request('/items/1')).text(),
  )?.[1]
  const response = await app.request(address ?? '')
  expect(response.headers.get('content-type')).toBe('application/zip')
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const text = (name: string) => Buffer.from(files[name] ?? []).toString()

  // As `sha256sum -c SHA256SUMS` does.
  const sums = text('SHA256SUMS')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/ {2}/))
  expect(sums).toHaveLength(2)
  for (const [sum, name = ''] of sums) {
    expect(
      createHash('sha256')
        .update(files[name] ?? '')
        .digest('hex'),
    ).toBe(sum)
  }
  const manifest = JSON.parse(text('manifest.json'))
  expect(
    manifest.files.map((file: Record<string, unknown>) => [
      file.version,
      file.sha256,
      file.headers,
    ]),
  ).toEqual(texts.map((each, at) => [at + 1, sha256Of(each), { etag: '1' }]))
  for (const { documentSha256, page, quote } of manifest.quotes) {
    if (documentSha256 === null) continue
    expect(page).toBe(1)
    expect(held.get(documentSha256)?.toString()).toContain(quote)
  }
  expect(text('README.txt')).toContain('sha256sum -c SHA256SUMS')
})
