import { agenda, decided, ordinaryMeetings } from '../agenda.ts'
import { type CouncilPlan, type ItemPlan, usualHabits } from '../plan.ts'

const hall = 'City Hall Council Chambers, 1400 Main Street'

const plateReaders: ItemPlan = {
  matter: 'alpr-cooperative',
  type: 'Resolution',
  title:
    'Resolution approving a cooperative purchase of 30 license plate reader cameras from Flock Safety through BuyBoard for $97,500 per year for two years',
  text: 'The two-year total is $195,000. The item was postponed at the previous meeting so that staff could add the retention period to the agreement.',
  technologies: ['alpr'],
  sponsors: ['Place 3 - Renee Castillo'],
  attachments: [
    {
      name: 'Agenda Item Summary',
      paragraphs: [
        'Purchase of thirty (30) license plate reader cameras from Flock Group, Inc. through BuyBoard contract 698-23.',
        'Annual cost $97,500; two-year total $195,000. Data is kept for thirty days.',
      ],
    },
    {
      name: 'Draft Use Policy',
      format: 'html',
      paragraphs: [
        'Automated license plate reader data is kept for thirty days unless it is evidence in a case.',
        'Searches require a case number or an incident number.',
      ],
    },
  ],
}

/** A city where a purchase was postponed and comes back; its API disregards filters. */
export const harlanRidge: CouncilPlan = {
  client: 'harlanridge',
  name: 'Harlan Ridge',
  government: 'City of Harlan Ridge',
  state: 'TX',
  type: 'city',
  timeZone: 'America/Chicago',
  division: 'ocd-division/country:us/state:tx/place:harlan_ridge',
  population: 46_780,
  latitude: 30.74,
  longitude: -97.55,
  platform: 'legistar',
  api: 'open',
  portal: 'up',
  habits: { ...usualHabits, ignoresFilter: true, numbering: 'letters' },
  members: [
    'Mayor Curtis Redmond',
    'Place 1 - Alicia Venable',
    'Place 2 - Tran Nguyen',
    'Place 3 - Renee Castillo',
    'Place 4 - Doyle Hutchins',
  ],
  meetings: [
    {
      key: 'council-next',
      body: 'City Council',
      at: { days: 5, time: '18:00' },
      location: hall,
      agenda: 'final',
      sections: agenda('hr-council-next', { business: [plateReaders] }),
    },
    {
      key: 'council-last',
      body: 'City Council',
      at: { days: -9, time: '18:00' },
      location: hall,
      agenda: 'final',
      minutes: 'final',
      videoClip: 402,
      sections: decided(
        agenda('hr-council-last', {
          business: [
            { ...plateReaders, outcome: { action: 'postponed', result: 'Pass', isRecorded: true } },
          ],
        }),
      ),
    },
    {
      key: 'workshop',
      body: 'City Council Workshop',
      at: { days: 5, time: '16:30' },
      location: hall,
      comment: 'VIDEO CONFERENCE ONLY: https://harlanridge.example/workshop',
      agenda: 'final',
      sections: agenda('hr-workshop', { business: [plateReaders] }),
    },
    ...ordinaryMeetings({
      body: 'City Council',
      location: hall,
      time: '18:00',
      days: [-37, -23, 19, 33],
    }),
    ...ordinaryMeetings({
      body: 'Planning and Zoning Commission',
      location: hall,
      time: '18:00',
      days: [-16, -2, 12],
    }),
  ],
}
