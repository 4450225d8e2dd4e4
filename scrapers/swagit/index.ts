import { onHost } from '../address-shapes.ts'
import { defineRowScraper } from '../row-scraper.ts'

const find = onHost(
  /^([\w-]+)(?:\.(?:new|v\d))?\.swagit\.com$/,
  '/',
  (name) => name !== 'new' && name !== 'cdn',
)

/** Swagit: tables of recordings, each with an agenda of its own. */
export const swagit = defineRowScraper({
  platform: 'swagit',
  label: 'Swagit',
  recognise(url) {
    const found = find(url)
    return found && { platform: 'swagit', options: {}, ...found }
  },
  shape: {
    frame: /video-table|\/videos\/\d+|swagit/i,
    frameName: 'a table of recordings (#video-table)',
    keyOf: (url) => /\/(?:videos|events)\/(\d+)/i.exec(url)?.[1],
    kindOf: (url) => {
      if (/\/videos\/\d+\/agenda/i.test(url)) return 'agenda'
      if (/\/videos\/\d+\/transcript/i.test(url)) return 'captions'
      return /\/(?:videos|events)\/\d+/i.test(url) ? 'video' : undefined
    },
  },
  isList: (address) => /\/views\/\d+/i.test(address),
  itemsUrls: ({ agendaUrl, documents }) => {
    const video = documents.find(({ url }) => /\/videos\/\d+\/?$/.test(url))
    return [agendaUrl ?? (video ? `${video.url.replace(/\/$/, '')}/agenda` : null)]
  },
})
