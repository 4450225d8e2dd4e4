import type { IncomingHttpHeaders } from 'node:http'
import { headerText } from './exchange.ts'
import type { RememberedFetch } from './fetch-memory.ts'

/** Headers that say what a file is, when it was made and by what it is known; never cookies. */
const kept = [
  'content-type',
  'content-length',
  'content-disposition',
  'content-encoding',
  'content-language',
  'date',
  'etag',
  'last-modified',
  'server',
  'x-amz-version-id',
]

const longest = 500

/** What is kept of an answer's headers, each cut where nobody sends that much. */
export function keptHeaders(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = headerText(headers, name)
      return value === '' ? [] : [[name, value.slice(0, longest)]]
    }),
  )
}

/** The same of an answer that is remembered and not asked for again. */
export function rememberedHeaders(
  fetch: Pick<RememberedFetch, 'contentType' | 'etag' | 'lastModified'>,
): Readonly<Record<string, string>> {
  const { contentType, etag, lastModified } = fetch
  return keptHeaders({
    'content-type': contentType,
    etag: etag ?? '',
    'last-modified': lastModified ?? '',
  })
}
