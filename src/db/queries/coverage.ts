import type { ReadDb } from '../client.ts'
import type { SourceHealth } from '../schema/sources.ts'
import { nextTurn } from '../turns.ts'

/** What a source's newest run has come to so far. */
export interface RunProgress {
  readonly startedAt: Date
  readonly finishedAt: Date | null
  readonly outcome: 'running' | 'ok' | 'suspect' | 'failed' | 'interrupted'
  readonly meetingsSeen: number
  readonly documentsSeen: number
  readonly documentsRead: number
  readonly itemsSeen: number
  readonly findings: number
}

/** One source and how it fares. */
export interface CoverageRow {
  readonly sourceId: string
  readonly placeSlug: string
  readonly placeName: string
  readonly state: string
  readonly platform: string
  readonly portalUrl: string
  readonly sourceState: 'active' | 'paused' | 'unreadable'
  readonly needsChecking: boolean
  readonly addedAt: Date
  readonly nextRunAt: Date | null
  readonly lastRunAt: Date | null
  readonly lastSuccessAt: Date | null
  readonly failures: number
  readonly health: SourceHealth
  readonly healthSince: Date
  readonly healthCode: string | null
  readonly healthMessage: string | null
  readonly healthCure: string | null
  /** When an operator said that they know of the present trouble, and their words. */
  readonly acknowledgedAt: Date | null
  readonly acknowledgedNote: string | null
  readonly permissionBy: string | null
  readonly permissionOn: string | null
  readonly permissionNote: string | null
  /** IANA, of the place; `null` until somebody says. */
  readonly timeZone: string | null
  /** Names of the bodies it has listed, in alphabetical order. */
  readonly bodies: readonly string[]
  readonly run: RunProgress | null
  /** Documents that its newest run listed are being read, or about to be. */
  readonly isReadingDocuments: boolean
}

type Cell = string | number | null

/** Sources that one statement lists: a few milliseconds of the thread that pages are made on. */
const sourcesATurn = 200

/** Every source in order of state and place, or those of one place. */
export async function listCoverage(
  db: Pick<ReadDb, 'client'>,
  placeSlug?: string,
): Promise<CoverageRow[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT s.id FROM sources s JOIN jurisdictions j ON j.id = s.jurisdiction_id
      ${placeSlug === undefined ? '' : 'WHERE j.slug = ?'} ORDER BY j.state, j.name, s.id`,
    args: placeSlug === undefined ? [] : [placeSlug],
  })
  const ids = rows.map((row) => String(row[0]))
  const listed: CoverageRow[] = []
  for (let at = 0; at < ids.length; at += sourcesATurn) {
    if (at > 0) await nextTurn()
    listed.push(...(await listSome(db, ids.slice(at, at + sourcesATurn))))
  }
  return listed
}

/**
 * These sources, in this order. The rows come as one JSON text: a thousand sources are 10 ms of CPU
 * so, and 60 as rows of the driver.
 */
async function listSome(
  db: Pick<ReadDb, 'client'>,
  ids: readonly string[],
): Promise<CoverageRow[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT '[' || coalesce(group_concat(r), '') || ']' FROM (
      SELECT json_array(s.id, j.slug, j.name, j.state, s.platform, s.portal_url, s.state,
        s.needs_checking, s.added_at, s.next_run_at, s.last_run_at, s.last_success_at, s.failures,
        s.health, s.health_since, s.health_code, s.health_message, s.health_cure, s.permission_by,
        s.permission_on, s.permission_note, j.time_zone,
        json((SELECT json_group_array(name) FROM
          (SELECT name FROM bodies WHERE source_id = s.id ORDER BY name))),
        json((SELECT json_array(started_at, finished_at, outcome, meetings_seen, documents_seen,
            documents_read, items_seen, findings)
          FROM runs WHERE source_id = s.id ORDER BY started_at DESC, id DESC LIMIT 1)),
        EXISTS (SELECT 1 FROM jobs WHERE kind = 'documents' AND key = s.id
          AND (claim_token IS NOT NULL OR attempts = 0)),
        json((SELECT json_array(acknowledged_at, acknowledged_note) FROM source_health_events
          WHERE source_id = s.id ORDER BY at DESC, id DESC LIMIT 1))) AS r
      FROM json_each(?) wanted
      CROSS JOIN sources s ON s.id = wanted.value
      JOIN jurisdictions j ON j.id = s.jurisdiction_id
      ORDER BY wanted.key)`,
    args: [JSON.stringify(ids)],
  })
  return (JSON.parse(String(rows[0]?.[0])) as (readonly unknown[])[]).map(toCoverage)
}

const instantOf = (cell: Cell | undefined) => (cell == null ? null : new Date(Number(cell)))

function toCoverage(row: readonly unknown[]): CoverageRow {
  const instant = (at: number) => instantOf(row[at] as Cell)
  const run = row[23] as readonly Cell[] | null
  const acknowledged = row[25] as readonly Cell[] | null
  const text = (at: number) => String(row[at] ?? '')
  const maybe = (at: number) => (row[at] == null ? null : String(row[at]))
  return {
    sourceId: text(0),
    placeSlug: text(1),
    placeName: text(2),
    state: text(3),
    platform: text(4),
    portalUrl: text(5),
    sourceState: text(6) as CoverageRow['sourceState'],
    needsChecking: row[7] === 1,
    addedAt: new Date(Number(row[8])),
    nextRunAt: instant(9),
    lastRunAt: instant(10),
    lastSuccessAt: instant(11),
    failures: Number(row[12]),
    health: text(13) as SourceHealth,
    healthSince: new Date(Number(row[14])),
    healthCode: maybe(15),
    healthMessage: maybe(16),
    healthCure: maybe(17),
    permissionBy: maybe(18),
    permissionOn: maybe(19),
    permissionNote: maybe(20),
    timeZone: maybe(21),
    bodies: row[22] as readonly string[],
    run: run && toProgress(run),
    isReadingDocuments: row[24] === 1,
    acknowledgedAt: instantOf(acknowledged?.[0]),
    acknowledgedNote: acknowledged?.[1] == null ? null : String(acknowledged[1]),
  }
}

function toProgress(row: readonly Cell[]): RunProgress {
  return {
    startedAt: new Date(Number(row[0])),
    finishedAt: instantOf(row[1]),
    outcome: String(row[2]) as RunProgress['outcome'],
    meetingsSeen: Number(row[3]),
    documentsSeen: Number(row[4]),
    documentsRead: Number(row[5]),
    itemsSeen: Number(row[6]),
    findings: Number(row[7]),
  }
}
