import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { DocumentReader } from '../../documents/document-reader.ts'
import type { DocumentText } from '../../documents/document-text.ts'
import { sniffMediaType } from '../../documents/media-type.ts'
import { AppError, InputError, shorten } from '../../model/errors.ts'
import { type Command, defineCommand } from '../command.ts'

/** What a file's name promises, as far as anything here can read it. */
const typeByEnding: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  htm: 'text/html',
  html: 'text/html',
  txt: 'text/plain',
}

/** Prints what a document says, page by page; with `--json` also who read it and what is missing. */
export function extractCommand(deps: {
  /** @throws with `code` ENOENT and the like, as `node:fs` does. */
  readFile(path: string): Promise<Uint8Array>
  openReader(): DocumentReader
}): Command {
  return defineCommand({
    name: 'extract',
    usage: 'extract <file> [--json]',
    summary: 'Read one document and print its text by page',
    options: { json: { type: 'boolean', default: false } },
    async run({ json }, [path, ...more], terminal) {
      if (path === undefined || more.length > 0) {
        throw new InputError('usage', 'extract reads one file', 'Usage: watchdocket extract <file>')
      }
      const bytes = await deps.readFile(path).catch((cause: unknown) => {
        const why = cause instanceof Error ? cause.message : String(cause)
        throw new InputError('file_missing', shorten(why, 300), 'Check the name of the file', {
          cause,
        })
      })
      const reader = deps.openReader()
      const stop = () => reader.close()
      terminal.stopped.addEventListener('abort', stop, { once: true })
      try {
        const ending = /\.(\w+)$/.exec(basename(path))?.[1]?.toLowerCase() ?? ''
        const text = await reader.read(bytes, typeByEnding[ending] ?? '')
        terminal.out(json ? JSON.stringify(text) : asText(text))
        if (!json) for (const { message } of text.problems) terminal.err(message)
        return 0
      } catch (error) {
        if (!json || !(error instanceof AppError)) throw error
        terminal.out(JSON.stringify(unread(bytes, error)))
        return 1
      } finally {
        terminal.stopped.removeEventListener('abort', stop)
        reader.close()
      }
    },
  })
}

/** The same shape as of a document that was read, so that one program reads both. */
function unread(bytes: Uint8Array, { code, message }: AppError) {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mediaType: sniffMediaType(bytes),
    reader: null,
    version: null,
    pages: [],
    outline: [],
    problems: [{ code, message, pages: [] }],
  }
}

function asText({ pages }: DocumentText): string {
  return pages
    .map(({ page, text }) => `--- page ${page} ---\n${text ?? '(a picture: not read)'}`)
    .join('\n')
}
