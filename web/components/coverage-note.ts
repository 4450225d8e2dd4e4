import type { CoverageRow } from '../../src/db/queries/coverage.ts'
import { fromNow } from '../dates.ts'
import { cut, type Html, html, nothing } from '../html.ts'
import { healthWords, isCovered, lastSuccess } from './health.ts'
import { counted } from './money.ts'

const mostListed = 40

function placeLink(row: CoverageRow): Html {
  return html`<a href="/councils/${row.placeSlug}"><bdi>${cut(row.placeName, 120)}</bdi>${row.state && `, ${row.state}`}</a>`
}

function checkedRow(row: CoverageRow, now: Date): Html {
  const bodies = row.bodies.length > 0 ? cut(row.bodies.join(', '), 300) : 'no bodies listed yet'
  return html`<li>${placeLink(row)}: <bdi>${bodies}</bdi>; ${lastSuccess(row, now)}</li>`
}

function uncoveredRow(row: CoverageRow, now: Date): Html {
  return html`<li>${placeLink(row)}: ${healthWords(row).toLowerCase()}, ${lastSuccess(row, now)}</li>`
}

function more(rows: readonly CoverageRow[]): Html {
  const left = rows.length - mostListed
  return left > 0 ? html`<li><a href="/coverage">${left} more</a></li>` : nothing
}

/**
 * What a list rests on: which bodies were checked, when last with success, and what is not
 * covered. An empty list without this would say more than we know.
 */
export function coverageNote(rows: readonly CoverageRow[], now: Date): Html {
  if (rows.length === 0) return nothing
  const covered = rows.filter(isCovered)
  const uncovered = rows.filter((row) => !isCovered(row))
  const unchecked = covered.filter((row) => row.needsChecking).length
  const bodies = covered.reduce((sum, row) => sum + row.bodies.length, 0)
  const successes = covered.flatMap((row) => (row.lastSuccessAt ? [row.lastSuccessAt] : []))
  const newest = successes.reduce<Date | null>((a, b) => (a === null || b > a ? b : a), null)
  const oldest = successes.reduce<Date | null>((a, b) => (a === null || b < a ? b : a), null)
  const listed = covered.slice(0, mostListed).map((row) => checkedRow(row, now))

  return html`<section class="coverage-note" aria-labelledby="coverage-note">
<h2 id="coverage-note">What this list rests on</h2>
<p><strong>Checked:</strong> ${counted(bodies, 'body', 'bodies')} of ${counted(covered.length, 'source')}${
    newest && oldest
      ? html`, newest read ${fromNow(newest, now)}, oldest ${fromNow(oldest, now)}`
      : nothing
  }.${unchecked > 0 && html` ${counted(unchecked, 'source')} from old or inferred lists still to be checked.`}</p>
${listed.length > 0 && html`<details><summary>Bodies checked</summary><ul>${listed}${more(covered)}</ul></details>`}
${
  uncovered.length > 0
    ? html`<p><strong>Not covered right now:</strong> ${counted(uncovered.length, 'source')}. Votes there are missing from this list.</p>
<ul class="uncovered">${uncovered.slice(0, mostListed).map((row) => uncoveredRow(row, now))}${more(uncovered)}</ul>`
    : html`<p>Every watched source is covered. Places that nobody has added are not.</p>`
}
<p><a href="/coverage">Every source and how it fares</a> &middot; <a href="/add">Add a council</a></p>
</section>`
}
