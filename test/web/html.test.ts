import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, cut, escapeText, html, outsideLink, safeUrl } from '../../web/html.ts'

/** What a browser would make of a text node's markup. */
const decode = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

describe('html', () => {
  it('escapes every hole', () => {
    const title = '<script>alert("1")</script> & \'co\''
    expect(html`<p title="${title}">${title}</p>`.value).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;co&#39;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;co&#39;</p>',
    )
  })

  it('sets nested templates and lists as they are, and nothing for what is absent', () => {
    const rows = ['a<', 'b'].map((text) => html`<li>${text}</li>`)
    expect(html`<ul>${rows}${null}${undefined}${false}${0}</ul>`.value).toBe(
      '<ul><li>a&lt;</li><li>b</li>0</ul>',
    )
  })

  it('never lets a text end its element or attribute, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const escaped = escapeText(text)
        expect(escaped).not.toMatch(/[<>"']/)
        expect(escaped).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/)
        expect(decode(escaped)).toBe(clean(text))
      }),
    )
  })
})

describe('clean', () => {
  it('removes what turns, hides or breaks text', () => {
    const text = 'a\u0000b\u202Ec\u2066d\u200Be\uFEFFf\u0007g\u009Fh\u00ADi\u061Cj'
    expect(clean(text)).toBe('abcdefghij')
  })

  it('keeps tabs, line feeds, accents, joined emoji and right-to-left words', () => {
    const text = 'a\tb\nSan José 👩‍👧 عربى עברית'
    expect(clean(text)).toBe(text)
  })

  it('gives well-formed text for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }), (units) => {
        const cleaned = clean(String.fromCharCode(...units))
        expect(() => encodeURIComponent(cleaned)).not.toThrow()
      }),
    )
  })
})

describe('cut', () => {
  it('leaves short text whole and shows that long text was cut', () => {
    expect(cut('abc', 3)).toBe('abc')
    expect(cut('abcd', 3)).toBe('ab…')
  })

  it('does not cut a pair of code units apart', () => {
    expect(cut('ab😀😀', 4)).toBe('ab…')
  })
})

describe('safeUrl', () => {
  it.each(['https://riverton.legistar.example/Calendar.aspx?a=1&b=2', 'http://127.0.0.1:4747/'])(
    'lets %s through',
    (address) => {
      expect(safeUrl(address)).toBe(address)
    },
  )

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>1</script>',
    'file:///etc/passwd',
    'vbscript:x',
    '//evil.example/',
    '/relative',
    'https://user:secret@evil.example/',
    'https://evil.example/\\..',
    'https://',
    'https://exa mple.com/',
    '',
  ])('refuses %j', (address) => {
    expect(safeUrl(address)).toBeUndefined()
  })

  it('shows the words alone where the address is refused', () => {
    expect(outsideLink('javascript:alert(1)', 'Agenda <1>').value).toBe(
      '<span>Agenda &lt;1&gt;</span>',
    )
  })
})
