import type { IncomingHttpHeaders } from 'node:http'
import type { Dispatcher } from 'undici'
import { shorten } from '../model/errors.ts'
import type { Cookies } from '../scraping/cookies.ts'
import { BrokenBody, readBody, tooLarge } from './body.ts'
import type { Deadline } from './deadline.ts'
import { FetchError } from './fetch-error.ts'
import type { FetchLimits } from './limits.ts'

/** What a request asks for decides how large its answer may be. */
export type Purpose = 'page' | 'document' | 'robots'

export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly purpose: Purpose
  /** Read and filled at each hop; those of the request alone unless given. */
  readonly cookies?: Cookies
  /** Sent to the one address that gave them, wherever redirects lead. */
  readonly validators?: {
    readonly address: string
    readonly headers: Readonly<Record<string, string>>
  }
}

/** One answer, whole. Header names are in lower case. */
export interface HttpAnswer {
  readonly url: URL
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Uint8Array
}

/**
 * Sends one request and reads its answer to the end, without following where it points.
 * The bodies of redirects and of statuses `wantsBody` declines are left unread.
 */
export async function exchange(
  dispatcher: Dispatcher,
  request: HttpRequest,
  limits: FetchLimits,
  deadline: Deadline,
  wantsBody: (status: number) => boolean,
): Promise<HttpAnswer> {
  const { url } = request
  let phase: 'asking' | 'reading' = 'asking'
  try {
    return await deadline.during(async (signal) => {
      const answer = await dispatcher.request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: request.method,
        headers: request.headers,
        body: request.body,
        signal,
      })
      phase = 'reading'
      const status = answer.statusCode
      const head = { url, status, headers: answer.headers }
      if (countHeaders(answer.headers) > limits.headerCount) {
        answer.body.on('error', () => undefined).destroy()
        throw new FetchError('fetch_headers', `Too many headers at ${shorten(url.href, 200)}`, {
          where: { url: url.href },
        })
      }
      if (!wantsBody(status)) {
        await answer.body.dump({ limit: 65_536 })
        return { ...head, bytes: new Uint8Array() }
      }
      const maxBytes = capFor(request.purpose, headerText(answer.headers, 'content-type'), limits)
      const length = Number(headerText(answer.headers, 'content-length') || 'NaN')
      if (length > maxBytes && request.purpose !== 'robots') {
        answer.body.on('error', () => undefined).destroy()
        throw tooLarge(url.href, maxBytes)
      }
      const encoding = length === 0 ? '' : headerText(answer.headers, 'content-encoding')
      const bytes = await readBody(answer.body, encoding, {
        url: url.href,
        maxBytes,
        mayTruncate: request.purpose === 'robots',
      })
      return { ...head, bytes }
    })
  } catch (error) {
    throw toFetchError(error, url.href, phase)
  }
}

/** The header's value, repeated ones joined; "" when it was not sent. */
export function headerText(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name]
  return Array.isArray(value) ? value.join(', ') : (value ?? '')
}

function countHeaders(headers: IncomingHttpHeaders): number {
  return Object.values(headers).reduce(
    (sum, value) => sum + (Array.isArray(value) ? value.length : 1),
    0,
  )
}

function capFor(purpose: Purpose, contentType: string, limits: FetchLimits): number {
  if (purpose === 'document') return limits.documentBytes
  if (purpose === 'robots') return limits.robotsBytes
  return /\bjson\b/i.test(contentType) ? limits.jsonBytes : limits.pageBytes
}

/** Certificates and handshakes: https://nodejs.org/docs/latest-v20.x/api/tls.html#x509-certificate-error-codes */
const tlsCodes =
  /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|CRL_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|ERROR_IN_)/

/** The same failure as an error with a code of ours; errors of the caller's own signal pass through. */
function toFetchError(error: unknown, url: string, phase: 'asking' | 'reading'): unknown {
  if (error instanceof FetchError) return error.at(url)
  if (error instanceof BrokenBody) {
    const inner = toFetchError(error.cause, url, 'reading')
    return inner instanceof FetchError && inner.code === 'fetch_incomplete'
      ? new FetchError('fetch_incomplete', inner.message, {
          cause: error.cause,
          where: { url },
          partial: error.received,
        })
      : inner
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const at = shorten(url, 200)
  const options = { cause: error, where: { url } }
  if (code === 'ENOTFOUND' || code.startsWith('EAI_')) {
    return new FetchError('fetch_dns', `The host name is not known: ${at}`, options)
  }
  if (tlsCodes.test(code)) {
    return new FetchError('fetch_tls', `No trustworthy connection (${code}) to ${at}`, options)
  }
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') {
    return new FetchError('fetch_headers', `The headers are too large at ${at}`, options)
  }
  if (code === 'UND_ERR_INVALID_ARG') {
    return new FetchError('address_invalid', `The request cannot be sent to ${at}`, options)
  }
  if (code === 'UND_ERR_HEADERS_TIMEOUT') {
    return new FetchError('fetch_deadline', `No answer in time from ${at}`, options)
  }
  const name = error instanceof Error ? error.name : ''
  if (name === 'AbortError') return error
  const isNoHttp = name === 'HTTPParserError' || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'
  if (phase === 'reading' || isNoHttp) {
    return new FetchError('fetch_incomplete', `The answer broke off at ${at}`, options)
  }
  const reason = code || (error instanceof Error ? shorten(error.message) : '')
  return new FetchError('fetch_refused', `No connection (${reason}) to ${at}`, options)
}
