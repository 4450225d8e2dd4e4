// The same work by pdfjs: text of every page.
import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const [rounds, ...files] = process.argv.slice(2)
const cpuMs = []
console.log = () => undefined
console.warn = () => undefined
for (let round = 0; round <= Number(rounds); round += 1) {
  const before = process.cpuUsage()
  for (const file of files) {
    const data = new Uint8Array(readFileSync(file))
    const task = getDocument({ data, useSystemFonts: false, disableFontFace: true, verbosity: 0 })
    const document = await task.promise
    for (let page = 1; page <= document.numPages; page += 1) {
      const opened = await document.getPage(page)
      await opened.getTextContent()
      opened.cleanup()
    }
    await task.destroy()
  }
  const { user, system } = process.cpuUsage(before)
  if (round > 0) cpuMs.push((user + system) / 1_000)
}
process.stdout.write(JSON.stringify({ cpuMs }))
