import { agenda, decided, ordinaryMeetings } from '../agenda.ts'
import { type CouncilPlan, type ItemPlan, usualHabits } from '../plan.ts'

const hall = 'Council Chambers, 88 Sulphur Avenue'

const speedCameras: ItemPlan = {
  matter: 'speed-cameras',
  type: 'Ordinance',
  title:
    'Second reading of an ordinance authorizing automated speed enforcement cameras in school zones and approving an agreement with Verra Mobility',
  text: 'The ordinance authorizes photo speed enforcement in six school zones. Verra Mobility is paid $4,750 a month for each camera from citation revenue.',
  technologies: ['photo-enforcement'],
  attachments: [
    {
      name: 'Ordinance - Automated Speed Enforcement',
      paragraphs: [
        'An ordinance authorizing automated vehicle identification for speed enforcement in school zones.',
        'The contractor, Verra Mobility, is paid $4,750 per camera per month.',
      ],
    },
  ],
}

/** A city without a Web API: everything is on the pages, this month only unless one asks. */
export const callowaySprings: CouncilPlan = {
  client: 'callowaysprings',
  name: 'Calloway Springs',
  government: 'City of Calloway Springs',
  state: 'CO',
  type: 'city',
  timeZone: 'America/Denver',
  division: 'ocd-division/country:us/state:co/place:calloway_springs',
  population: 23_600,
  latitude: 39.12,
  longitude: -106.45,
  platform: 'legistar',
  api: 'unknown',
  portal: 'up',
  habits: {
    ...usualHabits,
    period: 'This Month',
    bodyIsLabel: true,
    voteWords: { yes: 'Yes', no: 'No' },
    headings: { agenda: 'Agenda Materials', minutes: 'Recap/Minutes', details: 'Details' },
  },
  members: [
    'Mayor Joan Treadwell',
    'Council Member Ortega',
    'Council Member Lindqvist',
    'Council Member Begaye',
    'Council Member Fisk',
  ],
  meetings: [
    {
      key: 'council-next',
      body: 'City Council',
      at: { days: 6, time: '18:00' },
      location: hall,
      agenda: 'final',
      sections: agenda('cs-council-next', { hearings: [speedCameras] }),
    },
    {
      key: 'council-first-reading',
      body: 'City Council',
      at: { days: -8, time: '18:00' },
      location: hall,
      agenda: 'final',
      minutes: 'draft',
      sections: decided(
        agenda('cs-council-first', {
          business: [
            {
              ...speedCameras,
              title: speedCameras.title.replace('Second reading', 'First reading'),
              outcome: {
                action: 'Passed on first reading',
                result: 'Pass',
                against: ['Council Member Fisk'],
              },
            },
          ],
        }),
      ),
    },
    {
      key: 'arts-untimed',
      body: 'Public Arts Commission',
      at: { days: 9, time: '12:00' },
      timeWords: null,
      location: 'Location to be announced',
      agenda: 'none',
      sections: [],
    },
    ...ordinaryMeetings({
      body: 'City Council',
      location: hall,
      time: '18:00',
      days: [-36, -22, 20],
    }),
  ],
}
