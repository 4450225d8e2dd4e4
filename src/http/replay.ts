import { readFile } from 'node:fs/promises'
import { shorten } from '../model/errors.ts'
import type { FetchOptions, Fields, Page } from '../scraping/contract.ts'
import type { HttpAnswer, HttpRequest } from './exchange.ts'
import { FetchError, statusError } from './fetch-error.ts'
import type { SourceFetcher } from './fetcher.ts'
import { sha256Of } from './keep-nothing.ts'
import { defaultLimits } from './limits.ts'
import { createPage } from './page.ts'
import { followRedirects, isRedirect } from './redirects.ts'
import { type Capture, readCaptures } from './replay-manifest.ts'
import { indexCaptures } from './replay-match.ts'
import { unpackSaved } from './saved-bytes.ts'
import { parseTarget } from './target.ts'

export interface ReplayOptions {
  readonly now: () => Date
  /** Files, as the manifest names them, that answer where several captures could. */
  readonly prefer?: readonly string[]
}

/**
 * A fetcher that answers from a folder of captures, with the statuses, redirects and errors the
 * real one would give. Of several captures of an address the newest answers.
 *
 * Its fetches reject with the `FetchError` `replay_missing` for an address the folder does not hold.
 *
 * @throws {InputError} `replay_folder` or `replay_manifest` when there is nothing to answer from.
 */
export async function createReplayFetcher(
  folder: string,
  { now, prefer = [] }: ReplayOptions,
): Promise<SourceFetcher> {
  const index = indexCaptures(await readCaptures(folder))

  function findCapture(
    method: 'GET' | 'POST',
    url: URL,
    { address, form }: { readonly address: string; readonly form: Fields },
  ): Capture {
    // As it was written first: parsing respells some addresses.
    const exact = index.find(method, address)
    const held = exact.length > 0 ? exact : index.find(method, url.href)
    const found = answering(held, form)
    const [newest] = found
    if (!newest) {
      throw new FetchError(
        'replay_missing',
        `${shorten(folder, 200)} holds no ${method} ${shorten(url.href, 300)}`,
        { where: { url: url.href, folder } },
      )
    }
    return found.find(({ file }) => prefer.includes(file)) ?? newest
  }

  async function answerFrom(capture: Capture, url: URL): Promise<HttpAnswer> {
    const bytes = unpackSaved(new Uint8Array(await readFile(capture.path)))
    const target = isRedirect(capture.status) ? redirectTarget(capture, bytes) : undefined
    // As it would come over the wire: a character for each byte.
    const location = target && Buffer.from(target, 'utf8').toString('latin1')
    return {
      url,
      status: capture.status,
      headers: { 'content-type': capture.contentType, ...(location && { location }) },
      bytes,
    }
  }

  async function ask(
    method: 'GET' | 'POST',
    address: string,
    { alsoAccept = [] }: FetchOptions,
    form: Fields = {},
  ): Promise<Page> {
    const first: HttpRequest = {
      method,
      url: parseTarget(address),
      headers: {},
      body: null,
      purpose: 'page',
    }
    const isWanted = (status: number) => alsoAccept.includes(status)
    const answer = await followRedirects(
      first,
      defaultLimits.redirects,
      async (hop) => {
        const written = hop === first ? address : hop.url.href
        return await answerFrom(
          findCapture(hop.method, hop.url, { address: written, form }),
          hop.url,
        )
      },
      isWanted,
    )
    const { url, status, headers, bytes } = answer
    if (!(status >= 200 && status < 300) && !isWanted(status)) throw statusError(url.href, status)
    return createPage({
      url: address,
      finalUrl: url.href,
      status,
      contentType: String(headers['content-type'] ?? ''),
      fetchedAt: now(),
      bytes,
      sha256: sha256Of(bytes),
      isUnchanged: false,
    })
  }

  return {
    get: (address, options = {}) => ask('GET', address, options),
    getDocument: (address, options = {}) => ask('GET', address, options),
    post: (address, form, options = {}) => ask('POST', address, options, form),
  }
}

/**
 * Captures that say what they were asked answer nothing else; where one says it and fits, it comes
 * before those that do not say.
 */
function answering(captures: readonly Capture[], form: Fields): readonly Capture[] {
  const isAsked = ({ form: asked }: Capture) =>
    Object.entries(asked ?? {}).every(([name, value]) => String(form[name]) === String(value))
  const fitting = captures.filter(isAsked)
  const told = fitting.filter(({ form: asked }) => asked !== null)
  return told.length > 0 ? told : fitting
}

/** Manifests seldom keep the header; the note in the body links the same place (RFC 9110 §15.4). */
function redirectTarget(capture: Capture, bytes: Uint8Array): string | undefined {
  if (capture.location !== null) return capture.location
  const note = Buffer.from(bytes.subarray(0, 4_096)).toString('utf8')
  const href = /<a\s[^>]{0,200}?href\s*=\s*"([^"]{1,2048})"/i.exec(note)?.[1]
  return href?.replaceAll('&amp;', '&')
}
