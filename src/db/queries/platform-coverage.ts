import type { ReadDb } from '../client.ts'
import type { SourceHealth } from '../schema/sources.ts'
import { nextTurn } from '../turns.ts'

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

/** Sources whose meetings and items one statement counts: a few milliseconds of the thread. */
const sourcesATurn = 20

/** What the meetings and items of some sources come to. */
interface Depth {
  items: number
  agendas: number
  agendasWithItems: number
}

/** By platform; counted source by source, so that pages are answered between the statements. */
async function countDepth(
  db: Pick<ReadDb, 'client'>,
  sources: readonly { readonly id: string; readonly platform: string }[],
  since: Date,
): Promise<Map<string, Depth>> {
  const depths = new Map<string, Depth>()
  const platformOf = new Map(sources.map(({ id, platform }) => [id, platform]))
  for (let at = 0; at < sources.length; at += sourcesATurn) {
    const ids = sources.slice(at, at + sourcesATurn).map(({ id }) => id)
    const { rows } = await db.client.execute({
      sql: `SELECT source_id, sum(items) AS items, sum(is_recent AND has_agenda) AS agendas,
          sum(is_recent AND has_agenda AND items > 0) AS withItems
        FROM (SELECT m.source_id, m.has_agenda, m.sort_at >= ? AS is_recent,
            (SELECT count(*) FROM agenda_items i WHERE i.meeting_id = m.id
              AND i.removed_at IS NULL) AS items
          FROM meetings m WHERE m.source_id IN (SELECT value FROM json_each(?)))
        GROUP BY source_id`,
      args: [since.getTime(), JSON.stringify(ids)],
    })
    for (const row of rows) {
      const platform = platformOf.get(String(row.source_id)) ?? ''
      const depth = depths.get(platform) ?? { items: 0, agendas: 0, agendasWithItems: 0 }
      depth.items += Number(row.items)
      depth.agendas += Number(row.agendas)
      depth.agendasWithItems += Number(row.withItems)
      depths.set(platform, depth)
    }
    await nextTurn()
  }
  return depths
}

/** Takes as long as counting all items does, in turns with others: keep the answer for a while. */
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
  const { rows: sources } = await db.client.execute('SELECT id, platform FROM sources ORDER BY id')
  const depths = await countDepth(
    db,
    sources.map(({ id, platform }) => ({ id: String(id), platform: String(platform) })),
    since,
  )
  return {
    since,
    platforms: rows.map((row) => {
      const platform = String(row.platform)
      const depth = depths.get(platform)
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
        items: depth?.items ?? 0,
        meetingsWithAgenda: depth?.agendas ?? 0,
        meetingsWithItems: depth?.agendasWithItems ?? 0,
      }
    }),
  }
}
