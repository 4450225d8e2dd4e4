// Two readings of one text, compared by their words.

/** Words as people tell them apart: without case, signs and forms of letters. */
export const wordsOf = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Harmonic mean of what one has of the other and the other of it, from 0 to 1; order does not count. */
export function f1(ours, theirs) {
  const counts = new Map()
  for (const word of theirs) counts.set(word, (counts.get(word) ?? 0) + 1)
  let both = 0
  for (const word of ours) {
    const left = counts.get(word) ?? 0
    if (left > 0) both += 1
    counts.set(word, left - 1)
  }
  return ours.length + theirs.length === 0 ? 1 : (2 * both) / (ours.length + theirs.length)
}
