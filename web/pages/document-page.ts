import {
  findShownPage,
  type PageOwner,
  type ShownPage,
} from '../../src/db/queries/document-page.ts'
import { DocumentError } from '../../src/documents/document-error.ts'
import { hasPictures } from '../../src/documents/page-place.ts'
import type { Sha256 } from '../../src/model/ids.ts'
import { markedPassages, type Passage } from '../components/marked.ts'
import { type AppContext, web } from '../context.ts'
import { longDate } from '../dates.ts'
import type { Page } from '../frame.tsx'
import { clean, cut, html, nothing } from '../html.ts'
import { sendFinished } from '../send.ts'

/** Pixels across: sharp on a phone, and small enough for a slow line. */
const pictureWidth = 1_200
const mostText = 60_000

/** Where quotes stand in the text of their page, whatever their case. */
function passagesOf(text: string, quotes: readonly string[]): Passage[] {
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return []
  return quotes.flatMap((quote) => {
    const wanted = quote.toLowerCase()
    const passages: Passage[] = []
    for (
      let at = lower.indexOf(wanted);
      wanted !== '' && at >= 0 && passages.length < 50;
      at = lower.indexOf(wanted, at + wanted.length)
    ) {
      passages.push({ start: at, end: at + wanted.length })
    }
    return passages
  })
}

function neighbours(sha256: string, number: number, pages: number) {
  const to = (page: number, words: string) =>
    html`<a href="/documents/${sha256}/pages/${page}">${words}</a>`
  return html`<nav class="pages" aria-label="Pages of the document">${number > 1 && to(number - 1, 'Previous page')} <span>Page ${number} of ${pages}</span> ${number < pages && to(number + 1, 'Next page')}</nav>`
}

/** The way back: to the items that the page belongs to, and to their meetings. */
function ownerLinks(owners: readonly PageOwner[]) {
  if (owners.length === 0) return nothing
  const links = owners.map(({ itemId, number, title, meetingId, body, place, date }) => {
    const meeting = html`<a href="/meetings/${meetingId}">${cut(clean(body), 120)}, ${cut(clean(place), 80)}, ${longDate(date)}</a>`
    if (itemId === null) return html`<li>${meeting}</li>`
    const name = number
      ? `${cut(clean(number), 20)} ${cut(clean(title), 200)}`
      : cut(clean(title), 200)
    return html`<li><a href="/items/${itemId}"><bdi>${name}</bdi></a> <span class="quiet">at ${meeting}</span></li>`
  })
  return html`<ul class="documents" aria-label="What this page belongs to">${links}</ul>`
}

function ocrNote({ isOcr, confidence }: ShownPage) {
  if (!isOcr) return nothing
  const sure = confidence === null ? '' : `, ${Math.round(confidence * 100)} of 100 sure`
  return html`<p class="note care">Recognised from a picture${sure}: words may be misread. Compare with the picture.</p>`
}

/** Of files in other files, only scans are known to be drawn. */
const isDrawn = ({ mediaType, isOcr }: ShownPage) =>
  mediaType === 'application/pdf' ||
  mediaType.startsWith('image/') ||
  (isOcr && hasPictures(mediaType))

function documentPage(sha256: string, number: number, page: ShownPage): Page {
  const name = `Page ${number} of “${cut(clean(page.title), 120)}”`
  const picture =
    isDrawn(page) &&
    html`<img class="page-picture" src="/documents/${sha256}/pages/${number}/picture" width="${pictureWidth}" alt="${name} as a picture${page.quotes.length > 0 ? ', quoted words marked' : ''}" />`
  const text = page.text.slice(0, mostText)
  const words = text
    ? html`<div class="item-text"><bdi>${markedPassages(text, passagesOf(text, page.quotes))}</bdi></div>`
    : html`<p class="note">No words of this page have been read.</p>`
  const body = html`<header class="page-head"><h1>${name}</h1>${ownerLinks(page.belongsTo)}${neighbours(sha256, number, page.pages)}<p><a href="/documents/${sha256}">The original file, as it came</a></p></header>
<section aria-labelledby="words"><h2 id="words">Text</h2>${ocrNote(page)}${words}</section>${
    picture &&
    html`
<section aria-labelledby="picture"><h2 id="picture">Picture</h2>${picture}</section>`
  }`
  return { title: name, section: 'search', body }
}

async function find(c: AppContext) {
  const sha256 = c.req.param('sha256') ?? ''
  const number = Number(c.req.param('page'))
  if (!/^[0-9a-f]{64}$/.test(sha256) || !Number.isInteger(number) || number < 1) return undefined
  const page = await findShownPage(c.var.deps.db.read, sha256, number)
  return page && { sha256: sha256 as Sha256, number, page }
}

/** Pages of archived documents: their words beside a picture that is drawn when it is asked for. */
export const documentPages = web
  .createApp()
  .get('/documents/:sha256/pages/:page', async (c) => {
    const found = await find(c)
    if (!found) return await c.notFound()
    return sendFinished(c, documentPage(found.sha256, found.number, found.page))
  })
  .get('/documents/:sha256/pages/:page/picture', async (c) => {
    const found = await find(c)
    if (!found) return await c.notFound()
    const { quotes, words } = found.page
    try {
      const asked = { page: found.number, width: pictureWidth, quotes, words }
      const png = await c.var.deps.drawPage(found.sha256, asked)
      return c.body(new Uint8Array(png), 200, {
        'Content-Type': 'image/png',
        'Cache-Control': 'public, max-age=300',
      })
    } catch (error) {
      if (error instanceof DocumentError) return await c.notFound()
      throw error
    }
  })
