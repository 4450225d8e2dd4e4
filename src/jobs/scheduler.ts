import cron from 'node-cron'
import type { Log, LogFields } from '../log.ts'
import { AppError } from '../model/errors.ts'

/** Takes due work from the database and does some of it at a time. */
export interface Scheduler {
  /** Looks for due work now; safe to call at any time and as often as one likes. */
  wake(): void
  /** Takes nothing new and resolves when what is held has ended. */
  stop(): Promise<void>
}

function told(error: unknown): LogFields {
  if (error instanceof AppError) return { code: error.code, message: error.message }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) }
}

/** What is claimed together begins together: not so much that it comes in waves. */
const mostAtOnce = 16

/**
 * Runs what `claim` hands out, `concurrency` at a time. The database is the queue of record: a
 * wake-up that is lost loses nothing, since the next one finds what is due.
 */
export function createScheduler<Claim>(deps: {
  /** Takes the work that has waited longest, `most` pieces at most; nobody else gets it while it is held. */
  claim(most: number): Promise<readonly Claim[]>
  /** Does it. What it throws is logged and ends this piece alone. */
  run(claim: Claim): Promise<void>
  readonly concurrency: number
  readonly log: Log
}): Scheduler {
  const held = new Set<Promise<void>>()
  let isStopping = false
  let isLooking = false
  let isWoken = false

  const start = (claim: Claim) => {
    const work = deps
      .run(claim)
      .catch((error: unknown) => {
        deps.log.error('work failed', told(error))
      })
      .then(() => {
        held.delete(work)
        wake()
      })
    held.add(work)
  }

  const look = async () => {
    while (!isStopping && held.size < deps.concurrency) {
      const claims = await deps.claim(Math.min(deps.concurrency - held.size, mostAtOnce))
      if (claims.length === 0) return
      for (const claim of claims) start(claim)
    }
  }

  /** One look at a time; a wake-up during a look is answered by another look after it. */
  function wake(): void {
    isWoken = true
    if (isLooking || isStopping) return
    isLooking = true
    isWoken = false
    look()
      .catch((error: unknown) => {
        deps.log.error('claim failed', told(error))
      })
      .finally(() => {
        isLooking = false
        if (isWoken && held.size < deps.concurrency) wake()
      })
  }

  return {
    wake,
    async stop() {
      isStopping = true
      await Promise.all(held)
    },
  }
}

/** A five-second beat: due work waits no longer, and a machine that slept finds it on waking. */
const beat = '*/5 * * * * *'

/** Calls `tick` on every beat until the function it gives is called. */
export function startBeat(tick: () => void): () => Promise<void> {
  const task = cron.schedule(beat, tick)
  return async () => {
    await task.destroy()
  }
}
