import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

/** Inside node_modules, so that the programs find their packages as the shipped one does. */
const folder = resolve('node_modules/.cache/watchdocket-test')

/** The reading process as it is shipped, compiled anew: dist/ may be older than the source. */
export async function buildReaderEntry(): Promise<string> {
  const outfile = join(folder, `reader-child-${process.pid}.mjs`)
  await build({
    entryPoints: ['src/documents/reader-child.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
  return outfile
}

/** A reading process that does something else: what a hostile document may turn one into. */
export function writeEntry(name: string, program: string): string {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}-${process.pid}.mjs`)
  writeFileSync(file, program)
  return file
}
