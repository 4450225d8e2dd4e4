/** What bytes are, by their beginning and not by their name. */
export interface SniffedType {
  readonly mediaType: string
  /** False when the server or the name said something else. */
  readonly agreesWithDeclared: boolean
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const presentation = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
const openDocument = 'application/vnd.oasis.opendocument'

/** An Office file behind a password: a compound file with the rest of it inside. */
const encryptedOffice = 'application/encrypted-office'

/** Types that a reader reads; see `extract.ts`. */
export const readableTypes = [
  'application/pdf',
  word,
  workbook,
  presentation,
  openDocument,
  'application/mbox',
  'application/rtf',
  'application/vnd.ms-outlook',
  'application/vnd.ms-tnef',
  'application/zip',
  'image/png',
  'image/jpeg',
  'image/tiff',
  'message/rfc822',
  'text/html',
  'text/plain',
] as const

/**
 * Raised whenever a reader is new or reads more: documents that could not be read before are then
 * tried once again.
 */
export const readersVersion = 6

export type ReadableType = (typeof readableTypes)[number]

/** Whether documents of this type can be read at all. */
export function isReadable(mediaType: string): mediaType is ReadableType {
  return readableTypes.some((type) => type === mediaType)
}

const magics: readonly (readonly [mediaType: string, bytes: readonly number[]])[] = [
  ['application/rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['application/gzip', [0x1f, 0x8b]],
  ['application/vnd.ms-tnef', [0x78, 0x9f, 0x3e, 0x22]],
]

const starts = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((value, index) => bytes[index] === value)

const latin1 = new TextDecoder('latin1')

/** Readers look for the mark of a PDF in so many bytes: some servers put a line before it. */
const pdfMarkWithin = 1_024

/**
 * Beginnings of entries that tell what a ZIP holds, since some programs number them
 * (`document2.xml`); looked for in the list at its end, where every name stands.
 */
const zipKinds: readonly (readonly [entry: string, mediaType: string])[] = [
  ['word/document', word],
  ['xl/workbook', workbook],
  ['ppt/presentation', presentation],
  ['content.xml', openDocument],
]

function zipKind(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const tail = file.subarray(-262_144)
  // In a file that is cut off each name stands once more before its part.
  const looked = tail.includes('PK\u0005\u0006') ? tail : file
  return zipKinds.find(([entry]) => looked.includes(entry))?.[1] ?? 'application/zip'
}

const compoundMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Streams that tell what a compound file holds; their names stand in it as UTF-16. */
const compoundKinds: readonly (readonly [stream: string, mediaType: string])[] = [
  ['EncryptedPackage', encryptedOffice],
  ['__properties_version1.0', 'application/vnd.ms-outlook'],
  ['WordDocument', 'application/msword'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['Workbook', 'application/vnd.ms-excel'],
]

function compoundKind(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const kind = compoundKinds.find(([stream]) => file.includes(stream, 0, 'utf16le'))
  return kind?.[1] ?? 'application/x-ole-storage'
}

/** Lines of a message's head; a saved answer of a web server has a first line of its own. */
const isMessage = (head: string) =>
  /^(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2}/.test(head) &&
  /^from:/im.test(head) &&
  /^(?:subject|date|to|mime-version|message-id):/im.test(head)

/** Text has no zeros (but for UTF-16, which says so) and next to no control characters. */
function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4_096)
  if (starts(head, [0xff, 0xfe]) || starts(head, [0xfe, 0xff])) return true
  let controls = 0
  for (const byte of head) {
    if (byte === 0) return false
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  }
  return controls <= head.length / 100
}

/** The text from its first element on: comments and the XML line may stand before it. */
function firstElement(text: string): string {
  let rest = text.trimStart()
  for (;;) {
    const end = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?xml') ? '?>' : undefined
    const at = end === undefined ? -1 : rest.indexOf(end)
    if (end === undefined || at < 0) return rest
    rest = rest.slice(at + end.length).trimStart()
  }
}

/** What pages of the web begin with, pieces of pages too. */
const htmlStart =
  /^<(!doctype html|html|head|body|table|div|p|title|meta|script|style|link|base|h[1-6]|span|[uo]l|section|article|main|header|nav|form|center|font|br)(?![\w:-])/

function textKind(bytes: Uint8Array): string {
  const head = latin1
    .decode(bytes.subarray(0, 8_192))
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
    .toLowerCase()
  if (htmlStart.test(firstElement(head))) return 'text/html'
  if (head.trimStart().startsWith('<?xml')) return 'application/xml'
  const letters = /^from [^\n]+\n/.exec(head)?.[0]
  if (letters && isMessage(head.slice(letters.length))) return 'application/mbox'
  return isMessage(head) ? 'message/rfc822' : 'text/plain'
}

/** What the bytes themselves say; `application/octet-stream` for what none of our kinds is. */
export function sniffMediaType(bytes: Uint8Array): string {
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    return zipKind(bytes)
  }
  if (starts(bytes, compoundMagic)) return compoundKind(bytes)
  const known = magics.find(([, magic]) => starts(bytes, magic))
  if (known) return known[0]
  if (latin1.decode(bytes.subarray(0, pdfMarkWithin)).includes('%PDF-')) return 'application/pdf'
  return isText(bytes) ? textKind(bytes) : 'application/octet-stream'
}

/** Declared types that promise nothing in particular. */
const vague = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'application/download',
])

/** Declared types that are another name of what the bytes say. */
const alike: Readonly<Record<string, string>> = {
  'application/x-pdf': 'application/pdf',
  'application/xhtml+xml': 'text/html',
  'text/rtf': 'application/rtf',
  'application/ms-tnef': 'application/vnd.ms-tnef',
  'application/x-zip-compressed': 'application/zip',
}

/** The bytes' own type, and whether the declared one (`application/pdf; name=x`) agrees. */
export function judgeMediaType(bytes: Uint8Array, declared: string): SniffedType {
  const mediaType = sniffMediaType(bytes)
  const said = (declared.split(';', 1)[0] ?? '').trim().toLowerCase()
  const meant = alike[said] ?? said
  const isOpenDocument = mediaType.endsWith('.opendocument') && meant.startsWith(mediaType)
  return { mediaType, agreesWithDeclared: vague.has(said) || meant === mediaType || isOpenDocument }
}
