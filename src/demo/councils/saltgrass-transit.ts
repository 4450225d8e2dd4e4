import { agenda, decided, ordinaryMeetings } from '../agenda.ts'
import { type CouncilPlan, type ItemPlan, usualHabits } from '../plan.ts'

const room = 'Board Room, 2200 Estuary Drive, Suite 400'

const busCameras: ItemPlan = {
  matter: 'bus-cameras',
  type: 'Contract',
  title:
    'AUTHORIZE the General Manager to award Contract No. SG-118 to Safe Fleet for on-board video surveillance cameras on 84 buses, in an amount not to exceed $1,932,600, inclusive of sales tax',
  text: 'RECOMMENDATION: award a firm fixed price contract for on-board video surveillance systems. ISSUE: the recorders now in service are no longer supported by the manufacturer.',
  technologies: ['video-surveillance'],
  attachments: [
    {
      name: 'Attachment A - Procurement Summary',
      paragraphs: [
        'Contract SG-118, Safe Fleet. Method of procurement: competitive. Proposals received: 3.',
        'Award amount $1,932,600 for 84 buses, eight cameras each, with five years of support.',
      ],
    },
    {
      name: 'Presentation',
      paragraphs: [
        'On-board video surveillance system replacement. Cost, schedule and next steps.',
      ],
    },
  ],
}

const weapons: ItemPlan = {
  matter: 'weapons-pilot',
  type: 'Informational Report',
  title:
    'RECEIVE AND FILE report on the weapons detection system pilot at Estuary Station (Evolv Technology)',
  technologies: ['weapons-detection'],
}

/** A special district: a transit board with committees and motions in capitals. */
export const saltgrassTransit: CouncilPlan = {
  client: 'saltgrass',
  name: 'Saltgrass Regional Transit District',
  government: 'Saltgrass Regional Transit District',
  state: 'CA',
  type: 'special',
  timeZone: 'America/Los_Angeles',
  division: 'ocd-division/country:us/state:ca/transit:saltgrass',
  population: 690_000,
  latitude: 36.71,
  longitude: -121.7,
  platform: 'legistar',
  api: 'open',
  portal: 'up',
  habits: { ...usualHabits, numbering: 'running', marksConsent: false },
  members: [
    'Director Amparo Salinas',
    'Director Jonah Wexler',
    'Director Priya Chandran',
    'Director Luther Gaines',
    'Director Mei-Ling Zhou',
  ],
  meetings: [
    {
      key: 'board-next',
      body: 'Board of Directors - Regular Board Meeting',
      at: { days: 12, time: '10:00' },
      location: `${room}\r\nSaltgrass, CA`,
      comment:
        'Watch online: https://saltgrass.example/board\r\nListen by phone: see the second page of the agenda',
      agenda: 'final',
      sections: agenda('sg-board-next', { consent: [busCameras], business: [weapons] }),
    },
    {
      key: 'operations-last',
      body: 'Operations and Safety Committee',
      at: { days: -3, time: '09:30' },
      location: room,
      agenda: 'final',
      minutes: 'draft',
      sections: decided(
        agenda('sg-operations-last', {
          business: [
            {
              ...busCameras,
              outcome: { action: 'forwarded to the Board', result: 'Pass', isRecorded: true },
            },
          ],
        }),
      ),
    },
    ...ordinaryMeetings({
      body: 'Board of Directors - Regular Board Meeting',
      location: room,
      time: '10:00',
      days: [-45, -16],
    }),
  ],
}
