import { agenda, ordinaryMeetings } from '../agenda.ts'
import { type CouncilPlan, usualHabits } from '../plan.ts'

const hall = 'Council Chambers, 700 Ridgeway'

/** A city whose robots.txt asks every reader to stay away: an operator may record a permission. */
export const corvinHeights: CouncilPlan = {
  client: 'corvinheights',
  name: 'Corvin Heights',
  government: 'City of Corvin Heights',
  state: 'OR',
  type: 'city',
  timeZone: 'America/Los_Angeles',
  division: 'ocd-division/country:us/state:or/place:corvin_heights',
  population: 14_450,
  latitude: 44.63,
  longitude: -123.2,
  platform: 'legistar',
  api: 'open',
  portal: 'robots-refuse',
  habits: usualHabits,
  members: ['Mayor Ellison', 'Councilor Prado', 'Councilor Vance'],
  meetings: [
    {
      key: 'council-next',
      body: 'City Council',
      at: { days: 8, time: '18:00' },
      location: hall,
      agenda: 'final',
      sections: agenda('ch-council-next', {}),
    },
    ...ordinaryMeetings({ body: 'City Council', location: hall, time: '18:00', days: [-20] }),
  ],
}
