import * as z from 'zod'
import type { Page } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { cutPage } from '../agenda-file.ts'
import { gatherMeetings, readAgendaFile } from '../folder-meetings.ts'
import { parseAsMatter } from '../item-page.ts'
import { type ListedMeeting, makeMeeting } from '../meeting.ts'
import { parseRowList } from '../row-list.ts'
import type { RowShape } from '../row-shape.ts'
import { type Listing, mergeListings, yieldMeetings } from '../run.ts'
import { findPlace, type Place, recogniseWebLink, shelfOf } from './address.ts'
import { parseFolder } from './parse-folder.ts'
import { findShell, refuseShell } from './parse-shell.ts'
import { enter, readRepository } from './read-folders.ts'

/** Rows of WebLink 9 and before, which stand in the page itself. */
const oldRows: RowShape = {
  frame: /weblink|laserfiche/i,
  frameName: 'a folder of WebLink (DocView.aspx)',
  keyOf: (url) =>
    /(?:DocView|ElectronicFile)\.aspx\?(?:[^#]*&)?(?:id|docid)=(\d+)/i.exec(url)?.[1] ??
    /\/(?:doc|edoc)\/(\d+)/i.exec(url)?.[1],
  kindOf: (url, words) => {
    if (!/DocView|ElectronicFile|\/e?doc\/\d+/i.test(url)) return undefined
    return /minutes/i.test(words) ? 'minutes' : /packet/i.test(words) ? 'packet' : 'agenda'
  },
}

const itemPage = {
  frame: oldRows.frame,
  frameName: oldRows.frameName,
  keyOf: () => undefined,
  isFile: (url: string) => /\/edoc\/|ElectronicFile\.aspx/i.test(url),
}

/** Laserfiche WebLink: folders of files, walked to those whose names hold a day. */
export const laserfiche = defineScraper({
  platform: 'laserfiche',
  label: 'Laserfiche WebLink',
  version: 5,
  options: z.record(z.string(), z.unknown()),
  recognise: recogniseWebLink,

  parsePage(kind, page, timeZone) {
    if (kind === 'items') return { agendaItems: cutPage(page), problems: [] }
    if (kind === 'matter' || kind === 'attachments') return parseAsMatter(kind, page, itemPage)
    const { meetings, problems } = parseListing(page)
    return { meetings: meetings.map((meeting) => makeMeeting(meeting, timeZone)), problems }
  },

  async *meetings(target, context) {
    const { portalUrl, address = portalUrl } = target
    const portal = placeOf(portalUrl)
    const asked = findPlace(new URL(address))
    const place = { ...portal, folder: asked?.folder ?? portal.folder }
    const found = await enter(place, context)
    if ('rows' in found) {
      const listing = await context.parsed(found.rows, (page) => parseRowList(page, oldRows))
      yield* yieldMeetings(mergeListings(context, [listing]), target, context, async () => ({
        agendaItems: [],
        areItemsMissing: true,
      }))
      return
    }
    const folders = await readRepository(found, context)
    const meetings = gatherMeetings(folders, shelfOf(found.place)).filter(
      ({ entryIds }) => !asked?.document || entryIds.includes(asked.document),
    )
    yield* yieldMeetings(meetings, target, context, async ({ agendaUrl, documents }) => {
      const agendaItems = agendaUrl ? await readAgendaFile(agendaUrl, found, context) : []
      const isHidden = agendaUrl === null && documents.some(({ kind }) => kind === 'agenda')
      return { agendaItems, areItemsMissing: isHidden }
    })
  },
})

function placeOf(address: string): Place {
  const url = new URL(address)
  const bare = { dbid: '0', repo: null, folder: null, document: null }
  return findPlace(url) ?? { site: new URL('.', url).href.replace(/\/$/, ''), ...bare }
}

/** One saved answer: a folder's listing, or the page of an older WebLink. */
function parseListing(page: Page): Listing<ListedMeeting> {
  if (!page.text().trimStart().startsWith('<')) {
    const folder = parseFolder(page)
    const meetings = gatherMeetings([folder], shelfOf(placeOf(page.url)))
    return { meetings, problems: folder.problems }
  }
  if (findShell(page)) return refuseShell(page)
  return parseRowList(page, oldRows)
}
