import { isPublicMeeting } from '../public-meeting.ts'
import { defineRowScraper } from '../row-scraper.ts'
import { hasClass } from '../seen-text.ts'

const event = /\/Components\/Calendar\/Event\/(\d+)/i

/** Vision and govAccess: tables and calendars of a city's own site. */
export const vision = defineRowScraper({
  platform: 'vision',
  label: 'Vision and other CMS lists',
  recognise(url) {
    if (!event.test(url.pathname)) return undefined
    return { platform: 'vision', client: url.hostname, options: {}, portalUrl: url.href }
  },
  recognisePage(page) {
    if (!/\/Components\/Calendar\/Event\/\d+|showpublisheddocument/i.test(page.text()))
      return undefined
    const { hostname } = new URL(page.finalUrl)
    return {
      platform: 'vision',
      client: hostname,
      options: {},
      portalUrl: page.finalUrl,
      confidence: 'likely',
      why: 'addresses as govAccess makes them',
    }
  },
  shape: {
    frame: /\/Components\/Calendar\/Event\/|showpublisheddocument|\blisttable\b|visioninternet/i,
    frameName: 'a calendar or list of govAccess (/Components/Calendar/Event/)',
    keyOf: (url) => event.exec(url)?.[1],
    isDetail: event,
    isTitle: ({ name, attribs }) => name === 'a' && event.test(attribs?.href ?? ''),
    isPlace: (node) => hasClass(node, /location/i),
    isMeeting: isPublicMeeting,
  },
  isList: () => true,
})
