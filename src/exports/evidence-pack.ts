import { createHash } from 'node:crypto'
import { Zip, ZipPassThrough } from 'fflate'
import type { EvidenceRow } from '../db/queries/evidence.ts'
import type { EvidenceFile, PackItem } from '../db/queries/evidence-files.ts'

export interface PackContents {
  readonly item: PackItem
  readonly files: readonly EvidenceFile[]
  /** The quoted words behind the finding; empty when the item is none. */
  readonly evidence: readonly EvidenceRow[]
  readonly madeAt: Date
  /** Our page of the item; `null` where no public address is set. */
  readonly pageUrl: string | null
}

/** What was put into a pack, and what could not be. */
export interface PackReport {
  readonly files: number
  readonly bytes: number
  /** Hashes that the database names and the archive does not give. */
  readonly missing: readonly string[]
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/tiff': '.tif',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
  'text/html': '.html',
  'application/json': '.json',
  'text/plain': '.txt',
  'application/rtf': '.rtf',
  'application/vnd.oasis.opendocument': '.odt',
  'application/msword': '.doc',
  'application/vnd.ms-excel': '.xls',
  'application/vnd.ms-powerpoint': '.ppt',
  'application/vnd.ms-outlook': '.msg',
  'message/rfc822': '.eml',
  'application/mbox': '.mbox',
  'application/zip': '.zip',
}

/** A name that is safe in any folder: letters and digits of the title, and the hash that tells. */
export function packName({ sha256, title, mediaType }: EvidenceFile): string {
  const type = mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const words = title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase()
  return `originals/${sha256.slice(0, 16)}${words && `-${words}`}${endings[type] ?? '.bin'}`
}

const readme = `What this is
============
The original files behind one item of a public agenda, as Watchdocket archived them,
byte for byte, and a list of where and when each was had.

  originals/     the files, each under the first digits of its SHA-256 hash
  manifest.json  the item, its quoted words, and each file's whole hash, address and times
  SHA256SUMS     the hashes, in the form that standard tools read

How to check it
===============
1. That no file has changed since it was packed, in this folder:

     sha256sum -c SHA256SUMS          (Linux)
     shasum -a 256 -c SHA256SUMS      (macOS)
     Get-FileHash originals\\*         (Windows PowerShell; compare by eye)

2. That a quoted passage stands where manifest.json says: open the file whose hash is the
   passage's "documentSha256" at the page given.

3. That the council published it: open the file's "url". A portal may have replaced or removed
   a file since; compare the hash of what it gives now with the one here.

What it does not prove
======================
The hashes show that the files are the ones listed here. When they were had is the word of the
installation that made this pack. All times are UTC.
`

/**
 * A ZIP with the originals, their hashes and times, and how a stranger checks them. Files are read
 * one after the other and stored as they are, so that a large pack needs little memory.
 *
 * What the archive cannot give is named in the manifest and the report, and the rest is packed.
 */
export async function* writePack(
  contents: PackContents,
  read: (sha256: string) => Promise<Uint8Array | undefined>,
): AsyncGenerator<Uint8Array, PackReport> {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    if (chunk.length > 0) chunks.push(chunk)
  })
  const add = (name: string, bytes: Uint8Array) => {
    const file = new ZipPassThrough(name)
    file.mtime = contents.madeAt
    zip.add(file)
    file.push(bytes, true)
    return chunks.splice(0)
  }

  const missing: string[] = []
  const sums: string[] = []
  let bytes = 0
  const byHash = new Map(contents.files.map((file) => [file.sha256, file]))
  for (const [sha256, file] of byHash) {
    const original = await read(sha256)
    if (!original) {
      missing.push(sha256)
      continue
    }
    bytes += original.length
    sums.push(`${createHash('sha256').update(original).digest('hex')}  ${packName(file)}\n`)
    yield* add(packName(file), original)
  }
  yield* add('SHA256SUMS', Buffer.from(sums.join('')))
  yield* add(
    'manifest.json',
    Buffer.from(`${JSON.stringify(toManifest(contents, missing, byHash), null, 1)}\n`),
  )
  yield* add('README.txt', Buffer.from(readme))
  zip.end()
  yield* chunks.splice(0)
  return { files: sums.length, bytes, missing }
}

function toManifest(
  { item, files, evidence, madeAt, pageUrl }: PackContents,
  missing: readonly string[],
  byHash: ReadonlyMap<string, EvidenceFile>,
) {
  const named = (file: EvidenceFile) =>
    missing.includes(file.sha256) ? null : packName(byHash.get(file.sha256) ?? file)
  return {
    format: 'watchdocket-evidence-pack/1',
    madeAt,
    pageUrl,
    item,
    quotes: evidence,
    files: files.map((file) => ({ path: named(file), ...file })),
    missing,
  }
}
