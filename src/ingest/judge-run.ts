import type { KnownMeeting } from '../db/queries/meeting-rows.ts'
import type { RunHistory } from '../db/queries/runs.ts'
import { shorten } from '../model/errors.ts'
import { structureSimilarity } from './structure.ts'
import type { FetchTally } from './watch-fetches.ts'

/** What a run has seen, as far as its judgement needs it. */
export interface RunEvidence {
  readonly meetings: readonly SeenFacts[]
  readonly windowDays: number | null
  /** Problems with pages that list meetings, and with those of single meetings, by code. */
  readonly listProblems: readonly string[]
  readonly detailProblems: readonly string[]
  /** What pages of another shape lack, as the adapter tells it: the selector or the field. */
  readonly shapeFaults: readonly string[]
  readonly documentsListed: number
  readonly documentsMissing: number
  readonly fetches: FetchTally
}

/** One meeting as this run saw it. */
export interface SeenFacts {
  readonly upstreamId: string
  readonly date: string
  readonly isUpcoming: boolean
  /** `null`: its details were not read again, or could not be. */
  readonly filled: FilledFields | null
}

export interface FilledFields {
  readonly time: boolean
  readonly location: boolean
  /** `null`: the items could not be had, which is told elsewhere. */
  readonly items: boolean | null
  readonly documents: boolean
}

/** What is known from before, within the window of the run. */
export interface Expectation {
  readonly now: Date
  readonly known: readonly KnownMeeting[]
  readonly history: RunHistory
  /** A body so rare that nothing is normal. */
  readonly mayBeEmpty: boolean
}

export interface Sign {
  readonly name: SignName
  readonly weight: 'strong' | 'weak'
  /** For people, one sentence without a full stop. */
  readonly says: string
}

export type SignName = keyof typeof signs

type Judge = (seen: RunEvidence, expected: Expectation) => Pick<Sign, 'weight' | 'says'> | undefined

const dayMs = 86_400_000
/** Codes of pages that are there, and not as the adapter knows them. */
export const shapeCodes: ReadonlySet<string> = new Set(['page_shape', 'date_unknown'])

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/** Runs that asked for as many days as this one. */
const comparable = (seen: RunEvidence, { history }: Expectation) =>
  history.believed.filter((run) => run.windowDays === seen.windowDays)

/** Known meetings that the portal should list: those to come, and past ones if it keeps those. */
function stillExpected({ known, now }: Expectation): KnownMeeting[] {
  return known.filter(
    (meeting) =>
      meeting.noLongerListedSince === null &&
      !meeting.isUnconfirmed &&
      (meeting.sortAt >= now || meeting.lastSeenAt.getTime() > meeting.sortAt.getTime() + dayMs),
  )
}

const nothing: Judge = (seen, expected) => {
  const count = stillExpected(expected).length
  return seen.meetings.length === 0 && count > 0 && !expected.mayBeEmpty
    ? { weight: 'strong', says: `No meeting was found where ${count} were listed before` }
    : undefined
}

const noFuture: Judge = (seen, expected) => {
  if (seen.meetings.length === 0 || seen.meetings.some(({ isUpcoming }) => isUpcoming)) {
    return undefined
  }
  const were = stillExpected(expected).filter(({ sortAt }) => sortAt >= expected.now).length
  return were > 0 && !expected.mayBeEmpty
    ? { weight: 'weak', says: `No meeting to come is listed, where ${were} were before` }
    : undefined
}

const underHalf: Judge = (seen, expected) => {
  const counts = comparable(seen, expected).map(({ meetingsSeen }) => meetingsSeen)
  const usual = median(counts)
  return counts.length >= 5 && usual >= 4 && seen.meetings.length < usual / 2
    ? {
        weight: 'weak',
        says: `${seen.meetings.length} meetings were found, where ${usual} are usual`,
      }
    : undefined
}

const fieldNames = {
  time: 'the time',
  location: 'the place',
  items: 'the agenda items',
  documents: 'the documents',
} as const

const wasFilled: Record<keyof FilledFields, (known: KnownMeeting) => boolean> = {
  time: ({ time }) => time !== null,
  location: ({ location }) => location !== null,
  items: ({ items }) => items > 0,
  documents: ({ documents }) => documents > 0,
}

