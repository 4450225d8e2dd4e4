import type { Directory, DirectoryPlace } from './directory.ts'

const indexes = new WeakMap<Directory, ReadonlyMap<string, DirectoryPlace | null>>()

function hostOf(address: string): string | undefined {
  const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`
  if (!URL.canParse(whole)) return undefined
  return new URL(whole).hostname.replace(/^www\./, '')
}

/** Hosts that several places give as theirs are nobody's. */
function indexOf(directory: Directory): ReadonlyMap<string, DirectoryPlace | null> {
  const known = indexes.get(directory)
  if (known) return known
  const index = new Map<string, DirectoryPlace | null>()
  for (const place of directory.places) {
    const host = place.website === null ? undefined : hostOf(place.website)
    if (host !== undefined) index.set(host, index.has(host) ? null : place)
  }
  indexes.set(directory, index)
  return index
}

/** The place whose own web site an address lies on, `undefined` when that is not certain. */
export function findByWebsite(directory: Directory, address: string): DirectoryPlace | undefined {
  const host = hostOf(address.trim())
  return (host === undefined ? undefined : indexOf(directory).get(host)) ?? undefined
}
