import { parameter } from '../address-shapes.ts'
import { parsePlainPage } from '../plain-page/parse-links.ts'
import { defineRowScraper } from '../row-scraper.ts'
import { hasClass } from '../seen-text.ts'
import { htmlAgenda, parseMunicodeAgenda } from './parse-agenda.ts'

const isCity = /\/(?:[\w-]+\/)?(?:page|meeting)\/[\w-]+|\/meetings\/?$/i

/** What the sites it builds carry: its theme, its blocks, its name in the footer. */
const marks = /municodeweb\.com|block-municode|\/municode_main\/|municode-views__/i

/** Municode Meetings: its publishing page, and the meetings of the sites it builds. */
export const municode = defineRowScraper({
  platform: 'municode',
  label: 'Municode Meetings',
  recognise(url) {
    const platform = 'municode'
    const client = /^([\w-]+)\.municodemeetings\.com$/.exec(url.hostname)?.[1]
    if (client && client !== 'www') {
      return { platform, client, options: {}, portalUrl: `https://${url.hostname}/` }
    }
    const code = parameter(url, 'cid') ?? parameter(url, 'cc')
    if (url.hostname !== 'meetings.municode.com' || !code) return undefined
    const board = parameter(url, 'ppid')
    const query = `cid=${encodeURIComponent(code)}${board ? `&ppid=${encodeURIComponent(board)}` : ''}`
    const portalUrl = `https://meetings.municode.com/PublishPage?${query}`
    return { platform, client: code.toLowerCase(), options: {}, portalUrl }
  },
  recognisePage(page) {
    const markup = page.text()
    if (
      !marks.test(markup) ||
      !/view-id-meetings|views-table|views-field-field-agenda/i.test(markup)
    )
      return undefined
    return {
      platform: 'municode',
      client: new URL(page.finalUrl).hostname,
      options: {},
      portalUrl: page.finalUrl,
      confidence: 'likely',
      why: 'the marks of a site by Municode, and a table of meetings',
    }
  },
  shape: {
    frame: /municode|views-field|PublishPage|div-table-col/i,
    frameName: 'a table of meetings (td.meeting or .views-field-title)',
    keyOf: (url) =>
      /MEET-\w+-([0-9a-f]{32})/i.exec(url)?.[1] ??
      /adaHtmlDocument\/index\?.*me=([0-9a-f]+)/i.exec(url)?.[1] ??
      (/\/(?:page|meeting)\/[\w-]+$/i.test(url) ? new URL(url).pathname : undefined),
    isDetail: /\/(?:page|meeting)\/[\w-]+$/i,
    kindOf: (url, words) => {
      if (
        /MEET-Agenda|[?&]n=Agenda-|\/Agenda-/i.test(url) ||
        /^PDF Agenda for|agenda/i.test(words)
      ) {
        return /packet/i.test(`${url} ${words}`) ? 'packet' : 'agenda'
      }
      if (/MEET-Packet|AgendaPacket/i.test(url)) return 'packet'
      return /MEET-Minutes|Minutes-/i.test(url) ? 'minutes' : undefined
    },
    isTitle: (node) =>
      hasClass(node, /(?:^|\s)meeting(?:\s|$)|views-field-title/i) && node.name === 'td',
    isPlace: (node) =>
      hasClass(node, /(?:^|\s)venue(?:\s|$)|views-field-field-location/i) && node.name === 'td',
  },
  // Libraries of documents hold forms and resolutions beside packets and minutes.
  parseList: (page) =>
    /class="[^"]*\bdocument-library__item\b/.test(page.text()) ? parsePlainPage(page) : undefined,
  // The HTML agenda has the files of each item; where there is none, the file is cut.
  itemsUrls: ({ documents, agendaUrl }) => [
    documents.find(({ kind, url }) => kind === 'agenda' && htmlAgenda.test(url))?.url ?? null,
    agendaUrl,
  ],
  parseItems: parseMunicodeAgenda,
  isList: (address) => /\/PublishPage/i.test(address) || isCity.test(address),
})
