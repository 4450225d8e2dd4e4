import { agenda, decided, ordinaryMeetings } from '../agenda.ts'
import { type CouncilPlan, type ItemPlan, type MeetingPlan, usualHabits } from '../plan.ts'

const chamber = 'Room 300, City Hall, 41 Cataract Avenue'

const gunshots: ItemPlan = {
  matter: 'gunshot-detection',
  type: 'Contract',
  title:
    'Agreement with SoundThinking, Inc. for the ShotSpotter gunshot detection subscription covering three square miles, $247,500 for one year',
  text: 'The subscription covers three square miles and replaces the agreement that ends on the last day of next month. Funding: Edward Byrne Memorial Justice Assistance Grant.',
  technologies: ['gunshot-detection'],
  attachments: [
    {
      name: 'RCA - ShotSpotter Subscription',
      paragraphs: [
        'Action requested: approve a one-year agreement with SoundThinking, Inc. for acoustic gunshot detection.',
        'Cost: $247,500, paid from the Edward Byrne Memorial Justice Assistance Grant.',
        'The agreement may be renewed by the Chief of Police for two more years at the same price.',
      ],
    },
  ],
}

/**
 * Old meetings by the hundred: more than one answer of the Web API holds, so that a reader who
 * does not page sees only the oldest.
 */
function archive(): MeetingPlan[] {
  return Array.from({ length: 1_040 }, (_, index) => ({
    key: `archive-${index}`,
    body: index % 3 === 0 ? 'Zoning Board of Appeals' : 'Licence Hearing Officer',
    at: { days: -120 - 2 * index, time: index % 2 === 0 ? '10:00' : '13:30' },
    location: chamber,
    agenda: 'final' as const,
    minutes: 'final' as const,
    sections: [],
    touchedDaysAgo: 118 + 2 * index,
  })).reverse()
}

/** A city whose API holds more than one answer's worth of meetings, in no useful order. */
export const tamarackFalls: CouncilPlan = {
  client: 'tamarackfalls',
  name: 'Tamarack Falls',
  government: 'City of Tamarack Falls',
  state: 'MN',
  type: 'city',
  timeZone: 'America/Chicago',
  division: 'ocd-division/country:us/state:mn/place:tamarack_falls',
  population: 112_070,
  latitude: 46.31,
  longitude: -94.82,
  platform: 'legistar',
  api: 'open',
  portal: 'up',
  habits: {
    ...usualHabits,
    marksConsent: false,
    shufflesItems: true,
    numbering: 'letters',
    voteWords: { yes: 'Yea', no: 'Nay' },
  },
  members: [
    'Council President Aune',
    'Councilmember Bergstrom',
    'Councilmember Xiong',
    'Councilmember Delgado',
    'Councilmember Farah',
  ],
  meetings: [
    ...archive(),
    {
      key: 'council-next',
      body: 'City Council',
      at: { hours: 7 },
      location: chamber,
      agenda: 'final',
      sections: agenda('tf-council-next', { consent: [gunshots] }),
    },
    {
      key: 'budget-last',
      body: 'Budget and Finance Committee',
      at: { days: -8, time: '14:00' },
      location: chamber,
      agenda: 'final',
      minutes: 'final',
      videoClip: 3_118,
      sections: decided(
        agenda('tf-budget-last', {
          business: [
            {
              ...gunshots,
              outcome: {
                action: 'recommended for approval',
                result: 'Pass',
                against: ['Councilmember Farah'],
              },
            },
          ],
        }),
      ),
    },
    {
      key: 'parks-cancelled',
      body: 'Parks and Recreation Board',
      at: { days: 4, time: '17:00' },
      location: 'Pavilion, Cataract Park',
      agenda: 'none',
      notice: { kind: 'cancelled', words: 'Cancelled', where: 'agenda-status' },
      sections: [],
    },
    ...ordinaryMeetings({
      body: 'City Council',
      location: chamber,
      time: '15:30',
      days: [-35, -21, -7, 14, 28],
    }),
  ],
}
