import { onHost } from '../address-shapes.ts'
import { defineRowScraper } from '../row-scraper.ts'

const find = onHost(/^([\w-]+)\.suiteonemedia\.com$/, '/')

/** SuiteOne Media: one table of all events, a page for each. */
export const suiteone = defineRowScraper({
  platform: 'suiteone',
  label: 'SuiteOne Media',
  recognise(url) {
    const found = find(url)
    return found && { platform: 'suiteone', options: {}, ...found }
  },
  recognisePage(page) {
    const markup = page.text()
    const isListed = /\/event\/\?id=\d+/i.test(markup)
    if (!isListed || !/<title>[^<]{0,80}Meeting Management/i.test(markup)) return undefined
    const { origin, hostname } = new URL(page.finalUrl)
    return {
      platform: 'suiteone',
      client: hostname,
      options: {},
      portalUrl: `${origin}/`,
      confidence: /suiteone/i.test(markup) ? 'certain' : 'likely',
      why: 'its title ("Meeting Management") and a table of events',
    }
  },
  shape: {
    frame: /suiteone|\/event\/\?id=\d+/i,
    frameName: 'a table of events (/event/?id=)',
    keyOf: (url) => /\/event\/?\?(?:.*&)?id=(\d+)/i.exec(url)?.[1],
    isDetail: /\/event\/?\?(?:.*&)?id=\d+/i,
    isTitle: ({ name, attribs }) => name === 'a' && /\/event\/?\?/.test(attribs?.href ?? ''),
  },
})
