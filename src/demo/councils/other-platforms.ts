import { agenda, decided, ordinaryMeetings } from '../agenda.ts'
import { type CouncilPlan, type ItemPlan, usualHabits } from '../plan.ts'

interface Town
  extends Pick<
    CouncilPlan,
    'client' | 'name' | 'state' | 'timeZone' | 'platform' | 'population' | 'latitude' | 'longitude'
  > {
  readonly body: string
  readonly hall: string
  readonly time: string
  /** Days until the meeting that takes `item` up. */
  readonly days: number
  readonly item: ItemPlan
  /** On consent, where nobody speaks unless asked. */
  readonly isConsent?: boolean
  readonly cancelled?: { readonly body: string; readonly days: number }
}

/** A town whose next meeting has one purchase among everyday business. */
function town(parts: Town): CouncilPlan {
  const { body, hall, time, days, item, isConsent, cancelled, ...place } = parts
  const slug = place.name.toLowerCase().replaceAll(' ', '_')
  const at = { location: hall, agenda: 'final' as const }
  return {
    ...place,
    government: `City of ${place.name}`,
    type: 'city',
    division: `ocd-division/country:us/state:${place.state.toLowerCase()}/place:${slug}`,
    api: 'unknown',
    portal: 'up',
    habits: { ...usualHabits, numbering: 'running' },
    members: ['Council Member Ives', 'Council Member Roth', 'Council Member Tran'],
    meetings: [
      {
        ...at,
        key: 'next',
        body,
        at: { days, time },
        sections: agenda(
          `${place.client}-next`,
          isConsent ? { consent: [item] } : { business: [item] },
        ),
      },
      {
        ...at,
        key: 'last',
        body,
        at: { days: days - 14, time },
        sections: decided(agenda(`${place.client}-last`, {})),
      },
      ...(cancelled
        ? [
            {
              ...at,
              key: 'off',
              body: cancelled.body,
              at: { days: cancelled.days, time },
              notice: { kind: 'cancelled' as const, words: 'CANCELLED', where: 'body' as const },
              sections: agenda(`${place.client}-off`, {}),
            },
          ]
        : []),
      ...ordinaryMeetings({ body, location: hall, time, days: [days - 28] }),
    ],
  }
}

const report = (name: string, ...paragraphs: string[]) => [{ name, paragraphs }]

