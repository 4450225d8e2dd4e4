import { constants, inflateRawSync } from 'node:zlib'
import { DocumentError } from '../document-error.ts'
import type { PageSink } from './page-sink.ts'
import { bomb, damaged, mostEntries, mostRatio, type ZipEntry } from './zip-entry.ts'
import { salvageZip } from './zip-salvage.ts'

const mostBytes = 200 * 1024 * 1024

/** Offset of the end record: at the end, before a comment of 64 KiB at most. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return undefined
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * The entries of a ZIP, and of one that is cut off those that are left, with a problem that says so.
 *
 * @throws {DocumentError}
 */
export function partsOf(
  bytes: Uint8Array,
  sink: Pick<PageSink, 'problem'>,
): ReadonlyMap<string, ZipEntry> {
  if (findEnd(viewOf(bytes)) !== undefined) return listZip(bytes)
  const entries = salvageZip(bytes)
  const message = 'The file is cut off or damaged at its end: parts of it are missing'
  sink.problem({ code: 'document_damaged', message, pages: [] })
  return entries
}

/**
 * The entries of a ZIP, judged by its own list before anything is unpacked.
 *
 * Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 *
 * @throws {DocumentError} for a damaged list, more than a document needs, or parts that overlap.
 */
export function listZip(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = viewOf(bytes)
  const end = findEnd(view)
  if (end === undefined) throw damaged('its list of contents is missing, it may be cut off')
  const count = view.getUint16(end + 10, true)
  const listSize = view.getUint32(end + 12, true)
  const listStart = view.getUint32(end + 16, true)
  if (count === 0xffff || listStart === 0xffffffff) throw bomb('ZIP64')
  if (count > mostEntries) throw bomb(`${count} parts`)
  if (listStart + listSize > end) throw damaged('its list of contents runs past the end')

  const entries = new Map<string, ZipEntry>()
  let at = listStart
  let declared = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damaged('broken list')
    const nameLength = view.getUint16(at + 28, true)
    const header = view.getUint32(at + 42, true)
    const entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      dataStart: dataStartOf(view, header, listStart),
    }
    if (view.getUint16(at + 8, true) & 1) {
      throw new DocumentError('document_encrypted', 'The file asks for a password')
    }
    declared += entry.size
    if (declared > mostBytes) throw bomb('it unpacks to more than 200 MiB')
    if (entry.size > 1_048_576 && entry.size > entry.compressedSize * mostRatio) {
      throw bomb(
        `a part unpacks to ${Math.round(entry.size / entry.compressedSize)} times its size`,
      )
    }
    if (entry.dataStart + entry.compressedSize > listStart) throw damaged('a part is cut off')
    if (entries.has(entry.name)) throw damaged('a part stands twice')
    entries.set(entry.name, entry)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  refuseOverlaps([...entries.values()])
  return entries
}

function dataStartOf(view: DataView, header: number, listStart: number): number {
  if (header + 30 > listStart || view.getUint32(header, true) !== 0x04034b50) {
    throw damaged('a part has no beginning')
  }
  return header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
}

function refuseOverlaps(entries: readonly ZipEntry[]): void {
  let last = 0
  for (const entry of entries.toSorted((a, b) => a.dataStart - b.dataStart)) {
    if (entry.dataStart < last) throw bomb('parts that overlap')
    last = entry.dataStart + entry.compressedSize
  }
}

/** One part, unpacked; counted while unpacking, since the declared size may lie. */
export function unzipEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const data = bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize)
  if (entry.method === 0) return data
  if (entry.method !== 8) throw damaged('a part is packed in an unknown way')
  try {
    return inflateRawSync(data, {
      maxOutputLength: Math.max(1, entry.size),
      ...(entry.mayBeCut ? { finishFlush: constants.Z_SYNC_FLUSH } : {}),
    })
  } catch (error) {
    const isLie = error instanceof RangeError
    throw isLie ? bomb('a part is larger than it says') : damaged('a part cannot be unpacked')
  }
}
