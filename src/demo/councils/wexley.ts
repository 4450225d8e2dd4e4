import { agenda, decided, ordinaryMeetings } from '../agenda.ts'
import { type CouncilPlan, type ItemPlan, usualHabits } from '../plan.ts'

const hall = 'Council Chambers, 60 Foundry Street'

const dataPlatform: ItemPlan = {
  matter: 'lexisnexis',
  type: 'Resolution',
  title:
    'Authorizing the Director of Public Safety to renew the subscription to LexisNexis Accurint Virtual Crime Center for three years, $93,150',
  text: 'The subscription gives detectives public records searches and crime analysis. Three annual payments of $31,050.',
  technologies: ['data-broker'],
  attachments: [
    {
      name: 'Accurint Renewal Order Form',
      paragraphs: [
        'LexisNexis Risk Solutions. Accurint Virtual Crime Center. Three years at $31,050, total $93,150.',
      ],
    },
  ],
}

/** Heard before the demonstration begins; a step posts what became of it. */
const bodyCameras: ItemPlan = {
  matter: 'body-cameras',
  type: 'Resolution',
  title:
    'Authorizing an agreement with Motorola Solutions for 28 V300 body-worn cameras and cloud storage, $171,360 over five years',
  technologies: ['body-worn-camera'],
}

/** A city whose API lists meetings and never their items: those are on the pages only. */
export const wexley: CouncilPlan = {
  client: 'wexley',
  name: 'Wexley',
  government: 'City of Wexley',
  state: 'OH',
  type: 'city',
  timeZone: 'America/New_York',
  division: 'ocd-division/country:us/state:oh/place:wexley',
  population: 31_240,
  latitude: 40.66,
  longitude: -82.1,
  platform: 'legistar',
  api: 'items-empty',
  portal: 'up',
  habits: { ...usualHabits, numbering: 'running', voteWords: { yes: 'Yea', no: 'Nay' } },
  members: ['Ms. Kowalczyk', 'Mr. Danforth', 'Ms. Abara', 'Mr. Lutz', 'Ms. Pettibone'],
  meetings: [
    {
      key: 'council-next',
      body: 'City Council',
      at: { days: 4, time: '19:30' },
      location: hall,
      agenda: 'final',
      sections: agenda('wx-council-next', { business: [dataPlatform] }),
    },
    {
      key: 'council-last',
      body: 'City Council',
      at: { days: -10, time: '19:30' },
      location: hall,
      agenda: 'final',
      minutes: 'final',
      sections: decided(
        agenda('wx-council-last', {
          business: [
            {
              ...dataPlatform,
              outcome: { action: 'Tabled', result: 'Pass', against: ['Mr. Lutz'] },
            },
          ],
        }),
      ),
    },
    {
      key: 'safety-yesterday',
      body: 'Safety and Service Committee',
      at: { days: -3, time: '17:00' },
      location: hall,
      agenda: 'final',
      sections: agenda('wx-safety', { business: [bodyCameras] }),
    },
    ...ordinaryMeetings({
      body: 'City Council',
      location: hall,
      time: '19:30',
      days: [-38, -24, 18],
    }),
  ],
}
