import { DocumentError } from '../document-error.ts'
import { decodeBytes } from './charset.ts'
import { type CompoundEntry, listCompound } from './compound-file.ts'
import { htmlToText } from './html.ts'
import { mendText } from './mend-text.ts'
import { unpackRtf } from './packed-rtf.ts'
import { type Contained, givePages, type Reader } from './page-sink.ts'

/** Numbers of the properties that are read: [MS-OXPROPS]. */
const property = {
  subject: '0037',
  body: '1000',
  rtf: '1009',
  html: '1013',
  sender: '0C1A',
  senderAddress: '0C1F',
  to: '0E04',
  copies: '0E03',
  longName: '3707',
  shortName: '3704',
  data: '3701',
} as const

/** A property of the message or of one of its attachments, as text; "" where there is none. */
function textOf(entries: readonly CompoundEntry[], folder: string, number: string): string {
  const prefix = `__substg1.0_${number}`
  const entry = entries.find(
    ({ name, path }) =>
      name.toUpperCase().startsWith(prefix.toUpperCase()) && path.join('/') === folder,
  )
  if (!entry) return ''
  // The kind of a property ends its name: 001F is UTF-16, 001E and 0102 are bytes.
  return entry.name.toUpperCase().endsWith('001F')
    ? entry.bytes().toString('utf16le')
    : decodeBytes(entry.bytes())
}

interface Message {
  readonly subject: string
  readonly text: string
  readonly files: readonly Contained[]
}

/** Messages that were attached to messages lie in folders of their own, some levels deep. */
const deepest = 5

function messageIn(entries: readonly CompoundEntry[], path: readonly string[]): Message {
  const folder = path.join('/')
  const own = (number: string) => textOf(entries, folder, number).replaceAll('\0', '').trim()
  const subject = own(property.subject)
  const heads = [
    ['From', [own(property.sender), own(property.senderAddress)].filter(Boolean).join(' ')],
    ['To', own(property.to)],
    ['Cc', own(property.copies)],
    ['Subject', subject],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
  const body = own(property.body) || htmlToText(own(property.html))
  const files = entries
    .filter((entry) => entry.path.join('/') === folder)
    .filter(({ name }) => name.startsWith('__attach_version1.0_'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) => attachedIn(entries, [...path, name]))
  const rich = body === '' ? streamIn(entries, folder, property.rtf) : undefined
  if (rich) files.unshift({ name: subject || 'message', bytes: () => unpackRtf(rich.bytes()) })
  return { subject, text: mendText([heads.join('\n'), body].join('\n\n')), files }
}

const streamIn = (entries: readonly CompoundEntry[], folder: string, number: string) =>
  entries.find(
    ({ name, path }) => path.join('/') === folder && name.startsWith(`__substg1.0_${number}`),
  )

/** What is attached: a file, or a message, and behind that what is attached to it. */
function attachedIn(entries: readonly CompoundEntry[], path: readonly string[]): Contained[] {
  const folder = path.join('/')
  const words = (number: string) => textOf(entries, folder, number).replaceAll('\0', '')
  const data = streamIn(entries, folder, property.data)
  const name = words(property.longName) || words(property.shortName) || 'attachment'
  if (!data || data.isStream) return [{ name, bytes: () => data?.bytes() ?? new Uint8Array() }]
  if (path.length > deepest * 2)
    throw new DocumentError('document_too_complex', 'Refused: messages inside messages')
  const { subject, text, files } = messageIn(entries, [...path, data.name])
  return [
    { name: subject || name, bytes: () => Buffer.from(`Attached message\n${text}`) },
    ...files,
  ]
}

/**
 * Messages as Outlook saves them: what a person sees of one is its page, and what is attached to it
 * stands behind it.
 *
 * Format: [MS-OXMSG].
 */
export const msgReader: Reader = {
  name: 'msg',
  version: '2',
  read(bytes, limits, sink) {
    const { text, files } = messageIn(listCompound(bytes), [])
    givePages([text], limits, sink)
    return files
  },
}
