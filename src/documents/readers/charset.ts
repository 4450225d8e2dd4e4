/** The text of bytes without a declared charset: by mark, then UTF-8 if valid, then Windows-1252. */
export function decodeBytes(bytes: Uint8Array, charset?: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const encoding = known(charset) ?? 'windows-1252'
    const text = new TextDecoder(encoding).decode(bytes)
    return encoding === 'windows-1252' ? withQuotes(text) : text
  }
}

/** What Windows-1252 has from 0x80 on; five of the codes stand for nothing. */
const quotes =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'

/**
 * Node 20 decodes Windows-1252 as Latin-1, which leaves control characters where quotes and dashes
 * belong (nodejs/node#56542). Where it decodes rightly there is nothing to replace.
 */
function withQuotes(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (code) => quotes[code.charCodeAt(0) - 0x80] ?? code)
}

function known(charset: string | undefined): string | undefined {
  if (charset === undefined) return undefined
  try {
    return new TextDecoder(charset).encoding
  } catch {
    return undefined
  }
}
