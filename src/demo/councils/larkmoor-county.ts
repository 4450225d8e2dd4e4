import { agenda, ordinaryMeetings } from '../agenda.ts'
import { type CouncilPlan, type ItemPlan, usualHabits } from '../plan.ts'

const room = 'Commissioners Court, Larkmoor County Courthouse'

const jailCalls: ItemPlan = {
  matter: 'jail-calls',
  type: 'Agreement',
  title:
    'Agreement with Securus Technologies for inmate telephone, tablet and call monitoring services at the county jail, no cost to the county',
  text: 'Calls are recorded and transcribed. The county receives a technology credit of $60,000.',
  technologies: ['jail-communications-monitoring'],
}

/** Committee days in plenty: the calendar does not fit on one page of a hundred rows. */
const committeeDays = Array.from({ length: 26 }, (_, index) => index * 7 - 140)

/** A county with more meetings than a calendar page shows; pages only. */
export const larkmoorCounty: CouncilPlan = {
  client: 'larkmoor',
  name: 'Larkmoor County',
  government: 'Larkmoor County',
  state: 'IN',
  type: 'county',
  timeZone: 'America/Indiana/Indianapolis',
  division: 'ocd-division/country:us/state:in/county:larkmoor',
  population: 87_300,
  latitude: 39.97,
  longitude: -86.4,
  platform: 'legistar',
  api: 'unknown',
  portal: 'up',
  habits: { ...usualHabits, period: 'All Years', voteWords: { yes: 'Aye', no: 'Nay' } },
  members: ['Commissioner Hadley', 'Commissioner Broch', 'Commissioner Imler'],
  meetings: [
    {
      key: 'commissioners-next',
      body: 'Board of Commissioners',
      at: { days: 6, time: '09:00' },
      location: room,
      agenda: 'final',
      sections: agenda('lm-next', { business: [jailCalls] }),
    },
    ...['Drainage Board', 'Area Plan Commission', 'County Council', 'Highway Committee'].flatMap(
      (body, index) =>
        ordinaryMeetings({
          body,
          location: room,
          time: `${String(9 + 2 * index).padStart(2, '0')}:00`,
          days: committeeDays.map((day) => day + index),
        }),
    ),
  ],
}
