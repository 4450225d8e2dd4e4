/** The positive whole number of an address, or nothing: `/meetings/12`. */
export function parseId(text: string | undefined): number | undefined {
  return text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
}

/** A page number of an address, from 1. */
export function parsePage(text: string | undefined, most: number): number {
  const page = parseId(text) ?? 1
  return Math.min(page, most)
}
