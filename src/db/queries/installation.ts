import type { ReadDb } from '../client.ts'

/** What a database calls itself before its first migration has named it. */
const unnamed = 'unnamed'

/**
 * What tells this installation from every other, 16 hex digits. The first migration makes it;
 * it is part of the ids of feeds and calendars, so it goes with the database and never changes.
 */
export async function readInstallationId(db: Pick<ReadDb, 'client'>): Promise<string> {
  const { rows } = await db.client.execute(
    "SELECT value FROM settings WHERE key = 'installation_id'",
  )
  const value = String(rows[0]?.[0] ?? '')
  return /^[0-9a-f]{16}$/.test(value) ? value : unnamed
}
