/** What the shape of an address tells: the customer, and the steady address of its meetings. */
export interface FoundAddress {
  readonly client: string
  readonly portalUrl: string
}

/** `undefined` for an address that is none of the platform's. */
export type FindAddress = (url: URL) => FoundAddress | undefined

/** Customers as sub-domains of the vendor: `https://<client>.iqm2.com` and the page of their meetings. */
export function onHost(
  pattern: RegExp,
  path: string,
  isCustomer = (_name: string) => true,
): FindAddress {
  return (url) => {
    const client = pattern.exec(url.hostname)?.[1]
    if (!client || client === 'www' || !isCustomer(client)) return undefined
    return { client, portalUrl: `https://${url.hostname}${path}` }
  }
}

/** The product installed under a path of the city's own host; the host is the customer's name. */
export function onPath(pattern: RegExp, path?: string): FindAddress {
  return (url) => {
    const found = pattern.exec(url.pathname)?.[0]
    if (found === undefined) return undefined
    return { client: url.hostname, portalUrl: `${url.origin}${path ?? found.replace(/\/$/, '')}` }
  }
}

/** The first of several shapes that fits. */
export const firstOf =
  (...finds: readonly FindAddress[]): FindAddress =>
  (url) => {
    for (const find of finds) {
      const found = find(url)
      if (found) return found
    }
    return undefined
  }

/** A query parameter by its name in any letter case, as these portals take it. */
export const parameter = (url: URL, name: string) =>
  [...url.searchParams].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
