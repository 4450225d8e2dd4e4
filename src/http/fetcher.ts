import type { Archive } from '../documents/archive.ts'
import type { Sha256 } from '../model/ids.ts'
import type { Fetcher, FetchOptions, Fields, Page } from '../scraping/contract.ts'
import { findConfirmable, requestKey, textFields, validatorsOf } from './conditional.ts'
import { type HttpAnswer, headerText, type Purpose } from './exchange.ts'
import { FetchError } from './fetch-error.ts'
import type { FetchMemory, RememberedFetch } from './fetch-memory.ts'
import { keptHeaders, rememberedHeaders } from './kept-headers.ts'
import { createPage } from './page.ts'
import { parseTarget } from './target.ts'
import { type Journey, send, type TransportParts } from './transport.ts'

/** What the pipeline is given: a scraper's fetcher that may also fetch files of document size. */
export interface SourceFetcher extends Fetcher {
  /** As `get`, with the bound for documents instead of that for pages. */
  getDocument(url: string, options?: FetchOptions): Promise<Page>
}

interface Ask {
  readonly method: 'GET' | 'POST'
  readonly address: string
  readonly form: Fields
  readonly purpose: Purpose
  readonly options: FetchOptions
}

/**
 * The polite client of one source and run. What comes is archived before it is given out; a fetch
 * that fails leaves memory and archive as they were, save for the bytes of a broken answer, whose
 * hash stands in the error's `where.partial`.
 */
