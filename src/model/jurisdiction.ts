import type { DivisionId, TimeZone } from './ids.ts'

export type JurisdictionType = 'city' | 'county' | 'town' | 'special' | 'school' | 'state' | 'other'

/** A government. OCD calls it a jurisdiction over a division. */
export interface Jurisdiction {
  readonly divisionId: DivisionId | null
  readonly name: string
  /** Two letters, upper case. */
  readonly state: string
  readonly type: JurisdictionType
  readonly timeZone: TimeZone
}
