import { createHash } from 'node:crypto'

const marks = 32
const longestText = 200_000

/**
 * What a page is built of, without what it says: its tags, ids and classes, or its JSON keys,
 * each without digits.
 */
function partsOf(text: string): Set<string> {
  const shown = text.slice(0, longestText)
  const isJson = /^\s*[[{]/.test(shown)
  const found = isJson
    ? shown.matchAll(/"([\w.-]{1,60})"\s{0,4}:/g)
    : shown.matchAll(/<([a-z][a-z0-9]{0,20})\b|\b(?:id|class)="([^"<>]{1,80})"/gi)
  const parts = new Set<string>()
  for (const [, a, b] of found) {
    parts.add((a ?? b ?? '').replace(/\d+/g, '').toLowerCase())
  }
  return parts
}

/**
 * A short sketch of a page's structure (128 hex digits). Two sketches agree in about the share of
 * parts that the pages have in common, so a page with one row more looks like before.
 */
export function sketchStructure(text: string): string {
  const least = new Array<number>(marks).fill(0xffff)
  for (const part of partsOf(text)) {
    const hash = createHash('shake256', { outputLength: marks * 2 })
      .update(part)
      .digest()
    for (let at = 0; at < marks; at++) {
      least[at] = Math.min(least[at] ?? 0xffff, hash.readUInt16BE(at * 2))
    }
  }
  return least.map((value) => value.toString(16).padStart(4, '0')).join('')
}

/** Share of structure in common, 0 to 1, about a tenth exact. */
export function structureSimilarity(a: string, b: string): number {
  let equal = 0
  for (let at = 0; at < marks * 4; at += 4) {
    if (a.slice(at, at + 4) === b.slice(at, at + 4)) equal++
  }
  return equal / marks
}
