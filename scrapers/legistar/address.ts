import type { Recognition } from '../../src/scraping/contract.ts'

/** Page names of InSite that no other known product uses. */
const ownPages =
  /^\/(?:MeetingDetail|LegislationDetail|DepartmentDetail|HistoryDetail|PersonDetail)\.aspx$/i

/** Customers whose site and Web API go by different names. */
const knownSites: Readonly<Record<string, string>> = { 'legistar.council.nyc.gov': 'nyc' }

/** Hosts of the vendor that are nobody's portal. */
const vendorNames = new Set(['www', 'webapi', 'help', 'support', 'legistar', 'media', 'api', ''])

/** What an address of Legistar points to. */
export interface LegistarAddress {
  readonly client: string
  readonly siteUrl: string
  /** `null`: a site of its own name, whose name at the Web API is not known. */
  readonly apiClient: string | null
  readonly bodyUrl: string | null
  /** The one meeting that the address names. */
  readonly meeting: MeetingAddress | null
}

/** A meeting by the Web API's number, by its InSite page, or both. */
export interface MeetingAddress {
  readonly eventId: string | null
  readonly pageUrl: string | null
}

/** Takes an address apart; `undefined` when it is none of Legistar's. */
export function findLegistarAddress(url: URL): LegistarAddress | undefined {
  return findApiAddress(url) ?? findFileAddress(url) ?? findSiteAddress(url)
}

const ofClient = (client: string) => ({
  client,
  siteUrl: `https://${client}.legistar.com`,
  apiClient: client,
  bodyUrl: null,
})

/** `https://webapi.legistar.com/v1/seattle/events/1430/eventitems`. */
function findApiAddress(url: URL): LegistarAddress | undefined {
  if (url.hostname !== 'webapi.legistar.com') return undefined
  const [, client, eventId] =
    /^\/v\d+\/([\w.-]+)(?:\/events\/(\d+)(?:\/|$))?/i.exec(url.pathname) ?? []
  if (!client) return undefined
  const meeting = eventId ? { eventId, pageUrl: null } : null
  return { ...ofClient(client.toLowerCase()), meeting }
}

/** Hosts of files: `metro.legistar1.com/metro/…`, `legistar2.granicus.com/seattle/…`. */
function findFileAddress(url: URL): LegistarAddress | undefined {
  const client =
    /^([\w-]+)\.legistar1\.com$/.exec(url.hostname)?.[1] ??
    (/^legistar\d?\.granicus\.com$/.test(url.hostname)
      ? /^\/([\w-]+)\//.exec(url.pathname)?.[1]
      : undefined)
  return client ? { ...ofClient(client.toLowerCase()), meeting: null } : undefined
}

function findSiteAddress(url: URL): LegistarAddress | undefined {
  const client = /^([\w-]+)\.legistar\.com$/.exec(url.hostname)?.[1]
  if (client !== undefined) {
    if (vendorNames.has(client)) return undefined
    return withPage({ ...ofClient(client), meeting: null }, url)
  }
  const isNamed = /(?:^|\.)legistar(?:web)?\./.test(url.hostname)
  const isOwnPage = ownPages.test(url.pathname) && /[?&](?:GUID|LEGID)=/i.test(url.search)
  // "/Calendar.aspx" alone is CivicEngage's as well.
  if (!isNamed && !isOwnPage) return undefined
  if (/(?:^|\.)(?:legistar|granicus|amazonaws)\.com$/.test(url.hostname)) return undefined
  const apiClient = knownSites[url.hostname] ?? null
  const own = { client: apiClient ?? url.host, siteUrl: url.origin, apiClient }
  return withPage({ ...own, bodyUrl: null, meeting: null }, url)
}

function withPage(found: LegistarAddress, url: URL): LegistarAddress {
  if (/^\/DepartmentDetail\.aspx$/i.test(url.pathname)) return { ...found, bodyUrl: url.href }
  if (!/^\/MeetingDetail\.aspx$/i.test(url.pathname)) return found
  const eventId = /[?&]LEGID=(\d+)/i.exec(url.search)?.[1] ?? null
  return { ...found, meeting: { eventId, pageUrl: url.href } }
}

/** The portal behind an address; a page of one meeting stands for its whole portal. */
export function recogniseLegistar(url: URL): Recognition | undefined {
  const found = findLegistarAddress(url)
  if (!found) return undefined
  const { client, siteUrl, apiClient, bodyUrl } = found
  return {
    platform: 'legistar',
    client,
    portalUrl: bodyUrl ?? `${siteUrl}/Calendar.aspx`,
    options: { client, siteUrl, apiClient, ...(bodyUrl && { bodyUrl }) },
  }
}
