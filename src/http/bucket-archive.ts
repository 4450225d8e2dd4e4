import { createHash } from 'node:crypto'
import { AwsV4Signer } from 'aws4fetch'
import type { Dispatcher } from 'undici'
import type { Archive } from '../documents/archive.ts'
import { DocumentDamagedError, DocumentMissingError } from '../documents/archive-errors.ts'
import { ArchiveUnavailableError } from '../model/errors.ts'
import type { Sha256 } from '../model/ids.ts'
import type { Secret } from '../model/secret.ts'
import { sha256Of } from './keep-nothing.ts'
import type { Sleep } from './waiting.ts'

/** A bucket of any store that speaks the S3 protocol, and the key to it. */
export interface BucketAddress {
  /** `https://s3.example.org/bucket` or `https://s3.example.org/bucket/folder`, without a slash at its end. */
  readonly url: string
  readonly region: string
  readonly keyId: string
  readonly secret: Secret
}

export interface BucketParts {
  readonly dispatcher: Dispatcher
  readonly now: () => Date
  readonly sleep: Sleep
}

interface Ask {
  readonly method: 'GET' | 'HEAD' | 'PUT'
  readonly url: URL
  readonly bytes?: Uint8Array
}

interface Told {
  readonly status: number
  readonly length: number
  readonly bytes: Buffer
}

/** No document is larger; an answer that is, is none of ours. */
const mostBytes = 400 * 1_048_576
const wholeMs = 120_000
/** Waits between attempts; a store that is restarting is back by then. */
const pausesMs = [500, 2_000]
/** Hashes known to be held: most of what a portal gives was there at the read before. */
const mostKnown = 100_000

const hashOfNothing = createHash('sha256').digest('hex')

const isPassing = (status: number) => status === 429 || status >= 500

/** Turns of XML for five signs; a key of ours holds none, a token of the store may. */
const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function xmlText(xml: string, name: string): string | undefined {
  const inner = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
  return inner
    ?.replace(/&#(x?)([0-9a-f]{1,6});/gi, (whole, isHex: string, digits: string) => {
      const code = Number.parseInt(digits, isHex ? 16 : 10)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, sign: string) => signs[sign] ?? '')
}

/**
 * An archive in an S3-compatible bucket: `ab/<sha256>` below the address, the same names as in a
 * folder, so that either can be copied to the other. Every upload is signed over its bytes, and
 * what comes back is hashed again.
 */
