import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Action, FactBody, FactConflict, FactKind, Role } from '../../model/facts.ts'
import { flag, instant } from './columns.ts'
import { jurisdictions } from './jurisdictions.ts'
import { agendaItems, meetings } from './meetings.ts'

/**
 * One row for each item that detection flagged: all that a list shows without joining further.
 * Columns that repeat the meeting's are kept equal by the writer in the same transaction.
 */
export const findings = sqliteTable(
  'findings',
  {
    agendaItemId: integer('agenda_item_id')
      .primaryKey()
      .references(() => agendaItems.id, { onDelete: 'cascade' }),
    meetingId: integer('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    jurisdictionId: integer('jurisdiction_id')
      .notNull()
      .references(() => jurisdictions.id),
    /** The meeting's `sortAt`. */
    sortAt: instant('sort_at').notNull(),
    band: text('band', { enum: ['found', 'possible'] }).notNull(),
    /** 0 to 1. */
    score: real('score').notNull(),
    /** Taxonomy ids, best supported first. */
    technologies: text('technologies', { mode: 'json' }).$type<readonly string[]>().notNull(),
    vendors: text('vendors', { mode: 'json' }).$type<readonly string[]>().notNull(),
    /** US cents; `null`: the text states none. */
    amountCents: integer('amount_cents'),
    amountQuote: text('amount_quote'),
    reasons: text('reasons', { mode: 'json' }).$type<readonly string[]>().notNull(),
    /** The strongest quoted words. */
    quote: text('quote').notNull(),
    /** What kind of item it is and what it does; `null`: judged before these were told. */
    role: text('role').$type<Role>(),
    purpose: text('purpose').$type<Action>(),
    /** What was looked for and not found, in the item and so many pages of its documents. */
    missing: text('missing', { mode: 'json' }).$type<readonly FactKind[]>(),
    pagesRead: integer('pages_read'),
    /** Where the item and its documents tell different things. */
    conflicts: text('conflicts', { mode: 'json' }).$type<readonly FactConflict[]>(),
    detectorVersion: text('detector_version').notNull(),
    foundAt: instant('found_at').notNull(),
    review: text('review', { enum: ['pending', 'confirmed', 'rejected'] })
      .notNull()
      .default('pending'),
  },
  (table) => [
    index('findings_by_time').on(table.sortAt, table.agendaItemId),
    index('findings_by_place').on(table.jurisdictionId, table.sortAt),
    index('findings_by_meeting').on(table.meetingId),
  ],
)

/** Filter keys of a finding: its technologies, vendors and ways of buying, one row each. */
export const findingTags = sqliteTable(
  'finding_tags',
  {
    kind: text('kind', { enum: ['technology', 'vendor', 'route'] }).notNull(),
    tag: text('tag').notNull(),
    sortAt: instant('sort_at').notNull(),
    agendaItemId: integer('agenda_item_id')
      .notNull()
      .references(() => findings.agendaItemId, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({
      name: 'finding_tags_key',
      columns: [table.kind, table.tag, table.sortAt, table.agendaItemId],
    }),
    index('finding_tags_by_item').on(table.agendaItemId),
  ],
)

/** The quoted words behind a finding. */
export const detections = sqliteTable(
  'detections',
  {
    id: integer('id').primaryKey(),
    agendaItemId: integer('agenda_item_id')
      .notNull()
      .references(() => agendaItems.id, { onDelete: 'cascade' }),
    technology: text('technology'),
    vendor: text('vendor'),
    term: text('term').notNull(),
    quote: text('quote').notNull(),
    /** UTF-16 code units in `field`. */
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    field: text('field').notNull(),
    /** Where the words stand in a document: its bytes and page. */
    documentSha256: text('document_sha256'),
    page: integer('page'),
    /** Recognised from a picture, and so perhaps misread. */
    isOcr: flag('is_ocr').notNull().default(false),
  },
  (table) => [index('detections_by_item').on(table.agendaItemId)],
)

/** What is said beside a technology, each with its words. */
export const facts = sqliteTable(
  'facts',
  {
    id: integer('id').primaryKey(),
    agendaItemId: integer('agenda_item_id')
      .notNull()
      .references(() => agendaItems.id, { onDelete: 'cascade' }),
    /** Kinds and their values are those of `model/facts.ts`. */
    kind: text('kind').$type<FactBody['kind']>().notNull(),
    value: text('value', { mode: 'json' }).$type<FactBody['value']>().notNull(),
    quote: text('quote').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    field: text('field').notNull(),
    documentSha256: text('document_sha256'),
    page: integer('page'),
    /** Recognised from a picture, and so perhaps misread. */
    isOcr: flag('is_ocr').notNull().default(false),
    grade: text('grade', { enum: ['stated', 'derived', 'unclear'] }).notNull(),
    extractorVersion: text('extractor_version').notNull(),
  },
  (table) => [index('facts_by_item').on(table.agendaItemId, table.kind)],
)

/** Filters that somebody saved: what to be told of, once there are channels. */
export const rules = sqliteTable('rules', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  /** The same keys as the address of a filtered list. */
  filter: text('filter', { mode: 'json' }).notNull(),
  createdAt: instant('created_at').notNull(),
})
