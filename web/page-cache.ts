import { type Chunk, etagOf, joinChunks, toChunk } from './chunk.ts'
import { minuteOf } from './dates.ts'

interface Finished {
  readonly chunks: readonly Chunk[]
  /** Joined when asked for again: many addresses are asked for once. */
  body?: Uint8Array<ArrayBuffer>
  readonly etag: string
  readonly headers: Record<string, string>
}

/** Enough for what a council's followers look at in one minute; a crawler cannot grow it further. */
const mostPages = 500
const mostBytes = 32 * 1024 * 1024
const longestAddress = 500

export interface PageCache {
  /** The finished page, or 304, when this very address was made in this minute of this content. */
  answer(request: Request): Response | undefined
  /**
   * Sends a page that is the same for everybody, and keeps it. The address is the whole key, so
   * nothing may go into `body` that the address, the minute and the content do not decide. It is
   * not kept when the content has changed since `stamp` was asked for. `further` headers stand
   * beside those of every page, or in their place.
   */
  finish(
    request: Request,
    body: string | readonly Chunk[],
    contentType: string,
    stamp: string,
    further?: Readonly<Record<string, string>>,
  ): Response
  /** Names the content and minute that a page begun now will show. */
  stamp(): string
  /** True for what `finish` gave: it carries every header already. */
  isFinished(response: Response): boolean
}

/** The path and query of an absolute address. */
function addressOf(url: string): string {
  return url.slice(url.indexOf('/', url.indexOf('//') + 2))
}

/**
 * Keeps finished public pages for as long as they are true: until the content or the minute (they
 * say "in 2 days 4 h") changes.
 */
export function createPageCache(deps: {
  now(): Date
  contentVersion(): number | string
  readonly headers: Readonly<Record<string, string>>
}): PageCache {
  let pages = new Map<string, Finished>()
  let stamp = ''
  let bytes = 0
  const finished = new WeakSet<Response>()

  function currentStamp(): string {
    const now = `${deps.contentVersion()}|${minuteOf(deps.now())}`
    if (now !== stamp) {
      stamp = now
      pages = new Map()
      bytes = 0
    }
    return stamp
  }

  function respond(request: Request, page: Finished): Response {
    const known = request.headers.get('if-none-match')
    if (known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === page.etag)) {
      const { 'Content-Type': _type, 'Content-Length': _length, ...headers } = page.headers
      return new Response(null, { status: 304, headers })
    }
    return new Response(page.body ?? joinChunks(page.chunks), { headers: page.headers })
  }

  return {
    answer(request) {
      if (request.method !== 'GET') return undefined
      currentStamp()
      const page = pages.get(addressOf(request.url))
      if (!page) return undefined
      page.body ??= joinChunks(page.chunks)
      return respond(request, page)
    },
    stamp: currentStamp,
    finish(request, given, contentType, begun, further) {
      const chunks = typeof given === 'string' ? [toChunk(given)] : given
      const sizeBytes = chunks.reduce((sum, chunk) => sum + chunk.bytes.length, 0)
      const etag = etagOf(chunks)
      const page: Finished = {
        chunks,
        etag,
        headers: {
          ...deps.headers,
          ...further,
          'Content-Type': contentType,
          'Content-Length': String(sizeBytes),
          'Cache-Control': 'public, max-age=60',
          ETag: etag,
        },
      }
      const address = addressOf(request.url)
      const isCurrent = begun === currentStamp()
      const fits = isCurrent && pages.size < mostPages && bytes + sizeBytes <= mostBytes
      if (fits && address.length <= longestAddress && !pages.has(address)) {
        pages.set(address, page)
        bytes += sizeBytes
      }
      const response = respond(request, page)
      finished.add(response)
      return response
    },
    isFinished: (response) => finished.has(response),
  }
}
