import {
  mostRanked,
  type PageHit,
  type SearchHit,
  type SearchResult,
  type SnippetPart,
  searchItems,
  searchPages,
} from '../../src/db/queries/search.ts'
import { count } from '../components/money.ts'
import { web } from '../context.ts'
import { longDate } from '../dates.ts'
import { type Page, view } from '../frame.tsx'
import { cut, Html, html, nothing } from '../html.ts'
import { sendFinished } from '../send.ts'
import { parsePage } from './parameters.ts'

const perPage = 20
const mostPages = 50
const mostDocumentPages = 8

/** Hits are marked as nodes of our own; everything between them is outside text. */
function snippet(parts: readonly SnippetPart[], most: number): Html {
  let value = ''
  let left = most
  for (const { text, isHit } of parts) {
    if (left <= 0) break
    const shown = cut(text, left)
    left -= shown.length
    value += (isHit ? html`<mark>${shown}</mark>` : html`${shown}`).value
  }
  return new Html(value)
}

function hitRow(hit: SearchHit): Html {
  const flag = hit.band
    ? html` <span class="mark flag">${hit.band === 'found' ? 'Flagged' : 'Possible'}</span>`
    : nothing
  return html`<li class="hit"><h3><a href="/items/${hit.agendaItemId}">${hit.number && html`<span class="number">${cut(hit.number, 30)}</span> `}<bdi>${snippet(hit.title, 300)}</bdi></a>${flag}</h3><p class="vote-where"><a href="/councils/${hit.placeSlug}"><bdi>${cut(hit.placeName, 120)}</bdi>${hit.state && `, ${hit.state}`}</a> <span><bdi>${cut(hit.body, 160)}</bdi>, ${longDate(hit.date)}</span></p>${hit.snippet.length > 0 && html`<p class="snippet"><bdi>${snippet(hit.snippet, 600)}</bdi></p>`}</li>\n`
}

function pageRow(hit: PageHit): Html {
  const address = hit.agendaItemId
    ? `/items/${hit.agendaItemId}`
    : hit.meetingId
      ? `/meetings/${hit.meetingId}`
      : undefined
  const title = html`<bdi>${cut(hit.documentTitle, 200)}</bdi>, page ${hit.page}`
  return html`<li class="hit"><h3>${address ? html`<a href="${address}">${title}</a>` : title}</h3><p class="vote-where"><span><bdi>${cut(hit.placeName, 120)}</bdi>${hit.state && `, ${hit.state}`}</span> <a href="/documents/${hit.sha256}">Archived copy</a></p><p class="snippet"><bdi>${snippet(hit.snippet, 600)}</bdi></p></li>\n`
}

function SearchForm({ typed }: { readonly typed: string }) {
  return (
    <search>
      <form class="council-search" action="/search" method="get">
        <label for="search">Words that must all occur</label>
        <div class="row">
          <input id="search" name="q" type="search" maxlength={200} value={typed} />
          <button type="submit">Search</button>
        </div>
        <p class="hint">
          Titles and texts of every agenda item that has been read, and pages of documents. Signs
          and quotes are ignored; endings of English words are folded.
        </p>
      </form>
    </search>
  )
}

function counted({ count: total, isBounded }: SearchResult): string {
  if (isBounded) {
    return `${count(mostRanked)} or more items hold these words. The newest ${count(mostRanked)} of them were ranked: add a word to narrow the search.`
  }
  return total === 1 ? 'One item holds these words.' : `${count(total)} items hold these words.`
}

function pager(typed: string, page: number, total: number): Html {
  const address = (to: number) => `/search?${new URLSearchParams({ q: typed, page: String(to) })}`
  const hasNext = page * perPage < total && page < mostPages
  if (page === 1 && !hasNext) return nothing
  return html`<nav class="pager" aria-label="Pages of results">${page > 1 && html`<a class="button plain" rel="prev" href="${address(page - 1)}">Better fits</a>`}${hasNext && html`<a class="button plain" rel="next" href="${address(page + 1)}">More</a>`}</nav>`
}

/** Full text over everything that was read, flagged or not. */
export const searchPage = web.createApp().get('/search', async (c) => {
  const typed = (c.req.query('q') ?? '').replace(/\s+/g, ' ').trim().slice(0, 200)
  const number = parsePage(c.req.query('page'), mostPages)
  const { db } = c.var.deps
  const result = await searchItems(db, typed, { limit: perPage, offset: (number - 1) * perPage })
  const pages = number === 1 ? await searchPages(db, typed, mostDocumentPages) : []

  let results = nothing
  if (typed) {
    results = html`<section aria-labelledby="results"><h2 id="results">Agenda items</h2><p role="status">${result.count > 0 ? counted(result) : 'No item that has been read holds all these words.'}</p>${result.hits.length > 0 && html`<ol class="hits">${result.hits.map(hitRow)}</ol>`}${pager(typed, number, result.count)}</section>`
    if (pages.length > 0) {
      results = html`${results}<section aria-labelledby="pages"><h2 id="pages">Pages of documents</h2><ol class="hits">${pages.map(pageRow)}</ol></section>`
    }
  }
  const page: Page = {
    title: 'Search everything read',
    section: 'search',
    body: html`<h1>Search everything read</h1>${view(<SearchForm typed={typed} />)}${results}`,
  }
  return sendFinished(c, page)
})
