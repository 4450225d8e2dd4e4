import { createHash } from 'node:crypto'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { createServer, request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError, InputError, type Retry } from '../model/errors.ts'
import type { Command } from './command.ts'

/** Asks the process that writes to run a command; resolves with what it gave. */
export type Ask = (name: string, input: unknown) => Promise<unknown>

/** The worker does not answer: it is starting, restarting or gone. */
export class WorkerSilentError extends AppError {
  readonly code = 'worker_silent'
  readonly retry = 'later'
  readonly cure = 'Wait a few seconds and try again; if it stays so, look at the log of the server'

  constructor(cause: unknown) {
    super('The part of Watchdocket that stores things does not answer', { cause })
  }
}

/** An error that the worker raised, told again in the process that asked. */
export class AskedError extends AppError {
  readonly code: string
  readonly retry: Retry
  readonly cure: string

  constructor(told: ToldError) {
    super(told.message)
    this.code = told.code
    this.retry = told.retry
    this.cure = told.cure
  }
}

/** The system's limit for the path of a local socket is 107 bytes; some leave fewer. */
const longestPath = 100

/**
 * Where the worker of a data folder listens. A folder whose path is too long for a socket gets
 * one beside other temporary files, named by the folder's hash.
 */
export function controlSocketPath(dataDir: string): string {
  const within = join(dataDir, 'control.sock')
  if (Buffer.byteLength(within) <= longestPath) return within
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  return join(tmpdir(), `watchdocket-${hash}`, 'control.sock')
}

const largestRequestBytes = 256 * 1024

interface ToldError {
  readonly code: string
  readonly message: string
  readonly retry: Retry
  readonly cure: string
  /** Whoever asked, asked wrongly. */
  readonly isInput?: boolean
}

interface Told {
  readonly ok: boolean
  readonly result?: unknown
  readonly error?: ToldError
}

function toError(told: ToldError | undefined): AppError {
  if (!told) return new WorkerSilentError(undefined)
  // Asked wrongly is asked wrongly, whoever says so: the command line ends with another code then.
  return told.isInput ? new InputError(told.code, told.message, told.cure) : new AskedError(told)
}

function tell(error: unknown): Told {
  if (error instanceof AppError) {
    const { code, message, retry, cure } = error
    return {
      ok: false,
      error: { code, message, retry, cure, isInput: error instanceof InputError },
    }
  }
  return {
    ok: false,
    error: {
      code: 'internal',
      message: 'Something went wrong that was not foreseen',
      retry: 'later',
      cure: 'Look at the log of the server',
    },
  }
}

async function readBody(stream: AsyncIterable<Buffer>): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > largestRequestBytes) {
      throw new InputError(
        'input_invalid',
        'The request is larger than 256 KiB',
        'Send less at once',
      )
    }
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

/**
 * Listens on the local socket of a data folder, open to this account alone, and runs what is
 * asked. The caller holds the folder's lock, so a socket that is there is a dead one.
 */
export async function serveCommands<Deps>(
  path: string,
  commands: readonly Command<Deps>[],
  deps: Deps,
  onUnforeseen: (error: unknown) => void,
): Promise<{ close(): Promise<void> }> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  await rm(path, { force: true })
  const byName = new Map(commands.map((command) => [command.name, command]))

  const server = createServer((incoming, response) => {
    const answer = async (): Promise<Told> => {
      const name = incoming.url?.slice(1) ?? ''
      const command = byName.get(name)
      if (!command) {
        throw new InputError(
          'command_unknown',
          `No command "${name.slice(0, 40)}"`,
          'See docs/cli.md',
        )
      }
      return { ok: true, result: await command.run(await readBody(incoming), deps) }
    }
    answer()
      .catch((error: unknown) => {
        if (!(error instanceof AppError)) onUnforeseen(error)
        return tell(error)
      })
      .then((told) => {
        response.writeHead(told.ok ? 200 : 400, { 'content-type': 'application/json' })
        response.end(JSON.stringify(told))
      })
      .catch(onUnforeseen)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  await chmod(path, 0o600)
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Asks the worker that listens on `path`. */
export function createAsk(path: string): Ask {
  return (name, input) =>
    new Promise((resolve, reject) => {
      const asked = httpRequest(
        { socketPath: path, path: `/${name}`, method: 'POST' },
        (response) => {
          readBody(response)
            .then((body) => {
              const told = body as Told
              if (told.ok) resolve(told.result)
              else reject(toError(told.error))
            })
            .catch((error: unknown) => reject(new WorkerSilentError(error)))
        },
      )
      asked.on('error', (error) => reject(new WorkerSilentError(error)))
      asked.end(JSON.stringify(input))
    })
}
