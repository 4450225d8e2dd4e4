import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'
import type { DocumentKind, RecognisedWord } from '../../model/document.ts'
import type { DocumentContents, PartBasis } from '../../model/packet.ts'
import { flag, instant } from './columns.ts'
import { matters } from './matters.ts'
import { agendaItems, meetings } from './meetings.ts'
import { sources } from './sources.ts'

/** Addresses at which something about a meeting is published. */
export const documents = sqliteTable(
  'documents',
  {
    id: integer('id').primaryKey(),
    sourceId: text('source_id')
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
    url: text('url').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    title: text('title').notNull(),
    firstSeenAt: instant('first_seen_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    goneSince: instant('gone_since'),
    /** Why it could not be had or read, as a code of docs/errors.md. */
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
  },
  (table) => [unique('documents_once_per_source').on(table.sourceId, table.url)],
)

/** What a document hangs on; the same file may hang on several. */
export const documentLinks = sqliteTable(
  'document_links',
  {
    id: integer('id').primaryKey(),
    documentId: integer('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    meetingId: integer('meeting_id').references(() => meetings.id, { onDelete: 'cascade' }),
    agendaItemId: integer('agenda_item_id').references(() => agendaItems.id, {
      onDelete: 'cascade',
    }),
    matterId: integer('matter_id').references(() => matters.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    /** Since when a read of its owner no longer shows it there; `null`: it hangs there. */
    goneSince: instant('gone_since'),
  },
  (table) => [
    index('document_links_by_document').on(table.documentId),
    index('document_links_by_meeting').on(table.meetingId),
    index('document_links_by_item').on(table.agendaItemId),
    index('document_links_by_matter').on(table.matterId),
  ],
)

/** Every different set of bytes a document's address has given. */
export const documentVersions = sqliteTable(
  'document_versions',
  {
    id: integer('id').primaryKey(),
    documentId: integer('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    sha256: text('sha256').notNull(),
    mediaType: text('media_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    /** What the portal said when these bytes first came, by lower-case name. */
    headers: text('headers', { mode: 'json' }).$type<Readonly<Record<string, string>>>(),
    firstSeenAt: instant('first_seen_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    /** Name and version of what read it; `null` until read. */
    reader: text('reader'),
    pages: integer('pages'),
    readAt: instant('read_at'),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    /** Where its own outline and links lead; `null` where it has neither. */
    contents: text('contents', { mode: 'json' }).$type<DocumentContents>(),
  },
  (table) => [
    unique('document_versions_number').on(table.documentId, table.number),
    index('document_versions_by_hash').on(table.sha256),
  ],
)

/** Text page by page, in reading order. */
export const documentPages = sqliteTable(
  'document_pages',
  {
    id: integer('id').primaryKey(),
    documentVersionId: integer('document_version_id')
      .notNull()
      .references(() => documentVersions.id, { onDelete: 'cascade' }),
    /** From 1. */
    page: integer('page').notNull(),
    text: text('text').notNull(),
    /** Recognised from a picture, and so perhaps misread. */
    isOcr: flag('is_ocr').notNull().default(false),
  },
  (table) => [unique('document_pages_number').on(table.documentVersionId, table.page)],
)

/** Pages that are pictures of text, by the bytes they stand in: waiting to be recognised, or recognised. */
export const pageRecognitions = sqliteTable(
  'page_recognitions',
  {
    sha256: text('sha256').notNull(),
    /** From 1. */
    page: integer('page').notNull(),
    /** When it may be tried; `null` once it is recognised or given up. */
    dueAt: instant('due_at'),
    attempts: integer('attempts').notNull().default(0),
    claimToken: text('claim_token'),
    claimedUntil: instant('claimed_until'),
    /** Name and version of what recognised it; `null` until then. */
    engine: text('engine'),
    /** From 0 to 1: how sure it was of the words of the page, on average. */
    confidence: real('confidence'),
    /** The words with their places and how sure each is. */
    words: text('words', { mode: 'json' }).$type<readonly RecognisedWord[]>(),
    recognisedAt: instant('recognised_at'),
    /** Why it was given up, as a code of docs/errors.md. */
    errorCode: text('error_code'),
  },
  (table) => [
    primaryKey({ name: 'page_recognitions_key', columns: [table.sha256, table.page] }),
    index('page_recognitions_due').on(table.dueAt),
  ],
)

/** The pages of a meeting's packet that belong to one of its items. */
export const packetParts = sqliteTable(
  'packet_parts',
  {
    id: integer('id').primaryKey(),
    documentVersionId: integer('document_version_id')
      .notNull()
      .references(() => documentVersions.id, { onDelete: 'cascade' }),
    agendaItemId: integer('agenda_item_id')
      .notNull()
      .references(() => agendaItems.id, { onDelete: 'cascade' }),
    /** From 1, both included. */
    fromPage: integer('from_page').notNull(),
    toPage: integer('to_page').notNull(),
    /** What says so: the outline, a link on the agenda, or a cover sheet. */
    basis: text('basis').$type<PartBasis>().notNull(),
    /** The words that say so. */
    words: text('words').notNull(),
  },
  (table) => [
    index('packet_parts_by_version').on(table.documentVersionId, table.fromPage),
    index('packet_parts_by_item').on(table.agendaItemId),
  ],
)

/** Responses of portals: what to ask conditionally, and where the archived bytes are. */
export const fetches = sqliteTable(
  'fetches',
  {
    sourceId: text('source_id')
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
    /** Method, address and form in one key. */
    request: text('request').notNull(),
    url: text('url').notNull(),
    finalUrl: text('final_url').notNull(),
    status: integer('status').notNull(),
    contentType: text('content_type').notNull(),
    etag: text('etag'),
    lastModified: text('last_modified'),
    sha256: text('sha256').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    fetchedAt: instant('fetched_at').notNull(),
    /** The last time all bytes came, not just word that they are the same. */
    fullAt: instant('full_at').notNull(),
  },
  (table) => [primaryKey({ name: 'fetches_key', columns: [table.sourceId, table.request] })],
)

/** What a parser made of some bytes, so that the same bytes need no parsing. */
export const parseMemos = sqliteTable(
  'parse_memos',
  {
    sha256: text('sha256').notNull(),
    /** Adapter, its version and the parser: `legistar@1:calendar`. */
    parser: text('parser').notNull(),
    url: text('url').notNull(),
    result: text('result').notNull(),
    usedAt: instant('used_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'parse_memos_key', columns: [table.sha256, table.parser, table.url] }),
    index('parse_memos_by_use').on(table.usedAt),
  ],
)
