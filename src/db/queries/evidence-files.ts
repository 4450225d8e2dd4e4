import type { ReadDb } from '../client.ts'

/** Archived bytes that belong to an agenda item, and what was known when they came. */
export interface EvidenceFile {
  readonly sha256: string
  /** `document`: published with the item, its matter or its meeting; `page`: what the portal showed. */
  readonly role: 'document' | 'page'
  readonly kind: string
  readonly title: string
  readonly url: string
  readonly mediaType: string
  readonly sizeBytes: number
  /** What the portal said with the bytes when they first came; `null` where that was not kept. */
  readonly headers: Readonly<Record<string, string>> | null
  /** Number of the version at this address, from 1; `null` for a page. */
  readonly version: number | null
  readonly firstSeenAt: Date
  readonly lastSeenAt: Date
  /** The portal serves it no more since then. */
  readonly goneSince: Date | null
}

/** The item as the pack's manifest tells it. */
export interface PackItem {
  readonly id: number
  readonly number: string | null
  readonly title: string
  readonly fileNumber: string | null
  readonly meetingId: number
  readonly body: string
  readonly date: string
  readonly time: string | null
  readonly timeZone: string | null
  readonly status: string
  readonly meetingUrl: string
  readonly itemUrl: string | null
  readonly sourceId: string
  readonly placeName: string
  readonly state: string
  readonly firstSeenAt: Date
}

const instant = (cell: unknown) =>
  cell === null || cell === undefined ? null : new Date(Number(cell))
const words = (cell: unknown) => (cell === null || cell === undefined ? null : String(cell))

export async function findPackItem(
  db: Pick<ReadDb, 'client'>,
  agendaItemId: number,
): Promise<PackItem | undefined> {
  const { rows } = await db.client.execute({
    sql: `SELECT i.id, i.number, i.title, i.file_number, i.meeting_id, b.name AS body, m.date, m.time,
      m.time_zone, m.status, m.source_url AS meeting_url, i.source_url AS item_url, m.source_id,
      j.name AS place, j.state, i.first_seen_at
      FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id JOIN bodies b ON b.id = m.body_id
      JOIN jurisdictions j ON j.id = b.jurisdiction_id WHERE i.id = ?`,
    args: [agendaItemId],
  })
  const [row] = rows
  if (!row) return undefined
  return {
    id: Number(row.id),
    number: words(row.number),
    title: String(row.title),
    fileNumber: words(row.file_number),
    meetingId: Number(row.meeting_id),
    body: String(row.body),
    date: String(row.date),
    time: words(row.time),
    timeZone: words(row.time_zone),
    status: String(row.status),
    meetingUrl: String(row.meeting_url),
    itemUrl: words(row.item_url),
    sourceId: String(row.source_id),
    placeName: String(row.place),
    state: String(row.state),
    firstSeenAt: new Date(Number(row.first_seen_at)),
  }
}

/**
 * Every version of every document of the item, its matter and its meeting, then the pages of the
 * portal that show the item and the meeting. The same bytes at the same address stand once.
 */
export async function listEvidenceFiles(
  db: Pick<ReadDb, 'client'>,
  item: PackItem,
): Promise<EvidenceFile[]> {
  const { rows: held } = await db.client.execute({
    sql: `SELECT DISTINCT v.sha256, d.kind, d.title, d.url, v.media_type, v.size_bytes, v.headers, v.number,
        v.first_seen_at, v.last_seen_at, d.gone_since
      FROM document_links l JOIN documents d ON d.id = l.document_id
      JOIN document_versions v ON v.document_id = d.id
      WHERE l.agenda_item_id = ?1 OR l.meeting_id = ?2
        OR l.matter_id = (SELECT matter_id FROM agenda_items WHERE id = ?1)
      ORDER BY l.agenda_item_id IS NULL, l.matter_id IS NULL, d.id, v.number`,
    args: [item.id, item.meetingId],
  })
  const pages = [...new Set([item.itemUrl, item.meetingUrl])].filter((url) => url !== null)
  const { rows: captured } = await db.client.execute({
    sql: `SELECT sha256, url, content_type, size_bytes, fetched_at, full_at FROM fetches
      WHERE source_id = ? AND request IN (SELECT 'GET ' || value FROM json_each(?))`,
    args: [item.sourceId, JSON.stringify(pages)],
  })
  return [
    ...held.map((row) => ({
      sha256: String(row.sha256),
      role: 'document' as const,
      kind: String(row.kind),
      title: String(row.title),
      url: String(row.url),
      mediaType: String(row.media_type),
      sizeBytes: Number(row.size_bytes),
      headers:
        row.headers === null
          ? null
          : (JSON.parse(String(row.headers)) as Readonly<Record<string, string>>),
      version: Number(row.number),
      firstSeenAt: new Date(Number(row.first_seen_at)),
      lastSeenAt: new Date(Number(row.last_seen_at)),
      goneSince: instant(row.gone_since),
    })),
    ...captured.map((row) => ({
      sha256: String(row.sha256),
      role: 'page' as const,
      kind: 'page',
      title: row.url === item.itemUrl ? 'Page of the item' : 'Page of the meeting',
      url: String(row.url),
      mediaType: String(row.content_type),
      sizeBytes: Number(row.size_bytes),
      headers: null,
      version: null,
      firstSeenAt: new Date(Number(row.full_at)),
      lastSeenAt: new Date(Number(row.fetched_at)),
      goneSince: null,
    })),
  ]
}

/** Every hash that the database says is archived. */
export async function listArchivedHashes(db: Pick<ReadDb, 'client'>): Promise<Set<string>> {
  const { rows } = await db.client.execute(
    'SELECT sha256 FROM document_versions UNION SELECT sha256 FROM fetches',
  )
  return new Set(rows.map((row) => String(row.sha256)))
}
