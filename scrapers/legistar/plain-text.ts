import { cleanLines, parseMarkup, textOf } from '../../src/scraping/html.ts'

/**
 * The words of a note of the Web API, which may come as plain text, HTML or RTF. "" for none.
 */
export function plainText(note: string | null | undefined): string {
  const given = note ?? ''
  if (/^\s*\{\\rtf/.test(given)) return cleanLines(rtfText(given))
  if (/<\/?(?:p|br|div|span|b|i|u|font|table|td|ul|li|strong|em|a)\b[^<>]*>/i.test(given)) {
    return cleanLines(textOf(parseMarkup(given)))
  }
  return cleanLines(given)
}

/** Groups of RTF that hold settings and no words. */
const hiddenGroup =
  /^\\(?:\*|fonttbl|colortbl|stylesheet|info|pict|object|header|footer|listtable|listoverridetable|generator|themedata|datastore|xmlnstbl)/

/** The words of RTF: control words are dropped, `\par` and `\line` break, `\'e9` and `\u233` are letters. */
export function rtfText(rtf: string): string {
  let text = ''
  let depth = 0
  let hiddenFrom = 0
  const token =
    /\\u(-?\d{1,6})\??|\\'([0-9a-f]{2})|\\([a-z]+)(-?\d{1,10})? ?|\\([^a-z])|([{}])|([^\\{}]+)/gi
  for (const match of rtf.matchAll(token)) {
    const [, unicode, hex, word, , symbol, brace, plain] = match
    if (brace === '{') {
      depth += 1
      const isHidden = hiddenGroup.test(rtf.slice(match.index + 1, match.index + 40))
      if (isHidden && hiddenFrom === 0) hiddenFrom = depth
    } else if (brace === '}') {
      if (hiddenFrom === depth) hiddenFrom = 0
      depth -= 1
    } else if (hiddenFrom === 0) {
      text += letters({ unicode, hex, word, symbol, plain })
    }
  }
  return text
}

interface RtfToken {
  readonly unicode: string | undefined
  readonly hex: string | undefined
  readonly word: string | undefined
  readonly symbol: string | undefined
  readonly plain: string | undefined
}

const windows1252 = new TextDecoder('windows-1252')

function letters({ unicode, hex, word, symbol, plain }: RtfToken): string {
  if (plain) return plain.replace(/[\r\n]+/g, '')
  if (unicode) return String.fromCharCode((Number(unicode) + 65_536) % 65_536)
  if (hex) return windows1252.decode(new Uint8Array([Number.parseInt(hex, 16)]))
  if (symbol) return symbol === '~' ? ' ' : symbol === '-' || symbol === '*' ? '' : symbol
  if (word === 'par' || word === 'line' || word === 'row' || word === 'cell') return '\n'
  if (word === 'tab') return ' '
  return ''
}
