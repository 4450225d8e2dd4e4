import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  findElements,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  textOf,
} from '../../src/scraping/html.ts'
import { fingerprint, type ListedMeeting } from '../meeting.ts'
import { findPrintedDate, withoutDate } from '../printed-date.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'

const hasClass = (node: MarkupNode, name: string) =>
  (node.attribs?.class ?? '').split(' ').includes(name)

const wordsOf = (node: MarkupNode | undefined) => (node ? cleanText(textOf(node)) : '')

/**
 * The meeting that `MeetingInformation.aspx` shows. Its head is filled by script; day and name stand
 * on the button that is pressed, among those of the meetings before and after. `undefined` for pages
 * of another form.
 */
export function parseInformation(page: Page): ListedMeeting | undefined {
  const root = parseMarkup(page.text())
  const button = findElement(root, (node) => hasClass(node, 'meeting-list-item-button-selected'))
  if (!button) return undefined
  const part = (name: string) => wordsOf(findElement(button, (node) => hasClass(node, name)))
  const date = findPrintedDate(part('meeting-list-item-button-date'))?.date
  const id =
    /meetingClick\(\s*this\s*,\s*(\d+)/.exec(button.attribs?.onclick ?? '')?.[1] ??
    /\d+$/.exec(button.attribs?.id ?? '')?.[0]
  if (!date || !id) return undefined
  const byId = (wanted: string) =>
    wordsOf(findElement(root, ({ attribs }) => attribs?.id === wanted))
  const name = part('meeting-list-item-button-name') || 'Meeting'
  const toLink = linkResolver(page.finalUrl)
  const documents = findElements(root, ({ name: tag, attribs }) =>
    tag === 'a' ? /_DocumentPrintVersion$/.test(attribs?.id ?? '') : false,
  ).flatMap(({ attribs }) => {
    const url = toLink(attribs?.href)
    return url ? [{ kind: 'agenda' as const, title: 'Agenda', url }] : []
  })
  return {
    upstreamId: id,
    body: withoutRemark(withoutDate(name)),
    bodyUpstreamId: null,
    date,
    printedTime: byId('meeting-time'),
    location: byId('meeting-location') || null,
    comment: null,
    agendaStatus: calledOffWords(name),
    minutesStatus: null,
    isHidden: false,
    sourceUrl: new URL(`/Portal/MeetingInformation.aspx?Id=${id}`, page.finalUrl).href,
    documents,
    listFingerprint: fingerprint([name, date, ...documents.map(({ url }) => url)]),
  }
}
