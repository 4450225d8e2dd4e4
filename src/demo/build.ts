import type { TimeZone } from '../model/ids.ts'
import { chance, type Identity } from './identity.ts'
import { buildMatters, touchedAt } from './matters.ts'
import { isOver, placeMoment, printTime } from './moments.ts'
import type { CouncilPlan, Habits, ItemPlan, MeetingPlan, OutcomePlan } from './plan.ts'
import type { DemoItem, DemoMatter, DemoMeeting, DemoRollCall, DemoVote } from './truth.ts'

interface Making {
  readonly plan: CouncilPlan
  readonly meeting: MeetingPlan
  readonly identity: Identity
  readonly matters: ReadonlyMap<string, DemoMatter>
  readonly members: readonly string[]
  readonly touchedAt: Date
}

function numberOf(numbering: Habits['numbering'], section: number, index: number, running: number) {
  if (numbering === 'running') return `${running}.`
  return numbering === 'letters'
    ? `${section}.${String.fromCharCode(65 + index)}`
    : `${section}.${index + 1}`
}

function votesOf(key: string, outcome: OutcomePlan, making: Making): DemoVote[] {
  if (outcome.isRecorded === false || outcome.result === null) return []
  const { voteWords } = making.plan.habits
  const absent = [...(making.meeting.absent ?? []), ...(outcome.absent ?? [])]
  return making.members.map((person) => {
    const id = making.identity.id('vote', `${key} ${person}`)
    if (absent.includes(person)) return { id, person, option: 'absent', printed: 'Absent' }
    return outcome.against?.includes(person)
      ? { id, person, option: 'no', printed: voteWords.no }
      : { id, person, option: 'yes', printed: voteWords.yes }
  })
}

/** Two of those who voted for it. */
function movers(key: string, votes: readonly DemoVote[]): readonly (string | null)[] {
  const inFavour = votes
    .filter(({ option }) => option === 'yes')
    .sort((a, b) => chance(key + a.person) - chance(key + b.person))
  return [inFavour[0]?.person ?? null, inFavour[1]?.person ?? null]
}

function buildItem(
  item: ItemPlan,
  place: { number: string; sequence: number; section: string; consent: boolean },
  making: Making,
): DemoItem {
  const key = `${making.meeting.key} ${item.matter ?? item.title}`
  const outcome = item.outcome
  const votes = outcome ? votesOf(key, outcome, making) : []
  const [mover = null, seconder = null] = movers(key, votes)
  const yes = votes.filter(({ option }) => option === 'yes').length
  const no = votes.filter(({ option }) => option === 'no').length
  return {
    id: making.identity.id('item', key),
    guid: making.identity.guid('item', key),
    ...place,
    title: item.title,
    isHeading: false,
    note: item.note ?? null,
    matter: item.matter === null ? null : (making.matters.get(item.matter) ?? null),
    action: outcome?.action ?? null,
    actionText: outcome ? `The item was ${outcome.action}.` : null,
    result: outcome?.result ?? null,
    mover,
    seconder,
    tally: votes.length > 0 ? `${yes}:${no}` : null,
    votes,
    rollCall: [],
    touchedAt: making.touchedAt,
  }
}

/** A row that has no file: a heading, or page furniture when it has no words. */
function wordsOnly(
  title: string,
  key: string,
  place: { number: string | null; sequence: number },
  making: Making,
  rollCall: readonly DemoRollCall[] = [],
): DemoItem {
  return {
    id: making.identity.id('item', `${making.meeting.key} ${key}`),
    guid: making.identity.guid('item', `${making.meeting.key} ${key}`),
    ...place,
    title,
    isHeading: title !== '',
    section: null,
    consent: false,
    note: null,
    matter: null,
    action: null,
    actionText: null,
    result: null,
    mover: null,
    seconder: null,
    tally: null,
    votes: [],
    rollCall,
    touchedAt: making.touchedAt,
  }
}

