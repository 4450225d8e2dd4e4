import { listUnreadBy } from '../db/queries/document-reading.ts'
import type { Log } from '../log.ts'
import { type ReadDocumentDeps, readAgain } from './read-document.ts'

export interface RereadDeps extends Omit<ReadDocumentDeps, 'fetcher' | 'keep'> {
  /** Archived bytes; `undefined` for what is missing or damaged. */
  readHeld(sha256: string): Promise<Uint8Array | undefined>
  readonly log: Log
  readonly onChange?: () => void
}

const atOnce = 50

/**
 * Reads once more, from the archive, what an older program could not read: whatever the meeting's
 * date, and whether or not the portal still has it. What fails again is this program's failure and
 * is left alone until the next one.
 */
export async function rereadDocuments(deps: RereadDeps): Promise<void> {
  const { db, readerVersion, signal } = deps
  const counts = { read: 0, unreadable: 0 }
  for (let afterId = 0; ; ) {
    const unread = await listUnreadBy(db.read, readerVersion, { afterId, limit: atOnce })
    const last = unread.at(-1)
    if (!last) break
    afterId = last.document.id
    for (const each of unread) {
      if (signal?.aborted) return
      const bytes = await deps.readHeld(each.version.sha256)
      if (!bytes) continue
      const { outcome } = await readAgain(each, bytes, deps)
      counts[outcome === 'read' ? 'read' : 'unreadable']++
      deps.onChange?.()
    }
  }
  if (counts.read + counts.unreadable > 0) deps.log.info('documents read again', counts)
}
