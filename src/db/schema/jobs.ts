import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { instant } from './columns.ts'

/** Work beside the reading of sources, whose queue is the sources themselves. */
export const jobs = sqliteTable(
  'jobs',
  {
    id: integer('id').primaryKey(),
    kind: text('kind').notNull(),
    /** What makes the work unique: asking twice is asking once. */
    key: text('key').notNull(),
    payload: text('payload', { mode: 'json' }).notNull(),
    dueAt: instant('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    claimToken: text('claim_token'),
    claimedUntil: instant('claimed_until'),
    lastError: text('last_error'),
  },
  (table) => [
    unique('jobs_once').on(table.kind, table.key),
    index('jobs_due').on(table.kind, table.dueAt),
  ],
)

/** Single values: the content version, the date of the last checkpoint. */
export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
})
