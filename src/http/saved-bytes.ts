import { gunzipSync } from 'node:zlib'
import { defaultLimits } from './limits.ts'

/**
 * The bytes of a saved answer. Recorders keep some bodies as they came over the wire: gzip is told by
 * its first bytes and taken off, up to the size of a document; what cannot be unpacked stays as it is.
 */
export function unpackSaved(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return new Uint8Array(gunzipSync(bytes, { maxOutputLength: defaultLimits.documentBytes }))
  } catch {
    return bytes
  }
}
