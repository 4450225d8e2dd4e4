import { type SQL, sql } from 'drizzle-orm'
import type { ScrapedDocument } from '../../model/document.ts'
import { insertRows } from '../bulk.ts'
import type { Tx } from '../client.ts'
import { documents } from '../schema/documents.ts'

/** A file and the one thing it hangs on. */
export type DocumentLink = { readonly document: ScrapedDocument; readonly position: number } & (
  | { readonly meetingId: number }
  | { readonly agendaItemId: number }
  | { readonly matterId: number }
)

/** Everything whose links are told anew: what is not among the links given hangs there no more. */
export interface LinkOwners {
  readonly meetingId: number
  readonly agendaItemIds: readonly number[]
  readonly matterIds: readonly number[]
}

const list = (ids: readonly number[]): SQL =>
  sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/**
 * Makes the files of these owners be exactly the given ones. A link that is not among them is kept
 * and marked as gone since this read; `settleGoneDocuments` tells of the documents themselves.
 */
export async function replaceDocumentLinks(
  tx: Tx,
  sourceId: string,
  owners: LinkOwners,
  links: readonly DocumentLink[],
  seenAt: Date,
): Promise<void> {
  const owned = sql`(meeting_id = ${owners.meetingId}
    OR agenda_item_id IN ${list(owners.agendaItemIds)}
    OR matter_id IN ${list(owners.matterIds)})`
  const before = await tx.values<(number | null)[]>(
    sql`SELECT document_id, meeting_id, agenda_item_id, matter_id, position,
      coalesce(gone_since, ${seenAt.getTime()}) FROM document_links WHERE ${owned}`,
  )
  // Rows of the driver have their columns' names too, which JSON would write instead.
  const held = before.map((row) => [0, 1, 2, 3, 4, 5].map((at) => row[at]))
  await tx.run(sql`DELETE FROM document_links WHERE ${owned}`)

  const unique = new Map(links.map(({ document }) => [document.url, document]))
  await insertRows(
    tx,
    documents,
    [...unique.values()].map((document) => ({
      ...document,
      sourceId,
      firstSeenAt: seenAt,
      lastSeenAt: seenAt,
      goneSince: null,
    })),
    {
      target: [documents.sourceId, documents.url],
      update: [documents.kind, documents.title, documents.lastSeenAt],
    },
  )
  const rows = links.map((link) => [
    link.document.url,
    'meetingId' in link ? link.meetingId : null,
    'agendaItemId' in link ? link.agendaItemId : null,
    'matterId' in link ? link.matterId : null,
    link.position,
  ])
  // CROSS JOIN: left to itself the planner walks all documents of the source for every link.
  await tx.run(sql`INSERT INTO document_links
      (document_id, meeting_id, agenda_item_id, matter_id, position)
    SELECT d.id, j.value->>1, j.value->>2, j.value->>3, j.value->>4
    FROM json_each(${JSON.stringify(rows)}) AS j
    CROSS JOIN documents AS d ON d.source_id = ${sourceId} AND d.url = j.value->>0`)
  await tx.run(sql`INSERT INTO document_links
      (document_id, meeting_id, agenda_item_id, matter_id, position, gone_since)
    SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, min(j.value->>5)
    FROM json_each(${JSON.stringify(held)}) AS j
    WHERE NOT EXISTS (SELECT 1 FROM document_links AS l WHERE l.document_id = j.value->>0
      AND l.meeting_id IS j.value->>1 AND l.agenda_item_id IS j.value->>2
      AND l.matter_id IS j.value->>3)
    GROUP BY j.value->>0, j.value->>1, j.value->>2, j.value->>3`)
  // Linked again is there again, unless its address itself has said that it is not.
  await tx.run(sql`UPDATE documents SET gone_since = NULL
    WHERE gone_since IS NOT NULL AND error_code IS NULL AND source_id = ${sourceId}
      AND url IN (SELECT value FROM json_each(${JSON.stringify([...unique.keys()])}))`)
}

/**
 * Marks the documents of a source that nothing links to any more as gone since the last link went;
 * after a run that was believed. True when there were such.
 */
export async function settleGoneDocuments(tx: Tx, sourceId: string): Promise<boolean> {
  const gone = await tx.values<[number]>(sql`UPDATE documents
    SET gone_since = (SELECT max(l.gone_since) FROM document_links l
      WHERE l.document_id = documents.id)
    WHERE source_id = ${sourceId} AND gone_since IS NULL
      AND id IN (SELECT document_id FROM document_links WHERE gone_since IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM document_links l
        WHERE l.document_id = documents.id AND l.gone_since IS NULL)
    RETURNING id`)
  return gone.length > 0
}
