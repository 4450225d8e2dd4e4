import * as z from 'zod'
import { PageShapeError } from '../../src/model/errors.ts'
import type { Page, PageRecognition, Recognition } from '../../src/scraping/contract.ts'
import { openCookies } from '../../src/scraping/cookies.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { cutPage } from '../agenda-file.ts'
import { gatherMeetings, readAgendaFile, type Shelf } from '../folder-meetings.ts'
import { type FolderPart, type Waiting, walkFolders } from '../folder-walk.ts'
import { parseAsMatter } from '../item-page.ts'
import { makeMeeting } from '../meeting.ts'
import { yieldMeetings } from '../run.ts'
import { refuseStandIn } from '../stand-in.ts'
import { parseItemList } from './parse-items.ts'
import { findWidgets, headingOf } from './parse-widgets.ts'

const service = '/portal/svc/ContentItemSvc.asmx/GetItemList'
const itemPage = {
  frame: /ContentItem|civiclive/i,
  frameName: 'a page of CivicLive (ContentItemListUI)',
  keyOf: () => undefined,
  isFile: (url: string) => /GetFile\.ashx|\.pdf$/i.test(url),
}

/** CivicLive: folders of files that a page's script asks a service for. */
export const civiclive = defineScraper({
  platform: 'civiclive',
  label: 'CivicLive file lists',
  version: 2,
  options: z.record(z.string(), z.unknown()),
  recognise,
  recognisePage,

  parsePage(kind, page, timeZone) {
    if (kind === 'items') return { agendaItems: cutPage(page), problems: [] }
    if (kind === 'matter' || kind === 'attachments') return parseAsMatter(kind, page, itemPage)
    if (page.text().trimStart().startsWith('<')) return refusePage(page)
    const { entries, problems } = parseItemList(page)
    const meetings = gatherMeetings([{ id: null, path: [], entries }], shelfOf(page.url))
    return { meetings: meetings.map((meeting) => makeMeeting(meeting, timeZone)), problems }
  },

  async *meetings(target, context) {
    const { portalUrl } = target
    const cookies = openCookies(() => context.now)
    const page = await context.fetcher.get(portalUrl, { cookies })
    const widgets = findWidgets(page)
    if (widgets.length === 0) refusePage(page)
    const path = [headingOf(page)]
    const settings = new Map(widgets.map((widget) => [widget.folderId, widget.settings]))
    const [{ settings: usual } = { settings: '{}' }] = widgets
    const folders = await walkFolders(
      {
        first: widgets.map(({ folderId }) => ({ id: folderId, path })),
        folderUrl: () => portalUrl,
        readPart: (folder) => readPart(folder, settings.get(folder.id) ?? usual),
      },
      context,
    )
    const meetings = gatherMeetings(folders, shelfOf(portalUrl))
    yield* yieldMeetings(meetings, target, context, async ({ agendaUrl }) => ({
      agendaItems: agendaUrl ? await readAgendaFile(agendaUrl, { cookies }, context) : [],
    }))

    async function readPart({ id, path }: Waiting, params: string): Promise<FolderPart> {
      const url = new URL(service, page.finalUrl).href
      const form = { parentId: id, Params: params }
      const options = { asJson: true, accept: 'application/json', cookies }
      const answer = await context.fetcher.post(url, form, options)
      return { ...(await context.parsed(answer, parseItemList)), path }
    }
  },
})

function shelfOf(portalUrl: string): Shelf {
  return {
    fileUrl: ({ url }) => url ?? portalUrl,
    folderUrl: () => portalUrl,
    documentUrl: () => portalUrl,
  }
}

/** Hosts of the vendor's own; cities' own hosts are told by their pages. */
function recognise(url: URL): Recognition | undefined {
  const client = /^([\w-]+)\.hosted\d?\.civiclive\.com$/i.exec(url.hostname)?.[1]
  return client === undefined
    ? undefined
    : { platform: 'civiclive', client, options: {}, portalUrl: url.href }
}

function recognisePage(page: Page): PageRecognition | undefined {
  const widgets = findWidgets(page)
  if (widgets.length === 0) return undefined
  return {
    platform: 'civiclive',
    client: new URL(page.finalUrl).hostname,
    options: {},
    portalUrl: page.finalUrl,
    confidence: 'likely',
    why: `its script lists files (ContentItemListUI, ${widgets.length} times)`,
  }
}

/** @throws {PortalErrorPage} {PageShapeError} always: a page itself lists no file. */
function refusePage(page: Page): never {
  if (findWidgets(page).length > 0) {
    throw new PageShapeError('a list of files, and got the page around it,', page.url)
  }
  refuseStandIn(page)
  throw new PageShapeError('a page that lists files by its script (ContentItemListUI)', page.url)
}
