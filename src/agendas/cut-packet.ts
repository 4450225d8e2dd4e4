import type { AgendaLink, AgendaPage } from '../model/agenda-text.ts'
import type { DocumentContents, PartBasis } from '../model/packet.ts'
import { findListingPages, placeOnPages } from './packet-pages.ts'
import { createItemFinder, type PacketItem, plainWords } from './packet-titles.ts'

/** Pages of a packet that belong to one item. */
export interface PacketPart {
  readonly itemId: number
  /** From 1, both included. */
  readonly fromPage: number
  readonly toPage: number
  readonly basis: PartBasis
  /** The words that say so. */
  readonly words: string
}

export interface Packet {
  /** Those that hold text, in order. */
  readonly pages: readonly AgendaPage[]
  readonly pageCount: number
  readonly contents: DocumentContents
}

/** A page at which something begins; `itemId` is `null` where it is not known whose it is. */
interface Start {
  readonly page: number
  readonly itemId: number | null
  readonly basis: PartBasis
  readonly words: string
}

/**
 * The pages of a meeting's packet, each given to the item it belongs to: by the outline and the
 * links on the agenda, else by cover sheets. Pure. What is not said plainly, or said in two ways, is
 * given to nobody: a page with a wrong item would be evidence against it.
 */
export function cutPacket(packet: Packet, items: readonly PacketItem[]): PacketPart[] {
  const { pages, pageCount, contents } = packet
  if (pageCount < 2 || items.length === 0) return []
  const finder = createItemFinder(items)
  const listing = findListingPages(pages, items)
  const told = [
    ...outlineStarts(contents.outline, finder, pageCount),
    ...linkStarts(contents.links, pages, finder, listing, pageCount),
  ]
  const starts = told.some(({ itemId, page }) => itemId !== null && !listing.has(page))
    ? told
    : coverStarts(pages, finder, listing, items)
  return spread(starts, listing, pageCount)
}

type Finder = ReturnType<typeof createItemFinder>

/**
 * An entry that names an item begins that item's pages, and so do the entries below it: they are its
 * attachments. An entry that names none, beside or above, ends them.
 */
function outlineStarts(
  outline: DocumentContents['outline'],
  finder: Finder,
  pageCount: number,
): Start[] {
  const above: { level: number; itemId: number | null }[] = []
  const starts: Start[] = []
  for (const { title, level, page } of outline) {
    while ((above.at(-1)?.level ?? -1) >= level) above.pop()
    const owner = above.findLast(({ itemId }) => itemId !== null)?.itemId ?? null
    const named = finder.find(title, owner !== null)
    const itemId = named === undefined ? owner : named
    above.push({ level, itemId: named === undefined ? null : named })
    if (page !== null && page >= 1 && page <= pageCount) {
      starts.push({ page, itemId, basis: 'outline', words: title })
    }
  }
  return starts
}

/** A link on the agenda belongs to the item whose words it is or follows. */
function linkStarts(
  links: readonly AgendaLink[],
  pages: readonly AgendaPage[],
  finder: Finder,
  listing: ReadonlySet<number>,
  pageCount: number,
): Start[] {
  const inside = links.filter(
    ({ page, toPage }) =>
      toPage !== null &&
      toPage <= pageCount &&
      toPage > page &&
      listing.has(page) &&
      !listing.has(toPage),
  )
  return placeOnPages(inside, pages, finder.placesOn).map(({ link, itemId }) => {
    const named = finder.find(link.text, itemId !== null)
    return {
      page: link.toPage ?? 0,
      itemId: named === undefined ? itemId : named,
      basis: 'link',
      words: link.text,
    }
  })
}

/** A page whose head names an item of this agenda, by number and words, opens its report. */
function coverStarts(
  pages: readonly AgendaPage[],
  finder: Finder,
  listing: ReadonlySet<number>,
  items: readonly PacketItem[],
): Start[] {
  const order = new Map(items.map(({ id }, at) => [id, at]))
  const agendaEnd = Math.max(0, ...listing)
  const listed = new Set(
    pages
      .filter(({ page }) => listing.has(page))
      .flatMap(({ text }) => finder.placesOn(plainWords(text ?? '').join(' ')))
      .map(({ itemId }) => itemId),
  )
  const starts: Start[] = []
  let reached = -1
  for (const { page, text } of pages) {
    if (text === null || page <= agendaEnd) continue
    const cover = finder.findCover(text)
    if (cover === undefined) continue
    // An item that the agenda has not listed yet stands on its last page, and not on a report.
    const isListed = cover.itemId !== null && (listing.size === 0 || listed.has(cover.itemId))
    const at = cover.itemId === null || !isListed ? -1 : (order.get(cover.itemId) ?? -1)
    // Reports lie in the order of the agenda; one that goes back is another meeting's.
    const itemId = isListed && at >= reached ? cover.itemId : null
    if (itemId !== null) reached = at
    starts.push({ page, itemId, basis: 'cover', words: cover.words })
  }
  return starts
}

/** Starts made into stretches of pages; two that disagree about a page leave it to nobody. */
function spread(
  starts: readonly Start[],
  listing: ReadonlySet<number>,
  pageCount: number,
): PacketPart[] {
  const byPage = new Map<number, Start>()
  for (const start of starts) {
    const known = byPage.get(start.page)
    if (known && known.itemId !== start.itemId) byPage.set(start.page, { ...known, itemId: null })
    else if (!known) byPage.set(start.page, start)
  }
  const parts: PacketPart[] = []
  let current: Start | undefined
  for (let page = 1; page <= pageCount; page += 1) {
    // What begins on the agenda itself is its row there, and not its report.
    current = listing.has(page) ? undefined : (byPage.get(page) ?? current)
    if (!current || current.itemId === null) continue
    const last = parts.at(-1)
    if (last && last.itemId === current.itemId && last.toPage === page - 1) {
      parts[parts.length - 1] = { ...last, toPage: page }
    } else {
      const { itemId, basis, words } = current
      parts.push({ itemId, fromPage: page, toPage: page, basis, words: words.slice(0, 300) })
    }
  }
  return parts
}
