import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Directory, loadDirectory } from './directory.ts'
import { type Laws, loadLaws } from './law.ts'

/** Who is to be credited wherever the directory is shown. */
export interface DirectoryCredit {
  readonly name: string
  readonly licence: string
  readonly url: string
  /** What was taken from it. */
  readonly gave: string
}

/** What dataset.json says of the data as a whole. */
export interface Dataset {
  /** The date on which the data was compiled, `2026-11-22`. */
  readonly compiledOn: string
  readonly portals: number
  readonly credits: readonly DirectoryCredit[]
}

const shipped = fileURLToPath(new URL('./data/', import.meta.url))

const textOf = (folder: string, name: string) => readFile(`${folder}/${name}`, 'utf8')

/**
 * The shipped directory, or one in another folder of the same shape. Takes about a fifth of a
 * second of CPU, nearly all of it for parsing; the files are read at once, since nobody can go on
 * without them.
 */
export function readDirectory(folder: string = shipped): Directory {
  const fileOf = (name: string) => readFileSync(`${folder}/${name}`, 'utf8')
  return loadDirectory(fileOf('portals.tsv'), {
    overrides: fileOf('overrides.tsv'),
    additions: fileOf('additions.tsv'),
  })
}

/** The shipped laws: open meetings by state, and surveillance oversight. */
export async function readLaws(folder: string = shipped): Promise<Laws> {
  const [meeting, surveillance] = await Promise.all([
    textOf(folder, 'meeting-law.tsv'),
    textOf(folder, 'surveillance-law.tsv'),
  ])
  return loadLaws(meeting, surveillance)
}

/** Date and credits of the shipped data. */
export async function readDataset(folder: string = shipped): Promise<Dataset> {
  return JSON.parse(await textOf(folder, 'dataset.json')) as Dataset
}
