// start: from the command to the first page, on a machine that has it built
import { spawnSync } from 'node:child_process'
import { benchFolder, startInstallation } from './parts/installation.mjs'
import { figure, median } from './parts/measure.mjs'

const rounds = process.argv.includes('--quick') ? 2 : 7
/** Seconds of wall time: what somebody waits who has typed the command. */
const goalMs = 1_500

const ways = [
  { name: 'npm start', command: ['npm', 'start'] },
  { name: 'node bin/watchdocket.js serve', command: [] },
]
const times = new Map()
const note = (name, ms) => times.set(name, [...(times.get(name) ?? []), ms])

// The first start after a build fills the page cache: it is nobody's everyday start.
await (await startInstallation(benchFolder())).stop()

/** What Node and npm take for nothing at all, to judge the machine by. */
const floors = [
  { name: 'node alone', command: [process.execPath, '-e', '0'] },
  { name: 'npm alone', command: ['npm', '--version'] },
]

for (let round = 0; round < rounds; round += 1) {
  for (const { name, command } of floors) {
    const startedAt = performance.now()
    spawnSync(command[0], command.slice(1))
    note(name, performance.now() - startedAt)
  }
  for (const { name, command } of ways) {
    const folder = benchFolder()
    for (const which of ['new database', 'existing database']) {
      const server = await startInstallation(folder, { command })
      note(`${name}, ${which}`, server.readyMs)
      await server.stop()
    }
  }
}

console.log(`first page from the spawn, median of ${rounds}`)
for (const [name, all] of times) {
  figure(name, median(all), 'ms', name.endsWith('alone') ? undefined : goalMs)
  console.log(`  ${all.map((ms) => ms.toFixed(0)).join(' ')}`)
}
