// A warm reading process: every question is one round over its files, answered with its CPU time in ms.
import { readFileSync } from 'node:fs'
import { product } from '../parts/product.mjs'

const { createExtractor } = await product('src/documents/extract.js')
const extractor = createExtractor()
const limits = { pages: 5_000, textLength: 1e9 }
const nothing = () => undefined

process.on('message', async ({ files, wantsText }) => {
  const texts = []
  const before = process.cpuUsage()
  for (const file of files) {
    const pages = []
    const page = ({ text }) => void (wantsText && pages.push(text ?? ''))
    const sink = { page, outline: nothing, links: nothing, problem: nothing }
    await extractor.extract(readFileSync(file), 'application/pdf', limits, sink)
    texts.push(pages)
  }
  const { user, system } = process.cpuUsage(before)
  const peakMb = process.resourceUsage().maxRSS / 1_024
  process.send({ cpuMs: (user + system) / 1_000, peakMb, texts })
})
process.on('SIGTERM', () => process.exit(0))
process.on('disconnect', () => process.exit(0))
process.send('ready')
