// A nation of replica portals, all platforms in the directory's mix: rounds, memory, pace, a kill half way
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { readNation } from './nation/facts.mjs'
import { platformOf } from './nation/places.mjs'
import { seedNation } from './nation/seed.mjs'
import { benchFolder, startInstallation } from './parts/installation.mjs'
import { figure, startChild, tellLoad } from './parts/measure.mjs'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    portals: { type: 'string' },
    concurrency: { type: 'string', default: '256' },
    pace: { type: 'string', default: '1000' },
    /** After the first; the worker is killed in the last, unless it is spared. */
    rounds: { type: 'string', default: '2' },
    spare: { type: 'boolean', default: false },
    /** A file that lets the rounds begin: a long first read need not be alone on the machine, the rounds must. */
    'rounds-after': { type: 'string' },
  },
})
const count = Number(values.portals ?? (values.quick ? 500 : 20_000))
const spacingMs = Number(values.pace)
const changedShare = 0.02
const goalMinutes = 10
const goalMemory = 512

tellLoad()
const folder = benchFolder()
const databaseUrl = pathToFileURL(join(folder, 'watchdocket.db')).href
const portals = await startChild(new URL('./nation/portals.mjs', import.meta.url), [
  String(count),
  String(changedShare),
])
await seedNation(databaseUrl, { count, port: portals.ready.port, now: new Date() })
const platforms = new Set(Array.from({ length: count }, (_, index) => platformOf(index)))
console.log(`${count} portals of ${platforms.size} platforms, a request a second to each at most\n`)

const installation = await startInstallation(folder, {
  env: {
    WATCHDOCKET_ALLOW_LOOPBACK: '1',
    WATCHDOCKET_CONCURRENCY: values.concurrency,
    WATCHDOCKET_PACE_MS: values.pace,
  },
})
const nation = await readNation(databaseUrl)

/** Processes of the installation by name, readers of documents together. */
function processes() {
  const all = readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return []
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const [, parent, ...fields] = /\) \S (\d+) (.*)/s.exec(stat) ?? []
      const numbers = (fields[0] ?? '').split(' ')
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      const rssMb =
        Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
      // Fields 14 and 15 of proc(5), in ticks of 10 ms.
      return [
        {
          pid: Number(pid),
          parent: Number(parent),
          command,
          rssMb,
          cpuMs: (Number(numbers[9]) + Number(numbers[10])) * 10,
        },
      ]
    } catch {
      return []
    }
  })
  const within = (pid) => all.filter(({ parent }) => parent === pid)
  const children = within(installation.pid)
  const named = (name) => children.find(({ command }) => command.includes(`/${name}.js`))
  const worker = named('worker')
  const readers = worker ? within(worker.pid).flatMap((one) => [one, ...within(one.pid)]) : []
  return {
    supervisor: all.find(({ pid }) => pid === installation.pid),
    worker,
    web: named('web'),
    readers,
  }
}

const sum = (list) => list.reduce((total, { rssMb }) => total + (rssMb || 0), 0)

/** Runs until every portal has been read since `since`; `during` is told the share that is done. */
async function round(name, since, during = () => undefined) {
  const before = processes()
  const startedAt = performance.now()
  let peak = { ours: 0, readers: 0 }
  let lastTold = startedAt
  /** Milliseconds of each process that was seen, by its number: one that was killed has worked too. */
  const spent = { worker: new Map(), web: new Map() }
  for (;;) {
    await pause(count < 2_000 ? 200 : 1_000)
    const { supervisor, worker, web, readers } = processes()
    peak = {
      ours: Math.max(peak.ours, sum([supervisor, worker, web].filter(Boolean))),
      readers: Math.max(peak.readers, sum(readers)),
    }
    if (worker) spent.worker.set(worker.pid, worker.cpuMs)
    if (web) spent.web.set(web.pid, web.cpuMs)
    const done = await nation.countReadSince(since)
    await during(done / count, worker)
    if (performance.now() - lastTold > 60_000) {
      lastTold = performance.now()
      console.error(
        `  ${name}: ${done} of ${count}, ${Math.round((lastTold - startedAt) / 1_000)} s, ${peak.ours.toFixed(0)} MB`,
      )
    }
    if (done === count) break
  }
  const tookS = (performance.now() - startedAt) / 1_000
  const told = await portals.ask('told')
  const cpu = (which) =>
    ([...spent[which].values()].reduce((total, ms) => total + ms, 0) -
      (before[which]?.cpuMs ?? 0)) /
    1_000
  return { name, tookS, peak, told, cpu: { worker: cpu('worker'), web: cpu('web') } }
}

