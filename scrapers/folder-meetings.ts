import { cutAgenda } from '../src/agendas/cut-agenda.ts'
import type { ScrapedDocument } from '../src/model/document.ts'
import { PageShapeError } from '../src/model/errors.ts'
import type { LocalDate } from '../src/model/ids.ts'
import type { ScrapedAgendaItem } from '../src/model/meeting.ts'
import type { ScrapeContext } from '../src/scraping/contract.ts'
import type { Cookies } from '../src/scraping/cookies.ts'
import {
  bodyKey,
  bodyOf,
  dateInName,
  kindInName,
  kindInPath,
  sessionOf,
  wordsOf,
  yearOfPath,
} from './folder-names.ts'
import { fingerprint, type ListedMeeting } from './meeting.ts'
import { calledOffWords } from './title-status.ts'

/** A folder or a file of a listing. */
export interface Entry {
  /** A number that grows with time. */
  readonly id: string
  readonly name: string
  readonly isFolder: boolean
  /** In lower case, without its dot; "" for what has no file to be had. */
  readonly extension: string
  /** As the portal writes it; null where it does not tell. */
  readonly modified: string | null
  /** Where its bytes are, on portals that tell. */
  readonly url?: string
}

/** How a portal of folders addresses what stands in them. */
export interface Shelf {
  fileUrl(file: Entry): string
  /** The page that shows a folder to people. */
  folderUrl(id: string): string
  /** The page that shows a file to people. */
  documentUrl(id: string): string
}

/** A folder that was read, with the names that lead to it, its own last. */
export interface ReadFolder {
  readonly id: string | null
  readonly path: readonly string[]
  readonly entries: readonly Entry[]
}

export interface FolderMeeting extends ListedMeeting {
  /** The file of its agenda; null where it is none, or was scanned page by page. */
  readonly agendaUrl: string | null
  readonly entryIds: readonly string[]
}

/** One folder or file that stands for a day. */
interface Find {
  readonly date: LocalDate
  readonly id: string
  /** Whose day, kind of session and remark the names tell. */
  readonly name: string
  /** Of the folder that holds it. */
  readonly path: readonly string[]
  /** The folder of the day, as one name; null for a file that tells its own. */
  readonly place: string | null
  readonly file: Entry | null
  /** No other file stands in its folder of the day. */
  readonly isAlone: boolean
}

/**
 * The meetings of folders: what stands in one folder of a day is one meeting; agendas and minutes
 * of a body that stand in parallel trees come together by body, day and kind of session. Files that
 * no name gives a day are no meetings. The number of the oldest entry is the meeting's.
 */
export function gatherMeetings(folders: readonly ReadFolder[], shelf: Shelf): FolderMeeting[] {
  const groups = new Map<string, Find[]>()
  const takenPlaces = new Map<string, string>()
  for (const find of folders.flatMap(findsOf)) {
    const { date, name, path } = find
    const session = sessionOf(find.place === null ? name : (find.place.split('\\').at(-1) ?? ''))
    const base = `${bodyKey(bodyOf([...path, name]))}|${date}|${session}`
    const key = keyFor(base, find, takenPlaces)
    const known = groups.get(key)
    if (known) known.push(find)
    else groups.set(key, [find])
  }
  return [...groups.values()]
    .map((finds) => toMeeting(finds, shelf))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
}

/** Two folders of one day beside each other are two meetings. */
function keyFor(base: string, { place }: Find, taken: Map<string, string>): string {
  if (place === null) return base
  const parent = `${base}|${place.slice(0, place.lastIndexOf('\\'))}`
  const first = taken.get(parent)
  if (first === undefined) taken.set(parent, place)
  return first === undefined || first === place ? base : `${base}|${place}`
}

