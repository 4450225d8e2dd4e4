import { cutPacket } from '../agendas/cut-packet.ts'
import type { Db, Tx } from '../db/client.ts'
import { storeDocumentEvidence } from '../db/queries/document-evidence.ts'
import { listPacketItems, replaceParts, type StoredPart } from '../db/queries/packet-parts.ts'
import type { PageText } from '../detect/document.ts'
import type { DocumentContents } from '../model/packet.ts'
import type { Detector } from './detector.ts'
import { judgePart, partName } from './document-evidence.ts'

/** A packet as it was cut, and what each part says by itself as JSON. */
export interface CutPacket {
  readonly parts: readonly StoredPart[]
  readonly judged: readonly { readonly name: string; readonly result: string }[]
}

const nothing: DocumentContents = { outline: [], links: [] }

/** Which pages of a document belong to which items of its meeting, by its own words. */
export async function findParts(
  db: Db,
  documentId: number,
  read: {
    readonly pages: readonly PageText[]
    readonly pageCount: number
    readonly contents: DocumentContents | null
  },
): Promise<StoredPart[]> {
  if (read.pageCount < 2) return []
  const items = await listPacketItems(db.read, documentId)
  return cutPacket({ ...read, contents: read.contents ?? nothing }, items)
}

/** Judges every part as a document of its own, before anything is stored. */
export async function judgeParts(
  parts: readonly StoredPart[],
  pages: readonly PageText[],
  detector: Detector,
): Promise<CutPacket> {
  const judged: { name: string; result: string }[] = []
  for (const part of parts) {
    const name = partName(part)
    judged.push({ name, result: JSON.stringify(await judgePart(pages, name, detector)) })
  }
  return { parts, judged }
}

/** Stores the parts with what they say; gives the items whose pages these are or were. */
export async function storeParts(
  tx: Tx,
  version: { readonly documentId: number; readonly versionId: number; readonly sha256: string },
  { parts, judged }: CutPacket,
  at: Date,
): Promise<number[]> {
  for (const { name, result } of judged) {
    await storeDocumentEvidence(tx, version.sha256, result, at, name)
  }
  return await replaceParts(tx, version, parts)
}

/** Whether two cuts give the same pages to the same items. */
export function isSameCut(one: readonly StoredPart[], other: readonly StoredPart[]): boolean {
  const text = (parts: readonly StoredPart[]) =>
    parts.map(({ itemId, fromPage, toPage }) => `${itemId}:${fromPage}-${toPage}`).join(' ')
  return text(one) === text(other)
}
