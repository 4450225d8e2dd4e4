import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

/** What a page or route of a replica says; sending, validators and compression are done here. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string | Uint8Array
  readonly lastModified?: Date
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
}

export function html(body: string, status = 200): Answer {
  return { status, type: 'text/html; charset=utf-8', body }
}

export function json(value: unknown, status = 200): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}

export function redirect(location: string): Answer {
  return { ...html('', 302), headers: { location } }
}

/** What InSite says, with status 200, to whatever it cannot place: 19 bytes, no markup. */
export const invalidParameters: Answer = html('Invalid parameters!')

/** Text that may stand in markup and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function isKnown(request: IncomingMessage, etag: string, lastModified: Date | undefined): boolean {
  const ifNoneMatch = request.headers['if-none-match']
  if (ifNoneMatch !== undefined) {
    return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  }
  const since = Date.parse(request.headers['if-modified-since'] ?? '')
  if (!lastModified || Number.isNaN(since)) return false
  return Math.floor(lastModified.getTime() / 1000) * 1000 <= since
}

/** Sends an answer: 304 where the reader has it already, gzip where the reader takes it. */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): void {
  const bytes = Buffer.from(answer.body)
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}"`
  for (const [name, value] of Object.entries(answer.headers ?? {})) {
    response.setHeader(name, typeof value === 'string' ? value : [...value])
  }
  response.setHeader('x-powered-by', 'ASP.NET')
  response.setHeader('cache-control', 'private')

  const isReading = request.method === 'GET' || request.method === 'HEAD'
  if (answer.status === 200 && isReading) {
    response.setHeader('etag', etag)
    if (answer.lastModified) {
      response.setHeader('last-modified', answer.lastModified.toUTCString())
    }
    if (isKnown(request, etag, answer.lastModified)) {
      response.writeHead(304).end()
      return
    }
  }

  const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  const isText = /^text|json|xml|calendar/.test(answer.type)
  const sent = takesGzip && isText && bytes.length > 500 ? gzipSync(bytes) : bytes
  if (sent !== bytes) response.setHeader('content-encoding', 'gzip')
  response.setHeader('vary', 'Accept-Encoding, Cookie')
  response.setHeader('content-type', answer.type)
  response.setHeader('content-length', sent.length)
  response.writeHead(answer.status)
  response.end(request.method === 'HEAD' ? undefined : sent)
}
