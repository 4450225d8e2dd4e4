import { agenda, ordinaryMeetings } from '../agenda.ts'
import { type CouncilPlan, type ItemPlan, usualHabits } from '../plan.ts'

const hall = 'Commission Chambers, 15 Marlow Causeway'

const cloudCameras: ItemPlan = {
  matter: 'verkada',
  type: 'Purchase',
  title:
    'Purchase of Verkada cloud-managed security cameras for beach access points and the marina from a reseller under the OMNIA cooperative contract, $228,310',
  text: 'Fifty-two Verkada cameras, mounts and five-year licences.',
  technologies: ['video-surveillance'],
  attachments: [
    {
      name: 'Reseller Quote',
      paragraphs: ['52 Verkada cameras with five-year licences: $228,310.'],
    },
  ],
}

/** A city whose portal breaks while one watches: it goes on answering 200, with an error page. */
export const islaMarlow: CouncilPlan = {
  client: 'islamarlow',
  name: 'Isla Marlow',
  government: 'City of Isla Marlow',
  state: 'FL',
  type: 'city',
  timeZone: 'America/New_York',
  division: 'ocd-division/country:us/state:fl/place:isla_marlow',
  population: 18_960,
  latitude: 26.93,
  longitude: -82.34,
  platform: 'legistar',
  api: 'open',
  portal: 'up',
  habits: { ...usualHabits, voteWords: { yes: 'Yes', no: 'No' } },
  members: [
    'Mayor Denise Fontaine',
    'Commissioner Ray Acosta',
    'Commissioner Beth Sorrell',
    'Commissioner Omar Haddad',
    'Commissioner Jill Tran',
  ],
  meetings: [
    {
      key: 'commission-next',
      body: 'City Commission',
      at: { days: 7, time: '17:00' },
      location: hall,
      agenda: 'final',
      sections: agenda('im-commission-next', { consent: [cloudCameras] }),
    },
    {
      key: 'workshop-moved',
      body: 'City Commission Workshop',
      at: { days: 10, time: '14:00' },
      location: hall,
      agenda: 'none',
      comment: 'This meeting has been rescheduled. The new date will be announced.',
      notice: { kind: 'rescheduled', words: 'rescheduled', where: 'comment' },
      sections: [],
    },
    ...ordinaryMeetings({
      body: 'City Commission',
      location: hall,
      time: '17:00',
      days: [-35, -21, -7, 21],
    }),
  ],
}
