import { createHash } from 'node:crypto'
import type { Fields } from '../scraping/contract.ts'
import type { RememberedFetch } from './fetch-memory.ts'

/** Validators are not trusted for longer: a full fetch at least weekly, whatever they say. */
const trustedMs = 7 * 86_400_000

/** Hidden fields that ASP.NET makes anew for every page: no part of what is asked for. */
const pageState = new Set(['__VIEWSTATE', '__VIEWSTATEGENERATOR', '__EVENTVALIDATION'])

/** Names and values of the fields as a form writes them. */
export function textFields(form: Fields): [string, string][] {
  return Object.entries(form).map(([name, value]) => [name, String(value)])
}

/** One key for what is asked: method and address, and for a form a hash of its fields. */
export function requestKey(method: 'GET' | 'POST', url: URL, form: Fields = {}): string {
  if (method === 'GET') return `GET ${url.href}`
  const asked = textFields(form).filter(([name]) => !pageState.has(name))
  const fields = new URLSearchParams(asked.sort(([a], [b]) => (a < b ? -1 : 1))).toString()
  return `POST ${url.href} ${createHash('sha256').update(fields).digest('hex')}`
}

/**
 * The remembered fetch, if the server may be asked whether it still holds: it gave a validator, and
 * all bytes came within the week.
 */
export function findConfirmable(
  remembered: RememberedFetch | undefined,
  now: Date,
): RememberedFetch | undefined {
  if (remembered?.status !== 200) return undefined
  if (!remembered.etag && !remembered.lastModified) return undefined
  const ageMs = now.getTime() - remembered.fullAt.getTime()
  return ageMs >= 0 && ageMs < trustedMs ? remembered : undefined
}

export function validatorsOf({
  etag,
  lastModified,
}: Pick<RememberedFetch, 'etag' | 'lastModified'>): Record<string, string> {
  return {
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  }
}
