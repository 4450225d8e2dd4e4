import type { Config } from '../config.ts'
import { demoDirectory } from '../demo/directory.ts'
import type { Directory } from '../directory/directory.ts'
import { readDirectory } from '../directory/read.ts'

/**
 * The directory of portals, read when it is first asked for: most processes never search it, and
 * reading takes a fifth of a second.
 */
export function openDirectory({ demo }: Pick<Config, 'demo'>): () => Directory {
  let opened: Directory | undefined
  return () => {
    opened ??= demo ? demoDirectory(demo) : readDirectory()
    return opened
  }
}
