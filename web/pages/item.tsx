import {
  type CapturedPage,
  type DetectionRow,
  type FactRow,
  findCapture,
  findDecision,
  findFinding,
  findItem,
  findMatter,
  type ItemRow,
  listAppearances,
  listDetections,
  listFacts,
  listMatterHistory,
  listVotes,
} from '../../src/db/queries/item-page.ts'
import {
  findMeeting,
  listDocuments,
  listItemChanges,
  type MeetingRow,
} from '../../src/db/queries/meeting-page.ts'
import { listItemParts } from '../../src/db/queries/packet-parts.ts'
import { ItemChanges } from '../components/change-list.tsx'
import { Evidence } from '../components/item-evidence.tsx'
import { Facts } from '../components/item-facts.tsx'
import { WhyFlagged } from '../components/item-finding.tsx'
import { Matter } from '../components/item-matter.tsx'
import { Outcome } from '../components/item-outcome.tsx'
import { markedPassages, type Passage } from '../components/marked.ts'
import { PacketParts } from '../components/packet-parts.tsx'
import { DocumentList, Markup, Outside, PlaceLink, Said } from '../components/said.tsx'
import { meetingMarks } from '../components/votes.ts'
import { web } from '../context.ts'
import { fromNow, notice, printedTime, utcTime } from '../dates.ts'
import { type Page, view } from '../frame.tsx'
import { clean, cut, type Html, html } from '../html.ts'
import { sendFinished } from '../send.ts'
import { parseId } from './parameters.ts'

/** What is longer is cut here and whole on the official page. */
const mostText = 60_000

/** The passages of one field, from detections and facts together. */
function passagesOf(
  field: string,
  detections: readonly DetectionRow[],
  facts: readonly FactRow[],
): Passage[] {
  return [...detections, ...facts].filter((row) => row.field === field && row.page === null)
}

/** The item's own text with everything quoted from it marked. */
function itemText(item: ItemRow, passages: readonly Passage[]): Html {
  const shown = item.text.slice(0, mostText)
  const note =
    item.text.length > mostText &&
    html`<p class="note">The text is cut here; the rest is on the official page.</p>`
  return html`<div class="item-text"><bdi>${markedPassages(shown, passages)}</bdi></div>${note}`
}

function ItemHead(props: {
  readonly item: ItemRow
  readonly meeting: MeetingRow
  readonly title: Html
  readonly now: Date
}) {
  const { item, meeting, title, now } = props
  const marks = meetingMarks(meeting)
  if (item.removedAt) {
    marks.push(
      html`<li class="mark stop">Taken off the agenda, seen ${utcTime(item.removedAt)}</li>`,
    )
  }
  const early = notice(item.firstSeenAt, meeting.startsAt)
  return (
    <header class="page-head">
      <p class="crumbs">
        <PlaceLink slug={meeting.placeSlug} name={meeting.placeName} state={meeting.state} />
        {' › '}
        <a href={`/meetings/${meeting.id}#item-${item.id}`}>
          <Said text={meeting.body} most={160} />
        </a>
      </p>
      <h1 class="item-title">
        {item.number && <span class="number">{cut(item.number, 30)}</span>}{' '}
        <bdi>
          <Markup html={title} />
        </bdi>
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
        <div>
          <dt>How it is taken</dt>
          <dd>
            {item.consent === null
              ? 'The portal does not say whether on consent or for discussion'
              : item.consent
                ? 'On the consent agenda: passed with others in one vote unless somebody asks'
                : 'For discussion'}
            {item.section && (
              <>
                , under “
                <Said text={item.section} most={160} />”
              </>
            )}
          </dd>
        </div>
        {meeting.location && (
          <div>
            <dt>Where</dt>
            <dd>
              <Said text={meeting.location} most={400} />
            </dd>
          </div>
        )}
        {item.fileNumber && (
          <div>
            <dt>File</dt>
            <dd>
              <Said text={item.fileNumber} most={60} />
            </dd>
          </div>
        )}
        <div>
          <dt>Official page</dt>
          <dd>
            <Outside address={item.sourceUrl ?? meeting.sourceUrl} words="Open at the portal" />
            {early && <span class="quiet">; first seen by us {early} before the meeting</span>}
          </dd>
        </div>
      </dl>
    </header>
  )
}

