import { type CouncilPlan, usualHabits } from '../plan.ts'

/** A village on a platform, as fictional as the village, that nothing here can read yet. */
export const ashbyGlen: CouncilPlan = {
  client: 'ashbyglen',
  name: 'Ashby Glen',
  government: 'Village of Ashby Glen',
  state: 'MI',
  type: 'town',
  timeZone: 'America/Detroit',
  division: 'ocd-division/country:us/state:mi/place:ashby_glen',
  population: 2_210,
  latitude: 42.9,
  longitude: -84.2,
  platform: 'village-ledger',
  api: 'unknown',
  portal: 'up',
  habits: usualHabits,
  members: ['President Marlowe', 'Trustee Singh', 'Trustee Howell'],
  meetings: [],
}
