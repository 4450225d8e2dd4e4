// A data folder of its own, the server on it as people start it, and what its processes hold.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

const folders = []
const running = new Set()
process.on('exit', () => {
  for (const pid of running) process.kill(-pid, 'SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))

/**
 * Ends a group of processes when this one has been killed, of which it cannot know: the shell waits
 * at the end of a pipe that the kernel closes.
 */
function guard(pid) {
  const script = 'read line || kill -s KILL -- "-$0"'
  const shell = spawn('sh', ['-c', script, String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.unref()
  shell.stdin.unref()
  return () => shell.stdin.end('ended\n')
}

/** An empty folder that goes with this process. */
export function benchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'watchdocket-bench-'))
  folders.push(folder)
  return folder
}

export async function freePort() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The status of `/`; `undefined` while nobody answers. */
const answerOf = (url) =>
  new Promise((resolve) => {
    get(url, { agent: false }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode))
    }).on('error', () => resolve(undefined))
  })

/** Starts the server and resolves once `/` was answered with 200; `readyMs` counts from the spawn. */
export async function startInstallation(dataDir, { command = [], env = {} } = {}) {
  const port = await freePort()
  const [file, ...args] =
    command.length > 0 ? command : [process.execPath, 'bin/watchdocket.js', 'serve']
  const startedAt = performance.now()
  const child = spawn(file, args, {
    cwd: root,
    // A group of its own: npm does not pass every signal on.
    detached: true,
    env: { ...process.env, WATCHDOCKET_DATA: dataDir, WATCHDOCKET_PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', process.env.WATCHDOCKET_BENCH_LOG ? 2 : 'ignore'],
  })
  const letGo = guard(child.pid)
  running.add(child.pid)
  const ended = once(child, 'exit').then((result) => {
    running.delete(child.pid)
    letGo()
    return result
  })
  const url = `http://127.0.0.1:${port}/`
  while ((await answerOf(url)) !== 200) {
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}`)
    await pause(3)
  }
  return {
    url,
    pid: child.pid,
    readyMs: performance.now() - startedAt,
    async stop() {
      process.kill(-child.pid, 'SIGTERM')
      await ended
    },
  }
}

const statusOf = (pid, file, name) =>
  Number(
    new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(
      readFileSync(`/proc/${pid}/${file}`, 'utf8'),
    )?.[1],
  ) / 1024

/** Resident memory of the processes of an installation, and what of it are files, MiB, by name. */
export function memoryOf(supervisor) {
  const held = {}
  const look = (name, pid) => {
    held[name] = {
      rss: statusOf(pid, 'status', 'VmRSS'),
      // Pages of the program's own files are there once, however many processes use them.
      file: statusOf(pid, 'status', 'RssFile'),
    }
  }
  look('supervisor', supervisor)
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = /\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]
      if (Number(parent) !== supervisor) continue
      const name = /\/(worker|web)\.js\0/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.[1]
      if (name) look(name, pid)
    } catch {
      // Ended while we looked.
    }
  }
  return held
}
