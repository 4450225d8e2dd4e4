import { AppError } from '../model/errors.ts'

/** The lease of the source has lapsed and somebody else reads it: whatever we know is stale. */
export class ClaimLostError extends AppError {
  readonly code = 'claim_lost'
  readonly retry = 'later'
  readonly cure = 'Nothing to do: the source is being read by another run'

  constructor(sourceId: string) {
    super('The read took longer than its lease and was given up', { where: { sourceId } })
  }
}
