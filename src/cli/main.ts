import { createInterface } from 'node:readline'
import { readConfig } from '../config.ts'
import { AppError, InputError } from '../model/errors.ts'
import { programVersion } from '../system/program.ts'
import { serve } from '../system/serve.ts'
import type { Command, Terminal } from './command.ts'
import { serveCommand } from './commands/serve.ts'

/** The terminal of this process. */
function openTerminal(): Terminal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stop.abort())
  }
  // A reader that has seen enough (`| head`) closes the pipe: no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    stopped: stop.signal,
  }
}

function usage(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Usage: watchdocket <command> [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'watchdocket <command> --help tells the options of one command, watchdocket --version the version;',
    'docs/cli.md tells all.',
  ].join('\n')
}

/**
 * Runs one command and gives its exit code: 0 done, 1 failed, 2 asked wrongly. An error is
 * printed as its code, its sentence and what to do about it.
 */
export async function runCli(
  argv: readonly string[],
  commands: readonly Command[],
  terminal: Terminal,
  version: string,
): Promise<number> {
  const [first, second] = argv
  const [name, ...rest] = first === 'help' && second ? [second, '--help'] : argv
  if (!name || name === 'help' || name === '--help' || name === '-h') {
    terminal.out(usage(commands))
    return name ? 0 : 2
  }
  if (name === '--version') {
    terminal.out(version)
    return 0
  }
  const command = commands.find((known) => known.name === name)
  if (!command) {
    terminal.err(`usage: no command "${name}"\n\n${usage(commands)}`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(`${command.summary}\n\nUsage: watchdocket ${command.usage}`)
    return 0
  }
  try {
    return await command.run(rest, terminal)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    terminal.err(`${error.code}: ${error.message}\n${error.cure}`)
    return error instanceof InputError ? 2 : 1
  }
}

/**
 * What `bin/watchdocket.js` runs. The server's supervisor lives for months beside two processes
 * that do the work: it loads none of what they need.
 */
export async function main(): Promise<void> {
  const argv = process.argv.slice(2)
  const isServe = argv[0] === 'serve' && !argv.includes('--help')
  const commands = isServe
    ? [serveCommand({ config: readConfig, serve })]
    : (await import('../system.ts')).listCommands()
  process.exitCode = await runCli(argv, commands, openTerminal(), programVersion)
}
