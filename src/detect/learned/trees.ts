/** Signs of something, and how much of each there is; a sign that is not named is 0. */
export type SignCounts = ReadonlyMap<string, number>

/** A number, or a question: is there more of this sign than that? No goes the first way, yes the second. */
export type Tree = number | readonly [sign: string, most: number, no: Tree, yes: Tree]

/** Small trees whose answers are added up, as they stand in the JSON files beside this one. */
export interface TreeModel {
  /** Logarithm of odds before anything is asked. */
  readonly start: number
  readonly trees: readonly Tree[]
}

function answerOf(tree: Tree, signs: SignCounts): number {
  let at = tree
  while (typeof at !== 'number') {
    const [sign, most, no, yes] = at
    at = (signs.get(sign) ?? 0) > most ? yes : no
  }
  return at
}

/** How likely something with these signs is, 0 to 1. Linear in trees. */
export function likelihood(signs: SignCounts, { start, trees }: TreeModel): number {
  let sum = start
  for (const tree of trees) sum += answerOf(tree, signs)
  return 1 / (1 + Math.exp(-sum))
}

function toTree(value: unknown): Tree {
  if (typeof value === 'number') return value
  if (!Array.isArray(value) || value.length !== 4) throw new TypeError('no tree of questions')
  const [sign, most, no, yes] = value
  if (typeof sign !== 'string' || typeof most !== 'number') throw new TypeError('no question')
  return [sign, most, toTree(no), toTree(yes)]
}

/** Checks what was read from a file. Throws a `TypeError` where it is no model. */
export function toTreeModel({ start, trees }: { start: unknown; trees: unknown }): TreeModel {
  if (typeof start !== 'number') throw new TypeError('no start')
  if (!Array.isArray(trees)) throw new TypeError('no trees')
  return { start, trees: trees.map(toTree) }
}
