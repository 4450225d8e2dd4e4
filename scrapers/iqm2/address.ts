import type { Recognition } from '../../src/scraping/contract.ts'
import { firstOf, onHost, onPath } from '../address-shapes.ts'

const calendar = '/Citizens/Calendar.aspx'
const find = firstOf(
  onHost(/^([\w-]+)\.iqm2\.com$/, calendar),
  onPath(/^\/Citizens\/(?:Calendar|Default|Detail_\w+|SplitView|FileOpen)\.aspx$/i, calendar),
)

/** `https://<tenant>.iqm2.com/Citizens/`, or the same under a city's own host. */
export function recogniseIqm2(url: URL): Recognition | undefined {
  const found = find(url)
  return found && { platform: 'iqm2', options: {}, ...found }
}

/** The meeting that an address opens, if it opens one. */
export function meetingIdOf(address: string): string | undefined {
  return (
    /Detail_Meeting\.aspx\?(?:[^#]*&)?ID=(\d+)/i.exec(address)?.[1] ??
    /[?&]MeetingID=(\d+)/i.exec(address)?.[1]
  )
}
