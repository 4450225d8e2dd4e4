import type { Recognition } from '../../src/scraping/contract.ts'
import { parameter } from '../address-shapes.ts'
import type { Shelf } from '../folder-meetings.ts'

/** Where a repository stands, and the folder that an address names. */
export interface Place {
  /** Without a slash at its end: `https://docs.riverton.gov/WebLink`. */
  readonly site: string
  /** Number of the repository on the site; a host of many customers has none. */
  readonly dbid: string | null
  readonly repo: string | null
  readonly folder: string | null
  /** The document that the address shows. */
  readonly document: string | null
}

const pages = /\/(?:Browse|DocView|Welcome|Login|CookieCheck|CustomSearch|ElectronicFile)\.aspx$/i
const service = /\/FolderListingService\.aspx(?:\/.*)?$/i
/** `/WebLink/0/fol/88/Row1.aspx`, `/WebLink/0/doc/90/Page1.aspx`, `/WebLink/0/edoc/90/Agenda.pdf`. */
const numbered = /\/(\d+)\/(fol|e?doc)\/(\d+)(?:\/.*)?$/i

const digits = (text: string | undefined) => (text && /^\d{1,12}$/.test(text) ? text : null)

/** `undefined` for an address that is no WebLink's. */
export function findPlace(url: URL): Place | undefined {
  const { pathname } = url
  const site = siteOf(url)
  const usual = /\/weblink\d?$/i.test(site)
  const isCloud = /^portal\.laserfiche\.(?:com|ca)$/i.test(url.hostname)
  const names = parameter(url, 'repo') !== undefined || parameter(url, 'dbid') !== undefined
  if (!usual && !isCloud && !(names && pages.test(pathname))) return undefined
  const [, dbid, what = '', number] = numbered.exec(pathname) ?? []
  const isFolder = /\/Browse\.aspx$/i.test(pathname)
  const isDocument = /\/(?:DocView|ElectronicFile)\.aspx$/i.test(pathname)
  const id = parameter(url, 'id') ?? parameter(url, 'docid')
  return {
    site: `${url.origin}${site}`,
    dbid: digits(parameter(url, 'dbid')) ?? digits(dbid) ?? (isCloud ? null : '0'),
    repo: parameter(url, 'repo')?.slice(0, 200) || null,
    folder:
      digits(parameter(url, 'startid')) ??
      digits(isFolder ? id : /^fol$/i.test(what) ? number : undefined),
    document: digits(isDocument ? id : /^e?doc$/i.test(what) ? number : undefined),
  }
}

function siteOf({ pathname }: URL): string {
  const found = /^\/(?:[\w.-]+\/)?weblink\d?(?=\/|$)/i.exec(pathname)?.[0]
  return (
    found ??
    pathname.replace(service, '').replace(numbered, '').replace(pages, '').replace(/\/+$/, '')
  )
}

/** The repository in the query of its pages, in the order in which WebLink writes it. */
export function queryOf({ dbid, repo }: Pick<Place, 'dbid' | 'repo'>): string {
  return [dbid && `dbid=${dbid}`, repo && `repo=${encodeURIComponent(repo)}`]
    .filter((part) => part)
    .join('&')
}

export function recogniseWebLink(url: URL): Recognition | undefined {
  const place = findPlace(url)
  if (!place) return undefined
  const { site, folder, repo } = place
  const isCloud = place.dbid === null
  const query = [queryOf(place), folder && `startid=${folder}`].filter((part) => part).join('&')
  const isNamed = repo !== null || folder !== null
  return {
    platform: 'laserfiche',
    client: isCloud && repo ? repo : url.hostname,
    options: {},
    portalUrl: isNamed ? `${site}/Browse.aspx?${query}` : `${site}/`,
  }
}

export function shelfOf(place: Place): Shelf {
  const { site, dbid } = place
  const query = queryOf(place)
  const documentUrl = (id: string) => `${site}/DocView.aspx?id=${id}&${query}`
  return {
    documentUrl,
    folderUrl: (id) => `${site}/Browse.aspx?id=${id}&${query}`,
    fileUrl({ id, name, extension }) {
      // What was scanned page by page has no bytes: its page shows it to people.
      if (extension === '') return documentUrl(id)
      if (dbid === null) return `${site}/ElectronicFile.aspx?docid=${id}&${query}`
      const plain =
        name
          .replace(/\.\w{2,4}$/, '')
          .replace(/[^\w-]+/g, '-')
          .slice(0, 80) || 'file'
      return `${site}/${dbid}/edoc/${id}/${plain}.${extension.replace(/\W/g, '')}`
    },
  }
}
