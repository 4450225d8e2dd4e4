import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sha256 } from '../model/ids.ts'
import type { Archive } from './archive.ts'
import { DocumentError } from './document-error.ts'
import type { PageDrawer, PictureAsked } from './document-reader.ts'

/** Draws pages of archived documents, and keeps the pictures on disk within a bound. */
export interface PictureCache {
  /** @throws {DocumentError} {DocumentMissingError} {DocumentDamagedError} */
  draw(sha256: Sha256, asked: PictureAsked): Promise<Uint8Array>
}

export interface PictureCacheParts {
  /** Made when the first picture is kept. */
  readonly folder: string
  readonly drawer: PageDrawer
  readonly archive: Pick<Archive, 'get'>
  /** Bytes of all pictures together at most. */
  readonly mostBytes: number
  /** Pictures that may be drawn or wait for it at the same time. */
  readonly mostWaiting: number
}

/** Pictures that nobody has looked at for longest go first. */
async function makeRoom(folder: string, mostBytes: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.png'))
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const found = await stat(path).catch(() => undefined)
      return { path, size: found?.size ?? 0, usedAt: found?.mtimeMs ?? 0 }
    }),
  )
  let total = files.reduce((sum, { size }) => sum + size, 0)
  for (const { path, size } of files.toSorted((a, b) => a.usedAt - b.usedAt)) {
    // A little more than must be, so that not every picture has to look.
    if (total <= mostBytes * 0.9) return
    await rm(path, { force: true })
    total -= size
  }
}

/** The same picture has the same name: what is drawn, how wide, and what is marked on it. */
function nameOf(sha256: string, { page, width, quotes, words }: PictureAsked): string {
  const marks = JSON.stringify([width, quotes, words.length])
  const key = createHash('sha256').update(marks).digest('hex').slice(0, 16)
  return `${sha256}-${page}-${key}.png`
}

export function createPictureCache(parts: PictureCacheParts): PictureCache {
  const { folder, drawer, archive, mostBytes, mostWaiting } = parts
  const drawing = new Map<string, Promise<Uint8Array>>()
  let kept = Number.POSITIVE_INFINITY

  async function keep(name: string, png: Uint8Array): Promise<void> {
    await mkdir(folder, { recursive: true })
    const part = join(folder, `${randomUUID()}.part`)
    await writeFile(part, png)
    await rename(part, join(folder, name))
    kept += png.length
    if (kept <= mostBytes / 10) return
    kept = 0
    await makeRoom(folder, mostBytes)
  }

  async function drawAnew(sha256: Sha256, asked: PictureAsked, name: string): Promise<Uint8Array> {
    const png = await drawer.picture(await archive.get(sha256), asked)
    // A disk that is full keeps no pictures; the page is shown all the same.
    await keep(name, png).catch(() => undefined)
    return png
  }

  return {
    async draw(sha256, asked) {
      const name = nameOf(sha256, asked)
      const path = join(folder, name)
      const held = await readFile(path).catch(() => undefined)
      if (held) {
        const now = new Date()
        await utimes(path, now, now).catch(() => undefined)
        return held
      }
      const known = drawing.get(name)
      if (known !== undefined) return await known
      if (drawing.size >= mostWaiting) {
        throw new DocumentError('reader_died', 'Too many pages are being drawn; try again soon')
      }
      const work = drawAnew(sha256, asked, name).finally(() => drawing.delete(name))
      drawing.set(name, work)
      return await work
    },
  }
}
