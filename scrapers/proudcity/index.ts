import { onHost } from '../address-shapes.ts'
import { defineRowScraper } from '../row-scraper.ts'
import { hasClass } from '../seen-text.ts'

const find = onHost(/^([\w-]+)\.proudcity\.com$/, '/meetings/')

/** ProudCity: teasers of meetings on WordPress, a page for each with its files. */
export const proudcity = defineRowScraper({
  platform: 'proudcity',
  label: 'ProudCity',
  recognise(url) {
    const found = find(url)
    return found && { platform: 'proudcity', options: {}, ...found }
  },
  recognisePage(page) {
    if (!/proudcity|wp-proud/i.test(page.text()) || !/\/meetings\//i.test(page.text()))
      return undefined
    const { hostname } = new URL(page.finalUrl)
    return {
      platform: 'proudcity',
      client: hostname,
      options: {},
      portalUrl: page.finalUrl,
      confidence: 'likely',
      why: 'the marks of ProudCity and links to its meetings',
    }
  },
  shape: {
    frame: /proudcity|wp-proud|class="[^"]*teaser|\/meetings?\//i,
    frameName: 'teasers of meetings (.teaser)',
    keyOf: (url) => /\/(?:meetings|event)\/([\w-]{4,})\/?(?:#.*)?$/i.exec(url)?.[1],
    isDetail: /\/(?:meetings|event)\/[\w-]{4,}\/?(?:#.*)?$/i,
    isPlace: (node) => hasClass(node, /(?:^|[\s_-])(?:location|venue)(?:$|[\s_-])/i),
    isTitle: (node) => /^h[2-5]$/.test(node.name ?? '') || hasClass(node, /entry-title/),
  },
  isList: (address) => /\/(?:public-)?meetings\/?$/i.test(address),
})
