import { agenda, decided, ordinaryMeetings } from '../agenda.ts'
import { type CouncilPlan, type ItemPlan, usualHabits } from '../plan.ts'

const hall = 'Council Chambers, 500 Civic Center Way'

const phoneTools: ItemPlan = {
  matter: 'phone-forensics',
  type: 'Contract',
  title:
    'Purchase of Cellebrite mobile device forensics licences and training for the Police Department, $68,940, funded by RICO proceeds',
  text: 'Annual licences of Cellebrite Inseyets and Pathfinder for two examiners.',
  technologies: ['phone-forensics'],
  attachments: [
    {
      name: 'Quote 2218-C',
      paragraphs: [
        'Cellebrite Inc. quote for Inseyets Online Pro and Pathfinder: $68,940 for twelve months.',
      ],
    },
  ],
}

const crimeCenter: ItemPlan = {
  matter: 'rtcc',
  type: 'Contract',
  title:
    'Professional services agreement for a real-time crime center, including Axon Fusus camera integration, in an amount not to exceed $925,000',
  text: 'The real-time crime center would combine city-owned cameras with streams shared by businesses that enrol in a camera registry.',
  technologies: ['real-time-crime-center', 'camera-registry-integration'],
}

/** A desert city without daylight saving; one of its meetings moves to another hour. */
export const mesaSerena: CouncilPlan = {
  client: 'mesaserena',
  name: 'Mesa Serena',
  government: 'City of Mesa Serena',
  state: 'AZ',
  type: 'city',
  timeZone: 'America/Phoenix',
  division: 'ocd-division/country:us/state:az/place:mesa_serena',
  population: 201_300,
  latitude: 33.2,
  longitude: -112.4,
  platform: 'legistar',
  api: 'open',
  portal: 'up',
  habits: { ...usualHabits, numbering: 'running', hasPageFurniture: true },
  members: [
    'Mayor Elena Vasquez-Reid',
    'Vice Mayor Harold Beck',
    'Councilmember Tsosie',
    'Councilmember Abernathy',
    'Councilmember Nuñez',
    'Councilmember Park',
    'Councilmember Whitfield',
  ],
  meetings: [
    {
      key: 'council-next',
      body: 'City Council',
      at: { days: 3, time: '17:30' },
      location: hall,
      agenda: 'final',
      sections: agenda('ms-council-next', { consent: [phoneTools] }),
    },
    {
      key: 'study-session',
      body: 'City Council Study Session',
      at: { days: 9, time: '15:00' },
      location: hall,
      agenda: 'draft',
      sections: agenda('ms-study', { business: [crimeCenter] }),
    },
    {
      key: 'council-last',
      body: 'City Council',
      at: { days: -4, time: '17:30' },
      location: hall,
      agenda: 'final',
      minutes: 'draft',
      sections: decided(
        agenda('ms-council-last', {
          business: [
            {
              matter: 'alpr-withdrawn',
              type: 'Contract',
              title:
                'Agreement with Rekor Systems, Inc. for license plate recognition at two parking garages, $57,000',
              technologies: ['alpr'],
              outcome: {
                action: 'failed',
                result: 'Fail',
                against: [
                  'Councilmember Tsosie',
                  'Councilmember Abernathy',
                  'Councilmember Nuñez',
                  'Councilmember Park',
                ],
              },
            },
          ],
        }),
      ),
    },
    ...ordinaryMeetings({
      body: 'City Council',
      location: hall,
      time: '17:30',
      days: [-32, -18, 17],
    }),
    ...ordinaryMeetings({
      body: 'Library Board',
      location: 'Central Library',
      time: '16:00',
      days: [-11, 4],
    }),
  ],
}
