import { csvType, writeCsv } from '../src/exports/csv.ts'
import {
  type ExportWhen,
  exportFindings,
  exportWhens,
  type RecordPages,
} from '../src/exports/export-findings.ts'
import { type JsonHead, jsonType, ndjsonType, writeJson, writeNdjson } from '../src/exports/json.ts'
import { AppError, InputError } from '../src/model/errors.ts'
import { type AppContext, web } from './context.ts'
import { parseFindingFilter, unknownIds } from './filter.ts'
import { openHeaders } from './headers.ts'

/** A few hundred MB of JSON; the command line has no bound. */
const mostRecords = 50_000
/** Each one reads for seconds beside the pages: more wait their turn. */
const mostAtOnce = 4
/** A reader that takes longer has gone, or holds others up on purpose. */
const longestMs = 5 * 60_000

const formats = {
  csv: { type: csvType, write: (pages: RecordPages) => writeCsv(pages) },
  json: { type: jsonType, write: (pages: RecordPages, head: JsonHead) => writeJson(pages, head) },
  ndjson: { type: ndjsonType, write: (pages: RecordPages) => writeNdjson(pages) },
} as const

/** As many exports as may run are running. */
class TooManyExportsError extends AppError {
  readonly code = 'too_many'
  readonly retry = 'later'
  readonly cure = 'Try again in half a minute, or use the command line, which has no such bound'

  constructor() {
    super('Other exports are running')
  }
}

/** @throws {InputError} `filter_value`: a file of another list than was asked for would mislead. */
function askedOf(c: AppContext) {
  const { filter, refused } = parseFindingFilter(c.req.query())
  const asked = c.req.query('when') || 'all'
  const when = exportWhens.find((known) => known === asked)
  const wrong = [...refused, ...unknownIds(filter, c.var.deps.taxonomy)]
  if (wrong.length > 0 || !when) {
    const names = when ? wrong : [...wrong, 'when']
    throw new InputError(
      'filter_value',
      `The address names a filter that cannot be: ${names.join(', ')}`,
      'Copy the address anew from the list; when is upcoming, past or all',
    )
  }
  return { filter, when }
}

/** The chunks as bytes, made only as fast as they are taken; `done` is called once, however it ends. */
function streamOf(chunks: AsyncGenerator<string>, done: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let late: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    clearTimeout(late)
    done()
  }
  return new ReadableStream<Uint8Array>({
    start(controller) {
      late = setTimeout(() => {
        controller.error(new Error('The export was not taken in time'))
        end()
      }, longestMs)
      late.unref()
    },
    async pull(controller) {
      try {
        const { value, done: isOver } = await chunks.next()
        if (!isOver) return controller.enqueue(encoder.encode(value))
        controller.close()
        end()
      } catch (error) {
        controller.error(error)
        end()
      }
    },
    async cancel() {
      await chunks.return(undefined)
      end()
    },
  })
}

/** Whole filtered lists as files: `/export.csv?place=riverton-wa&when=past`. */
export function createExportRoutes() {
  let running = 0

  function send(c: AppContext, format: keyof typeof formats): Response {
    const { filter, when } = askedOf(c)
    const { db, now: clock, publicUrl } = c.var.deps
    const now = clock()
    const { type, write } = formats[format]
    const headers = {
      ...openHeaders,
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${fileName(when, now)}.${format}"`,
      'Cache-Control': 'public, max-age=60',
    }
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)
    if (running >= mostAtOnce) {
      c.header('Retry-After', '30')
      throw new TooManyExportsError()
    }
    running += 1
    const request = { filter, when, now, limit: mostRecords, publicUrl }
    const head = { generatedAt: now, asked: { ...filter, when }, limit: mostRecords }
    const chunks = write(exportFindings(db, request), head)
    return c.body(
      streamOf(
        chunks,
        once(() => {
          running -= 1
        }),
      ),
      200,
      headers,
    )
  }

  return web
    .createApp()
    .get('/export.csv', (c) => send(c, 'csv'))
    .get('/export.json', (c) => send(c, 'json'))
    .get('/export.ndjson', (c) => send(c, 'ndjson'))
}

function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    work()
  }
}

/** Named by us: nothing from outside, also not from the filter, stands in a file's name. */
function fileName(when: ExportWhen, now: Date): string {
  return `watchdocket-${when}-${now.toISOString().slice(0, 10)}`
}
