import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Db, Tx } from '../db/client.ts'
import type { DetectedItem } from '../db/queries/detection-rows.ts'
import {
  type ItemChoice,
  listDocumentEvidence,
  listUnjudgedVersions,
  storeDocumentEvidence,
  touchDocumentEvidence,
} from '../db/queries/document-evidence.ts'
import { listPages } from '../db/queries/document-reading.ts'
import {
  addUpPages,
  type DocumentDetection,
  documentVersion,
  type JudgedPage,
  judgePage,
  type PageText,
} from '../detect/document.ts'
import { type ItemDocument, withDocuments } from '../detect/with-documents.ts'
import type { Detector } from './detector.ts'

/** A page takes a detector about half a millisecond; others have requests waiting. */
const pagesATurn = 20

/** Judges a document page by page, letting others have their turn. A page that breaks it is left out. */
export async function judgeDocument(
  pages: readonly PageText[],
  detector: Detector,
): Promise<DocumentDetection> {
  const judged: JudgedPage[] = []
  for (const [at, page] of pages.entries()) {
    if (at > 0 && at % pagesATurn === 0) await nextTurn()
    try {
      judged.push(judgePage(page, detector))
    } catch {
      // It counts as a page that says nothing, as it does for items.
    }
  }
  return addUpPages(judged, detector)
}

/**
 * Makes what the documents of these items say by themselves be of this detector's version, from
 * the stored pages: before the items are judged, as that happens inside a transaction.
 */
export async function refreshDocuments(
  choice: ItemChoice,
  { db, detector, now }: { readonly db: Db; readonly detector: Detector; now(): Date },
): Promise<number> {
  const unjudged = await listUnjudgedVersions(db.read, choice, documentVersion(detector))
  for (const { versionId, sha256 } of unjudged) {
    const detection = await judgeDocument(await listPages(db.read, versionId), detector)
    await db.write((tx) => storeDocumentEvidence(tx, sha256, JSON.stringify(detection), now()))
  }
  return unjudged.length
}

/** The same items, judged together with what their documents say. */
export async function addDocumentEvidence(
  tx: Tx,
  items: readonly DetectedItem[],
  now: Date,
): Promise<DetectedItem[]> {
  const evidence = await listDocumentEvidence(
    tx,
    items.map(({ id }) => id),
  )
  if (evidence.length === 0) return [...items]
  await touchDocumentEvidence(
    tx,
    evidence.map(({ sha256 }) => sha256),
    now,
  )
  const byItem = new Map<number, { title: string; documents: Map<string, ItemDocument> }>()
  for (const { itemId, itemTitle, title, sha256, result } of evidence) {
    const known = byItem.get(itemId) ?? { title: itemTitle, documents: new Map() }
    byItem.set(itemId, known)
    if (known.documents.has(sha256)) continue
    const detection = JSON.parse(result) as DocumentDetection
    known.documents.set(sha256, { title, sha256, detection })
  }
  return items.map((item) => {
    const { title, documents } = byItem.get(item.id) ?? {}
    if (title === undefined || !documents) return item
    return { ...item, detection: withDocuments(item.detection, title, [...documents.values()]) }
  })
}
