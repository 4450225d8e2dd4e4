/** A person's search may be long; more words than this narrow nothing further. */
const mostWords = 12

/**
 * The words of what a person typed, for matching one by one: runs of letters and digits, at most
 * twelve of at most 64 characters. Everything else (quotes, operators, wildcards) only separates.
 */
export function searchWords(typed: string): string[] {
  const words =
    typed
      .normalize('NFC')
      .slice(0, 1_000)
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(0, mostWords).map((word) => word.slice(0, 64))
}

/**
 * The words as an FTS5 query that wants every one of them; "" when there are none. Each is a quoted
 * string, and words hold letters and digits alone, so no operator of the query language can occur.
 */
export function matchEvery(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(' ')
}
