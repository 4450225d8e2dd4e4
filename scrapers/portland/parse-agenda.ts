import type { ScrapedDocument } from '../../src/model/document.ts'
import {
  PortalErrorPage,
  type Problem,
  toProblem,
  UnknownDateError,
} from '../../src/model/errors.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import { toLocal } from '../../src/model/time.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  findElements,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  printed,
  textOf,
} from '../../src/scraping/html.ts'
import { toAgenda } from '../item.ts'
import { documentKind, fingerprint, type ListedMeeting } from '../meeting.ts'
import { findPrintedDate, printedClock } from '../printed-date.ts'
import type { Listing } from '../run.ts'
import { parseItem } from './parse-item.ts'

/** The council's site is one city's: what it prints is on that city's clock. */
export const portlandZone = 'America/Los_Angeles' as TimeZone

/** A session with all that its page tells: there is nothing more to ask for. */
export interface PortlandMeeting extends ListedMeeting {
  readonly agendaItems: readonly ScrapedAgendaItem[]
}

/** `/council/agenda/2026/8/6`, for a committee with its name before the day. */
const dayPath =
  /\/council\/agenda\/(?:([a-z][a-z0-9-]*)\/)?(20\d{2})\/(\d{1,2})\/(\d{1,2})\/?(?:$|[?#])/

/** A part of the address as a name: `finance-committee` is Finance Committee. */
const bodyOf = (slug: string) =>
  slug === '' || slug === 'all'
    ? 'City Council'
    : slug.replace(/(?:^|-)([a-z])/g, (_, letter: string) => ` ${letter.toUpperCase()}`).trim()

/** What an address of the council's agendas says; `undefined` for all others. */
export function readDayPath(url: string) {
  const [, slug = '', year, month = '', day = ''] = dayPath.exec(url) ?? []
  if (!year) return undefined
  return {
    slug,
    body: bodyOf(slug),
    day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  }
}

const hasClass = ({ attribs }: MarkupNode, name: string) =>
  (attribs?.class ?? '').split(/\s+/).includes(name)

/** @throws {PortalErrorPage} for a page that says that it is none. */
export function readMarkup(page: Page): MarkupNode {
  const root = parseMarkup(page.text())
  const head = findElement(root, ({ name }) => name === 'title')
  const title = head ? cleanText(textOf(head)) : ''
  if (/\b404\b|not found|denied|forbidden|just a moment|runtime error/i.test(title)) {
    throw new PortalErrorPage(title, page.url)
  }
  return root
}

/**
 * The sessions of one agenda page, each with its items; none for a page without sessions.
 *
 * @throws {PortalErrorPage}
 */
export function parsePortlandAgenda(page: Page): Listing<PortlandMeeting> {
  const root = readMarkup(page)
  const told: Problem[] = []
  const ordinals = new Map<string, number>()
  const meetings: PortlandMeeting[] = []
  for (const session of findElements(root, (node) =>
    hasClass(node, 'relation--type-council-session'),
  )) {
    const when = readWhen(session)
    if (!when) {
      told.push(
        toProblem(
          new UnknownDateError(cleanText(textOf(session)).slice(0, 80), page.url),
          page.url,
        ),
      )
      continue
    }
    const ordinal = (ordinals.get(when.date) ?? 0) + 1
    ordinals.set(when.date, ordinal)
    meetings.push(toMeeting(session, { ...when, ordinal }, root, page))
  }
  return { meetings, problems: told }
}

/** The day and hour as printed; the machine's own instant where no day is printed. */
function readWhen(session: MarkupNode) {
  const time = findElement(session, ({ name }) => name === 'time')
  const words = time ? cleanText(textOf(time)) : ''
  const found = findPrintedDate(words)
  if (found) return { date: found.date, printedTime: printedClock(words) }
  const stamp = time?.attribs?.datetime ?? ''
  const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(stamp)
    ? new Date(stamp)
    : null
  if (!instant || Number.isNaN(instant.getTime())) return undefined
  const local = toLocal(instant, portlandZone)
  return { date: local.date, printedTime: local.time }
}

type When = NonNullable<ReturnType<typeof readWhen>> & { readonly ordinal: number }

function toMeeting(
  session: MarkupNode,
  { date, printedTime, ordinal }: When,
  root: MarkupNode,
  page: Page,
): PortlandMeeting {
  const { slug = '', body = bodyOf('') } = readDayPath(page.finalUrl) ?? {}
  const documents = documentsOf(session, root, page)
  const status = /\b(?:cancell?ed|postponed|rescheduled)/i.exec(headOf(session))?.[0] ?? null
  const agendaItems = itemsOf(session, page)
  return {
    upstreamId: `${slug || 'council'}/${date}/${ordinal}`,
    body,
    bodyUpstreamId: slug || null,
    date,
    printedTime,
    location: null,
    comment: null,
    agendaStatus: status,
    minutesStatus: null,
    isHidden: false,
    sourceUrl: page.finalUrl,
    documents,
    listFingerprint: fingerprint([printedTime, status, JSON.stringify([documents, agendaItems])]),
    agendaItems,
  }
}

/** The session's own words: what items say of other days is not about it. */
function headOf(session: MarkupNode): string {
  const meta = findElement(session, (node) => hasClass(node, 'session-meta'))
  return meta ? cleanText(textOf(meta)).slice(0, 2_000) : ''
}

function documentsOf(session: MarkupNode, root: MarkupNode, page: Page): ScrapedDocument[] {
  const toLink = linkResolver(page.finalUrl)
  // The disposition agenda is linked once, for all sessions of the page.
  const files = findElements(
    root,
    (node) => node.name === 'a' && hasClass(node, 'btn-cta'),
  ).flatMap((node): ScrapedDocument[] => {
    const url = toLink(node.attribs?.href)
    const title = printed(textOf(node))
    if (!url || !title || !/agenda|minutes/i.test(title)) return []
    return [{ kind: /disposition/i.test(title) ? 'summary' : documentKind(title), title, url }]
  })
  const videos = findElements(session, ({ name }) => name === 'iframe').flatMap(
    (node): ScrapedDocument[] => {
      const url = toLink(node.attribs?.src)
      return url && /youtu/i.test(url) ? [{ kind: 'video', title: 'Video', url }] : []
    },
  )
  return [...files, ...videos]
}

/** Headings and items stand side by side, in page order. */
function itemsOf(session: MarkupNode, page: Page): ScrapedAgendaItem[] {
  let section: string | null = null
  return toAgenda(
    findElements(
      session,
      (node) => node.name === 'h3' || hasClass(node, 'relation--type-agenda-item'),
    ).flatMap((node) => {
      if (node.name !== 'h3') return [parseItem(node, section, page)]
      section = printed(textOf(node))
      return []
    }),
  )
}
