import type { LinearModel } from './model.ts'
import role from './role.json' with { type: 'json' }
import sum from './sum.json' with { type: 'json' }

/** Models that weigh what rules read; `null`: the rules stand. */
export interface Models {
  /** Of what an item does. */
  readonly role: LinearModel | null
  /** Of which sum an item commits. */
  readonly sum: LinearModel | null
}

export const noModels: Models = { role: null, sum: null }

/** What `npm run train` learned. */
export const loadModels = (): Models => ({ role, sum })
