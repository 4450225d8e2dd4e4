import { DocumentError } from '../document-error.ts'
import { decodeBytes } from './charset.ts'
import { htmlToText } from './html.ts'
import { mendText } from './mend-text.ts'
import {
  contentOf,
  decodeWords,
  isEnded,
  type MimePart,
  parameterOf,
  partsOf,
  readPart,
  typeOf,
} from './mime.ts'
import { type Contained, endMissing, givePages, type Reader } from './page-sink.ts'

/** Headers that a person sees above a message. */
const shownHeaders = ['From', 'To', 'Cc', 'Date', 'Subject'] as const

const deepest = 20

interface Message {
  readonly texts: string[]
  readonly files: Contained[]
  /** The mark that ends its parts is missing. */
  isCut: boolean
}

function textOf(part: MimePart): string {
  const charset = parameterOf(part.headers.get('content-type') ?? '', 'charset')
  const text = decodeBytes(contentOf(part), charset)
  return typeOf(part) === 'text/html' ? htmlToText(text) : mendText(text)
}

/** Of alternatives the plain one says what the others dress up. */
function choose(parts: readonly MimePart[]): MimePart | undefined {
  return (
    parts.find((part) => typeOf(part) === 'text/plain') ??
    parts.find((part) => typeOf(part).startsWith('multipart/')) ??
    parts.find((part) => typeOf(part) === 'text/html') ??
    parts[0]
  )
}

/** Parts of a digest are messages where they say nothing. */
const asMessage = ({ headers, body }: MimePart): MimePart => ({
  headers: new Map([['content-type', 'message/rfc822'], ...headers]),
  body,
})

function collect(part: MimePart, message: Message, depth: number): void {
  if (depth > deepest) {
    throw new DocumentError('document_too_complex', 'Refused: parts inside parts of a message')
  }
  const type = typeOf(part)
  const disposition = part.headers.get('content-disposition') ?? ''
  const name =
    parameterOf(disposition, 'filename') ??
    parameterOf(part.headers.get('content-type') ?? '', 'name')
  if (type === 'multipart/alternative') {
    const chosen = choose(partsOf(part))
    if (!isEnded(part)) message.isCut = true
    if (chosen) collect(chosen, message, depth + 1)
  } else if (type.startsWith('multipart/')) {
    const inner = partsOf(part)
    if (!isEnded(part)) message.isCut = true
    for (const one of type === 'multipart/digest' ? inner.map(asMessage) : inner)
      collect(one, message, depth + 1)
  } else if (
    (type === 'text/plain' || type === 'text/html') &&
    name === undefined &&
    !/^attachment/i.test(disposition)
  ) {
    message.texts.push(textOf(part))
  } else if (!type.startsWith('image/') || name !== undefined) {
    message.files.push({
      name:
        name || (type === 'message/rfc822' ? 'message' : `attachment ${message.files.length + 1}`),
      bytes: () => contentOf(part),
    })
  }
}

/**
 * Messages as they are sent: what a person sees of one is its page, and what is attached to it
 * stands behind it.
 *
 * Format: RFC 5322, 2045 to 2047, 2183, 2231.
 */
export const emlReader: Reader = {
  name: 'eml',
  version: '2',
  read(bytes, limits, sink) {
    const whole = readPart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
    const message: Message = { texts: [], files: [], isCut: false }
    collect(whole, message, 0)
    if (message.isCut) sink.problem(endMissing())
    const heads = shownHeaders.flatMap((name) => {
      const value = whole.headers.get(name.toLowerCase())
      return value ? [`${name}: ${decodeWords(value)}`] : []
    })
    givePages([mendText([heads.join('\n'), ...message.texts].join('\n\n'))], limits, sink)
    return message.files
  },
}
