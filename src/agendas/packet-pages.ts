import type { AgendaLink, AgendaPage } from '../model/agenda-text.ts'
import { type PacketItem, plainWords } from './packet-titles.ts'

const leadWords = 4

/**
 * Pages that list items, as the agenda of a packet does: two titles or more stand on each. They
 * belong to no item.
 */
export function findListingPages(
  pages: readonly AgendaPage[],
  items: readonly PacketItem[],
): ReadonlySet<number> {
  const byLead = new Map<string, { readonly id: number; readonly plain: string }[]>()
  for (const { id, title } of items) {
    const words = plainWords(title)
    if (words.length < leadWords) continue
    const lead = words.slice(0, leadWords).join(' ')
    const known = byLead.get(lead)
    const entry = { id, plain: words.slice(0, 10).join(' ') }
    if (known) known.push(entry)
    else byLead.set(lead, [entry])
  }
  const listing = new Set<number>()
  for (const { page, text } of pages) {
    if (text === null) continue
    const words = plainWords(text)
    const seen = new Set<string>()
    for (let at = 0; at + leadWords <= words.length && seen.size < 2; at += 1) {
      const candidates = byLead.get(words.slice(at, at + leadWords).join(' '))
      if (!candidates) continue
      const here = words.slice(at, at + 10).join(' ')
      for (const { plain } of candidates) if (here.startsWith(plain)) seen.add(plain)
    }
    if (seen.size >= 2) listing.add(page)
  }
  return listing
}

/**
 * The item that each link stands under: the last one named before its words on the page. Links of
 * the same words come in the order of the page.
 */
export function placeOnPages(
  links: readonly AgendaLink[],
  pages: readonly AgendaPage[],
  placesOn: (plain: string) => readonly { readonly at: number; readonly itemId: number }[],
): { readonly link: AgendaLink; readonly itemId: number | null }[] {
  const read = new Map(
    pages.map(({ page, text }) => {
      const plain = plainWords(text ?? '').join(' ')
      return [page, { plain, reached: new Map<string, number>() }]
    }),
  )
  const places = new Map<number, ReturnType<typeof placesOn>>()
  return links.map((link) => {
    const page = read.get(link.page)
    const words = plainWords(link.text).join(' ')
    if (!page || words.length < 3) return { link, itemId: null }
    const from = page.reached.get(words) ?? 0
    const at = ` ${page.plain} `.indexOf(` ${words} `, from)
    if (at < 0) return { link, itemId: null }
    page.reached.set(words, at + words.length)
    const named = places.get(link.page) ?? placesOn(page.plain)
    places.set(link.page, named)
    return { link, itemId: named.findLast((place) => place.at <= at)?.itemId ?? null }
  })
}
