import { DocumentError } from '../document-error.ts'

/** A stream or a folder of a compound file. */
export interface CompoundEntry {
  readonly name: string
  /** Names of the folders it lies in, outermost first. */
  readonly path: readonly string[]
  readonly isStream: boolean
  bytes(): Buffer
}

const damaged = () => new DocumentError('document_damaged', 'The file is cut off or damaged')

const endOfChain = 0xfffffffa
const none = 0xffffffff
const mostEntries = 20_000

/**
 * The streams of a compound file: the container of old Office files and of Outlook messages.
 *
 * Format: [MS-CFB].
 *
 * @throws {DocumentError} `document_damaged`
 */
export function listCompound(bytes: Uint8Array): CompoundEntry[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (file.length < 512) throw damaged()
  const sectorSize = 1 << Math.min(16, file.readUInt16LE(30))
  const smallSize = 1 << Math.min(12, file.readUInt16LE(32))
  if (sectorSize < 128 || smallSize < 16) throw damaged()
  const sectors = Math.ceil((file.length - 512) / sectorSize)
  const sector = (id: number) =>
    file.subarray(sectorSize * (id + 1), Math.min(file.length, sectorSize * (id + 2)))

  const next = readChains(file, sectorSize, sector)
  /** The sectors of a chain; one that goes in circles or out of the file is damaged. */
  const chain = (start: number, table: Uint32Array, most: number): number[] => {
    const ids: number[] = []
    for (let id = start; id < endOfChain; id = table[id] ?? none) {
      if (ids.length > most || id >= most) throw damaged()
      ids.push(id)
    }
    return ids
  }
  const large = (start: number) =>
    Buffer.concat(chain(start, next, sectors).map((id) => sector(id)))

  const directory = large(file.readUInt32LE(48))
  const root = directory.subarray(0, 128)
  if (root.length < 128) throw damaged()
  const small = large(root.readUInt32LE(116))
  const smallStart = file.readUInt32LE(60)
  const smallNext = smallStart < endOfChain ? asTable(large(smallStart)) : new Uint32Array()
  const streamOf = (start: number, size: number): Buffer => {
    if (size === 0) return Buffer.alloc(0)
    if (size >= 4_096) return large(start).subarray(0, size)
    const pieces = chain(start, smallNext, smallNext.length).map((id) =>
      small.subarray(id * smallSize, (id + 1) * smallSize),
    )
    return Buffer.concat(pieces).subarray(0, size)
  }
  return walkDirectory(directory, streamOf)
}

function asTable(bytes: Buffer): Uint32Array {
  const table = new Uint32Array(bytes.length >> 2)
  for (let at = 0; at < table.length; at++) table[at] = bytes.readUInt32LE(at * 4)
  return table
}

/** The table of sectors: its own sectors are listed in the head, and behind that in a chain. */
function readChains(file: Buffer, sectorSize: number, sector: (id: number) => Buffer): Uint32Array {
  const ids: number[] = []
  const add = (list: Buffer) => {
    for (let at = 0; at + 4 <= list.length; at += 4) {
      const id = list.readUInt32LE(at)
      if (id < endOfChain) ids.push(id)
    }
  }
  add(file.subarray(76, 512))
  let more = file.readUInt32LE(68)
  for (let turn = 0; more < endOfChain; turn++) {
    const list = sector(more)
    if (turn > 2_000 || list.length < sectorSize) throw damaged()
    add(list.subarray(0, sectorSize - 4))
    more = list.readUInt32LE(sectorSize - 4)
  }
  return asTable(Buffer.concat(ids.map((id) => sector(id))))
}

function walkDirectory(
  directory: Buffer,
  streamOf: (start: number, size: number) => Buffer,
): CompoundEntry[] {
  const entries: CompoundEntry[] = []
  const seen = new Set<number>()
  const waiting: { id: number; path: readonly string[] }[] = []
  const visit = (id: number, path: readonly string[]) => {
    if (id !== none && !seen.has(id)) waiting.push({ id, path })
    seen.add(id)
  }
  visit(directory.readUInt32LE(76), [])
  for (let at = waiting.pop(); at && entries.length < mostEntries; at = waiting.pop()) {
    const record = directory.subarray(at.id * 128, at.id * 128 + 128)
    if (record.length < 128) continue
    const name = record
      .toString('utf16le', 0, Math.max(0, Math.min(64, record.readUInt16LE(64)) - 2))
      .replaceAll('\0', '')
    const { path } = at
    visit(record.readUInt32LE(68), path)
    visit(record.readUInt32LE(72), path)
    visit(record.readUInt32LE(76), [...path, name])
    const start = record.readUInt32LE(116)
    const size = record.readUInt32LE(120)
    entries.push({ name, path, isStream: record[66] === 2, bytes: () => streamOf(start, size) })
  }
  return entries
}
