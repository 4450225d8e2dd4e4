import type { ScrapedDocument } from '../../src/model/document.ts'
import { cleanText, findElements, linesOf, type MarkupNode } from '../../src/scraping/html.ts'
import { type ItemParts, isConsentHeading, splitFileNumber } from '../item.ts'
import { filesOf, type ToLink } from './files.ts'
import { has } from './parse-motions.ts'

const isSelectable = (node: MarkupNode) =>
  has(node, 'SelectableItem') || (node.attribs !== undefined && 'itemid' in node.attribs)

/** Titles of parts are anchors that cannot be selected. */
const isAnchor = ({ name, attribs }: MarkupNode) =>
  name === 'a' && /^Item\d+$/.test(attribs?.name ?? '')

/**
 * Agendas of meetings up to 2020: headings that can be selected, as their word processor wrote
 * them, with the files of each in a list of its own at the end of the page.
 */
export function readOldItems(root: MarkupNode, toLink: ToLink): ItemParts[] {
  const files = filesByItem(root, toLink)
  const items = new Map<string, ItemParts>()
  let section: string | null = null
  let isConsent = false
  const nodes = findElements(root, (node) => isSelectable(node) || isAnchor(node))
  for (const node of nodes) {
    const lines = linesOf(node)
    const words = lines[0] ?? ''
    if (words === '') continue
    if (!isSelectable(node)) {
      // Lines of a letter are anchored too; a heading is short.
      if (words.length <= 120) {
        section = words
        isConsent = isConsentHeading(words)
      }
      continue
    }
    const id = node.attribs?.itemid
    const key = id ?? String(items.size)
    if (items.has(key)) continue
    const [, number = null, title = words] =
      /^(\d{1,3}[.)](?:\d+[.)]?)*)\s+(\S.*)$/.exec(words) ?? []
    items.set(key, {
      upstreamId: id ?? null,
      number,
      title,
      fileNumber: splitFileNumber(title)?.fileNumber ?? null,
      section,
      ...(isConsent && { consent: true }),
      text: lines.slice(1).join('\n'),
      documents: mergeFiles(filesOf(node, toLink), files.get(key) ?? []),
    })
  }
  return [...items.values()]
}

/** Each file is listed many times over, under the number of its item. */
function filesByItem(root: MarkupNode, toLink: ToLink): Map<string, readonly ScrapedDocument[]> {
  const files = new Map<string, readonly ScrapedDocument[]>()
  for (const node of findElements(root, ({ attribs }) => listClass.test(attribs?.class ?? ''))) {
    const id = listClass.exec(node.attribs?.class ?? '')?.[1] ?? ''
    files.set(id, mergeFiles(files.get(id) ?? [], filesOf(node, toLink)))
  }
  return files
}

const listClass = /\bAgendaItemAttachment(\d+)\b/

function mergeFiles(
  known: readonly ScrapedDocument[],
  more: readonly ScrapedDocument[],
): readonly ScrapedDocument[] {
  const seen = new Set(known.map(({ url }) => cleanText(url).toLowerCase()))
  const added = more.filter(({ url }) => !seen.has(url.toLowerCase()))
  return added.length > 0 ? [...known, ...added] : known
}
