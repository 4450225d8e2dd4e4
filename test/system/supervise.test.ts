import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChildMessage, ChildName, ParentMessage } from '../../src/child.ts'
import { readConfig } from '../../src/config.ts'
import { supervise } from '../../src/main.ts'

type Sent = (error: Error | null) => void

/** A process as its parent sees it, whose channel may be gone while it still says that it is connected. */
class Child extends EventEmitter {
  connected = true
  isDeaf = false
  readonly heard: ParentMessage[] = []
  readonly killed: (string | undefined)[] = []

  readonly name: ChildName

  constructor(name: ChildName) {
    super()
    this.name = name
  }

  /** As Node does it: what cannot be sent is told to the callback, and is an `error` where there is none. */
  send(message: ParentMessage, told?: Sent): boolean {
    if (!this.isDeaf) this.heard.push(message)
    const error = this.isDeaf ? new Error('write EPIPE') : null
    if (told) told(error)
    else if (error) this.emit('error', error)
    return !this.isDeaf
  }

  kill(signal?: string): boolean {
    this.killed.push(signal)
    return true
  }

  says(message: ChildMessage): void {
    this.emit('message', message)
  }

  ends(code = 1): void {
    this.connected = false
    this.emit('exit', code, null)
  }
}

function start() {
  const born: Child[] = []
  const stop = new AbortController()
  const ready: string[] = []
  const errors: string[] = []
  const end = supervise(readConfig({ PORT: '0', WATCHDOCKET_DATA: '/nowhere' }), {
    log: { info() {}, warn() {}, error: (event) => errors.push(event) },
    stopped: stop.signal,
    onReady: (url) => ready.push(url),
    spawn: (name) => {
      const child = new Child(name)
      born.push(child)
      return child as unknown as ChildProcess
    },
  })
  const last = (name: ChildName) => born.findLast((child) => child.name === name) as Child
  return { born, last, ready, errors, end, stop: () => stop.abort() }
}

const typesOf = ({ heard }: Child) => heard.map(({ type }) => type)
const url = 'http://127.0.0.1:43210'

describe('the supervisor', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('starts the worker, then the web process, tells the address once and stops both', async () => {
    const run = start()
    expect(typesOf(run.last('worker'))).toEqual(['start'])
    expect(typesOf(run.last('web'))).toEqual([])
    run.last('worker').says({ type: 'ready', contentVersion: 7 })
    expect(run.last('web').heard).toMatchObject([
      { type: 'start', contentVersion: 7 },
      { type: 'changed', contentVersion: 7 },
    ])
    run.last('web').says({ type: 'ready', url })
    run.last('web').says({ type: 'ready', url: 'http://127.0.0.1:1' })
    expect(run.ready).toEqual([url])
    run.stop()
    expect(typesOf(run.last('worker')).at(-1)).toBe('stop')
    run.last('worker').ends(0)
    run.last('web').ends(0)
    expect(await run.end).toBeUndefined()
    expect(run.born).toHaveLength(2)
  })

  it('outlives a process whose channel is gone before its end is told', () => {
    const run = start()
    const dying = run.last('web')
    dying.isDeaf = true
    // Word for a process that no longer listens: without a callback this would be an error of ours.
    expect(() => run.last('worker').says({ type: 'ready', contentVersion: 1 })).not.toThrow()
    dying.ends()
    vi.advanceTimersByTime(500)
    expect(run.last('web')).not.toBe(dying)
    expect(typesOf(run.last('web'))).toEqual(['start'])
  })

  it('sends nothing to one that is not connected, or that has ended', () => {
    const run = start()
    run.last('web').connected = false
    run.last('worker').says({ type: 'ready', contentVersion: 1 })
    expect(typesOf(run.last('web'))).toEqual([])
    const gone = run.last('web')
    gone.ends()
    run.last('worker').says({ type: 'changed', contentVersion: 2 })
    expect(typesOf(gone)).toEqual([])
  })

  it('starts again what dies, later each time, at the port that visitors were sent to', () => {
    const run = start()
    run.last('worker').says({ type: 'ready', contentVersion: 1 })
    run.last('web').says({ type: 'ready', url })
    run.last('web').ends()
    vi.advanceTimersByTime(499)
    expect(run.born).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(run.born).toHaveLength(3)
    expect(run.last('web').heard).toMatchObject([{ type: 'start', config: { port: 43_210 } }])
    run.last('web').ends()
    vi.advanceTimersByTime(999)
    expect(run.born).toHaveLength(3)
    vi.advanceTimersByTime(1)
    expect(run.born).toHaveLength(4)
    expect(run.errors).toEqual(['process died', 'process died'])
  })

  it('gives up a server that never came up, and one that is refused at first', async () => {
    const failing = start()
    for (const pause of [500, 1_000, 2_000]) {
      failing.last('worker').ends()
      vi.advanceTimersByTime(pause)
    }
    failing.last('web').ends()
    expect(await failing.end).toMatchObject({ code: 'start_failed' })

    const refused = start()
    refused.last('worker').says({
      type: 'refused',
      code: 'folder_in_use',
      message: 'Another server holds the folder',
      cure: 'Stop it',
    })
    refused.last('worker').ends()
    refused.last('web').ends()
    expect(await refused.end).toMatchObject({ code: 'folder_in_use' })
  })

  it('goes on where a process is refused later on', () => {
    const run = start()
    run.last('worker').says({ type: 'ready', contentVersion: 1 })
    run.last('web').says({ type: 'ready', url })
    run
      .last('worker')
      .says({ type: 'refused', code: 'disk_full', message: 'Full', cure: 'Free some' })
    expect(run.errors).toEqual(['process refused to start'])
    expect(typesOf(run.last('web'))).toEqual(['start', 'changed'])
  })

  it('kills what does not finish when told to stop', async () => {
    const run = start()
    run.stop()
    run.last('web').ends(0)
    vi.advanceTimersByTime(20_000)
    expect(run.last('worker').killed).toEqual(['SIGKILL'])
    run.last('worker').ends()
    expect(await run.end).toBeUndefined()
  })
})
