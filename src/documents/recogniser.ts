import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { DocumentError } from './document-error.ts'
import { readingBounds } from './document-reader.ts'
import type { DocumentPage } from './document-text.ts'
import { sniffMediaType } from './media-type.ts'
import { ocrVersion } from './page-painter.ts'
import {
  behindLayers,
  findReaderLayers,
  type ReaderLayers,
  readerCommand,
} from './reader-layers.ts'
import { createReaderPool, type ReaderPool } from './reader-pool.ts'
import type { PagePicture } from './reader-task.ts'
import type { OcrLanguage } from './readers/tesseract.ts'
import { looksSpanish, recognisedPage, wordsOfTable } from './recognised-page.ts'

/** Recognises words on pages that are pictures, in processes that can be killed. */
export interface Recogniser {
  /** What does it: `tesseract 5.3.0` or `tesseract.js 7.0.0+3`. */
  name(): Promise<string>
  /**
   * These pages of a document that can be drawn, in this order, with confidence by word.
   *
   * @throws {DocumentError}
   */
  recognise(bytes: Uint8Array, pages: readonly number[]): Promise<readonly DocumentPage[]>
  close(): void
}

export interface RecogniserOptions {
  /** Pages at the same time: one for each core. */
  readonly lanes?: number
  readonly entry?: string
  readonly execArgv?: readonly string[]
  readonly layers?: ReaderLayers
  /** The program outside: its version, or `null` to do without it. Looked for unless told. */
  readonly program?: string | null
}

/** A page takes some 3 s of CPU time; a machine that has other things to do takes far longer. */
const pageWallMs = 120_000
const limits = { memory: 2, cpuSeconds: 600 }
const mostOutput = 16 * 1024 * 1024
const languages: readonly OcrLanguage[] = ['eng', 'spa']

/** Makes the one door to recognition. Nothing is started before the first page. */
export function createRecogniser(options: RecogniserOptions = {}): Recogniser {
  const lanes = options.lanes ?? 2
  let isClosed = false
  let opened:
    | Promise<{ pool: ReaderPool; layers: ReaderLayers; program: string | null }>
    | undefined
  const running = new Set<AbortController>()

  async function open() {
    const layers = options.layers ?? (await findReaderLayers())
    const program = options.program === undefined ? await findProgram() : options.program
    const command = readerCommand(layers, options.entry, options.execArgv, limits)
    const pool = createReaderPool({
      ...readingBounds,
      children: lanes,
      wallMs: pageWallMs * 2,
      filesPerChild: 100,
      bytesPerChild: 1024 * 1024 * 1024,
      cpuMsPerChild: 400_000,
      priority: constants.priority.PRIORITY_LOW,
      command,
    })
    if (isClosed) pool.close()
    return { pool, layers, program }
  }
  const ready = () => {
    opened ??= open()
    return opened
  }

  /** Runs the program outside over one picture. */
  async function runProgram(
    { png, scale }: PagePicture,
    language: OcrLanguage,
    layers: ReaderLayers,
  ): Promise<string> {
    const dpi = String(Math.round(scale * 72))
    const program = ['tesseract', 'stdin', 'stdout', '--dpi', dpi, '-l', language, 'tsv']
    const { file, args, env } = behindLayers(layers, program, limits)
    const ending = new AbortController()
    running.add(ending)
    try {
      // One thread a page: pages beside one another use the cores better than threads in one.
      return await output(file, args, { ...env, OMP_THREAD_LIMIT: '1' }, png, ending.signal)
    } finally {
      running.delete(ending)
    }
  }

  return {
    async name() {
      const { program } = await ready()
      return program === null ? `tesseract.js ${ocrVersion}` : `tesseract ${program}`
    },
    async recognise(bytes, pages) {
      const { pool, layers, program } = await ready()
      const mediaType = sniffMediaType(bytes)
      if (program === null) {
        return (await pool.run(bytes, mediaType, { kind: 'recognise', pages })).pages
      }
      const scanned = await pool.run(bytes, mediaType, { kind: 'scan', pages })
      const recognised: DocumentPage[] = []
      for (const [index, picture] of scanned.pictures.entries()) {
        const layer = scanned.pages[index]
        if (!layer) throw new DocumentError('reader_died', 'The reader sent a picture of no page')
        const english = await runProgram(picture, 'eng', layers)
        const tsv = looksSpanish(wordsOfTable(english))
          ? await runProgram(picture, 'spa', layers)
          : english
        recognised.push(recognisedPage(layer, tsv, picture.scale))
      }
      return recognised
    },
    close() {
      isClosed = true
      for (const ending of running) ending.abort()
      void opened?.then(({ pool }) => pool.close())
    },
  }
}

/** What a program prints, given `input`. Killed when it takes too long or prints too much. */
function output(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input: Uint8Array,
  signal?: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env,
      cwd: '/',
      timeout: pageWallMs,
      killSignal: 'SIGKILL',
      ...(signal ? { signal } : {}),
    })
    const fail = (message: string) => reject(new DocumentError('reader_died', message))
    const pieces: Buffer[] = []
    let length = 0
    child.on('error', () => fail('The recognition could not be started or was stopped'))
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(pieces).toString('utf8'))
      else fail('The recognition of a page ended early')
    })
    child.stdin.on('error', () => undefined) // Told by `close`, with the reason.
    child.stdout.on('data', (data: Buffer) => {
      length += data.length
      if (length > mostOutput) child.kill('SIGKILL')
      else pieces.push(data)
    })
    try {
      if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
    } catch {
      // It has ended already, or the system does not allow it.
    }
    child.stdin.end(input)
  })
}

/** The version of the program where it is installed with every language, else `null`. */
async function findProgram(): Promise<string | null> {
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin' }
  try {
    const known = await output('tesseract', ['--list-langs'], env, new Uint8Array())
    if (!languages.every((language) => known.split('\n').includes(language))) return null
    const told = await output('tesseract', ['--version'], env, new Uint8Array())
    return /tesseract v?([\d.]+)/.exec(told)?.[1] ?? 'unknown'
  } catch {
    return null
  }
}
