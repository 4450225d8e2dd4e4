import { listBodyHabits, listOverdueAgendas } from '../../src/db/queries/body-habits.ts'
import {
  countByMonth,
  findJurisdiction,
  type JurisdictionRow,
  listCouncilMeetings,
} from '../../src/db/queries/council-page.ts'
import { type CoverageRow, listCoverage } from '../../src/db/queries/coverage.ts'
import { listTags } from '../../src/db/queries/finding-tags.ts'
import { meetingList } from '../components/council-meetings.ts'
import { CouncilSearch } from '../components/council-search.tsx'
import { FollowLinks } from '../components/filter-form.tsx'
import {
  healthTone,
  healthWords,
  isFollowed,
  isReading,
  lastSuccess,
} from '../components/health.ts'
import { count, counted } from '../components/money.ts'
import { MonthChart } from '../components/month-chart.tsx'
import { bodyName, habitWords, overdueWords } from '../components/overdue.ts'
import { Markup } from '../components/said.tsx'
import { SourcePanel } from '../components/source-panel.tsx'
import { type AppContext, web } from '../context.ts'
import { type Page, view } from '../frame.tsx'
import { clean, cut, Html, html, nothing } from '../html.ts'
import { joinInTurns } from '../in-turns.ts'
import { sendFinished, sendUnkept } from '../send.ts'

const typeWords: Readonly<Record<JurisdictionRow['type'], string>> = {
  city: 'City',
  county: 'County',
  town: 'Town',
  special: 'Special district',
  school: 'School board',
  state: 'State',
  other: 'Government',
}

function councilRow(sources: readonly CoverageRow[], upcoming: number, now: Date): Html {
  const [first] = sources
  if (!first) return nothing
  const bodies = sources.reduce((sum, row) => sum + row.bodies.length, 0)
  const states = sources.map(
    (row) =>
      html`<span class="health ${healthTone(row)}">${healthWords(row)}</span> <span class="quiet">${lastSuccess(row, now)}</span>`,
  )
  return html`<li class="council"><h2><a href="/councils/${first.placeSlug}"><bdi>${cut(first.placeName, 120)}</bdi>${first.state && `, ${first.state}`}</a></h2><p>${counted(bodies, 'body', 'bodies')}${upcoming > 0 && html`, <a href="/?place=${first.placeSlug}">${counted(upcoming, 'upcoming vote')}</a>`}</p><p>${states}</p></li>\n`
}

function* councilRows(
  byPlace: ReadonlyMap<string, readonly CoverageRow[]>,
  upcoming: ReadonlyMap<string, number>,
  now: Date,
) {
  for (const [slug, sources] of byPlace) {
    yield councilRow(sources, upcoming.get(slug) ?? 0, now).value
  }
}

/** Everything that is watched, by place. */
async function councilsPage(c: AppContext): Promise<Response> {
  const { db, now: clock } = c.var.deps
  const now = clock()
  const rows = await c.var.memo.get('coverage', 'minute', () => listCoverage(db))
  const tags = await c.var.memo.recent('tags:upcoming', () =>
    listTags(db, { when: 'upcoming', now }),
  )
  const upcoming = new Map(tags.places.map((place) => [place.id, place.count]))
  const byPlace = new Map<string, CoverageRow[]>()
  for (const row of rows) {
    const sources = byPlace.get(row.placeSlug)
    if (sources) sources.push(row)
    else byPlace.set(row.placeSlug, [row])
  }
  const list = await joinInTurns(councilRows(byPlace, upcoming, now))
  const page: Page = {
    title: 'Councils',
    section: 'councils',
    body: html`<h1>Councils</h1>
<p class="lede">${rows.length > 0 ? `${counted(byPlace.size, 'place')} watched.` : 'Nothing is watched yet.'} Add another by its name or the address of its portal.</p>
${view(<CouncilSearch typed="" />)}${list && html`<ul class="councils">${new Html(list)}</ul>`}`,
  }
  return rows.some(isReading) ? sendUnkept(c, page) : sendFinished(c, page)
}

