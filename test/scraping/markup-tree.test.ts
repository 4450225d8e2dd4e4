import { load } from 'cheerio'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MarkupNode, parseMarkup, parseXml } from '../../src/scraping/html.ts'

/** Elements with their attributes and texts, without what our readers do not look at. */
type Plain = string | { name: string; attribs: Record<string, string>; inner: Plain[] }

function plainOf(nodes: readonly MarkupNode[] = []): Plain[] {
  const plain: Plain[] = []
  const add = (node: MarkupNode) => {
    const last = plain.length - 1
    if (node.type === 'text') {
      if (typeof plain[last] === 'string') plain[last] += node.data ?? ''
      else plain.push(node.data ?? '')
    } else if (node.type === 'cdata') {
      for (const child of node.children ?? []) add(child)
    } else if (node.attribs) {
      plain.push({
        name: node.name ?? '',
        attribs: { ...node.attribs },
        inner: plainOf(node.children),
      })
    }
  }
  for (const node of nodes) add(node)
  return plain
}

const usual = (markup: string, xmlMode: boolean) =>
  plainOf(load(markup, { xml: { xmlMode, decodeEntities: true } }, false).root()[0]?.children)

const piece = fc.oneof(
  fc.constantFrom(
    '<table>',
    '<tr>',
    '<td class=a title="b c">',
    '</td>',
    '</table>',
    '<p>',
    '</p>',
    '<br>',
    '</br>',
    '<br/>',
    '<a href="x?a=1&amp;b=2">',
    '</a>',
    '<li>',
    '<script>if (a < b) c()</script>',
    '<style>',
    '</style>',
    '<!-- no -->',
    '<![CDATA[ x < y ]]>',
    '<!doctype html>',
    '&nbsp;',
    '&amp;',
    '&#39;',
    '&unknown;',
    '<',
    '>',
    '</',
    '<Item ID="1"/>',
    '<textarea>',
    '<option selected>',
    '<?xml version="1"?>',
  ),
  fc.string({ maxLength: 6 }),
)
const markup = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))

describe('the tree of a page', () => {
  it('holds what the usual tree holds', () => {
    fc.assert(
      fc.property(markup, (text) => {
        expect(plainOf(parseMarkup(text).children)).toEqual(usual(text, false))
      }),
      { numRuns: 500 },
    )
  })

  it('of XML too', () => {
    fc.assert(
      fc.property(markup, (text) => {
        expect(plainOf(parseXml(text).children)).toEqual(usual(text, true))
      }),
      { numRuns: 500 },
    )
  })

  it('has text in one piece, whatever entities and comments stand in it', () => {
    expect(parseMarkup('<b>R&amp;D <!-- x -->&lt;unit&gt;</b>').children).toEqual([
      { type: 'tag', name: 'b', attribs: {}, children: [{ type: 'text', data: 'R&D <unit>' }] },
    ])
  })
})
