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
 * Makes the files of these owners be exactly the given ones. An address that nothing links to any
 * more is kept and marked as gone from the portal.
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
  const before = await tx.values<[number]>(
    sql`SELECT DISTINCT document_id FROM document_links WHERE ${owned}`,
  )
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
      update: [documents.kind, documents.title, documents.lastSeenAt, documents.goneSince],
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
  await tx.run(sql`UPDATE documents SET gone_since = ${seenAt.getTime()}
    WHERE id IN ${list(before.map((row) => row[0]))} AND gone_since IS NULL
      AND NOT EXISTS (SELECT 1 FROM document_links AS l WHERE l.document_id = documents.id)`)
}
