import type { Recognition } from '../../src/scraping/contract.ts'
import { parameter } from '../address-shapes.ts'

/** `https://<client>.granicus.com`, and the view its meetings are listed in, where the address says so. */
export function recogniseGranicus(url: URL): Recognition | undefined {
  const client = /^([\w-]+)\.granicus\.com$/.exec(url.hostname)?.[1]
  if (!client || /^(?:www|legistar\d?|archive-?\w*|admin|support)$/.test(client)) return undefined
  const view = parameter(url, 'view_id')
  const path = view && /^\d+$/.test(view) ? `/ViewPublisher.php?view_id=${view}` : '/'
  return {
    platform: 'granicus',
    client,
    options: {},
    portalUrl: `https://${url.hostname}${path}`,
  }
}

/** What names a meeting in an address: `event_id` before it is recorded, `clip_id` after. */
export function meetingKeyOf(address: string): string | undefined {
  const event = /[?&]event_id=(\d+)/i.exec(address)?.[1]
  if (event) return `event:${event}`
  const clip =
    /[?&]clip_id=(\d+)/i.exec(address)?.[1] ?? /\/player\/clip\/(\d+)/i.exec(address)?.[1]
  return clip ? `clip:${clip}` : undefined
}

export const isAgendaAddress = (address: string) =>
  /\/(?:AgendaViewer|GeneratedAgendaViewer|MinutesViewer)\.php|\/player\/clip\/\d/i.test(address)
