/**
 * The process in which documents are read: bytes come in through standard input, text leaves
 * through standard output, and there is nothing else it knows or can reach. Its parent ends it.
 */
import { stdin, stdout } from 'node:process'
import { shorten } from '../model/errors.ts'
import { DocumentError } from './document-error.ts'
import type { DocumentErrorCode, DocumentPage } from './document-text.ts'
import { createExtractor } from './extract.ts'
import { createPagePainter } from './page-painter.ts'
import {
  pageMessages,
  pictureMessages,
  type ReadMessage,
  type ReadRequest,
} from './reader-protocol.ts'
import type { PagePicture } from './reader-task.ts'

const extractor = createExtractor()
const painter = createPagePainter(extractor.find)

/** Written in larger pieces: a write a line costs more than reading the page. */
let pending: string[] = []
let pendingLength = 0

function send(message: ReadMessage): void {
  const line = `${JSON.stringify(message)}\n`
  pending.push(line)
  pendingLength += line.length
  if (pendingLength > 131_072) flush()
}

function flush(): void {
  stdout.write(pending.join(''))
  pending = []
  pendingLength = 0
}

/** What an engine's own failure means: there is no room for what it holds, or it has died. */
function failureOf(error: unknown): readonly [code: DocumentErrorCode, message: string] {
  const said = error instanceof Error ? error.message : String(error)
  if (error instanceof DocumentError) return [error.code, said]
  // An engine in WebAssembly calls abort() when its memory is full: a form that draws itself.
  if (/abort\(\)/.test(said)) {
    return ['document_too_complex', 'The document asks for more memory than one may take']
  }
  return /memory|allocation|call stack|string length/i.test(said)
    ? ['document_too_complex', said]
    : ['reader_died', said]
}

/** Does what is asked and says who did it. */
async function work({ mediaType, limits, task }: ReadRequest, bytes: Uint8Array) {
  const sink = {
    page: (page: DocumentPage) => {
      for (const message of pageMessages(page)) send(message)
    },
    picture: (picture: PagePicture) => {
      for (const message of pictureMessages(picture)) send(message)
    },
  }
  if (task.kind !== 'read') return await painter.paint(bytes, task, limits, sink)
  return await extractor.extract(
    bytes,
    mediaType,
    limits,
    {
      ...sink,
      outline: (entries) => {
        for (const entry of entries) send({ t: 'outline', entry })
      },
      links: (links) => {
        for (const link of links) send({ t: 'link', link })
      },
      problem: (problem) => send({ t: 'problem', problem }),
    },
    task,
  )
}

async function read(request: ReadRequest, bytes: Uint8Array): Promise<void> {
  try {
    const { reader, version } = await work(request, bytes)
    const { user, system } = process.cpuUsage()
    send({ t: 'done', reader, version, cpuMs: Math.round((user + system) / 1_000) })
  } catch (error) {
    const [code, message] = failureOf(error)
    send({ t: 'error', code, message: shorten(message, 300) })
  }
  flush()
}

let request: ReadRequest | undefined
let bytes = new Uint8Array()
let filled = 0
let heading = ''

for await (const chunk of stdin as AsyncIterable<Buffer>) {
  let rest = chunk
  while (rest.length > 0) {
    if (request === undefined) {
      const end = rest.indexOf(10)
      heading += rest.subarray(0, end < 0 ? rest.length : end).toString('latin1')
      if (end < 0) break
      rest = rest.subarray(end + 1)
      request = JSON.parse(heading) as ReadRequest
      heading = ''
      bytes = new Uint8Array(request.length)
      filled = 0
    }
    const taken = rest.subarray(0, request.length - filled)
    bytes.set(taken, filled)
    filled += taken.length
    rest = rest.subarray(taken.length)
    if (filled === request.length) {
      await read(request, bytes)
      request = undefined
      bytes = new Uint8Array()
    }
  }
}
