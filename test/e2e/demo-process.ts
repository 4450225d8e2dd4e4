import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** `npm run demo` as a person runs it: a process that prints one address. */
export interface DemoProcess {
  /** `http://127.0.0.1:41234`. */
  readonly address: string
  /** What it wrote to standard error, for the message of a failed test. */
  log(): string
  stop(): Promise<void>
}

async function findAddress(child: ChildProcess, log: () => string): Promise<string> {
  if (!child.stdout) throw new Error('the demonstration has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /https?:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
    if (address) return address
  }
  throw new Error(`the demonstration ended before it printed an address:\n${log()}`)
}

/** Builds what is not built, then starts the demonstration with nothing watched. */
export async function startDemo(): Promise<DemoProcess> {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: ['ignore', 2, 2] })
  const child = spawn(process.execPath, ['bin/watchdocket.js', 'demo', '--port', '0', '--empty'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  child.stderr.on('data', (chunk) => {
    written = (written + String(chunk)).slice(-20_000)
  })
  const log = () => written
  try {
    const address = await findAddress(child, log)
    return {
      address,
      log,
      async stop() {
        if (child.exitCode !== null) return
        const ended = once(child, 'exit')
        child.kill('SIGTERM')
        await ended
      },
    }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

/** Makes a step of the scenario happen now, or (`hold`) none by the clock. `portal` is any replica's. */
export async function tellStep(portal: string, step: string): Promise<void> {
  const response = await fetch(new URL('/_demo/steps', portal), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(step),
  })
  if (!response.ok) throw new Error(`the portal knows no step ${step}`)
}
