import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { RecognisedWord } from '../../model/document.ts'
import { insertRows } from '../bulk.ts'
import type { Reader, Tx } from '../client.ts'
import {
  documentPages,
  documents,
  documentVersions,
  pageRecognitions,
} from '../schema/documents.ts'

/** Pages of one document's bytes, which this process alone may recognise until the lease ends. */
export interface RecognitionJob {
  readonly sha256: string
  readonly pages: readonly number[]
  readonly claimToken: string
}

/** A page of which words were recognised. */
export interface PageRecognised {
  readonly page: number
  readonly text: string
  readonly words: readonly RecognisedWord[]
  /** From 0 to 1; `null` for a page on which no word was found. */
  readonly confidence: number | null
}

/** A version of a document that holds recognised pages. */
export interface RecognisedVersion {
  readonly id: number
  readonly documentId: number
  readonly sourceId: string
}

/** Asks for the recognition of pages; asking twice is asking once. */
export async function queueRecognitions(
  tx: Tx,
  sha256: string,
  pages: readonly number[],
  now: Date,
): Promise<void> {
  await tx.run(sql`INSERT INTO page_recognitions (sha256, page, due_at)
    SELECT ${sha256}, value, ${now.getTime()} FROM json_each(${JSON.stringify(pages)})
    WHERE true ON CONFLICT DO NOTHING`)
}

/** Text that is still to be read goes before pictures, for so long. */
const longestWaitMs = 10 * 60_000

/**
 * Takes some pages of the document that has waited longest, or nothing while documents wait to be
 * read: what can be read at once must not wait for pictures. Pictures that have waited ten minutes
 * for that are taken all the same.
 */
export async function claimRecognition(
  tx: Tx,
  { now, token, leaseMs }: { readonly now: Date; readonly token: string; readonly leaseMs: number },
  most: number,
): Promise<RecognitionJob | undefined> {
  const at = now.getTime()
  const rows = await tx.values<[string, number]>(sql`
    WITH free AS (
      SELECT sha256, page, due_at, attempts FROM page_recognitions
      WHERE due_at <= ${at} AND (claim_token IS NULL OR claimed_until <= ${at})),
    first AS (
      SELECT sha256 FROM free
      WHERE due_at <= ${at - longestWaitMs} OR NOT EXISTS (SELECT 1 FROM jobs
        WHERE kind = 'documents' AND (due_at <= ${at} OR claimed_until > ${at}))
      ORDER BY attempts, due_at, sha256 LIMIT 1)
    UPDATE page_recognitions
    SET claim_token = ${token}, claimed_until = ${at + leaseMs}
    WHERE (sha256, page) IN (
      SELECT sha256, page FROM free WHERE sha256 = (SELECT sha256 FROM first)
      ORDER BY attempts, page LIMIT ${most})
    RETURNING sha256, page`)
  const [first] = rows
  if (!first) return undefined
  const pages = rows.map((row) => row[1]).toSorted((a, b) => a - b)
  return { sha256: first[0], pages, claimToken: token }
}

const held = ({ sha256, pages, claimToken }: RecognitionJob) =>
  and(
    eq(pageRecognitions.sha256, sha256),
    inArray(pageRecognitions.page, [...pages]),
    eq(pageRecognitions.claimToken, claimToken),
  )

/** Frees what a process held that has ended; a stale token changes nothing. */
export async function releaseRecognition(tx: Tx, job: RecognitionJob): Promise<void> {
  await tx.update(pageRecognitions).set({ claimToken: null, claimedUntil: null }).where(held(job))
}

/** Notes that pages could not be recognised; tried again at `againAt`, never when that is `null`. */
export async function failRecognition(
  tx: Tx,
  job: RecognitionJob,
  { code, againAt }: { readonly code: string; readonly againAt: Date | null },
): Promise<void> {
  await tx
    .update(pageRecognitions)
    .set({
      claimToken: null,
      claimedUntil: null,
      attempts: sql`${pageRecognitions.attempts} + 1`,
      dueAt: againAt,
      errorCode: code,
    })
    .where(held(job))
}

/** How often these pages have been tried. */
export async function countAttempts(db: Reader, job: RecognitionJob): Promise<number> {
  const [row] = await db
    .select({ attempts: sql<number>`max(${pageRecognitions.attempts})` })
    .from(pageRecognitions)
    .where(held(job))
  return row?.attempts ?? 0
}

/** Versions of documents that consist of these bytes and have been read. */
async function listVersions(db: Reader, sha256: string): Promise<RecognisedVersion[]> {
  return await db
    .select({
      id: documentVersions.id,
      documentId: documentVersions.documentId,
      sourceId: documents.sourceId,
    })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(and(eq(documentVersions.sha256, sha256), isNotNull(documentVersions.pages)))
}

/**
 * Stores recognised pages as text of every document of these bytes.
 *
 * @returns the versions that hold them; `undefined` when the claim was lost and nothing was stored.
 */
export async function storeRecognised(
  tx: Tx,
  job: RecognitionJob,
  pages: readonly PageRecognised[],
  { engine, at }: { readonly engine: string; readonly at: Date },
): Promise<readonly RecognisedVersion[] | undefined> {
  for (const { page, words, confidence } of pages) {
    const stored = await tx
      .update(pageRecognitions)
      .set({
        claimToken: null,
        claimedUntil: null,
        dueAt: null,
        errorCode: null,
        engine,
        words,
        confidence,
        recognisedAt: at,
      })
      .where(held({ ...job, pages: [page] }))
      .returning({ page: pageRecognitions.page })
    if (stored.length === 0) return undefined
  }
  const versions = await listVersions(tx, job.sha256)
  const numbers = pages.map(({ page }) => page)
  const texts = pages.filter(({ text }) => text !== '')
  for (const { id } of versions) {
    await tx
      .delete(documentPages)
      .where(and(eq(documentPages.documentVersionId, id), inArray(documentPages.page, numbers)))
    await insertRows(
      tx,
      documentPages,
      texts.map(({ page, text }) => ({ documentVersionId: id, page, text, isOcr: true })),
    )
  }
  return versions
}

/** Pages of these bytes that still wait or were given up, in order. */
export async function listUnrecognised(db: Reader, sha256: string): Promise<number[]> {
  const rows = await db.values<[number]>(sql`SELECT page FROM page_recognitions
    WHERE sha256 = ${sha256} AND engine IS NULL ORDER BY page`)
  return rows.map((row) => row[0])
}

/** Says of every version of these bytes what of it is not read. */
export async function noteUnrecognised(
  tx: Tx,
  sha256: string,
  complaint: { readonly errorCode: string | null; readonly errorMessage: string | null },
): Promise<void> {
  await tx
    .update(documentVersions)
    .set(complaint)
    .where(
      and(
        eq(documentVersions.sha256, sha256),
        eq(documentVersions.errorCode, 'document_needs_ocr'),
      ),
    )
}

/** Frees what processes held that are dead: called once at start, with the data folder locked. */
export async function recoverRecognitions(tx: Tx): Promise<void> {
  await tx
    .update(pageRecognitions)
    .set({ claimToken: null, claimedUntil: null })
    .where(isNotNull(pageRecognitions.claimToken))
}
