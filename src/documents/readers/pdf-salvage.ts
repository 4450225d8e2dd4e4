import { constants, inflateSync } from 'node:zlib'

/** An object of a PDF that says where pages are. */
interface Found {
  readonly kind: 'Catalog' | 'Pages' | 'Page'
  readonly number: number
  readonly dictionary: string
  /** Its place in the order of the file; of one that was written anew, that of its first writing. */
  readonly place: number
}

/** Dictionaries of pages are short; what is longer holds no `Type` behind so much. */
const longestDictionary = 20_000
const mostObjects = 500_000
const mostUnpacked = 64 * 1024 * 1024

const objectStart = /(?<!\d)(\d{1,8})[ \t\r\n]{1,4}\d{1,5}[ \t\r\n]{1,4}obj\b/g
const typeOf = (dictionary: string) => /\/Type\s{0,4}\/(\w+)/.exec(dictionary)?.[1]

/**
 * A PDF whose end is gone, with an end of our own: the list of its pages stands near the end of most
 * files, and the engine opens none without it. The newest list that is left is used, else every page
 * that is there, once, in the order of the file. `undefined` when no page is left.
 */
export function salvagePdf(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const text = file.toString('latin1')
  const { found, highest } = findObjects(text, file)
  if (!found.some(({ kind }) => kind !== 'Catalog')) return undefined
  const { end, closing } = lastWhole(text)
  const { root, objects } = rootOf(found, highest + 1)
  const trailer = `trailer\n<< /Root ${root} 0 R ${securityOf(text)} >>\n`
  return Buffer.concat([
    file.subarray(0, end),
    Buffer.from(`${closing}\n${objects.join('\n')}\n${trailer}`, 'latin1'),
  ])
}

/** In the order in which they were last written: a file that was changed has its newest ones last. */
function findObjects(text: string, file: Buffer) {
  const found = new Map<number, Found>()
  let highest = 0
  let places = 0
  const add = (number: number, dictionary: string) => {
    highest = Math.max(highest, number)
    const kind = typeOf(dictionary)
    const place = found.get(number)?.place ?? places++
    found.delete(number)
    if (kind === 'Catalog' || kind === 'Pages' || kind === 'Page') {
      found.set(number, { kind, number, dictionary, place })
    }
  }
  let objects = 0
  for (const match of text.matchAll(objectStart)) {
    if (++objects > mostObjects) break
    const start = match.index + match[0].length
    const whole = text.slice(start, start + longestDictionary)
    const end = /endobj|\bstream\b/.exec(whole)
    const dictionary = end ? whole.slice(0, end.index) : whole
    if (typeOf(dictionary) === 'ObjStm' && end) {
      const data =
        start + end.index + (/^stream\r?\n?/.exec(whole.slice(end.index))?.[0].length ?? 0)
      for (const [number, inner] of packedObjects(dictionary, file.subarray(data)))
        add(number, inner)
    }
    if (end) add(Number(match[1]), dictionary)
    else highest = Math.max(highest, Number(match[1]))
  }
  return { found: [...found.values()], highest }
}

/** The objects that stand packed in another one: pairs of number and place, and behind them all. */
function* packedObjects(dictionary: string, data: Buffer): Generator<[number, string]> {
  const numberOf = (key: string) =>
    Number(new RegExp(`/${key}\\s{0,4}(\\d{1,8})`).exec(dictionary)?.[1] ?? 0)
  if (!/\/FlateDecode/.test(dictionary)) return
  let text: string
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostUnpacked }
    text = inflateSync(data, options).toString('latin1')
  } catch {
    return
  }
  const first = numberOf('First')
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number)
  for (let at = 0; at < Math.min(numberOf('N') * 2, numbers.length - 1); at += 2) {
    const [number = 0, place = 0] = numbers.slice(at, at + 2)
    const next = numbers[at + 3]
    yield [number, text.slice(first + place, first + (next ?? place + longestDictionary))]
  }
}

/** Where the last whole object ends, or what ends the stream that is cut off in its middle. */
function lastWhole(text: string): { readonly end: number; readonly closing: string } {
  const ended = text.lastIndexOf('endobj')
  const rest = text.slice(Math.max(0, ended))
  const start = new RegExp(objectStart).exec(rest)
  if (ended < 0 || !start) return { end: text.length, closing: '' }
  const isStream = /\bstream\r?\n/.test(rest.slice(start.index))
  return isStream
    ? { end: text.length, closing: '\nendstream\nendobj' }
    : { end: ended + start.index, closing: '' }
}

/** The number of the catalogue, and what has to be added so that there is one. */
function rootOf(
  found: readonly Found[],
  next: number,
): { readonly root: number; readonly objects: readonly string[] } {
  const lists = found.filter(({ kind }) => kind === 'Pages')
  const catalogue = found.findLast(({ kind, dictionary }) => {
    const pages = Number(/\/Pages\s+(\d+)/.exec(dictionary)?.[1])
    return kind === 'Catalog' && lists.some(({ number }) => number === pages)
  })
  if (catalogue) return { root: catalogue.number, objects: [] }
  const list = lists.findLast(({ dictionary }) => !/\/Parent\b/.test(dictionary))
  const root = `${next} 0 obj\n<< /Type /Catalog /Pages ${list?.number ?? next + 1} 0 R >>\nendobj`
  if (list) return { root: next, objects: [root] }
  const pages = looseFrom(found)
  const kids = pages.map(({ number }) => `${number} 0 R`).join(' ')
  const own = `<< /Type /Pages /MediaBox [0 0 612 792] /Count ${pages.length} /Kids [${kids}] >>`
  return { root: next, objects: [root, `${next + 1} 0 obj\n${own}\nendobj`] }
}

/**
 * The pages of a file without a list. One that names no list of its own was never in one: programs
 * that sign leave such behind.
 */
function looseFrom(found: readonly Found[]): readonly Found[] {
  const pages = found.filter(({ kind }) => kind === 'Page').sort((a, b) => a.place - b.place)
  const listed = pages.filter(({ dictionary }) => /\/Parent\b/.test(dictionary))
  return listed.length > 0 ? listed : pages
}

/** What a trailer that is still there says of passwords: the pages cannot be read without it. */
function securityOf(text: string): string {
  const lock = /\/Encrypt\s+\d{1,8}\s+\d{1,5}\s+R/.exec(text)?.[0] ?? ''
  const id = lock === '' ? '' : (/\/ID\s{0,4}\[[^\]]{0,300}\]/.exec(text)?.[0] ?? '')
  return `${lock} ${id}`.trim()
}
