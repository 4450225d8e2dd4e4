import type { Answer } from '../answer.ts'
import { escapeHtml, html } from '../answer.ts'
import { filePath, type Replica } from '../replica.ts'
import type { DemoItem, DemoMeeting } from '../truth.ts'

/** A request to a replica, as the portals of other platforms than Legistar answer it. */
export interface PortalRequest {
  readonly path: string
  readonly params: URLSearchParams
  readonly isPost: boolean
}

/** How a replica of one platform lives: where its list is, and what it answers. */
export interface ReplicaPortal {
  /** Path of the address that a person would paste. */
  readonly listPath: string
  /** `undefined`: no page of this platform; files and robots.txt are answered elsewhere. */
  answer(replica: Replica, request: PortalRequest): Answer | undefined
}

/** Rows with words: what a reader of any platform sees. */
export const shownItems = ({ items }: DemoMeeting): readonly DemoItem[] =>
  items.filter(({ title }) => title !== '')

/** Meetings whose agenda is out have a file. */
export const agendaUrl = (replica: Replica, meeting: DemoMeeting): string | null =>
  meeting.isPublished ? `${replica.origin}${filePath(replica, meeting, 'A')}` : null

/** A body's name with what the clerk adds when it is called off. */
export const listedName = ({ body, status, statusText }: DemoMeeting): string =>
  status === 'confirmed' || status === 'tentative' ? body : `${body} - ${statusText ?? status}`

const clockParts = (time: string) => time.split(':').map(Number) as [number, number]

/** `6:30 PM` of `18:30`; "" when no time is known. */
export function clock(time: string | null): string {
  if (time === null) return ''
  const [hour, minute] = clockParts(time)
  return `${((hour + 11) % 12) + 1}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`
}

const months =
  'January February March April May June July August September October November December'.split(' ')

/** `March 4, 2026` */
export function wordDate(date: string): string {
  const [year, month = '1', day] = date.split('-')
  return `${months[Number(month) - 1]} ${Number(day)}, ${year}`
}

/** `03/04/2026` */
export function slashDate(date: string): string {
  const [year, month, day] = date.split('-')
  return `${month}/${day}/${year}`
}

export function page({ plan }: Replica, title: string, body: string): Answer {
  return html(
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(`${title} - ${plan.government}`)}</title></head><body>${body}</body></html>`,
  )
}

export const isToCome = ({ now }: Replica, { date }: DemoMeeting) =>
  date >= now.toISOString().slice(0, 10)
