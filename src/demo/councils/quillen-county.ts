import { agenda, decided, ordinaryMeetings } from '../agenda.ts'
import { type CouncilPlan, type ItemPlan, usualHabits } from '../plan.ts'

const room = 'Commission Meeting Room, County Administration Building'

const ankleMonitors: ItemPlan = {
  matter: 'gps-monitoring',
  type: 'Contract',
  title:
    'Contract with Sentinel Offender Services for GPS ankle monitors and electronic monitoring of pretrial defendants, $412,000 annually',
  text: 'Requested by the Sheriff and the Office of Pretrial Services. The contract has four one-year options.',
  technologies: ['electronic-monitoring'],
  attachments: [
    {
      name: 'Contract Summary',
      paragraphs: [
        'GPS ankle monitoring for up to 220 participants at $5.13 per day each. Annual amount $412,000.',
      ],
    },
  ],
}

const bodyScanner: ItemPlan = {
  matter: 'body-scanner',
  type: 'Purchase',
  title: 'Sole source purchase of a full-body security scanner for the county jail, $164,900',
  text: 'Sole source purchase requested by the Sheriff for the jail intake area.',
  technologies: ['weapons-detection'],
}

const helicopter: ItemPlan = {
  matter: 'flir',
  type: 'Purchase',
  title:
    'Purchase of a Teledyne FLIR thermal imaging camera system for the Sheriff helicopter, $389,215',
  technologies: ['thermal-imaging', 'manned-aerial-surveillance'],
}

/** Only its attachment says what is bought. */
const technologyServices: ItemPlan = {
  matter: 'technology-services',
  type: 'Contract',
  title: 'Approval of a technology services agreement for the Sheriff’s Office',
  technologies: ['alpr'],
  attachments: [
    {
      name: 'Staff Report',
      paragraphs: [
        'To: Board of Commissioners. From: Office of the Sheriff. Subject: technology services agreement.',
        'The Sheriff recommends approval of an agreement with Flock Group, Inc. (Flock Safety) for 24 automated license plate reader cameras on county roads.',
        'The automated license plate readers record the plate, color and make of passing vehicles. Images are kept for 30 days and may be searched by other agencies of the network.',
        'The total cost shall not exceed $151,200 over two years and is charged to the General Fund.',
      ],
    },
    {
      name: 'Insurance Certificate',
      paragraphs: [
        'Certificate of liability insurance. General aggregate $2,000,000; each occurrence $1,000,000.',
      ],
    },
  ],
}

/** A list of payments that names a maker of cameras once: nothing to vote on. */
const accountsPayable: ItemPlan = {
  matter: 'accounts-payable',
  type: 'Claims',
  title: 'Approval of accounts payable for the preceding two weeks',
  attachments: [
    {
      name: 'Check Register',
      paragraphs: [
        'Check 104512, Altamaha Office Supply, $1,248.60.',
        'Check 104513, Axon Enterprise, Inc., $3,412.00.',
        'Check 104514, Baldwin Paving Company, $48,110.25.',
        'Check 104515, Piedmont Fleet Tires, $2,905.18.',
        'Check 104516, Quillen Ledger, legal notices, $310.00.',
      ],
    },
  ],
}

/** A county: commissioners by district, a consent calendar, the Sheriff's purchases. */
export const quillenCounty: CouncilPlan = {
  client: 'quillencounty',
  name: 'Quillen County',
  government: 'Quillen County Board of Commissioners',
  state: 'GA',
  type: 'county',
  timeZone: 'America/New_York',
  division: 'ocd-division/country:us/state:ga/county:quillen',
  population: 164_550,
  latitude: 33.02,
  longitude: -83.37,
  platform: 'legistar',
  api: 'open',
  portal: 'up',
  habits: { ...usualHabits, voteWords: { yes: 'Yes', no: 'No' } },
  members: [
    'Chairman Walter Beasley',
    'Commissioner Simone Tate',
    'Commissioner Dale Purvis',
    'Commissioner Andrea Mobley',
    'Commissioner Jerome Styles',
  ],
  meetings: [
    {
      key: 'board-next',
      body: 'Board of Commissioners',
      at: { days: 8, time: '10:00' },
      location: room,
      agenda: 'final',
      sections: agenda('qc-board-next', {
        consent: [accountsPayable, bodyScanner, technologyServices],
        business: [ankleMonitors],
      }),
    },
    {
      key: 'board-last',
      body: 'Board of Commissioners',
      at: { days: -13, time: '10:00' },
      location: room,
      agenda: 'final',
      minutes: 'final',
      videoClip: 1_204,
      absent: ['Commissioner Dale Purvis'],
      sections: decided(
        agenda('qc-board-last', {
          business: [
            {
              ...helicopter,
              outcome: {
                action: 'approved',
                result: 'Pass',
                against: ['Commissioner Simone Tate'],
                absent: ['Commissioner Dale Purvis'],
              },
            },
          ],
        }),
      ),
    },
    {
      key: 'zoning-cancelled',
      body: 'Zoning Board of Appeals',
      at: { days: 2, time: '18:00' },
      location: room,
      agenda: 'none',
      notice: { kind: 'cancelled', words: 'CANCELLED', where: 'body' },
      sections: [],
    },
    ...ordinaryMeetings({
      body: 'Board of Commissioners',
      location: room,
      time: '10:00',
      days: [-41, -27, 22],
    }),
  ],
}
