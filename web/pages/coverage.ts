import { listOverdueAgendas, type OverdueAgenda } from '../../src/db/queries/body-habits.ts'
import { type CoverageRow, listCoverage } from '../../src/db/queries/coverage.ts'
import { type CoverageSummary, summariseCoverage } from '../../src/db/queries/platform-coverage.ts'
import { healthTone, healthWords, isReading, lastSuccess, silence } from '../components/health.ts'
import { counted } from '../components/money.ts'
import { bodyName, habitWords, overdueWords } from '../components/overdue.ts'
import { type Platforms, web } from '../context.ts'
import { fromNow, longDate, utcTime } from '../dates.ts'
import { cut, Html, html, nothing, outsideLink } from '../html.ts'
import { joinInTurns } from '../in-turns.ts'
import { sendFinished, sendUnkept } from '../send.ts'

function nextRun(row: CoverageRow, now: Date): string {
  if (row.sourceState === 'unreadable') return 'not planned: there is no adapter for this platform'
  if (row.sourceState === 'paused') return 'not planned while paused'
  if (row.run?.outcome === 'running') return 'being read now'
  if (!row.nextRunAt || row.nextRunAt <= now) return 'due now'
  return fromNow(row.nextRunAt, now)
}

/** An operator has seen it: whoever reads this need not tell them. */
function known(row: CoverageRow): Html {
  if (!row.acknowledgedAt) return nothing
  return html`<p class="known"><span class="label">Known to the operator</span> since ${utcTime(row.acknowledgedAt)}: <bdi>${cut(row.acknowledgedNote ?? '', 300)}</bdi></p>`
}

function wrong(row: CoverageRow): Html {
  if (!row.healthMessage) return known(row)
  return html`${known(row)}<p class="wrong"><bdi>${cut(row.healthMessage, 300)}</bdi>.${row.healthCode && html` <code>${cut(row.healthCode, 60)}</code>`}</p>${row.healthCure && html`<p class="cure"><span class="label">What helps</span> ${cut(row.healthCure, 300)}.</p>`}`
}

function permission(row: CoverageRow): Html {
  if (!row.permissionBy || !row.permissionOn) return html`robots.txt obeyed`
  return html`Read with permission of <bdi>${cut(row.permissionBy, 120)}</bdi>, given ${longDate(row.permissionOn)}${row.permissionNote && html`: “<bdi>${cut(row.permissionNote, 300)}</bdi>”`}`
}

/** Nobody has seen this adapter work: what it gives is to be checked with care. */
function unverifiedNote(platform: string, platforms: Platforms): Html {
  return platforms.isVerified(platform)
    ? nothing
    : html` <span class="mark care">unverified adapter</span>`
}

function sourceRow(row: CoverageRow, platforms: Platforms, now: Date): Html {
  const silent = silence(row, now)
  const bodies = row.bodies.length
  return html`<tr id="source-${row.sourceId}"><th scope="row"><a href="/councils/${row.placeSlug}"><bdi>${cut(row.placeName, 120)}</bdi>${row.state && `, ${row.state}`}</a><span class="quiet">${counted(bodies, 'body', 'bodies')}</span></th><td>${outsideLink(row.portalUrl, platforms.label(row.platform))}${unverifiedNote(row.platform, platforms)}<span class="quiet">${permission(row)}</span></td><td><span class="health ${healthTone(row)}">${healthWords(row)}</span>${row.needsChecking && html`<span class="quiet">needs checking: from an old or inferred list</span>`}${wrong(row)}</td><td>${lastSuccess(row, now)}${silent && html`<br><strong class="silent">${silent}</strong>`}</td><td data-label="Next read">${nextRun(row, now)}</td></tr>\n`
}

function* sourceRows(rows: readonly CoverageRow[], platforms: Platforms, now: Date) {
  for (const row of rows) yield sourceRow(row, platforms, now).value
}

function table(list: string): Html {
  return html`<div class="scroll" role="region" aria-labelledby="sources" tabindex="0"><table class="wide sources"><caption id="sources">Sources: what is amiss first, then by state and place</caption>
<thead><tr><th scope="col">Place</th><th scope="col">Portal</th><th scope="col">How it fares</th><th scope="col">Last success</th><th scope="col">Next read</th></tr></thead>
<tbody>${new Html(list)}</tbody></table></div>`
}

