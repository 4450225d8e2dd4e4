import type { Directory } from './directory.ts'
import type { DirectoryRow } from './row.ts'

/** What is known of a portal: its address, or the platform and its name for the customer. */
export interface PortalQuery {
  readonly url?: string
  readonly platform?: string
  readonly client?: string
}

interface PortalIndex {
  readonly byClient: ReadonlyMap<string, DirectoryRow>
  readonly byAddress: ReadonlyMap<string, DirectoryRow>
  readonly byHost: ReadonlyMap<string, readonly DirectoryRow[]>
}

const indexes = new WeakMap<Directory, PortalIndex>()

const clientKey = (platform: string, client: string) => `${platform}\t${client.toLowerCase()}`

interface Address {
  readonly host: string
  /** Host, path and query, without what makes no difference. */
  readonly whole: string
  readonly path: string
}

function readAddress(text: string): Address | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  if (!/^https?:$/.test(url.protocol)) return undefined
  const host = url.host.replace(/^www\./, '')
  const path = url.pathname.toLowerCase().replace(/\/+$/, '')
  return { host, path, whole: `${host}${path}${url.search.toLowerCase()}` }
}

function indexOf(directory: Directory): PortalIndex {
  const known = indexes.get(directory)
  if (known) return known
  const byClient = new Map<string, DirectoryRow>()
  const byAddress = new Map<string, DirectoryRow>()
  const byHost = new Map<string, DirectoryRow[]>()
  for (const row of directory.rows) {
    byClient.set(clientKey(row.platform, row.client), row)
    const address = readAddress(row.portalUrl)
    if (!address) continue
    byAddress.set(address.whole, row)
    const sameHost = byHost.get(address.host)
    if (sameHost) sameHost.push(row)
    else byHost.set(address.host, [row])
  }
  const index = { byClient, byAddress, byHost }
  indexes.set(directory, index)
  return index
}

/** True when the customer stands in the path alone: the host may serve others that are not listed. */
function isSharedHost(row: DirectoryRow): boolean {
  const { host, pathname } = new URL(row.portalUrl)
  const client = row.client.toLowerCase()
  return !host.includes(client) && `${pathname.toLowerCase()}/`.includes(`/${client}/`)
}

/**
 * The row of a portal: by platform and client, else by address, else by host. On a host that many
 * governments share, only a row whose first folders are the address's own is taken.
 */
export function findByPortal(directory: Directory, query: PortalQuery): DirectoryRow | undefined {
  const { byClient, byAddress, byHost } = indexOf(directory)
  if (query.platform !== undefined && query.client !== undefined) {
    const row = byClient.get(clientKey(query.platform, query.client))
    if (row) return row
  }
  const address = query.url === undefined ? undefined : readAddress(query.url)
  if (!address) return undefined
  const exact = byAddress.get(address.whole)
  if (exact) return exact

  const sameHost = byHost.get(address.host) ?? []
  const [only] = sameHost
  if (only && sameHost.length === 1 && !isSharedHost(only)) return only
  return sameHost.find((row) => {
    const client = row.client.toLowerCase()
    return client.includes('/') && `${address.path}/`.startsWith(`/${client}/`)
  })
}
