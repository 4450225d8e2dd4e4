import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { DocumentError } from '../document-error.ts'

/** What is used of the engine, compiled to WebAssembly. */
interface Api {
  Init(path: string | null, languages: string, mode: number): number
  SetVariable(name: string, value: string): boolean
  SetImageFile(orientation: number, angle: number): number
  SetSourceResolution(dpi: number): void
  Recognize(monitor: null): number
  GetTSVText(page: number): string
  Clear(): void
}

interface Core {
  readonly TessBaseAPI: new () => Api
  readonly FS: {
    writeFile(path: string, bytes: Uint8Array): void
    unlink(path: string): void
  }
}

export type OcrLanguage = 'eng' | 'spa'

/** Recognises the words of a picture, as tab-separated values with places and confidence. */
export interface TesseractEngine {
  recognise(png: Uint8Array, dpi: number): string
}

const neuralOnly = 1
/**
 * Columns, tables and pictures are told apart first, as the program does by itself. The engine
 * without a program around it takes the whole page for one block, and reads stamps and rules as words.
 */
const automaticLayout = '3'

/**
 * Starts the engine with the weights that are installed beside it: nothing is fetched.
 *
 * @throws {DocumentError} `reader_died` when it cannot be started.
 */
export async function startTesseract(languages: readonly OcrLanguage[]): Promise<TesseractEngine> {
  const require = createRequire(import.meta.url)
  const load = require('tesseract.js-core/tesseract-core-simd-lstm') as (
    settings: object,
  ) => Promise<Core>
  const program = require.resolve('tesseract.js-core/tesseract-core-simd-lstm.wasm')
  const core = await load({
    wasmBinary: await readFile(program),
    print: () => undefined,
    printErr: () => undefined,
  })
  for (const language of languages) {
    const home = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`))
    const packed = await readFile(join(home, '4.0.0_best_int', `${language}.traineddata.gz`))
    core.FS.writeFile(`${language}.traineddata`, gunzipSync(packed))
  }
  const api = new core.TessBaseAPI()
  if (api.Init(null, languages.join('+'), neuralOnly) !== 0) {
    throw new DocumentError('reader_died', 'The recognition could not be started')
  }
  api.SetVariable('tessedit_pageseg_mode', automaticLayout)
  return {
    recognise(png, dpi) {
      core.FS.writeFile('/input', png)
      try {
        api.SetVariable('user_defined_dpi', String(dpi))
        if (api.SetImageFile(1, 0) !== 0) {
          throw new DocumentError('document_damaged', 'A page could not be drawn')
        }
        api.Recognize(null)
        return api.GetTSVText(0)
      } finally {
        api.Clear()
        core.FS.unlink('/input')
      }
    },
  }
}
