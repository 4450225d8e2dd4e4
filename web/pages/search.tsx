import { type SearchHit, type SearchResult, searchItems } from '../../src/db/queries/search.ts'
import { type PageHit, searchPages } from '../../src/db/queries/search-pages.ts'
import { findSearchPlaces, type SnippetPart } from '../../src/db/queries/search-scope.ts'
import { counted, count as figure } from '../components/money.ts'
import { web } from '../context.ts'
import { longDate, utcTime } from '../dates.ts'
import { type Page, view } from '../frame.tsx'
import { cut, Html, html, nothing } from '../html.ts'
import {
  documentKinds,
  hasWords,
  parseSearchAsk,
  type SearchAsk,
  scopeOf,
  searchAddress,
} from '../search-ask.ts'
import { sendFinished } from '../send.ts'
import { parsePage } from './parameters.ts'

const perPage = 20
const mostPages = 50
/** Pages of documents below the items, where both are asked for. */
const fewDocumentPages = 8

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

const placeLink = (slug: string, name: string, state: string) =>
  html`<a href="/councils/${slug}"><bdi>${cut(name, 120)}</bdi>${state && `, ${state}`}</a>`

function hitRow(hit: SearchHit): Html {
  const flag = hit.band
    ? html` <span class="mark flag">${hit.band === 'found' ? 'Flagged' : 'Possible'}</span>`
    : nothing
  return html`<li class="hit"><h3><a href="/items/${hit.agendaItemId}">${hit.number && html`<span class="number">${cut(hit.number, 30)}</span> `}<bdi>${snippet(hit.title, 300)}</bdi></a>${flag}</h3><p class="vote-where">${placeLink(hit.placeSlug, hit.placeName, hit.state)} <span><bdi>${cut(hit.body, 160)}</bdi>, ${longDate(hit.date)}</span></p>${hit.snippet.length > 0 && html`<p class="snippet"><bdi>${snippet(hit.snippet, 600)}</bdi></p>`}</li>\n`
}

function pageRow(hit: PageHit): Html {
  const { item, meeting } = hit
  const title = html`<a href="/documents/${hit.sha256}/pages/${hit.page}"><bdi>${cut(hit.documentTitle, 200)}</bdi>, page ${hit.page}</a>`
  const owner = item
    ? html`<a href="/items/${item.id}">${item.number && html`<span class="number">${cut(item.number, 30)}</span> `}<bdi>${cut(item.title, 160)}</bdi></a>`
    : nothing
  const when = meeting
    ? html` <span><a href="/meetings/${meeting.id}"><bdi>${cut(meeting.body, 160)}</bdi></a>, ${longDate(meeting.date)}</span>`
    : nothing
  const notes = [
    hit.isEarlierVersion && 'an earlier version: the portal publishes another one now',
    hit.goneSince && `gone from the portal since ${utcTime(hit.goneSince)}`,
  ].flatMap((note) => (note ? [html`<p class="note care">${note}</p>`] : []))
  return html`<li class="hit"><h3>${title} <span class="quiet">${hit.kind}</span></h3><p class="snippet"><bdi>${snippet(hit.snippet, 600)}</bdi></p><p class="vote-where">${placeLink(hit.placeSlug, hit.placeName, hit.state)}${when}</p>${item && html`<p class="vote-where">Belongs to ${owner}</p>`}${notes}</li>\n`
}

function SearchForm({ ask }: { readonly ask: SearchAsk }) {
  return (
    <search>
      <form class="filters" action="/search" method="get">
        <div class="field grow">
          <label for="search">Words, all of them</label>
          <input
            id="search"
            name="q"
            type="search"
            maxlength={200}
            value={ask.q}
            aria-describedby="search-hint"
          />
        </div>
        <div class="field">
          <label for="search-place">Place or state</label>
          <input id="search-place" name="place" maxlength={120} value={ask.place ?? ''} />
        </div>
        <div class="field">
          <label for="search-from">Meetings from</label>
          <input id="search-from" name="from" type="date" value={ask.from ?? ''} />
        </div>
        <div class="field">
          <label for="search-to">to</label>
          <input id="search-to" name="to" type="date" value={ask.to ?? ''} />
        </div>
        <div class="field">
          <label for="search-kind">Documents</label>
          <select id="search-kind" name="kind">
            <option value="">Every kind, and items</option>
            {documentKinds.map((kind) => (
              <option value={kind} selected={kind === ask.kind}>
                Only {kind}
              </option>
            ))}
          </select>
        </div>
        <div class="buttons">
          <button type="submit">Search</button>
        </div>
        <p class="hint" id="search-hint">
          Titles and texts of every agenda item that has been read, and pages of documents.{' '}
          <code>"plate reader"</code> finds words side by side, <code>surveil*</code> every word
          that begins so, <code>retention NEAR/5 days</code> words with at most five between them;
          endings of English words are folded.
        </p>
      </form>
    </search>
  )
}

