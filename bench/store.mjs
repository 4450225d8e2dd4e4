// Bulk storing as ingest does it, beside the driver's client.batch of single statements
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median, tellLoad } from './parts/measure.mjs'

const quick = process.argv.includes('--quick')
const rowCount = 100_000
const rounds = quick ? 3 : 7
const goal = 4.5

const way = fileURLToPath(new URL('./store/way.mjs', import.meta.url))

/**
 * Each round of each way is a process of its own, as a first load is. In a shared one the garbage
 * of one way (a batch leaves a statement of the driver behind for every row) is cleared away while
 * the other is timed, and memory that one has asked for is there for the other.
 */
const cpuSecondsOf = (name) =>
  Number(execFileSync(process.execPath, ['--expose-gc', way, name, String(rowCount)]))

tellLoad()
const spent = { 'client.batch': [], insertRows: [] }
for (let round = 0; round < rounds; round++) {
  for (const [name, seconds] of Object.entries(spent)) seconds.push(cpuSecondsOf(name))
}

for (const [name, seconds] of Object.entries(spent)) {
  const perSecond = Math.round(rowCount / median(seconds))
  console.log(`${name.padEnd(14)} ${String(perSecond).padStart(8)} rows a CPU second`)
}
const ratio = median(spent['client.batch'].map((seconds, at) => seconds / spent.insertRows[at]))
const verdict = ratio >= goal ? 'met' : 'MISSED'
console.log(
  `\nTimes cheaper than client.batch: ${ratio.toFixed(2)}  (goal at least ${goal}: ${verdict}; median of ${rounds} pairs)`,
)
if (ratio < goal) process.exitCode = 1
