import { firstOf, onHost } from '../address-shapes.ts'
import { defineRowScraper } from '../row-scraper.ts'

const find = firstOf(
  (url) => {
    const client = /^\/iip\/([\w-]+)/i.exec(url.pathname)?.[1]
    if (!/(?:^|\.)agendasuite\.org$/.test(url.hostname) || !client) return undefined
    return { client, portalUrl: `https://agendasuite.org/iip/${client}/agendaitem/list` }
  },
  onHost(/^([\w-]+)\.peakagenda\.com$/, '/'),
)

/** AgendaSuite and Peak Agenda: lists of meetings with their files. */
export const agendasuite = defineRowScraper({
  platform: 'agendasuite',
  label: 'AgendaSuite / Peak Agenda',
  recognise(url) {
    const found = find(url)
    return found && { platform: 'agendasuite', options: {}, ...found }
  },
  shape: {
    frame: /agendasuite|peakagenda|\/iip\//i,
    frameName: 'a list of meetings of AgendaSuite',
    keyOf: (url) => /\/(?:meeting|agenda)\/(?:details?|view|index)\/(\d+)/i.exec(url)?.[1],
    isDetail: /\/meeting\/(?:details?|view|index)\/\d+/i,
  },
})
