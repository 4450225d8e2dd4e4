import { agenda, decided, ordinaryMeetings } from '../agenda.ts'
import { type CouncilPlan, type ItemPlan, usualHabits } from '../plan.ts'

const chamber = 'Council Chamber, City Hall\r\n210 Harbor Street\r\nAlder Bay, WA'

/** On discussion at first; a step of the scenario moves it to consent and rewords its amount. */
export const evidenceRenewal: ItemPlan = {
  matter: 'digital-evidence',
  type: 'Contract',
  title:
    'Renewal of the digital evidence management and body-worn camera agreement with Axon Enterprise, Inc. for a five-year term in an amount not to exceed $1,486,200',
  text: 'The Police Department requests renewal of the agreement with Axon Enterprise, Inc. for body-worn cameras, interview room cameras, licences and digital evidence storage at Evidence.com. The five-year cost is $1,486,200 and is funded from the General Fund and the Public Safety Sales Tax. The purchase uses Sourcewell contract 101223-AXN.',
  technologies: ['body-worn-camera', 'digital-evidence-management'],
  attachments: [
    {
      name: 'Staff Report - Axon Renewal',
      paragraphs: [
        'Recommendation: authorize the City Manager to execute a five-year renewal with Axon Enterprise, Inc. for body-worn cameras and digital evidence management.',
        'Background: the current agreement covers 46 body-worn cameras and expires at the end of next month. The renewal replaces each camera twice during the term.',
        'Fiscal impact: the five-year total shall not exceed $1,486,200. The first-year payment is $297,240.',
        'Retention: recordings that are not evidence are kept for 90 days.',
      ],
    },
  ],
}

/** Added while the demonstration runs. */
export const cameraAddition: ItemPlan = {
  matter: 'alpr-expansion',
  type: 'Contract',
  title:
    'First amendment to the agreement with Flock Group, Inc. (Flock Safety) for automated license plate reader cameras, adding 14 cameras at an annual cost of $42,000',
  text: 'The amendment adds 14 automated license plate reader cameras to the 22 now in service and extends the term by two years. The annual cost of the added cameras is $42,000, with a one-time installation fee of $9,100.',
  technologies: ['alpr'],
  attachments: [
    {
      name: 'First Amendment - Flock Group, Inc.',
      paragraphs: [
        'This First Amendment is made between the City of Alder Bay and Flock Group, Inc. ("Flock Safety").',
        'Section 1. The parties add fourteen (14) Falcon license plate reader cameras at the locations in Exhibit A.',
        'Section 2. The annual subscription for the added cameras is $42,000 ($3,000 for each camera). A one-time fee of $9,100 is due on installation.',
        'Section 3. The term is extended by twenty-four months and renews for successive periods of twenty-four months unless either party gives sixty days notice.',
      ],
    },
  ],
}

const drones: ItemPlan = {
  matter: 'drone-program',
  type: 'Resolution',
  title:
    'Resolution authorizing the purchase of unmanned aircraft systems and docks from Skydio, Inc. for a drone as first responder pilot program, $318,750',
  text: 'Purchase of three docked unmanned aircraft systems, software and training for a twelve-month drone as first responder pilot program operated by the Police Department.',
  technologies: ['drone-first-responder', 'drone'],
  sponsors: ['Marisol Quintero', 'Deshawn Pruitt'],
  attachments: [
    {
      name: 'Resolution with Exhibit A',
      paragraphs: [
        'Whereas the Police Department proposes a twelve-month pilot of drones as first responders;',
        'Now therefore the City Council authorizes the purchase of three Skydio X10 unmanned aircraft and docks in the amount of $318,750.',
      ],
    },
    {
      name: 'Public Safety Committee Minutes Excerpt',
      format: 'html',
      paragraphs: ['The committee recommended the drone pilot program by a vote of two to one.'],
    },
  ],
}

/** A city with a good Web API; its next council meeting changes while one watches. */
export const alderBay: CouncilPlan = {
  client: 'alderbay',
  name: 'Alder Bay',
  government: 'City of Alder Bay',
  state: 'WA',
  type: 'city',
  timeZone: 'America/Los_Angeles',
  division: 'ocd-division/country:us/state:wa/place:alder_bay',
  population: 58_410,
  latitude: 47.92,
  longitude: -122.61,
  platform: 'legistar',
  api: 'open',
  portal: 'up',
  habits: usualHabits,
  members: [
    'Marisol Quintero',
    'Deshawn Pruitt',
    'Ingrid Halvorsen',
    'Thomas Okafor',
    'Lena Whitcomb',
    'Paul Nakagawa',
    'Ruth Ferreira',
  ],
  meetings: [
    {
      key: 'council-next',
      body: 'City Council',
      at: { days: 2, time: '18:30' },
      location: chamber,
      comment:
        'Watch or comment online: https://alderbay.zoom.example/j/000\r\nWritten comment is taken until 4:00 PM on the day of the meeting.',
      agenda: 'final',
      touchedDaysAgo: 1,
      sections: agenda('council-next', { business: [evidenceRenewal, drones] }),
    },
    {
      key: 'safety-last',
      body: 'Public Safety Committee',
      at: { days: -9, time: '16:00' },
      location: 'Harbor Room, City Hall',
      members: ['Marisol Quintero', 'Deshawn Pruitt', 'Lena Whitcomb'],
      agenda: 'final',
      minutes: 'final',
      sections: decided(
        agenda('safety-last', {
          business: [
            {
              ...drones,
              outcome: {
                action: 'recommended for adoption',
                result: 'Pass',
                against: ['Lena Whitcomb'],
              },
            },
          ],
        }),
      ),
    },
    ...ordinaryMeetings({
      body: 'City Council',
      location: chamber,
      time: '18:30',
      days: [-40, -26, -12, 16, 30],
    }),
    ...ordinaryMeetings({
      body: 'Planning Commission',
      location: 'Harbor Room, City Hall',
      time: '17:30',
      days: [-20, 5, 22],
    }),
  ],
}