export function createFetcher(
  parts: TransportParts,
  journey: Journey,
  kept: { readonly memory: FetchMemory; readonly archive: Archive },
): SourceFetcher {
  const { memory, archive } = kept

  async function ask({ method, address, form, purpose, options }: Ask): Promise<Page> {
    const url = parseTarget(address)
    const key = requestKey(method, url, form)
    const before = await memory.find(key)
    // A form's or a session's answer may differ without its validator telling.
    const mayConfirm = method === 'GET' && !options.cookies
    const confirmable = mayConfirm ? findConfirmable(before, parts.now()) : undefined
    const isWanted = (status: number) => options.alsoAccept?.includes(status) ?? false
    const { cookies } = options
    const body = encode(method, form, options)
    const request = { method, url, body, purpose, ...(cookies && { cookies }) }
    const headers = { ...headersFor(method, options), ...askedBy(options.fromPage, url) }

    const young = mayConfirm ? await reuse(address, before, options.freshForMs) : undefined
    if (young) return young

    if (confirmable) {
      const validators = { address: confirmable.finalUrl, headers: validatorsOf(confirmable) }
      const answer = await send(parts, journey, { ...request, headers, validators }, isWanted)
      if (answer.status !== 304) return await keep(address, key, answer, before)
      const page = await confirm(address, confirmable, answer)
      if (page) return page
    }
    const answer = await send(parts, journey, { ...request, headers }, isWanted)
    return await keep(address, key, answer, before)
  }

  /** An answer young enough for who asks, as it came; `undefined` when there is none or it is lost. */
  async function reuse(
    address: string,
    before: RememberedFetch | undefined,
    freshForMs: number | undefined,
  ): Promise<Page | undefined> {
    if (!before || freshForMs === undefined || before.status < 200 || before.status > 299) {
      return undefined
    }
    // A clock set back makes answers of the future: they are not young, they are unknown.
    const ageMs = parts.now().getTime() - before.fetchedAt.getTime()
    if (ageMs < 0 || ageMs >= freshForMs) return undefined
    const bytes = await archive.get(before.sha256).catch(() => undefined)
    if (!bytes) return undefined
    const { finalUrl, status, contentType, fetchedAt, sha256 } = before
    const headers = rememberedHeaders(before)
    const page = { url: address, finalUrl, status, contentType, fetchedAt, bytes, sha256, headers }
    return createPage({ ...page, isUnchanged: true })
  }

  /** The bytes we hold, now that the server has said they stand; `undefined` if they are lost. */
  async function confirm(
    address: string,
    before: RememberedFetch,
    answer: HttpAnswer,
  ): Promise<Page | undefined> {
    const bytes = await archive.get(before.sha256).catch(() => undefined)
    if (!bytes) return undefined
    const fetchedAt = parts.now()
    await memory.remember({
      ...before,
      etag: headerText(answer.headers, 'etag') || before.etag,
      fetchedAt,
    })
    const { finalUrl, status, contentType, sha256 } = before
    return createPage({
      url: address,
      finalUrl,
      status,
      contentType,
      fetchedAt,
      bytes,
      sha256,
      isUnchanged: true,
      headers: rememberedHeaders(before),
    })
  }

  async function keep(
    address: string,
    key: string,
    answer: HttpAnswer,
    before: RememberedFetch | undefined,
  ): Promise<Page> {
    const { status, headers, bytes } = answer
    const finalUrl = answer.url.href
    if (status === 206 || status === 304) {
      // Neither was asked for: a part is not the whole, and "as before" needs a before.
      throw new FetchError('fetch_incomplete', `The server answered ${status} unasked`, {
        where: { url: finalUrl, status },
      })
    }
    const sha256 = await archive.put(bytes)
    const fetchedAt = parts.now()
    const contentType = headerText(headers, 'content-type')
    await memory.remember({
      request: key,
      url: address,
      finalUrl,
      status,
      contentType,
      etag: headerText(headers, 'etag') || null,
      lastModified: headerText(headers, 'last-modified') || null,
      sha256,
      sizeBytes: bytes.length,
      fetchedAt,
      fullAt: fetchedAt,
    })
    const isUnchanged = before?.sha256 === sha256 && before.status === status
    return createPage({
      url: address,
      finalUrl,
      status,
      contentType,
      fetchedAt,
      bytes,
      sha256,
      isUnchanged,
      headers: keptHeaders(headers),
    })
  }

  async function askOrKeepPart(asked: Ask): Promise<Page> {
    try {
      return await ask(asked)
    } catch (error) {
      if (!(error instanceof FetchError)) throw error
      throw error.partial ? await withKeptPart(error, error.partial) : error.at(asked.address)
    }
  }

  async function withKeptPart(error: FetchError, bytes: Uint8Array): Promise<FetchError> {
    const partial: Sha256 | undefined =
      bytes.length > 0 ? await archive.put(bytes).catch(() => undefined) : undefined
    return new FetchError(error.code, error.message, {
      cause: error.cause,
      retry: error.retry,
      where: { ...error.where, partial },
    })
  }

  return {
    get: (address, options = {}) =>
      askOrKeepPart({ method: 'GET', address, form: {}, purpose: 'page', options }),
    getDocument: (address, options = {}) =>
      askOrKeepPart({ method: 'GET', address, form: {}, purpose: 'document', options }),
    post: (address, form, options = {}) =>
      askOrKeepPart({ method: 'POST', address, form, purpose: 'page', options }),
  }
}

function encode(method: 'GET' | 'POST', form: Fields, { asJson }: FetchOptions): string | null {
  if (method === 'GET') return null
  return asJson ? JSON.stringify(form) : new URLSearchParams(textFields(form)).toString()
}

function askedBy(fromPage: string | undefined, url: URL): Readonly<Record<string, string>> {
  if (fromPage === undefined || parseTarget(fromPage).origin !== url.origin) return {}
  return { referer: parseTarget(fromPage).href, 'x-requested-with': 'XMLHttpRequest' }
}

function headersFor(
  method: 'GET' | 'POST',
  { accept, asJson }: FetchOptions,
): Readonly<Record<string, string>> {
  return {
    accept: accept ?? '*/*',
    'accept-encoding': 'gzip, br, deflate',
    ...(method === 'POST' && {
      'content-type': asJson
        ? 'application/json; charset=utf-8'
        : 'application/x-www-form-urlencoded',
      // Page methods answer others with the page to sign in.
      ...(asJson && { 'x-requested-with': 'XMLHttpRequest' }),
    }),
  }
}
