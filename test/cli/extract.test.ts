import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extractCommand } from '../../src/cli/commands/extract.ts'
import { DocumentError } from '../../src/documents/document-error.ts'
import type { DocumentText } from '../../src/documents/document-text.ts'
import type { Sha256 } from '../../src/model/ids.ts'

const text: DocumentText = {
  sha256: 'ab'.repeat(32) as Sha256,
  mediaType: 'application/pdf',
  reader: 'pdfium',
  version: '1',
  pages: [
    { page: 1, text: 'Cameras', ocr: false, needsOcr: false, width: 612, height: 792 },
    { page: 2, text: null, ocr: false, needsOcr: true, width: 612, height: 792 },
  ],
  outline: [],
  links: [],
  problems: [{ code: 'document_needs_ocr', message: '1 page of 2 is a picture', pages: [2] }],
}

function run(argv: readonly string[], read: () => Promise<DocumentText>) {
  const out: string[] = []
  const err: string[] = []
  const asked: string[] = []
  let closed = 0
  const command = extractCommand({
    sizeOf: async (path) => (path.startsWith('/') ? (await stat(path)).size : 1),
    readFile: (path) =>
      path === 'gone.pdf'
        ? Promise.reject(new Error('ENOENT: no such file'))
        : Promise.resolve(new Uint8Array([1])),
    openReader: () => ({
      read: (_, declaredType) => {
        asked.push(declaredType)
        return read()
      },
      close: () => {
        closed++
      },
    }),
    openRecogniser: () => ({
      name: async () => 'fake 1',
      recognise: async (_, [page = 0]) => [
        {
          page,
          text: 'Recognised',
          ocr: true,
          needsOcr: false,
          width: 612,
          height: 792,
          words: [{ text: 'Recognised', x: 1, y: 2, w: 3, h: 4, confidence: 0.9 }],
        },
      ],
      close: () => undefined,
    }),
  })
  const terminal = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    lines: async function* () {},
    stopped: new AbortController().signal,
  }
  return command.run(argv, terminal).then((code) => ({ code, out, err, asked, closed }))
}

describe('extract', () => {
  it('prints the whole result as JSON', async () => {
    const { code, out, asked, closed } = await run(['packet.PDF', '--json'], async () => text)
    expect(code).toBe(0)
    const size = { width: 612, height: 792 }
    const words = [{ text: 'Recognised', x: 1, y: 2, w: 3, h: 4 }]
    expect(JSON.parse(out.join())).toEqual({
      sha256: text.sha256,
      mediaType: 'application/pdf',
      reader: 'pdfium',
      version: '1',
      pages: [
        { page: 1, text: 'Cameras', ocr: false, ...size },
        { page: 2, text: 'Recognised', ocr: true, ...size, words },
      ],
      outline: [],
      problems: [],
    })
    expect(asked).toEqual(['application/pdf'])
    expect(closed).toBe(1)
  })

  it('prints pages for people, and what is missing beside them', async () => {
    const { out, err } = await run(['packet.pdf', '--no-ocr'], async () => text)
    expect(out.join()).toBe('--- page 1 ---\nCameras\n--- page 2 ---\n(a picture: not read)')
    expect(err).toEqual(['1 page of 2 is a picture'])
  })

  it('marks what was recognised from a picture', async () => {
    const { out, err } = await run(['packet.pdf'], async () => text)
    expect(out.join()).toContain('--- page 2, recognised from a picture ---\nRecognised')
    expect(err).toEqual(['recognised 1 of 1 pages'])
  })

  it('prints the code of what cannot be read, and fails', async () => {
    const fail = () => Promise.reject(new DocumentError('document_encrypted', 'It asks for one'))
    const { code, out, closed } = await run(['x.pdf', '--json'], fail)
    expect(code).toBe(1)
    expect(JSON.parse(out.join())).toMatchObject({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      mediaType: 'application/octet-stream',
      reader: null,
      pages: [],
      problems: [{ code: 'document_encrypted', message: 'It asks for one', pages: [] }],
    })
    expect(closed).toBe(1)
    await expect(run(['x.pdf'], fail)).rejects.toMatchObject({ code: 'document_encrypted' })
  })

  it('refuses a file of 500 MB by its size, without reading it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'watchdocket-extract-'))
    try {
      const path = join(folder, 'video.pdf')
      const file = await open(path, 'w')
      await file.truncate(500_000_000)
      await file.close()
      const { code, out, asked } = await run([path, '--json'], async () => text)
      expect(code).toBe(1)
      expect(JSON.parse(out.join())).toMatchObject({
        sha256: null,
        pages: [],
        problems: [{ code: 'document_too_large', message: expect.stringContaining('477 MiB') }],
      })
      expect(asked).toEqual([])
      await expect(run([path], async () => text)).rejects.toMatchObject({
        code: 'document_too_large',
      })
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it.each([[[]], [['a.pdf', 'b.pdf']], [['gone.pdf']]])('refuses %j', async (argv) => {
    await expect(run(argv, async () => text)).rejects.toMatchObject({ retry: 'never' })
  })
})
