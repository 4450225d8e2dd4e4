/** Bytes 0x80 to 0xbf as older encodings print them: windows-1252, and Latin-1 where that leaves them. */
const byteOf = new Map<string, number>()
const windows = new TextDecoder('windows-1252')
for (let byte = 0x80; byte <= 0xbf; byte += 1) {
  byteOf.set(String.fromCharCode(byte), byte)
  byteOf.set(windows.decode(Uint8Array.of(byte)), byte)
}

const following = `[${[...byteOf.keys()].join('')}]`
/** UTF-8 of two or three bytes that was read as one of those encodings: "cÃ¡maras", "Sheriffâ€™s". */
const twice = new RegExp(`[\\u00c2\\u00c3]${following}|\\u00e2${following}{2}`, 'g')
const mayHold = /[\u00c2\u00c3\u00e2]/
const utf8 = new TextDecoder('utf-8')
const vanishes = '\u200b'

/**
 * Puts back letters and quotes that were encoded twice. As long as before, so that places in it are
 * places in what was printed: what is too much becomes a mark that vanishes.
 */
export function mendTwiceEncoded(text: string): string {
  if (!mayHold.test(text)) return text
  return text.replace(twice, (printed) => {
    const bytes = [...printed].map((character) => byteOf.get(character) ?? character.charCodeAt(0))
    const meant = utf8.decode(Uint8Array.from(bytes))
    if (meant.length !== 1 || meant === '\ufffd') return printed
    return meant + vanishes.repeat(printed.length - 1)
  })
}
