import {
  cleanText,
  findElements,
  type MarkupNode,
  type MarkupReader,
  parseMarkup,
  printed,
  textOf,
} from '../../src/scraping/html.ts'

/** The labelled fields of a detail page by the end of their control ids: `lblTitle2`. */
export interface PageFields {
  /** One line; `null` when the control is missing or empty. */
  text(name: string): string | null
  node(name: string): MarkupNode | undefined
}

/**
 * Reads the head of a detail page, which is everything before its grid: the grid is cut out
 * elsewhere and would cost most of the time here.
 */
export function readFields(markup: string, gridName: string, reader: MarkupReader): PageFields {
  const gridAt = markup.indexOf(`${gridName}_ctl00`)
  const firsts = ['ContentPlaceHolder1_lbl', 'ContentPlaceHolder1_hyp']
    .map((control) => markup.indexOf(control))
    .filter((at) => at >= 0)
  const start = firsts.length > 0 ? Math.max(markup.lastIndexOf('<', Math.min(...firsts)), 0) : 0
  const head = markup.slice(start, gridAt > start ? gridAt : undefined)
  const nodes = new Map<string, MarkupNode>()
  for (const node of findElements(parseMarkup(head, reader), ({ attribs }) => !!attribs?.id)) {
    const id = node.attribs?.id ?? ''
    const name = id.slice(id.lastIndexOf('_') + 1)
    if (!nodes.has(name)) nodes.set(name, node)
  }
  return {
    text: (name) => {
      const node = nodes.get(name)
      return node ? printed(textOf(node)) : null
    },
    node: (name) => nodes.get(name),
  }
}

/** The links below a node with their words, in page order. */
export function linksIn(node: MarkupNode | undefined): { href: string; text: string }[] {
  if (!node) return []
  return findElements(node, ({ name, attribs }) => name === 'a' && !!attribs?.href).map((link) => ({
    href: link.attribs?.href ?? '',
    text: cleanText(textOf(link)),
  }))
}
