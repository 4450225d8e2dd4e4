import type { Chunk } from './chunk.ts'
import { hourOf, minuteOf } from './dates.ts'

/** Parts of pages that are the same for everybody, kept while they are true. */
export interface Memo {
  /**
   * What `make` gave for `key` under the same content and in the same minute or hour. A failure is
   * not kept.
   */
  get<Value>(key: string, keep: 'minute' | 'hour', make: () => Promise<Value>): Promise<Value>
  /**
   * What `make` gave within the last minute, whatever has been stored since: for counts over all
   * findings, which would cost more than the page while many sources are read.
   */
  recent<Value>(key: string, make: () => Promise<Value>): Promise<Value>
  /** Rows of lists by the id of their item, true for the same content and minute. */
  rows(): Map<number, Chunk>
}

interface Entry {
  readonly period: number
  readonly value: Promise<unknown>
}

const mostEntries = 500
/** Some 1.5 kB each. */
const mostRows = 5_000

export function createMemo(deps: { now(): Date; contentVersion(): number | string }): Memo {
  let version: number | string | undefined
  let entries = new Map<string, Entry>()
  const recent = new Map<string, Entry>()
  let rowsOf = ''
  let rows = new Map<number, Chunk>()

  /** The value of this period, made if it is not there. */
  function keep<Value>(
    kept: Map<string, Entry>,
    key: string,
    period: number,
    make: () => Promise<Value>,
  ): Promise<Value> {
    if (kept.size > mostEntries) kept.clear()
    const known = kept.get(key)
    if (known?.period === period) return known.value as Promise<Value>
    const value = make()
    kept.set(key, { period, value })
    value.catch(() => kept.delete(key))
    return value
  }

  return {
    get(key, period, make) {
      const current = deps.contentVersion()
      if (current !== version) {
        version = current
        entries = new Map()
      }
      return keep(entries, key, (period === 'minute' ? minuteOf : hourOf)(deps.now()), make)
    },
    rows() {
      const current = `${deps.contentVersion()}|${minuteOf(deps.now())}`
      if (current !== rowsOf || rows.size > mostRows) {
        rowsOf = current
        rows = new Map()
      }
      return rows
    },
    recent: (key, make) => keep(recent, key, minuteOf(deps.now()), make),
  }
}
