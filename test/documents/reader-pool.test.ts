import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import {
  createDocumentReader,
  type DocumentReader,
  type DocumentReaderOptions,
} from '../../src/documents/document-reader.ts'
import { findReaderLayers, noLayers, readerCommand } from '../../src/documents/reader-layers.ts'
import { parseMessage } from '../../src/documents/reader-protocol.ts'
import { makeDocx, makePdf, paragraph, showLines } from './hostile.ts'
import { buildReaderEntry, writeEntry } from './reader-entry.ts'

const entry = await buildReaderEntry()
const layers = await findReaderLayers()
const readers: DocumentReader[] = []
const written: string[] = [entry]

function open(options: DocumentReaderOptions = {}): DocumentReader {
  const reader = createDocumentReader({ entry, layers, ...options })
  readers.push(reader)
  return reader
}

/** A reader whose process runs another program. */
function openWith(name: string, program: string, pool: DocumentReaderOptions['pool'] = {}) {
  const file = writeEntry(name, program)
  written.push(file)
  return open({ entry: file, pool })
}

afterEach(() => {
  for (const reader of readers.splice(0)) reader.close()
})
afterAll(() => {
  for (const file of written) rmSync(file, { force: true })
})

const bytesOf = (text: string) => new TextEncoder().encode(text)
const pdf = makePdf([showLines('Item 7.b', 'Cameras'), showLines('Page two')])
const fails = (code: string, message: RegExp = /./) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) })

/** Waits for a request and then does as told; `say` writes a line. */
const program = (whenAsked: string) => `
  import { stdin, stdout } from 'node:process'
  const say = (message) => stdout.write(JSON.stringify(message) + '\\n')
  stdin.once('data', () => { ${whenAsked} })
  stdin.resume()
`

describe('createDocumentReader', () => {
  it('reads a document to its text, hash, type and reader', async () => {
    const text = await open().read(pdf, 'application/pdf')
    expect(text).toMatchObject({
      sha256: createHash('sha256').update(pdf).digest('hex'),
      mediaType: 'application/pdf',
      reader: 'pdfium',
      outline: [],
      problems: [],
    })
    expect(text.pages.map((page) => page.text)).toEqual(['Item 7.b\nCameras', 'Page two'])
  })

  // 45 documents and several starts of a process: seconds, but not on a machine that is busy.
  it('reads many at once, in two processes, each its own', { timeout: 180_000 }, async () => {
    const reader = open()
    const names = Array.from({ length: 45 }, (_, index) => `Document number ${index}`)
    const texts = await Promise.all(
      names.map((name) => reader.read(makePdf([showLines(name)]), 'application/pdf')),
    )
    expect(texts.map((text) => text.pages[0]?.text)).toEqual(names)
  })

  it('carries long pages, odd characters and every kind through the pipe', async () => {
    const reader = open()
    const long = `${'Ünïcödé 😀 "quoted" \\ '.repeat(20_000)}end`
    const plain = await reader.read(bytesOf(long), 'text/plain')
    expect(plain.pages[0]?.text).toBe(long)
    const word = await reader.read(makeDocx(paragraph('A staff report')), '')
    expect(word).toMatchObject({ reader: 'docx', pages: [{ text: 'A staff report' }] })
  })

  it('says when the file is not what it was published as, and reads it all the same', async () => {
    const text = await open().read(bytesOf('<html><p>Not found</p>'), 'application/pdf')
    expect(text.mediaType).toBe('text/html')
    expect(text.problems).toMatchObject([
      { code: 'document_type', message: expect.stringContaining('application/pdf') },
    ])
  })

  it('gives a page of pictures as a problem and never as empty text', async () => {
    const text = await open().read(makePdf(['0 0 612 792 re f']), 'application/pdf')
    expect(text.pages).toMatchObject([{ text: null, needsOcr: true }])
    expect(text.problems).toMatchObject([{ code: 'document_needs_ocr', pages: [1] }])
  })

  it.each([
    ['no bytes', new Uint8Array(), 'document_damaged'],
    ['two bytes', bytesOf('\r\n'), 'document_damaged'],
    [
      'a picture of a kind that is not read',
      new Uint8Array([0x47, 0x49, 0x46, 0x38]),
      'document_type',
    ],
    ['a picture that is cut off', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'document_damaged'],
    ['a PDF without a page', makePdf([]), 'document_damaged'],
    ['a PDF of blank pages', makePdf(['', '']), 'document_damaged'],
    ['the first third of a PDF', pdf.subarray(0, 150), 'document_damaged'],
    ['a bomb', makeDocx(paragraph('a'.repeat(20_000_000))), 'document_too_complex'],
  ])('ends %s with a code', async (_, bytes, code) => {
    await expect(open().read(bytes, '')).rejects.toEqual(fails(code))
  })

  it('refuses by size before anything is read', async () => {
    const reader = open({ sizeBytes: 100 })
    await expect(reader.read(pdf, '')).rejects.toEqual(fails('document_too_large'))
  })

  it('goes on after a document that could not be read', async () => {
    const reader = open({ pool: { children: 1 } })
    const bad = reader.read(bytesOf('%PDF-1.7 broken'), '')
    const good = reader.read(pdf, '')
    await expect(bad).rejects.toEqual(fails('document_damaged'))
    expect((await good).pages).toHaveLength(2)
  })

  it('fails what is left when it is closed', async () => {
    const reader = open({ pool: { children: 1 } })
    const reading = Promise.allSettled([reader.read(pdf, ''), reader.read(pdf, '')])
    await new Promise((resolve) => setTimeout(resolve, 20))
    reader.close()
    for (const result of await reading) {
      expect(result).toMatchObject({ status: 'rejected', reason: fails('reader_died') })
    }
    await expect(reader.read(pdf, '')).rejects.toEqual(fails('reader_died'))
  })
})