/** Councils on other platforms than Legistar, one each. */
export const otherPlatforms: readonly CouncilPlan[] = [
  town({
    client: 'briar-point',
    name: 'Briar Point',
    state: 'CA',
    timeZone: 'America/Los_Angeles',
    platform: 'primegov',
    population: 61_300,
    latitude: 33.9,
    longitude: -117.9,
    body: 'City Council',
    hall: 'Civic Center, 1 Plaza Way',
    time: '18:30',
    days: 3,
    isConsent: true,
    item: {
      matter: 'lpr-renewal',
      type: 'Contract',
      title:
        'Second Amendment to the agreement with Flock Group Inc. for automated license plate readers, not to exceed $186,000',
      text: 'Adds twelve license plate readers for a two-year term.',
      technologies: ['alpr'],
      attachments: report(
        'Staff Report',
        'The amendment adds twelve (12) license plate readers for a total of 40 cameras. The vendor is a sole source. Funding: General Fund.',
        'ALPR data is retained for 30 days and may be shared with other law enforcement agencies in California.',
      ),
    },
    cancelled: { body: 'Planning Commission', days: 5 },
  }),
  town({
    client: 'dunmore-falls',
    name: 'Dunmore Falls',
    state: 'MO',
    timeZone: 'America/Chicago',
    platform: 'civicplus',
    population: 18_450,
    latitude: 37.2,
    longitude: -94.2,
    body: 'City Council',
    hall: 'City Hall, 200 Main Street',
    time: '19:00',
    days: 2,
    item: {
      matter: 'drones',
      type: 'Resolution',
      title:
        'Purchase of two Skydio X10 drones and a docking station for the Police Department, $74,900',
      text: 'Drone as first responder program, one year, paid from the asset forfeiture fund.',
      technologies: ['drone', 'drone-first-responder'],
      attachments: report(
        'Quote',
        'Two Skydio X10 drones with dock. Total $74,900. Cooperative purchase under Sourcewell Contract No. 011223-SKY.',
      ),
    },
  }),
  town({
    client: 'port-linden',
    name: 'Port Linden',
    state: 'NE',
    timeZone: 'America/Chicago',
    platform: 'civicweb',
    population: 44_020,
    latitude: 41.1,
    longitude: -96.1,
    body: 'Board of Commissioners',
    hall: 'County Boardroom',
    time: '15:00',
    days: 6,
    item: {
      matter: 'jail-phones',
      type: 'Agreement',
      title:
        'Agreement with Securus Technologies for inmate telephone, tablet and call monitoring services',
      text: 'Five-year agreement that renews automatically.',
      technologies: ['jail-communications-monitoring'],
      attachments: report(
        'Agreement',
        'A five-year agreement. It shall automatically renew for one-year periods unless a party gives ninety (90) days prior written notice.',
      ),
    },
  }),
  town({
    client: 'glen-harrow',
    name: 'Glen Harrow',
    state: 'FL',
    timeZone: 'America/New_York',
    platform: 'escribe',
    population: 27_900,
    latitude: 28.1,
    longitude: -81.6,
    body: 'City Commission',
    hall: 'Commission Chambers',
    time: '18:00',
    days: 8,
    item: {
      matter: 'speed-cameras',
      type: 'Ordinance',
      title:
        'Second reading: ordinance authorizing school zone speed cameras operated by RedSpeed Florida, LLC',
      text: 'Photo enforcement in four school zones.',
      technologies: ['photo-enforcement'],
    },
  }),
  town({
    client: 'wexcombe',
    name: 'Wexcombe',
    state: 'NC',
    timeZone: 'America/New_York',
    platform: 'iqm2',
    population: 88_600,
    latitude: 35.7,
    longitude: -78.8,
    body: 'City Council',
    hall: 'Council Chamber, 50 Court Square',
    time: '19:00',
    days: 7,
    item: {
      matter: 'gunshots',
      type: 'Contract',
      title:
        'Renewal of the ShotSpotter gunshot detection subscription with SoundThinking, Inc., $231,000 for three years',
      technologies: ['gunshot-detection'],
      attachments: report(
        'Renewal Letter',
        'SoundThinking, Inc. renewal for a term of three (3) years, $231,000, three square miles.',
      ),
    },
    cancelled: { body: 'Public Safety Committee', days: 4 },
  }),
  town({
    client: 'saint-aldric',
    name: 'Saint Aldric',
    state: 'CA',
    timeZone: 'America/Los_Angeles',
    platform: 'granicus',
    population: 132_000,
    latitude: 36.9,
    longitude: -121.8,
    body: 'City Council',
    hall: 'Council Chambers',
    time: '17:30',
    days: 5,
    item: {
      matter: 'phone-forensics',
      type: 'Resolution',
      title:
        'Purchase of Cellebrite Inseyets phone forensics licenses for the Police Department, $58,400',
      technologies: ['phone-forensics'],
    },
  }),
  town({
    client: 'orrin-valley',
    name: 'Orrin Valley',
    state: 'CO',
    timeZone: 'America/Denver',
    platform: 'feed',
    population: 9_800,
    latitude: 39.6,
    longitude: -105.9,
    body: 'Town Council',
    hall: 'Town Hall',
    time: '18:00',
    days: 9,
    item: {
      matter: 'body-cameras',
      type: 'Resolution',
      title:
        'Agreement with Axon Enterprise for body-worn cameras and digital evidence storage, $142,750 over five years',
      technologies: ['body-worn-camera'],
    },
  }),
  town({
    client: 'millbrook-ferry',
    name: 'Millbrook Ferry',
    state: 'NY',
    timeZone: 'America/New_York',
    platform: 'plain-page',
    population: 4_300,
    latitude: 42.6,
    longitude: -75.2,
    body: 'Village Board',
    hall: 'Village Hall',
    time: '19:00',
    days: 10,
    item: {
      matter: 'park-cameras',
      type: 'Motion',
      title: 'Security cameras for the village park and boat launch from Verkada, $21,600',
      technologies: ['video-surveillance'],
    },
  }),
]
