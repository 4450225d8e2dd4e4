import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import type { MeetingStatus, ScrapedMeeting } from '../../model/meeting.ts'
import { flag, instant } from './columns.ts'
import { jurisdictions } from './jurisdictions.ts'
import { matters } from './matters.ts'
import { runs, sources } from './sources.ts'

export const bodies = sqliteTable(
  'bodies',
  {
    id: integer('id').primaryKey(),
    sourceId: text('source_id')
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
    jurisdictionId: integer('jurisdiction_id')
      .notNull()
      .references(() => jurisdictions.id),
    upstreamId: text('upstream_id'),
    name: text('name').notNull(),
    classification: text('classification'),
  },
  (table) => [unique('bodies_once_per_source').on(table.sourceId, table.name)],
)

/** What a body's own habits say of its next meeting, as of its source's last good read. */
export const bodyHabits = sqliteTable(
  'body_habits',
  {
    bodyId: integer('body_id')
      .primaryKey()
      .references(() => bodies.id, { onDelete: 'cascade' }),
    sourceId: text('source_id')
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
    learnedAt: instant('learned_at').notNull(),
    /** In words, "on the 1st and 3rd Tuesday"; `null`: no habit was found. */
    rhythm: text('rhythm'),
    /** By so many hours before a meeting its agenda was out in nine of ten cases. */
    leadHours: integer('lead_hours'),
    /** Meetings from which that was learned. */
    leadFrom: integer('lead_from').notNull(),
    nextDate: text('next_date'),
    nextIsListed: flag('next_is_listed').notNull().default(false),
    dueAt: instant('due_at'),
    /** Since when its agenda is overdue by habit; `null`: it is not. */
    overdueSince: instant('overdue_since'),
  },
  (table) => [index('body_habits_overdue').on(table.overdueSince, table.sourceId)],
)

