import { type ParseArgsConfig, parseArgs } from 'node:util'
import { InputError, shorten } from '../model/errors.ts'

/** What a command may do to the outside: print, read its input, and be told to stop. */
export interface Terminal {
  /** Data, to standard output, with a line end added. */
  out(text: string): void
  /** Everything else, to standard error, with a line end added. */
  err(text: string): void
  /** Standard input, line by line, without line ends. */
  lines(): AsyncIterable<string>
  /** Ends when the person or the system asks the process to stop. */
  readonly stopped: AbortSignal
}

type OptionDefinitions = NonNullable<ParseArgsConfig['options']>

type ParsedOptions<Options extends OptionDefinitions> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>['values']

/** One command of the command line, with the type of its options folded away. */
export interface Command {
  /** As typed: `scrape`. */
  readonly name: string
  /** As in `scrape <portal-url> [--json]`. */
  readonly usage: string
  readonly summary: string
  readonly options: OptionDefinitions
  /** The exit code: 0 done, 1 failed, 2 asked wrongly. Errors thrown become 1, `InputError` 2. */
  run(argv: readonly string[], terminal: Terminal): Promise<number>
}

/** Types `run`'s values from `options`. */
export function defineCommand<const Options extends OptionDefinitions>(definition: {
  readonly name: string
  readonly usage: string
  readonly summary: string
  readonly options: Options
  /** Words beside the options: more are a mistake that is told; any number unless given. */
  readonly mostWords?: number
  run(
    values: ParsedOptions<Options>,
    positionals: readonly string[],
    terminal: Terminal,
  ): Promise<number>
}): Command {
  return {
    name: definition.name,
    usage: definition.usage,
    summary: definition.summary,
    options: definition.options,
    async run(argv, terminal) {
      const { values, positionals } = parseOrExplain(definition, argv)
      const tooMany = positionals[definition.mostWords ?? positionals.length]
      if (tooMany !== undefined) {
        const said = `${definition.name} does not know what to do with "${shorten(tooMany)}"`
        throw new InputError('usage', said, `Usage: watchdocket ${definition.usage}`)
      }
      return await definition.run(values, positionals, terminal)
    },
  }
}

function parseOrExplain<Options extends OptionDefinitions>(
  { options, usage }: { options: Options; usage: string },
  argv: readonly string[],
) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true })
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new InputError('usage', said, `Usage: watchdocket ${usage}`, { cause: error })
  }
}
