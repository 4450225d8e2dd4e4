import { shorten } from '../model/errors.ts'
import { type HttpAnswer, type HttpRequest, headerText } from './exchange.ts'
import { FetchError } from './fetch-error.ts'
import { parseTarget } from './target.ts'

const redirectStatuses = new Set([301, 302, 303, 307, 308])

export function isRedirect(status: number): boolean {
  return redirectStatuses.has(status)
}

/**
 * Sends the request, then every request its answers point to. `send` judges each one anew.
 * A redirect without a place to go, or of a status the caller wants to see, is the last answer.
 *
 * @throws {FetchError} `fetch_redirects` for too many, a circle, or a change from https to http.
 */
export async function followRedirects(
  first: HttpRequest,
  mostRedirects: number,
  send: (request: HttpRequest) => Promise<HttpAnswer>,
  isWanted: (status: number) => boolean = () => false,
): Promise<HttpAnswer> {
  let request = first
  for (let taken = 0; ; taken += 1) {
    const answer = await send(request)
    const location = isRedirect(answer.status) ? locationOf(answer) : ''
    if (!location || isWanted(answer.status)) return answer
    if (taken >= mostRedirects) {
      throw refuse(`More than ${mostRedirects} redirects`, first.url, request.url)
    }
    request = nextRequest(request, answer.status, location)
  }
}

/** Servers put UTF-8 there, which arrives a character for each byte. */
function locationOf({ headers }: HttpAnswer): string {
  return Buffer.from(headerText(headers, 'location'), 'latin1').toString('utf8')
}

function nextRequest(request: HttpRequest, status: number, location: string): HttpRequest {
  const url = parseTarget(location, request.url)
  if (request.url.protocol === 'https:' && url.protocol === 'http:') {
    throw refuse('A redirect from https to http', request.url, url)
  }
  // Browsers turn a redirected POST into a GET, except where the status forbids it.
  const becomesGet =
    request.method === 'POST' && (status === 303 || status === 301 || status === 302)
  const { referer, ...rest } = request.headers
  // Where it was asked from is told to the portal itself, and to nobody else.
  const headers = referer && url.origin === request.url.origin ? request.headers : rest
  if (!becomesGet) return { ...request, url, headers }
  const { 'content-type': _, 'x-requested-with': __, ...withoutType } = headers
  return { ...request, method: 'GET', url, headers: withoutType, body: null }
}

function refuse(what: string, from: URL, to: URL): FetchError {
  return new FetchError(
    'fetch_redirects',
    `${what}, from ${shorten(from.href, 200)} to ${shorten(to.href, 200)}`,
    { where: { url: from.href, to: to.href } },
  )
}
