import { listCoverage } from '../../src/db/queries/coverage.ts'
import { healthWords, isFollowed, isReading } from '../components/health.ts'
import { progressOf } from '../components/progress.ts'
import { web } from '../context.ts'

/** What the page of a council asks for while one of its sources is read. */
export const progressApi = web.createApp().get('/api/councils/:slug/progress', async (c) => {
  const rows = await listCoverage(c.var.deps.db, c.req.param('slug'))
  if (rows.length === 0) return c.json({ error: 'not_found' }, 404, { 'Cache-Control': 'no-store' })
  return c.json(
    {
      isReading: rows.some(isReading),
      sources: rows.map((row) => ({
        sourceId: row.sourceId,
        isReading: isReading(row),
        isFollowed: isFollowed(row),
        health: healthWords(row),
        figures: Object.fromEntries(progressOf(row).map(({ key, value }) => [key, value])),
      })),
    },
    200,
    { 'Cache-Control': 'no-store' },
  )
})
