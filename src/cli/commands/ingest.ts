import type { RunReport } from '../../ingest/run-report.ts'
import { InputError } from '../../model/errors.ts'
import { type Command, defineCommand, type Terminal } from '../command.ts'

/** How `ingest` reads: by asking the server that runs, or by doing the work in this process. */
export interface Ingesting {
  /** Reads one source now, whether due or not. */
  readSource(sourceId: string): Promise<RunReport>
  /** Ids of active sources; `due` only those whose time has come. */
  listSourceIds(which: 'due' | 'all'): Promise<readonly string[]>
  /**
   * Recognises the pages that wait for it, behind all that can be read at once; nothing where a
   * server runs, which does so by itself. Ends early once `signal` is aborted.
   */
  recognise(signal: AbortSignal): Promise<void>
  /** Ends what was opened. */
  close(): Promise<void>
}

/** How long to wait between looks for due sources when not `--once`. */
const lookEveryMs = 5_000

export function ingestCommand(deps: {
  open(): Promise<Ingesting>
  sleep(ms: number, signal: AbortSignal): Promise<void>
}): Command {
  return defineCommand({
    name: 'ingest',
    usage: 'ingest [--source ID | --all] [--once] [--json]',
    summary: 'Read one source, all of them, or those that are due',
    mostWords: 0,
    options: {
      source: { type: 'string' },
      all: { type: 'boolean', default: false },
      once: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    async run({ source, all, once, json }, _positionals, terminal) {
      if (source !== undefined && all) {
        throw new InputError('usage', '--source and --all exclude each other', 'Give one of them')
      }
      const ingesting = await deps.open()
      try {
        if (source !== undefined) return await readAll(ingesting, [source], terminal, json)
        let code = await readAll(
          ingesting,
          await ingesting.listSourceIds(all ? 'all' : 'due'),
          terminal,
          json,
        )
        while (!once && !terminal.stopped.aborted) {
          await deps.sleep(lookEveryMs, terminal.stopped)
          if (terminal.stopped.aborted) break
          code = Math.max(
            code,
            await readAll(ingesting, await ingesting.listSourceIds('due'), terminal, json),
          )
        }
        return code
      } finally {
        await ingesting.close()
      }
    },
  })
}

/** One after the other, pictures last; one that fails is told and the next goes on. */
async function readAll(
  ingesting: Ingesting,
  ids: readonly string[],
  terminal: Terminal,
  json: boolean,
): Promise<number> {
  let code = 0
  for (const id of ids) {
    if (terminal.stopped.aborted) break
    const report = await ingesting.readSource(id)
    if (report.outcome === 'failed') code = 1
    terminal.out(json ? JSON.stringify(report) : describe(report))
  }
  await ingesting.recognise(terminal.stopped)
  return code
}

function describe(report: RunReport): string {
  const { sourceId, outcome, error, meetingsSeen, meetingsCreated, meetingsChanged, findings } =
    report
  const counts = `${meetingsSeen} meetings, ${meetingsCreated} new, ${meetingsChanged} changed, ${findings} findings`
  const why = error ? ` — ${error.code}: ${error.message}. ${error.cure}` : ''
  return `${sourceId}: ${outcome}; ${counts}${why}`
}
