import { describe, expect, it } from 'vitest'
import { nextTurn } from '../../src/db/turns.ts'

/** What ran, one list for each turn of the event loop. */
async function watchTurns(jobs: readonly string[], pieces: number): Promise<string[][]> {
  const turns: string[][] = [[]]
  const running = jobs.map(async (job) => {
    for (let piece = 0; piece < pieces; piece += 1) {
      await nextTurn()
      turns.at(-1)?.push(job)
    }
  })
  let isOver = false
  const mark = () => {
    turns.push([])
    if (!isOver) setImmediate(mark)
  }
  setImmediate(mark)
  await Promise.all(running)
  isOver = true
  return turns.filter((turn) => turn.length > 0)
}

describe('nextTurn', () => {
  it('lets one long piece run in each turn of the loop, each job in its order', async () => {
    const turns = await watchTurns(['a', 'b', 'c'], 3)
    expect(Math.max(...turns.map((turn) => turn.length))).toBe(1)
    expect(turns.flat()).toEqual(['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c'])
  })
})
