import { and, asc, desc, eq, isNotNull, or, sql } from 'drizzle-orm'
import type { DocumentContents } from '../../model/packet.ts'
import { insertRows } from '../bulk.ts'
import type { Reader, Tx } from '../client.ts'
import { documentPages, documents, documentVersions } from '../schema/documents.ts'
import { jobs } from '../schema/jobs.ts'

export type DocumentVersion = typeof documentVersions.$inferSelect

/** The bytes that the document's address gave last. */
export async function findNewestVersion(
  db: Reader,
  documentId: number,
): Promise<DocumentVersion | undefined> {
  const [row] = await db
    .select()
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(desc(documentVersions.number))
    .limit(1)
  return row
}

/**
 * What came of reading the same bytes before, at whatever address: their text, or that `reader`
 * could not read them.
 */
export async function findReading(
  db: Reader,
  sha256: string,
  reader: string,
): Promise<DocumentVersion | undefined> {
  const [row] = await db
    .select()
    .from(documentVersions)
    .where(
      and(
        eq(documentVersions.sha256, sha256),
        isNotNull(documentVersions.readAt),
        or(isNotNull(documentVersions.pages), eq(documentVersions.reader, reader)),
      ),
    )
    .orderBy(sql`${documentVersions.pages} IS NULL`, desc(documentVersions.id))
    .limit(1)
  return row
}

/** A document whose newest bytes could not be read by the program that tried. */
export interface UnreadDocument {
  readonly sourceId: string
  readonly document: { readonly id: number; readonly isOfItem: boolean }
  readonly version: DocumentVersion
}

/** Documents that another program than `reader` could not read, whenever their meetings are. */
export async function listUnreadBy(
  db: Reader,
  reader: string,
  { afterId, limit }: { readonly afterId: number; readonly limit: number },
): Promise<UnreadDocument[]> {
  const rows = await db
    .select({
      version: documentVersions,
      sourceId: documents.sourceId,
      isOfItem: sql<number>`EXISTS (SELECT 1 FROM document_links l WHERE l.document_id = ${documents.id}
        AND l.gone_since IS NULL AND (l.agenda_item_id IS NOT NULL OR l.matter_id IS NOT NULL))`,
    })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(
      sql`${documentVersions.pages} IS NULL AND ${documentVersions.readAt} IS NOT NULL
        AND ${documentVersions.reader} <> ${reader} AND ${documents.id} > ${afterId}
        AND ${documentVersions.number} = (SELECT max(number) FROM document_versions n
          WHERE n.document_id = ${documents.id})`,
    )
    .orderBy(asc(documents.id))
    .limit(limit)
  return rows.map(({ version, sourceId, isOfItem }) => ({
    sourceId,
    document: { id: version.documentId, isOfItem: isOfItem === 1 },
    version,
  }))
}

/** What was made of the bytes of one address. */
export interface VersionToStore {
  readonly documentId: number
  readonly sha256: string
  readonly mediaType: string
  readonly sizeBytes: number
  /** What the portal said with them. */
  readonly headers: Readonly<Record<string, string>> | null
  readonly seenAt: Date
  /** Name and version of what read it, or tried to. */
  readonly reader: string
  /** `null`: it could not be read. */
  readonly pages: number | null
  readonly errorCode: string | null
  readonly errorMessage: string | null
  readonly contents: DocumentContents | null
  /** Pages that hold text, or the version whose pages are the same. */
  readonly texts: readonly StoredPage[] | number
}

/** A page that holds text. */
export interface StoredPage {
  readonly page: number
  readonly text: string
  /** Recognised from a picture. */
  readonly isOcr: boolean
}

/**
 * Stores what was read: as a new version, or in the newest one where the bytes are the same and
 * had not been read. Gives its id.
 */
