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
