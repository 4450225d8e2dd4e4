import { agenda, decided, ordinaryMeetings } from '../agenda.ts'
import { type CouncilPlan, type ItemPlan, usualHabits } from '../plan.ts'

const hall = 'Council Chambers, 1 Ferry Plaza, Port Ellery, NJ'

const cameras: ItemPlan = {
  matter: 'cctv-waterfront',
  name: 'Waterfront cameras',
  type: 'Resolution',
  title:
    'Resolution awarding a contract to Genetec, Inc. through an authorized reseller for video surveillance cameras and video management software on the waterfront, $612,480',
  text: 'Award of contract for 64 fixed video surveillance cameras, servers and Genetec Security Center licences on the waterfront esplanade. State contract T-0109.',
  technologies: ['video-surveillance'],
  sponsors: ['Anthony Bellucci'],
  attachments: [
    {
      name: 'Legislation - Waterfront Cameras',
      paragraphs: [
        'A resolution awarding a contract for the installation of 64 video surveillance cameras on the waterfront esplanade.',
        'The cost shall not exceed $612,480 and is charged to the Capital Improvement Fund, account C-04-22.',
      ],
    },
  ],
}

const plateReaders: ItemPlan = {
  matter: 'alpr-grant',
  name: 'Plate reader grant',
  type: 'Resolution',
  title:
    'Resolution accepting a grant of $180,000 from the State Office of the Attorney General for automated license plate recognition equipment supplied by Motorola Solutions, Inc. (Vigilant)',
  text: 'The grant pays for nine fixed automated license plate recognition cameras. No local match is required.',
  technologies: ['alpr'],
  attachments: [
    {
      name: 'Grant Award Letter',
      paragraphs: [
        'The Office of the Attorney General awards $180,000 to the City of Port Ellery for automated license plate recognition.',
        'Equipment is to be bought from the approved list; the city named Motorola Solutions (Vigilant).',
      ],
    },
  ],
}

/** A city whose API asks for a token: only the pages can be read. */
export const portEllery: CouncilPlan = {
  client: 'portellery',
  name: 'Port Ellery',
  government: 'City of Port Ellery',
  state: 'NJ',
  type: 'city',
  timeZone: 'America/New_York',
  division: 'ocd-division/country:us/state:nj/place:port_ellery',
  population: 74_920,
  latitude: 40.48,
  longitude: -74.11,
  platform: 'legistar',
  api: 'token',
  portal: 'up',
  habits: {
    ...usualHabits,
    numbering: 'running',
    voteWords: { yes: 'Affirmative', no: 'Negative' },
    headings: { agenda: 'Agenda', minutes: 'Minutes', details: 'Meeting Details' },
    hasUpcomingGrid: true,
  },
  members: [
    'Anthony Bellucci',
    'Yolanda Crews',
    'Sunita Raman',
    'Patrick Doyle',
    'Grace Oyelaran',
    'Michael Stefanov',
    'Carmen Lugo',
  ],
  meetings: [
    {
      key: 'council-next',
      body: 'Municipal Council',
      at: { days: 1, time: '19:00' },
      location: hall,
      comment: 'Remote attendance: https://portellery.example/remote',
      agenda: 'final',
      sections: agenda('pe-council-next', { consent: [plateReaders], business: [cameras] }),
    },
    {
      key: 'safety-deferred',
      body: 'Committee on Public Safety',
      at: { days: 6, time: '10:00' },
      timeWords: 'Deferred',
      location: 'Committee Room 2',
      agenda: 'final',
      notice: { kind: 'cancelled', words: 'Deferred', where: 'time' },
      sections: agenda('pe-safety-deferred', { business: [plateReaders] }),
    },
    {
      key: 'finance-last',
      body: 'Committee on Finance',
      at: { days: -6, time: '11:00' },
      location: 'Committee Room 1',
      agenda: 'final',
      minutes: 'final',
      videoClip: 871,
      sections: decided(
        agenda('pe-finance-last', {
          business: [
            {
              ...cameras,
              outcome: {
                action: 'Referred to the Council',
                result: 'Pass',
                against: ['Yolanda Crews', 'Carmen Lugo'],
                absent: ['Patrick Doyle'],
              },
            },
          ],
        }),
      ),
    },
    ...ordinaryMeetings({
      body: 'Municipal Council',
      location: hall,
      time: '19:00',
      days: [-29, -15, 15, 29],
    }),
  ],
}
