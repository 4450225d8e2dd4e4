import { decodeBytes } from './charset.ts'
import { mendText } from './mend-text.ts'
import { givePages, type Reader } from './page-sink.ts'

/** Plain text; a form feed begins a new page. */
export const plainReader: Reader = {
  name: 'plain',
  version: '1',
  read(bytes, limits, sink) {
    const pages = decodeBytes(bytes).split('\f').map(mendText)
    // A feed at the end of the last page begins no other.
    givePages(pages.at(-1) === '' && pages.length > 1 ? pages.slice(0, -1) : pages, limits, sink)
  },
}
