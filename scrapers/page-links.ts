import type { Page } from '../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  textOf,
  walkMarkup,
} from '../src/scraping/html.ts'

/** An address that a page leads to, and how. */
export interface PageLink {
  readonly url: string
  /** `frame`: shown inside the page; `link`: to be clicked; `script`: only written in it. */
  readonly kind: 'frame' | 'link' | 'script'
  /** The words of a link, or the title of a frame, one line. */
  readonly text: string
}

const attributeOf: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  link: 'href',
  iframe: 'src',
  frame: 'src',
  embed: 'src',
  script: 'src',
  form: 'action',
}

const kindOf = (name: string): PageLink['kind'] =>
  name === 'iframe' || name === 'frame' || name === 'embed'
    ? 'frame'
    : name === 'a' || name === 'area'
      ? 'link'
      : 'script'

/** Menus of portals repeat themselves: more than this is no page that a person uses. */
const mostLinks = 5_000
const writtenAddress = /https?:(?:\\?\/){2}[\w.-]{4,200}(?:\\?\/[\w=&%.,:;@!$+?/~\\-]{0,500})?/g

/** Every address of a page, each way of leading to it once, in page order. */
export function listPageLinks(page: Page): PageLink[] {
  const markup = page.text()
  const root = parseMarkup(markup)
  const resolve = linkResolver(baseOf(root, page.finalUrl))
  const found = new Map<string, PageLink>()
  const add = (url: string | undefined, kind: PageLink['kind'], text: string) => {
    if (!url || found.size >= mostLinks) return
    const key = `${kind} ${url}`
    const known = found.get(key)
    if (!known || (known.text === '' && text !== '')) found.set(key, { url, kind, text })
  }
  walkMarkup(root, (node) => {
    const attribute = attributeOf[node.name ?? '']
    if (node.name !== undefined && attribute !== undefined) {
      const kind = kindOf(node.name)
      add(resolve(node.attribs?.[attribute]), kind, kind === 'script' ? '' : wordsOf(node))
    }
    return true
  })
  for (const [written] of markup.slice(0, 3_000_000).matchAll(writtenAddress)) {
    add(resolve(written.replaceAll('\\', '')), 'script', '')
  }
  return [...found.values()]
}

/** Relative links are relative to `<base>`, where a page has one. */
function baseOf(root: MarkupNode, finalUrl: string): string {
  const href = findElement(root, ({ name }) => name === 'base')?.attribs?.href
  return href && URL.canParse(href, finalUrl) ? new URL(href, finalUrl).href : finalUrl
}

function wordsOf(node: MarkupNode): string {
  const { title = '', 'aria-label': label = '' } = node.attribs ?? {}
  const image = findElement(node, ({ name }) => name === 'img')?.attribs?.alt ?? ''
  return cleanText([textOf(node), title, label, image].filter((words) => words).join(' ')).slice(
    0,
    300,
  )
}
