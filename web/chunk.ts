import { hash } from 'node:crypto'
import type { Html } from './html.ts'

/**
 * A stretch of a page, encoded. Parts that many pages share are encoded and hashed once: for a page
 * of 70 kB that is most of what sending it costs.
 */
export interface Chunk {
  readonly bytes: Uint8Array
  /** Differs whenever the bytes do. */
  readonly digest: string
}

const encoder = new TextEncoder()

/** Short texts are their own digest. */
const hashFrom = 200

export function toChunk(html: Html | string): Chunk {
  const text = typeof html === 'string' ? html : html.value
  const digest = text.length < hashFrom ? `${text.length}:${text}` : hash('sha1', text, 'base64url')
  return { bytes: encoder.encode(text), digest }
}

/** All chunks as one body. */
export function joinChunks(chunks: readonly Chunk[]): Uint8Array<ArrayBuffer> {
  return Buffer.concat(chunks.map(({ bytes }) => bytes))
}

/** A strong ETag: another for any other body. */
export function etagOf(chunks: readonly Chunk[]): string {
  let digests = ''
  for (const { digest } of chunks) digests += `${digest}\n`
  return `"${hash('sha1', digests, 'base64url')}"`
}
