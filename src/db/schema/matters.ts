import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { instant } from './columns.ts'
import { sources } from './sources.ts'

/** Files that travel through meetings. */
export const matters = sqliteTable(
  'matters',
  {
    id: integer('id').primaryKey(),
    sourceId: text('source_id')
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
    upstreamId: text('upstream_id').notNull(),
    fileNumber: text('file_number'),
    name: text('name'),
    title: text('title').notNull(),
    type: text('type'),
    status: text('status'),
    introducedOn: text('introduced_on'),
    /** `string[]`, in the portal's order. */
    sponsors: text('sponsors', { mode: 'json' }).$type<readonly string[]>().notNull(),
    text: text('text'),
    sourceUrl: text('source_url'),
    firstSeenAt: instant('first_seen_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
  },
  (table) => [
    unique('matters_once_per_source').on(table.sourceId, table.upstreamId),
    index('matters_by_file_number').on(table.sourceId, table.fileNumber),
  ],
)

/** The steps of a matter as the portal tells them. */
export const matterHistory = sqliteTable(
  'matter_history',
  {
    id: integer('id').primaryKey(),
    matterId: integer('matter_id')
      .notNull()
      .references(() => matters.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    meetingUpstreamId: text('meeting_upstream_id'),
    date: text('date'),
    body: text('body'),
    action: text('action'),
    result: text('result'),
    text: text('text'),
  },
  (table) => [index('matter_history_by_matter').on(table.matterId, table.position)],
)
