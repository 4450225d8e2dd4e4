import sum from './sum.json' with { type: 'json' }
import { type TreeModel, toTreeModel } from './trees.ts'

/** Models that weigh what rules read; `null`: the rules stand. */
export interface Models {
  /** Of which sum an item commits. */
  readonly sum: TreeModel | null
}

export const noModels: Models = { sum: null }

/** What `npm run train` learned. */
export const loadModels = (): Models => ({ sum: toTreeModel(sum) })
