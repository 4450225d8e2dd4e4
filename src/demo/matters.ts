import type { LocalDate, TimeZone } from '../model/ids.ts'
import { addDays } from '../model/time.ts'
import type { Identity } from './identity.ts'
import { placeMoment } from './moments.ts'
import type { AttachmentPlan, CouncilPlan, ItemPlan, MeetingPlan } from './plan.ts'
import type { DemoAttachment, DemoMatter } from './truth.ts'

interface Appearance {
  readonly item: ItemPlan
  readonly meeting: MeetingPlan
  readonly date: LocalDate
  readonly touchedAt: Date
}

function buildAttachment(key: string, plan: AttachmentPlan, identity: Identity): DemoAttachment {
  const guid = identity.guid('attachment', `${key} ${plan.name}`)
  const format = plan.format ?? 'pdf'
  return {
    id: identity.id('attachment', `${key} ${plan.name}`),
    guid,
    name: plan.name,
    fileName: `${guid.toLowerCase()}.${format === 'pdf' ? 'pdf' : 'htm'}`,
    format,
    paragraphs: plan.paragraphs,
  }
}

/** Title and papers as the newest appearance has them, status by the last outcome. */
function buildMatter(
  key: string,
  appearances: readonly Appearance[],
  identity: Identity,
): DemoMatter | undefined {
  const first = appearances[0]
  const last = appearances.at(-1)
  if (!first || !last) return undefined
  const outcome = appearances.findLast(({ item }) => item.outcome)?.item.outcome
  const isDone = last.item.outcome !== undefined && outcome?.result === 'Pass'
  return {
    id: identity.id('matter', key),
    insiteId: identity.id('legislation', key),
    guid: identity.guid('matter', key),
    file: `${first.date.slice(2, 4)}-${String(identity.id('file', key)).padStart(4, '0')}`,
    name: last.item.name ?? null,
    title: last.item.title,
    type: last.item.type ?? 'Agenda Item',
    status: isDone ? 'Passed' : outcome?.result === 'Fail' ? 'Failed' : 'Agenda Ready',
    introducedOn: addDays(first.date, -10),
    body: last.meeting.body,
    sponsors: last.item.sponsors ?? [],
    text: last.item.text ?? '',
    attachments: (last.item.attachments ?? []).map((plan) => buildAttachment(key, plan, identity)),
    touchedAt: new Date(Math.max(...appearances.map(({ touchedAt }) => touchedAt.getTime()))),
    technologies: last.item.technologies ?? [],
  }
}

/** When the portal last touched a meeting's page. */
export function touchedAt(meeting: MeetingPlan, startedAt: Date): Date {
  if (meeting.touchedAt) return meeting.touchedAt
  return new Date(startedAt.getTime() - (meeting.touchedDaysAgo ?? 3) * 86_400_000 - 3_903)
}

/** Every matter of a council by its key; one that is heard twice is one file. */
export function buildMatters(
  plan: CouncilPlan,
  startedAt: Date,
  identity: Identity,
): ReadonlyMap<string, DemoMatter> {
  const appearances = new Map<string, Appearance[]>()
  for (const meeting of plan.meetings) {
    const { date } = placeMoment(meeting.at, startedAt, plan.timeZone as TimeZone)
    for (const item of meeting.sections.flatMap((section) => section.items)) {
      if (item.matter === null) continue
      const seen = appearances.get(item.matter) ?? []
      seen.push({ item, meeting, date, touchedAt: touchedAt(meeting, startedAt) })
      appearances.set(item.matter, seen)
    }
  }
  return new Map(
    [...appearances].flatMap(([key, seen]) => {
      const inOrder = seen.toSorted((a, b) => a.date.localeCompare(b.date))
      const matter = buildMatter(key, inOrder, identity)
      return matter ? [[key, matter] as const] : []
    }),
  )
}
