import { describeChange } from '../changes/describe.ts'
import type { Tx } from '../db/client.ts'
import {
  confirmMeetings,
  type KnownMeeting,
  recordAbsence,
  touchMeetings,
} from '../db/queries/meeting-rows.ts'
import { addChanges } from '../db/queries/meeting-versions.ts'

const changeOf = (kind: 'no-longer-listed' | 'listed-again') => ({
  kind,
  sentence: describeChange({ kind, before: null, after: null, item: null }),
})

/**
 * After a run that was believed: what it listed is confirmed and listed; what it should have
 * listed and did not is absent once more. Past meetings may leave a list without a word.
 * `mayMiss` says that the run could not read every list, so that absence means nothing.
 * True when pages show something else now.
 */
export async function settleListing(
  tx: Tx,
  listing: {
    readonly known: readonly KnownMeeting[]
    readonly seenUpstreamIds: { has(upstreamId: string): boolean }
    readonly createdIds: readonly number[]
    readonly mayMiss: boolean
    readonly now: Date
  },
): Promise<boolean> {
  const { known, now } = listing
  const listed = known.filter(({ upstreamId }) => listing.seenUpstreamIds.has(upstreamId))
  const unconfirmed = listed.filter(({ isUnconfirmed }) => isUnconfirmed)
  await touchMeetings(
    tx,
    listed.map(({ id }) => id),
    now,
  )
  await confirmMeetings(tx, [...listing.createdIds, ...unconfirmed.map(({ id }) => id)])

  const back = listed.filter(({ noLongerListedSince }) => noLongerListedSince !== null)
  const absent = listing.mayMiss
    ? []
    : known.filter(
        ({ upstreamId, sortAt, noLongerListedSince }) =>
          !listing.seenUpstreamIds.has(upstreamId) && noLongerListedSince === null && sortAt >= now,
      )
  const gone = await recordAbsence(
    tx,
    absent.map(({ id }) => id),
    now,
  )
  await addChanges(
    tx,
    [
      ...back.map(({ id, version }) => ({ ...changeOf('listed-again'), meetingId: id, version })),
      ...gone.map(({ id, version }) => ({
        ...changeOf('no-longer-listed'),
        meetingId: id,
        version,
      })),
    ].map((change) => ({ ...change, seenAt: now })),
  )
  return back.length + gone.length + unconfirmed.length + listing.createdIds.length > 0
}
