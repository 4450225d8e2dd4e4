import { spawn } from 'node:child_process'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What this system offers to hold a reading process; each is used where it is present. */
export interface ReaderLayers {
  /** Memory, core files and open files limited by the kernel (`prlimit`). */
  readonly limits: boolean
  /** A network namespace of its own, without a network in it (`unshare`). */
  readonly noNetwork: boolean
  /** Node's permission flag, which leaves it the program's own files; `null` without one. */
  readonly permission: '--permission' | '--experimental-permission' | null
}

/** No layer at all: what is left are the parent's clock and its counting of what comes back. */
export const noLayers: ReaderLayers = { limits: false, noNetwork: false, permission: null }

/**
 * Bytes of anonymous memory, buffers of the engine included; the address space is far larger and
 * says nothing. From V8 12 on the engine maps half a gigabyte for code at its start, which counts
 * although it stays empty (measured: 575 MB on Node 24 against 49 MB on Node 20): what is left for
 * reading is about the same.
 */
const dataBytes = Number.parseInt(process.versions.v8, 10) >= 12 ? 1_073_741_824 : 536_870_912

/** What the kernel holds a process to. */
export interface KernelLimits {
  /** Times the memory that a reading process gets. */
  readonly memory: number
  /** Seconds over all files of one process; the clock of each file is the parent's. */
  readonly cpuSeconds: number
}

const readingLimits: KernelLimits = { memory: 1, cpuSeconds: 90 }

const limitArgs = ({ memory, cpuSeconds }: KernelLimits) => [
  `--data=${dataBytes * memory}`,
  `--cpu=${cpuSeconds}:${cpuSeconds + 5}`,
  '--core=0',
  '--nofile=64',
]

const path = '/usr/bin:/bin'

function succeeds(file: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: 'ignore', env: { PATH: path }, timeout: 5_000 })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

/** Tries each layer once. */
export async function findReaderLayers(): Promise<ReaderLayers> {
  const [limits, noNetwork] = await Promise.all([
    succeeds('prlimit', [...limitArgs(readingLimits), 'true']),
    succeeds('unshare', ['-rn', 'true']),
  ])
  const permission = (['--permission', '--experimental-permission'] as const).find((flag) =>
    process.allowedNodeEnvironmentFlags.has(flag),
  )
  return { limits, noNetwork, permission: permission ?? null }
}

/** How a reading process is started. */
export interface ReaderCommand {
  readonly file: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/**
 * The engine's memory is its own. What V8 makes room for beside it only grows while a process is
 * warm: young objects in larger halves, and pools of the C library for each thread that compiles.
 * Without these two bounds a process holds 25 MB more after 2,000 pages than after 300.
 */
const heapBounds = ['--max-old-space-size=192', '--max-semi-space-size=2']
const poolBounds = { MALLOC_ARENA_MAX: '1' }

/** The program of the reading process, beside this file. */
export const shippedEntry = fileURLToPath(
  new URL(`./reader-child${extname(import.meta.url)}`, import.meta.url),
)

/** The folders that the program's own files lie in: its package, and where its packages may lie. */
function programFolders(entry: string): string[] {
  let folder = dirname(entry)
  while (basename(folder) !== 'dist' && basename(folder) !== 'node_modules') {
    if (dirname(folder) === folder) return [dirname(entry)]
    folder = dirname(folder)
  }
  const root = dirname(folder)
  return basename(dirname(root)) === 'node_modules' ? [root, dirname(root)] : [root]
}

/**
 * The command that starts `entry` behind the layers. Each program on the way replaces itself with
 * the next, so that one process is left to be killed.
 */
export function readerCommand(
  layers: ReaderLayers,
  entry: string = shippedEntry,
  execArgv: readonly string[] = [],
  kernelLimits: KernelLimits = readingLimits,
): ReaderCommand {
  const permission =
    layers.permission === null || extname(entry) === '.ts'
      ? []
      : [
          layers.permission,
          ...programFolders(entry).map((folder) => `--allow-fs-read=${join(folder, '*')}`),
        ]
  const program = [process.execPath, ...heapBounds, ...permission, ...execArgv, entry]
  return behindLayers(layers, program, kernelLimits)
}

/** The command that starts any program behind the layers that hold one which is not ours. */
export function behindLayers(
  layers: ReaderLayers,
  program: readonly string[],
  kernelLimits: KernelLimits,
): ReaderCommand {
  const [file = '', ...args] = [
    ...(layers.noNetwork ? ['unshare', '-rn'] : []),
    ...(layers.limits ? ['prlimit', ...limitArgs(kernelLimits)] : []),
    ...program,
  ]
  return { file, args, env: { PATH: path, ...poolBounds } }
}
