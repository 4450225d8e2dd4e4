// Lists and runs the benchmarks: node bench/run.mjs [name] [--quick] [further options]
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))
const root = join(folder, '..')

/** Each `bench/<name>.mjs` is a benchmark; its first line says what it measures. */
const benches = readdirSync(folder)
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => file.slice(0, -'.mjs'.length))
  .map((name) => {
    const [first] = readFileSync(join(folder, `${name}.mjs`), 'utf8').split('\n', 1)
    return { name, summary: first.replace(/^\/\/ ?/, '').replace(`${name}: `, '') }
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1))

const [name, ...options] = process.argv.slice(2)
const bench = benches.find((known) => known.name === name)

if (!bench) {
  if (name) console.error(`There is no benchmark "${name}".\n`)
  console.error('Usage: npm run bench -- <name> [--quick]\n')
  for (const known of benches) console.error(`  ${known.name.padEnd(10)} ${known.summary}`)
  process.exit(name ? 2 : 0)
}

/** Peers live in bench/node_modules, so that installing the product does not bring them. */
function installPeers() {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const installed = Object.entries(dependencies).every(([peer, version]) => {
    const path = join(folder, 'node_modules', peer, 'package.json')
    return existsSync(path) && JSON.parse(readFileSync(path, 'utf8')).version === version
  })
  if (installed) return
  console.error('Installing the peers to compare with …')
  const npm = existsSync(join(folder, 'package-lock.json')) ? 'ci' : 'install'
  execFileSync('npm', [npm, '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 2, 2] })
}

installPeers()
execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: ['ignore', 2, 2] })
/** Detection is measured as the worker detects (src/main.ts). */
const flags = { detect: ['--regexp-tier-up-ticks=30'] }
const command = [...(flags[name] ?? []), join(folder, `${name}.mjs`), ...options]
const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
