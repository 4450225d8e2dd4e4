import {
  type AgendaRow,
  findMeeting,
  listAgenda,
  listDocuments,
  listMeetingChanges,
  listVersions,
  type MeetingRow,
  mostAgendaRows,
} from '../../src/db/queries/meeting-page.ts'
import { ChangeList } from '../components/change-list.tsx'
import { marked } from '../components/marked.ts'
import { counted } from '../components/money.ts'
import { DocumentList, Markup, Outside, PlaceLink, Said } from '../components/said.tsx'
import { meetingMarks } from '../components/votes.ts'
import { type TaxonomyNames, web } from '../context.ts'
import { fromNow, notice, printedTime, utcTime } from '../dates.ts'
import { type Page, view } from '../frame.tsx'
import { clean, cut, Html, html, nothing } from '../html.ts'
import { sendFinished } from '../send.ts'
import { parseId } from './parameters.ts'

const flagWords: Readonly<Record<string, string>> = {
  'video-only': 'The portal offers a recording and no agenda',
  'time-unknown': 'No time is printed',
  'time-gap': 'The printed time does not exist: the clocks are put forward over it',
  'time-ambiguous': 'The printed time happens twice that night: the clocks are put back',
  'zone-unknown': 'The time zone is not known',
  'items-not-read': 'The items of this agenda could not be read',
}

function agendaRow(row: AgendaRow, names: TaxonomyNames): Html {
  if (row.isHeading) {
    return html`<li class="heading" id="item-${row.id}"><h3><bdi>${cut(row.title, 300)}</bdi></h3></li>\n`
  }
  const title = cut(row.title, 400)
  const classes = `${row.band ? ` is-${row.band}` : ''}${row.removedAt ? ' is-off' : ''}`
  const flag = row.band
    ? html`<li class="mark flag">${row.band === 'found' ? 'Flagged' : 'Possibly'}: ${(row.technologies ?? []).map(names.technology).join(', ')}</li>`
    : nothing
  const removed = row.removedAt
    ? html`<li class="mark stop">Taken off, seen ${utcTime(row.removedAt)}</li>`
    : nothing
  const consent = row.consent ? html`<li class="tag">Consent</li>` : nothing
  const outcome = [row.action, row.result].filter((word) => word).join(', ')
  const recorded = outcome ? html`<li class="tag">${cut(outcome, 120)}</li>` : nothing
  const file = row.fileNumber ? html`<li class="tag">File ${cut(row.fileNumber, 40)}</li>` : nothing
  const marks = flag.value + removed.value + consent.value + file.value + recorded.value
  return html`<li class="entry${classes}" id="item-${row.id}"><span class="number">${row.number && cut(row.number, 30)}</span><div><a href="/items/${row.id}"><bdi>${row.quote ? marked(title, row.quote) : title}</bdi></a>${marks && new Html(`<ul class="marks">${marks}</ul>`)}</div></li>\n`
}

/** What was found, before the agenda that it stands in: some have a hundred items of routine. */
function flaggedList(rows: readonly AgendaRow[], names: TaxonomyNames): Html {
  const flagged = rows.filter((row) => row.band === 'found')
  if (flagged.length === 0) return nothing
  const entries = flagged.map((row) => {
    const title = cut(row.title, 300)
    const technologies = (row.technologies ?? []).map(names.technology).join(', ')
    const notes = [technologies, row.consent ? 'on consent' : '', row.removedAt ? 'taken off' : '']
    return html`<li><a href="/items/${row.id}">${row.number && html`${cut(row.number, 30)} `}<bdi>${row.quote ? marked(title, row.quote) : title}</bdi></a> <span class="quiet">${notes.filter((note) => note).join(', ')}</span></li>\n`
  })
  return html`<section aria-labelledby="flagged"><h2 id="flagged">Flagged on this agenda</h2><ul class="flagged">${entries}</ul></section>`
}

/** The whole agenda; a string template, since some have a thousand items. */
function agenda(rows: readonly AgendaRow[], names: TaxonomyNames): Html {
  let list = ''
  for (const row of rows) list += agendaRow(row, names).value
  return new Html(`<ol class="agenda">${list}</ol>`)
}

