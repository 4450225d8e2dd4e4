import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'

const small = Buffer.from('<html><body>Agenda of the council</body></html>')
const mebibytes = (count: number) => Buffer.alloc(count * 1_048_576, 0x20)
const head = (headers: Readonly<Record<string, string | number>>, status = '200 OK') =>
  `HTTP/1.1 ${status}\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`
const whole = (headers: Readonly<Record<string, string | number>>, body: Buffer, status?: string) =>
  Buffer.concat([Buffer.from(head({ 'content-length': body.length, ...headers }, status)), body])

/** What a server says in answer to one request before it hangs up, and the code it must get. */
export const hostileResponses: readonly {
  readonly name: string
  readonly answer: Buffer
  readonly code: string
}[] = [
  {
    name: 'a brotli bomb',
    answer: whole({ 'content-encoding': 'br' }, brotliCompressSync(mebibytes(64))),
    code: 'fetch_too_large',
  },
  {
    name: 'a gzip bomb',
    answer: whole({ 'content-encoding': 'gzip' }, gzipSync(mebibytes(64))),
    code: 'fetch_too_large',
  },
  {
    name: 'a bomb in two layers',
    answer: whole({ 'content-encoding': 'gzip, br' }, brotliCompressSync(gzipSync(mebibytes(64)))),
    code: 'fetch_too_large',
  },
  {
    name: 'a deflate bomb without a head',
    answer: whole({ 'content-encoding': 'deflate' }, deflateRawSync(mebibytes(64))),
    code: 'fetch_too_large',
  },
  {
    name: 'a declared length beyond the limit',
    answer: Buffer.from(head({ 'content-length': 99_999_999_999 })),
    code: 'fetch_too_large',
  },
  {
    name: 'a plain body beyond the limit',
    answer: Buffer.concat([Buffer.from(head({ connection: 'close' })), mebibytes(11)]),
    code: 'fetch_too_large',
  },
  {
    name: 'three encodings',
    answer: whole({ 'content-encoding': 'gzip, gzip, gzip' }, gzipSync(gzipSync(gzipSync(small)))),
    code: 'fetch_encoding',
  },
  {
    name: 'an encoding not asked for',
    answer: whole({ 'content-encoding': 'zstd' }, small),
    code: 'fetch_encoding',
  },
  {
    name: 'fewer bytes than declared',
    answer: Buffer.concat([Buffer.from(head({ 'content-length': 4_000 })), small]),
    code: 'fetch_incomplete',
  },
  {
    name: 'a chunk that never ends',
    answer: Buffer.concat([
      Buffer.from(head({ 'transfer-encoding': 'chunked' })),
      Buffer.from(`ffff\r\n${small}`),
    ]),
    code: 'fetch_incomplete',
  },
  {
    name: 'chunks without the last',
    answer: Buffer.concat([
      Buffer.from(head({ 'transfer-encoding': 'chunked' })),
      Buffer.from(`${small.length.toString(16)}\r\n${small}\r\n`),
    ]),
    code: 'fetch_incomplete',
  },
  {
    name: 'a chunk size that is no number',
    answer: Buffer.concat([
      Buffer.from(head({ 'transfer-encoding': 'chunked' })),
      Buffer.from('zz\r\nhello\r\n0\r\n\r\n'),
    ]),
    code: 'fetch_incomplete',
  },
  {
    name: 'gzip cut short within its declared length',
    answer: whole({ 'content-encoding': 'gzip' }, gzipSync(small).subarray(0, -9)),
    code: 'fetch_incomplete',
  },
  {
    name: 'gzip with a wrong sum',
    answer: whole(
      { 'content-encoding': 'gzip' },
      Buffer.concat([gzipSync(small).subarray(0, -8), Buffer.alloc(8)]),
    ),
    code: 'fetch_incomplete',
  },
  {
    name: 'brotli cut short',
    answer: whole({ 'content-encoding': 'br' }, brotliCompressSync(small).subarray(0, -3)),
    code: 'fetch_incomplete',
  },
  {
    name: 'deflate cut short',
    answer: whole({ 'content-encoding': 'deflate' }, deflateSync(small).subarray(0, -4)),
    code: 'fetch_incomplete',
  },
  {
    name: 'text called gzip',
    answer: whole({ 'content-encoding': 'gzip' }, small),
    code: 'fetch_incomplete',
  },
  {
    name: 'a part that was not asked for',
    answer: whole({ 'content-range': 'bytes 0-46/4000' }, small, '206 Partial Content'),
    code: 'fetch_incomplete',
  },
  {
    name: '"not modified" without having been asked',
    answer: Buffer.from(head({}, '304 Not Modified')),
    code: 'fetch_incomplete',
  },
  { name: 'what is not HTTP', answer: Buffer.from('220 smtp ready\r\n'), code: 'fetch_incomplete' },
  { name: 'silence', answer: Buffer.alloc(0), code: 'fetch_refused' },
  {
    name: 'two lengths that differ',
    answer: Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 9\r\n\r\nfour'),
    code: 'fetch_incomplete',
  },
  {
    name: 'a head of 40 KiB',
    answer: whole({ 'x-long': 'a'.repeat(40_960) }, small),
    code: 'fetch_headers',
  },
  {
    name: 'more than a hundred headers',
    answer: whole(
      Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`x-${index}`, index])),
      small,
    ),
    code: 'fetch_headers',
  },
]

/** Bodies that must arrive whole, each as it is sent. */
export const honestResponses: readonly { readonly name: string; readonly answer: Buffer }[] = [
  { name: 'plain', answer: whole({}, small) },
  { name: 'gzip', answer: whole({ 'content-encoding': 'gzip' }, gzipSync(small)) },
  { name: 'x-gzip', answer: whole({ 'content-encoding': 'x-gzip' }, gzipSync(small)) },
  { name: 'brotli', answer: whole({ 'content-encoding': 'br' }, brotliCompressSync(small)) },
  { name: 'deflate', answer: whole({ 'content-encoding': 'deflate' }, deflateSync(small)) },
  { name: 'bare deflate', answer: whole({ 'content-encoding': 'deflate' }, deflateRawSync(small)) },
  {
    name: 'two layers',
    answer: whole({ 'content-encoding': 'br, gzip' }, gzipSync(brotliCompressSync(small))),
  },
  { name: 'identity', answer: whole({ 'content-encoding': 'identity' }, small) },
  {
    name: 'until the connection closes',
    answer: Buffer.concat([Buffer.from(head({ connection: 'close' })), small]),
  },
  {
    name: 'chunked',
    answer: Buffer.concat([
      Buffer.from(head({ 'transfer-encoding': 'chunked' })),
      Buffer.from(`${small.length.toString(16)}\r\n${small}\r\n0\r\n\r\n`),
    ]),
  },
]

export const honestBody = small.toString()