function summary(rows: readonly CoverageRow[], now: Date): Html {
  const tones = rows.map(healthTone)
  const countOf = (tone: string) => tones.filter((each) => each === tone).length
  const silent = rows.filter((row) => silence(row, now) !== null).length
  const cell = (number: number, words: string, tone: string) =>
    html`<div class="figure ${tone}"><dt>${words}</dt><dd>${number}</dd></div>`
  return html`<dl class="figures">${cell(rows.length, 'sources watched', '')}${cell(countOf('good'), 'read well', 'good')}${cell(countOf('wait'), 'not read yet', 'wait')}${cell(countOf('care'), 'need checking', 'care')}${cell(countOf('stop'), 'not covered', 'stop')}${cell(silent, 'silent for more than a day', silent > 0 ? 'care' : '')}</dl>`
}

const percent = (part: number, whole: number) =>
  whole === 0 ? 'none yet' : `${Math.round((100 * part) / whole)} % of ${whole}`

/** Platform by platform: how many councils, how deep they are read, what fails and why. */
function platformTable({ platforms: rows }: CoverageSummary, names: Platforms, now: Date): Html {
  const lines = rows.map((row) => {
    const troubled = Object.entries(row.health)
      .filter(([health]) => health !== 'ok' && health !== 'quiet')
      .map(([health, count]) => `${count} ${health.replace('-', ' ')}`)
    const others = row.sources - row.active
    const trouble = [...troubled, ...(others > 0 ? [`${others} not read`] : [])].join(', ')
    return html`<tr><th scope="row">${names.label(row.platform)}${unverifiedNote(row.platform, names)}</th><td>${row.councils}</td><td>${row.items}</td><td>${percent(row.meetingsWithItems, row.meetingsWithAgenda)}</td><td>${row.lastSuccessAt ? fromNow(row.lastSuccessAt, now) : 'never'}</td><td>${trouble || 'none'}</td></tr>\n`
  })
  return html`<div class="scroll" role="region" aria-labelledby="platforms" tabindex="0"><table class="wide platforms"><caption id="platforms">By platform</caption>
<thead><tr><th scope="col">Platform</th><th scope="col">Councils</th><th scope="col">Items held</th><th scope="col">Recent agendas read item by item</th><th scope="col">Last success</th><th scope="col">In trouble</th></tr></thead>
<tbody>${lines}</tbody></table></div>`
}

function overdueList(overdue: readonly OverdueAgenda[]): Html {
  if (overdue.length === 0) return nothing
  const rows = overdue.map(
    (late) =>
      html`<li><a href="/councils/${late.placeSlug}"><bdi>${cut(late.placeName, 120)}</bdi>${late.state && `, ${late.state}`}</a>, <bdi>${bodyName(late.body)}</bdi>: ${overdueWords(late)}. <span class="quiet">${habitWords(late)}. ${outsideLink(late.portalUrl, 'Official page')}</span></li>\n`,
  )
  return html`<section aria-labelledby="overdue"><h2 id="overdue">Agendas later than usual</h2>
<p>Measured by each body’s own habit, as seen here; they may come late, stand elsewhere, or the meeting may not be held.</p>
<ul class="overdue">${rows}</ul></section>`
}

/** Every source and how it fares: what is not covered stands beside what is. */
export const coveragePage = web.createApp().get('/coverage', async (c) => {
  const { db, platforms, now: clock } = c.var.deps
  const now = clock()
  const rows = await c.var.memo.get('coverage', 'minute', () => listCoverage(db))
  const overdue = await c.var.memo.get('overdue', 'minute', () => listOverdueAgendas(db.read))
  const depth = await c.var.memo.recent('platforms', () => summariseCoverage(db, now))
  // What is amiss comes first; within that, the order of states and places stays.
  const urgency = { stop: 0, care: 1, wait: 2, good: 3 } as const
  const sorted = rows.toSorted((a, b) => urgency[healthTone(a)] - urgency[healthTone(b)])
  const list = await joinInTurns(sourceRows(sorted, platforms, now))
  const page = {
    title: 'Coverage',
    section: 'coverage' as const,
    body: html`<h1>Coverage</h1>
<p class="lede">Every source that is watched, what is known of its health, and since when. Made ${utcTime(now)}.</p>
${
  rows.length > 0
    ? html`${summary(rows, now)}${overdueList(overdue)}${table(list)}${platformTable(depth, platforms, now)}`
    : html`<p class="empty">Nothing is watched yet. <a href="/add">Choose a council</a>.</p>`
}`,
  }
  return rows.some(isReading) ? sendUnkept(c, page) : sendFinished(c, page)
})