function findsOf({ id, path, entries }: ReadFolder): Find[] {
  const dayAt = path.findLastIndex((name, at) => dateInName(name, yearOfPath(path.slice(0, at))))
  const files = entries.filter(({ isFolder }) => !isFolder)
  if (dayAt !== -1) {
    const name = path[dayAt] ?? ''
    const above = path.slice(0, dayAt)
    const date = dateInName(name, yearOfPath(above))
    if (!date) return []
    const place = path.slice(0, dayAt + 1).join('\\')
    const own = { date, name, path: above, place, isAlone: files.length === 1 }
    const itself = id !== null && dayAt === path.length - 1 ? [{ ...own, id, file: null }] : []
    return [...itself, ...files.map((file): Find => ({ ...own, id: file.id, file }))]
  }
  const year = yearOfPath(path)
  return entries.flatMap((entry): Find[] => {
    const date = dateInName(entry.name, year)
    if (!date) return []
    const { name, isFolder } = entry
    const place = isFolder ? [...path, name].join('\\') : null
    const file = isFolder ? null : entry
    return [{ date, id: entry.id, name, path, place, file, isAlone: true }]
  })
}

function toMeeting(finds: readonly Find[], shelf: Shelf): FolderMeeting {
  const [first] = finds as [Find, ...Find[]]
  const names = finds.map((find) => bodyOf([...find.path, find.name]))
  const body = names.reduce((best, name) => (name.length > best.length ? name : best))
  const ids = [...new Set(finds.map(({ id }) => id))]
  const oldest = ids.reduce((least, id) => (Number(id) < Number(least) ? id : least))
  const withFile = finds.flatMap((find) => (find.file ? [{ ...find, file: find.file }] : []))
  const files = new Map(withFile.map((find) => [find.file.id, find]))
  const documents = [...files.values()].map((find) => toDocument(find, shelf))
  const agenda = [...files.values()].find(
    (find) => kindOf(find) === 'agenda' && find.file.extension !== '',
  )
  const remark = finds.map(({ name, file }) => calledOffWords(`${name} ${file?.name ?? ''}`))
  const agendaStatus = remark.find((words) => words !== null) ?? null
  const words = wordsOf(first.place === null ? '' : first.name)
  const isRemark = words !== '' && words !== body && bodyOf([words]) !== body
  const folder = finds.find((find) => find.place !== null && find.file === null)
  return {
    upstreamId: oldest,
    body,
    bodyUpstreamId: null,
    date: first.date,
    printedTime: '',
    location: null,
    comment: isRemark && words !== agendaStatus ? words : null,
    agendaStatus,
    minutesStatus: null,
    isHidden: false,
    sourceUrl: folder ? shelf.folderUrl(folder.id) : shelf.documentUrl(first.id),
    documents,
    agendaUrl: agenda ? toDocument(agenda, shelf).url : null,
    entryIds: ids,
    listFingerprint: fingerprint([
      body,
      first.date,
      agendaStatus,
      ...[...files.values()].flatMap(({ file }) => [file.id, file.name, file.modified]),
    ]),
  }
}

/** One file in a folder of agendas is the agenda, whatever its name; several are what belongs to it. */
function kindOf({ file, path, name, place, isAlone }: Find): ScrapedDocument['kind'] {
  const own = kindInName(file?.name ?? '')
  if (own) return own
  return isAlone ? kindInPath([...path, ...(place === null ? [] : [name])]) : 'attachment'
}

function toDocument(find: Find & { readonly file: Entry }, shelf: Shelf): ScrapedDocument {
  return { kind: kindOf(find), title: find.file.name, url: shelf.fileUrl(find.file) }
}

/**
 * The items of an agenda's file, asked for with the cookies of the run.
 *
 * @throws {AppError} when it cannot be had or read, or a page comes in its place.
 */
export async function readAgendaFile(
  url: string,
  { cookies }: { readonly cookies: Cookies },
  context: ScrapeContext,
): Promise<ScrapedAgendaItem[]> {
  const page = await context.fetcher.get(url, { cookies, accept: 'application/pdf,*/*;q=0.8' })
  if (page.text().slice(0, 200).trimStart().startsWith('<')) {
    throw new PageShapeError('the file of an agenda, and got a page,', url)
  }
  return cutAgenda(await context.readText(page))
}
