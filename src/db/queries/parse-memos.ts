import { inArray, lt, sql } from 'drizzle-orm'
import { insertRows } from '../bulk.ts'
import type { Reader, Tx } from '../client.ts'
import { parseMemos } from '../schema/documents.ts'

export interface ParseMemoKey {
  readonly sha256: string
  /** Adapter, its version and the parser. */
  readonly parser: string
  readonly url: string
}

export interface ParseMemo extends ParseMemoKey {
  /** JSON. */
  readonly result: string
}

/** Longer results are cheaper to make again than to keep. */
const longestResult = 1_000_000

export async function findParseMemo(
  db: Reader,
  { sha256, parser, url }: ParseMemoKey,
): Promise<{ readonly result: string; readonly usedAt: Date } | undefined> {
  const [memo] = await db.values<[string, number]>(sql`
    SELECT result, used_at FROM parse_memos
    WHERE sha256 = ${sha256} AND parser = ${parser} AND url = ${url}`)
  return memo && { result: memo[0], usedAt: new Date(memo[1]) }
}

/** Keeps what parsers made, and that it was used; results above 1,000,000 characters are not. */
export async function storeParseMemos(
  tx: Tx,
  memos: readonly ParseMemo[],
  usedAt: Date,
): Promise<void> {
  const rows = memos
    .filter((memo) => memo.result.length <= longestResult)
    .map((memo) => ({ ...memo, usedAt }))
  await insertRows(tx, parseMemos, rows, {
    target: [parseMemos.sha256, parseMemos.parser, parseMemos.url],
    update: [parseMemos.result, parseMemos.usedAt],
  })
}

/**
 * Forgets memos not used since `unusedSince`, then the longest unused ones until at most
 * `mostRows` are left. At most 5,000 a call; gives how many went.
 */
export async function pruneParseMemos(
  tx: Tx,
  { unusedSince, mostRows }: { readonly unusedSince: Date; readonly mostRows: number },
): Promise<number> {
  const [held] = await tx.select({ count: sql<number>`count(*)` }).from(parseMemos)
  const surplus = Math.max(0, (held?.count ?? 0) - mostRows)
  const rowid = sql`rowid`
  const unused = tx
    .select({ rowid: sql`rowid`.as('rowid') })
    .from(parseMemos)
    .where(lt(parseMemos.usedAt, unusedSince))
    .limit(5_000)
  const byAge = await tx.delete(parseMemos).where(inArray(rowid, unused)).returning({ n: sql`1` })
  const left = Math.min(surplus - byAge.length, 5_000)
  if (left <= 0) return byAge.length
  const oldest = tx
    .select({ rowid: sql`rowid`.as('rowid') })
    .from(parseMemos)
    .orderBy(parseMemos.usedAt)
    .limit(left)
  const bySurplus = await tx
    .delete(parseMemos)
    .where(inArray(rowid, oldest))
    .returning({ n: sql`1` })
  return byAge.length + bySurplus.length
}
