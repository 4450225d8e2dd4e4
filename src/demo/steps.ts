import { decided } from './agenda.ts'
import { cameraAddition, evidenceRenewal } from './councils/alder-bay.ts'
import type { CouncilPlan, ItemPlan, MeetingPlan, SectionPlan } from './plan.ts'

/** Something that happens to one portal while the demonstration runs. */
export interface DemoStep {
  readonly name: string
  readonly client: string
  /** Seconds after the start; `null`: only when asked for. */
  readonly afterSeconds: number | null
  /** One sentence for the person who watches. */
  readonly says: string
  apply(plan: CouncilPlan, at: Date): CouncilPlan
}

function onMeeting(
  key: string,
  change: (meeting: MeetingPlan) => Partial<MeetingPlan>,
): DemoStep['apply'] {
  return (plan, at) => ({
    ...plan,
    meetings: plan.meetings.map((meeting) =>
      meeting.key === key ? { ...meeting, ...change(meeting), touchedAt: at } : meeting,
    ),
  })
}

/** The agenda with a matter taken out wherever it stood and put at the head of one section. */
function withItem(
  sections: readonly SectionPlan[],
  heading: string,
  item: ItemPlan,
): readonly SectionPlan[] {
  return sections.map((section) => {
    const others = section.items.filter(({ matter }) => matter !== item.matter)
    return { ...section, items: section.heading === heading ? [item, ...others] : others }
  })
}

const rewordedRenewal: ItemPlan = {
  ...evidenceRenewal,
  title: evidenceRenewal.title.replace('$1,486,200', '$1,742,900'),
  text: (evidenceRenewal.text ?? '').replace('$1,486,200', '$1,742,900'),
}

/** In order of time. */
export const demoSteps: readonly DemoStep[] = [
  {
    name: 'agenda-item-added',
    client: 'alderbay',
    afterSeconds: 60,
    says: 'Alder Bay adds an item to the agenda of its next council meeting',
    apply: onMeeting('council-next', ({ sections }) => ({
      sections: withItem(sections, 'NEW BUSINESS', cameraAddition),
    })),
  },
  {
    name: 'source-breaks',
    client: 'islamarlow',
    afterSeconds: 90,
    says: 'The portal of Isla Marlow begins to answer with an error page',
    apply: (plan) => ({ ...plan, portal: 'broken' }),
  },
  {
    name: 'agenda-changes',
    client: 'alderbay',
    afterSeconds: 120,
    says: 'Alder Bay moves an item to its consent agenda and rewords the amount',
    apply: onMeeting('council-next', ({ sections }) => ({
      sections: withItem(sections, 'CONSENT AGENDA', rewordedRenewal),
    })),
  },
  {
    name: 'meeting-moves',
    client: 'mesaserena',
    afterSeconds: 150,
    says: 'Mesa Serena moves its next council meeting to 6:30 PM',
    apply: onMeeting('council-next', ({ at }) => ({
      at: 'days' in at ? { ...at, time: '18:30' } : at,
    })),
  },
  {
    name: 'meeting-cancelled',
    client: 'harlanridge',
    afterSeconds: 180,
    says: 'Harlan Ridge cancels a workshop',
    apply: onMeeting('workshop', () => ({
      comment: 'CANCELLED',
      notice: { kind: 'cancelled', words: 'CANCELLED', where: 'comment' },
    })),
  },
  {
    name: 'meeting-unlisted',
    client: 'portellery',
    afterSeconds: 210,
    says: 'A meeting leaves the calendar of Port Ellery without a word',
    apply: (plan) => ({
      ...plan,
      meetings: plan.meetings.filter(({ key }) => key !== 'Municipal Council 29'),
    }),
  },
  {
    name: 'results-posted',
    client: 'wexley',
    afterSeconds: 240,
    says: 'Wexley posts what its committee decided',
    apply: onMeeting('safety-yesterday', ({ sections }) => ({
      minutes: 'draft',
      sections: decided(sections),
    })),
  },
  {
    name: 'source-mends',
    client: 'islamarlow',
    afterSeconds: null,
    says: 'The portal of Isla Marlow works again',
    apply: (plan) => ({ ...plan, portal: 'up' }),
  },
  {
    name: 'source-recovers',
    client: 'brackenhollow',
    afterSeconds: null,
    says: 'The portal of Bracken Hollow can be reached',
    apply: (plan) => ({ ...plan, portal: 'up' }),
  },
]
