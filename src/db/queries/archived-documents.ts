import { desc, eq } from 'drizzle-orm'
import type { Reader } from '../client.ts'
import { documents, documentVersions } from '../schema/index.ts'

/** What is known of archived bytes by their hash. */
export interface ArchivedDocument {
  readonly sha256: string
  readonly mediaType: string
  readonly title: string
  readonly url: string
}

/** The newest document whose bytes have this hash. */
export async function findArchivedDocument(
  db: Reader,
  sha256: string,
): Promise<ArchivedDocument | undefined> {
  const [row] = await db
    .select({
      sha256: documentVersions.sha256,
      mediaType: documentVersions.mediaType,
      title: documents.title,
      url: documents.url,
    })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(eq(documentVersions.sha256, sha256))
    .orderBy(desc(documentVersions.id))
    .limit(1)
  return row
}
