import { findElement, findElements, type MarkupNode } from '../../src/scraping/html.ts'
import { firstOf, onHost, onPath } from '../address-shapes.ts'
import { defineRowScraper } from '../row-scraper.ts'
import { hasClass, seenText } from '../seen-text.ts'
import { coverSheet, parseNovusAgenda } from './parse-agenda.ts'

const find = firstOf(
  onHost(/^([\w-]+)\.novusagenda\.com$/, '/agendapublic/'),
  onPath(/^\/AgendaPublic\//i, '/agendapublic/'),
)

/** Columns differ by tenant: from the day on they are type and place. */
function placeOf(row: MarkupNode): string | undefined {
  const cells = findElements(row, ({ name }) => name === 'td')
  const at = cells.findIndex((cell) => /^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(seenText(cell)))
  const place = at < 0 ? undefined : cells[at + 2]
  return place && !findElement(place, ({ name }) => name === 'a') ? seenText(place) : undefined
}

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
    kindOf: (url, words) => {
      if (/CoverSheet\.aspx/i.test(url)) return null
      // Minutes are given out by the address of agendas, by a number of their own.
      if (/\bminutes\b/i.test(words) || /\.ashx\?MinutesMeetingID=/i.test(url)) return 'minutes'
      if (/\bsummary\b/i.test(words)) return 'summary'
      if (/DisplayAgendaPDF|doctype=Agenda/i.test(url)) return 'agenda'
      return /DisplayMinutesPDF|doctype=Minutes/i.test(url) ? 'minutes' : undefined
    },
    isTitle: (node) => hasClass(node, /meeting-?type/i),
    placeOf,
  },
  isList: (address) => /\/meetings(?:general|responsive)\.aspx/i.test(address),
  listUrls: ({ portalUrl }) => [new URL('meetingsresponsive.aspx', portalUrl).href],
  itemsUrls: ({ documents }) =>
    [
      ...documents.filter(({ url }) => /MeetingView\.aspx.*doctype=Agenda/i.test(url)),
      ...documents.filter(({ url }) => /DisplayAgendaPDF/i.test(url)),
    ].map(({ url }) => url),
  parseItems: parseNovusAgenda,
  itemPage: coverSheet,
})
