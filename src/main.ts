import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ChildMessage, ChildName, ParentMessage, Refusal } from './child.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'

const longestPauseMs = 30_000
const healthyAfterMs = 60_000
/** What a child may take to finish after it was asked to stop, before it is killed. */
const graceMs = 20_000

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
  },
): Promise<Refusal | undefined> {
  const { log, stopped } = deps
  const children = new Map<ChildName, ChildProcess>()
  let contentVersion = 0
  let isWorkerReady = false
  let isStopping = false
  let isAnnounced = false

  return new Promise((resolve) => {
    const send = (name: ChildName, message: ParentMessage) => {
      const child = children.get(name)
      if (child?.connected) child.send(message)
    }

    const stop = (refusal?: Refusal) => {
      if (isStopping) return
      isStopping = true
      const running = [...children.values()].filter((child) => child.exitCode === null)
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
        stop({ code: message.code, message: message.message, cure: message.cure })
        return
      }
      if (message.contentVersion !== undefined) contentVersion = message.contentVersion
      if (message.type === 'changed') {
        send('web', { type: 'changed', contentVersion })
      } else if (name === 'worker') {
        isWorkerReady = true
        send('web', { type: 'start', config, contentVersion })
      } else if (message.url && !isAnnounced) {
        isAnnounced = true
        deps.onReady(message.url)
      }
    }

    const launch = (name: ChildName, deaths: number) => {
      const startedAt = performance.now()
      const child = fork(fileURLToPath(new URL(`./${name}.js`, import.meta.url)), {
        // The terminal's interrupt reaches the whole group: children wait for our word instead.
        detached: true,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      children.set(name, child)
      child.on('message', (message) => hear(name, message as ChildMessage))
      child.on('exit', (code, signal) => {
        if (isStopping) return
        const wasHealthy = performance.now() - startedAt > healthyAfterMs
        const died = wasHealthy ? 1 : deaths + 1
        const pauseMs = Math.min(longestPauseMs, 500 * 2 ** (died - 1))
        log.error('process died', { name, code, signal, pauseMs })
        if (name === 'worker') isWorkerReady = false
        setTimeout(() => {
          if (!isStopping) launch(name, died)
        }, pauseMs)
      })
      if (name === 'worker') send(name, { type: 'start', config, contentVersion })
      else if (isWorkerReady) send(name, { type: 'start', config, contentVersion })
    }

    launch('worker', 0)
    launch('web', 0)
    if (stopped.aborted) stop()
    else stopped.addEventListener('abort', () => stop(), { once: true })
  })
}
