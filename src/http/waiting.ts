import { setTimeout as delay } from 'node:timers/promises'

/** Resolves after `ms`; rejects with the signal's reason if it fires before. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>

/** At least 0, below 1. */
export type Random = () => number

export const sleep: Sleep = async (ms, signal) => {
  try {
    await delay(ms, undefined, { signal })
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  }
}

/** `ms`, up to `share` of it longer or shorter, so that many clients do not return at once. */
export function jittered(ms: number, share: number, random: Random): number {
  return ms * (1 - share + 2 * share * random())
}
