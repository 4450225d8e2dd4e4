import { cleanText, type MarkupNode, textOf } from '../src/scraping/html.ts'

export const hasClass = (node: MarkupNode, pattern: RegExp) =>
  pattern.test(node.attribs?.class ?? '')

const isUnseen = ({ name, attribs }: MarkupNode) =>
  name === 'script' ||
  name === 'style' ||
  // Stamps for machines, which repeat what is printed.
  attribs?.itemprop === 'startDate' ||
  attribs?.itemprop === 'endDate' ||
  /display\s*:\s*none/i.test(attribs?.style ?? '') ||
  /(?:^|\s)(?:is-hidden|sr-only|visually-hidden|screen-reader-text)(?:\s|$)/i.test(
    attribs?.class ?? '',
  )

/** Rows, their cells and what is around them are asked for more than once. */
const seenTexts = new WeakMap<MarkupNode, string>()

/** The words of a node as they are seen, on one line. */
export function seenText(node: MarkupNode): string {
  const known = seenTexts.get(node)
  if (known !== undefined) return known
  const text = cleanText(textOf(node, isUnseen))
  seenTexts.set(node, text)
  return text
}
