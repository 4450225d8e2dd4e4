import { load } from 'cheerio'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type MarkupNode,
  parseMarkup,
  parseParts,
  parseXml,
  walkMarkup,
} from '../../src/scraping/html.ts'

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

/** Cut before some of its tags, as pages are. */
const inPieces = (text: string, at: readonly number[]): string[] =>
  text.split(/(?=<)/).reduce<string[]>((pieces, tag, n) => {
    if (pieces.length === 0 || at.includes(n)) pieces.push(tag)
    else pieces[pieces.length - 1] += tag
    return pieces
  }, [])

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

  it('is the same when the page comes in pieces', () => {
    fc.assert(
      fc.property(markup, fc.array(fc.nat(30)), (begun, at) => {
        // A page that ends within the name of a tag: the parser drops it or not, as pieces end.
        const text = `${begun}<i>end</i>`
        const whole = plainOf(parseMarkup(text).children)
        expect(plainOf(parseMarkup(inPieces(text, at)).children)).toEqual(whole)
      }),
      { numRuns: 500 },
    )
  })

  it('gives up its outermost rows one by one, and keeps what stands between them', () => {
    const isRow = ({ name }: MarkupNode) => name === 'tr'
    fc.assert(
      fc.property(markup, fc.array(fc.nat(30)), (begun, at) => {
        const text = `${begun}<i>end</i>`
        const rows: MarkupNode[] = []
        walkMarkup(parseMarkup(text), (node) => {
          if (isRow(node)) rows.push(node)
          return !isRow(node)
        })
        const given = [...parseParts(inPieces(text, at), isRow)]
        expect(plainOf(given)).toEqual(plainOf(rows))
      }),
      { numRuns: 500 },
    )
    const parts = parseParts(['<p>a</p><tr><td>1<table><tr>', '2</tr></table></tr><p>b</p>'], isRow)
    expect(parts.next().value).toMatchObject({ name: 'tr' })
    const rest = parts.next()
    expect([rest.done, plainOf(rest.value.children).length]).toEqual([true, 2])
  })

  it('gives up every row once, also behind a place that is too deep', () => {
    const row = (n: number) => `<tr><td>${n}</td></tr>`
    const deep = '<div>'.repeat(2_500) + '</div>'.repeat(2_500)
    const isRow = ({ name }: MarkupNode) => name === 'tr'
    const given = [...parseParts([row(1), row(2) + deep, row(3)], isRow)]
    expect(plainOf(given)).toEqual(plainOf(parseMarkup([1, 2, 3].map(row).join('')).children))
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
