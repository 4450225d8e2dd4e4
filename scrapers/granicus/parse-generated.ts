import type { ScrapedDocument } from '../../src/model/document.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanLines,
  cleanText,
  findElement,
  findElements,
  linkResolver,
  type MarkupNode,
  textOf,
} from '../../src/scraping/html.ts'
import { type ItemParts, toAgenda } from '../item.ts'

const mark = /^(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,6})(?:\.\d{1,3}|\.[A-Za-z])*[.)]{1,2}$/
/** Fewer numbered rows than this are the tables of some other page. */
const fewestRows = 3
const unnamed = 'Attachment'

interface Line {
  /** Blocks of quotation around it: the template indents by them. */
  readonly depth: number
  readonly number: string | null
  readonly title: string
  readonly text: string
  readonly isStrong: boolean
  readonly metaId: string | null
  readonly url: string | null
  readonly documents: readonly ScrapedDocument[]
}

type ToLink = (href: string | undefined) => string | undefined

/**
 * The items of a page that Granicus generates from its item list, agendas and minutes alike: a table
 * of one row for each line, with the number in its first cell, indented by quotation blocks; files
 * stand as links behind their item. Empty for pages of other forms.
 */
export function parseGenerated(root: MarkupNode, page: Page): ScrapedAgendaItem[] {
  const lines = listLines(root, linkResolver(page.finalUrl))
  if (lines.filter(({ number }) => number !== null).length < fewestRows) return []
  const items: (ItemParts & { readonly depth: number })[] = []
  /** The headings that are open at this depth and above. */
  let above: { readonly depth: number; readonly title: string }[] = []
  lines.forEach((line, at) => {
    const last = items.at(-1)
    if (isMore(line, last)) {
      const more = [last?.text, line.title, line.text].filter((part) => part).join('\n')
      // What stands before the first item is the head of the page.
      if (last)
        items[items.length - 1] = {
          ...last,
          text: last.isHeading && last.number === null ? (last.text ?? '') : more,
          documents: [...(last.documents ?? []), ...line.documents],
        }
      return
    }
    const depth = line.number === null ? -1 : line.depth
    above = above.filter((one) => one.depth < depth)
    const next = lines.slice(at + 1).find(({ number }) => number !== null)
    const isHeading =
      line.number === null ||
      (next !== undefined &&
        next.depth > line.depth &&
        !/^adjourn/i.test(line.title) &&
        !hasFiles(lines, at))
    items.push({
      depth,
      number: line.number,
      title: line.title,
      text: line.text,
      upstreamId: line.metaId,
      sourceUrl: line.url,
      section: above.at(-1)?.title ?? null,
      isHeading,
      documents: line.documents,
    })
    if (isHeading) above.push({ depth, title: line.title })
  })
  return toAgenda(
    items.map(({ depth: _depth, documents = [], ...item }) => ({
      ...item,
      documents: withoutTwins(documents),
    })),
  )
}

/** An icon and its words lead to the same file: the words are its title. */
function withoutTwins(documents: readonly ScrapedDocument[]): ScrapedDocument[] {
  const byFile = new Map<string, ScrapedDocument>()
  for (const file of documents) {
    const id = /[?&]meta_id=(\d+)/i.exec(file.url)?.[1] ?? file.url
    const known = byFile.get(id)
    if (!known || known.title === unnamed) byFile.set(id, file)
  }
  return [...byFile.values()]
}

/** Words without a number, and the numbered notices that stand below the end of the meeting. */
const isMore = (
  line: Line,
  last: { readonly title: string; readonly depth: number } | undefined,
) =>
  line.number === null
    ? !isLoneHeading(line)
    : last !== undefined && /^adjourn/i.test(last.title) && line.depth > last.depth

/** Files between a line and the next numbered one are its own. */
function hasFiles(lines: readonly Line[], at: number): boolean {
  const end = lines.findIndex(({ number }, index) => index > at && number !== null)
  return lines.slice(at, end < 0 ? undefined : end).some(({ documents }) => documents.length > 0)
}

