import { setImmediate as nextLoop } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Tx } from './client.ts'
import { nameDbError } from './errors.ts'

/** Runs `work` in a transaction of its own. */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** Work of one process that writes, done in the order in which it was asked for. */
export interface WriteLane {
  /** In a transaction; resolves once it is on disk. What throws stores nothing. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Outside of any transaction, alone. */
  alone<T>(work: () => Promise<T>): Promise<T>
}

interface Waiting {
  readonly isAlone: boolean
  /** Does the work: `tx` is given unless it is done alone. Keeps what it came to. */
  run(tx: Tx | undefined, isShared: boolean): Promise<void>
  /** Tells who asked; with `fault` that nothing of it was stored. */
  tell(fault?: { readonly error: unknown }): void
}

/** So many pieces share a commit at most, and pieces behind one another hold the thread so long. */
const mostTogether = 64
const holdMs = 10

async function onSavepoint<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.run(sql`SAVEPOINT piece`)
  const value = await work(tx)
  await tx.run(sql`RELEASE piece`)
  return value
}

async function isTakenBack(tx: Tx): Promise<boolean> {
  try {
    await tx.run(sql`ROLLBACK TO piece`)
    await tx.run(sql`RELEASE piece`)
    return true
  } catch {
    return false
  }
}

/**
 * Gathers writes that wait for each other into one transaction: a commit is the dearest statement
 * there is, since it waits for the disk. Each piece stands on a savepoint of its own, so that one
 * that fails takes back its own rows and no others'.
 */
export function createWriteLane(
  transact: Transact,
  monotonicMs: () => number = () => performance.now(),
): WriteLane {
  const waiting: Waiting[] = []
  let isRunning = false

  async function share(first: Waiting): Promise<void> {
    const done: Waiting[] = []
    try {
      await transact(async (tx) => {
        let heldSince = monotonicMs()
        for (let piece: Waiting | undefined = first; piece; ) {
          done.push(piece)
          await piece.run(tx, true)
          if (done.length >= mostTogether) return
          if (monotonicMs() - heldSince > holdMs) {
            await nextLoop()
            heldSince = monotonicMs()
          }
          piece = waiting[0]?.isAlone === false ? waiting.shift() : undefined
        }
      })
      for (const piece of done) piece.tell()
    } catch (error) {
      for (const piece of done) piece.tell({ error })
    }
  }

  async function single(piece: Waiting): Promise<void> {
    try {
      if (piece.isAlone) await piece.run(undefined, false)
      else await transact((tx) => piece.run(tx, false))
      piece.tell()
    } catch (error) {
      piece.tell({ error })
    }
  }

  async function drain(): Promise<void> {
    if (isRunning) return
    isRunning = true
    for (let piece = waiting.shift(); piece; piece = waiting.shift()) {
      const isShared = !piece.isAlone && waiting[0]?.isAlone === false
      await (isShared ? share(piece) : single(piece))
    }
    isRunning = false
  }

  function ask<T>(
    isAlone: boolean,
    run: (tx: Tx | undefined, isShared: boolean) => Promise<T>,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      let outcome: { readonly value: T } | { readonly error: unknown } | undefined
      waiting.push({
        isAlone,
        async run(tx, isShared) {
          try {
            outcome = { value: await run(tx, isShared) }
          } catch (error) {
            // A transaction that the database has ended by itself (a full disk) is over for all.
            if (!isShared || !tx || !(await isTakenBack(tx))) throw error
            outcome = { error: nameDbError(error) }
          }
        },
        tell(fault) {
          if (fault) reject(fault.error)
          else if (outcome && 'value' in outcome) resolve(outcome.value)
          else reject(outcome?.error)
        },
      })
      // In the next turn, so that what this one asks for is done together.
      if (!isRunning && waiting.length === 1) setImmediate(() => void drain())
    })
  }

  return {
    write: (work) =>
      ask(false, (tx, isShared) => {
        if (!tx) throw new Error('A write without a transaction')
        return isShared ? onSavepoint(tx, work) : work(tx)
      }),
    alone: (work) => ask(true, () => work()),
  }
}
