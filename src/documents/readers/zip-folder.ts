import type { Reader } from './page-sink.ts'
import { listZip, unzipEntry } from './zip.ts'

/** What systems put beside files, and folders themselves. */
const isFurniture = (name: string) =>
  name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.DS_Store|Thumbs\.db|~\$)/.test(name)

/** A ZIP of documents, in the order of their names. It has no pages of its own. */
export const zipReader: Reader = {
  name: 'zip',
  version: '2',
  read(bytes) {
    return [...listZip(bytes).values()]
      .filter(({ name }) => !isFurniture(name))
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map((entry) => ({ name: entry.name, bytes: () => unzipEntry(bytes, entry) }))
  },
}
