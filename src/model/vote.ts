/** Open Civic Data's vote options. */
export type VoteOption =
  | 'yes'
  | 'no'
  | 'absent'
  | 'abstain'
  | 'not voting'
  | 'paired'
  | 'excused'
  | 'other'

/** What one person did in one vote. */
export interface PersonVote {
  readonly person: string
  readonly option: VoteOption
  /** As the portal prints it: "Aye", "In Favor", "Recused". */
  readonly printed: string
}

/** Who was there when the roll was called. */
export interface RollCallEntry {
  readonly person: string
  readonly present: boolean
  readonly printed: string
}
