import role from './role.json' with { type: 'json' }
import { learnedRoles } from './role.ts'
import sum from './sum.json' with { type: 'json' }
import type { ByWords } from './sum.ts'
import sumBesideWords from './sum-beside-words.json' with { type: 'json' }
import sumWords from './sum-words.json' with { type: 'json' }
import { sumAnswers } from './sum-words.ts'
import { type TreeModel, toTreeModel } from './trees.ts'
import { toWordModel, type WordModel } from './words.ts'

/** Models that weigh what rules read; `null`: the rules stand. */
export interface Models {
  /** Of which sum an item commits, by how its sums stand. */
  readonly sum: TreeModel | null
  /** Of the same, by the words beside them as well. */
  readonly sumByWords: ByWords | null
  /** Of what an item does. */
  readonly role: WordModel | null
}

export const noModels: Models = { sum: null, sumByWords: null, role: null }

/** What `npm run train` learned. */
export const loadModels = (): Models => ({
  sum: toTreeModel(sum),
  sumByWords: {
    words: toWordModel({ answers: sumAnswers, ...sumWords }),
    trees: toTreeModel(sumBesideWords),
  },
  role: toWordModel({ answers: learnedRoles, ...role }),
})
