import { parameter } from '../address-shapes.ts'
import { defineRowScraper } from '../row-scraper.ts'

/** Laserfiche WebLink: a folder of files whose names hold the day. */
export const laserfiche = defineRowScraper({
  platform: 'laserfiche',
  label: 'Laserfiche WebLink',
  recognise(url) {
    const site = /^\/(?:\w+\/)?weblink\d?(?=\/|$)/i.exec(url.pathname)?.[0]
    if (!site) return undefined
    const folder = parameter(url, 'startid') ?? parameter(url, 'id')
    const query = folder && /^\d+$/.test(folder) ? `/Browse.aspx?dbid=0&startid=${folder}` : '/'
    return {
      platform: 'laserfiche',
      client: url.hostname,
      options: {},
      portalUrl: `${url.origin}${site}${query}`,
    }
  },
  shape: {
    frame: /weblink|laserfiche/i,
    frameName: 'a folder of WebLink (DocView.aspx)',
    keyOf: (url) =>
      /(?:DocView|ElectronicFile)\.aspx\?(?:[^#]*&)?(?:id|docid)=(\d+)/i.exec(url)?.[1] ??
      /\/(?:doc|edoc)\/(\d+)/i.exec(url)?.[1],
    kindOf: (url, words) => {
      if (!/DocView|ElectronicFile|\/e?doc\/\d+/i.test(url)) return undefined
      return /minutes/i.test(words) ? 'minutes' : /packet/i.test(words) ? 'packet' : 'agenda'
    },
  },
  isList: (address) => /\/Browse\.aspx|\/fol\/\d+/i.test(address),
})
