import { Parser } from 'htmlparser2'
import { DocumentError } from '../document-error.ts'
import { decodeBytes } from './charset.ts'
import { mendText, tidyRow } from './mend-text.ts'
import { givePages, type Reader } from './page-sink.ts'

/** Elements whose content is not text of the page. */
const skipped = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head', 'iframe'])

const blocks = new Set(
  `address article aside blockquote body br caption dd div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section table tbody tfoot thead
  title tr ul`.split(/\s+/),
)
const cells = new Set(['td', 'th'])
const rows = new Set(['tr', 'table', 'tbody', 'thead', 'tfoot'])

/** Each more costs the parser as much time as there are elements open. No program nests so deep. */
const deepest = 25_000

/** The charset that a page declares in its first kilobyte. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024))
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
}

/**
 * The words of a page as they are read, one line a block, cells of a table row apart by a tab.
 * Events instead of a tree: deep nesting costs no stack.
 *
 * @throws {DocumentError} `document_too_complex` at absurd depths.
 */
export function htmlToText(html: string): string {
  const parts: string[] = []
  let skipping: string | null = null
  let depth = 0
  let inCell = 0
  let open = 0
  // Inside a cell a block is no new line: the row stays together.
  const breakAt = (name: string) => {
    if (blocks.has(name)) parts.push(inCell > 0 && !rows.has(name) ? ' ' : '\n')
  }
  const parser = new Parser(
    {
      onopentag(name) {
        if (++open > deepest) {
          throw new DocumentError('document_too_complex', 'Refused: elements inside elements')
        }
        if (skipping !== null) {
          if (name === skipping) depth++
        } else if (skipped.has(name)) {
          skipping = name
          depth = 1
        } else {
          breakAt(name)
          if (cells.has(name)) inCell++
        }
      },
      ontext(text) {
        if (skipping === null) parts.push(text.replace(/\s+/g, ' '))
      },
      onclosetag(name) {
        open--
        if (skipping !== null) {
          if (name === skipping && --depth === 0) skipping = null
        } else if (cells.has(name)) {
          inCell = Math.max(0, inCell - 1)
          parts.push('\t')
        } else breakAt(name)
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.end(html)
  const lines = parts.join('').split('\n').map(tidyRow)
  return mendText(lines.filter((line) => line !== '').join('\n'))
}

/** HTML, as one page. Nothing it refers to is fetched. */
export const htmlReader: Reader = {
  name: 'html',
  version: '1',
  read(bytes, limits, sink) {
    givePages([htmlToText(decodeBytes(bytes, declaredCharset(bytes)))], limits, sink)
  },
}
