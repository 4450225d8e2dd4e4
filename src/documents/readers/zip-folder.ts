import type { Reader } from './page-sink.ts'
import { partsOf, unzipEntry } from './zip.ts'

/** What systems put beside files, and folders themselves. */
const isFurniture = (name: string) =>
  name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.DS_Store|Thumbs\.db|~\$)/.test(name)

/** A ZIP of documents, in the order of their names. It has no pages of its own. */
export const zipReader: Reader = {
  name: 'zip',
  version: '3',
  read(bytes, _, sink) {
    return [...partsOf(bytes, sink).values()]
      .filter(({ name }) => !isFurniture(name))
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map((entry) => ({ name: entry.name, bytes: () => unzipEntry(bytes, entry) }))
  },
}
