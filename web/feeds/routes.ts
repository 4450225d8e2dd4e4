import { hash } from 'node:crypto'
import { listOverdueAgendas } from '../../src/db/queries/body-habits.ts'
import { listCoverage } from '../../src/db/queries/coverage.ts'
import type { FindingListing } from '../../src/db/queries/finding-listing.ts'
import type { FindingFilter } from '../../src/db/queries/findings.ts'
import { readInstallationId } from '../../src/db/queries/installation.ts'
import { InputError } from '../../src/model/errors.ts'
import { type AppContext, web } from '../context.ts'
import { filterQuery, parseFindingFilter, unknownIds } from '../filter.ts'
import { openHeaders } from '../headers.ts'
import { joinInTurns } from '../in-turns.ts'
import { atomParts, atomType } from './atom.ts'
import { coverageOf, type FeedFrame, scopeOf } from './feed-frame.ts'
import { listChanged } from './feed-list.ts'
import type { FeedSite } from './feed-site.ts'
import { calendarParts, calendarType } from './icalendar.ts'
import { jsonFeedParts, jsonFeedType } from './json-feed.ts'

/** Entries of a feed: readers ask hourly and keep what they have seen. */
const mostEntries = 200
/** Findings of a calendar: a calendar forgets what it is not told again. */
const mostInCalendar = 2_000

/** @throws {InputError} `filter_value`: another list than was asked for would mislead for months. */
function filterOf(c: AppContext): FindingFilter {
  const { filter, refused } = parseFindingFilter(c.req.query())
  const wrong = [...refused, ...unknownIds(filter, c.var.deps.taxonomy)]
  if (wrong.length > 0) {
    throw new InputError(
      'filter_value',
      `The address names a filter that cannot be: ${wrong.join(', ')}`,
      'Copy the address anew from the list that you want to follow',
    )
  }
  return filter
}

/** Without a public address only the visitor's own word tells how this server is reached. */
function siteUrl(c: AppContext): string {
  return c.var.deps.publicUrl ?? new URL(c.req.url).origin
}

/** The findings of the address's filter and all that a feed says around them. */
async function read(
  c: AppContext,
  most: number,
): Promise<{ findings: readonly FindingListing[]; frame: FeedFrame }> {
  const { db, now, siteName, isDemo, taxonomy } = c.var.deps
  const filter = filterOf(c)
  const all = await c.var.memo.recent('coverage', () => listCoverage(db))
  const sources = filter.place ? all.filter(({ placeSlug }) => placeSlug === filter.place) : all
  const late = await c.var.memo.recent('overdue', () => listOverdueAgendas(db.read))
  const overdue = filter.place ? late.filter(({ placeSlug }) => placeSlug === filter.place) : late
  const installation = await c.var.memo.get('installation', 'hour', () => readInstallationId(db))
  // Doubtful rows would cry wolf: who wants them asks for them, as on the pages.
  const list = await listChanged(db, { ...filter, band: filter.band ?? 'found' }, now(), most)
  const site: FeedSite = {
    name: isDemo ? `${siteName} (demo, fictional councils)` : siteName,
    publicUrl: siteUrl(c),
    installation,
    technologyName: (id) => taxonomy.technology(id),
    vendorName: (id) => taxonomy.vendor(id),
  }
  return {
    findings: list.findings,
    frame: {
      site,
      scope: scopeOf(filter, filterQuery(filter), sources, taxonomy),
      coverage: coverageOf(sources, overdue),
      shown: list.findings.length,
      total: list.total,
    },
  }
}

/**
 * Sends a feed with an ETag of its content, or 304. It is kept like a page only where the public
 * address is configured: else it names the address this visitor came by, and is for him alone.
 */
function send(c: AppContext, body: string, contentType: string): Response {
  if (c.var.deps.publicUrl !== null) {
    return c.var.cache.finish(c.req.raw, body, contentType, c.var.stamp, openHeaders)
  }
  const etag = `"${hash('sha1', body, 'base64url')}"`
  const headers = { ...openHeaders, 'Cache-Control': 'private, max-age=60', ETag: etag }
  const known = c.req.header('if-none-match')?.split(',')
  if (known?.some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
    return c.body(null, 304, headers)
  }
  return c.body(body, 200, { ...headers, 'Content-Type': contentType })
}

/** Hours before a meeting: 24, or `?alarm=48`, or none for `?alarm=none`. */
function alarmOf(c: AppContext): number | null {
  const asked = c.req.query('alarm')
  if (asked === undefined || asked === '') return 24
  if (asked === 'none') return null
  const hours = /^\d{1,3}$/.test(asked) ? Number(asked) : 0
  if (hours >= 1 && hours <= 720) return hours
  throw new InputError(
    'filter_value',
    'The address asks for an alarm that cannot be',
    'Write alarm=none, or the hours before the meeting from 1 to 720: alarm=48',
  )
}

const paths = ['/feed.atom', '/feed.json', '/calendar.ics'] as const

/** The lists that people follow, in the filter of their address. Public, the same for everybody. */
export const feedRoutes = web
  .createApp()
  .get(paths[0], async (c) => {
    const { findings, frame } = await read(c, mostEntries)
    return send(c, await joinInTurns(atomParts(findings, frame)), atomType)
  })
  .get(paths[1], async (c) => {
    const { findings, frame } = await read(c, mostEntries)
    return send(c, await joinInTurns(jsonFeedParts(findings, frame)), jsonFeedType)
  })
  .get(paths[2], async (c) => {
    const alarmHours = alarmOf(c)
    const { findings, frame } = await read(c, mostInCalendar)
    const parts = calendarParts(findings, frame, { alarmHours, now: c.var.deps.now() })
    return send(c, await joinInTurns(parts), calendarType)
  })
  // A page elsewhere that sends If-None-Match has its browser ask first.
  .on('OPTIONS', [...paths], (c) =>
    c.body(null, 204, {
      ...openHeaders,
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'If-None-Match',
      'Access-Control-Max-Age': '86400',
    }),
  )
