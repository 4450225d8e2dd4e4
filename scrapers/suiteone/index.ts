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
  shape: {
    frame: /suiteone|\/event\/\?id=\d+/i,
    frameName: 'a table of events (/event/?id=)',
    keyOf: (url) => /\/event\/?\?(?:.*&)?id=(\d+)/i.exec(url)?.[1],
    isDetail: /\/event\/?\?(?:.*&)?id=\d+/i,
    isTitle: ({ name, attribs }) => name === 'a' && /\/event\/?\?/.test(attribs?.href ?? ''),
  },
})