export const itemPages = web.createApp().get('/items/:id', async (c) => {
  const id = parseId(c.req.param('id'))
  const { db, taxonomy, now } = c.var.deps
  const item = id === undefined ? undefined : await findItem(db.read, id)
  const meeting = item && (await findMeeting(db.read, item.meetingId))
  if (!item || !meeting) return await c.notFound()

  const finding = await findFinding(db.read, item.id)
  const detections = finding ? await listDetections(db.read, item.id) : []
  const facts = finding ? await listFacts(db.read, item.id) : []
  const votes = await listVotes(db.read, item.id)
  const decision = await findDecision(db.read, item.id)
  const changes = await listItemChanges(db.read, item.id)
  const matter = item.matterId === null ? undefined : await findMatter(db.read, item.matterId)
  const steps = matter ? await listMatterHistory(db.read, matter.id) : []
  const appearances = matter ? await listAppearances(db.read, matter.id) : []
  const documents = await listDocuments(db.read, 'agendaItemId', item.id)
  const ofMatter = matter ? await listDocuments(db.read, 'matterId', matter.id) : []
  const parts = await listItemParts(db.read, item.id)
  const own = new Set(documents.map((document) => document.id))
  const all = [...documents, ...ofMatter.filter((document) => !own.has(document.id))]
  // What is quoted may also stand in the packet of the meeting.
  const quoted = [...all, ...parts]
  const captures: CapturedPage[] = []
  for (const url of new Set([item.sourceUrl ?? meeting.sourceUrl, meeting.sourceUrl])) {
    const capture = await findCapture(db.read, meeting.sourceId, url)
    if (capture) captures.push(capture)
  }

  const shownTitle = item.title.slice(0, 2_000)
  const page: Page = {
    title: `${clean(item.number ?? '')} ${cut(item.title, 120)}`.trim(),
    body: view(
      <>
        <ItemHead
          item={item}
          meeting={meeting}
          title={markedPassages(shownTitle, passagesOf('title', detections, facts))}
          now={now()}
        />
        {finding ? (
          <>
            <WhyFlagged
              finding={finding}
              detections={detections}
              documents={quoted}
              names={taxonomy}
            />
            <Facts facts={facts} finding={finding} documents={quoted} names={taxonomy} />
          </>
        ) : (
          <p class="note">Nothing in this item was flagged.</p>
        )}
        {item.text && (
          <section aria-labelledby="text">
            <h2 id="text">Text</h2>
            <Markup html={itemText(item, passagesOf('text', detections, facts))} />
          </section>
        )}
        <Outcome item={item} votes={votes} decision={decision} />
        <section aria-labelledby="documents">
          <h2 id="documents">Documents</h2>
          {parts.length > 0 && <PacketParts parts={parts} />}
          {all.length > 0 ? (
            <DocumentList documents={all} />
          ) : parts.length > 0 ? null : (
            <p class="empty">
              The portal hangs none on this item. Look among the{' '}
              <a href={`/meetings/${meeting.id}#documents`}>documents of the meeting</a>.
            </p>
          )}
          <p>
            <a href={`/items/${item.id}/pack.zip`} download={`watchdocket-item-${item.id}.zip`}>
              Evidence pack
            </a>{' '}
            <span class="quiet">
              (ZIP: the archived originals, their hashes, and how to check them)
            </span>
          </p>
        </section>
        {matter && (
          <Matter matter={matter} steps={steps} appearances={appearances} itemId={item.id} />
        )}
        {changes.length > 0 && (
          <section aria-labelledby="changes">
            <h2 id="changes">Changes so far</h2>
            <ItemChanges changes={changes} />
          </section>
        )}
        <Evidence
          item={item}
          meeting={meeting}
          finding={finding}
          captures={captures}
          documents={all}
        />
      </>,
    ),
  }
  return sendFinished(c, page)
})