function told({ count, isBounded }: SearchResult<unknown>, noun: string): string {
  if (count === 0) return `No ${noun} that has been read holds all of this.`
  const holds = count === 1 ? 'holds' : 'hold'
  if (!isBounded) return `${counted(count, noun)} ${holds} this.`
  return `${figure(count)} or more ${noun}s ${holds} this. Only the newest were looked at: add a word, a place or a date to narrow the search.`
}

function pager(ask: SearchAsk, page: number, total: number): Html {
  const hasNext = page * perPage < total && page < mostPages
  if (page === 1 && !hasNext) return nothing
  const to = (number: number) => searchAddress(ask, { page: String(number) })
  if (page > 1 && (page - 1) * perPage >= total) {
    return html`<p>There is no page ${page} of these. <a href="${to(1)}">Back to the best fits</a></p>`
  }
  return html`<nav class="pager" aria-label="Pages of results">${page > 1 && html`<a class="button plain" rel="prev" href="${to(page - 1)}">Better fits</a>`}${hasNext && html`<a class="button plain" rel="next" href="${to(page + 1)}">More</a>`}</nav>`
}

function section(
  id: string,
  heading: string,
  words: string,
  rows: readonly Html[],
  after: Html,
): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2><p role="status">${words}</p>${rows.length > 0 && html`<ol class="hits">${rows}</ol>`}${after}</section>`
}

/** Full text over everything that was read, flagged or not. */
export const searchPage = web.createApp().get('/search', async (c) => {
  const { ask, refused } = parseSearchAsk(c.req.query())
  const number = parsePage(c.req.query('page'), mostPages)
  const { db } = c.var.deps
  const places = ask.place === undefined ? undefined : await findSearchPlaces(db, ask.place)
  const scope = scopeOf(ask, places)
  const isOfPages = ask.in === 'documents' || ask.kind !== undefined
  const window = (limit: number) => ({ limit, offset: (number - 1) * perPage })

  let results = nothing
  const isAsked = Object.values(ask).some((value) => value)
  if (!hasWords(ask)) {
    if (isAsked) results = html`<p role="status">A search needs a word, of letters or digits.</p>`
  } else if (places?.length === 0) {
    results = html`<p role="status">No place that is watched is called so.</p>`
  } else {
    const items = isOfPages ? undefined : await searchItems(db, ask.q, window(perPage), scope)
    const pages =
      isOfPages || number === 1
        ? await searchPages(db, ask.q, window(isOfPages ? perPage : fewDocumentPages), scope)
        : undefined
    if (items) {
      const after = pager(ask, number, items.count)
      results = section(
        'results',
        'Agenda items',
        told(items, 'item'),
        items.hits.map(hitRow),
        after,
      )
    }
    if (pages && (isOfPages || pages.count > 0)) {
      const more =
        !isOfPages && pages.count > fewDocumentPages
          ? html`<p><a href="${searchAddress({ ...ask, in: 'documents' })}">All pages of documents</a></p>`
          : nothing
      const after = isOfPages ? pager(ask, number, pages.count) : more
      const words = told(pages, 'page')
      results = html`${results}${section('pages', 'Pages of documents', words, pages.hits.map(pageRow), after)}`
    }
  }
  const fault =
    refused.length > 0 &&
    html`<p class="note care">Not understood and left out: ${refused.join(', ')}</p>`
  const page: Page = {
    title: 'Search everything read',
    section: 'search',
    body: html`<h1>Search everything read</h1>${view(<SearchForm ask={ask} />)}${fault}${results}`,
  }
  return sendFinished(c, page)
})
