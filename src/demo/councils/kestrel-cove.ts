import { agenda, decided, ordinaryMeetings } from '../agenda.ts'
import { type CouncilPlan, type ItemPlan, usualHabits } from '../plan.ts'

const hall = 'Assembly Chambers, 3 Spruce Landing'

const harbourCameras: ItemPlan = {
  matter: 'harbor-cameras',
  type: 'Resolution',
  title:
    'A Resolution Appropriating $75,000 for Pole-Mounted Security Cameras at the Small Boat Harbor',
  text: 'Twelve pole-mounted security cameras at the small boat harbor, recorded for 30 days.',
  technologies: ['video-surveillance'],
  sponsors: ['Assembly Member Demientieff'],
}

/** A small town in Alaska whose calendar has pictures for headings. */
export const kestrelCove: CouncilPlan = {
  client: 'kestrelcove',
  name: 'Kestrel Cove',
  government: 'Town of Kestrel Cove',
  state: 'AK',
  type: 'town',
  timeZone: 'America/Anchorage',
  division: 'ocd-division/country:us/state:ak/place:kestrel_cove',
  population: 3_120,
  latitude: 59.6,
  longitude: -151.4,
  platform: 'legistar',
  api: 'unknown',
  portal: 'up',
  habits: {
    ...usualHabits,
    hasPictureHeadings: true,
    hasCalendarColumn: false,
    numbering: 'running',
    voteWords: { yes: 'Yes', no: 'No' },
  },
  members: ['Assembly Member Demientieff', 'Assembly Member Olson', 'Assembly Member Kvasnikoff'],
  meetings: [
    {
      key: 'assembly-next',
      body: 'Town Assembly',
      at: { days: 15, time: '18:00' },
      location: hall,
      agenda: 'final',
      sections: agenda('kc-assembly-next', { business: [harbourCameras] }),
    },
    {
      key: 'assembly-last',
      body: 'Town Assembly',
      at: { days: -13, time: '18:00' },
      location: hall,
      agenda: 'final',
      minutes: 'draft',
      sections: decided(agenda('kc-assembly-last', {})),
    },
    {
      key: 'harbor-cancelled',
      body: 'Harbor Commission',
      at: { days: 3, time: '12:00' },
      location: hall,
      comment: 'MEETING CANCELED - LACK OF QUORUM',
      agenda: 'none',
      notice: { kind: 'cancelled', words: 'MEETING CANCELED - LACK OF QUORUM', where: 'comment' },
      sections: [],
    },
    ...ordinaryMeetings({ body: 'Town Assembly', location: hall, time: '18:00', days: [-41] }),
  ],
}
