import { decodeBytes } from './charset.ts'
import { type CompoundEntry, listCompound } from './compound-file.ts'
import { htmlToText } from './html.ts'
import { mendText } from './mend-text.ts'
import { type Contained, givePages, type Reader } from './page-sink.ts'

/** Numbers of the properties that are read: [MS-OXPROPS]. */
const property = {
  subject: '0037',
  body: '1000',
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

/**
 * Messages as Outlook saves them: what a person sees of one is its page, and what is attached to it
 * stands behind it.
 *
 * Format: [MS-OXMSG].
 */
export const msgReader: Reader = {
  name: 'msg',
  version: '1',
  read(bytes, limits, sink) {
    const entries = listCompound(bytes)
    const own = (number: string) => textOf(entries, '', number).replaceAll('\0', '').trim()
    const heads = [
      ['From', [own(property.sender), own(property.senderAddress)].filter(Boolean).join(' ')],
      ['To', own(property.to)],
      ['Cc', own(property.copies)],
      ['Subject', own(property.subject)],
    ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
    const body = own(property.body) || htmlToText(own(property.html))
    givePages([mendText([heads.join('\n'), body].join('\n\n'))], limits, sink)
    return entries
      .filter(({ name, path }) => path.length === 0 && name.startsWith('__attach_version1.0_'))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name: folder }): Contained => {
        const name =
          textOf(entries, folder, property.longName) || textOf(entries, folder, property.shortName)
        const data = entries.find(
          ({ name: stream, path }) =>
            path.join('/') === folder && stream.startsWith(`__substg1.0_${property.data}`),
        )
        return {
          name: name.replaceAll('\0', '') || 'attachment',
          bytes: () => data?.bytes() ?? new Uint8Array(),
        }
      })
  },
}
