import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { InputError, shorten } from '../model/errors.ts'
import type { Fields } from '../scraping/contract.ts'

/** One recorded answer. */
export interface Capture {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly status: number
  readonly contentType: string
  /** The fields of a form that this answers; `null` when the manifest does not tell. */
  readonly form: Fields | null
  /** Where a redirect points, if the manifest tells. */
  readonly location: string | null
  /** As the manifest writes it: a date, a month, a year, or "" when unknown. */
  readonly capturedOn: string
  /** As the manifest names it, relative to its folder. */
  readonly file: string
  /** Absolute. */
  readonly path: string
}

/**
 * The captures of a folder: of its own manifest; else of its parent's, as far as their files lie in
 * the folder; else of the manifests one level below. Entries without an address answer nothing.
 *
 * @throws {InputError} `replay_folder` or `replay_manifest`, naming the entry that is wrong.
 */
export async function readCaptures(folder: string): Promise<Capture[]> {
  const root = resolve(folder)
  const isFolder = await stat(root).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) throw badFolder(`There is no folder ${shorten(folder, 200)}`)
  if (await holdsManifest(root)) return await readManifest(root)

  const parent = dirname(root)
  if (await holdsManifest(parent)) {
    const captures = await readManifest(parent)
    const prefix = `${basename(root)}/`
    const inside = captures.filter(({ file }) => file.startsWith(prefix))
    if (inside.length > 0) return inside
  }

  const below = await readdir(root, { withFileTypes: true })
  const folders = below
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, entry.name))
    .sort()
  const found: Capture[] = []
  for (const each of folders) {
    if (await holdsManifest(each)) found.push(...(await readManifest(each)))
  }
  if (found.length === 0) throw badFolder(`No manifest.json belongs to ${shorten(folder, 200)}`)
  return found
}

function badFolder(message: string): InputError {
  return new InputError(
    'replay_folder',
    message,
    'Name a folder that holds a manifest.json, or one that a manifest.json beside it lists',
  )
}

async function holdsManifest(folder: string): Promise<boolean> {
  return await stat(join(folder, 'manifest.json')).then(
    (found) => found.isFile(),
    () => false,
  )
}

async function readManifest(folder: string): Promise<Capture[]> {
  const path = join(folder, 'manifest.json')
  const entries = parseJson(await readFile(path, 'utf8'), path)
  if (!Array.isArray(entries)) throw badManifest(path, 'it is not a list')
  const captures = entries.map((entry: unknown, index) => toCapture(entry, index, folder, path))
  const answering = captures.filter((capture) => capture !== undefined)
  for (const capture of answering) {
    const isThere = await stat(capture.path).then(
      (found) => found.isFile(),
      () => false,
    )
    if (!isThere) throw badManifest(path, `the file "${shorten(capture.file)}" is missing`)
  }
  return answering
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw badManifest(path, 'it is not JSON', error)
  }
}

function badManifest(path: string, why: string, cause?: unknown): InputError {
  return new InputError(
    'replay_manifest',
    `${shorten(path, 200)} cannot be used: ${why}`,
    'Each entry needs "file" and "url", and may have "method", "form", "contentType" and "status"',
    { cause },
  )
}

/** `undefined` for an entry without an address. */
function toCapture(
  entry: unknown,
  index: number,
  folder: string,
  manifest: string,
): Capture | undefined {
  const wrong = (why: string) => badManifest(manifest, `entry ${index + 1} ${why}`)
  const fields = toRecord(entry)
  if (!fields) throw wrong('is not an object')
  const { file, url, method, status, contentType, capturedOn, location } = fields
  const form = toFields(fields.form)
  if (typeof file !== 'string' || file === '') throw wrong('has no "file"')
  if (url === null || url === undefined) return undefined
  if (typeof url !== 'string' || !URL.canParse(url)) throw wrong('has a "url" that is no address')
  const path = resolve(folder, file)
  if (relative(folder, path).startsWith('..')) throw wrong('names a file outside its folder')
  const asked = typeof method === 'string' ? method.toUpperCase() : 'GET'
  if (asked !== 'GET' && asked !== 'POST') throw wrong(`has the method "${shorten(asked)}"`)
  if (form === undefined) throw wrong('has a "form" that is no list of fields')
  const answered = status ?? toRecord(fields.expect)?.httpStatus ?? 200
  if (typeof answered !== 'number' || !(answered >= 200 && answered <= 599)) {
    throw wrong('has a "status" that is none')
  }
  return {
    method: asked,
    url,
    form,
    status: answered,
    contentType: typeof contentType === 'string' ? contentType : '',
    location: typeof location === 'string' ? location : null,
    capturedOn: typeof capturedOn === 'string' ? capturedOn : '',
    file,
    path,
  }
}

/** `null` when there is none, `undefined` for what is none. */
function toFields(value: unknown): Fields | null | undefined {
  if (value === undefined || value === null) return null
  const fields = toRecord(value)
  const isField = (one: unknown) => ['string', 'number', 'boolean'].includes(typeof one)
  return fields && Object.values(fields).every(isField) ? (fields as Fields) : undefined
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined
}
