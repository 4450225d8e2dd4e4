import { parameter } from '../address-shapes.ts'
import { defineRowScraper } from '../row-scraper.ts'

/** BoardBook: a list for each organisation, an agenda page for each meeting. */
export const boardbook = defineRowScraper({
  platform: 'boardbook',
  label: 'BoardBook',
  recognise(url) {
    const id =
      /^\/Public\/(?:Organization|Agenda)\/(\d+)/i.exec(url.pathname)?.[1] ?? parameter(url, 'org')
    if (url.hostname !== 'meetings.boardbook.org' || !id || !/^\d+$/.test(id)) return undefined
    const portalUrl = `https://meetings.boardbook.org/Public/Organization/${id}`
    return { platform: 'boardbook', client: id, options: {}, portalUrl }
  },
  shape: {
    frame: /boardbook|\/Public\/Agenda\//i,
    frameName: 'a list of meetings (/Public/Agenda/)',
    keyOf: (url) => /[?&]meeting=(\d+)/i.exec(url)?.[1],
    kindOf: (url) =>
      /\/Public\/Agenda\//i.test(url)
        ? 'agenda'
        : /\/Public\/Minutes/i.test(url)
          ? 'minutes'
          : undefined,
  },
})
