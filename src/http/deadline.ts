import { FetchError } from './fetch-error.ts'

/** Time allowed for an exchange with all its redirects. It runs only while work is under way. */
export interface Deadline {
  /** Runs `work` with a signal that fires when the time is used up or the caller stops. */
  during<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>
}

/**
 * One timer over everything, because any timer of inactivity can be fed a byte a minute.
 * `stopped` is the caller's own wish to end; its reason is what is then thrown.
 */
export function createDeadline(
  wholeMs: number,
  monotonicMs: () => number,
  stopped: AbortSignal | undefined,
): Deadline {
  let leftMs = wholeMs
  return {
    async during(work) {
      stopped?.throwIfAborted()
      const timer = new AbortController()
      const onStop = () => timer.abort(stopped?.reason)
      stopped?.addEventListener('abort', onStop, { once: true })
      const timeout = setTimeout(
        () => timer.abort(new FetchError('fetch_deadline', `Not done within ${wholeMs} ms`)),
        Math.max(0, leftMs),
      )
      const startedAt = monotonicMs()
      try {
        return await work(timer.signal)
      } catch (error) {
        // What aborted says more than how the stream took it.
        timer.signal.throwIfAborted()
        throw error
      } finally {
        leftMs -= monotonicMs() - startedAt
        clearTimeout(timeout)
        stopped?.removeEventListener('abort', onStop)
      }
    },
  }
}