const emptied: Judge = (seen, { known }) => {
  const byId = new Map(known.map((meeting) => [meeting.upstreamId, meeting]))
  const shares = (Object.keys(fieldNames) as (keyof FilledFields)[]).map((field) => {
    const full = seen.meetings.filter(({ upstreamId, filled }) => {
      const before = byId.get(upstreamId)
      return before && filled && filled[field] !== null && wasFilled[field](before)
    })
    const lost = full.filter(({ filled }) => filled?.[field] === false).length
    return { field, lost, share: full.length >= 5 && lost >= 2 ? lost / full.length : 0 }
  })
  const lacking = shares.filter(({ share }) => share > 0.1)
  if (lacking.length === 0) return undefined
  const isStrong = lacking.length > 1 || lacking.some(({ share }) => share > 0.5)
  const told = lacking.map(({ field, lost }) => `${fieldNames[field]} of ${lost} meetings`)
  return { weight: isStrong ? 'strong' : 'weak', says: `Empty now: ${told.join(', ')}` }
}

const oneDate: Judge = (seen, { known }) => {
  const dates = new Set(seen.meetings.map(({ date }) => date))
  return seen.meetings.length >= 4 &&
    dates.size === 1 &&
    new Set(known.map(({ date }) => date)).size > 1
    ? { weight: 'strong', says: `All ${seen.meetings.length} meetings bear the same date` }
    : undefined
}

const shape: Judge = (seen) => {
  const inLists = seen.listProblems.filter((code) => shapeCodes.has(code)).length
  const inDetails = seen.detailProblems.filter((code) => shapeCodes.has(code)).length
  if (inLists === 0 && (inDetails < 3 || inDetails <= seen.meetings.length / 5)) return undefined
  const count = inLists + inDetails
  const [fault] = seen.shapeFaults
  const says = `${count} ${count === 1 ? 'page has' : 'pages have'} another shape than before`
  return { weight: 'strong', says: fault ? `${says}: ${shorten(fault, 200)}` : says }
}

const rebuilt: Judge = (seen, expected) => {
  const before = expected.history.believed.find(({ structure }) => structure !== null)?.structure
  const now = seen.fetches.structure
  return before && now && structureSimilarity(before, now) < 0.5
    ? { weight: 'weak', says: 'The page is built differently than before' }
    : undefined
}

const frozen: Judge = (seen, { now, history }) => {
  const limit = now.getTime() - 30 * dayMs
  const since = history.lastChangedAt ?? history.firstRunAt
  return seen.fetches.requests > 0 &&
    seen.fetches.pagesChanged === 0 &&
    since !== null &&
    since.getTime() < limit
    ? { weight: 'weak', says: 'Not a byte of the portal has changed for 30 days' }
    : undefined
}

const elsewhere: Judge = ({ fetches: { strangers } }) =>
  strangers.length > 0 ? { weight: 'strong', says: strangers.join('; ') } : undefined

const filesMissing: Judge = ({ documentsListed, documentsMissing }) =>
  documentsMissing >= 3 && documentsMissing > documentsListed / 5
    ? { weight: 'weak', says: `${documentsMissing} listed documents are not to be had` }
    : undefined

const signs = {
  nothing,
  'no-future': noFuture,
  'under-half': underHalf,
  emptied,
  'one-date': oneDate,
  shape,
  rebuilt,
  frozen,
  elsewhere,
  'files-missing': filesMissing,
} as const satisfies Record<string, Judge>

/** Every sign that speaks against a run. */
export function findSigns(seen: RunEvidence, expected: Expectation): Sign[] {
  return (Object.keys(signs) as SignName[]).flatMap((name) => {
    const found = signs[name](seen, expected)
    return found ? [{ name, ...found }] : []
  })
}

/** Portals do change for good: what only differs from before is believed after this long. */
const habituationMs = 14 * dayMs
const lasting: ReadonlySet<SignName> = new Set(['nothing', 'one-date', 'shape', 'elsewhere'])

/**
 * One strong sign or two weak ones, and a run is not believed. `suspectSince` is the first of the
 * runs in a row that were not.
 */
export function isSuspect(found: readonly Sign[], now: Date, suspectSince: Date | null): boolean {
  const isOld = suspectSince !== null && now.getTime() - suspectSince.getTime() > habituationMs
  const counting = isOld ? found.filter(({ name }) => lasting.has(name)) : found
  return counting.some(({ weight }) => weight === 'strong') || counting.length >= 2
}
