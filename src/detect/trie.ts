/**
 * A trie of numbered words, built and kept in typed arrays: a hundred thousand phrases as small maps
 * would take ten times the memory, most of it only while they are built.
 */
export interface Trie {
  /** The node reached from the root by a word, 0 where no phrase begins with it. */
  readonly roots: Int32Array
  /** The node reached from another by a word, 0 where none is. */
  step(node: number, word: number): number
  /** The phrase that ends at a node, -1 where none does. */
  readonly phraseAt: Int32Array
  /** 1 where no phrase goes on from a node. */
  readonly isLeaf: Uint8Array
  /** Calls back for every step there is below the first words. */
  eachStep(told: (node: number, word: number) => void): void
  /** Words of each phrase that ends somewhere, by its number. */
  list(): ReadonlyMap<number, readonly number[]>
}

const least = 1 << 12
/** From, word and to side by side, with a place left free so that each stands in one line of the cache. */
const width = 4

const spread = (hash: number) => hash ^ (hash >>> 15)

const placeOf = (node: number, word: number) =>
  spread(Math.imul(node, 0x9e37_79b1) ^ Math.imul(word, 0x85eb_ca6b))

/** The slot of an edge in an open-addressed table, or the empty one where it belongs. */
function slotIn(steps: Int32Array, node: number, word: number): number {
  const mask = steps.length / width - 1
  for (let slot = placeOf(node, word) & mask; ; slot = (slot + 1) & mask) {
    const at = slot * width
    if (steps[at + 2] === 0 || (steps[at] === node && steps[at + 1] === word)) return at
  }
}

/** Grows a typed array to hold one more. */
function room<Numbers extends Int32Array | Uint8Array>(array: Numbers, count: number): Numbers {
  if (count < array.length) return array
  const larger = new (array.constructor as new (size: number) => Numbers)(array.length * 2)
  larger.set(array)
  return larger
}

export interface TrieBuilder {
  /** Adds a phrase under a number; where its words are there already, the number they have. */
  add(words: readonly number[], phrase: number): number
  finish(): Trie
}

/** Builds a trie of phrases given as word numbers. */
export function buildTrie(): TrieBuilder {
  let roots = new Int32Array(least)
  let steps = new Int32Array(least * width)
  // One above the phrase, so that 0 is none.
  let ends = new Int32Array(least)
  let hasMore = new Uint8Array(least)
  let nodes = 1
  let edges = 0

  const addNode = () => {
    ends = room(ends, nodes)
    hasMore = room(hasMore, nodes)
    nodes += 1
    return nodes - 1
  }
  const grow = () => {
    const old = steps
    steps = new Int32Array(old.length * 2)
    for (let at = 0; at < old.length; at += width) {
      if (old[at + 2] === 0) continue
      steps.set(old.subarray(at, at + 3), slotIn(steps, old[at] as number, old[at + 1] as number))
    }
  }
  const below = (node: number, word: number) => {
    if (node === 0) {
      while (word >= roots.length) roots = room(roots, roots.length)
      if (roots[word] === 0) roots[word] = addNode()
      return roots[word] as number
    }
    // Half full at most.
    if ((edges + 1) * 2 > steps.length / width) grow()
    const at = slotIn(steps, node, word)
    if (steps[at + 2] === 0) {
      edges += 1
      steps[at] = node
      steps[at + 1] = word
      steps[at + 2] = addNode()
      hasMore[node] = 1
    }
    return steps[at + 2] as number
  }

  return {
    add(words, phrase) {
      const node = words.reduce(below, 0)
      // No words end nowhere.
      if (node === 0) return phrase
      if (ends[node] === 0) ends[node] = phrase + 1
      return (ends[node] as number) - 1
    },
    finish: () => finish(roots, steps, ends.subarray(0, nodes), hasMore.subarray(0, nodes)),
  }
}

function finish(
  roots: Int32Array,
  finished: Int32Array,
  ends: Int32Array,
  hasMore: Uint8Array,
): Trie {
  const mask = finished.length / width - 1
  const phraseAt = Int32Array.from(ends, (end) => end - 1)
  return {
    roots,
    phraseAt,
    isLeaf: Uint8Array.from(hasMore, (more) => 1 - more),
    // This loop runs for every word of every packet: no call stands in it.
    step(node, word) {
      for (let slot = placeOf(node, word) & mask; ; slot = (slot + 1) & mask) {
        const at = slot * width
        const to = finished[at + 2] as number
        if (to === 0 || (finished[at] === node && finished[at + 1] === word)) return to
      }
    },
    eachStep(told) {
      for (let at = 0; at < finished.length; at += width) {
        if (finished[at + 2] !== 0) told(finished[at] as number, finished[at + 1] as number)
      }
    },
    list() {
      const above = new Map<number, readonly [node: number, word: number]>()
      roots.forEach((node, word) => {
        if (node !== 0) above.set(node, [0, word])
      })
      for (let at = 0; at < finished.length; at += width) {
        const [node = 0, word = 0, to = 0] = finished.subarray(at, at + 3)
        if (to !== 0) above.set(to, [node, word])
      }
      const found = new Map<number, readonly number[]>()
      phraseAt.forEach((end, node) => {
        if (end < 0) return
        const words: number[] = []
        for (let at = node; at !== 0; ) {
          const [up, word] = above.get(at) ?? [0, 0]
          words.unshift(word)
          at = up
        }
        found.set(end, words)
      })
      return found
    },
  }
}
