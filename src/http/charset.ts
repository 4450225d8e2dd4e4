import { isUtf8 } from 'node:buffer'

/** How far into a page a charset is looked for: https://html.spec.whatwg.org/#prescan */
const prescanBytes = 1_024

/**
 * Bytes as text: by byte-order mark, declared charset, mark in the page, and else UTF-8 if it is
 * valid and windows-1252 if not. Never fails: what cannot be decoded becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  return decode(bytes, findCharset(bytes, contentType))
}

/** The charset of a whole page, by the name that `decode` takes. */
export function findCharset(bytes: Uint8Array, contentType: string): string {
  return (
    markedCharset(bytes) ??
    headerCharset(contentType) ??
    pageCharset(bytes) ??
    (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
  )
}

const utf8 = new TextDecoder('utf-8')

function markedCharset(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return undefined
}

function headerCharset(contentType: string): string | undefined {
  return knownCharset(/;\s*charset\s*=\s*["']?\s*([^\s"';]+)/i.exec(contentType)?.[1])
}

function pageCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, prescanBytes)).toString('latin1')
  const declared =
    /<meta\b[^>]{0,400}\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml\b[^>]{0,400}\bencoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1]
  const known = knownCharset(declared)
  // A page whose mark could be read byte by byte is not UTF-16, whatever it says.
  return known?.startsWith('utf-16') ? 'utf-8' : known
}

/** The charset's own name, if there is a decoder for it. */
function knownCharset(label: string | undefined): string | undefined {
  if (!label) return undefined
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

/** Bytes, or a part of them, as text. */
export function decode(bytes: Uint8Array, charset: string): string {
  if (charset === 'utf-8') return utf8.decode(bytes)
  if (charset === 'windows-1252') return decodeWindows1252(bytes)
  return new TextDecoder(charset).decode(bytes)
}

/** The 32 places where windows-1252 is not Latin-1: https://encoding.spec.whatwg.org/#windows-1252 */
const upperControls =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

/** Node 20's own decoder takes windows-1252 for Latin-1 and loses quotes and dashes. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => upperControls.charAt(control.charCodeAt(0) - 0x80))
}
