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
}

interface Entry {
  readonly period: number
  readonly value: Promise<unknown>
}

const mostEntries = 500

export function createMemo(deps: { now(): Date; contentVersion(): number | string }): Memo {
  let version: number | string | undefined
  let entries = new Map<string, Entry>()
  const recent = new Map<string, Entry>()

  /** The value of this period, made if it is not there; keys of `recent` are few and ours. */
  function keep<Value>(
    kept: Map<string, Entry>,
    key: string,
    period: number,
    make: () => Promise<Value>,
  ): Promise<Value> {
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
      if (current !== version || entries.size >= mostEntries) {
        version = current
        entries = new Map()
      }
      return keep(entries, key, (period === 'minute' ? minuteOf : hourOf)(deps.now()), make)
    },
    recent: (key, make) => keep(recent, key, minuteOf(deps.now()), make),
  }
}
