import { DocumentError } from '../document-error.ts'
import { decodeBytes } from './charset.ts'

/** A part of a message: its headers by lower-case name, and its bytes as they were sent. */
export interface MimePart {
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

/** Headers of more bytes are none. */
const longestHead = 262_144
const mostParts = 500

/** Where the empty line ends the headers, and how long it is. */
function endOfHead(bytes: Buffer): { readonly end: number; readonly bodyAt: number } {
  // A part without headers begins with the empty line.
  const own = /^\r?\n/.exec(bytes.toString('latin1', 0, 2))?.[0].length
  if (own) return { end: 0, bodyAt: own }
  const unix = bytes.indexOf('\n\n')
  const network = bytes.indexOf('\r\n\r\n')
  if (network >= 0 && (unix < 0 || network < unix)) return { end: network, bodyAt: network + 4 }
  return unix < 0 ? { end: bytes.length, bodyAt: bytes.length } : { end: unix, bodyAt: unix + 2 }
}

/** Splits bytes into headers and body. Lines that go on are joined; the first of a name counts. */
export function readPart(bytes: Buffer): MimePart {
  const { end, bodyAt } = endOfHead(bytes)
  const head = decodeBytes(bytes.subarray(0, Math.min(end, longestHead)))
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? []
    if (name && value !== undefined && !headers.has(name.toLowerCase())) {
      headers.set(name.toLowerCase(), value.trim())
    }
  }
  return { headers, body: bytes.subarray(bodyAt) }
}

/** `text/plain; charset="utf-8"`: the type, and one of its parameters. RFC 2231 forms included. */
export function parameterOf(value: string, name: string): string | undefined {
  const pattern = new RegExp(
    `;\\s*${name}(?:\\*(?:0\\*?)?)?=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`,
    'i',
  )
  const [whole, quoted, bare] = pattern.exec(value) ?? []
  if (whole === undefined) return undefined
  const said = (quoted ?? bare ?? '').replace(/\\(.)/g, '$1')
  const encoded = /^[\w-]+'[\w-]*'(.*)$/.exec(said)?.[1]
  if (encoded === undefined) return decodeWords(said)
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}

export const typeOf = ({ headers }: MimePart) =>
  ((headers.get('content-type') ?? 'text/plain').split(';', 1)[0] ?? '').trim().toLowerCase()

/** RFC 2047: words of headers in other signs than ASCII. */
export function decodeWords(text: string): string {
  return text
    .replace(/(=\?[^?\s]+\?[bq]\?[^?\s]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/=\?([^?\s*]+)(?:\*[^?]*)?\?([bq])\?([^?\s]*)\?=/gi, (_, charset, kind, words) => {
      const bytes =
        kind.toLowerCase() === 'b'
          ? Buffer.from(words, 'base64')
          : fromQuotedPrintable(Buffer.from(words.replaceAll('_', ' '), 'latin1'))
      return decodeBytes(bytes, charset)
    })
}

function fromQuotedPrintable(bytes: Buffer): Buffer {
  const text = bytes
    .toString('latin1')
    .replace(/[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(text, 'latin1')
}

/** The bytes that a part carries. */
export function contentOf({ headers, body }: MimePart): Buffer {
  switch (headers.get('content-transfer-encoding')?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body.toString('latin1').replace(/[^A-Za-z0-9+/=]/g, ''), 'base64')
    case 'quoted-printable':
      return fromQuotedPrintable(body)
    default:
      return body
  }
}

const boundaryOf = ({ headers }: MimePart) =>
  parameterOf(headers.get('content-type') ?? '', 'boundary')

/** Whether the mark stands behind the last part that says so. */
export function isEnded(part: MimePart): boolean {
  const boundary = boundaryOf(part)
  return !boundary || part.body.includes(`--${boundary}--`)
}

/**
 * The parts of a `multipart/…` part.
 *
 * @throws {DocumentError} `document_too_complex`
 */
export function partsOf(part: MimePart): MimePart[] {
  const boundary = boundaryOf(part)
  if (!boundary) return []
  const mark = Buffer.from(`--${boundary}`)
  const parts: MimePart[] = []
  let start = part.body.indexOf(mark)
  while (start >= 0) {
    const from = start + mark.length
    if (part.body.subarray(from, from + 2).toString('latin1') === '--') break
    const next = part.body.indexOf(mark, from)
    const content = part.body.subarray(from, next < 0 ? part.body.length : next)
    if (parts.length >= mostParts) {
      throw new DocumentError('document_too_complex', 'Refused: a message of too many parts')
    }
    // Behind the mark ends its line; the line end before the next mark belongs to the mark.
    const lineEnd = content.indexOf(10)
    parts.push(readPart(content.subarray(lineEnd < 0 ? content.length : lineEnd + 1)))
    start = next
  }
  return parts
}