function MeetingHead({ meeting, now }: { readonly meeting: MeetingRow; readonly now: Date }) {
  const marks = meetingMarks(meeting)
  const early = notice(meeting.firstSeenAt, meeting.startsAt)
  return (
    <header class="page-head">
      <p class="crumbs">
        <PlaceLink slug={meeting.placeSlug} name={meeting.placeName} state={meeting.state} />
      </p>
      <h1>
        <Said text={meeting.body} most={200} />
      </h1>
      <p class="when">
        <time datetime={meeting.startsAt?.toISOString() ?? meeting.date}>
          {printedTime(meeting)}
        </time>
        {meeting.startsAt && (
          <span class="soon" data-relative={meeting.startsAt.toISOString()}>
            {fromNow(meeting.startsAt, now)}
          </span>
        )}
      </p>
      {marks.length > 0 && <Markup html={html`<ul class="marks">${marks}</ul>`} />}
      <dl class="facts">
        {meeting.location && (
          <div>
            <dt>Where</dt>
            <dd>
              <Said text={meeting.location} most={400} />
            </dd>
          </div>
        )}
        {meeting.remoteUrl && (
          <div>
            <dt>From afar</dt>
            <dd>
              <Outside address={meeting.remoteUrl} words={meeting.remoteUrl} />
            </dd>
          </div>
        )}
        {meeting.comment && (
          <div>
            <dt>The portal remarks</dt>
            <dd>
              <Said text={meeting.comment} most={1_000} />
            </dd>
          </div>
        )}
        {meeting.agendaStatus && (
          <div>
            <dt>Agenda</dt>
            <dd>
              <Said text={meeting.agendaStatus} most={80} />
            </dd>
          </div>
        )}
        <div>
          <dt>First seen by us</dt>
          <dd>
            {utcTime(meeting.firstSeenAt)}
            {early && `, ${early} before the meeting`}
          </dd>
        </div>
        <div>
          <dt>Official page</dt>
          <dd>
            <Outside address={meeting.sourceUrl} words="Open at the portal" />
          </dd>
        </div>
      </dl>
      {meeting.flags.map((flag) => (
        <p class="note care">{flagWords[flag] ?? cut(flag, 60)}.</p>
      ))}
    </header>
  )
}

export const meetingPages = web.createApp().get('/meetings/:id', async (c) => {
  const id = parseId(c.req.param('id'))
  const { db, taxonomy, now } = c.var.deps
  const meeting = id === undefined ? undefined : await findMeeting(db.read, id)
  if (!meeting) return await c.notFound()
  const rows = await listAgenda(db.read, meeting.id)
  const documents = await listDocuments(db.read, 'meetingId', meeting.id)
  const versions = await listVersions(db.read, meeting.id)
  const changes = await listMeetingChanges(db.read, meeting.id)
  const flagged = rows.filter((row) => row.band === 'found').length
  const items = rows.filter((row) => !row.isHeading && !row.removedAt).length

  const page: Page = {
    title: `${clean(meeting.body)}, ${clean(meeting.placeName)}, ${meeting.date}`,
    body: view(
      <>
        <MeetingHead meeting={meeting} now={now()} />
        <Markup html={flaggedList(rows, taxonomy)} />
        <section aria-labelledby="agenda">
          <h2 id="agenda">Whole agenda</h2>
          <p class="quiet">
            {counted(items, 'item')}, {flagged} flagged.
            {rows.length === mostAgendaRows &&
              ` Only the first ${mostAgendaRows} are shown; the rest is on the official page.`}
          </p>
          {rows.length > 0 ? (
            <Markup html={agenda(rows, taxonomy)} />
          ) : (
            <p class="empty">
              No items have been read for this meeting. The agenda may not be out yet: see the
              official page and the documents below.
            </p>
          )}
        </section>
        <section aria-labelledby="documents">
          <h2 id="documents">Documents</h2>
          {documents.length > 0 ? (
            <DocumentList documents={documents} />
          ) : (
            <p class="empty">The portal lists none for this meeting.</p>
          )}
        </section>
        <section aria-labelledby="changes">
          <h2 id="changes">Changes so far</h2>
          <ChangeList changes={changes} versions={versions} />
        </section>
      </>,
    ),
  }
  return sendFinished(c, page)
})
