import { decodeWords, readPart } from './mime.ts'
import type { Contained, Reader } from './page-sink.ts'

const newLine = 10
const envelope = Buffer.from('From ')

/** Where the line ends that begins here, its end included. */
function lineEnd(file: Buffer, at: number): number {
  const end = file.indexOf(newLine, at)
  return end < 0 ? file.length : end + 1
}

/** A line of headers follows: "From here on" in a letter is no new message. */
const isHeader = (line: string) => /^[!-9;-~]+:/.test(line)

const isBlank = (file: Buffer, before: number) =>
  /(?:^|\n)\r?\n$/.test(file.toString('latin1', Math.max(0, before - 3), before))

/** The beginnings of messages, each behind its envelope line, and where that line begins. */
function startsOf(file: Buffer): { readonly envelopeAt: number; readonly at: number }[] {
  const starts: { readonly envelopeAt: number; readonly at: number }[] = []
  for (let from = 0; from >= 0 && from < file.length; ) {
    const found = file.indexOf(envelope, from)
    if (found < 0) break
    const at = lineEnd(file, found)
    const isFirst = found === 0 || isBlank(file, found)
    if (isFirst && isHeader(file.toString('latin1', at, at + 100)))
      starts.push({ envelopeAt: found, at })
    from = found + envelope.length
  }
  return starts
}

/** Lines of a letter that begin like an envelope have a sign before them. */
const withoutSigns = (message: Buffer) =>
  message.includes('>From ')
    ? Buffer.from(message.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1')
    : message

/**
 * A mailbox: messages one after the other, as many mail programs and records offices save them. It
 * has no pages of its own.
 *
 * Format: RFC 4155, and the `mboxrd` way of quoting.
 */
export const mboxReader: Reader = {
  name: 'mbox',
  version: '1',
  read(bytes) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    const starts = startsOf(file)
    return starts.map(({ at }, index): Contained => {
      const message = withoutSigns(file.subarray(at, starts[index + 1]?.envelopeAt))
      const subject = readPart(message).headers.get('subject')
      return {
        name: (subject && decodeWords(subject)) || `message ${index + 1}`,
        bytes: () => message,
      }
    })
  },
}
