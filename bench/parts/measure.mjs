// What several benchmarks need: medians, children that can be asked, tables of figures.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism, loadavg } from 'node:os'

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The value that a share (0 to 1) of all values does not pass. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
}

/**
 * Starts a child that answers questions: `ask('cpu')` sends `{ ask: 'cpu' }`, with what goes further,
 * and resolves with the next message. The first message of the child says that it is ready. Messages with `event` are no
 * answers: `onEvent` gets them.
 */
export async function startChild(url, argv = [], { onEvent = () => undefined } = {}) {
  const child = fork(url, argv, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const waiting = []
  child.on('message', (message) => {
    if (message?.event) onEvent(message)
    else waiting.shift()?.resolve(message)
  })
  child.on('exit', (code) => {
    for (const { reject } of waiting) reject(new Error(`${url} ended with ${code}`))
  })
  const next = () => new Promise((resolve, reject) => waiting.push({ resolve, reject }))
  const ready = await next()
  return {
    ready,
    async ask(question, further = {}) {
      const answer = next()
      child.send({ ask: question, ...further })
      return await answer
    },
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

/**
 * In a child: answers `cpu` (user and system, microseconds) and `delay`: the worst lateness of a
 * 2 ms timer, and the most CPU spent between two of its ticks, both in ms. On a machine that is
 * busy with other things the first tells of them too; the second is the child's own doing.
 */
export function answerQuestions(further = {}) {
  const periodMs = 2
  const spentMs = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1_000
  }
  let worst = { lateMs: 0, heldMs: 0 }
  let expected = performance.now() + periodMs
  let spent = spentMs()
  setInterval(() => {
    const now = performance.now()
    const current = spentMs()
    worst = {
      lateMs: Math.max(worst.lateMs, now - expected),
      heldMs: Math.max(worst.heldMs, current - spent),
    }
    expected = now + periodMs
    spent = current
  }, periodMs)
  process.on('message', (message) => {
    if (message.ask === 'cpu') {
      const { user, system } = process.cpuUsage()
      process.send(user + system)
    } else if (message.ask === 'delay') {
      process.send(worst)
      worst = { lateMs: 0, heldMs: 0 }
    } else {
      process.send(further[message.ask]?.(message) ?? null)
    }
  })
  process.on('SIGTERM', () => process.exit(0))
  process.on('disconnect', () => process.exit(0))
}

/** Prints one figure with what it is held to. */
export function figure(name, value, unit, goal) {
  const shown = value >= 100 ? value.toFixed(0) : value.toFixed(2)
  const verdict =
    goal === undefined ? '' : value <= goal ? `  (goal ${goal}: met)` : `  (goal ${goal}: MISSED)`
  console.log(`${name.padEnd(58)} ${shown.padStart(9)} ${unit}${verdict}`)
}

/** Says when other work on this machine will show in figures of wall time. */
export function tellLoad() {
  const [load] = loadavg()
  if (load > availableParallelism() / 2) {
    console.log(
      `Other work runs here (load ${load.toFixed(1)}): ratios of CPU hold, wall times do not.\n`,
    )
  }
}
