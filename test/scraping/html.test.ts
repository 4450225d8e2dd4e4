import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cleanLines,
  cleanText,
  cutElement,
  findElement,
  findElements,
  linkTarget,
  parseMarkup,
  parseXml,
  printed,
  textOf,
} from '../../src/scraping/html.ts'

const base = 'https://riverton.example/pages/list.aspx?x=1'

describe('links', () => {
  it.each([
    ['View.ashx?M=A&ID=1', 'https://riverton.example/pages/View.ashx?M=A&ID=1'],
    ['/a b.pdf', 'https://riverton.example/a%20b.pdf'],
    ['../up.html', 'https://riverton.example/up.html'],
    ['//other.example/x', 'https://other.example/x'],
    ['https://other.example/a,b_(1).pdf', 'https://other.example/a,b_(1).pdf'],
    [
      'MeetingDetail.aspx?Options=info|&Search=',
      'https://riverton.example/pages/MeetingDetail.aspx?Options=info|&Search=',
    ],
  ])('%s leads to %s', (href, target) => expect(linkTarget(href, base)).toBe(target))

  it.each([
    undefined,
    '',
    '#',
    '#top',
    'javascript:void(0)',
    'mailto:a@b.example',
    'data:x',
    'https://me@other.example/',
    'http://',
  ])('%s leads nowhere', (href) => expect(linkTarget(href, base)).toBeUndefined())

  it('joined without parsing are what parsing gives', () => {
    const plain = fc.stringMatching(/^[\w-]{1,8}\.\w{2,5}(?:\?[\w=&%|.,:;@!$()*+/?~-]{0,20})?$/)
    fc.assert(
      fc.property(plain, (href) => {
        expect(linkTarget(href, base)).toBe(new URL(href, base).href)
      }),
    )
  })
})

describe('text', () => {
  it('is cleaned to one line, or to lines', () => {
    expect(cleanText(' a\u00a0 b\r\n\tc\u0000\u200b ')).toBe('a b c')
    expect(cleanLines(' a  \r\n\n b\u00a0c ')).toBe('a\nb c')
    expect(printed(' \u00a0 ')).toBeNull()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(text)).not.toMatch(/[\p{Cc}\p{Cs}\n]|^\s|\s$/u)
      }),
    )
  })

  it('leaves out scripts, comments and what it is told to', () => {
    const root = parseMarkup(
      '<td>Room 1<br><em>note</em><script>x</script><!-- y --><style>z</style></td>',
    )
    expect(cleanText(textOf(root))).toBe('Room 1 note')
    expect(cleanText(textOf(root, ({ name }) => name === 'em'))).toBe('Room 1')
  })
})

describe('elements', () => {
  it('are cut out whole by counting, or not at all', () => {
    const page = 'x<table id=a><tr><td><TABLE></TABLE></td></tr></table>y<tables></table>'
    expect(cutElement(page, 1, 'table')).toBe(
      '<table id=a><tr><td><TABLE></TABLE></td></tr></table>',
    )
    expect(cutElement('<table><tr>', 0, 'table')).toBeUndefined()
  })

  it('are found in page order by both readers', () => {
    const page =
      '<html><body><table><tr><td id="a">1</td><td id="b">2</td></tr></table></body></html>'
    for (const reader of ['fast', 'browser'] as const) {
      const root = parseMarkup(page, reader)
      expect(
        findElements(root, ({ name }) => name === 'td').map(({ attribs }) => attribs?.id),
      ).toEqual(['a', 'b'])
      expect(findElement(root, ({ attribs }) => attribs?.id === 'b')?.name).toBe('td')
    }
  })
})

describe('tags nested beyond all measure', () => {
  const depth = 300_000
  it.each([
    ['div', parseMarkup],
    ['td', parseMarkup],
    ['font', (markup: string) => parseMarkup(markup, 'browser')],
    ['entry', parseXml],
  ] as const)('of %s keep their text and no parser busy', (name, parse) => {
    const tree = parse(`<${name}>before ${`<${name}>`.repeat(depth)}after`)
    expect(cleanText(textOf(tree))).toBe('before after')
    let deepest = 0
    for (let level = [tree]; level.length > 0 && deepest < depth; deepest += 1) {
      level = level.flatMap((node) => [...(node.children ?? [])])
    }
    expect(deepest).toBeLessThan(2_100)
  })
})
