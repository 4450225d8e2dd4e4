import type { Capture } from './replay-manifest.ts'

/** What a portal's web interface takes to choose columns and the size of a page. */
const pageSwitches = new Set([
  '$top',
  '$skip',
  '$orderby',
  'agendanote',
  'minutesnote',
  'attachments',
  'eventitems',
  'token',
])

/** Parameters that change nothing of the page: InSite's own, and stamps against caches. */
const noise = new Set(['options', 'search', '_'])

/** Captures by the address that asks for them, loosest last. */
export interface CaptureIndex {
  /** All that answer as closely as any does, newest first; empty when the address is not held. */
  find(method: 'GET' | 'POST', url: string): readonly Capture[]
}

/**
 * An address answers itself; then whatever is written differently but asks the same; then the same
 * without InSite's noise; then the same list in pages of another size; then a list captured whole
 * answers a request for some of its rows. Later rows (`$skip` above 0) are held by their own capture
 * only.
 */
export function indexCaptures(captures: readonly Capture[]): CaptureIndex {
  const newestFirst = captures.toSorted((a, b) =>
    a.capturedOn === b.capturedOn ? 0 : a.capturedOn < b.capturedOn ? 1 : -1,
  )
  const levels = [
    { keyOf: (url: string) => url, keyOfRequest: (url: string) => url },
    { keyOf: comparable, keyOfRequest: comparable },
    { keyOf: withoutNoise, keyOfRequest: withoutNoise },
    { keyOf: withoutPaging, keyOfRequest: withoutPaging },
    { keyOf: comparable, keyOfRequest: withoutFilter },
  ].map(({ keyOf, keyOfRequest }) => ({ keyOfRequest, held: group(newestFirst, keyOf) }))

  return {
    find(method, url) {
      for (const { keyOfRequest, held } of levels) {
        const found = held.get(`${method} ${keyOfRequest(url)}`)
        if (found) return found
      }
      return []
    },
  }
}

function group(captures: readonly Capture[], keyOf: (url: string) => string) {
  const held = new Map<string, Capture[]>()
  for (const capture of captures) {
    const key = `${capture.method} ${keyOf(capture.url)}`
    const same = held.get(key)
    if (same) same.push(capture)
    else held.set(key, [capture])
  }
  return held
}

/** One spelling for addresses that differ in scheme, default port, order, encoding or last slash. */
export function comparable(address: string): string {
  const url = new URL(address)
  return `${base(url)}${query([...url.searchParams])}`
}

function withoutNoise(address: string): string {
  return keeping(address, (name) => !noise.has(name))
}

function withoutPaging(address: string): string {
  return keeping(address, isNoPageSwitch)
}

function withoutFilter(address: string): string {
  return keeping(address, (name, value) => name !== '$filter' && isNoPageSwitch(name, value))
}

function isNoPageSwitch(name: string, value: string): boolean {
  return !pageSwitches.has(name) || (name === '$skip' && Number(value) !== 0)
}

/** The comparable form with the parameters that pass; names are given in lower case. */
function keeping(address: string, passes: (name: string, value: string) => boolean): string {
  const url = new URL(address)
  const kept = [...url.searchParams].filter(([name, value]) => passes(name.toLowerCase(), value))
  return `${base(url)}${query(kept)}`
}

function base(url: URL): string {
  const path = url.pathname
    .split('/')
    .map((segment) => encodeURIComponent(decoded(segment)))
    .join('/')
    .replace(/\/+$/, '')
  // `host` is without the scheme's own port; the other scheme's is dropped along with the scheme.
  return `//${url.host.replace(/:(80|443)$/, '')}${path}`
}

function query(parameters: readonly (readonly [string, string])[]): string {
  if (parameters.length === 0) return ''
  const sorted = parameters.toSorted(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1))
  return `?${sorted.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}`
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
