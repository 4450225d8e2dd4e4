import type { ReadDb } from '../../src/db/client.ts'
import type { FindingListing } from '../../src/db/queries/finding-listing.ts'
import type { FindingFilter } from '../../src/db/queries/findings.ts'
import { walkFindings } from '../../src/db/queries/walk-findings.ts'
import { updatedAt } from './finding-words.ts'

/** A past meeting stays this long, so that cancellations and results still reach the subscribers. */
const keptMs = 30 * 86_400_000
/** What is looked through at most; beyond it an unfiltered feed of a nation says that it is cut. */
const mostRows = 5_000

export interface FeedList {
  /** Upcoming ones, and those of the last 30 days that were found before they were over. */
  readonly findings: readonly FindingListing[]
  /** How many there were before the list was cut. */
  readonly total: number
}

/**
 * A source that comes back from weeks of trouble brings meetings that are over: nobody is called to
 * what was never told while it could still be acted on. Lists and searches hold it all the same.
 */
const wasToldInTime = ({ foundAt, sortAt }: FindingListing) => foundAt <= sortAt

async function listRecent(
  db: Pick<ReadDb, 'client'>,
  filter: FindingFilter,
  now: Date,
): Promise<FindingListing[]> {
  const found: FindingListing[] = []
  for await (const rows of walkFindings(db, filter, { when: 'upcoming', now })) {
    found.push(...rows)
    if (found.length >= mostRows) break
  }
  const since = now.getTime() - keptMs
  for await (const rows of walkFindings(db, filter, { when: 'past', now })) {
    found.push(...rows.filter((row) => row.sortAt.getTime() >= since && wasToldInTime(row)))
    if (found.length >= mostRows || (rows.at(-1)?.sortAt.getTime() ?? 0) < since) break
  }
  return found
}

/**
 * The `most` findings of a filter that changed last, the last one first: whatever is new since a
 * reader last asked is among them, however far off its meeting is.
 */
export async function listChanged(
  db: Pick<ReadDb, 'client'>,
  filter: FindingFilter,
  now: Date,
  most: number,
): Promise<FeedList> {
  const all = await listRecent(db, filter, now)
  const newest = all
    .map((finding) => ({ finding, at: updatedAt(finding).getTime() }))
    .sort((a, b) => b.at - a.at || a.finding.agendaItemId - b.finding.agendaItemId)
    .slice(0, most)
  return { findings: newest.map(({ finding }) => finding), total: all.length }
}
