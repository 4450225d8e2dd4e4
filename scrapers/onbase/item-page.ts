import type { ItemPageShape } from '../item-page.ts'

const itemAddress = /\/Meetings\/ViewMeetingAgendaItem\?/i

/** The parts of an address below a site of OnBase that its other addresses are made of. */
function placeIn(url: string) {
  const site = /^(https?:\/\/[^/?#]+(?:\/[\w-]+)*?)\/(?:Meetings|Documents)\//i.exec(url)?.[1]
  const meeting = /[?&](?:meetingId|id)=(\d+)/i.exec(url)?.[1]
  return site && meeting ? { site, meeting } : undefined
}

/** The page of one item of the agenda at an address. */
export function itemPageOf(agendaUrl: string, itemId: string): string | null {
  const place = placeIn(agendaUrl)
  if (!place) return null
  const type = /[?&]type=(agenda|minutes|summary)\b/i.exec(agendaUrl)?.[1]?.toLowerCase()
  return `${place.site}/Meetings/ViewMeetingAgendaItem?meetingId=${place.meeting}&itemId=${itemId}&isSection=false&type=${type ?? 'agenda'}`
}

/** `DownloadFile` gives a page whose script goes on to the file; `ViewDocument` gives the file. */
export const fileAt = (url: string) =>
  url.replace(/(\/Documents\/)DownloadFile(?=\/)/i, '$1ViewDocument')

/** The page of an item: its words under "Item Details", its files under "Supporting Documents". */
export const itemPage: ItemPageShape = {
  frame:
    /Item Details|Supporting Documents|Back to Meeting Outline|\/Documents\/(?:DownloadFile|ViewDocument)\/[^"'\s]*\b(?:itemId|publishId)=/i,
  frameName: 'the page of an item of OnBase (Supporting Documents)',
  keyOf: (url) => (itemAddress.test(url) ? /[?&]itemId=(\d+)/i.exec(url)?.[1] : undefined),
  isFile: (url) =>
    /\/Documents\/(?:DownloadFile|ViewDocument)\//i.test(url) &&
    /[?&](?:itemId|publishId)=/i.test(url),
  fileAt,
  isEmpty: /^item not found\.?$/im,
  isLabel: /^(?:Item Details|Supporting Documents|Back to Meeting Outline|.*Agenda Online)$/i,
  reportIn,
  doorOf(url) {
    const place = placeIn(url)
    return place && `${place.site}/Meetings/ViewMeeting?id=${place.meeting}&doctype=1`
  },
}

/** What stands between the heading of the item and its files; the rest is the portal's own. */
function reportIn(words: string): string {
  const [, below = ''] = words.split(/^Item Details$/im)
  return below.split(/^Supporting Documents$|Back to Meeting Outline/im)[0]?.trim() ?? ''
}
