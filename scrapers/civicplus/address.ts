import type { Recognition } from '../../src/scraping/contract.ts'
import { firstOf, onHost, onPath } from '../address-shapes.ts'

/** Customers are named after their state; `cp-` are the vendor's own lessons. */
const onVendorHost = onHost(/^((?!cp-)[a-z]{2}-[\w-]+)\.civicplus\.com$/, '/AgendaCenter')

const find = firstOf(
  (url) => (/^\/(?:Calendar|Archive)\.aspx$/i.test(url.pathname) ? undefined : onVendorHost(url)),
  onPath(/^\/AgendaCenter(?=\/|$)/i, '/AgendaCenter'),
  // The older module of the same product: one category of an archive is one list.
  (url) => {
    const category = [...url.searchParams].find(([name]) => name.toUpperCase() === 'AMID')?.[1]
    if (!/^\/Archive\.aspx$/i.test(url.pathname) || !category) return undefined
    if (!/^\d+$/.test(category)) return undefined
    return { client: url.hostname, portalUrl: `${url.origin}/Archive.aspx?AMID=${category}` }
  },
)

/** A city's own site with AgendaCenter, its vendor's host, or a category of its Archive Center. */
export function recogniseCivicPlus(url: URL): Recognition | undefined {
  const found = find(url)
  return found && { platform: 'civicplus', options: {}, ...found }
}

/** The number of the agenda that an address opens, if it opens one. */
export function agendaIdOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined
  const { pathname } = new URL(address)
  return /\/AgendaCenter\/(?:ViewFile\/\w+\/_\d{8}-|PreviousVersions\/)(\d+)$/i.exec(pathname)?.[1]
}

/** Whether an address is itself a list of agendas, narrower than the portal's own. */
export function isListAddress(address: string): boolean {
  return /\/AgendaCenter\/(?:Search|UpdateCategoryList)|\/Archive\.aspx/i.test(address)
}