export async function storeVersion(
  tx: Tx,
  { texts, documentId, seenAt, headers, ...rest }: VersionToStore,
): Promise<number> {
  const before = await findNewestVersion(tx, documentId)
  const row = { ...rest, lastSeenAt: seenAt, readAt: seenAt }
  const [stored] =
    before?.sha256 === rest.sha256
      ? await tx
          .update(documentVersions)
          .set(row)
          .where(eq(documentVersions.id, before.id))
          .returning({ id: documentVersions.id })
      : await tx
          .insert(documentVersions)
          .values({
            ...row,
            documentId,
            headers,
            number: (before?.number ?? 0) + 1,
            firstSeenAt: seenAt,
          })
          .returning({ id: documentVersions.id })
  if (!stored) throw new Error('The database gave no id for a version of a document')
  await tx.delete(documentPages).where(eq(documentPages.documentVersionId, stored.id))
  if (typeof texts === 'number') {
    await tx.run(sql`INSERT INTO document_pages (document_version_id, page, text, is_ocr)
      SELECT ${stored.id}, page, text, is_ocr FROM document_pages WHERE document_version_id = ${texts}`)
  } else {
    await insertRows(
      tx,
      documentPages,
      texts.map((page) => ({ ...page, documentVersionId: stored.id })),
    )
  }
  return stored.id
}

/** Notes that the address still gives the same bytes. */
export async function touchVersion(tx: Tx, id: number, seenAt: Date): Promise<void> {
  await tx.update(documentVersions).set({ lastSeenAt: seenAt }).where(eq(documentVersions.id, id))
}

/** The pages of a version that hold text, in order. */
export async function listPages(db: Reader, versionId: number): Promise<StoredPage[]> {
  return await db
    .select({
      page: documentPages.page,
      text: documentPages.text,
      isOcr: documentPages.isOcr,
    })
    .from(documentPages)
    .where(eq(documentPages.documentVersionId, versionId))
    .orderBy(asc(documentPages.page))
}

const retryKind = 'document'
const ofDocument = (id: number) => and(eq(jobs.kind, retryKind), eq(jobs.key, String(id)))

/** Since when the address says that nothing is there, of a failure that was recorded before. */
function missingSinceOf(payload: unknown): number | null {
  const since =
    typeof payload === 'object' && payload !== null && 'missingSince' in payload
      ? payload.missingSince
      : null
  return typeof since === 'number' ? since : null
}

/** Says why an address gave nothing, and when it is asked again. What is held of it stays. */
export async function recordDocumentFailure(
  tx: Tx,
  documentId: number,
  failure: {
    readonly code: string
    readonly message: string
    readonly againAt: Date
    /** The address said that nothing is there. */
    readonly isMissing: boolean
  },
  now: Date,
): Promise<void> {
  const { code, message, againAt, isMissing } = failure
  const [held] = await tx.select({ payload: jobs.payload }).from(jobs).where(ofDocument(documentId))
  const missingSince = isMissing ? (missingSinceOf(held?.payload) ?? now.getTime()) : null
  await tx
    .update(documents)
    .set({
      errorCode: code,
      errorMessage: message,
      // One answer may be a mishap of the portal's; the second in a row is its word.
      ...(missingSince !== null &&
        missingSince < now.getTime() && { goneSince: new Date(missingSince) }),
    })
    .where(eq(documents.id, documentId))
  await tx
    .insert(jobs)
    .values({
      kind: retryKind,
      key: String(documentId),
      payload: { missingSince },
      dueAt: againAt,
      attempts: 1,
      lastError: code,
    })
    .onConflictDoUpdate({
      target: [jobs.kind, jobs.key],
      set: {
        dueAt: againAt,
        lastError: code,
        attempts: sql`${jobs.attempts} + 1`,
        payload: { missingSince },
      },
    })
}

/** Forgets earlier failures of an address that answered; false when there were none. */
export async function clearDocumentFailure(tx: Tx, documentId: number): Promise<boolean> {
  const cleared = await tx
    .update(documents)
    .set({ errorCode: null, errorMessage: null, goneSince: null })
    .where(and(eq(documents.id, documentId), isNotNull(documents.errorCode)))
    .returning({ id: documents.id })
  await tx.delete(jobs).where(ofDocument(documentId))
  return cleared.length > 0
}

/** Shows in the source's newest run how far its documents are. */
export async function recordDocumentProgress(
  tx: Tx,
  sourceId: string,
  { read, findings }: { readonly read: number; readonly findings: number },
): Promise<void> {
  await tx.run(sql`UPDATE runs
    SET documents_read = documents_read + ${read}, findings = max(0, findings + ${findings})
    WHERE id = (SELECT id FROM runs WHERE source_id = ${sourceId}
      ORDER BY started_at DESC, id DESC LIMIT 1)`)
}
