/** The words of a text, lower case, in order; the first 200. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .slice(0, 4_000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, 200)
}

/** Share of common words, 0 to 1, each counted as often as it stands on both sides (Dice). */
export function wordSimilarity(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): number {
  if (!a || !b || a.length + b.length === 0) return 0
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left === 0) continue
    counts.set(word, left - 1)
    common++
  }
  return (2 * common) / (a.length + b.length)
}

/** Sums of money as printed, in order; only their spelling matters here, not their value. */
export function amountsIn(text: string): string[] {
  const found = text.match(/\$ ?\d[\d,]{0,20}(?:\.\d{1,4})?(?: ?(?:thousand|million|billion)\b)?/gi)
  return (found ?? []).map((amount) => amount.replace(/,$/, ''))
}

/** The text with a mark where each sum stood. */
export function withoutAmounts(text: string): string {
  return text.replace(/\$ ?\d[\d,]{0,20}(?:\.\d{1,4})?(?: ?(?:thousand|million|billion)\b)?/gi, '$')
}
