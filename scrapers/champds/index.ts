import { defineRowScraper } from '../row-scraper.ts'

/** CHAMPDS: recordings and agendas of a customer on one page. */
export const champds = defineRowScraper({
  platform: 'champds',
  label: 'CHAMPDS',
  recognise(url) {
    const client = /^\/([\w-]+)/.exec(url.pathname)?.[1]
    if (!/^(?:(?:play|www)\.)?champds\.com$/.test(url.hostname) || !client) return undefined
    return {
      platform: 'champds',
      client,
      options: {},
      portalUrl: `https://play.champds.com/${client}`,
    }
  },
  shape: {
    frame: /champds/i,
    frameName: 'a list of events (/event/)',
    keyOf: (url) => /\/event\/(\d+)/i.exec(url)?.[1],
    isDetail: /\/event\/\d+\/?$/i,
  },
})
