import type { Db } from '../db/client.ts'
import { raiseContentVersion } from '../db/queries/content-version.ts'
import { replaceDetections } from '../db/queries/detection-rows.ts'
import { listStaleAmong, listStaleItems } from '../db/queries/meeting-rows.ts'
import { detectItem } from './detect-items.ts'
import type { Detector } from './detector.ts'
import { addDocumentEvidence, refreshDocuments } from './document-evidence.ts'

/** Small enough that other writes and the event loop never wait long. */
const itemsABatch = 100

/**
 * Judges again one batch of items that another version of the detector judged, or none. Nobody is
 * alerted of what comes out. Gives how many were judged; 0 means that all are current.
 */
export async function redetectItems(deps: {
  readonly db: Db
  readonly detector: Detector
  now(): Date
}): Promise<number> {
  const { db, detector, now } = deps
  const items = await listStaleItems(db.read, detector.version, itemsABatch)
  if (items.length === 0) return 0
  await refreshDocuments({ itemIds: items.map(({ id }) => id) }, deps)
  const detected = items.map((item) => ({
    ...item,
    // An item that breaks the detector is marked as tried: it must not hold up all others.
    detection: detectItem(item, detector, () => undefined),
  }))
  await db.write(async (tx) => {
    // What a read has stored in between was judged by this version already, from newer words.
    const stale = new Set(await listStaleAmong(tx, items, detector.version))
    const still = detected.filter(({ id }) => stale.has(id))
    const stored = { detectorVersion: detector.version, foundAt: now() }
    const judged = await addDocumentEvidence(tx, still, stored.foundAt)
    const { isShown } = await replaceDetections(tx, judged, stored)
    if (isShown) await raiseContentVersion(tx)
  })
  await new Promise((resolve) => setImmediate(resolve))
  return items.length
}
