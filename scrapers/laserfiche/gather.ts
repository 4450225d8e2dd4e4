import type { ScrapedDocument } from '../../src/model/document.ts'
import type { LocalDate } from '../../src/model/ids.ts'
import { fingerprint, type ListedMeeting } from '../meeting.ts'
import { calledOffWords } from '../title-status.ts'
import { type Place, queryOf } from './address.ts'
import {
  bodyKey,
  bodyOf,
  dateInName,
  kindInName,
  kindInPath,
  sessionOf,
  wordsOf,
  yearOfPath,
} from './names.ts'
import type { Entry } from './parse-folder.ts'

/** A folder that was read, with the names that lead to it, its own last. */
export interface ReadFolder {
  readonly id: string | null
  readonly path: readonly string[]
  readonly entries: readonly Entry[]
}

export interface WebLinkMeeting extends ListedMeeting {
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
export function gatherMeetings(folders: readonly ReadFolder[], place: Place): WebLinkMeeting[] {
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
    .map((finds) => toMeeting(finds, place))
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

function toMeeting(finds: readonly Find[], place: Place): WebLinkMeeting {
  const [first] = finds as [Find, ...Find[]]
  const names = finds.map((find) => bodyOf([...find.path, find.name]))
  const body = names.reduce((best, name) => (name.length > best.length ? name : best))
  const ids = [...new Set(finds.map(({ id }) => id))]
  const oldest = ids.reduce((least, id) => (Number(id) < Number(least) ? id : least))
  const files = new Map(finds.flatMap((find) => (find.file ? [[find.file.id, find] as const] : [])))
  const documents = [...files.values()].map((find) => toDocument(find, place))
  const agenda = [...files.values()].find(
    (find) => kindOf(find) === 'agenda' && find.file?.extension !== '',
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
    sourceUrl: folder
      ? `${place.site}/Browse.aspx?id=${folder.id}&${queryOf(place)}`
      : `${place.site}/DocView.aspx?id=${first.id}&${queryOf(place)}`,
    documents,
    agendaUrl: agenda ? toDocument(agenda, place).url : null,
    entryIds: ids,
    listFingerprint: fingerprint([
      body,
      first.date,
      agendaStatus,
      ...[...files.values()].flatMap(({ file }) => [file?.id, file?.name, file?.modified]),
    ]),
  }
}

/** One file in a folder of agendas is the agenda, whatever its name; several are what belongs to it. */
function kindOf({ file, path, name, place, isAlone }: Find): ScrapedDocument['kind'] {
  const own = kindInName(file?.name ?? '')
  if (own) return own
  return isAlone ? kindInPath([...path, ...(place === null ? [] : [name])]) : 'attachment'
}

function toDocument(find: Find, place: Place): ScrapedDocument {
  const { id = '', name = '', extension = '' } = find.file ?? {}
  return { kind: kindOf(find), title: name, url: fileUrl(id, { name, extension }, place) }
}

/**
 * Where the bytes of a file are. What was scanned page by page has none: there it is the page that
 * shows it to people.
 */
function fileUrl(
  id: string,
  { name, extension }: { readonly name: string; readonly extension: string },
  place: Place,
): string {
  const { site, dbid } = place
  if (extension === '') return `${site}/DocView.aspx?id=${id}&${queryOf(place)}`
  if (dbid === null) return `${site}/ElectronicFile.aspx?docid=${id}&${queryOf(place)}`
  const plain = name.replace(/\.\w{2,4}$/, '').replace(/[^\w-]+/g, '-')
  return `${site}/${dbid}/edoc/${id}/${plain.slice(0, 80) || 'file'}.${extension.replace(/\W/g, '')}`
}
