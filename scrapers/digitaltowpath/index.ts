import { onPath } from '../address-shapes.ts'
import { defineRowScraper } from '../row-scraper.ts'

const find = onPath(/^\/meetings\/(?:meetings\/.+|detail\/\d+)/i)

/** Digital Towpath: a list for each board and year, a page for each meeting. */
export const digitaltowpath = defineRowScraper({
  platform: 'digitaltowpath',
  label: 'Digital Towpath',
  recognise(url) {
    const found = find(url)
    if (!found) return undefined
    const isDetail = /\/detail\/\d+/i.test(url.pathname)
    const portalUrl = isDetail ? `${url.origin}/meetings` : found.portalUrl
    return { platform: 'digitaltowpath', options: {}, client: found.client, portalUrl }
  },
  shape: {
    frame: /\/meetings\/(?:detail|meetings)\//i,
    frameName: 'a list of meetings (/meetings/detail/)',
    keyOf: (url) => /\/meetings\/detail\/(\d+)/i.exec(url)?.[1],
    isDetail: /\/meetings\/detail\/\d+/i,
    bodyOf: (page) => {
      const board = /\/meetings\/meetings\/([^/]+)\//i.exec(page.url)?.[1]
      return board ? decodeURIComponent(board) : undefined
    },
  },
  isList: (address) => /\/meetings\/meetings\//i.test(address),
})
