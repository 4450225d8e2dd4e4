import type { Rule } from './sum-rule.ts'
import { wordsOfChanges } from './words-of-changes.ts'
import { wordsOfCommitment } from './words-of-commitment.ts'
import { wordsOfParts } from './words-of-parts.ts'
import { wordsOfStanding } from './words-of-standing.ts'

/** Of the words before a sum, tried in order: the first that fits says what the sum is for. */
export const rules: readonly Rule[] = [
  ...wordsOfChanges,
  ...wordsOfParts,
  ...wordsOfStanding,
  ...wordsOfCommitment,
]
