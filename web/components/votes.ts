import type { FindingListing } from '../../src/db/queries/finding-listing.ts'
import type { TaxonomyNames } from '../context.ts'
import { fromNow, notice, printedTime, utcTime } from '../dates.ts'
import { cut, type Html, html, nothing, outsideLink } from '../html.ts'
import { purposeWords } from './fact-words.ts'
import { marked } from './marked.ts'
import { money } from './money.ts'

const longestTitle = 400

/** What a reader must know before trusting a row: each mark in words, never by colour alone. */
export function meetingMarks(row: {
  readonly status: string
  readonly statusText: string | null
  readonly noLongerListedSince: Date | null
  readonly isUnconfirmed: boolean
}): Html[] {
  const marks: Html[] = []
  const said = row.statusText ? html`: “<bdi>${cut(row.statusText, 120)}</bdi>”` : nothing
  if (row.status === 'cancelled') {
    marks.push(html`<li class="mark stop">Meeting cancelled${said}</li>`)
  } else if (row.status === 'rescheduled') {
    marks.push(html`<li class="mark stop">Meeting rescheduled${said}</li>`)
  } else if (row.status === 'tentative') {
    marks.push(html`<li class="mark care">Draft agenda: may still change${said}</li>`)
  }
  if (row.noLongerListedSince) {
    const since = utcTime(row.noLongerListedSince)
    marks.push(html`<li class="mark stop">No longer listed by the portal since ${since}</li>`)
  }
  if (row.isUnconfirmed) {
    marks.push(
      html`<li class="mark care">Unconfirmed: the read that found it was out of the ordinary</li>`,
    )
  }
  return marks
}

function itemMarks(row: FindingListing): Html[] {
  const marks = meetingMarks(row)
  if (row.removedAt) {
    marks.push(
      html`<li class="mark stop">Taken off the agenda, seen ${utcTime(row.removedAt)}</li>`,
    )
  }
  if (row.band === 'possible') {
    marks.push(html`<li class="mark maybe">Possible: the words may mean something else</li>`)
  }
  return marks
}

function consentMark(consent: boolean | null): Html {
  if (consent === null) return nothing
  return consent
    ? html`<li class="tag">Consent agenda</li>`
    : html`<li class="tag">For discussion</li>`
}

/** One finding in a list. A string template: fifty of these are most of a page. */
export function voteRow(row: FindingListing, names: TaxonomyNames, now: Date): Html {
  const when = row.startsAt ?? row.sortAt
  const marks = itemMarks(row)
  const early = notice(row.firstSeenAt, row.startsAt)
  const relative =
    row.startsAt === null
      ? nothing
      : html`<span class="soon" data-relative="${when.toISOString()}">${fromNow(when, now)}</span>`
  const tags: Html[] = []
  for (const id of row.technologies) {
    tags.push(
      html`<li class="tag technology"><a href="/?technology=${encodeURIComponent(id)}">${names.technology(id)}</a></li>`,
    )
  }
  for (const id of row.vendors) {
    tags.push(
      html`<li class="tag vendor"><a href="/?vendor=${encodeURIComponent(id)}">${names.vendor(id)}</a></li>`,
    )
  }
  const purpose = row.purpose && purposeWords[row.purpose]
  if (purpose) tags.push(html`<li class="tag purpose">${purpose}</li>`)
  if (row.amountCents !== null) {
    tags.push(html`<li class="tag amount">${money(row.amountCents)}</li>`)
  }
  const number = row.number ? html`<span class="number">${cut(row.number, 30)}</span> ` : nothing
  const outcome = row.result || row.action
  return html`<li class="vote${row.status === 'cancelled' || row.removedAt ? ' is-off' : ''}" id="item-${row.agendaItemId}">
<div class="vote-when"><time datetime="${row.startsAt?.toISOString() ?? row.date}">${printedTime(row)}</time>${relative}</div>
<div class="vote-what"><p class="vote-where"><a href="/councils/${row.placeSlug}"><bdi>${cut(row.placeName, 120)}</bdi>${row.state && `, ${row.state}`}</a> <span><bdi>${cut(row.body, 160)}</bdi></span></p>
<h3><a href="/items/${row.agendaItemId}">${number}<bdi>${marked(cut(row.title, longestTitle), row.quote)}</bdi></a></h3>
${marks.length > 0 && html`<ul class="marks">${marks}</ul>`}<ul class="tags" aria-label="What it is about">${tags}${consentMark(row.consent)}</ul>
<p class="why"><span class="label">Flagged for</span> <q><mark>${cut(row.quote, 200)}</mark></q>${row.reasons[0] && html` <span class="reason">${cut(row.reasons[0], 200)}</span>`}</p>
${outcome && html`<p class="outcome"><span class="label">Recorded</span> ${cut(outcome, 120)}</p>`}<p class="vote-links">${outsideLink(row.officialUrl, 'Official page')} <a href="/meetings/${row.meetingId}">Whole agenda</a>${early && html` <span class="quiet">first seen by us ${early} before the meeting</span>`}</p></div></li>
`
}
