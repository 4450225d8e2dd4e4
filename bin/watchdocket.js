#!/usr/bin/env node
/** The command line's door: builds a checkout that has not been built, then runs the command. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

if (!existsSync(join(root, 'dist/.built'))) {
  const stdio = ['ignore', 2, 2]
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio })
  if (status !== 0) process.exit(1)
}
const { main } = await import(join(root, 'dist/src/cli/main.js'))
await main()
