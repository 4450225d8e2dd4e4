import { index, integer, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import type { JurisdictionType } from '../../model/jurisdiction.ts'

/** Governments that are watched, or were. */
export const jurisdictions = sqliteTable(
  'jurisdictions',
  {
    id: integer('id').primaryKey(),
    /** Stands in addresses: `seattle-wa`. */
    slug: text('slug').notNull(),
    divisionId: text('division_id'),
    name: text('name').notNull(),
    /** Two letters, upper case; "" when unknown. */
    state: text('state').notNull(),
    type: text('type').$type<JurisdictionType>().notNull(),
    /** IANA; `null` until somebody says. */
    timeZone: text('time_zone'),
    population: integer('population'),
    latitude: real('latitude'),
    longitude: real('longitude'),
    website: text('website'),
  },
  (table) => [
    unique('jurisdictions_slug').on(table.slug),
    index('jurisdictions_by_division').on(table.divisionId),
  ],
)
