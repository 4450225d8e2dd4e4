import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { controlSocketPath, createAsk } from '../../src/commands/channel.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const program = fileURLToPath(new URL('../../bin/watchdocket.js', import.meta.url))

/** Children are found in the kernel's list of processes: without it these drills cannot be held. */
export const hasProcessList = existsSync('/proc/self/stat')

/** A port that nobody listens on, a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}

/** Builds what is not built; nothing when `npm test` has done so. */
export function buildProgram(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: ['ignore', 2, 2] })
}

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

export interface Program {
  readonly pid: number
  readonly child: ChildProcess
  out(): string
  err(): string
  readonly ended: Promise<Ended>
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  /** A command that runs ours, as `setpriv` with its options. */
  readonly under?: readonly string[]
  readonly cwd?: string
}

/**
 * The built program as a person runs it, with nothing of this environment but the path. It ends
 * with the test at the latest.
 */
export function runProgram(argv: readonly string[], options: RunOptions = {}): Program {
  const [file = '', ...args] = [...(options.under ?? []), process.execPath, program, ...argv]
  const child = spawn(file, args, {
    cwd: options.cwd ?? root,
    env: {
      PATH: process.env.PATH,
      WATCHDOCKET_PORT: '0',
      WATCHDOCKET_PACE_MS: '0',
      WATCHDOCKET_ALLOW_LOOPBACK: '1',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    err += String(chunk)
  })
  const run: Program = {
    pid: child.pid ?? 0,
    child,
    out: () => out,
    err: () => err,
    ended: new Promise((resolve) =>
      child.once('close', (code, signal) => resolve({ code, signal, out, err })),
    ),
  }
  onTestFinished(() => killAll(run))
  return run
}

/** Runs a command to its end on a data folder. */
export async function runOnce(
  dataDir: string,
  argv: readonly string[],
  options: RunOptions = {},
): Promise<Ended> {
  const env = { WATCHDOCKET_DATA: dataDir, ...options.env }
  return await runProgram(argv, { ...options, env }).ended
}

export interface ServerProcess extends Program {
  /** `http://127.0.0.1:41234`, without a slash at the end. */
  readonly url: string
  readonly dataDir: string
  /** Asks the worker for a command, as the pages do. */
  ask(name: string, input: unknown): Promise<unknown>
  /** The process id of a part that runs now. */
  part(name: 'worker' | 'web'): Promise<number>
  /** Asks it to stop as `systemctl stop` does. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

/** Starts `serve` and waits for its address. */
export async function startServer(
  dataDir: string,
  options: RunOptions = {},
): Promise<ServerProcess> {
  const env = { WATCHDOCKET_DATA: dataDir, ...options.env }
  const run = runProgram(['serve'], { ...options, env })
  const url = await findAddress(run)
  const ask = createAsk(controlSocketPath(dataDir))
  return {
    ...run,
    url,
    dataDir,
    ask,
    part: (name) => until(`the ${name} runs`, () => partsOf(run.pid).get(name)),
    async stop(signal = 'SIGTERM') {
      process.kill(run.pid, signal)
      return await run.ended
    },
  }
}

function killAll(run: Program): void {
  const parts = hasProcessList ? [...partsOf(run.pid).values()] : []
  run.child.kill('SIGKILL')
  for (const pid of parts) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
}

async function findAddress({ child, err, ended }: Program): Promise<string> {
  if (!child.stdout) throw new Error('the program has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /https?:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
    if (address) return address
  }
  const { code, signal } = await ended
  throw new Error(`ended with ${code ?? signal} before it printed an address:\n${err()}`)
}

/** The children of a supervisor, by the file they run. */
function partsOf(supervisor: number): Map<string, number> {
  const parts = new Map<string, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const parent = /\) \S (\d+) /.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]
      if (Number(parent) !== supervisor) continue
      const file = /\/(worker|web)\.js\0/.exec(readFileSync(`/proc/${name}/cmdline`, 'utf8'))?.[1]
      if (file) parts.set(file, Number(name))
    } catch {
      // Ended while we looked.
    }
  }
  return parts
}

/** Whether a process is there and is no corpse that waits for its parent. */
export function isAlive(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** Asks again and again until there is an answer. Errors count as none. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  longestMs = 60_000,
): Promise<T> {
  const began = performance.now()
  let last: unknown
  for (;;) {
    try {
      const answer = await ask()
      if (answer !== undefined && answer !== false) return answer
    } catch (error) {
      last = error
    }
    if (performance.now() - began > longestMs) {
      throw new Error(`never: ${what}`, { cause: last })
    }
    await pause(25)
  }
}
