import * as z from 'zod'
import type { ScrapedDocument } from '../../src/model/document.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { linkTarget, printed } from '../../src/scraping/html.ts'
import { order, readRows, text } from '../json.ts'

const attachmentRow = z.object({
  MatterAttachmentName: text,
  MatterAttachmentHyperlink: text,
  MatterAttachmentFileName: text,
  MatterAttachmentShowOnInternetPage: z.union([z.boolean(), z.number()]).nullish(),
  MatterAttachmentSort: order,
})

/**
 * `/matters/{id}/attachments`.
 *
 * @throws {PageShapeError} {PortalErrorPage} when it is no such list.
 */
export function parseAttachmentsPage(page: Page): readonly ScrapedDocument[] {
  return attachmentDocuments(readRows(page, 'MatterAttachmentId'), page.url)
}

/** In the portal's order, each address once; what the portal hides from its own pages is left out. */
export function attachmentDocuments(
  found: readonly Record<string, unknown>[],
  url: string,
): readonly ScrapedDocument[] {
  const shown = found
    .flatMap((row) => {
      const read = attachmentRow.safeParse(row)
      return read.success ? [read.data] : []
    })
    .filter(({ MatterAttachmentShowOnInternetPage: isShown }) => isShown !== false && isShown !== 0)
    .sort((a, b) => (a.MatterAttachmentSort ?? 0) - (b.MatterAttachmentSort ?? 0))
  const documents = new Map<string, ScrapedDocument>()
  for (const row of shown) {
    const target = linkTarget(row.MatterAttachmentHyperlink ?? undefined, url || 'about:blank')
    if (!target || documents.has(target)) continue
    const title = printed(row.MatterAttachmentName) ?? printed(row.MatterAttachmentFileName)
    documents.set(target, { kind: 'attachment', title: title ?? 'attachment', url: target })
  }
  return [...documents.values()]
}
