import { InputError, shorten } from '../src/model/errors.ts'
import type { Recognition } from '../src/scraping/contract.ts'
import { scrapers } from './index.ts'

/** A product on which councils publish. */
export interface Platform {
  /** As in the directory, `civicplus`. */
  readonly id: string
  readonly label: string
}

/** What an address is, and the adapter that reads it. */
export interface RecognisedAddress extends Recognition {
  readonly label: string
  /** Every platform that is recognised has an adapter. */
  readonly isReadable: boolean
  /** False where the adapter was built without a recording of a real portal. */
  readonly isVerified: boolean
}

/** Product by product; where an address fits two, the earlier one is meant. */
export const platforms: readonly Platform[] = [
  { id: 'legistar', label: 'Granicus Legistar' },
  { id: 'primegov', label: 'PrimeGov' },
  { id: 'civicclerk', label: 'CivicClerk' },
  { id: 'escribe', label: 'eSCRIBE' },
  { id: 'iqm2', label: 'IQM2 / MinuteTraq' },
  { id: 'novusagenda', label: 'NovusAgenda' },
  { id: 'boarddocs', label: 'BoardDocs' },
  { id: 'municode', label: 'Municode Meetings' },
  { id: 'civicweb', label: 'CivicWeb / iCompass' },
  { id: 'diligent', label: 'Diligent Community' },
  { id: 'destiny', label: 'Destiny AgendaQuick' },
  { id: 'swagit', label: 'Swagit' },
  { id: 'simbli', label: 'Simbli eBoard' },
  { id: 'boardbook', label: 'BoardBook' },
  { id: 'champds', label: 'CHAMPDS' },
  { id: 'suiteone', label: 'SuiteOne Media' },
  { id: 'openmedia', label: 'Open Media Project' },
  { id: 'agendasuite', label: 'AgendaSuite / Peak Agenda' },
  { id: 'granicus', label: 'Granicus' },
  { id: 'onbase', label: 'Hyland OnBase Agenda Online' },
  { id: 'chicago', label: 'Chicago City Clerk eLMS' },
  { id: 'portland', label: 'Portland council agendas' },
  { id: 'minneapolis', label: 'Minneapolis LIMS' },
  { id: 'laserfiche', label: 'Laserfiche WebLink' },
  { id: 'civiclive', label: 'CivicLive file lists' },
  { id: 'civicplus', label: 'CivicPlus AgendaCenter' },
  { id: 'civicengage', label: 'CivicEngage calendar' },
  { id: 'digitaltowpath', label: 'Digital Towpath' },
  { id: 'proudcity', label: 'ProudCity and WordPress events' },
  { id: 'feed', label: 'iCalendar or RSS feed' },
  // Neither is told by an address: they are chosen, with selectors or without.
  { id: 'vision', label: 'Vision and other CMS lists' },
  { id: 'plain-page', label: 'Page of PDF agendas' },
]

/** Platforms of which no recording was at hand: their adapters are built from what is known of them. */
export const unverified: ReadonlySet<string> = new Set([
  'agendasuite',
  'boardbook',
  'champds',
  'chicago',
  'civiclive',
  'laserfiche',
  'minneapolis',
  'openmedia',
  'portland',
])

/** Platforms whose adapter needs nothing but an address: a row of the directory may name them. */
export const readByAddressAlone: ReadonlySet<string> = new Set(['civiclive', 'plain-page'])

/** The platform's name for people; the words of its id for one that nothing here reads. */
export function platformLabel(id: string): string {
  return platforms.find((platform) => platform.id === id)?.label ?? inWords(id)
}

const inWords = (id: string) =>
  id
    .split(/[-_]+/)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join(' ')

/**
 * Recognises a pasted portal address by its shape alone, without a request; `undefined` for a host
 * that is none of the known platforms.
 *
 * @throws {InputError} `address_invalid` for what is no address of a web page.
 */
export function recogniseAddress(address: string): RecognisedAddress | undefined {
  const url = getUrl(address)
  for (const { id, label } of platforms) {
    const recognised = scrapers.find(({ platform }) => platform === id)?.recognise(url)
    if (recognised)
      return { ...recognised, label, isReadable: true, isVerified: !unverified.has(id) }
  }
  return undefined
}

const cure = 'Paste the whole address as the browser shows it, beginning with https://'

function getUrl(address: string): URL {
  // Queries of OData are often passed on with their spaces.
  const trimmed = address.trim().replace(/\?[^\n]*$/, (query) => query.replaceAll(' ', '%20'))
  const isWritten = trimmed.length <= 2_048 && !/[\\\p{Cc}\s]/u.test(trimmed)
  // People leave the scheme out; a bare host is meant as a web address.
  const whole = /^[\w-]+(?:\.[\w-]+)+(?:[/?#:]|$)/.test(trimmed) ? `https://${trimmed}` : trimmed
  const url = isWritten && URL.canParse(whole) ? new URL(whole) : undefined
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:'
  if (url && isWeb && !url.username && !url.password && url.hostname !== '') return url
  throw new InputError('address_invalid', `"${shorten(address)}" is no address of a web page`, cure)
}
