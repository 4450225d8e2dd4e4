import { DocumentError } from '../document-error.ts'
import { mendText, tidyRow } from './mend-text.ts'
import { endMissing, givePages, type Reader } from './page-sink.ts'

/** Groups that hold no words of the text: fonts, pictures, objects, lists, who wrote it. */
const unseen = new Set(
  'fonttbl colortbl stylesheet info pict object objdata listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl fldinst wgrffmtfilter mmathPr filetbl'.split(
    ' ',
  ),
)

/** Words that stand for a sign or a break. */
const signs: Readonly<Record<string, string>> = {
  par: '\n',
  sect: '\n',
  line: '\n',
  row: '\n',
  cell: '\t',
  nestcell: '\t',
  nestrow: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
}

interface Group {
  readonly isUnseen: boolean
  /** Words that were hidden, or deleted while changes were tracked. */
  isHidden: boolean
  /** Characters that stand after a \\u sign for readers that do not know it. */
  fallback: number
}

const token =
  /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/g

/** Deeper groups than these are no document. */
const deepest = 1_000

/**
 * Rich text. Pages are where it breaks them by command.
 *
 * Format: Rich Text Format Specification 1.9.1.
 *
 * @throws {DocumentError} `document_too_complex`
 */
export const rtfReader: Reader = {
  name: 'rtf',
  version: '3',
  read(bytes, limits, sink) {
    const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    const ansi = /\\ansicpg(\d{3,5})/.exec(source.slice(0, 2_000))?.[1] ?? '1252'
    const decoder = decoderOf(ansi)
    const pages: string[][] = [[]]
    const groups: Group[] = [{ isUnseen: false, isHidden: false, fallback: 1 }]
    let skip = 0
    let isStarred = false
    const group = () => groups.at(-1) as Group
    const putSign = (text: string) => {
      if (!group().isUnseen) pages.at(-1)?.push(text)
    }
    const put = (text: string) => {
      if (!group().isHidden) putSign(text)
    }
    const putPlain = (text: string) => {
      const kept = text.slice(skip)
      skip = Math.max(0, skip - text.length)
      if (kept !== '') put(kept)
    }
    for (const [, word, number, hex, symbol, brace, plain] of source.matchAll(token)) {
      if (plain !== undefined) putPlain(plain)
      else if (hex !== undefined) putPlain(decoder(Number.parseInt(hex, 16)))
      else if (brace === '{') {
        if (groups.length > deepest) {
          throw new DocumentError('document_too_complex', 'Refused: groups inside groups')
        }
        groups.push({ ...group() })
        skip = 0
      } else if (brace === '}') {
        if (groups.length > 1) groups.pop()
        skip = 0
      } else if (symbol !== undefined) {
        if (symbol === '*') isStarred = true
        else if (symbol === '~') put(' ')
        else if (symbol === '_') put('-')
        else if (/[\\{}]/.test(symbol)) put(symbol)
      } else if (word !== undefined) {
        if (isStarred || unseen.has(word)) {
          groups[groups.length - 1] = { ...group(), isUnseen: true }
          isStarred = false
        } else if (word === 'u') {
          put(String.fromCharCode((Number(number) + 65_536) % 65_536))
          skip = group().fallback
        } else if (word === 'uc') group().fallback = Math.min(8, Math.max(0, Number(number ?? 1)))
        else if (word === 'page') {
          if (!group().isUnseen) pages.push([])
        } else if (word === 'v' || word === 'deleted') group().isHidden = number !== '0'
        else if (word === 'plain') group().isHidden = false
        else if (signs[word] !== undefined) putSign(signs[word])
      }
    }
    if (groups.length > 1) sink.problem(endMissing())
    const texts = pages.map((parts) => mendText(parts.join('').split('\n').map(tidyRow).join('\n')))
    givePages(texts, limits, sink)
  },
}

/** A byte of the file's code page as a sign. */
function decoderOf(codePage: string): (byte: number) => string {
  const decoder = createDecoder(codePage === '10000' ? 'macintosh' : `windows-${codePage}`)
  return (byte) => decoder.decode(Uint8Array.of(byte))
}

function createDecoder(label: string) {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder('windows-1252')
  }
}
