import role from './role.json' with { type: 'json' }
import { learnedRoles } from './role.ts'
import sum from './sum.json' with { type: 'json' }
import sumWords from './sum-words.json' with { type: 'json' }
import { sumAnswers } from './sum-words.ts'
import { type TreeModel, toTreeModel } from './trees.ts'
import { toWordModel, type WordModel } from './words.ts'

/** Models that weigh what rules read; `null`: the rules stand. */
export interface Models {
  /** Of which sum an item commits. */
  readonly sum: TreeModel | null
  /** Of the same by the words beside it, which the other weighs. */
  readonly sumWords: WordModel | null
  /** Of what an item does, where the rules guess. */
  readonly role: WordModel | null
}

export const noModels: Models = { sum: null, sumWords: null, role: null }

/** What `npm run train` learned. */
export const loadModels = (): Models => ({
  sum: toTreeModel(sum),
  sumWords: toWordModel({ answers: sumAnswers, ...sumWords }),
  role: toWordModel({ answers: learnedRoles, ...role }),
})
