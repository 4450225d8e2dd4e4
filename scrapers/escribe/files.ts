import type { ScrapedDocument } from '../../src/model/document.ts'
import { cleanText, findElements, type MarkupNode, textOf } from '../../src/scraping/html.ts'

export type ToLink = (href: string | undefined) => string | undefined

/** A file has a link on its icon and one on its name. */
export function filesOf(box: MarkupNode, toLink: ToLink): ScrapedDocument[] {
  const documents = new Map<string, ScrapedDocument>()
  for (const link of findElements(box, ({ name }) => name === 'a')) {
    const url = /filestream\.ashx/i.test(link.attribs?.href ?? '')
      ? toLink(link.attribs?.href)
      : undefined
    if (!url) continue
    const id = /DocumentId=(\d+)/i.exec(url)?.[1] ?? url
    const { 'data-original-title': shown, 'aria-label': label, title: hint } = link.attribs ?? {}
    const title = cleanText(textOf(link)) || cleanText(shown ?? label ?? hint ?? '')
    const known = documents.get(id)
    if (!known || (known.title === 'Attachment' && title)) {
      documents.set(id, { kind: 'attachment', title: title || 'Attachment', url })
    }
  }
  return [...documents.values()]
}
