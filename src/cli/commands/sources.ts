import type { OverdueAgenda } from '../../db/queries/body-habits.ts'
import type { CoverageRow } from '../../db/queries/coverage.ts'
import type { CoverageSummary, PlatformCoverage } from '../../db/queries/platform-coverage.ts'
import { InputError } from '../../model/errors.ts'
import { type Command, defineCommand, type Terminal } from '../command.ts'

/** What `sources health --json` prints. */
export interface SourcesHealth extends CoverageSummary {
  /** `isVerified` is false where the adapter was built without a recording of a real portal. */
  readonly platforms: readonly (PlatformCoverage & { readonly isVerified: boolean })[]
  readonly overdue: readonly OverdueAgenda[]
  readonly sources: readonly CoverageRow[]
}

export interface SourceCare {
  /** Asks for a command of src/commands. */
  ask(name: string, input: unknown): Promise<unknown>
  listCoverage(): Promise<readonly CoverageRow[]>
  readHealth(now: Date): Promise<SourcesHealth>
  close(): Promise<void>
}

const actions = [
  'add',
  'list',
  'health',
  'read',
  'pause',
  'resume',
  'permit',
  'acknowledge',
] as const

export function sourcesCommand(deps: { open(): Promise<SourceCare>; now(): Date }): Command {
  return defineCommand({
    name: 'sources',
    usage:
      'sources add <url> [--name PLACE --state XX --zone IANA] | list | health | read <id> | pause <id> | resume <id> | permit <id> --by WHO --note WORDS | permit <id> --revoke | acknowledge <id> --note WORDS [--json]',
    summary: 'Add, list and look after the portals that are read',
    mostWords: 2,
    options: {
      name: { type: 'string' },
      state: { type: 'string' },
      zone: { type: 'string' },
      by: { type: 'string' },
      note: { type: 'string' },
      revoke: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    async run(values, [action = 'list', subject], terminal) {
      const known = actions.find((each) => each === action)
      if (!known) {
        throw new InputError('usage', `No "sources ${action}"`, `One of: ${actions.join(', ')}`)
      }
      const care = await deps.open()
      try {
        if (known === 'list') {
          const rows = await care.listCoverage()
          if (values.json) terminal.out(JSON.stringify(rows))
          else printList(rows, terminal)
          return 0
        }
        if (known === 'health') {
          const health = await care.readHealth(deps.now())
          if (values.json) terminal.out(JSON.stringify(health))
          else printHealth(health, terminal, deps.now())
          return health.sources.some(isTroubled) ? 1 : 0
        }
        const answer = await care.ask(...askFor(known, required(subject, known), values))
        terminal.out(values.json ? JSON.stringify(answer) : describeAnswer(known, answer))
        return 0
      } finally {
        await care.close()
      }
    },
  })
}

function required(value: string | undefined, action: string): string {
  if (value) return value
  const what = action === 'add' ? 'the address of a portal' : 'the id of a source'
  throw new InputError(
    'usage',
    `sources ${action} needs ${what}`,
    '`sources list` names every source',
  )
}

interface Values {
  readonly name?: string | undefined
  readonly state?: string | undefined
  readonly zone?: string | undefined
  readonly by?: string | undefined
  readonly note?: string | undefined
  readonly revoke: boolean
}

/** The command behind an action, and its input. */
function askFor(
  action: Exclude<(typeof actions)[number], 'list' | 'health'>,
  subject: string,
  { name, state, zone, by, note, revoke }: Values,
): [string, unknown] {
  const sourceId = subject
  if (action === 'permit' && !revoke && !(by?.trim() && note?.trim())) {
    throw new InputError(
      'usage',
      'sources permit needs to know who allowed it, and how',
      'Give --by WHO and --note WORDS, or --revoke to take it back',
    )
  }
  if (action === 'acknowledge' && !note?.trim()) {
    throw new InputError(
      'usage',
      'sources acknowledge needs what is known of the trouble',
      'Give it as --note WORDS',
    )
  }
  switch (action) {
    case 'add':
      return [
        'add-source',
        { address: subject, name: name ?? '', state: state ?? '', timeZone: zone ?? null },
      ]
    case 'read':
      return ['read-now', { sourceId }]
    case 'pause':
    case 'resume':
      return ['pause-source', { sourceId, isPaused: action === 'pause' }]
    case 'permit':
      return ['permit-source', { sourceId, permission: revoke ? null : { by, note } }]
    case 'acknowledge':
      return ['acknowledge-health', { sourceId, note }]
  }
}

function describeAnswer(action: string, answer: unknown): string {
  if (action !== 'add') {
    const done = answer as { sourceId: string; permission?: object | null }
    const what = done.permission === null ? 'permission taken back:' : action
    return `Done: ${what} ${done.sourceId}`
  }
  const added = answer as { sourceId: string; isNew: boolean; isReadable: boolean }
  const what = added.isNew ? 'Added' : 'Watched already:'
  const how = added.isReadable
    ? 'it is read at once'
    : 'its platform is not readable yet; it stays listed'
  return `${what} ${added.sourceId}; ${how}`
}

/** What an operator knows of already is no news to whoever asks for the exit code. */
const isTroubled = (row: CoverageRow) =>
  row.sourceState === 'active' &&
  row.acknowledgedAt === null &&
  !['ok', 'quiet', 'new'].includes(row.health)

function printList(rows: readonly CoverageRow[], terminal: Terminal): void {
  if (rows.length === 0) {
    terminal.out(
      'No source yet. Add one: watchdocket sources add <address of its list of meetings>',
    )
  }
  for (const row of rows) {
    const place = row.state ? `${row.placeName}, ${row.state}` : row.placeName
    terminal.out([row.sourceId, place, row.platform, row.health, row.portalUrl].join('\t'))
  }
}

function printHealth(health: SourcesHealth, terminal: Terminal, now: Date): void {
  const { sources, platforms, overdue } = health
  if (sources.length === 0) terminal.out('No source yet')
  for (const row of sources) {
    const read = row.lastSuccessAt ? `last read ${ago(row.lastSuccessAt, now)}` : 'never read'
    const why = row.healthMessage
      ? ` — ${row.healthCode}: ${row.healthMessage}. ${row.healthCure ?? ''}`
      : ''
    const known = row.acknowledgedAt
      ? ` — known to the operator: ${row.acknowledgedNote ?? ''}`
      : ''
    terminal.out(`${row.sourceId}: ${row.health}, ${read}${why}${known}`)
  }
  for (const { sourceId, body, nextDate } of overdue) {
    terminal.out(`${sourceId}: ${body} is later than usual with its agenda for ${nextDate}`)
  }
  for (const each of platforms) {
    const { platform, councils, items, meetingsWithAgenda, meetingsWithItems } = each
    terminal.out(
      `${platform}: ${councils} councils, ${items} items, ${meetingsWithItems} of ${meetingsWithAgenda} recent agendas item by item`,
    )
  }
}

function ago(at: Date, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - at.getTime()) / 60_000))
  if (minutes < 120) return `${minutes} min ago`
  const hours = Math.round(minutes / 60)
  return hours < 72 ? `${hours} h ago` : `${Math.round(hours / 24)} days ago`
}
