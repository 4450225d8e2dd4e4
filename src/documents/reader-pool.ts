import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import { DocumentError } from './document-error.ts'
import type { DocumentPage, DocumentProblem, OutlineEntry } from './document-text.ts'
import type { ReaderCommand } from './reader-layers.ts'
import { longestLine, parseMessage, type ReadMessage } from './reader-protocol.ts'
import type { ReadLimits } from './readers/page-sink.ts'

export interface PoolOptions {
  readonly command: ReaderCommand
  /** Processes at the same time. */
  readonly children: number
  /** Wall clock of one document, then SIGKILL. */
  readonly wallMs: number
  readonly limits: ReadLimits
  /** Bytes that one document may send back. */
  readonly outputBytes: number
  /** A process is ended after so many files, so many bytes of them or so much CPU time. */
  readonly filesPerChild: number
  readonly bytesPerChild: number
  readonly cpuMsPerChild: number
  /** A process that has nothing to read is ended after so long: it holds some 100 MB. */
  readonly idleMs: number
}

/** What a reading process made of one document. */
export interface ReadResult {
  readonly reader: string
  readonly version: string
  readonly pages: readonly DocumentPage[]
  readonly outline: readonly OutlineEntry[]
  readonly problems: readonly DocumentProblem[]
}

export interface ReaderPool {
  /** @throws {DocumentError} for every way in which reading can end without a text. */
  run(bytes: Uint8Array, mediaType: string): Promise<ReadResult>
  /** Ends all processes; what is being read fails with `reader_died`. */
  close(): void
}

interface Job {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly resolve: (result: ReadResult) => void
  readonly reject: (error: DocumentError) => void
  /** A process that had read other files may have died of them: then a fresh one tries once more. */
  isRetry: boolean
}

interface Child {
  readonly process: ChildProcessByStdio<Writable, Readable, null>
  files: number
  bytes: number
  current: Reading | undefined
  idleTimer: NodeJS.Timeout | undefined
}

/** One document on its way through one process. */
interface Reading {
  readonly job: Job
  readonly timer: NodeJS.Timeout
  readonly pages: { page: Omit<DocumentPage, 'text'>; pieces: string[] | null }[]
  readonly outline: OutlineEntry[]
  readonly problems: DocumentProblem[]
  /** The line that has not ended yet. */
  rest: Buffer[]
  restLength: number
  received: number
}

const seconds = (ms: number) => `${Math.round(ms / 100) / 10} s`

/** Signals by which a process ends itself or is ended by the kernel when it takes too much. */
const memorySignals = new Set(['SIGABRT', 'SIGTRAP', 'SIGILL'])

function deathOf(code: number | null, signal: string | null): DocumentError {
  if (signal === 'SIGXCPU') {
    return new DocumentError('document_too_complex', 'Reading took too much CPU time')
  }
  // 134 and 133 are SIGABRT and SIGTRAP as a shell's exit codes.
  if ((signal && memorySignals.has(signal)) || code === 134 || code === 133) {
    return new DocumentError('document_too_complex', 'Reading took too much memory')
  }
  return new DocumentError('reader_died', `The reader ended early (${signal ?? `code ${code}`})`)
}

