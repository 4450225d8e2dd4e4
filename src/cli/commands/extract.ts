import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { DocumentReader } from '../../documents/document-reader.ts'
import type { DocumentText } from '../../documents/document-text.ts'
import { sniffMediaType } from '../../documents/media-type.ts'
import { recogniseText } from '../../documents/recognised-text.ts'
import type { Recogniser } from '../../documents/recogniser.ts'
import { largestDocument, tooLarge } from '../../documents/refuse.ts'
import { AppError, InputError, shorten } from '../../model/errors.ts'
import { type Command, defineCommand } from '../command.ts'

const officeType = (kind: string) => `application/vnd.openxmlformats-officedocument.${kind}`

/** What a file's name promises, as far as anything here can read it. */
const typeByEnding: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: officeType('wordprocessingml.document'),
  xlsx: officeType('spreadsheetml.sheet'),
  pptx: officeType('presentationml.presentation'),
  odt: 'application/vnd.oasis.opendocument',
  rtf: 'application/rtf',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
  eml: 'message/rfc822',
  mbox: 'application/mbox',
  zip: 'application/zip',
  htm: 'text/html',
  html: 'text/html',
  txt: 'text/plain',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  tif: 'image/tiff',
  tiff: 'image/tiff',
}

/** Pages recognised at the same time: one for each core of a small machine. */
const lanes = 2

/**
 * Prints what a document says, page by page; with `--json` also where every word stands, who read
 * it and what is missing.
 */
export function extractCommand(deps: {
  /** Bytes of a file, told without reading it. @throws as `readFile` does. */
  sizeOf(path: string): Promise<number>
  /** @throws with `code` ENOENT and the like, as `node:fs` does. */
  readFile(path: string): Promise<Uint8Array>
  openReader(): DocumentReader
  openRecogniser(): Recogniser
}): Command {
  return defineCommand({
    name: 'extract',
    usage: 'extract <file> [--no-ocr] [--json]',
    summary: 'Read one document and print its text by page',
    mostWords: 1,
    options: {
      json: { type: 'boolean', default: false },
      'no-ocr': { type: 'boolean', default: false },
    },
    async run({ json, 'no-ocr': noOcr }, [path, ...more], terminal) {
      if (path === undefined || more.length > 0) {
        throw new InputError('usage', 'extract reads one file', 'Usage: watchdocket extract <file>')
      }
      /** With `--json`, what went wrong is told in the shape of a document. */
      const tell = (error: unknown, bytes: Uint8Array | undefined) => {
        if (!json || !(error instanceof AppError)) throw error
        terminal.out(JSON.stringify(unread(bytes, error)))
        return 1
      }
      const missing = (cause: unknown): never => {
        const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
        const said = `The file "${shorten(path, 200)}" ${isMissing ? 'does not exist' : 'cannot be read'}`
        const code = isMissing ? 'file_missing' : 'file_unreadable'
        throw new InputError(code, said, 'Check the name of the file', { cause })
      }
      const size = await deps.sizeOf(path).catch(missing)
      if (size > largestDocument) return tell(tooLarge(size), undefined)
      const bytes = await deps.readFile(path).catch(missing)
      const reader = deps.openReader()
      const recogniser = deps.openRecogniser()
      const stop = () => {
        reader.close()
        recogniser.close()
      }
      terminal.stopped.addEventListener('abort', stop, { once: true })
      try {
        const ending = /\.(\w+)$/.exec(basename(path))?.[1]?.toLowerCase() ?? ''
        const read = await reader.read(bytes, typeByEnding[ending] ?? '', { words: json })
        const onPage = (done: number, all: number) =>
          terminal.err(`recognised ${done} of ${all} pages`)
        const { stopped: signal } = terminal
        const text = noOcr
          ? read
          : await recogniseText(read, bytes, { recogniser, lanes, onPage, signal })
        terminal.out(json ? JSON.stringify(asJson(text)) : asText(text))
        if (!json) for (const { message } of text.problems) terminal.err(message)
        return 0
      } catch (error) {
        return tell(error, bytes)
      } finally {
        terminal.stopped.removeEventListener('abort', stop)
        stop()
      }
    },
  })
}

/** The same shape as of a document that was read, so that one program reads both. */
function unread(bytes: Uint8Array | undefined, { code, message }: AppError) {
  return {
    sha256: bytes ? createHash('sha256').update(bytes).digest('hex') : null,
    mediaType: bytes ? sniffMediaType(bytes) : null,
    reader: null,
    version: null,
    pages: [],
    outline: [],
    problems: [{ code, message, pages: [] }],
  }
}

/** The shape that is promised in docs/documents.md, and nothing else. */
function asJson({ sha256, mediaType, reader, version, pages, outline, problems }: DocumentText) {
  return {
    sha256,
    mediaType,
    reader,
    version,
    pages: pages.map(({ page, text, ocr, width, height, words }) => ({
      page,
      text,
      ocr,
      width,
      height,
      ...(words ? { words: words.map(({ text, x, y, w, h }) => ({ text, x, y, w, h })) } : {}),
    })),
    outline,
    problems,
  }
}

function asText({ pages }: DocumentText): string {
  return pages
    .map(({ page, text, ocr }) => {
      const how = ocr ? ', recognised from a picture' : ''
      return `--- page ${page}${how} ---\n${text ?? '(a picture: not read)'}`
    })
    .join('\n')
}
