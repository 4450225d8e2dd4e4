import type { Config } from '../config.ts'
import { demoDirectory } from '../demo/directory.ts'
import { type Directory, loadDirectory } from '../directory/directory.ts'
import { readDirectoryFiles } from '../directory/read.ts'

/**
 * The directory of portals. Its files are read now, and parsed when it is first asked for: most
 * processes never search it, and parsing takes a fifth of a second.
 */
export async function openDirectory(config: Config): Promise<() => Directory> {
  const demo = config.demo
  if (demo) return keep(() => demoDirectory(demo))
  const { portals, ...corrections } = await readDirectoryFiles()
  return keep(() => loadDirectory(portals, corrections))
}

/** Makes a thing once, when it is first wanted. */
function keep<T>(make: () => T): () => T {
  let made: { readonly thing: T } | undefined
  return () => {
    made ??= { thing: make() }
    return made.thing
  }
}
