import { load } from 'cheerio'
import { growTree, parseTree, TooDeep } from './markup-tree.ts'

/**
 * The parts of a parsed node that our readers look at. Walking them directly costs a fraction of
 * what selector queries cost on a page of a hundred rows.
 */
export interface MarkupNode {
  /** `tag`, `text`, `root`, `script`, `style`; `comment` and further ones by the reader `browser`. */
  readonly type: string
  /** Lower-case tag name, for elements. */
  readonly name?: string
  /** The characters, for text. */
  readonly data?: string
  readonly attribs?: Readonly<Record<string, string>>
  readonly children?: readonly MarkupNode[]
}

/**
 * `fast` keeps the tags as they stand (htmlparser2); `browser` repairs broken tables as browsers
 * do (parse5) at five times the cost.
 */
export type MarkupReader = 'fast' | 'browser'

const noNodes: readonly MarkupNode[] = []

/** Real pages reach some sixty; the parsers' time grows with the square of it. */
const depthLimit = 2_000

/** Elements without an end tag, or whose end tag may be left out: alone they do not nest. */
const flat = new Set(
  'area base br col colgroup dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
)

/**
 * The most elements that can be open at once. Elements that do not nest count too, so this is
 * quick and never too low.
 */
function depthBound(markup: string): number {
  let depth = 0
  let most = 0
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
    const next = markup.charCodeAt(at + 1)
    if (next === 47) depth = Math.max(depth - 1, 0)
    else if ((next | 32) >= 97 && (next | 32) <= 122) depth += 1
    if (depth > most) most = depth
  }
  return most
}

/** The page without the tags that stand deeper than the limit; their text stays. */
function withoutAbyss(markup: string): string {
  let depth = 0
  return markup.replace(/<(\/?)([a-z][a-z0-9]*)[^<>]*>/gi, (tag, slash: string, name: string) => {
    if (flat.has(name.toLowerCase())) return tag
    const isTooDeep = depth >= depthLimit + (slash ? 1 : 0)
    depth = Math.max(depth + (slash ? -1 : 1), 0)
    return isTooDeep ? '' : tag
  })
}

/**
 * Parses a page or a piece of one, whole or in pieces that follow each other. Never throws: HTML has no errors, only repairs. Tags nested
 * beyond all measure are left out, since they serve only to keep a parser busy.
 */
export function parseMarkup(
  given: string | readonly string[],
  reader: MarkupReader = 'fast',
): MarkupNode {
  if (reader === 'fast') return parseFast(typeof given === 'string' ? [given] : given, false)
  const page = typeof given === 'string' ? given : given.join('')
  const markup = depthBound(page) < depthLimit ? page : withoutAbyss(page)
  const isDocument = /<(?:!doctype|html|head|body)[\s>]/i.test(markup.slice(0, 5_000))
  return load(markup, null, isDocument).root()[0] ?? { type: 'root' }
}

/** Parses XML, whole or in pieces that follow each other: names keep their case and CDATA is text. No entity but XML's own is resolved. */
export function parseXml(given: string | readonly string[]): MarkupNode {
  return parseFast(typeof given === 'string' ? [given] : given, true)
}

/** Almost no page is too deep, so that is noticed on the way, and looked for beforehand by none. */
function parseFast(pieces: readonly string[], isXml: boolean): MarkupNode {
  try {
    return parseTree(pieces, isXml, depthLimit)
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    return parseTree([withoutAbyss(pieces.join(''))], isXml)
  }
}

/**
 * Reads the page part by part: gives up the outermost elements that `isPart` is true for as soon as
 * they are whole, and returns the tree of what stands between them.
 */
export function* parseParts(
  pieces: readonly string[],
  isPart: (element: MarkupNode) => boolean,
): Generator<MarkupNode, MarkupNode> {
  let given = 0
  try {
    const tree = growTree(pieces, false, depthLimit, isPart)
    for (let grown = tree.next(); ; grown = tree.next()) {
      if (grown.done) return grown.value
      given += 1
      yield grown.value
    }
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    const tree = growTree([withoutAbyss(pieces.join(''))], false, Number.POSITIVE_INFINITY, isPart)
    for (let grown = tree.next(), at = 0; ; grown = tree.next(), at += 1) {
      if (grown.done) return grown.value
      if (at >= given) yield grown.value
    }
  }
}

/**
 * Calls `visit` for every node below `node`, in page order; `false` leaves out what is inside it.
 * Does not recurse, since depth is outside data.
 */
export function walkMarkup(node: MarkupNode, visit: (node: MarkupNode) => boolean): void {
  const waiting: MarkupNode[] = []
  addReversed(waiting, node.children)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (visit(next)) addReversed(waiting, next.children)
  }
}

/** The first of `nodes` is the next to be taken. */
function addReversed(waiting: MarkupNode[], nodes: readonly MarkupNode[] = noNodes): void {
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const child = nodes[at]
    if (child) waiting.push(child)
  }
}

/** Every element below `node` that is wanted, in page order, nested ones too. */
export function findElements(
  node: MarkupNode,
  isWanted: (element: MarkupNode) => boolean,
): MarkupNode[] {
  const found: MarkupNode[] = []
  walkMarkup(node, (inner) => {
    if (inner.name !== undefined && isWanted(inner)) found.push(inner)
    return true
  })
  return found
}