describe('a process that misbehaves', () => {
  it('is killed when it takes too long', async () => {
    const reader = openWith('loops', program('for (;;);'), { wallMs: 1_500 })
    await expect(reader.read(pdf, '')).rejects.toEqual(fails('document_too_complex', /1.5 s/))
  })

  it.each([
    ['ends without a word', 'process.exit(0)', 'reader_died', /code 0/],
    ['is killed by another', "process.kill(process.pid, 'SIGKILL')", 'reader_died', /SIGKILL/],
    ['crashes', "process.kill(process.pid, 'SIGSEGV')", 'reader_died', /SIGSEGV/],
    [
      'takes all memory',
      'const all = []; for (;;) all.push(new Array(1e6).fill({}))',
      'document_too_complex',
      /memory/,
    ],
    [
      'takes too much CPU time',
      "process.kill(process.pid, 'SIGXCPU')",
      'document_too_complex',
      /CPU/,
    ],
    ['answers garbage', "stdout.write('hello\\n')", 'reader_died', /no answer/],
    [
      'answers with a line that does not end',
      "stdout.write('x'.repeat(200_000))",
      'reader_died',
      /no answer/,
    ],
    [
      'invents a code',
      "say({ t: 'error', code: 'root', message: '' })",
      'reader_died',
      /no answer/,
    ],
    [
      'begins with page 7',
      "say({ t: 'page', page: { page: 7, ocr: false, needsOcr: false, width: 1, height: 1 }, hasText: true, hasWords: false })",
      'reader_died',
      /no answer/,
    ],
    ['sends text of no page', "say({ t: 'text', text: 'x' })", 'reader_died', /no answer/],
    [
      'floods',
      "const flood = () => { while (say({ t: 'outline', entry: { title: 'x'.repeat(9000), level: 0, page: 1 } })); stdout.once('drain', flood) }; flood()",
      'document_too_complex',
      /more text/,
    ],
  ])(
    '%s',
    async (name, whenAsked, code, message) => {
      const reader = openWith(name.replaceAll(' ', '-'), program(whenAsked), {
        outputBytes: 4_000_000,
      })
      await expect(reader.read(pdf, '')).rejects.toEqual(fails(code, message))
    },
    60_000,
  )

  it('cannot be started', async () => {
    const reader = open({ entry: '/nowhere/reader.mjs' })
    await expect(reader.read(pdf, '')).rejects.toEqual(fails('reader_died'))
  })

  it('is given up after it has died of an earlier file, and the file is tried once more', async () => {
    // The second file of each process kills it; every file is the first of a fresh one in the end.
    const answer = `
      say({ t: 'page', page: { page: 1, ocr: false, needsOcr: false, width: 1, height: 1 }, hasText: true, hasWords: false })
      say({ t: 'text', text: String(process.pid) })
      say({ t: 'done', reader: 'fake', version: '1', cpuMs: 1 })
      stdin.once('data', () => process.exit(3))
    `
    const reader = openWith('second', program(answer), { children: 1 })
    const first = await reader.read(bytesOf('a'), '')
    const second = await reader.read(bytesOf('b'), '')
    expect(second.pages[0]?.text).not.toBe(first.pages[0]?.text)
  })
})

