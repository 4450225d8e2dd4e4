import { firstOf, onHost, onPath } from '../address-shapes.ts'
import { hasClass } from '../row-list.ts'
import { defineRowScraper } from '../row-scraper.ts'

const find = firstOf(
  onHost(/^([\w-]+)\.novusagenda\.com$/, '/agendapublic/'),
  onPath(/^\/AgendaPublic\//i, '/agendapublic/'),
)

/** NovusAgenda: a grid of meetings in two layouts, agendas as pages or files. */
export const novusagenda = defineRowScraper({
  platform: 'novusagenda',
  label: 'NovusAgenda',
  recognise(url) {
    const found = find(url)
    return found && { platform: 'novusagenda', options: {}, ...found }
  },
  shape: {
    frame:
      /radGridMeetings|SearchAgendasMeetings|mobile-table-td-div|agendapublic|MeetingView\.aspx/i,
    frameName: 'a grid of meetings (radGridMeetings)',
    // A second grid on the same page lists items.
    isRow: ({ name, attribs }) => name === 'tr' && !/radGridItems/i.test(attribs?.id ?? ''),
    keyOf: (url) => /[?&]MeetingID=(\d+)/i.exec(url)?.[1],
    kindOf: (url) => {
      if (/CoverSheet\.aspx/i.test(url)) return null
      if (/DisplayAgendaPDF|doctype=Agenda/i.test(url)) return 'agenda'
      return /DisplayMinutesPDF|doctype=Minutes/i.test(url) ? 'minutes' : undefined
    },
    isTitle: (node) => hasClass(node, /meeting-?type/i),
  },
  isList: (address) => /\/meetings(?:general|responsive)\.aspx/i.test(address),
  listUrls: ({ portalUrl }) => [new URL('meetingsresponsive.aspx', portalUrl).href],
  itemsUrls: ({ documents }) =>
    [
      ...documents.filter(({ url }) => /MeetingView\.aspx.*doctype=Agenda/i.test(url)),
      ...documents.filter(({ url }) => /DisplayAgendaPDF/i.test(url)),
    ].map(({ url }) => url),
})
