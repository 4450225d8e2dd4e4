import { createExtractor } from '../../src/documents/extract.ts'
import { sniffMediaType } from '../../src/documents/media-type.ts'

/** What is read of a file, taken for what its bytes say that it is. */
export async function readBytes(bytes: Uint8Array) {
  const texts: (string | null)[] = []
  const titles: string[] = []
  const problems: string[] = []
  const { reader } = await createExtractor().extract(
    bytes,
    sniffMediaType(bytes),
    { pages: 50, textLength: 100_000 },
    {
      page: ({ text }) => void texts.push(text),
      outline: (found) => void titles.push(...found.map(({ title }) => title)),
      links: () => undefined,
      problem: ({ code }) => void problems.push(code),
    },
  )
  return { reader, texts, titles, problems }
}
