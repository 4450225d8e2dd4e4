import { findSums } from '../../src/detect/facts/amount.ts'
import type { SumInput } from '../../src/detect/learned/sum-signs.ts'
import type { Tree } from '../../src/detect/learned/trees.ts'
import type { Role } from '../../src/model/facts.ts'

const field = (text: string, isTitle: boolean) => ({
  text,
  sums: findSums(text, isTitle),
  places: [],
})

/** Title and text with their sums, as an item with this role gives them. */
export const sumsOf = (
  title: string,
  text: string,
  role: Role | null = 'procurement',
): SumInput => ({ title: field(title, true), text: field(text, false), role })

/** Every sign that a tree asks for. */
export function askedBy(tree: Tree): string[] {
  if (typeof tree === 'number') return []
  const [sign, , no, yes] = tree
  return [sign, ...askedBy(no), ...askedBy(yes)]
}
