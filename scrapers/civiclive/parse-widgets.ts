import type { Page } from '../../src/scraping/contract.ts'
import { cleanText, findElement, parseMarkup, textOf } from '../../src/scraping/html.ts'

/** A list of files on a page: the folder it shows, and what its script is told of the page. */
export interface Widget {
  readonly folderId: string
  /** JSON, as the service wants it back. */
  readonly settings: string
}

const opening = /new ContentItemListUI\(\s*['"](\d{1,15})['"]/g
const mostWidgets = 20
const longestSettings = 20_000
/** What stands between a list's folder and its settings: null, and which lists it is one of. */
const furthestSettings = 2_000

export function findWidgets(page: Page): Widget[] {
  const markup = page.text()
  const found = new Map<string, Widget>()
  let asked = 0
  for (const match of markup.matchAll(opening)) {
    asked += 1
    if (asked > mostWidgets) break
    const [whole, folderId = ''] = match
    const behind = match.index + whole.length
    const start = markup.slice(behind, behind + furthestSettings).indexOf('{')
    const settings = start === -1 ? undefined : readSettings(markup, behind + start)
    if (settings) found.set(folderId, { folderId, settings })
  }
  return [...found.values()]
}

/** The service refuses other settings than the page's own; only the words searched for are empty. */
function readSettings(markup: string, start: number): string | undefined {
  const end = endOfObject(markup.slice(start, start + longestSettings))
  try {
    const value: unknown = JSON.parse(markup.slice(start, start + end))
    return JSON.stringify({ ...(value as object), searchVal: '' })
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Behind the brace that closes the first one; 0 when none does. */
function endOfObject(text: string): number {
  let depth = 0
  let isInside = false
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at]
    if (isInside) {
      if (one === '\\') at += 1
      else if (one === '"') isInside = false
    } else if (one === '"') isInside = true
    else if (one === '{') depth += 1
    else if (one === '}') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return 0
}

/** The page's heading, else its title: it names whose files these are. */
export function headingOf(page: Page): string {
  const root = parseMarkup(page.text())
  const heading = findElement(root, ({ name }) => name === 'h1')
  const title = findElement(root, ({ name }) => name === 'title')
  const words = heading ? cleanText(textOf(heading)) : ''
  return words || (title ? cleanText(textOf(title)) : '')
}
