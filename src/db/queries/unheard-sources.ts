import { sql } from 'drizzle-orm'
import type { Reader } from '../client.ts'

/** An active source whose last run failed or was not believed, or whose next one is long overdue. */
export interface UnheardRow {
  readonly id: string
  readonly heardAt: Date
  /** Its meetings around that moment, from which its interval follows. */
  readonly nextAt: Date | null
  readonly lastAt: Date | null
  readonly isAcknowledged: boolean
}

const overdueMs = 15 * 60_000

export async function listUnheardSources(db: Reader, now: Date): Promise<UnheardRow[]> {
  const rows = await db.values<[string, number, number | null, number | null, number]>(sql`
    WITH unheard AS (
      SELECT id, coalesce(last_success_at, added_at) AS heard_at FROM sources
      WHERE state = 'active' AND (failures > 0 OR next_run_at <= ${now.getTime() - overdueMs}))
    SELECT id, heard_at,
      (SELECT min(sort_at) FROM meetings WHERE source_id = u.id AND sort_at >= heard_at),
      (SELECT max(sort_at) FROM meetings WHERE source_id = u.id AND sort_at < heard_at),
      coalesce((SELECT acknowledged_at IS NOT NULL FROM source_health_events
        WHERE source_id = u.id ORDER BY at DESC, id DESC LIMIT 1), 0)
    FROM unheard u ORDER BY id`)
  const instantOf = (at: number | null) => (at === null ? null : new Date(at))
  return rows.map((row) => ({
    id: row[0],
    heardAt: new Date(row[1]),
    nextAt: instantOf(row[2]),
    lastAt: instantOf(row[3]),
    isAcknowledged: row[4] === 1,
  }))
}

/** Those of these sources that were read with success after the moment beside each. */
export async function listHeardSources(
  db: Reader,
  since: readonly (readonly [id: string, sinceMs: number])[],
): Promise<Set<string>> {
  if (since.length === 0) return new Set()
  const rows = await db.values<[string]>(sql`
    SELECT s.id FROM sources s JOIN json_each(${JSON.stringify(since)}) w
      ON s.id = json_extract(w.value, '$[0]')
    WHERE s.last_success_at > json_extract(w.value, '$[1]')`)
  return new Set(rows.map((row) => row[0]))
}
