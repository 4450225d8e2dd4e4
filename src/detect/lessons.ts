import type { LabelledItem } from './evaluate.ts'

/** What comes with the product to learn from, beside the measured items. */
export interface Lessons {
  /** All of them relevant. */
  readonly invented: readonly LabelledItem[]
  /** Of both kinds. */
  readonly retold: readonly LabelledItem[]
  /** Told anew as well, and only what is relevant. */
  readonly lookedUp: readonly LabelledItem[]
  /** In wordings that no rule was made for; all of them relevant. */
  readonly fresh: readonly LabelledItem[]
}
