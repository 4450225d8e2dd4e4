import type { LinearModel } from './model.ts'
import sum from './sum.json' with { type: 'json' }

/** Models that weigh what rules leave open; `null`: the rules stand. */
export interface Models {
  /** Of which sum an item commits. */
  readonly sum: LinearModel | null
}

export const noModels: Models = { sum: null }

/** What `npm run train` learned. */
export const loadModels = (): Models => ({ sum })
