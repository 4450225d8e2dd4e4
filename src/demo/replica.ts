import type { TimeZone } from '../model/ids.ts'
import { buildMeetings } from './build.ts'
import { createIdentity, type Identity } from './identity.ts'
import type { CouncilPlan } from './plan.ts'
import type { DemoStep } from './steps.ts'
import type { DemoAttachment, DemoItem, DemoMatter, DemoMeeting } from './truth.ts'

/** One council's portal: what it holds at present, and where its pages live. */
export interface Replica {
  readonly plan: CouncilPlan
  readonly identity: Identity
  readonly timeZone: TimeZone
  /** `http://127.0.0.1:4801`, no trailing slash. */
  readonly origin: string
  /** In the plan's order. */
  readonly meetings: readonly DemoMeeting[]
  readonly now: Date
  /** Number of the client in cookies and in `GID`. */
  readonly number: number
}

/** A portal that changes as the scenario goes on. */
export interface LivingReplica {
  read(): Replica
  apply(step: DemoStep, at: Date): void
}

export function createReplica(
  first: CouncilPlan,
  settings: {
    readonly origin: string
    readonly startedAt: Date
    readonly now: () => Date
    readonly seed: string
    readonly number: number
  },
): LivingReplica {
  const identity = createIdentity(first.client, settings.seed)
  let plan = first
  let meetings = buildMeetings(plan, settings.startedAt, identity)
  return {
    read: () => ({
      plan,
      identity,
      timeZone: plan.timeZone as TimeZone,
      origin: settings.origin,
      meetings,
      now: settings.now(),
      number: settings.number,
    }),
    apply(step, at) {
      plan = step.apply(plan, at)
      meetings = buildMeetings(plan, settings.startedAt, identity)
    },
  }
}

/** Every matter of a portal, each once, by its API id. */
export function listMatters(replica: Replica): DemoMatter[] {
  const found = new Map<number, DemoMatter>()
  for (const { items } of replica.meetings) {
    for (const { matter } of items) if (matter) found.set(matter.id, matter)
  }
  return [...found.values()].sort((a, b) => a.id - b.id)
}

/** One hearing of a matter. */
export interface Hearing {
  readonly meeting: DemoMeeting
  readonly item: DemoItem
}

/** Where a matter was heard, oldest first. */
export function listHearings(replica: Replica, matter: DemoMatter): Hearing[] {
  return replica.meetings
    .flatMap((meeting) =>
      meeting.items
        .filter((item) => item.matter?.id === matter.id)
        .map((item) => ({ meeting, item })),
    )
    .sort((a, b) => a.meeting.date.localeCompare(b.meeting.date))
}

export function findItem(replica: Replica, id: number): Hearing | undefined {
  for (const meeting of replica.meetings) {
    const item = meeting.items.find((candidate) => candidate.id === id)
    if (item) return { meeting, item }
  }
  return undefined
}

export function findAttachment(
  replica: Replica,
  isIt: (attachment: DemoAttachment) => boolean,
): DemoAttachment | undefined {
  return listMatters(replica)
    .flatMap(({ attachments }) => attachments)
    .find(isIt)
}

/** Path of a published file below the origin, as the platform names them. */
export function filePath(replica: Replica, meeting: DemoMeeting, kind: 'A' | 'M'): string {
  const [year, month] = meeting.date.split('-')
  const body = meeting.body.replace(/[^\w]+/g, '_')
  const noun = kind === 'A' ? 'Meeting_Agenda' : 'Meeting_Minutes'
  const name = `${meeting.id}_${kind}_${body}_${meeting.date.slice(2)}_${noun}.pdf`
  return `/${replica.plan.client}/meetings/${year}/${Number(month)}/${name}`
}

export function attachmentPath(replica: Replica, attachment: DemoAttachment): string {
  return `/${replica.plan.client}/attachments/${attachment.fileName}`
}
