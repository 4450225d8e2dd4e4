import type { CouncilMeeting } from '../../src/db/queries/council-page.ts'
import { fromNow, printedTime } from '../dates.ts'
import { cut, type Html, html, nothing } from '../html.ts'
import { counted } from './money.ts'
import { meetingMarks } from './votes.ts'

function meetingRow(row: CouncilMeeting, now: Date): Html {
  const marks = meetingMarks(row)
  const relative = row.startsAt
    ? html`<span class="soon" data-relative="${row.startsAt.toISOString()}">${fromNow(row.startsAt, now)}</span>`
    : nothing
  const flagged = [
    row.found > 0 ? `${row.found} flagged` : '',
    row.possible > 0 ? `${row.possible} possible` : '',
  ].filter((words) => words)
  return html`<li${row.status === 'cancelled' ? html` class="is-off"` : nothing}><div class="vote-when"><time datetime="${row.startsAt?.toISOString() ?? row.date}">${printedTime(row)}</time>${relative}</div><div><a href="/meetings/${row.id}"><bdi>${cut(row.body, 160)}</bdi></a> <span class="quiet">${row.items > 0 ? counted(row.items, 'item') : 'no items read yet'}</span>${flagged.length > 0 && html` <span class="mark flag">${flagged.join(', ')}</span>`}${marks.length > 0 && html`<ul class="marks">${marks}</ul>`}</div></li>\n`
}

export function meetingList(rows: readonly CouncilMeeting[], now: Date): Html {
  return html`<ol class="meetings">${rows.map((row) => meetingRow(row, now))}</ol>`
}
