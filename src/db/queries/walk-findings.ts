import type { ReadDb } from '../client.ts'
import { nextTurn } from '../turns.ts'
import type { FindingListing } from './finding-listing.ts'
import { type FindingFilter, type FindingPage, listFindings } from './findings.ts'

/**
 * Rows read in one go. The driver holds the thread while it reads, some 25 µs a row, so the next go
 * waits until everything else has had its turn.
 */
const rowsAtOnce = 100

/**
 * A whole list from its beginning, a handful of rows at a time and never an empty one, each row
 * exactly once. Rows that are stored while it runs may be in or not.
 */
export async function* walkFindings(
  db: Pick<ReadDb, 'client'>,
  filter: FindingFilter,
  { when, now }: Pick<FindingPage, 'when' | 'now'>,
): AsyncGenerator<readonly FindingListing[]> {
  let after: FindingPage['after']
  for (;;) {
    const rows = await listFindings(db, filter, { when, now, limit: rowsAtOnce, after })
    const last = rows.at(-1)
    if (!last) return
    yield rows
    if (rows.length < rowsAtOnce) return
    after = { sortAt: last.sortAt.getTime(), agendaItemId: last.agendaItemId }
    await nextTurn()
  }
}
