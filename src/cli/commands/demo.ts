import type { Config } from '../../config.ts'
import type { DemoPlace, DemoPortals } from '../../demo/portal.ts'
import { type Command, defineCommand } from '../command.ts'
import { type Serve, withAddress } from './serve.ts'

/** Left for the visitor to add by hand, so that the first steps can be tried too. */
const leftOut = 2

export function demoCommand(deps: {
  config(): Config
  serve: Serve
  startPortals(): Promise<DemoPortals>
  /** A folder of its own for this demonstration; gone when `remove` has run. */
  makeFolder(): Promise<{ path: string; remove(): Promise<void> }>
  /** Asks the worker of a data folder for a command. */
  ask(dataDir: string, name: string, input: unknown): Promise<unknown>
}): Command {
  return defineCommand({
    name: 'demo',
    usage: 'demo [--port N] [--empty]',
    summary: 'Run everything over fictional councils on this machine, without the internet',
    mostWords: 0,
    options: { port: { type: 'string' }, empty: { type: 'boolean', default: false } },
    async run({ port, empty }, _positionals, terminal) {
      const folder = await deps.makeFolder()
      const portals = await deps.startPortals()
      try {
        const places = portals.councils.map(({ meetings: _truth, ...place }): DemoPlace => place)
        const config: Config = {
          ...withAddress(deps.config(), { port: port ?? '4748', host: undefined }),
          dataDir: folder.path,
          databaseUrl: `file:${folder.path}/watchdocket.db`,
          databaseToken: undefined,
          bucket: null,
          publicUrl: null,
          siteName: 'Watchdocket',
          paceMs: 0,
          concurrency: 2,
          allowLoopback: true,
          demo: places,
        }
        const addAll = async () => {
          for (const { portalUrl } of empty ? [] : places.slice(0, -leftOut)) {
            await deps.ask(folder.path, 'add-source', { directoryId: portalUrl })
          }
        }
        let adding: Promise<void> = Promise.resolve()
        const refusal = await deps.serve(config, terminal, (url) => {
          terminal.out(`Watchdocket's demo is running at ${url}`)
          terminal.err('Every council in it is fictional. Press Ctrl+C to stop; nothing is kept.')
          adding = addAll().catch((error: unknown) => {
            terminal.err(
              `Councils could not be added: ${error instanceof Error ? error.message : ''}`,
            )
          })
        })
        await adding
        if (!refusal) return 0
        terminal.err(`${refusal.code}: ${refusal.message}\n${refusal.cure}`)
        return 1
      } finally {
        await portals.close()
        await folder.remove()
      }
    },
  })
}
