const encoder = new TextEncoder()

/**
 * A TEXT value (RFC 5545, 3.3.11): every kind of line end becomes `\n`, other controls and lone
 * surrogates are gone, backslash, semicolon and comma are escaped. No value from outside is
 * written without it.
 */
export function icsText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\n\t\P{Cc}]|\p{Cs}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** A URI value: no character in it can end the line or begin another; "" for what is no address. */
export function icsUri(address: string): string {
  return URL.canParse(address)
    ? new URL(address).href.replace(/[^\x21-\x7e]/g, encodeURIComponent)
    : ''
}

/**
 * One content line with its end, folded so that no line is longer than 75 octets and no character
 * is cut (RFC 5545, 3.1).
 */
export function icsLine(name: string, value: string): string {
  const line = `${name}:${value}`
  // The common case: nothing but ASCII and short.
  if (line.length <= 75 && encoder.encode(line).length <= 75) return `${line}\r\n`
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return `${folded}\r\n`
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** `20260303T183000Z`. */
export function icsInstant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

/** `20260303`. */
export function icsDate(date: string): string {
  return date.replaceAll('-', '')
}

/** `20260303T183000` of a date and a wall-clock time. */
export function icsLocal(date: string, time: string): string {
  return `${icsDate(date)}T${time.replace(':', '')}00`
}