/** The first element below `node` that is wanted. */
export function findElement(
  node: MarkupNode,
  isWanted: (element: MarkupNode) => boolean,
): MarkupNode | undefined {
  const waiting: MarkupNode[] = []
  addReversed(waiting, node.children)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name !== undefined && isWanted(next)) return next
    addReversed(waiting, next.children)
  }
  return undefined
}

const breaking = new Set([
  'br',
  'p',
  'div',
  'li',
  'tr',
  'ul',
  'ol',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'dt',
  'dd',
  'section',
  'article',
  'header',
  'footer',
  'blockquote',
])

/**
 * The characters a reader would see below `node`, spaces as they stand; line breaks and blocks
 * begin a new line. Scripts and styles are left out.
 */
export function textOf(
  node: MarkupNode,
  isLeftOut: (element: MarkupNode) => boolean = () => false,
): string {
  let text = ''
  walkMarkup(node, (inner) => {
    if (inner.type === 'text') text += inner.data ?? ''
    if (inner.name === undefined) return inner.type !== 'comment'
    if (inner.name === 'script' || inner.name === 'style' || isLeftOut(inner)) return false
    // Cells stand apart on the page, whatever stands between them in its source.
    if (inner.name === 'td' || inner.name === 'th') text += ' '
    if (breaking.has(inner.name)) text += '\n'
    return true
  })
  return text
}

/**
 * The lines a reader would see below `node`, cleaned, none empty: a break in the source is a space,
 * and only blocks and line breaks begin a line.
 */
export function linesOf(
  node: MarkupNode,
  isLeftOut: (element: MarkupNode) => boolean = () => false,
): string[] {
  let text = ''
  walkMarkup(node, (inner) => {
    if (inner.type === 'text') text += (inner.data ?? '').replace(/[\r\n]+/g, ' ')
    if (inner.name === undefined) return inner.type !== 'comment'
    if (inner.name === 'script' || inner.name === 'style' || isLeftOut(inner)) return false
    if (inner.name === 'td' || inner.name === 'th') text += ' '
    if (breaking.has(inner.name)) text += '\n'
    return true
  })
  return text
    .split('\n')
    .map(cleanText)
    .filter((line) => line !== '')
}

/** Anything but plain text: the rare case that is worth a slow look. */
const unusual = /[^ -~\u00a0-\ud7ff\ue000-\uffff]/

/** White space that is more, or other, than one space: single ones stand as they are. */
const uneven = /(?:[^\S ]|\u200b)[\s\u200b]*| [\s\u200b]+/g

/** One line: every run of white space, also non-breaking, becomes a space; controls are dropped. */
export function cleanText(text: string): string {
  const line = text.replace(uneven, ' ').trim()
  return unusual.test(line) ? line.replace(/[\p{Cc}\p{Cs}]/gu, '').trim() : line
}

/** The same for several lines: breaks stay, empty lines and spaces at line ends go. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(cleanText)
    .filter((line) => line !== '')
    .join('\n')
}

/** `cleanText`, with `null` for nothing: how contracts say "none printed". */
export function printed(text: string | null | undefined): string | null {
  return cleanText(text ?? '') || null
}

/**
 * The address a link leads to, absolute, http or https only; `undefined` for script links,
 * fragments of the same page and what is no address. An absolute address is kept as printed.
 */
export function linkTarget(href: string | undefined, base: string): string | undefined {
  return linkResolver(base)(href)
}

const characters = String.raw`[\w=&%|.,:;@!$()*+/?~-]*`
const plainAbsolute = new RegExp(String.raw`^https?:\/\/[\w.-]+(?::\d+)?(?:\/${characters})?$`)
const plainRelative = new RegExp(String.raw`^[\w-]+\.\w+(?:\?${characters})?$`)

/**
 * `linkTarget` for many links of one page. Links in the usual characters are joined without parsing
 * them, which would be the dearest part of reading a large table.
 */
export function linkResolver(base: string): (href: string | undefined) => string | undefined {
  let folder: string | undefined
  return (href) => {
    const trimmed = href?.trim()
    if (!trimmed || trimmed.startsWith('#')) return undefined
    if (plainAbsolute.test(trimmed)) return trimmed
    if (!/^https?:/i.test(base)) return parseLink(trimmed, base)
    if (!plainRelative.test(trimmed)) return parseLink(trimmed, base)
    folder ??= parseLink('./', base)
    return folder && `${folder}${trimmed}`
  }
}

function parseLink(href: string, base: string): string | undefined {
  if (!URL.canParse(href, base)) return undefined
  const url = new URL(href, base)
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username) return undefined
  return /^https?:\/\/[^\s\\"<>]+$/i.test(href) ? href : url.href
}

/**
 * The element that begins at `start` (at its `<`) with everything in it, found by counting tags
 * without parsing: a grid can be cut out of a page of scripts and state for next to nothing.
 * `undefined` when it is never closed.
 */
export function cutElement(markup: string, start: number, name: string): string | undefined {
  const tag = new RegExp(`<(/?)${name}(?=[\\s>/])`, 'gi')
  tag.lastIndex = start
  let depth = 0
  for (let match = tag.exec(markup); match; match = tag.exec(markup)) {
    depth += match[1] ? -1 : 1
    if (depth <= 0) {
      const end = markup.indexOf('>', match.index)
      return end < 0 ? undefined : markup.slice(start, end + 1)
    }
  }
  return undefined
}
