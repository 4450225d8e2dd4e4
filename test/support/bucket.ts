import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { type Loopback, startLoopback } from './loopback.ts'

/** A store that speaks as much of the S3 protocol as we use, and refuses what is not signed. */
export interface BucketDouble extends Loopback {
  /** `http://127.0.0.1:41234/bucket/folder`. */
  readonly url: string
  readonly keyId: string
  readonly secret: string
  readonly region: string
  /** Bytes by key. */
  readonly objects: Map<string, Buffer>
  /** Statuses of the next answers, in place of what would be said. */
  readonly failures: number[]
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()
const escaped = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/**
 * Whether a request is signed by this key: Signature Version 4, written from its description
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html).
 */
function isSigned(
  request: IncomingMessage,
  body: Buffer,
  key: Pick<BucketDouble, 'keyId' | 'secret' | 'region'>,
): boolean {
  const { headers } = request
  const [, id, day, region, service, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? []
  const time = String(headers['x-amz-date'])
  const contentHash = String(headers['x-amz-content-sha256'])
  if (id !== key.keyId || region !== key.region || service !== 's3' || !names) return false
  if (!time.startsWith(String(day)) || contentHash !== sha256(body)) return false
  if (!names.split(';').includes('host')) return false
  const url = new URL(request.url ?? '/', 'http://any')
  const canonical = [
    request.method,
    url.pathname
      .split('/')
      .map((part) => escaped(decodeURIComponent(part)))
      .join('/'),
    [...url.searchParams]
      .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
      .sort()
      .join('&'),
    ...names.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    names,
    contentHash,
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')
  const signing = ['aws4_request', 's3', region, day]
    .reverse()
    .reduce<string | Buffer>((secret, part) => hmac(secret, String(part)), `AWS4${key.secret}`)
  return hmac(signing, toSign).toString('hex') === signature
}

/** Keys a page of a list holds: few, so that lists go over several. */
const pageLength = 2

function listing(objects: ReadonlyMap<string, Buffer>, asked: URLSearchParams): string {
  const keys = [...objects.keys()].sort().filter((key) => key.startsWith(asked.get('prefix') ?? ''))
  const from = Number(/\d+/.exec(asked.get('continuation-token') ?? '0')?.[0])
  const page = keys.slice(from, from + pageLength)
  const next = from + pageLength < keys.length ? `<&"${from + pageLength}+/=` : undefined
  const shown = next?.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&#34;')
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${next !== undefined}</IsTruncated>${
    shown ? `<NextContinuationToken>${shown}</NextContinuationToken>` : ''
  }${page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}</ListBucketResult>`
}

function answer(
  objects: Map<string, Buffer>,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
) {
  const url = new URL(request.url ?? '/', 'http://any')
  const [, bucket, ...rest] = url.pathname.split('/')
  const key = decodeURIComponent(rest.join('/'))
  const say = (status: number, code = '') =>
    response.writeHead(status).end(code && `<Error><Code>${code}</Code></Error>`)
  if (bucket !== 'bucket') {
    say(404, 'NoSuchBucket')
    return
  }
  if (key === '') {
    response.writeHead(200).end(listing(objects, url.searchParams))
    return
  }
  if (request.method === 'PUT') {
    objects.set(key, body)
    say(200)
    return
  }
  const held = objects.get(key)
  if (!held) {
    say(404, 'NoSuchKey')
    return
  }
  response
    .writeHead(200, { 'content-length': held.length })
    .end(request.method === 'GET' ? held : undefined)
}

export async function startBucket(): Promise<BucketDouble> {
  const key = { keyId: 'AKTEST', secret: 'a secret/with+signs', region: 'eu-test-1' }
  const objects = new Map<string, Buffer>()
  const failures: number[] = []
  const server = await startLoopback((request, response) => {
    void buffer(request).then((body) => {
      const failure = failures.shift()
      if (failure !== undefined) {
        response.writeHead(failure).end('<Error><Code>SlowDown</Code></Error>')
      } else if (isSigned(request, body, key)) answer(objects, request, body, response)
      else response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
    })
  })
  return { ...server, ...key, url: `${server.origin}/bucket/kept/here`, objects, failures }
}
