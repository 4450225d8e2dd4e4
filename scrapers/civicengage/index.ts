import { onPath } from '../address-shapes.ts'
import { isPublicMeeting } from '../public-meeting.ts'
import { defineRowScraper } from '../row-scraper.ts'
import { hasClass } from '../seen-text.ts'

const find = onPath(/^\/calendar\.aspx$/i, '/Calendar.aspx')
const isTitle = ({
  name,
  attribs,
}: {
  name?: string
  attribs?: Readonly<Record<string, string>>
}) => name === 'a' && /^eventTitle_/.test(attribs?.id ?? '')

/** CivicEngage's calendar: the meetings among a city's events. */
export const civicengage = defineRowScraper({
  platform: 'civicengage',
  label: 'CivicEngage calendar',
  recognise(url) {
    const found = find(url)
    return found && { platform: 'civicengage', options: {}, ...found }
  },
  shape: {
    frame: /eventTitle_|CalendarContent|calendarModule|moduleContentNew|Calendar\.aspx/i,
    frameName: 'a calendar of CivicEngage (a#eventTitle_)',
    isRow: ({ name }) => name === 'li',
    keyOf: (url) => /[?&]EID=(\d+)/i.exec(url)?.[1],
    keyOfPage: /(?:[?&]|%26|%3f)EID(?:=|%3d)(\d+)/i,
    isDetail: /Calendar\.aspx\?(?:[^#]*&)?EID=\d+/i,
    isTitle,
    isPlace: (node) => hasClass(node, /(?:^|\s)eventLocation(?:\s|$)/) && node.name === 'div',
    isMeeting: isPublicMeeting,
  },
  isList: (address) => /\/Calendar\.aspx/i.test(address),
  listUrls({ portalUrl }, { window: { from, to } }) {
    const us = (date: string) => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`
    if (!from || !to) return [portalUrl]
    return [`${portalUrl}?startDate=${us(from)}&enddate=${us(to)}&showPastEvents=true`]
  },
})
