import type { AgendaLink } from '../model/agenda-text.ts'
import type { ScrapedDocument } from '../model/document.ts'
import type { Entry } from './entries.ts'
import type { Row } from './rows.ts'

const notDocuments =
  /^mailto:|\b(?:zoom\.us|teams\.microsoft|webex|gotomeeting|youtube|facebook|twitter|google\.com\/maps)\b/i

/**
 * The documents linked from each entry: a link belongs to the entry whose rows hold its words on
 * its page. Links whose words are not known are left out.
 */
export function placeLinks(
  links: readonly AgendaLink[],
  entries: readonly Entry[],
  rows: readonly Row[],
): Map<number, ScrapedDocument[]> {
  const owners = new Map<number, number>()
  entries.forEach((entry, index) => {
    for (let at = entry.from; at <= entry.to; at += 1) owners.set(at, index)
  })
  const pages = new Map<number, number[]>()
  rows.forEach(({ page }, at) => {
    const known = pages.get(page)
    if (known) known.push(at)
    else pages.set(page, [at])
  })
  const found = new Map<number, ScrapedDocument[]>()
  const reached = new Map<string, number>()
  for (const { page, text, url } of links) {
    const words = text.replace(/\s+/g, ' ').trim()
    if (url === null || !/^https?:\/\//i.test(url) || words.length < 2 || notDocuments.test(url))
      continue
    const key = `${page} ${words}`
    const at = findRow(pages.get(page) ?? [], rows, words.slice(0, 40), reached.get(key) ?? 0)
    if (at === undefined) continue
    reached.set(key, at.step + 1)
    const owner = owners.get(at.row)
    if (owner === undefined) continue
    const documents = found.get(owner) ?? []
    if (documents.some((known) => known.url === url)) continue
    found.set(owner, [...documents, { kind: 'attachment', title: words, url }])
  }
  return found
}

/** How many rows of a page are searched for the words of one link. */
const reach = 400

/** The next row of the page with these words; links of the same words come in its order. */
function findRow(
  page: readonly number[],
  rows: readonly Row[],
  words: string,
  from: number,
): { row: number; step: number } | undefined {
  for (const start of from > 0 ? [from, 0] : [0]) {
    for (let step = start; step < page.length && step < start + reach; step += 1) {
      const row = page[step] ?? 0
      if (rows[row]?.text.includes(words)) return { row, step }
    }
  }
  return undefined
}
