import type { TaxonomyNames } from '../../../web/context.ts'
import { parseFindingFilter, unknownIds } from '../../../web/filter.ts'
import type { ReadDb } from '../../db/client.ts'
import { writeCsv } from '../../exports/csv.ts'
import { exportFindings, exportWhens, type RecordPages } from '../../exports/export-findings.ts'
import { type JsonHead, writeJson, writeNdjson } from '../../exports/json.ts'
import { InputError } from '../../model/errors.ts'
import { type Command, defineCommand } from '../command.ts'

const formats = {
  csv: (pages: RecordPages) => writeCsv(pages),
  json: (pages: RecordPages, head: JsonHead) => writeJson(pages, head),
  ndjson: (pages: RecordPages) => writeNdjson(pages),
} as const

const usage =
  'export [--format csv|json|ndjson] [--place SLUG] [--technology ID] [--vendor ID] [--route ID] [--least DOLLARS] [--q WORDS] [--band found|possible] [--when upcoming|past|all] [--json]'

/** One of the words that an option takes. */
function choose<Word extends string>(option: string, given: string, words: readonly Word[]): Word {
  const chosen = words.find((word) => word === given)
  if (chosen) return chosen
  throw new InputError(
    'usage',
    `--${option} is one of ${words.join(', ')}`,
    `Usage: watchdocket ${usage}`,
  )
}

/** Writes a filtered list of findings to standard output, without a bound. */
export function exportCommand(deps: {
  openReadDb(): Promise<ReadDb>
  now(): Date
  readonly taxonomy: TaxonomyNames
  /** For links to our pages; `null` leaves them out. */
  readonly publicUrl: string | null
}): Command {
  return defineCommand({
    name: 'export',
    usage,
    summary: 'Write a filtered list of findings as CSV, JSON or NDJSON',
    options: {
      format: { type: 'string', default: 'csv' },
      place: { type: 'string' },
      technology: { type: 'string' },
      vendor: { type: 'string' },
      route: { type: 'string' },
      least: { type: 'string' },
      q: { type: 'string' },
      band: { type: 'string' },
      when: { type: 'string', default: 'all' },
      json: { type: 'boolean', default: false },
    },
    async run({ format, when, json, ...asked }, positionals, terminal) {
      const write =
        formats[choose('format', json ? 'json' : format, ['csv', 'json', 'ndjson'] as const)]
      const chosenWhen = choose('when', when, exportWhens)
      const { filter, refused } = parseFindingFilter(asked)
      if (refused.length > 0 || positionals.length > 0) {
        const named = [...refused.map((name) => `--${name}`), ...positionals]
        throw new InputError(
          'usage',
          `Not understood: ${named.join(', ')}`,
          `Usage: watchdocket ${usage}`,
        )
      }
      const unknown = unknownIds(filter, deps.taxonomy)
      if (unknown.length > 0) {
        throw new InputError(
          'filter_value',
          `No technology or vendor is called so: ${unknown.join(', ')}`,
          'Take its id from the address of a filtered list, or from `watchdocket export --json`',
        )
      }
      const db = await deps.openReadDb()
      try {
        const now = deps.now()
        const { publicUrl } = deps
        const request = { filter, when: chosenWhen, now, limit: null, publicUrl }
        const head = { generatedAt: now, asked: { ...filter, when: chosenWhen }, limit: null }
        for await (const chunk of write(exportFindings(db, request), head)) {
          if (terminal.stopped.aborted) return 1
          // The terminal adds the line end that every chunk has.
          if (chunk !== '') terminal.out(chunk.replace(/\n$/, ''))
        }
        return 0
      } finally {
        db.close()
      }
    },
  })
}
