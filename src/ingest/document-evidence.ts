import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PacketPart } from '../agendas/cut-packet.ts'
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

/** `214-230`: how the pages of a packet that belong to an item are named among what was judged. */
export const partName = ({ fromPage, toPage }: Pick<PacketPart, 'fromPage' | 'toPage'>) =>
  `${fromPage}-${toPage}`

/** Judges some pages of a packet as a document of their own, quoted by the packet's page numbers. */
export async function judgePart(
  pages: readonly PageText[],
  part: string,
  detector: Detector,
): Promise<DocumentDetection> {
  const [from = 0, to = 0] = part.split('-').map(Number)
  const own = pages
    .filter(({ page }) => page >= from && page <= to)
    .map(({ page, text }) => ({ page: page - from + 1, text }))
  const detection = await judgeDocument(own, detector)
  const placed = <T extends { readonly page: number }>(found: readonly T[]) =>
    found.map((one) => ({ ...one, page: one.page + from - 1 }))
  return {
    ...detection,
    evidence: placed(detection.evidence),
    sums: placed(detection.sums),
    facts: placed(detection.facts),
  }
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
  for (const { versionId, sha256, part } of unjudged) {
    const pages = await listPages(db.read, versionId)
    const detection =
      part === '' ? await judgeDocument(pages, detector) : await judgePart(pages, part, detector)
    await db.write((tx) =>
      storeDocumentEvidence(tx, sha256, JSON.stringify(detection), now(), part),
    )
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
  for (const { itemId, itemTitle, title, sha256, part, result } of evidence) {
    const known = byItem.get(itemId) ?? { title: itemTitle, documents: new Map() }
    byItem.set(itemId, known)
    const key = `${sha256} ${part}`
    if (known.documents.has(key)) continue
    const detection = JSON.parse(result) as DocumentDetection
    const named = part === '' ? title : `${title}, pages ${part.replace('-', ' to ')}`
    known.documents.set(key, { title: named, sha256, detection })
  }
  return items.map((item) => {
    const { title, documents } = byItem.get(item.id) ?? {}
    if (title === undefined || !documents) return item
    return { ...item, detection: withDocuments(item.detection, title, [...documents.values()]) }
  })
}
