import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { flag, instant } from './columns.ts'
import { jurisdictions } from './jurisdictions.ts'

/**
 * What a source's last runs say of it. `new`: never read. `unreadable`: its platform has no
 * adapter yet. `suspect`: the last run was not believed.
 */
export const sourceHealths = [
  'new',
  'ok',
  'quiet',
  'suspect',
  'changed-shape',
  'blocked',
  'unreachable',
  'unauthorised',
  'unreadable',
] as const
export type SourceHealth = (typeof sourceHealths)[number]

/** Configured sites, one row for each portal of a jurisdiction. */
export const sources = sqliteTable(
  'sources',
  {
    /** Stands on the command line and in addresses: `seattle-wa-legistar`. */
    id: text('id').primaryKey(),
    jurisdictionId: integer('jurisdiction_id')
      .notNull()
      .references(() => jurisdictions.id),
    platform: text('platform').notNull(),
    client: text('client').notNull(),
    portalUrl: text('portal_url').notNull(),
    /** What the adapter needs beside the address, as JSON. */
    options: text('options', { mode: 'json' }).notNull(),
    state: text('state', { enum: ['active', 'paused', 'unreadable'] }).notNull(),
    /** The directory row was old or inferred; one good read clears it. */
    needsChecking: flag('needs_checking').notNull().default(false),
    /** A body so rare that a month without meetings is normal. */
    mayBeEmpty: flag('may_be_empty').notNull().default(false),
    addedAt: instant('added_at').notNull(),

    /** The queue of record: the source is due when this has passed. */
    nextRunAt: instant('next_run_at'),
    claimToken: text('claim_token'),
    claimedUntil: instant('claimed_until'),

    lastRunAt: instant('last_run_at'),
    lastSuccessAt: instant('last_success_at'),
    failures: integer('failures').notNull().default(0),
    health: text('health', { enum: sourceHealths }).notNull().default('new'),
    healthSince: instant('health_since').notNull(),
    /** Error code and sentence behind `health`, in words a person can act on. */
    healthCode: text('health_code'),
    healthMessage: text('health_message'),
    healthCure: text('health_cure'),

    /** Who allowed us past robots.txt, when and in what words; all three or none. */
    permissionBy: text('permission_by'),
    permissionOn: text('permission_on'),
    permissionNote: text('permission_note'),
  },
  (table) => [
    // The order of the queue, to the last: many sources are due at one instant after a pause.
    index('sources_due').on(table.state, table.nextRunAt, table.id),
    index('sources_by_jurisdiction').on(table.jurisdictionId),
  ],
)

/** Every change of a source's health, so that "how long silent" can be told. */
export const sourceHealthEvents = sqliteTable(
  'source_health_events',
  {
    id: integer('id').primaryKey(),
    sourceId: text('source_id')
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
    health: text('health', { enum: sourceHealths }).notNull(),
    code: text('code'),
    message: text('message'),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedNote: text('acknowledged_note'),
  },
  (table) => [index('source_health_events_by_source').on(table.sourceId, table.at)],
)

/** One read of one source: its progress while it runs and its verdict after. */
export const runs = sqliteTable(
  'runs',
  {
    id: integer('id').primaryKey(),
    sourceId: text('source_id')
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    /** `interrupted`: the process died in the middle; what was stored stands. */
    outcome: text('outcome', {
      enum: ['running', 'ok', 'suspect', 'failed', 'interrupted'],
    }).notNull(),
    adapterVersion: integer('adapter_version').notNull(),
    meetingsSeen: integer('meetings_seen').notNull().default(0),
    meetingsUpcoming: integer('meetings_upcoming').notNull().default(0),
    meetingsCreated: integer('meetings_created').notNull().default(0),
    meetingsChanged: integer('meetings_changed').notNull().default(0),
    itemsSeen: integer('items_seen').notNull().default(0),
    documentsSeen: integer('documents_seen').notNull().default(0),
    documentsRead: integer('documents_read').notNull().default(0),
    findings: integer('findings').notNull().default(0),
    requests: integer('requests').notNull().default(0),
    /** Answers whose bytes differ from the read before. */
    pagesChanged: integer('pages_changed').notNull().default(0),
    /** Days of the window asked for, both ends included; `null`: unbounded. */
    windowDays: integer('window_days'),
    /** Hash of the markup's skeleton of the first page; `null` when none came. */
    structure: text('structure'),
    /** Nothing of this source was known before. */
    isFirstRead: flag('is_first_read').notNull().default(false),
    /** `Problem[]`, the first 50. */
    problems: text('problems', { mode: 'json' }).notNull(),
    /** The signs that made the run suspect, in words. */
    signs: text('signs', { mode: 'json' }).notNull(),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
  },
  (table) => [index('runs_by_source').on(table.sourceId, table.startedAt)],
)
