import * as z from 'zod'
import type { PersonVote, RollCallEntry } from '../../src/model/vote.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { order, readRows, text } from '../json.ts'
import { makeRollCall, makeVote } from '../votes.ts'

const voteRow = z.object({ VotePersonName: text, VoteValueName: text, VoteSort: order })
const rollCallRow = z.object({
  RollCallPersonName: text,
  RollCallValueName: text,
  RollCallSort: order,
})

/** `/eventitems/{id}/votes`; an empty list is the usual answer. */
export function parseVotesPage(page: Page): readonly PersonVote[] {
  return parseVoteRows(readRows(page, 'VoteId'))
}

/** `/eventitems/{id}/rollcalls`. */
export function parseRollCallsPage(page: Page): readonly RollCallEntry[] {
  return parseRollCallRows(readRows(page, 'RollCallId'))
}

export function parseVoteRows(found: readonly Record<string, unknown>[]): readonly PersonVote[] {
  return readAll(found, voteRow, (row) => row.VoteSort)
    .filter((row) => row.VotePersonName !== null)
    .map((row) => makeVote(row.VotePersonName ?? '', row.VoteValueName))
}

export function parseRollCallRows(
  found: readonly Record<string, unknown>[],
): readonly RollCallEntry[] {
  return readAll(found, rollCallRow, (row) => row.RollCallSort)
    .filter((row) => row.RollCallPersonName !== null)
    .map((row) => makeRollCall(row.RollCallPersonName ?? '', row.RollCallValueName))
}

function readAll<Row>(
  found: readonly Record<string, unknown>[],
  schema: z.ZodType<Row>,
  sortOf: (row: Row) => number | null,
): Row[] {
  return found
    .flatMap((row) => {
      const read = schema.safeParse(row)
      return read.success ? [read.data] : []
    })
    .sort((a, b) => (sortOf(a) ?? 0) - (sortOf(b) ?? 0))
}
