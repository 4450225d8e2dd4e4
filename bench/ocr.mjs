// ocr: words of scanned pages by the engine that is installed with us, against the tesseract program
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tellLoad } from './parts/measure.mjs'
import { product } from './parts/product.mjs'
import { f1, wordsOf } from './parts/words.mjs'

const captures = fileURLToPath(new URL('../../shared/captures/documents', import.meta.url))
const isQuick = process.argv.includes('--quick')

if (!existsSync(captures) || spawnSync('tesseract', ['--version']).status !== 0) {
  console.log('skipped: it takes ../shared/captures and the tesseract program')
  process.exit(0)
}
tellLoad()
const { createRecogniser } = await product('src/documents/recogniser.js')
const manifest = JSON.parse(readFileSync(join(captures, 'manifest.json'), 'utf8'))
const scans = manifest
  .filter(({ file, pages, hasTextLayer }) => /\.pdf$/.test(file) && pages > 0 && !hasTextLayer)
  .flatMap(({ file, pages }) =>
    Array.from({ length: Math.min(pages, 3) }, (_, at) => ({ file, page: at + 1 })),
  )
const chosen = isQuick ? scans.filter(({ page }) => page === 1).slice(0, 2) : scans

const [, version] = /tesseract v?([\d.]+)/.exec(
  execFileSync('tesseract', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
)
const own = createRecogniser({ lanes: 1, program: null })
const outside = createRecogniser({ lanes: 1, program: version })
console.log(`${await own.name()} against ${await outside.name()}`)
const all = { ours: [], theirs: [] }
for (const { file, page } of chosen) {
  const bytes = readFileSync(join(captures, file))
  const [ours, theirs] = await Promise.all(
    [own, outside].map(async (engine) =>
      wordsOf((await engine.recognise(bytes, [page]))[0]?.text ?? ''),
    ),
  )
  all.ours.push(...ours)
  all.theirs.push(...theirs)
  console.log(`  ${f1(ours, theirs).toFixed(4)} ${theirs.length} words, ${file}, page ${page}`)
}
own.close()
outside.close()
console.log(`word agreement: ${f1(all.ours, all.theirs).toFixed(4)} (goal 0.99)`)
