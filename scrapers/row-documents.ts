import type { ScrapedDocument } from '../src/model/document.ts'
import { cleanText, findElement, type MarkupNode, walkMarkup } from '../src/scraping/html.ts'
import type { RowShape } from './row-shape.ts'
import { seenText } from './seen-text.ts'
import { calledOffWords } from './title-status.ts'

export type ToLink = (href: string | undefined) => string | undefined

export function calledOffIn(documents: readonly ScrapedDocument[]): string | null {
  const notice = documents.find(({ title }) => title.length < 120 && calledOffWords(title))
  return notice?.title ?? null
}

export interface RowLink {
  readonly url: string
  readonly words: string
  /** The heading it stands under, inside the row or page; "" for none. */
  readonly heading: string
}

const opened = /(?:window\.open|open\w*)\(\s*(?:&#39;|['"])([^'"]+?)(?:&#39;|['"])/i

const isFurniture = ({ name, attribs }: MarkupNode) =>
  name === 'nav' || name === 'header' || name === 'footer' || attribs?.role === 'navigation'

export function linksOf(row: MarkupNode, toLink: ToLink): RowLink[] {
  const links: MarkupNode[] = []
  const headings = new Map<MarkupNode, string>()
  let heading = ''
  walkMarkup(row, (node) => {
    if (isFurniture(node)) return false
    if (/^h[1-6]$/.test(node.name ?? '')) heading = seenText(node).slice(0, 100)
    if (node.name === 'a') {
      links.push(node)
      headings.set(node, heading)
    }
    return true
  })
  return links.flatMap((link) => {
    const { href = '', onclick = '', title = '', 'aria-label': label = '' } = link.attribs ?? {}
    const isScript = href === '' || href === '#' || /^javascript:/i.test(href.trim())
    const url = toLink(isScript ? opened.exec(onclick)?.[1]?.replaceAll('&amp;', '&') : href)
    const image = findElement(link, ({ name }) => name === 'img')?.attribs
    const words = seenText(link) || cleanText(title || label || image?.alt || image?.title || '')
    return url ? [{ url, words, heading: headings.get(link) ?? '' }] : []
  })
}

/** Addresses that end like files. */
export const fileAddress = /\.(?:pdf|docx?|rtf|xlsx?|pptx?|html?)(?:$|[?#])/i

/** The kind of a file by the words of its link, else by its address. */
export function fileKind(words: string, url: string): ScrapedDocument['kind'] | undefined {
  const text = `${words} ${decodeQuietly(url.split('/').at(-1) ?? '')}`
  if (/\bminutes\b|\bactas?\b/i.test(words)) return 'minutes'
  if (/packet|full agenda|supporting|board ?book/i.test(words)) return 'packet'
  if (/\bagendas?\b|orden del d[ií]a/i.test(words)) return 'agenda'
  if (/notice|cancel|aviso/i.test(words)) return 'notice'
  if (/\bvideo|youtube|watch|\bmedia\b/i.test(words) || /youtu\.?be|vimeo|swagit|\.mp4/i.test(url))
    return 'video'
  if (/audio|\.mp3/i.test(text)) return 'audio'
  if (/minutes/i.test(text)) return 'minutes'
  if (/packet/i.test(text)) return 'packet'
  if (/agenda/i.test(text)) return 'agenda'
  return fileAddress.test(url) ? 'other' : undefined
}

function decodeQuietly(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export function documentsOf(links: readonly RowLink[], shape: RowShape): ScrapedDocument[] {
  const documents = new Map<string, ScrapedDocument>()
  for (const { url: address, words, heading } of links) {
    const told = shape.kindOf?.(address, words)
    if (told === null || (told === undefined && shape.isDetail?.test(address))) continue
    if (isMenu.test(words)) continue
    const url = shape.fileAt?.(address) ?? address
    const own = told ?? fileKind(words, address)
    const kind = own === 'other' ? (fileKind(heading, '') ?? own) : own
    const title = words === '' || isBareLink.test(words) ? capital(kind ?? '') : words
    if (kind && !documents.has(url)) documents.set(url, { kind, title, url })
  }
  return [...documents.values()]
}

/** The way to a list, on pages of single meetings. */
const isMenu =
  /^(?:all |view |past |upcoming )*(?:meetings?,? )?agendas?,? (?:&|and) minutes$|^(?:news (?:&|and) )?public notices$/i
/** Words that say nothing of the file. */
const isBareLink = /^(?:document|multimedia|file|attachment)? ?link$/i
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
