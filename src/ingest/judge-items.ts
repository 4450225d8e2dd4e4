import type { Tx } from '../db/client.ts'
import { raiseContentVersion } from '../db/queries/content-version.ts'
import { replaceDetections } from '../db/queries/detection-rows.ts'
import { countFindings, listItemsOfDocument } from '../db/queries/document-evidence.ts'
import { recordDocumentProgress } from '../db/queries/document-reading.ts'
import { detectItem } from './detect-items.ts'
import type { Detector } from './detector.ts'
import { addDocumentEvidence } from './document-evidence.ts'

/** Judges the items of a document with all their documents, and counts what is found now. */
export async function judgeItemsOf(
  tx: Tx,
  { sourceId, documentId }: { readonly sourceId: string; readonly documentId: number },
  /** Items that it does not hang on and whose pages it holds or held. */
  others: readonly number[],
  { detector, now }: { readonly detector: Detector; now(): Date },
): Promise<void> {
  const items = await listItemsOfDocument(tx, documentId, others)
  const judged = await addDocumentEvidence(
    tx,
    items.map((item) => ({ ...item, detection: detectItem(item, detector, () => undefined) })),
    now(),
  )
  const before = await countFindings(
    tx,
    items.map(({ id }) => id),
  )
  const stored = { detectorVersion: detector.version, foundAt: now() }
  const { findings, isShown } = await replaceDetections(tx, judged, stored)
  await recordDocumentProgress(tx, sourceId, { read: 0, findings: findings - before })
  if (isShown) await raiseContentVersion(tx)
}