function tell({ name, tookS, peak, told, cpu }, goals) {
  console.log(`\n${name}`)
  figure('  time', tookS / 60, 'min', goals ? goalMinutes : undefined)
  figure('  pages', told.requests / tookS, '/s')
  figure('  requests', told.requests / count, 'a portal')
  figure('  CPU of the worker', (cpu.worker * 1_000) / count, 'ms a portal')
  figure('  CPU of the web process', cpu.web, 's')
  figure(
    '  resident: supervisor, worker and web, at most',
    peak.ours,
    'MB',
    goals ? goalMemory : undefined,
  )
  figure('  resident: readers of documents, at most', peak.readers, 'MB')
  figure('  requests to a host before its time', told.tooFast, '', 0)
  console.log(
    `  shortest time between two requests to a host: ${Math.round(told.shortestGapMs)} ms`,
  )
}

async function change(number) {
  const answer = await portals.ask('change', { round: number, spacingMs })
  return answer.changed
}

let isGood = true
function hold(what, isTrue) {
  console.log(`  ${isTrue ? 'holds' : 'FAILS'}: ${what}`)
  isGood &&= isTrue
}

/** Everything that portals changed is stored, once, and no run was doubted. */
async function check() {
  const { changedIn } = await portals.ask('told')
  const { meetings, items, doubles, health, itemRound, special, sound } = await nation.readFacts()
  const changed = changedIn.flatMap((number, index) => (number > 0 ? [index] : []))
  const lost = changed.filter(
    (index) =>
      (!special.has(index) && !itemRound.has(index)) ||
      (itemRound.has(index) && itemRound.get(index) !== changedIn[index]),
  )
  const invented = [...itemRound.keys(), ...special].filter((index) => changedIn[index] === 0)
  console.log(`  ${meetings} meetings with ${items} items are stored`)
  hold(
    `what ${changed.length} portals have changed so far is stored (lost: ${lost.length})`,
    lost.length === 0,
  )
  hold(`nothing else is (${invented.length})`, invented.length === 0)
  hold(`nothing is stored twice (${doubles})`, doubles === 0)
  const ill = Object.keys(health).filter((one) => one !== 'ok' && one !== 'quiet')
  hold(`every portal is well (${JSON.stringify(health)})`, ill.length === 0)
  hold(`the database is sound (${sound})`, sound === 'ok')
}

try {
  tell(await round('First round: everything is new', new Date(0)), false)
  await check()
  const signal = values['rounds-after']
  if (signal) console.log(`\nThe rounds wait for ${signal}`)
  while (signal && !existsSync(signal)) await pause(1_000)
  tellLoad()
  const rounds = Number(values.rounds)
  for (let number = 1; number <= rounds; number++) {
    const isKilled = number === rounds && !values.spare
    await change(number)
    const since = new Date()
    await nation.makeAllDue(since)
    let killed
    const result = await round(
      `A round, 2 % changed${isKilled ? ', the worker killed half way (kill -9)' : ''}`,
      since,
      async (done, worker) => {
        if (!isKilled || killed || done < 0.5 || !worker) return
        killed = done
        process.kill(worker.pid, 'SIGKILL')
      },
    )
    tell(result, true)
    isGood &&= result.told.tooFast === 0 && result.peak.ours <= goalMemory
    if (!values.quick) isGood &&= result.tookS <= goalMinutes * 60
    if (isKilled)
      hold(`the worker was killed at ${Math.round((killed ?? 0) * 100)} %`, killed !== undefined)
    await check()
  }
} finally {
  nation.close()
  await installation.stop()
  await portals.stop()
}
process.exitCode = isGood ? 0 : 1
