import type { Sha256 } from '../model/ids.ts'

/** Original bytes by their hash. Bytes once stored are never changed. */
export interface Archive {
  /** Stores `bytes`, once; the same bytes again change nothing. Durable when it resolves. */
  put(bytes: Uint8Array): Promise<Sha256>
  /** @throws {DocumentMissingError} when no such bytes are held. */
  get(sha256: Sha256): Promise<Uint8Array>
  has(sha256: Sha256): Promise<boolean>
  /** Every hash held, in no order. */
  list(): AsyncIterable<Sha256>
}