/** The newest version of each meeting; all versions are in `meeting_versions`. */
export const meetings = sqliteTable(
  'meetings',
  {
    id: integer('id').primaryKey(),
    sourceId: text('source_id')
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
    bodyId: integer('body_id')
      .notNull()
      .references(() => bodies.id),
    upstreamId: text('upstream_id').notNull(),
    /** As printed, in the body's zone. */
    date: text('date').notNull(),
    time: text('time'),
    timeZone: text('time_zone'),
    startsAt: instant('starts_at'),
    /** `startsAt`, or the end of the local day when no time is known: what lists are ordered by. */
    sortAt: instant('sort_at').notNull(),
    status: text('status').$type<MeetingStatus>().notNull(),
    statusText: text('status_text'),
    location: text('location'),
    comment: text('comment'),
    remoteUrl: text('remote_url'),
    sourceUrl: text('source_url').notNull(),
    agendaStatus: text('agenda_status'),
    minutesStatus: text('minutes_status'),
    /** `MeetingFlag[]`. */
    flags: text('flags', { mode: 'json' }).$type<readonly string[]>().notNull(),
    /** Of the canonical form: the same means nothing worth a version has changed. */
    fingerprint: text('fingerprint').notNull(),
    /** Of everything read, matters included: the same means nothing has to be stored. */
    contentHash: text('content_hash').notNull(),
    listFingerprint: text('list_fingerprint'),
    /** Number of the newest version, from 1. */
    version: integer('version').notNull(),
    /** iCalendar SEQUENCE: grows when time, place, status or title changes. */
    sequence: integer('sequence').notNull().default(0),
    /** It lists items, or has an agenda to open. */
    hasAgenda: flag('has_agenda').notNull().default(false),
    /** When its agenda was first seen; `null`: not yet, or it was there at our first look. */
    agendaSeenAt: instant('agenda_seen_at'),
    firstSeenAt: instant('first_seen_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** The last time its details were read, and not only its row in the list. */
    readAt: instant('read_at').notNull(),
    /** Healthy runs in a row that covered its date and did not list it. */
    absentRuns: integer('absent_runs').notNull().default(0),
    /** The first of those runs. */
    absentSince: instant('absent_since'),
    noLongerListedSince: instant('no_longer_listed_since'),
    /** Added by a run that was not believed. */
    isUnconfirmed: flag('is_unconfirmed').notNull().default(false),
  },
  (table) => [
    unique('meetings_once_per_source').on(table.sourceId, table.upstreamId),
    index('meetings_by_time').on(table.sortAt),
    index('meetings_by_source_time').on(table.sourceId, table.sortAt),
    index('meetings_by_body_time').on(table.bodyId, table.sortAt),
  ],
)

/** Everything a meeting has ever said, version by version. */
export const meetingVersions = sqliteTable(
  'meeting_versions',
  {
    id: integer('id').primaryKey(),
    meetingId: integer('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    runId: integer('run_id').references(() => runs.id, { onDelete: 'set null' }),
    seenAt: instant('seen_at').notNull(),
    fingerprint: text('fingerprint').notNull(),
    /**
     * The whole `ScrapedMeeting` as read; `null` when an earlier version of this meeting has the
     * same fingerprint and so the same content: a meeting that flaps costs a row, not a copy.
     */
    content: text('content', { mode: 'json' }).$type<ScrapedMeeting>(),
  },
  (table) => [
    unique('meeting_versions_number').on(table.meetingId, table.number),
    index('meeting_versions_by_run').on(table.runId),
  ],
)

/** What differs between a version and the one before it, one row a difference. */
export const meetingChanges = sqliteTable(
  'meeting_changes',
  {
    id: integer('id').primaryKey(),
    meetingId: integer('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    agendaItemId: integer('agenda_item_id'),
    /** `MeetingChange['kind']` of src/changes. */
    kind: text('kind').notNull(),
    before: text('before'),
    after: text('after'),
    /** The change in one sentence. */
    sentence: text('sentence').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [
    index('meeting_changes_by_meeting').on(table.meetingId, table.version),
    index('meeting_changes_by_item').on(table.agendaItemId),
    index('meeting_changes_by_time').on(table.seenAt),
  ],
)

/** Items of the newest version, and those that were taken off an earlier one. */
export const agendaItems = sqliteTable(
  'agenda_items',
  {
    id: integer('id').primaryKey(),
    meetingId: integer('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    matterId: integer('matter_id').references(() => matters.id, { onDelete: 'set null' }),
    upstreamId: text('upstream_id'),
    position: integer('position').notNull(),
    number: text('number'),
    title: text('title').notNull(),
    section: text('section'),
    consent: flag('consent'),
    isHeading: flag('is_heading').notNull().default(false),
    fileNumber: text('file_number'),
    /** What last looked for technologies here; `null`: nothing has yet. */
    detectorVersion: text('detector_version'),
    text: text('text').notNull(),
    sourceUrl: text('source_url'),
    action: text('action'),
    result: text('result'),
    mover: text('mover'),
    seconder: text('seconder'),
    firstSeenAt: instant('first_seen_at').notNull(),
    /** It is no longer on the agenda; kept with all it said. */
    removedAt: instant('removed_at'),
  },
  (table) => [
    index('agenda_items_by_meeting').on(table.meetingId, table.position),
    index('agenda_items_by_matter').on(table.matterId),
    index('agenda_items_by_detector').on(table.detectorVersion, table.id),
  ],
)

/** One person's vote on one item. */
export const itemVotes = sqliteTable(
  'item_votes',
  {
    id: integer('id').primaryKey(),
    agendaItemId: integer('agenda_item_id')
      .notNull()
      .references(() => agendaItems.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    person: text('person').notNull(),
    option: text('option').notNull(),
    printed: text('printed').notNull(),
  },
  (table) => [index('item_votes_by_item').on(table.agendaItemId, table.position)],
)

/** What became of a matter at a meeting, as the record says it. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: integer('id').primaryKey(),
    agendaItemId: integer('agenda_item_id')
      .notNull()
      .references(() => agendaItems.id, { onDelete: 'cascade' }),
    matterId: integer('matter_id').references(() => matters.id, { onDelete: 'set null' }),
    action: text('action'),
    result: text('result'),
    yes: integer('yes'),
    no: integer('no'),
    /** From the portal's own record, or from minutes. */
    basis: text('basis', { enum: ['portal', 'minutes'] }).notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [
    unique('decisions_once_per_item').on(table.agendaItemId),
    index('decisions_by_matter').on(table.matterId),
  ],
)