export function createBucketArchive(
  { url: base, region, keyId, secret }: BucketAddress,
  { dispatcher, now, sleep }: BucketParts,
): Archive {
  const root = new URL(base)
  const [bucket = '', ...folders] = root.pathname.split('/').filter((part) => part !== '')
  const prefix = folders.map((folder) => `${folder}/`).join('')
  const keys = new Map<string, ArrayBuffer>()
  const known = new Set<Sha256>()

  const keyOf = (sha256: Sha256) => `${prefix}${sha256.slice(0, 2)}/${sha256}`
  /** Where files of an archive from before stand. */
  const olderKeyOf = (sha256: Sha256) =>
    `${prefix}${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
  const urlOf = (key: string) => new URL(`/${bucket}/${key}`, root)

  async function once({ method, url, bytes }: Ask): Promise<Told> {
    const contentHash = bytes ? sha256Of(bytes) : hashOfNothing
    const signer = new AwsV4Signer({
      method,
      url: url.href,
      headers: { 'x-amz-content-sha256': contentHash },
      service: 's3',
      region,
      accessKeyId: keyId,
      secretAccessKey: secret.reveal(),
      cache: keys,
      datetime: now()
        .toISOString()
        .replace(/[:-]|\.\d{3}/g, ''),
    })
    const { headers } = await signer.sign()
    const answer = await dispatcher.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method,
      headers: {
        ...Object.fromEntries(headers),
        ...(bytes && { 'content-type': 'application/octet-stream' }),
      },
      body: bytes ?? null,
      signal: AbortSignal.timeout(wholeMs),
    })
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of answer.body as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > mostBytes) throw new Error('The answer has no end')
      chunks.push(chunk)
    }
    const length = Number(answer.headers['content-length'] ?? 'NaN')
    return { status: answer.statusCode, length, bytes: Buffer.concat(chunks) }
  }

  /** Asks up to three times; gives 2xx and 404. */
  async function ask(asked: Ask): Promise<Told> {
    for (let attempt = 0; ; attempt++) {
      const pauseMs = pausesMs[attempt]
      try {
        const told = await once(asked)
        if (told.status === 404 || (told.status >= 200 && told.status < 300)) return told
        if (!isPassing(told.status) || pauseMs === undefined) throw refusal(asked, told)
      } catch (error) {
        if (error instanceof ArchiveUnavailableError) throw error
        if (pauseMs === undefined) throw unreachable(asked, error)
      }
      await sleep(pauseMs)
    }
  }

  async function askEither(method: 'GET' | 'HEAD', sha256: Sha256): Promise<Told> {
    const told = await ask({ method, url: urlOf(keyOf(sha256)) })
    return told.status === 404 ? await ask({ method, url: urlOf(olderKeyOf(sha256)) }) : told
  }

  function remember(sha256: Sha256): void {
    if (known.size >= mostKnown) known.clear()
    known.add(sha256)
  }

  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes)
      if (known.has(sha256)) return sha256
      const held = await ask({ method: 'HEAD', url: urlOf(keyOf(sha256)) })
      if (held.status === 404 || held.length !== bytes.length) {
        const told = await ask({ method: 'PUT', url: urlOf(keyOf(sha256)), bytes })
        if (told.status === 404) {
          throw new ArchiveUnavailableError(`there is no bucket "${bucket}"`, true)
        }
      }
      remember(sha256)
      return sha256
    },

    async get(sha256) {
      if (!isSha256(sha256)) throw new DocumentMissingError(sha256)
      const { status, bytes } = await askEither('GET', sha256)
      if (status === 404) {
        known.delete(sha256)
        throw new DocumentMissingError(sha256)
      }
      if (sha256Of(bytes) !== sha256) throw new DocumentDamagedError(sha256)
      return bytes
    },

    async has(sha256) {
      if (!isSha256(sha256)) return false
      return (await askEither('HEAD', sha256)).status !== 404
    },

    async *list() {
      let token: string | undefined
      do {
        const url = new URL(`/${bucket}`, root)
        url.searchParams.set('list-type', '2')
        if (prefix) url.searchParams.set('prefix', prefix)
        if (token) url.searchParams.set('continuation-token', token)
        const told = await ask({ method: 'GET', url })
        if (told.status === 404) {
          throw new ArchiveUnavailableError(`there is no bucket "${bucket}"`, true)
        }
        const xml = told.bytes.toString('utf8')
        for (const [, key = ''] of xml.matchAll(/<Key>([^<]*)<\/Key>/g)) {
          const name = key.slice(key.lastIndexOf('/') + 1)
          if (!isSha256(name)) continue
          const sha256 = name as Sha256
          if (key === keyOf(sha256) || key === olderKeyOf(sha256)) yield sha256
        }
        token =
          xmlText(xml, 'IsTruncated') === 'true' ? xmlText(xml, 'NextContinuationToken') : undefined
      } while (token)
    },
  }
}

function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

function refusal({ method, url }: Ask, { status, bytes }: Told): ArchiveUnavailableError {
  const code = xmlText(bytes.subarray(0, 4_096).toString('utf8'), 'Code')
  const said = `it answered ${status}${code ? ` (${code})` : ''} to ${method}`
  return new ArchiveUnavailableError(said, !isPassing(status), {
    where: { host: url.host, status },
  })
}

function unreachable({ url }: Ask, cause: unknown): ArchiveUnavailableError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new ArchiveUnavailableError(why, false, { cause, where: { host: url.host } })
}
