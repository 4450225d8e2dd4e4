import { sql } from 'drizzle-orm'
import type { Sha256 } from '../../model/ids.ts'
import { insertRows } from '../bulk.ts'
import type { Db } from '../client.ts'
import { fetches } from '../schema/documents.ts'

/** What is remembered of one answer; the same shape as `RememberedFetch` of src/http. */
export interface FetchRow {
  readonly request: string
  readonly url: string
  readonly finalUrl: string
  readonly status: number
  readonly contentType: string
  readonly etag: string | null
  readonly lastModified: string | null
  readonly sha256: Sha256
  readonly sizeBytes: number
  readonly fetchedAt: Date
  readonly fullAt: Date
}

/** Fulfils `FetchMemory` of src/http for one source. */
export interface StoredFetchMemory {
  find(request: string): Promise<FetchRow | undefined>
  remember(fetch: FetchRow): Promise<void>
  /** Writes what is still held back, which otherwise happens within two seconds. */
  flush(): Promise<void>
}

const fetchesAWrite = 100
const longestWaitMs = 2_000

/**
 * One source's memory of its fetches. Writes are gathered, since losing some in a crash costs
 * only that those addresses are asked in full once more.
 */
export function createFetchMemory(db: Db, sourceId: string): StoredFetchMemory {
  const waiting = new Map<string, FetchRow>()
  let timer: NodeJS.Timeout | undefined

  const flush = async () => {
    clearTimeout(timer)
    timer = undefined
    if (waiting.size === 0) return
    const rows = [...waiting.values()].map((fetch) => ({ ...fetch, sourceId }))
    await db.write((tx) =>
      insertRows(tx, fetches, rows, {
        target: [fetches.sourceId, fetches.request],
        update: [
          fetches.url,
          fetches.finalUrl,
          fetches.status,
          fetches.contentType,
          fetches.etag,
          fetches.lastModified,
          fetches.sha256,
          fetches.sizeBytes,
          fetches.fetchedAt,
          fetches.fullAt,
        ],
      }),
    )
    for (const row of rows) {
      if (waiting.get(row.request)?.fetchedAt === row.fetchedAt) waiting.delete(row.request)
    }
  }

  return {
    async find(request) {
      const held = waiting.get(request)
      if (held) return held
      const [found] = await db.read.values<[string]>(sql`
        SELECT json_array(url, final_url, status, content_type, etag, last_modified, sha256,
          size_bytes, fetched_at, full_at)
        FROM fetches WHERE source_id = ${sourceId} AND request = ${request}`)
      return found && toFetchRow(request, JSON.parse(found[0]) as FetchCells)
    },
    async remember(fetch) {
      waiting.set(fetch.request, fetch)
      if (waiting.size >= fetchesAWrite) await flush()
      timer ??= setTimeout(() => {
        // A database that cannot store them now says so where it matters more.
        flush().catch(() => undefined)
      }, longestWaitMs).unref()
    },
    flush,
  }
}

type FetchCells = readonly [
  ...[url: string, finalUrl: string, status: number, contentType: string],
  ...[etag: string | null, lastModified: string | null, sha256: Sha256],
  ...[sizeBytes: number, fetchedAt: number, fullAt: number],
]

function toFetchRow(request: string, cells: FetchCells): FetchRow {
  return {
    request,
    url: cells[0],
    finalUrl: cells[1],
    status: cells[2],
    contentType: cells[3],
    etag: cells[4],
    lastModified: cells[5],
    sha256: cells[6],
    sizeBytes: cells[7],
    fetchedAt: new Date(cells[8]),
    fullAt: new Date(cells[9]),
  }
}
