import {
  cleanText,
  findElement,
  findElements,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  textOf,
} from '../../src/scraping/html.ts'
import { onPath } from '../address-shapes.ts'
import { defineRowScraper } from '../row-scraper.ts'

const board = /\/meetings\/meetings\/[^/]+\/\d{4}\/?$/i
const find = onPath(/^\/meetings\/(?:meetings\/.+|detail\/\d+)/i)

function wordsOf(root: MarkupNode, wanted: string): string {
  const found = findElement(root, ({ attribs }) =>
    (attribs?.class ?? '').split(' ').includes(wanted),
  )
  return found ? cleanText(textOf(found)) : ''
}

/** Digital Towpath: a list for each board and year, a page for each meeting. */
export const digitaltowpath = defineRowScraper({
  platform: 'digitaltowpath',
  label: 'Digital Towpath',
  recognise(url) {
    const found = find(url)
    if (!found) return undefined
    const isDetail = /\/detail\/\d+/i.test(url.pathname)
    const portalUrl = isDetail ? `${url.origin}/meetings` : found.portalUrl
    return { platform: 'digitaltowpath', options: {}, client: found.client, portalUrl }
  },
  shape: {
    frame: /\/meetings\/(?:detail|meetings)\//i,
    frameName: 'a list of meetings (/meetings/detail/)',
    keyOf: (url) => /\/meetings\/detail\/(\d+)/i.exec(url)?.[1],
    isDetail: /\/meetings\/detail\/\d+/i,
    detailNames: (root) => {
      const body = wordsOf(root, 'dtp-meeting-category')
      return body ? { body, name: wordsOf(root, 'dtp-meeting-title') || body } : undefined
    },
    isPlace: ({ attribs }) =>
      /\bdtp-meeting-(?:venue|address\d|zipcode)\b/.test(attribs?.class ?? ''),
    bodyOf: (page) => {
      const board = /\/meetings\/meetings\/([^/]+)\//i.exec(page.url)?.[1]
      return board ? decodeURIComponent(board) : undefined
    },
  },
  isList: (address) => /\/meetings\/meetings\//i.test(address),
  // The portal's page names the boards, each with the list of its newest year.
  findLists: (page) => {
    const toLink = linkResolver(page.finalUrl)
    return findElements(parseMarkup(page.text()), ({ name, attribs }) =>
      name === 'a' ? board.test(attribs?.href ?? '') : false,
    ).flatMap(({ attribs }) => toLink(attribs?.href) ?? [])
  },
})
