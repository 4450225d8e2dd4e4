// What a portal of the simulated nation holds: a council's ordinary months, and what a round changes.
import { product } from '../parts/product.mjs'

const { agenda, decided, ordinaryMeetings } = await product('src/demo/agenda.js')
const { usualHabits } = await product('src/demo/plan.js')

const hall = 'Council Chambers, 1 Main Street'
const time = '19:00'

/** Words that only what a round has changed holds. */
export const markOf = (round) => `Changed in round ${round}`

const purchase = {
  matter: 'lpr',
  type: 'Contract',
  title: 'Agreement with Flock Group Inc. for twelve automated license plate readers, $72,000',
  text: 'Two-year term.',
  technologies: ['alpr'],
  attachments: [
    {
      name: 'Staff Report',
      paragraphs: [
        'Twelve license plate readers. Data is kept for 30 days. Funding: General Fund.',
      ],
    },
  ],
}

/** The plan of a council; in rounds after the first one more item and one more meeting. */
export function createPlan(platform, variant, round) {
  const body = ['City Council', 'Board of Education', 'Board of Trustees', 'County Commission'][
    variant
  ]
  const business = variant === 0 ? [purchase] : []
  const changed = {
    matter: 'changed',
    type: 'Resolution',
    title: `${markOf(round)}: resolution on the sale of surplus furniture`,
  }
  const next = 5 + variant
  return {
    client: 'replica',
    name: 'Replica',
    government: 'City of Replica',
    state: 'OH',
    type: 'city',
    timeZone: 'America/New_York',
    division: 'ocd-division/country:us/state:oh/place:replica',
    population: 20_000,
    latitude: 40,
    longitude: -82,
    platform: platform === 'diligent' ? 'civicweb' : platform,
    api: 'open',
    portal: 'up',
    habits: { ...usualHabits, numbering: 'running' },
    members: ['Council Member Ives', 'Council Member Roth', 'Council Member Tran'],
    meetings: [
      {
        key: 'next',
        body,
        at: { days: next, time },
        location: hall,
        agenda: 'final',
        sections: agenda(`${variant}-next`, {
          business: round > 0 ? [...business, changed] : business,
        }),
      },
      {
        key: 'last',
        body,
        at: { days: next - 14, time },
        location: hall,
        agenda: 'final',
        sections: decided(agenda(`${variant}-last`, {})),
      },
      ...ordinaryMeetings({ body, location: hall, time, days: [next - 28, next + 14, next + 28] }),
      ...(round > 0
        ? [
            {
              key: 'extra',
              body: `Special ${body}`,
              at: { days: next + 30 + round, time },
              location: hall,
              agenda: 'none',
              sections: [],
            },
          ]
        : []),
    ],
  }
}
