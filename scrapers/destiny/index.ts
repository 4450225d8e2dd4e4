import { onPath, parameter } from '../address-shapes.ts'
import { defineRowScraper } from '../row-scraper.ts'
import { memo, parseDestinyAgenda } from './parse-agenda.ts'

const ownHost = onPath(/^\/(?:\w+\/)?agenda_publish\.cfm$/i)

/** Destiny AgendaQuick: a list for each month, agendas in an older and a newer form. */
export const destiny = defineRowScraper({
  platform: 'destiny',
  label: 'Destiny AgendaQuick',
  recognise(url) {
    const platform = 'destiny'
    if (!/(?:^|\.)destinyhosted\.com$/.test(url.hostname)) {
      const found = ownHost(url)
      return found && { platform, options: {}, ...found }
    }
    const id = parameter(url, 'id') ?? /^\/\w*?(\d{4,6})\//.exec(url.pathname)?.[1]
    if (!id || !/^\d+$/.test(id)) return undefined
    const portalUrl = `https://public.destinyhosted.com/agenda_publish.cfm?id=${id}`
    return { platform, client: id, options: {}, portalUrl }
  },
  shape: {
    frame: /meeting-table|agenda_publish\.cfm|AgendaQuick|id=["']list["']/i,
    frameName: 'a list of AgendaQuick (#meeting-table or #list)',
    isRow: ({ name }) => name === 'tr',
    keyOf: (url) => /[?&]dsp=(?:ag|min)&(?:[^#]*&)?seq=(\d+)/i.exec(url)?.[1],
    kindOf: (url) => {
      if (/[?&]dsp=ag(?:&|$)/i.test(url)) return 'agenda'
      return /[?&]dsp=min/i.test(url) ? 'minutes' : undefined
    },
  },
  isList: (address) => /get_month=/i.test(address),
  // One month each: those that the window touches, or this and the next.
  listUrls({ portalUrl }, { window, now }) {
    const from = window.from ?? now.toISOString().slice(0, 10)
    const to = window.to ?? new Date(now.getTime() + 31 * 86_400_000).toISOString().slice(0, 10)
    const urls: string[] = []
    let [year = 0, month = 0] = from.split('-').map(Number)
    const [lastYear = 0, lastMonth = 0] = to.split('-').map(Number)
    while ((year < lastYear || (year === lastYear && month <= lastMonth)) && urls.length < 36) {
      const mark = portalUrl.includes('?') ? '&' : '?'
      urls.push(`${portalUrl}${mark}mt=ALL&get_month=${month}&get_year=${year}`)
      month += 1
      if (month > 12) {
        month = 1
        year += 1
      }
    }
    return urls
  },
  parseItems: parseDestinyAgenda,
  itemPage: memo,
})
