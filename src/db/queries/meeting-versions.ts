import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { ScrapedMeeting } from '../../model/meeting.ts'
import { insertRows } from '../bulk.ts'
import type { Reader, Tx } from '../client.ts'
import { meetingChanges, meetingVersions } from '../schema/meetings.ts'

/** What the meeting said when it had this fingerprint. */
export async function findVersionContent(
  db: Reader,
  meetingId: number,
  fingerprint: string,
): Promise<ScrapedMeeting | undefined> {
  const [row] = await db
    .select({ content: meetingVersions.content })
    .from(meetingVersions)
    .where(
      and(
        eq(meetingVersions.meetingId, meetingId),
        eq(meetingVersions.fingerprint, fingerprint),
        isNotNull(meetingVersions.content),
      ),
    )
    .orderBy(desc(meetingVersions.number))
    .limit(1)
  return row?.content ?? undefined
}

/** Adds a version; its content is stored once for each fingerprint of the meeting. */
export async function addVersion(
  tx: Tx,
  version: {
    readonly meetingId: number
    readonly number: number
    readonly runId: number | null
    readonly seenAt: Date
    readonly fingerprint: string
    readonly content: ScrapedMeeting
  },
): Promise<void> {
  const held = await findVersionContent(tx, version.meetingId, version.fingerprint)
  await tx.insert(meetingVersions).values({ ...version, content: held ? null : version.content })
}

export type NewChangeRow = typeof meetingChanges.$inferInsert

/** Words before and after are kept whole in the versions; here enough of them to be told. */
const longestWords = 2_000

const cut = (words: string | null | undefined) =>
  words && words.length > longestWords ? `${words.slice(0, longestWords - 1)}…` : (words ?? null)

export async function addChanges(tx: Tx, changes: readonly NewChangeRow[]): Promise<void> {
  await insertRows(
    tx,
    meetingChanges,
    changes.map((row) => ({ ...row, before: cut(row.before), after: cut(row.after) })),
  )
}
