/**
 * Builds dist/: the server by tsc and bundle.mjs, the islands by esbuild, and the data files that code reads.
 * Skips when dist/ is newer than every source, so that `npm start` costs nothing when built.
 * What is built takes the place of dist/ as a whole: a build that fails leaves the last one.
 */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')
const stamp = join(dist, '.built')
const sources = [
  'src',
  'scrapers',
  'web',
  'scripts',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
]

/** Newest modification time below a path, in milliseconds. */
function newest(path) {
  const entry = statSync(path)
  if (!entry.isDirectory()) return entry.mtimeMs
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

const present = sources.map((name) => join(root, name)).filter((path) => existsSync(path))
const isBuilt = existsSync(stamp) && statSync(stamp).mtimeMs > Math.max(...present.map(newest))

if (!isBuilt || process.argv.includes('--force')) {
  const node = (file, ...args) => {
    const path = join(root, 'node_modules', file)
    const { status } = spawnSync(process.execPath, [path, ...args], { cwd: root, stdio: 'inherit' })
    if (status === 0) return
    console.error(existsSync(path) ? 'The build failed.' : 'Run `npm install` first.')
    process.exit(1)
  }

  const startedAt = new Date()
  const made = join(root, `dist.${process.pid}.part`)
  process.on('exit', () => rmSync(made, { recursive: true, force: true }))
  node('typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', made)

  for (const data of ['src/directory/data', 'src/detect/taxonomy', 'web/public']) {
    if (existsSync(join(root, data))) {
      cpSync(join(root, data), join(made, data), { recursive: true })
    }
  }

  const { bundleProcesses } = await import('./bundle.mjs')
  await bundleProcesses(made)

  const islands = join(root, 'web/islands/index.ts')
  if (existsSync(islands)) {
    const { build } = await import('esbuild')
    mkdirSync(join(made, 'web/public'), { recursive: true })
    await build({
      entryPoints: [islands],
      outdir: join(made, 'web/public/islands'),
      bundle: true,
      minify: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      logLevel: 'warning',
    })
  }
  // A source saved while the compiler ran is newer than the stamp, and built the next time.
  writeFileSync(join(made, '.built'), '')
  utimesSync(join(made, '.built'), startedAt, startedAt)
  rmSync(dist, { recursive: true, force: true })
  renameSync(made, dist)
}
