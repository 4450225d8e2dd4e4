import { onHost } from '../address-shapes.ts'
import { defineRowScraper } from '../row-scraper.ts'
import { parseSessions } from './parse-sessions.ts'

const find = onHost(/^([\w-]+)\.ompnetwork\.org$/, '/')

const service = /^\/api-cache\/site\/\d+\/sessions$/

/** Open Media Project: sessions, each a page with its agenda and recording. */
export const openmedia = defineRowScraper({
  platform: 'openmedia',
  label: 'Open Media Project',
  recognise(url) {
    const found = find(url)
    return found && { platform: 'openmedia', options: {}, ...found }
  },
  // The page of a channel is filled by its script, from this list.
  isList: (address) => service.test(new URL(address).pathname),
  parseList: (page) => (/^\s*[[{]/.test(page.text()) ? parseSessions(page) : undefined),
  shape: {
    frame: /ompnetwork|\/sessions\/\d+/i,
    frameName: 'a list of sessions (/sessions/)',
    keyOf: (url) => /\/sessions\/(\d+)/i.exec(url)?.[1],
    isDetail: /\/sessions\/\d+/i,
  },
})
