import type { CoverageRow } from '../../src/db/queries/coverage.ts'
import { listCoverage } from '../../src/db/queries/coverage.ts'
import { listTags } from '../../src/db/queries/finding-tags.ts'
import {
  type FindingCursor,
  type FindingFilter,
  findListings,
  listFindingKeys,
} from '../../src/db/queries/findings.ts'
import { type Chunk, toChunk } from '../chunk.ts'
import { coverageNote } from '../components/coverage-note.ts'
import { FilterForm, FollowLinks } from '../components/filter-form.tsx'
import { isFirstRead } from '../components/health.ts'
import { voteRow } from '../components/votes.ts'
import { type AppContext, web } from '../context.ts'
import {
  cursorText,
  filterQuery,
  listAddress,
  parseCursor,
  parseFindingFilter,
  unknownIds,
} from '../filter.ts'
import { type Page, view } from '../frame.tsx'
import { cut, type Html, html, nothing } from '../html.ts'
import { sendFinished, sendUnkept } from '../send.ts'
import { firstVisit } from './first-visit.tsx'

const perPage = 25
/** Doubtful rows stand below the sure ones, and only a few, so that they do not drown them. */
const mostPossible = 5

/**
 * The sources of every place, or of the one that the filter names. The note may lag a minute, but
 * the first council must be seen at once.
 */
async function coverageOf(c: AppContext, filter: FindingFilter): Promise<readonly CoverageRow[]> {
  const { db } = c.var.deps
  const kept = await c.var.memo.recent('coverage', () => listCoverage(db))
  const all = kept.length > 0 ? kept : await listCoverage(db)
  return filter.place ? all.filter((row) => row.placeSlug === filter.place) : all
}

/** A feed of what nothing is called by is refused: none is offered. */
const canBeFollowed = (c: AppContext, filter: FindingFilter) =>
  unknownIds(filter, c.var.deps.taxonomy).length === 0

/** Filter and follow links: dear, and the same for every page of this list. */
function formOf(c: AppContext, when: 'upcoming' | 'past', filter: FindingFilter): Promise<Chunk> {
  const { db, taxonomy, now } = c.var.deps
  const path = when === 'upcoming' ? '/' : '/past'
  return c.var.memo.recent(`form:${when}${filterQuery(filter)}`, async () => {
    const tags = await c.var.memo.recent(`tags:${when}`, () => listTags(db, { when, now: now() }))
    const form = view(<FilterForm path={path} filter={filter} tags={tags} names={taxonomy} />)
    const follow = canBeFollowed(c, filter) ? view(<FollowLinks filter={filter} />) : nothing
    return toChunk(html`${form}${follow}`)
  })
}

/** Feeds of this very list, for readers that look for them in the head. */
function feedLinks(filter: FindingFilter): Html {
  return html`<link rel="alternate" type="application/atom+xml" title="This list as Atom" href="${listAddress('/feed.atom', filter)}"><link rel="alternate" type="application/feed+json" title="This list as JSON Feed" href="${listAddress('/feed.json', filter)}">`
}

interface Shown {
  readonly keys: readonly FindingCursor[]
  readonly newer: string | undefined
  readonly older: string | undefined
}

/** One page of the list, with the cursors of its neighbours. One row more than shown is asked for. */
async function pageOf(
  c: AppContext,
  filter: FindingFilter,
  when: 'upcoming' | 'past',
  now: Date,
): Promise<Shown> {
  const after = parseCursor(c.req.query('after'))
  const before = after ? undefined : parseCursor(c.req.query('before'))
  const limit = perPage + 1
  const read = await listFindingKeys(c.var.deps.db, filter, { when, now, limit, after, before })
  const hasMore = read.length > perPage
  const keys = before ? read.slice(-perPage) : read.slice(0, perPage)
  const [first, last] = [keys[0], keys.at(-1)]
  const path = when === 'upcoming' ? '/' : '/past'
  const hasPrevious = before ? hasMore : after !== undefined
  const hasNext = before ? true : hasMore
  return {
    keys,
    newer:
      first && hasPrevious ? listAddress(path, filter, { before: cursorText(first) }) : undefined,
    older: last && hasNext ? listAddress(path, filter, { after: cursorText(last) }) : undefined,
  }
}

const [listStart, listEnd] = [toChunk('<ol class="votes">'), toChunk('</ol>')]

/** Rows that another page has shown in this minute are not read or written again. */
async function rowsOf(
  c: AppContext,
  keys: readonly FindingCursor[],
  now: Date,
): Promise<readonly Chunk[]> {
  const { db, taxonomy } = c.var.deps
  const known = c.var.memo.rows()
  const missing = keys.filter(({ agendaItemId }) => !known.has(agendaItemId))
  if (missing.length > 0) {
    const ids = missing.map(({ agendaItemId }) => agendaItemId)
    for (const row of await findListings(db, ids)) {
      known.set(row.agendaItemId, toChunk(voteRow(row, taxonomy, now)))
    }
  }
  const rows = keys.flatMap(({ agendaItemId }) => known.get(agendaItemId) ?? [])
  return [listStart, ...rows, listEnd]
}

function pager({ newer, older }: Shown, when: 'upcoming' | 'past'): Html {
  if (!newer && !older) return nothing
  const [back, on] = when === 'upcoming' ? ['Sooner', 'Later'] : ['Newer', 'Older']
  return html`<nav class="pager" aria-label="Pages of the list">${newer && html`<a class="button plain" rel="prev" href="${newer}">${back}</a>`}${older && html`<a class="button plain" rel="next" href="${older}">${on}</a>`}</nav>`
}

