import { firstOf, onPath } from '../address-shapes.ts'
import { defineRowScraper } from '../row-scraper.ts'
import type { RowMeeting } from '../row-shape.ts'
import { fileAt, itemPage } from './item-page.ts'
import { parseOnBaseAgenda } from './parse-agenda.ts'
import { parseOnBaseResults } from './parse-results.ts'

const find = firstOf(
  (url) => {
    const client = /^([\w-]+)\.(?:hylandcloud|databankcloud)\.com$/.exec(url.hostname)?.[1]
    if (!client) return undefined
    const site =
      /^\/[\w-]*(?:agendaonline|publicaccessviewer)[\w-]*/i.exec(url.pathname)?.[0] ?? '/'
    return { client, portalUrl: `https://${url.hostname}${site}` }
  },
  onPath(/^\/(?:\w+\/)?\w*AgendaOnline\w*(?=\/|$)/i),
  (url) => {
    const site = /^(\/[\w-]+)\/Meetings\/ViewMeeting/i.exec(url.pathname)?.[1]
    return site ? { client: url.hostname, portalUrl: `${url.origin}${site}` } : undefined
  },
)

const meetingId =
  /(?:ViewMeeting|ViewAgenda|ViewMeetingAgenda|(?:Downloadfile|ViewDocument)[^?]*)\?(?:[^#]*&)?(?:meetingId|id)=(\d+)/i

/** Both versions of an agenda stand at addresses of their own; a tenant answers one of them. */
function agendaUrls({ upstreamId, documents, sourceUrl }: RowMeeting): string[] {
  const near = documents.find(({ url }) => meetingId.test(url))?.url ?? sourceUrl
  const site = /^(https?:\/\/[^/]+(?:\/[\w-]+)*?)\/(?:Meetings|Documents)\//i.exec(near)?.[1]
  if (!site || !/^\d+$/.test(upstreamId)) return []
  return [
    `${site}/Documents/ViewAgenda?meetingId=${upstreamId}&type=agenda&doctype=1`,
    `${site}/Meetings/ViewMeetingAgenda?meetingId=${upstreamId}&type=agenda`,
  ]
}

/** Hyland OnBase Agenda Online: tables, cards or a script of meetings, agendas in two versions. */
export const onbase = defineRowScraper({
  platform: 'onbase',
  label: 'Hyland OnBase Agenda Online',
  version: 5,
  recognise(url) {
    const found = find(url)
    return found && { platform: 'onbase', options: {}, ...found }
  },
  shape: {
    frame: /OnBase|new SearchResults\(|meeting-row|lnkMeetingAgenda|meetings-list|Agenda ?Online/i,
    frameName: 'a list of OnBase (tr.meeting-row or lnkMeetingAgenda)',
    isDetail: /\/Meetings\/ViewMeeting\?/i,
    keyOf: (url) => meetingId.exec(url)?.[1],
    fileAt,
    keyOfPage: /\bmeetingId['"]?\s*[:=]\s*['"]?(\d+)/i,
    keyOfRow: ({ attribs }) => attribs?.['data-meeting-id'],
    isTitle: ({ attribs }) => attribs?.['data-sortable-type'] === 'mtgType',
    linkTitle:
      /^View (?:Agenda|Minutes|Summary)(?: Packet)? for (?<name>.+) on (?<when>\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}(?::\d{2})? [AP]M)$/i,
    kindOf: (url, words) => {
      if (/doctype=2\b/i.test(url)) return 'minutes'
      if (/doctype=3\b/i.test(url)) return 'summary'
      return /ViewMeeting\?|ViewAgenda/i.test(url) && /agenda/i.test(words) ? 'agenda' : undefined
    },
  },
  isList: (address) => /\/Meetings\/Search/i.test(address),
  listUrls: ({ portalUrl }) => [portalUrl],
  parseList: parseOnBaseResults,
  itemsUrls: agendaUrls,
  parseItems: parseOnBaseAgenda,
  itemPage,
})