function rollCallOf(making: Making): DemoRollCall[] {
  return making.members.map((person) => {
    const present = !making.meeting.absent?.includes(person)
    const id = making.identity.id('rollcall', `${making.meeting.key} ${person}`)
    return { id, person, present, printed: present ? 'Present' : 'Absent' }
  })
}

function buildItems(making: Making): DemoItem[] {
  const { habits } = making.plan
  const wasHeld = (making.meeting.minutes ?? 'none') !== 'none'
  const items: DemoItem[] = []
  let running = 0
  for (const [index, section] of making.meeting.sections.entries()) {
    const rollCall = section.heading === 'ROLL CALL' && wasHeld ? rollCallOf(making) : []
    const number = habits.numbering === 'running' ? null : `${index + 1}.`
    const place = { number, sequence: items.length + 1 }
    items.push(wordsOnly(section.heading, section.heading, place, making, rollCall))
    for (const [at, item] of section.items.entries()) {
      running += 1
      items.push(
        buildItem(
          item,
          {
            number: numberOf(habits.numbering, index + 1, at, running),
            sequence: items.length + 1,
            section: section.heading,
            consent: section.consent ?? false,
          },
          making,
        ),
      )
    }
    if (habits.hasPageFurniture && section.items.length > 0) {
      const furniture = { number: null, sequence: items.length + 1 }
      items.push(wordsOnly('', `furniture ${index}`, furniture, making))
    }
  }
  return items
}

function buildMeeting(making: Making, startedAt: Date): DemoMeeting {
  const { plan, meeting, identity } = making
  const { date, time } = placeMoment(meeting.at, startedAt, plan.timeZone as TimeZone)
  const { notice } = meeting
  const hasClock = meeting.timeWords === undefined
  const statusWord = meeting.agenda === 'final' ? 'Final' : 'Draft'
  return {
    key: meeting.key,
    id: identity.id('event', meeting.key),
    insiteId: identity.id('meeting', meeting.key),
    guid: identity.guid('meeting', meeting.key),
    body: meeting.body,
    bodyPrinted: notice?.where === 'body' ? `${meeting.body} - ${notice.words}` : meeting.body,
    date,
    time: hasClock ? time : null,
    timePrinted: hasClock ? printTime(time) : (meeting.timeWords ?? null),
    status: notice?.kind ?? (meeting.agenda === 'final' ? 'confirmed' : 'tentative'),
    statusText: notice?.words ?? null,
    location: meeting.location,
    locationPrinted:
      notice?.where === 'location' ? `${notice.words} - ${meeting.location}` : meeting.location,
    comment: meeting.comment ?? null,
    agendaStatus: notice?.where === 'agenda-status' ? notice.words : statusWord,
    minutesStatus: meeting.minutes === 'final' ? 'Final' : 'Draft',
    isPublished: meeting.agenda !== 'none',
    hasMinutes: meeting.minutes === 'final',
    videoClip: meeting.videoClip ?? null,
    items: buildItems(making),
    touchedAt: making.touchedAt,
  }
}

/** Every meeting of a council as its portal holds it at present, in the plan's order. */
export function buildMeetings(
  plan: CouncilPlan,
  startedAt: Date,
  identity: Identity,
): DemoMeeting[] {
  const matters = buildMatters(plan, startedAt, identity)
  return plan.meetings.map((meeting) =>
    buildMeeting(
      {
        plan,
        meeting,
        identity,
        matters,
        members: meeting.members ?? plan.members,
        touchedAt: touchedAt(meeting, startedAt),
      },
      startedAt,
    ),
  )
}

/** Whether a meeting has begun by `now`. Without a clock time it counts from midnight. */
export function hasBegun(meeting: DemoMeeting, zone: TimeZone, now: Date): boolean {
  const time = meeting.time ?? ('00:00' as NonNullable<DemoMeeting['time']>)
  return isOver({ date: meeting.date, time }, zone, now)
}