/** What of the filter names nothing: whoever mistypes an id would wait for votes for ever. */
function mistypedIn(filter: FindingFilter, c: AppContext, isWatched: boolean): readonly string[] {
  const unknown = unknownIds(filter, c.var.deps.taxonomy)
  return filter.place && !isWatched ? [filter.place, ...unknown] : unknown
}

function emptyList(
  filter: FindingFilter,
  when: 'upcoming' | 'past',
  unknown: readonly string[],
): Html {
  const isFiltered = filterQuery(filter) !== ''
  const kind = when === 'upcoming' ? 'upcoming vote' : 'past vote'
  const named = unknown.map((id) => `“${cut(id, 100)}”`).join(', ')
  const mistyped =
    unknown.length > 0 &&
    html`<p class="note care">Nothing here is called ${named}: the address may be mistyped.</p>`
  return html`${mistyped}<p class="empty">No ${kind} ${isFiltered ? 'that fits this filter ' : ''}was found in what has been read. That is not proof that there is none: see below what was checked and what was not.</p>`
}

function refusedNote(refused: readonly string[]): Html {
  if (refused.length === 0) return nothing
  return html`<p class="note care" role="status">The address names a filter that cannot be (${refused.join(', ')}); it was left out.</p>`
}

const heading = { upcoming: 'Upcoming votes', past: 'Past votes' } as const

/** Everything of the list between its filters and the note below it. */
async function listBody(
  c: AppContext,
  when: 'upcoming' | 'past',
  filter: FindingFilter,
  isWatched: boolean,
  now: Date,
): Promise<readonly Chunk[]> {
  // Sure and possible findings stand apart, unless the address asks for one of them.
  const shown = await pageOf(c, { ...filter, band: filter.band ?? 'found' }, when, now)
  const isPaged = shown.newer !== undefined
  const title = filter.band === 'possible' ? 'Possible' : 'Found'
  return [
    toChunk(
      html`<section aria-labelledby="found"><h2 id="found" class="visually-hidden">${title}</h2>`,
    ),
    ...(shown.keys.length > 0
      ? await rowsOf(c, shown.keys, now)
      : [toChunk(emptyList(filter, when, mistypedIn(filter, c, isWatched)))]),
    toChunk(html`${pager(shown, when)}</section>`),
    ...(filter.band || isPaged ? [] : await possibleSection(c, filter, when, now)),
  ]
}

/** The votes of one side of now, in the filter that the address names. */
async function votesPage(c: AppContext, when: 'upcoming' | 'past'): Promise<Response> {
  const now = c.var.deps.now()
  const { filter, refused } = parseFindingFilter(c.req.query())
  const sources = await coverageOf(c, filter)
  if (when === 'upcoming' && sources.length === 0 && filterQuery(filter) === '') {
    return sendUnkept(c, firstVisit(c))
  }

  const { after, before } = c.req.query()
  const list = listAddress(when, filter)
  const form = await formOf(c, when, filter)
  const make = () => listBody(c, when, filter, sources.length > 0, now)
  const isPaged = after !== undefined || before !== undefined
  const body = await (isPaged ? make() : c.var.memo.get(`list:${list}`, 'minute', make))
  const page: Page = {
    title: heading[when],
    section: when === 'upcoming' ? 'votes' : 'past',
    head: canBeFollowed(c, filter) ? feedLinks(filter) : nothing,
    body: [
      toChunk(
        html`<h1>${heading[when]}</h1>\n<p class="lede">${lede(when, filter)}</p>${refusedNote(refused)}`,
      ),
      form,
      ...body,
      await noteOf(c, sources, filter, now),
    ],
  }
  // While a source is read for the first time the list grows from one look to the next.
  const isGrowing = await c.var.memo.recent(
    `growing:${filter.place ?? ''}:${sources.length}`,
    async () => sources.some(isFirstRead),
  )
  return isGrowing ? sendUnkept(c, page) : sendFinished(c, page)
}

function lede(when: 'upcoming' | 'past', filter: FindingFilter): string {
  const what =
    filter.band === 'possible'
      ? 'Agenda items that may be about surveillance technology'
      : 'Agenda items about surveillance technology'
  return when === 'upcoming'
    ? `${what} that councils are due to decide, soonest first.`
    : `${what} whose meeting is over, newest first.`
}

async function possibleSection(
  c: AppContext,
  filter: FindingFilter,
  when: 'upcoming' | 'past',
  now: Date,
): Promise<readonly Chunk[]> {
  const possible = { ...filter, band: 'possible' as const }
  const limit = mostPossible + 1
  const keys = await listFindingKeys(c.var.deps.db, possible, { when, now, limit })
  if (keys.length === 0) return []
  const all = listAddress(when === 'upcoming' ? '/' : '/past', possible)
  const more =
    keys.length > mostPossible ? html`<p><a href="${all}">All possible ones</a></p>` : nothing
  return [
    toChunk(html`<section class="possible" aria-labelledby="possible"><h2 id="possible">Possible</h2>
<p class="quiet">The words occur, but may mean something else. Read the item before relying on it.</p>
`),
    ...(await rowsOf(c, keys.slice(0, mostPossible), now)),
    toChunk(html`${more}</section>`),
  ]
}

/** The note is long with many sources and the same for all lists of a place: made once a minute. */
function noteOf(
  c: AppContext,
  sources: readonly CoverageRow[],
  filter: FindingFilter,
  now: Date,
): Promise<Chunk> {
  return c.var.memo.recent(`note:${filter.place ?? ''}:${sources.length}`, async () =>
    toChunk(coverageNote(sources, now)),
  )
}

export const votesPages = web
  .createApp()
  .get('/', (c) => votesPage(c, 'upcoming'))
  .get('/past', (c) => votesPage(c, 'past'))
