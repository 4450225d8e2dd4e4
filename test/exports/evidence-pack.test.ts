import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { EvidenceFile, PackItem } from '../../src/db/queries/evidence-files.ts'
import { type PackReport, packName, writePack } from '../../src/exports/evidence-pack.ts'

const madeAt = new Date('2026-11-23T12:00:00Z')
const item: PackItem = {
  id: 17,
  number: '7.b',
  title: 'Award a contract for licence plate readers',
  fileNumber: null,
  meetingId: 3,
  body: 'City Council',
  date: '2026-11-24',
  time: '18:00',
  timeZone: 'America/Chicago',
  status: 'confirmed',
  meetingUrl: 'https://riverton.example/meeting/3',
  itemUrl: null,
  sourceId: 'riverton-wa-legistar',
  placeName: 'Riverton',
  state: 'WA',
  firstSeenAt: madeAt,
}
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function file(bytes: Uint8Array, over: Partial<EvidenceFile> = {}): EvidenceFile {
  return {
    sha256: hashOf(bytes),
    role: 'document',
    kind: 'attachment',
    title: 'Staff report',
    url: 'https://riverton.example/report.pdf',
    mediaType: 'application/pdf',
    sizeBytes: bytes.length,
    headers: { etag: '"1"' },
    version: 1,
    firstSeenAt: madeAt,
    lastSeenAt: madeAt,
    goneSince: null,
    ...over,
  }
}

async function pack(files: readonly EvidenceFile[], held: readonly Uint8Array[]) {
  const byHash = new Map(held.map((bytes) => [hashOf(bytes), bytes]))
  const contents = { item, files, evidence: [], madeAt, pageUrl: null }
  const writing = writePack(contents, async (sha256) => byHash.get(sha256))
  const parts: Uint8Array[] = []
  for (;;) {
    const { done, value } = await writing.next()
    if (done) return { zip: Buffer.concat(parts), report: value as PackReport }
    parts.push(value)
  }
}

describe('an evidence pack', () => {
  const report = Buffer.from('%PDF-1.4 a staff report')
  const contract = Buffer.from('%PDF-1.4 a contract')

  it('holds the originals, their hashes, and what is known of them', async () => {
    const files = [file(report), file(contract, { title: '../../etc/passwd', version: 2 })]
    const { zip, report: told } = await pack(files, [report, contract])
    expect(told).toEqual({ files: 2, bytes: report.length + contract.length, missing: [] })

    const entries = unzipSync(zip)
    const names = Object.keys(entries)
    expect(names.every((name) => /^[\w./-]+$/.test(name) && !name.includes('..'))).toBe(true)
    const manifest = JSON.parse(Buffer.from(entries['manifest.json'] ?? []).toString())
    expect(manifest.item.title).toBe(item.title)
    for (const { path, sha256 } of manifest.files) {
      expect(hashOf(entries[path] ?? new Uint8Array())).toBe(sha256)
    }
  })

  it('is checked by the standard tool that its README names', async () => {
    const { zip } = await pack([file(report), file(contract)], [report, contract])
    const folder = mkdtempSync(join(tmpdir(), 'watchdocket-pack-'))
    for (const [name, bytes] of Object.entries(unzipSync(zip))) {
      execFileSync('mkdir', ['-p', join(folder, name, '..')])
      writeFileSync(join(folder, name), bytes)
    }
    const check = () => execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder }).toString()
    expect(check().match(/: OK/g)).toHaveLength(2)
    expect(readFileSync(join(folder, 'README.txt'), 'utf8')).toContain('sha256sum -c SHA256SUMS')
    writeFileSync(join(folder, packName(file(report))), 'another')
    expect(check).toThrow()
  })

  it.each([
    ['message/rfc822', '.eml'],
    ['application/mbox', '.mbox'],
    ['application/zip', '.zip'],
    ['application/pdf; charset=x', '.pdf'],
    ['application/x-strange', '.bin'],
  ])('ends the name of %s with %s', (mediaType, ending) => {
    expect(packName({ ...file(report), mediaType })).toMatch(new RegExp(`\\${ending}$`))
  })

  it('names what the archive could not give, and packs the rest', async () => {
    const { zip, report: told } = await pack([file(report), file(contract)], [contract])
    expect(told.missing).toEqual([hashOf(report)])
    const manifest = JSON.parse(Buffer.from(unzipSync(zip)['manifest.json'] ?? []).toString())
    expect(manifest.missing).toEqual([hashOf(report)])
    expect(manifest.files[0].path).toBeNull()
  })

  it('packs the same bytes once, whatever they are called', async () => {
    const { zip } = await pack([file(report), file(report, { title: 'Again' })], [report])
    expect(
      Object.keys(unzipSync(zip)).filter((name) => name.startsWith('originals/')),
    ).toHaveLength(1)
  })
})
