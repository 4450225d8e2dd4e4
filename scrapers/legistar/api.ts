import { PortalErrorPage } from '../../src/model/errors.ts'
import type { Fetcher, FetchOptions, Page } from '../../src/scraping/contract.ts'

/** One customer at the Web API. */
export interface LegistarApi {
  /**
   * The answer to a path below `/v1/<client>`, which may be an error object: parsers tell.
   *
   * @throws {ApiClosedError} when the customer has no API, or wants a token for it.
   * @throws {FetchError}
   */
  get(path: string, query?: Readonly<Record<string, string>>, options?: ApiOptions): Promise<Page>
  addressOf(path: string): string
  /** Texts without the token, for people. */
  clean(text: string): string
}

export type ApiOptions = Pick<FetchOptions, 'freshForMs'>

/** The documented answers of a customer without an open API: no fault, and no reason to ask again. */
export class ApiClosedError extends PortalErrorPage {}

/** Requests to the Web API carry the values encoded once and ask for JSON. */
export function openApi(
  fetcher: Fetcher,
  { apiUrl, client, token }: { apiUrl: string; client: string; token: string | undefined },
): LegistarApi {
  const addressOf = (path: string) => `${apiUrl}/${encodeURIComponent(client)}${path}`
  const clean = (text: string) =>
    token
      ? text.replaceAll(encodeURIComponent(token), '[token]').replaceAll(token, '[token]')
      : text
  return {
    addressOf,
    clean,
    async get(path, query = {}, options = {}) {
      const all = { ...query, ...(token && { token }) }
      const asked = Object.entries(all)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('&')
      const page = await fetcher.get(`${addressOf(path)}${asked && `?${asked}`}`, {
        accept: 'application/json',
        // Errors of the API come with a body that tells a missing customer from an outage.
        alsoAccept: [400, 401, 403, 404, 500],
        ...options,
      })
      const answered: Page = {
        ...page,
        url: clean(page.url),
        finalUrl: clean(page.finalUrl),
        text: () => page.text(),
      }
      refuseClosed(answered)
      return answered
    },
  }
}

function refuseClosed(page: Page): void {
  if (page.status === 401 || page.status === 403) {
    const said = `status ${page.status}: the Web API of this client is closed or wants a token`
    throw new ApiClosedError(said, page.url)
  }
  if (page.status < 400 && page.bytes.length > 20_000) return
  const missing = /LegistarConnectionString[^"<]{0,120}/i.exec(page.text())?.[0]
  if (missing) throw new ApiClosedError(`no such Legistar client: ${missing}`, page.url)
  if (page.status < 400) return
  const said = /"(?:ExceptionMessage|Message)"\s*:\s*"([^"]{1,300})/.exec(page.text())?.[1]
  const title = /<title>([^<]{1,200})/i.exec(page.text())?.[1]
  throw new PortalErrorPage(
    `status ${page.status}: ${said ?? title ?? 'no reason given'}`,
    page.url,
  )
}
