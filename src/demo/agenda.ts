import type { ItemPlan, MeetingPlan, OutcomePlan, SectionPlan } from './plan.ts'
import { everyday } from './routine.ts'

const actions: Readonly<Record<string, string>> = {
  Minutes: 'approved',
  Ordinance: 'adopted',
  Resolution: 'adopted',
  Report: 'received and filed',
  Discussion: 'discussed',
  'Public Hearing': 'hearing held',
}

/** The usual end of an item: no vote on what is only discussed, a voice vote on consent. */
function usualOutcome(item: ItemPlan, consent: boolean): OutcomePlan {
  const action = actions[item.type ?? ''] ?? 'approved'
  const isTalk = item.type === 'Discussion' || item.type === 'Public Hearing'
  return { action, result: isTalk ? null : 'Pass', isRecorded: !isTalk && !consent }
}

/** The same agenda after the meeting: every item with a matter has its outcome. */
export function decided(sections: readonly SectionPlan[]): SectionPlan[] {
  return sections.map((section) => ({
    ...section,
    items: section.items.map((item) =>
      item.matter === null
        ? item
        : { ...item, outcome: item.outcome ?? usualOutcome(item, section.consent ?? false) },
    ),
  }))
}

export interface AgendaParts {
  readonly consent?: readonly ItemPlan[]
  readonly hearings?: readonly ItemPlan[]
  readonly business?: readonly ItemPlan[]
}

/**
 * An agenda in the usual order: opening, consent, hearings, business, closing. `key` picks the
 * everyday items that stand around those given.
 */
export function agenda(key: string, parts: AgendaParts): SectionPlan[] {
  const consent = everyday('consent', 4, key)
  const business = everyday('discussion', 2, key)
  const sections: SectionPlan[] = [
    { heading: 'CALL TO ORDER', items: [] },
    { heading: 'ROLL CALL', items: [] },
    { heading: 'PUBLIC COMMENT', items: [] },
    {
      heading: 'CONSENT AGENDA',
      consent: true,
      items: [...consent.slice(0, 2), ...(parts.consent ?? []), ...consent.slice(2)],
    },
  ]
  if (parts.hearings) sections.push({ heading: 'PUBLIC HEARINGS', items: parts.hearings })
  sections.push(
    { heading: 'NEW BUSINESS', items: [...(parts.business ?? []), ...business] },
    { heading: 'ADJOURNMENT', items: [] },
  )
  return sections
}

export interface Rhythm {
  readonly body: string
  readonly location: string
  readonly time: string
  /** Days from the start of the demonstration, both ends included. */
  readonly days: readonly number[]
}

/**
 * Ordinary meetings without anything to find. Agendas of the coming week are out, later ones are
 * not; past ones carry outcomes, and minutes after a fortnight.
 */
export function ordinaryMeetings({ body, location, time, days }: Rhythm): MeetingPlan[] {
  return days.map((day) => {
    const key = `${body} ${day}`
    const isOut = day <= 6
    const sections = isOut ? agenda(key, {}) : []
    return {
      key,
      body,
      location,
      at: { days: day, time },
      agenda: isOut ? 'final' : 'none',
      minutes: day < -14 ? 'final' : day < 0 ? 'draft' : 'none',
      sections: day < 0 ? decided(sections) : sections,
      touchedDaysAgo: day < 0 ? Math.max(1, -day - 1) : 4,
    }
  })
}
