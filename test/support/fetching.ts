import { connect } from 'node:net'
import type { Archive } from '../../src/documents/archive.ts'
import { DocumentMissingError } from '../../src/documents/archive-errors.ts'
import type { Dial } from '../../src/http/connector.ts'
import { FetchError } from '../../src/http/fetch-error.ts'
import type { FetchMemory, RememberedFetch } from '../../src/http/fetch-memory.ts'
import { createHttp, type HttpConfig } from '../../src/http/http.ts'
import { sha256Of } from '../../src/http/keep-nothing.ts'
import type { Sha256 } from '../../src/model/ids.ts'

/** A clock that stands still until someone sleeps or moves it. */
export interface TestClock {
  readonly now: () => Date
  readonly monotonicMs: () => number
  /** Returns at once; the clock has moved on. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
  /** Every sleep asked for, in order. */
  readonly sleeps: readonly number[]
  move(ms: number): void
}

export function createTestClock(startsAt = '2026-03-01T12:00:00Z'): TestClock {
  const start = Date.parse(startsAt)
  let at = 0
  const sleeps: number[] = []
  return {
    now: () => new Date(start + at),
    monotonicMs: () => at,
    sleeps,
    async sleep(ms, signal) {
      signal?.throwIfAborted()
      sleeps.push(ms)
      at += ms
    },
    move(ms) {
      at += ms
    },
  }
}

/** What a run keeps, in memory. */
export function createKept(): {
  readonly memory: FetchMemory
  readonly archive: Archive
  readonly remembered: Map<string, RememberedFetch>
  readonly stored: Map<string, Uint8Array>
} {
  const remembered = new Map<string, RememberedFetch>()
  const stored = new Map<string, Uint8Array>()
  return {
    remembered,
    stored,
    memory: {
      find: async (request) => remembered.get(request),
      remember: async (fetch) => void remembered.set(fetch.request, fetch),
    },
    archive: {
      async put(bytes) {
        const sha256 = sha256Of(bytes)
        stored.set(sha256, bytes)
        return sha256
      },
      async get(sha256) {
        const bytes = stored.get(sha256)
        if (!bytes) throw new DocumentMissingError(sha256)
        return bytes
      },
      has: async (sha256) => stored.has(sha256),
      async *list() {
        for (const sha256 of stored.keys()) yield sha256 as Sha256
      },
    },
  }
}

const agent = { version: '0.0.0', page: 'https://watchdocket.example', contact: 'test@example.org' }

/** The client as the product builds it, over a test clock, without spacing. */
export function createTestHttp(config: Partial<HttpConfig> = {}) {
  const clock = createTestClock()
  const http = createHttp({
    agent,
    allowLoopback: true,
    pace: { spacingMs: 0 },
    now: clock.now,
    monotonicMs: clock.monotonicMs,
    sleep: clock.sleep,
    random: () => 0.5,
    ...config,
  })
  return { http, clock }
}

/** Past robots.txt, for tests of something else. */
export const permitted = { by: 'the test', on: '2026-01-01', note: 'a server of its own' }

/**
 * Connections to any judged address end at a port of this machine, while the system reports the
 * address that was dialled: the guard sees the outside world.
 */
export function dialOutsideTo(port: number, dialled: string[] = []): Dial {
  return (address) =>
    new Promise((resolve, reject) => {
      dialled.push(address)
      const socket = connect({ host: '127.0.0.1', port })
      socket.once('error', reject)
      socket.once('connect', () => resolve({ socket, remoteAddress: address }))
    })
}

/** The error a promise rejects with, which must be a `FetchError`. */
export async function fetchErrorOf(promise: Promise<unknown>): Promise<FetchError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof FetchError) return error
  throw new Error(`Expected a FetchError, got ${String(error)}`, { cause: error })
}
