import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json: sources and the built program stand at different depths. */
function findRoot(): { root: string; version: string } {
  for (
    let folder = dirname(fileURLToPath(import.meta.url));
    folder !== dirname(folder);
    folder = dirname(folder)
  ) {
    try {
      const told = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        name?: string
        version?: string
      }
      if (told.name === 'watchdocket') return { root: folder, version: told.version ?? '0' }
    } catch {
      // No package.json here: look one folder further up.
    }
  }
  throw new Error('package.json is missing from this installation')
}

export const { root: programRoot, version: programVersion } = findRoot()
