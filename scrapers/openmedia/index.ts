import { onHost } from '../address-shapes.ts'
import { defineRowScraper } from '../row-scraper.ts'

const find = onHost(/^([\w-]+)\.ompnetwork\.org$/, '/')

/** Open Media Project: sessions, each a page with its agenda and recording. */
export const openmedia = defineRowScraper({
  platform: 'openmedia',
  label: 'Open Media Project',
  recognise(url) {
    const found = find(url)
    return found && { platform: 'openmedia', options: {}, ...found }
  },
  shape: {
    frame: /ompnetwork|\/sessions\/\d+/i,
    frameName: 'a list of sessions (/sessions/)',
    keyOf: (url) => /\/sessions\/(\d+)/i.exec(url)?.[1],
    isDetail: /\/sessions\/\d+/i,
  },
})
