import { setImmediate as nextLoop } from 'node:timers/promises'

let last: Promise<void> = Promise.resolve()

/**
 * Waits for the next turn of this process's event loop that no other long piece of work has: of
 * all that read or write something long, one goes on in each turn, and short work goes between.
 * Without this the pieces of several would stand one behind the other in the same turn.
 */
export function nextTurn(): Promise<void> {
  const mine = last.then(() => nextLoop())
  last = mine
  return mine
}
