import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import { openReadDb } from '../../src/db/client.ts'
import { type DemoCouncil, type DemoPortals, startDemoPortals } from '../../src/demo/portal.ts'
import { type ServerProcess, until } from './server.ts'

/** Replica portals of this process, which change only when told. */
export async function startPortals(): Promise<DemoPortals> {
  const portals = await startDemoPortals({ now: () => new Date() })
  portals.hold()
  onTestFinished(() => portals.close())
  return portals
}

export function councilOf(portals: DemoPortals, client: string): DemoCouncil {
  const council = portals.councils.find((known) => known.client === client)
  if (!council) throw new Error(`no council ${client}`)
  return council
}

/**
 * An address of the replica that is recognised by its shape alone, as any InSite installation on
 * a host of its own is.
 */
export const addressOf = ({ portalUrl }: DemoCouncil) =>
  new URL('/MeetingDetail.aspx?LEGID=1&GUID=A', portalUrl).href

/** Watches a council under its own name; gives the id of the source. */
export async function addCouncil(server: ServerProcess, council: DemoCouncil): Promise<string> {
  const { name, state, timeZone } = council.jurisdiction
  const added = await server.ask('add-source', {
    address: addressOf(council),
    name,
    state,
    timeZone,
  })
  return (added as { sourceId: string }).sourceId
}

/** Rows of a query on the database of a data folder, as plain objects. */
export async function queryData(dataDir: string, sql: string): Promise<Record<string, unknown>[]> {
  const db = await openReadDb({ url: pathToFileURL(join(dataDir, 'watchdocket.db')).href })
  try {
    const { columns, rows } = await db.client.execute(sql)
    return rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])))
  } finally {
    db.close()
  }
}

export async function countOf(dataDir: string, table: string, where = '1'): Promise<number> {
  const [row] = await queryData(dataDir, `SELECT count(*) AS n FROM ${table} WHERE ${where}`)
  return Number(row?.n)
}

/** Waits until so many runs have ended well. */
export async function goodRuns(dataDir: string, least: number): Promise<void> {
  await until(
    `${least} good runs`,
    async () => (await countOf(dataDir, 'runs', "outcome = 'ok'")) >= least || undefined,
    120_000,
  )
}

/** What is stored of the portals, without numbers and times of ours: the same for the same pages. */
export async function contentOf(dataDir: string) {
  return {
    meetings: await queryData(
      dataDir,
      `SELECT upstream_id, date, time, status, is_unconfirmed,
         (SELECT count(*) FROM meeting_versions v WHERE v.meeting_id = m.id) AS versions
       FROM meetings m ORDER BY upstream_id`,
    ),
    items: await queryData(
      dataDir,
      `SELECT m.upstream_id AS meeting, i.position, i.title
       FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id
       ORDER BY m.upstream_id, i.position, i.title`,
    ),
    findings: await queryData(
      dataDir,
      `SELECT i.title, f.band, f.technologies, f.quote
       FROM findings f JOIN agenda_items i ON i.id = f.agenda_item_id ORDER BY i.title, f.quote`,
    ),
    links: await queryData(
      dataDir,
      'SELECT count(*) AS links, count(DISTINCT document_id) AS documents FROM document_links',
    ),
    documents: await queryData(dataDir, 'SELECT url FROM documents ORDER BY url'),
  }
}

/** What the database says of its own soundness. */
export async function integrityOf(dataDir: string): Promise<unknown> {
  const [row] = await queryData(dataDir, 'PRAGMA integrity_check')
  return row?.integrity_check
}
