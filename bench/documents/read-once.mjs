// One reading process over files: CPU time of warm rounds, peak memory, and the text of the last round.
import { readFileSync } from 'node:fs'
import { product } from '../parts/product.mjs'

const { createExtractor } = await product('src/documents/extract.js')
const [rounds, wantsText, ...files] = process.argv.slice(2)
const extractor = createExtractor()
const limits = { pages: 5_000, textLength: 1e9 }
const cpuMs = []
let texts = []
let firstRound = 0
for (let round = 0; round <= Number(rounds); round += 1) {
  texts = []
  const before = process.cpuUsage()
  for (const file of files) {
    const pages = []
    const sink = {
      page: ({ text }) => void (wantsText === 'yes' ? pages.push(text ?? '') : pages.push('')),
      outline: () => undefined,
      links: () => undefined,
      problem: () => undefined,
    }
    await extractor.extract(readFileSync(file), 'application/pdf', limits, sink)
    texts.push(pages)
  }
  const { user, system } = process.cpuUsage(before)
  // The first round compiles the engine: readers are kept warm.
  if (round > 0) cpuMs.push((user + system) / 1_000)
  else firstRound = process.resourceUsage().maxRSS / 1_024
}
const peakMb = process.resourceUsage().maxRSS / 1_024
process.stdout.write(JSON.stringify({ cpuMs, peakMb, firstRound, texts }))
