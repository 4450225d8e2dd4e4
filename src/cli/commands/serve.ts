import type { Refusal } from '../../child.ts'
import type { Config } from '../../config.ts'
import { InputError } from '../../model/errors.ts'
import { type Command, defineCommand, type Terminal } from '../command.ts'

/** Runs worker and web until the terminal says stop. */
export type Serve = (
  config: Config,
  terminal: Terminal,
  onReady: (url: string) => void,
) => Promise<Refusal | undefined>

export function serveCommand(deps: { config(): Config; serve: Serve }): Command {
  return defineCommand({
    name: 'serve',
    usage: 'serve [--port N] [--host ADDRESS]',
    summary: 'Run the server and the schedule; this is what npm start does',
    mostWords: 0,
    options: { port: { type: 'string' }, host: { type: 'string' } },
    async run({ port, host }, _positionals, terminal) {
      const config = withAddress(deps.config(), { port, host })
      const refusal = await deps.serve(config, terminal, (url) => {
        terminal.out(`Watchdocket is running at ${url}`)
        terminal.err('Press Ctrl+C to stop.')
      })
      if (!refusal) return 0
      terminal.err(`${refusal.code}: ${refusal.message}\n${refusal.cure}`)
      return 1
    },
  })
}

/** The settings with the port and address of this one call. */
export function withAddress(
  config: Config,
  { port, host }: { port: string | undefined; host: string | undefined },
): Config {
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
    throw new InputError('usage', `--port ${port} is no port`, 'A number from 0 to 65535')
  }
  return {
    ...config,
    ...(port !== undefined && { port: Number(port) }),
    ...(host !== undefined && { host }),
  }
}
