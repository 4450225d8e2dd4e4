import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import { DocumentError } from './document-error.ts'
import type {
  DocumentPage,
  DocumentProblem,
  OutlineEntry,
  PageLink,
  PageWord,
} from './document-text.ts'
import type { ReaderCommand } from './reader-layers.ts'
import { longestLine, type PageHead, parseMessage, type ReadMessage } from './reader-protocol.ts'
import { type PagePicture, plainRead, type ReaderTask } from './reader-task.ts'
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
  /** As `nice` counts: reading yields to the pages that people look at, and pictures to reading. */
  readonly priority: number
}

/** What a reading process made of one document. */
export interface ReadResult {
  readonly reader: string
  readonly version: string
  readonly pages: readonly DocumentPage[]
  readonly outline: readonly OutlineEntry[]
  readonly links: readonly PageLink[]
  readonly problems: readonly DocumentProblem[]
  readonly pictures: readonly PagePicture[]
}

export interface ReaderPool {
  /** @throws {DocumentError} for every way in which reading can end without a text. */
  run(bytes: Uint8Array, mediaType: string, task?: ReaderTask): Promise<ReadResult>
  /** Ends all processes; what is being read fails with `reader_died`. */
  close(): void
}

interface Job {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly task: ReaderTask
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
  readonly pages: { page: PageHead; pieces: string[] | null; words: PageWord[] | null }[]
  readonly pictures: { page: number; scale: number; pieces: Buffer[] }[]
  readonly outline: OutlineEntry[]
  readonly links: PageLink[]
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
    if (process.pid !== undefined) lowerPriority(process.pid, options.priority)
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
      pictures: [],
      outline: [],
      links: [],
      problems: [],
      rest: [],
      restLength: 0,
      received: 0,
    }
    const { bytes, mediaType, task } = job
    const heading = { length: bytes.length, mediaType, limits: options.limits, task }
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
        const { page, hasText, hasWords } = message
        const isNext = page.page === nextPage(reading)
        const isWanted = reading.pages.length < options.limits.pages
        reading.pages.push({ page, pieces: hasText ? [] : null, words: hasWords ? [] : null })
        return isNext && isWanted
      }
      case 'words':
        return (reading.pages.at(-1)?.words?.push(...message.words) ?? 0) > 0
      case 'picture': {
        const { page, scale } = message
        reading.pictures.push({ page, scale, pieces: [] })
        return isAskedPicture(reading.job.task, page)
      }
      case 'data': {
        const piece = Buffer.from(message.data, 'base64')
        return (reading.pictures.at(-1)?.pieces.push(piece) ?? 0) > 0
      }
      case 'link':
        reading.links.push(message.link)
        return true
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
    const { outline, links, problems } = reading
    reading.job.resolve({
      reader: done.reader,
      version: done.version,
      pages: reading.pages.map(({ page, pieces, words }) => ({
        ...page,
        text: pieces?.join('') ?? null,
        ...(words ? { words } : {}),
      })),
      outline,
      links,
      problems,
      pictures: reading.pictures.map(({ pieces, ...picture }) => ({
        ...picture,
        png: Buffer.concat(pieces),
      })),
    })

    const isSpent =
      child.files >= options.filesPerChild ||
      child.bytes >= options.bytesPerChild ||
      done.cpuMs >= options.cpuMsPerChild
    if (isSpent) retire(child)
    else child.idleTimer = setTimeout(() => retire(child), options.idleMs).unref()
    next()
  }

  return {
    run(bytes, mediaType, task = plainRead) {
      return new Promise((resolve, reject) => {
        if (isClosed) throw closed()
        waiting.push({ bytes, mediaType, task, resolve, reject, isRetry: false })
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

/** The number that the next page must have: the first, the next, or the next of those asked for. */
function nextPage({ job, pages }: Reading): number | undefined {
  return 'pages' in job.task ? job.task.pages[pages.length] : pages.length + 1
}

const isAskedPicture = (task: ReaderTask, page: number) =>
  task.kind === 'picture' ? task.page === page : task.kind === 'scan' && task.pages.includes(page)

const garbage = () =>
  new DocumentError('reader_died', 'The reader sent something that is no answer')
const closed = () => new DocumentError('reader_died', 'The reader was shut down')
const startError = (cause: Error) =>
  new DocumentError('reader_died', 'The reader could not be started', { cause })

/** Reading must never slow down the pages that people look at. */
function lowerPriority(pid: number, priority: number): void {
  try {
    setPriority(pid, priority)
  } catch {
    // It has ended already, or the system does not allow it: then it reads at normal priority.
  }
}