/** Keeps warm processes that read documents, and ends those that misbehave or have done enough. */
export function createReaderPool(options: PoolOptions): ReaderPool {
  const children = new Set<Child>()
  const waiting: Job[] = []
  let isClosed = false

  function start(): Child {
    const { file, args, env } = options.command
    const process = spawn(file, args, { stdio: ['pipe', 'pipe', 'ignore'], env, cwd: '/' })
    const child: Child = { process, files: 0, bytes: 0, current: undefined, idleTimer: undefined }
    children.add(child)
    process.once('error', (cause) => lose(child, startError(cause)))
    process.once('close', (code, signal) => lose(child, deathOf(code, signal)))
    process.stdin.on('error', () => undefined) // A broken pipe is told by `close`, with the reason.
    process.stdout.on('data', (data: Buffer) => receive(child, data))
    if (process.pid !== undefined) lowerPriority(process.pid)
    return child
  }

  /** Ends a process; false when it has been ended before. */
  function retire(child: Child): boolean {
    clearTimeout(child.idleTimer)
    child.process.kill('SIGKILL')
    return children.delete(child)
  }

  /** Ends a process that failed. The job it had fails too, or is tried once more. */
  function lose(child: Child, error: DocumentError): void {
    if (!retire(child)) return
    const reading = child.current
    child.current = undefined
    if (reading) {
      clearTimeout(reading.timer)
      const { job } = reading
      if (error.code === 'reader_died' && child.files > 0 && !job.isRetry && !isClosed) {
        job.isRetry = true
        waiting.unshift(job)
      } else job.reject(error)
    }
    next()
  }

  function next(): void {
    while (waiting.length > 0 && !isClosed) {
      const idle = [...children].find((child) => child.current === undefined)
      if (!idle && children.size >= options.children) return
      const job = waiting.shift()
      if (job) give(idle ?? start(), job)
    }
  }

  function give(child: Child, job: Job): void {
    clearTimeout(child.idleTimer)
    const timer = setTimeout(() => {
      const message = `Reading took longer than ${seconds(options.wallMs)}`
      lose(child, new DocumentError('document_too_complex', message))
    }, options.wallMs)
    child.current = {
      job,
      timer,
      pages: [],
      outline: [],
      problems: [],
      rest: [],
      restLength: 0,
      received: 0,
    }
    const { bytes, mediaType } = job
    const heading = { length: bytes.length, mediaType, limits: options.limits }
    child.process.stdin.write(`${JSON.stringify(heading)}\n`)
    child.process.stdin.write(bytes)
  }

  function receive(child: Child, data: Buffer): void {
    const reading = child.current
    if (!reading) {
      retire(child)
      return
    }
    reading.received += data.length
    if (reading.received > options.outputBytes) {
      lose(child, new DocumentError('document_too_complex', 'It holds more text than may be read'))
      return
    }
    let from = 0
    for (let end = data.indexOf(10); end >= 0; end = data.indexOf(10, from)) {
      const line = Buffer.concat([...reading.rest, data.subarray(from, end)])
      reading.rest = []
      reading.restLength = 0
      from = end + 1
      const message = line.length < longestLine ? parseMessage(line.toString('utf8')) : undefined
      if (!message || !take(child, reading, message)) {
        lose(child, garbage())
        return
      }
      if (child.current !== reading) return
    }
    const rest = data.subarray(from)
    reading.restLength += rest.length
    if (rest.length > 0) reading.rest.push(rest)
    if (reading.restLength >= longestLine) lose(child, garbage())
  }

  /** False for a message that cannot come here. */
  function take(child: Child, reading: Reading, message: ReadMessage): boolean {
    switch (message.t) {
      case 'page': {
        const isNext = message.page.page === reading.pages.length + 1
        const isWanted = reading.pages.length < options.limits.pages
        reading.pages.push({ page: message.page, pieces: message.hasText ? [] : null })
        return isNext && isWanted
      }
      case 'text':
        return (reading.pages.at(-1)?.pieces?.push(message.text) ?? 0) > 0
      case 'outline':
        reading.outline.push(message.entry)
        return true
      case 'problem':
        reading.problems.push(message.problem)
        return true
      case 'error':
        lose(child, new DocumentError(message.code, message.message))
        return true
      case 'done':
        finish(child, reading, message)
        return true
    }
  }

  function finish(child: Child, reading: Reading, done: ReadMessage & { t: 'done' }): void {
    clearTimeout(reading.timer)
    child.current = undefined
    child.files++
    child.bytes += reading.job.bytes.length
    const pages = reading.pages.map(({ page, pieces }) => ({
      ...page,
      text: pieces?.join('') ?? null,
    }))
    const { outline, problems } = reading
    reading.job.resolve({ reader: done.reader, version: done.version, pages, outline, problems })

    const isSpent =
      child.files >= options.filesPerChild ||
      child.bytes >= options.bytesPerChild ||
      done.cpuMs >= options.cpuMsPerChild
    if (isSpent) retire(child)
    else child.idleTimer = setTimeout(() => retire(child), options.idleMs).unref()
    next()
  }

  return {
    run(bytes, mediaType) {
      return new Promise((resolve, reject) => {
        if (isClosed) throw closed()
        waiting.push({ bytes, mediaType, resolve, reject, isRetry: false })
        next()
      })
    },
    close() {
      isClosed = true
      for (const job of waiting.splice(0)) job.reject(closed())
      for (const child of [...children]) lose(child, closed())
    },
  }
}

const garbage = () =>
  new DocumentError('reader_died', 'The reader sent something that is no answer')
const closed = () => new DocumentError('reader_died', 'The reader was shut down')
const startError = (cause: Error) =>
  new DocumentError('reader_died', 'The reader could not be started', { cause })

/** Reading must never slow down the pages that people look at. */
function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // It has ended already, or the system does not allow it: then it reads at normal priority.
  }
}
