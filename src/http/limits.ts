/** Bounds of one exchange. Milliseconds and bytes; bodies are counted decoded. */
export interface FetchLimits {
  readonly connectMs: number
  /** From the request sent to the first byte of the answer. */
  readonly firstByteMs: number
  /** One timer over the whole exchange and its redirects; waiting for one's turn is not counted. */
  readonly wholeMs: number
  readonly headerBytes: number
  readonly headerCount: number
  readonly pageBytes: number
  readonly jsonBytes: number
  readonly documentBytes: number
  readonly robotsBytes: number
  readonly redirects: number
}

const mebibyte = 1_048_576

export const defaultLimits: FetchLimits = {
  connectMs: 10_000,
  firstByteMs: 20_000,
  wholeMs: 60_000,
  headerBytes: 32_768,
  headerCount: 100,
  pageBytes: 10 * mebibyte,
  jsonBytes: 20 * mebibyte,
  documentBytes: 100 * mebibyte,
  robotsBytes: 524_288,
  redirects: 5,
}

/** What no setting may exceed. */
export const limitCeilings: FetchLimits = {
  connectMs: 30_000,
  firstByteMs: 60_000,
  wholeMs: 300_000,
  headerBytes: 32_768,
  headerCount: 100,
  pageBytes: 50 * mebibyte,
  jsonBytes: 100 * mebibyte,
  documentBytes: 300 * mebibyte,
  robotsBytes: 524_288,
  redirects: 5,
}

/** The defaults with some replaced, none above its ceiling. */
export function withinCeilings(wanted: Partial<FetchLimits>): FetchLimits {
  return lowest({ ...defaultLimits, ...wanted }, limitCeilings)
}

/** `limits`, lowered where `lower` asks for less; a source may never raise them. */
export function lowered(limits: FetchLimits, lower: Partial<FetchLimits>): FetchLimits {
  return lowest(limits, { ...limits, ...lower })
}

function lowest(one: FetchLimits, other: FetchLimits): FetchLimits {
  const pick = (name: keyof FetchLimits) => Math.min(one[name], other[name])
  return {
    connectMs: pick('connectMs'),
    firstByteMs: pick('firstByteMs'),
    wholeMs: pick('wholeMs'),
    headerBytes: pick('headerBytes'),
    headerCount: pick('headerCount'),
    pageBytes: pick('pageBytes'),
    jsonBytes: pick('jsonBytes'),
    documentBytes: pick('documentBytes'),
    robotsBytes: pick('robotsBytes'),
    redirects: pick('redirects'),
  }
}
