import type { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { shorten } from '../model/errors.ts'
import { FetchError } from './fetch-error.ts'

export interface BodyBounds {
  readonly url: string
  /** Decoded, and as sent: an endless run of empty compressed blocks is cut off too. */
  readonly maxBytes: number
  /** Keeps the first `maxBytes` and drops the rest, where a prefix is of use (robots.txt). */
  readonly mayTruncate?: boolean
}

/**
 * The whole body, decoded from its content encodings and counted while it streams.
 *
 * @throws {FetchError} `fetch_too_large`, `fetch_encoding`, or `fetch_incomplete` holding what came
 * before the break.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  bounds: BodyBounds,
): Promise<Buffer> {
  const stages = decodersFor(contentEncoding, bounds.url)
  const chunks: Buffer[] = []
  try {
    let stream: AsyncIterable<Buffer> = body
    if (stages.length > 0) stream = countEncoded(stream, bounds)
    for (const decode of stages) stream = decode(stream)
    await collect(stream, chunks, bounds)
    return Buffer.concat(chunks)
  } catch (error) {
    if (error instanceof PrefixReached) return Buffer.concat(chunks)
    if (isBrokenEncoding(error)) {
      throw new FetchError('fetch_incomplete', `The compressed answer is broken at ${bounds.url}`, {
        cause: error,
        where: { url: bounds.url },
        partial: Buffer.concat(chunks),
      })
    }
    throw new BrokenBody(Buffer.concat(chunks), { cause: error })
  } finally {
    body.destroy()
  }
}

/** The connection failed while the body came; the exchange tells why. */
export class BrokenBody extends Error {
  readonly received: Buffer

  constructor(received: Buffer, options: ErrorOptions) {
    super('The body broke off', options)
    this.received = received
  }
}

class PrefixReached extends Error {}

async function collect(
  source: AsyncIterable<Buffer>,
  chunks: Buffer[],
  { url, maxBytes, mayTruncate }: BodyBounds,
): Promise<void> {
  let size = 0
  for await (const chunk of source) {
    if (size + chunk.length > maxBytes) {
      if (!mayTruncate) throw tooLarge(url, maxBytes)
      chunks.push(chunk.subarray(0, maxBytes - size))
      throw new PrefixReached()
    }
    size += chunk.length
    chunks.push(chunk)
  }
}

/** Compressed bytes that decode to nothing still cost time: they may not outgrow the body itself. */
async function* countEncoded(
  source: AsyncIterable<Buffer>,
  { url, maxBytes }: BodyBounds,
): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(url, maxBytes)
    yield chunk
  }
}

export function tooLarge(url: string, maxBytes: number): FetchError {
  return new FetchError(
    'fetch_too_large',
    `The answer is larger than ${Math.round(maxBytes / 1024)} KiB at ${shorten(url, 200)}`,
    { where: { url, maxBytes } },
  )
}

type Decode = (source: AsyncIterable<Buffer>) => AsyncIterable<Buffer>

function decodersFor(contentEncoding: string, url: string): Decode[] {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  if (codings.length > 2) {
    throw new FetchError('fetch_encoding', `${codings.length} encodings stacked at ${url}`, {
      where: { url },
    })
  }
  // Listed in the order they were applied: the last one comes off first.
  return codings.reverse().map((coding): Decode => {
    if (coding === 'gzip' || coding === 'x-gzip') return (source) => through(source, createGunzip())
    if (coding === 'br') return (source) => through(source, createBrotliDecompress())
    if (coding === 'deflate') return inflate
    throw new FetchError('fetch_encoding', `Unknown encoding "${shorten(coding)}" at ${url}`, {
      where: { url },
    })
  })
}

function through(source: AsyncIterable<Buffer>, decoder: Transform): AsyncIterable<Buffer> {
  // A failure of either end surfaces where the decoder is read.
  pipeline(source, decoder).catch(() => undefined)
  return decoder
}

/** "deflate" is zlib's format by the standard and bare deflate by some servers: the first byte tells. */
async function* inflate(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done) return
  const isZlib = ((first.value[0] ?? 0) & 0x0f) === 8
  async function* whole() {
    yield first.value
    yield* { [Symbol.asyncIterator]: () => chunks }
  }
  yield* through(whole(), isZlib ? createInflate() : createInflateRaw())
}

function isBrokenEncoding(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('Z_') || code.startsWith('ERR__ERROR_') || code.startsWith('ERR_ZLIB')
}
