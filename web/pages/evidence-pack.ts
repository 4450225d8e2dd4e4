import { stream } from 'hono/streaming'
import { listEvidence } from '../../src/db/queries/evidence.ts'
import { findPackItem, listEvidenceFiles } from '../../src/db/queries/evidence-files.ts'
import { readHeld } from '../../src/documents/read-held.ts'
import { writePack } from '../../src/exports/evidence-pack.ts'
import { web } from '../context.ts'
import { archivePolicy } from '../headers.ts'

/** Everything archived behind an item, as a ZIP whose parts are sent as they are read. */
export const evidencePacks = web.createApp().get('/items/:id/pack.zip', async (c) => {
  const id = c.req.param('id')
  const { db, archive, now, publicUrl } = c.var.deps
  const item = /^\d{1,15}$/.test(id) ? await findPackItem(db, Number(id)) : undefined
  if (!item) return await c.notFound()
  const contents = {
    item,
    files: await listEvidenceFiles(db, item),
    evidence: (await listEvidence(db, [item.id])).get(item.id) ?? [],
    madeAt: now(),
    pageUrl: publicUrl === null ? null : `${publicUrl}/items/${item.id}`,
  }
  c.header('Content-Type', 'application/zip')
  c.header('Content-Disposition', `attachment; filename="watchdocket-item-${item.id}.zip"`)
  c.header('Content-Security-Policy', archivePolicy)
  c.header('Cache-Control', 'no-store')
  return stream(c, async (out) => {
    for await (const chunk of writePack(contents, readHeld(archive))) {
      if (out.aborted) return
      await out.write(chunk)
    }
  })
})
