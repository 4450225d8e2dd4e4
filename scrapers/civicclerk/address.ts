import type { Recognition } from '../../src/scraping/contract.ts'

/** `https://<tenant>.portal.civicclerk.com`, its API host, or the old product's. */
export function recogniseCivicClerk(url: URL): Recognition | undefined {
  const client = /^([\w-]+)(?:\.(?:portal|api))?\.civicclerk\.com$/.exec(url.hostname)?.[1]
  if (!client || /^(?:www|portal|api)$/.test(client)) return undefined
  const portalUrl = `https://${client}.portal.civicclerk.com/`
  return { platform: 'civicclerk', client, options: { client }, portalUrl }
}

/** What one address asks for, beyond the portal as a whole. */
export interface PastedAddress {
  /** A list of the API, asked exactly as it was written. */
  readonly list?: string
  readonly eventId?: string
  readonly agendaId?: string
  /** The former product's page of meetings. */
  readonly old?: string
}

export function readPasted(address: string | undefined): PastedAddress {
  if (!address || !URL.canParse(address)) return {}
  const { pathname } = new URL(address)
  const eventId =
    /^\/event\/(\d+)/i.exec(pathname)?.[1] ??
    /^\/v1\/(?:Events|EventsMedia)(?:\/|\()(?:id=)?(\d+)\)?$/i.exec(pathname)?.[1]
  const agendaId = /^\/v1\/Meetings(?:\/|\()(?:id=)?(\d+)\)?$/i.exec(pathname)?.[1]
  return {
    ...(/^\/v1\/Events$/i.test(pathname) && { list: address }),
    ...(/^\/web\b/i.test(pathname) && { old: address }),
    ...(eventId && { eventId }),
    ...(agendaId && { agendaId }),
  }
}
