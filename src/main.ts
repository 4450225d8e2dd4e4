import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import {
  type ChildMessage,
  type ChildName,
  type ParentMessage,
  type Refusal,
  toSent,
} from './child.ts'
import { type Config, childEnvironment } from './config.ts'
import type { Log } from './log.ts'

const longestPauseMs = 30_000
/** A server that never came up is given up: whoever started it waits for an answer. */
const mostFailedStarts = 3
const healthyAfterMs = 60_000
/** What a child may take to finish after it was asked to stop, before it is killed. */
const graceMs = 20_000

/**
 * Told a machine's whole memory, V8 lets rubbish pile up: with thousands of sources that came to twice
 * what a round needs (bench/nation.mjs). Bytes of pages and documents are not counted here.
 */
const heapMb: Readonly<Record<ChildName, number>> = { worker: 384, web: 384 }

/**
 * New objects get 16 MiB times three unless told, which a server that answers or reads a little at
 * a time fills for nothing. With the bound on pools of freed memory (config.ts) this is a sixth
 * of what the two processes hold (bench/memory.mjs: 356 MiB before, 294 after).
 */
const youngMb = 2

/**
 * V8 interprets a RegExp at first and compiles it when it runs again, and past the first few megabytes it
 * compiles without optimising: patterns that look for facts hold more, and those that every page is read
 * with came last, so a packet took half as long again. Compiled only when they have run some thirty times,
 * those of pages come first, and a packet takes no longer than with all compiled at once (bench/detect.mjs);
 * what seldom runs is held in less (bench/memory.mjs). Only from the start of a process: set later, V8
 * crashes on a RegExp that it has begun to interpret.
 */
const ownFlags: Readonly<Record<ChildName, readonly string[]>> = {
  worker: ['--regexp-tier-up-ticks=30'],
  web: [],
}

const spawnChild = (name: ChildName): ChildProcess =>
  fork(fileURLToPath(new URL(`./${name}.js`, import.meta.url)), {
    execArgv: [
      ...process.execArgv,
      `--max-old-space-size=${heapMb[name]}`,
      `--max-semi-space-size=${youngMb}`,
      ...ownFlags[name],
    ],
    env: childEnvironment(),
    // The terminal's interrupt reaches the whole group: children wait for our word instead.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })

/**
 * Runs worker and web as processes of their own, starts again what dies, and stops both cleanly.
 *
 * The worker comes first: it locks the folder and brings the database up to date; the web process
 * loads meanwhile and opens its port once the worker is ready.
 */
export function supervise(
  config: Config,
  deps: {
    readonly log: Log
    readonly stopped: AbortSignal
    /** Called once, with the address to open. */
    onReady(url: string): void
    /** Starts a process; `spawnChild` unless told. */
    readonly spawn?: (name: ChildName) => ChildProcess
  },
): Promise<Refusal | undefined> {
  const { log, stopped, spawn = spawnChild } = deps
  /** Those that live; one that has died is gone from here until it is started again. */
  const children = new Map<ChildName, ChildProcess>()
  const told = new WeakSet<ChildProcess>()
  const relaunches = new Set<NodeJS.Timeout>()
  let contentVersion = 0
  let isWorkerReady = false
  let isStopping = false
  /** Where visitors were sent: a port picked freely at first is asked for by number later. */
  let announced: string | undefined

  return new Promise((resolve) => {
    const send = (name: ChildName, message: ParentMessage) => {
      const child = children.get(name)
      // One that is about to end no longer listens, and its exit tells; unheard, the error would end us.
      if (child?.connected) child.send(message, () => undefined)
    }

    /** Gives a process the word to start, once in its life. */
    const start = (name: ChildName) => {
      const child = children.get(name)
      if (!child || told.has(child)) return
      told.add(child)
      const port = announced === undefined ? config.port : Number(new URL(announced).port)
      send(name, { type: 'start', config: toSent({ ...config, port }), contentVersion })
    }

    const stop = (refusal?: Refusal) => {
      if (isStopping) return
      isStopping = true
      for (const relaunch of relaunches) clearTimeout(relaunch)
      const running = [...children.values()]
      const kill = setTimeout(() => {
        for (const child of running) child.kill('SIGKILL')
      }, graceMs)
      const ended = running.map(
        (child) => new Promise<void>((end) => child.once('exit', () => end())),
      )
      for (const name of ['web', 'worker'] as const) send(name, { type: 'stop' })
      void Promise.all(ended).then(() => {
        clearTimeout(kill)
        resolve(refusal)
      })
    }

    const hear = (name: ChildName, message: ChildMessage) => {
      if (message.type === 'refused') {
        const { code, message: said, cure } = message
        // A server that has worked goes on: a disk that is full now will not be so for ever.
        if (announced === undefined) stop({ code, message: said, cure })
        else log.error('process refused to start', { name, code, message: said })
        return
      }
      if (message.contentVersion !== undefined) contentVersion = message.contentVersion
      if (name === 'worker') {
        isWorkerReady = true
        start('web')
        send('web', { type: 'changed', contentVersion })
      } else if (message.type === 'ready' && message.url && announced === undefined) {
        announced = message.url
        deps.onReady(message.url)
      }
    }

    const launch = (name: ChildName, deaths: number) => {
      const startedAt = performance.now()
      const child = spawn(name)
      children.set(name, child)
      child.on('message', (message) => hear(name, message as ChildMessage))
      child.on('exit', (code, signal) => {
        children.delete(name)
        if (isStopping) return
        const wasHealthy = performance.now() - startedAt > healthyAfterMs
        const died = wasHealthy ? 1 : deaths + 1
        if (announced === undefined && died >= mostFailedStarts) {
          stop({
            code: 'start_failed',
            message: `The ${name} process ended ${died} times before it was ready`,
            cure: 'The lines above say why; report them if they name no cause that you can mend',
          })
          return
        }
        const pauseMs = Math.min(longestPauseMs, 500 * 2 ** (died - 1))
        log.error('process died', { name, code, signal, pauseMs })
        const relaunch = setTimeout(() => {
          relaunches.delete(relaunch)
          launch(name, died)
        }, pauseMs)
        relaunches.add(relaunch)
      })
      // Web waits for the first worker alone, which makes the database; later ones it outlives.
      if (name === 'worker' || isWorkerReady) start(name)
    }

    launch('worker', 0)
    launch('web', 0)
    if (stopped.aborted) stop()
    else stopped.addEventListener('abort', () => stop(), { once: true })
  })
}
