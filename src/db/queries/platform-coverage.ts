import type { ReadDb } from '../client.ts'
import type { SourceHealth } from '../schema/sources.ts'

/** How the portals of one platform fare, and how deep they are read. */
export interface PlatformCoverage {
  readonly platform: string
  readonly sources: number
  readonly councils: number
  /** Sources by health; those that are paused or have no adapter are not active. */
  readonly active: number
  readonly health: Readonly<Partial<Record<SourceHealth, number>>>
  /** The newest good read of any of them. */
  readonly lastSuccessAt: Date | null
  /** Items held now. */
  readonly items: number
  /** Meetings since `since` with an agenda, and those of them that are read item by item. */
  readonly meetingsWithAgenda: number
  readonly meetingsWithItems: number
}

export interface CoverageSummary {
  /** From when on meetings are counted. */
  readonly since: Date
  /** The platform with the most sources first. */
  readonly platforms: readonly PlatformCoverage[]
}

/** Days of meetings that say how deep agendas are read now. */
const recentDays = 90

/** Takes as long as counting all items does: keep the answer for a while. */
export async function summariseCoverage(
  db: Pick<ReadDb, 'client'>,
  now: Date,
): Promise<CoverageSummary> {
  const since = new Date(now.getTime() - recentDays * 86_400_000)
  const { rows } = await db.client.execute(
    `SELECT platform, count(*) AS sources, count(DISTINCT jurisdiction_id) AS councils,
      sum(state = 'active') AS active, max(last_success_at) AS success FROM sources
      GROUP BY platform ORDER BY sources DESC, platform`,
  )
  const { rows: healths } = await db.client.execute(
    `SELECT platform, health, count(*) AS sources FROM sources WHERE state = 'active'
      GROUP BY platform, health`,
  )
  const { rows: meetings } = await db.client.execute({
    sql: `SELECT s.platform, sum(m.has_agenda) AS agendas,
      sum(EXISTS (SELECT 1 FROM agenda_items i WHERE i.meeting_id = m.id
        AND i.removed_at IS NULL)) AS withItems
      FROM meetings m JOIN sources s ON s.id = m.source_id WHERE m.sort_at >= ?
      GROUP BY s.platform`,
    args: [since.getTime()],
  })
  const { rows: items } = await db.client.execute(
    `SELECT s.platform, count(*) AS items FROM agenda_items i
      JOIN meetings m ON m.id = i.meeting_id JOIN sources s ON s.id = m.source_id
      WHERE i.removed_at IS NULL GROUP BY s.platform`,
  )
  const meetingsOf = new Map(meetings.map((row) => [String(row.platform), row]))
  const itemsOf = new Map(items.map((row) => [String(row.platform), Number(row.items)]))
  return {
    since,
    platforms: rows.map((row) => {
      const platform = String(row.platform)
      const read = meetingsOf.get(platform)
      return {
        platform,
        sources: Number(row.sources),
        councils: Number(row.councils),
        active: Number(row.active),
        health: Object.fromEntries(
          healths
            .filter((each) => each.platform === row.platform)
            .map((each) => [String(each.health), Number(each.sources)]),
        ),
        lastSuccessAt: row.success === null ? null : new Date(Number(row.success)),
        items: itemsOf.get(platform) ?? 0,
        meetingsWithAgenda: Number(read?.agendas ?? 0),
        meetingsWithItems: Number(read?.withItems ?? 0),
      }
    }),
  }
}