/** One council: its bodies and meetings, how its sources fare, and a read under way. */
async function councilPage(c: AppContext): Promise<Response> {
  const { db, platforms, now: clock } = c.var.deps
  const now = clock()
  const place = await findJurisdiction(db.read, c.req.param('slug') ?? '')
  if (!place) return await c.notFound()
  const sources = await listCoverage(db, place.slug)
  const upcoming = await listCouncilMeetings(db, place.id, { when: 'upcoming', now, limit: 100 })
  const past = await listCouncilMeetings(db, place.id, { when: 'past', now, limit: 20 })
  const months = await countByMonth(db, place.id)
  const bodies = [...new Set(sources.flatMap((row) => row.bodies))].sort()
  const habits = await listBodyHabits(db.read, place.id)
  const overdue = (
    await c.var.memo.get('overdue', 'minute', () => listOverdueAgendas(db.read))
  ).filter(({ placeSlug }) => placeSlug === place.slug)
  const habitOf = new Map(habits.map((habit) => [habit.body, habitWords(habit)]))
  const canRead = c.var.deps.canChange(c)
  // A read under way or in trouble is the news; one that went well stands below what it found.
  const isNews = sources.some((row) => isFollowed(row) || healthTone(row) !== 'good')
  const panels = sources.map((row) => (
    <SourcePanel row={row} now={now} platforms={platforms} canRead={canRead} />
  ))

  const page: Page = {
    title: `${clean(place.name)}${place.state && `, ${place.state}`}`,
    section: 'councils',
    body: view(
      <>
        <header class="page-head">
          <p class="crumbs">
            <a href="/councils">Councils</a>
          </p>
          <h1>
            <bdi>{cut(place.name, 160)}</bdi>
            {place.state && `, ${place.state}`}
          </h1>
          <p class="quiet">
            {typeWords[place.type]}
            {place.population !== null && `, ${count(place.population)} people`}
            {place.timeZone && `, ${place.timeZone}`}
          </p>
        </header>
        {isNews && panels}
        <section aria-labelledby="upcoming">
          <h2 id="upcoming">Upcoming meetings</h2>
          <p>
            <a href={`/?place=${encodeURIComponent(place.slug)}`}>Upcoming votes here</a> ·{' '}
            <a href={`/past?place=${encodeURIComponent(place.slug)}`}>Past votes here</a>
          </p>
          {overdue.map((late) => (
            <p class="note care">
              <bdi>{bodyName(late.body)}</bdi>: {overdueWords(late)}.
            </p>
          ))}
          {upcoming.length > 0 ? (
            <Markup html={meetingList(upcoming, now)} />
          ) : (
            <p class="empty">
              No upcoming meeting is known. The panel of the portal on this page says when it was
              last read.
            </p>
          )}
          <FollowLinks filter={{ place: place.slug }} />
        </section>
        {!isNews && panels}
        <section aria-labelledby="bodies">
          <h2 id="bodies">Bodies</h2>
          {bodies.length > 0 ? (
            <ul class="bodies">
              {bodies.map((name) => (
                <li>
                  <bdi>{cut(name, 160)}</bdi>
                  {habitOf.get(name) && <span class="quiet"> {habitOf.get(name)}</span>}
                </li>
              ))}
            </ul>
          ) : (
            <p class="empty">None has been listed yet.</p>
          )}
        </section>
        {months.length > 1 && <MonthChart months={months} />}
        <section aria-labelledby="past">
          <h2 id="past">Past meetings</h2>
          {past.length > 0 ? (
            <Markup html={meetingList(past, now)} />
          ) : (
            <p class="empty">None has been read yet.</p>
          )}
        </section>
      </>,
    ),
  }
  // It holds buttons for some and a read under way for all: never anybody's cache.
  return sendUnkept(c, page)
}

export const councilPages = web
  .createApp()
  .get('/councils', councilsPage)
  .get('/councils/:slug', councilPage)
