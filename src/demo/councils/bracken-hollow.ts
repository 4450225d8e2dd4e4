import { agenda, ordinaryMeetings } from '../agenda.ts'
import { type CouncilPlan, usualHabits } from '../plan.ts'

const hall = 'City Hall, 9 Bracken Pike'

/** A city whose portal cannot be reached from the start. A step brings it back. */
export const brackenHollow: CouncilPlan = {
  client: 'brackenhollow',
  name: 'Bracken Hollow',
  government: 'City of Bracken Hollow',
  state: 'KY',
  type: 'city',
  timeZone: 'America/Kentucky/Louisville',
  division: 'ocd-division/country:us/state:ky/place:bracken_hollow',
  population: 9_870,
  latitude: 38.1,
  longitude: -84.9,
  platform: 'legistar',
  api: 'open',
  portal: 'down',
  habits: usualHabits,
  members: ['Mayor Sturgill', 'Council Member Napier', 'Council Member Combs'],
  meetings: [
    {
      key: 'council-next',
      body: 'City Council',
      at: { days: 3, time: '18:00' },
      location: hall,
      agenda: 'final',
      sections: agenda('bh-council-next', {}),
    },
    ...ordinaryMeetings({ body: 'City Council', location: hall, time: '18:00', days: [-25, -11] }),
  ],
}
