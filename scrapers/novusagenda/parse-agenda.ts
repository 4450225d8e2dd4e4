import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { linkResolver, parseMarkup } from '../../src/scraping/html.ts'
import { cutPage } from '../agenda-file.ts'
import { toAgenda } from '../item.ts'
import type { ItemPageShape } from '../item-page.ts'
import { readLinkedItems } from '../linked-items.ts'

const keyOf = (url: string) => /CoverSheet\.aspx\?(?:[^#]*&)?ItemID=(\d+)/i.exec(url)?.[1]
const isFile = (url: string) => /AttachmentViewer\.ashx/i.test(url)

/** The page behind an item: the staff's report and its files. */
export const coverSheet: ItemPageShape = {
  frame: /ns-ContentArea|AttachmentViewer\.ashx|CoverSheet/i,
  frameName: 'a cover sheet (#ns-ContentArea)',
  keyOf,
  isFile,
  isReport: ({ attribs }) => attribs?.id === 'ns-ContentArea',
}

/**
 * The items of MeetingView: rows that lead to cover sheets. An agenda without cover sheets is cut by
 * its own numbering.
 */
export function parseNovusAgenda(page: Page): ScrapedAgendaItem[] {
  const root = parseMarkup(page.text())
  const items = readLinkedItems(root, linkResolver(page.finalUrl), { keyOf, isFile })
  return items.length > 0 ? toAgenda(items) : cutPage(page)
}
