import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError } from '../../src/model/errors.ts'
import type { MatterHistoryEntry, ScrapedMatter } from '../../src/model/matter.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanLines,
  cleanText,
  findElement,
  findElements,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  textOf,
} from '../../src/scraping/html.ts'
import { findPrintedDate } from '../printed-date.ts'
import { meetingIdOf } from './address.ts'

const isRow = ({ name }: MarkupNode) => name === 'tr'
const isCell = ({ name }: MarkupNode) => name === 'td' || name === 'th'
const isFurniture = ({ name, attribs }: MarkupNode) =>
  /^(?:nav|header|footer|script|style|table|h1|h2|a)$/.test(name ?? '') ||
  attribs?.id === 'tblLegiFileInfo'
const idOf = (url: string) =>
  /Detail_(?:LegiFile|Motion)\.aspx\?(?:[^#]*&)?ID=(\d+)/i.exec(url)?.[1]

/**
 * The page of a legislative file or motion: its facts, its words, its files, and the meetings it has
 * been through, with results where the tenant publishes them.
 *
 * @throws {PageShapeError}
 */
export function parseLegiFile(page: Page): ScrapedMatter {
  const markup = page.text()
  if (!/tblLegiFileInfo|LegiFile|Detail_Motion/i.test(markup)) {
    throw new PageShapeError('a legislative file of IQM2 (#tblLegiFileInfo)', page.url)
  }
  const root = parseMarkup(markup)
  const main =
    findElement(root, ({ attribs }) =>
      /(?:div|pnl)?(?:LegiFile|Body)Content|ContentPlaceholder1_divBody/i.test(attribs?.id ?? ''),
    ) ??
    findElement(root, ({ name }) => name === 'body') ??
    root
  const headings = findElements(main, ({ name }) => name === 'h1' || name === 'h2')
    .map((node) => cleanText(textOf(node)))
    .filter((words) => words !== '')
  const facts = factsOf(root)
  const [heading = ''] = headings
  const [, type = null, fileNumber = null] =
    /^([\p{L} ]{3,40}?)\s*(?:no\.?|#)?\s*((?:[A-Z]{1,4}-?)?\d[\w.-]{1,20})\b/iu.exec(heading) ?? []
  const title = facts.get('title') ?? headings.find((words) => words !== heading) ?? heading
  const toLink = linkResolver(page.finalUrl)
  const sponsors = (facts.get('sponsors') ?? facts.get('sponsor') ?? facts.get('initiator') ?? '')
    .split(/\s*[;\n]\s*|,\s+(?=\p{Lu})/u)
    .filter((name) => name !== '')
  return {
    upstreamId: idOf(page.url) ?? idOf(page.finalUrl) ?? page.url,
    fileNumber,
    name: null,
    title,
    type: facts.get('type') ?? facts.get('category') ?? type,
    status: facts.get('status') ?? null,
    introducedOn: null,
    sponsors,
    text: cleanLines(textOf(main, isFurniture)) || null,
    sourceUrl: page.finalUrl,
    documents: filesOf(root, toLink),
    history: historyOf(root, toLink),
  }
}

/** Label and value stand in cells beside each other, two pairs a row at most. */
function factsOf(root: MarkupNode): Map<string, string> {
  const table = findElement(root, ({ attribs }) => attribs?.id === 'tblLegiFileInfo')
  const facts = new Map<string, string>()
  for (const row of table ? findElements(table, isRow) : []) {
    const cells = (row.children ?? []).filter(isCell).map((cell) => cleanText(textOf(cell)))
    for (let at = 0; at + 1 < cells.length; at += 2) {
      const label = (cells[at] ?? '').replace(/\s*:$/, '').toLowerCase()
      const value = cells[at + 1] ?? ''
      if (label !== '' && value !== '' && !facts.has(label)) facts.set(label, value)
    }
  }
  return facts
}

type ToLink = (href: string | undefined) => string | undefined

/** Files repeat with another meeting in their address: one number is one file. */
function filesOf(root: MarkupNode, toLink: ToLink): ScrapedDocument[] {
  const files = new Map<string, ScrapedDocument>()
  for (const link of findElements(root, ({ name }) => name === 'a')) {
    const url = toLink(link.attribs?.href)
    const id = /FileOpen\.aspx\?(?:[^#]*&)?ID=(\d+)/i.exec(url ?? '')?.[1]
    const type = /[?&]Type=(\d+)/i.exec(url ?? '')?.[1]
    // The printout of the page itself is no file of the matter.
    if (!url || !id || type === '30' || files.has(id)) continue
    files.set(id, { kind: 'attachment', title: cleanText(textOf(link)) || 'Attachment', url })
  }
  return [...files.values()]
}

const resultRow = /^(result|mover|seconder|ayes?|nays?|noes|absent|abstain(?:ed)?|recused?)\s*:?$/i

/** A row with a day and a body opens a step; rows of labels below it tell how it ended. */
function historyOf(root: MarkupNode, toLink: ToLink): MatterHistoryEntry[] {
  const steps: MatterHistoryEntry[] = []
  for (const row of findElements(root, isRow)) {
    if (findElement(row, (node) => node !== row && isRow(node))) continue
    const cells = (row.children ?? []).filter(isCell)
    const words = cells.map((cell) => cleanText(textOf(cell)))
    const label = resultRow.exec(words[0] ?? '')?.[1]?.toLowerCase()
    const last = steps.at(-1)
    if (label && last) {
      const value = words.slice(1).join(' ').trim()
      const text = [last.text, `${words[0]} ${value}`].filter(Boolean).join('\n')
      steps[steps.length - 1] = {
        ...last,
        text,
        ...(label === 'result' && { result: value || null }),
      }
      continue
    }
    const date = findPrintedDate(words[0] ?? '')?.date
    const body = words[1]
    if (!date || !body) continue
    const link = findElement(row, ({ name }) => name === 'a')?.attribs?.href
    steps.push({
      meetingUpstreamId: meetingIdOf(toLink(link) ?? '') ?? null,
      date,
      body,
      action: words[2] || null,
      result: null,
      text: null,
    })
  }
  return steps.sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
}
