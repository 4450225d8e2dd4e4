import { hourOf, minuteOf } from './dates.ts'

/** Parts of pages that are the same for everybody, kept while they are true. */
export interface Memo {
  /**
   * What `make` gave for `key` under the same content and in the same minute or hour. A failure is
   * not kept.
   */
  get<Value>(key: string, keep: 'minute' | 'hour', make: () => Promise<Value>): Promise<Value>
}

const mostEntries = 500

export function createMemo(deps: { now(): Date; contentVersion(): number | string }): Memo {
  let version: number | string | undefined
  let entries = new Map<string, { readonly period: number; readonly value: Promise<unknown> }>()

  return {
    get<Value>(key: string, keep: 'minute' | 'hour', make: () => Promise<Value>) {
      const current = deps.contentVersion()
      if (current !== version || entries.size >= mostEntries) {
        version = current
        entries = new Map()
      }
      const period = keep === 'minute' ? minuteOf(deps.now()) : hourOf(deps.now())
      const known = entries.get(key)
      if (known?.period === period) return known.value as Promise<Value>
      const kept = entries
      const value = make()
      kept.set(key, { period, value })
      value.catch(() => kept.delete(key))
      return value
    },
  }
}