/** "CITY COUNCIL REGULAR MEETING AT 6:00 PM": where one page holds two meetings. */
const isLoneHeading = ({ depth, isStrong, title, documents }: Line) =>
  depth === 0 &&
  isStrong &&
  documents.length === 0 &&
  title.length < 120 &&
  /\p{Lu}{4}/u.test(title) &&
  !/\p{Ll}/u.test(title)

function listLines(root: MarkupNode, toLink: ToLink): Line[] {
  const lines: Line[] = []
  const visit = (node: MarkupNode, depth: number): void => {
    for (const child of node.children ?? []) {
      if (child.name === 'tr') {
        const line = readRow(child, depth, toLink)
        if (line) {
          lines.push(line)
          continue
        }
      }
      const file = child.name === 'a' ? toFile(child, toLink) : undefined
      if (file) {
        lines.push({ ...noLine, depth, documents: [file] })
        continue
      }
      if (depth < 60) visit(child, child.name === 'blockquote' ? depth + 1 : depth)
    }
  }
  visit(root, 0)
  return lines
}

const noLine: Omit<Line, 'depth' | 'documents'> = {
  number: null,
  title: '',
  text: '',
  isStrong: false,
  metaId: null,
  url: null,
}

/** A row of a number or nothing, and words. */
function readRow(row: MarkupNode, depth: number, toLink: ToLink): Line | undefined {
  const cells = (row.children ?? []).filter(({ name }) => name === 'td')
  const [first, second, third] = cells
  if (!first || !second || third || findElement(second, ({ name }) => name === 'table')) {
    return undefined
  }
  const number = cleanText(textOf(first))
  if (number !== '' && !mark.test(number)) return undefined
  const [title, text] = splitTitle(textOf(second))
  if (!/[\p{L}\d]/u.test(title)) return undefined
  const named = findElement(second, ({ name, attribs }) =>
    name === 'a' ? /^agenda\d+$/i.test(attribs?.name ?? '') : false,
  )
  const isStrong =
    findElement(second, ({ name }) => name === 'strong' || name === 'b') !== undefined
  return {
    depth,
    number: number || null,
    title,
    text,
    isStrong,
    metaId: /\d+$/.exec(named?.attribs?.name ?? '')?.[0] ?? null,
    url: toLink(named?.attribs?.href) ?? null,
    documents: findElements(second, ({ name }) => name === 'a').flatMap(
      (link) => toFile(link, toLink) ?? [],
    ),
  }
}

function toFile({ attribs, ...link }: MarkupNode, toLink: ToLink): ScrapedDocument | undefined {
  // The designer of templates sets its own folder before absolute addresses.
  const href = attribs?.href?.replace(/^.*(?=https?:\/\/)/i, '') ?? ''
  const isFile = /MetaViewer\.php/i.test(href) || /\bDocument\b/.test(attribs?.class ?? '')
  const url = isFile ? toLink(href) : undefined
  return url ? { kind: 'attachment', title: cleanText(textOf(link)) || unnamed, url } : undefined
}

/**
 * The words of a cell as a title and the rest: standing words behind a heading in capitals are about
 * every meeting, and lines behind the first explain it.
 */
function splitTitle(words: string): [string, string] {
  const lines = cleanLines(words).split('\n')
  const [label = '', ...below] = lines
  const isLabel = label.length < 20 && label.endsWith(':') && below.length > 0
  const [first = '', ...rest] = isLabel ? [`${label} ${below[0]}`, ...below.slice(1)] : lines
  const [, heading, prose] =
    /^(\P{Ll}{6,110}?)[\s:–—-]+(\p{Lu}\p{Ll}*\s[\s\S]{60,})$/u.exec(first) ?? []
  return heading && prose ? [heading, [prose, ...rest].join('\n')] : [first, rest.join('\n')]
}
