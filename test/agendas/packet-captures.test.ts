import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cutAgenda } from '../../src/agendas/cut-agenda.ts'
import { cutPacket, type Packet, type PacketPart } from '../../src/agendas/cut-packet.ts'
import type { PacketItem } from '../../src/agendas/packet-titles.ts'
import type { AgendaPage } from '../../src/model/agenda-text.ts'
import { readText } from '../support/read-text.ts'

const captures = new URL('../../../shared/captures/', import.meta.url)
const isThere = existsSync(captures)

/** Recorded agendas, whose items are those of the packets made of them. */
const agendas = (
  readFileSync(new URL('truth/agendas.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n') as string[]
)
  .map((line): { readonly file: string } => JSON.parse(line))
  .filter(({ file }) => file.endsWith('.pdf'))

/** Recorded reports and contracts, in turn the attachments of items. */
const attachments = [
  'documents/clinton-ut/flock-contract.pdf',
  'documents/clinton-ut/alpr-policy.pdf',
  'documents/san-jose-ca/memo-police-chief-selection.pdf',
  'documents/sunnyvale-ca/staff-report-2020-10-13-encrypted.pdf',
  'documents/joplin-mo/purchasing-policy.pdf',
  'documents/omaha-ne/agenda-2012-10-16.pdf',
]

const read = async (file: string) =>
  (await readText({ bytes: readFileSync(new URL(file, captures)), contentType: '' })).pages

interface Made {
  readonly pages: AgendaPage[]
  /** Whose each page is, by page number; `undefined`: nobody's. */
  readonly owners: Map<number, number>
  /** First pages of reports, in order. */
  readonly firsts: { readonly item: PacketItem; readonly page: number }[]
}

/** An agenda with a report of other pages behind it for every third item, `cover` as its first page. */
function join(
  agenda: readonly AgendaPage[],
  items: readonly PacketItem[],
  reports: readonly (readonly AgendaPage[])[],
  cover: ((item: PacketItem) => string) | null,
): Made {
  const pages = agenda.map(({ text }, at) => ({ page: at + 1, text }))
  const made: Made = { pages, owners: new Map(), firsts: [] }
  for (const [turn, item] of items.filter((_, at) => at % 3 === 1).entries()) {
    made.firsts.push({ item, page: pages.length + 1 })
    const texts = (reports[turn % reports.length] ?? []).map(({ text }) => text)
    for (const text of cover ? [cover(item), ...texts] : texts) {
      pages.push({ page: pages.length + 1, text })
      made.owners.set(pages.length, item.id)
    }
  }
  return made
}

function grade(parts: readonly PacketPart[], owners: ReadonlyMap<number, number>) {
  let right = 0
  const wrong: string[] = []
  for (const { itemId, fromPage, toPage } of parts) {
    for (let page = fromPage; page <= toPage; page += 1) {
      if (owners.get(page) === itemId) right += 1
      else wrong.push(`page ${page} to ${itemId}, not ${owners.get(page)}`)
    }
  }
  return { right, wrong, all: owners.size }
}

describe.skipIf(!isThere)('packets joined from recorded documents', async () => {
  if (!isThere) return
  const reports = await Promise.all(attachments.map(read))
  const told = await Promise.all(
    agendas.map(async ({ file }) => {
      const pages = await read(file)
      const items = cutAgenda({ pages, outline: [] })
        .filter(({ isHeading }) => !isHeading)
        .map(({ number, title, fileNumber }, at): PacketItem => {
          return { id: at + 1, number, title, fileNumber }
        })
      return { file, pages, items }
    }),
  )
  const usable = told.filter(({ items }) => items.length >= 4)
  const nothing: Packet['contents'] = { outline: [], links: [] }

  const total = { right: 0, all: 0, wrong: [] as string[] }
  const each = (
    name: string,
    leastShare: number,
    cutOne: (one: (typeof usable)[number]) => { made: Made; parts: PacketPart[] },
  ) =>
    it(name, { timeout: 120_000 }, () => {
      const sum = { ...total, wrong: [] as string[] }
      for (const one of usable) {
        const { made, parts } = cutOne(one)
        const { right, wrong, all } = grade(parts, made.owners)
        sum.right += right
        sum.all += all
        sum.wrong.push(...wrong.map((fault) => `${one.file}: ${fault}`))
      }
      // What is given to an item is right; what is not plain may be left to nobody.
      expect(sum.wrong).toEqual([])
      expect(sum.right / sum.all).toBeGreaterThanOrEqual(leastShare)
    })

  it('are made of enough agendas to mean something', () => {
    expect(usable.length).toBeGreaterThan(8)
  })

  each('by their outline', 0.8, ({ pages, items }) => {
    const made = join(pages, items, reports, null)
    const outline = made.firsts.flatMap(({ item, page }) => [
      { title: `${item.number ?? ''} ${item.title}`.trim().slice(0, 90), level: 0, page },
      { title: '1. Attachment', level: 1, page: page + 1 },
    ])
    const packet = { pages: made.pages, pageCount: made.pages.length }
    return { made, parts: cutPacket({ ...packet, contents: { outline, links: [] } }, items) }
  })

  each('by cover sheets', 0.3, ({ pages, items }) => {
    const made = join(
      pages,
      items,
      reports,
      ({ number, title }) => `City Council\nStaff Report\nAgenda Item No. ${number}\n${title}`,
    )
    const packet = { pages: made.pages, pageCount: made.pages.length }
    return { made, parts: cutPacket({ ...packet, contents: nothing }, items) }
  })

  each('not by words of theirs that only look like it', 0, ({ pages, items }) => {
    const made = join(pages, items, reports, null)
    const packet = { pages: made.pages, pageCount: made.pages.length }
    return { made, parts: cutPacket({ ...packet, contents: nothing }, items) }
  })
})