describe('how long a process is kept', () => {
  const answer = program(`
    const answer = () => {
      say({ t: 'page', page: { page: 1, ocr: false, needsOcr: false, width: 1, height: 1 }, hasText: true, hasWords: false })
      say({ t: 'text', text: String(process.pid) })
      say({ t: 'done', reader: 'fake', version: '1', cpuMs: 7 })
    }
    answer()
    let lines = 0
    stdin.on('data', (data) => { if (String(data).includes('{"length"')) answer() })
  `)
  const pids = async (pool: DocumentReaderOptions['pool'], files = 4) => {
    const reader = openWith('keeps', answer, { children: 1, ...pool })
    const seen: (string | null | undefined)[] = []
    for (let file = 0; file < files; file++) {
      seen.push((await reader.read(bytesOf('some words'), '')).pages[0]?.text)
    }
    return new Set(seen).size
  }

  it('is kept warm for the next file', async () => {
    expect(await pids({})).toBe(1)
  })
  it.each([
    ['files', { filesPerChild: 2 }, 2],
    ['bytes', { bytesPerChild: 10 }, 4],
    ['CPU time', { cpuMsPerChild: 5 }, 4],
  ])('is ended after enough %s', async (_, pool, processes) => {
    expect(await pids(pool)).toBe(processes)
  })
})

describe('the layers around a process', () => {
  it('adds each layer that is present and works without any', async () => {
    expect(readerCommand(noLayers, '/x/reader.js').args).toEqual([
      '--max-old-space-size=192',
      '--max-semi-space-size=2',
      '/x/reader.js',
    ])
    const all = readerCommand(
      { limits: true, noNetwork: true, permission: '--permission' },
      '/app/dist/src/documents/reader-child.js',
    )
    expect([all.file, ...all.args].join(' ')).toMatch(
      /^unshare -rn prlimit .*--data=\d+ .*--permission --allow-fs-read=\/app\/\* \/app\/dist/,
    )
    expect(Object.keys(all.env)).toEqual(['PATH', 'MALLOC_ARENA_MAX'])
    const text = await open({ layers: noLayers }).read(pdf, '')
    expect(text.pages).toHaveLength(2)
  })

  it.skipIf(layers.permission === null)('keeps files and other programs from it', async () => {
    const reader = openWith(
      'pries',
      program(`
        import('node:fs').then((fs) => import('node:child_process').then((cp) => {
          const tried = [() => fs.readFileSync('/etc/hostname'), () => fs.writeFileSync('/tmp/x', ''), () => cp.spawnSync('true')]
          const denied = tried.map((work) => { try { work(); return 'open' } catch (error) { return error.code } })
          say({ t: 'error', code: 'document_type', message: denied.join(' ') + ' ' + Object.keys(process.env).join() })
        }))
      `),
    )
    await expect(reader.read(pdf, '')).rejects.toEqual(
      fails('document_type', /^(ERR_ACCESS_DENIED ){3}PATH,MALLOC_ARENA_MAX$/),
    )
  })

  it.skipIf(!layers.noNetwork)('leaves it no network', async () => {
    const reader = openWith(
      'dials',
      program(`
        import('node:net').then(({ connect }) => connect(9, '127.0.0.1').on('error', (error) =>
          say({ t: 'error', code: 'document_type', message: error.code })))
      `),
    )
    await expect(reader.read(pdf, '')).rejects.toEqual(fails('document_type', /ENETUNREACH/))
  })

  it.skipIf(!layers.limits)('limits its memory outside the heap of V8', async () => {
    const reader = openWith(
      'buffers',
      program(`
        const all = Array.from({ length: 64 }, () => Buffer.alloc(16 << 20, 1))
        say({ t: 'error', code: 'document_type', message: 'has ' + all.length })
      `),
    )
    // Node 20 aborts when it gets no more memory; Node 24 throws, and the process ends by that.
    await expect(reader.read(pdf, '')).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:document_too_complex|reader_died)$/),
    })
  })
})

describe('parseMessage', () => {
  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"t":"page"}',
    '{"t":"constructor"}',
    '{"t":"done"}',
    '{"t":1}',
  ])('takes %j for no message', (line) => expect(parseMessage(line)).toBeUndefined())
})
