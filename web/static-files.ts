import { hash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

export interface StaticFile {
  readonly body: Uint8Array<ArrayBuffer>
  readonly mediaType: string
  readonly etag: string
  /** `/style.css?v=4f2a…`: an address that changes with the content. */
  readonly address: string
}

/**
 * Reads the files that pages refer to, once, by the path they are asked for (`/style.css`). The
 * first folder that has a path wins; kinds not listed above are not served.
 */
export function readStaticFiles(folders: readonly string[]): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  for (const folder of folders) {
    for (const name of namesIn(folder)) {
      const path = `/${relative(folder, name).split(sep).join('/')}`
      const mediaType = mediaTypes[extname(name)]
      if (!mediaType || files.has(path)) continue
      const body = new Uint8Array(readFileSync(name))
      const digest = hash('sha1', body, 'base64url').slice(0, 12)
      files.set(path, { body, mediaType, etag: `"${digest}"`, address: `${path}?v=${digest}` })
    }
  }
  return files
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((name) => statSync(name).isFile())
  } catch {
    // A folder that is not there has no files: dist/ before the first build.
    return []
  }
}
