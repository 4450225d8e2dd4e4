import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { writePdf } from '../../src/demo/pdf.ts'

/** Words of each page, read by the file's own cross-reference table. */
function readPages(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes)
  const text = file.toString('latin1')
  const at = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
  expect(text.slice(at, at + 4)).toBe('xref')
  const offsets = [...text.slice(at).matchAll(/(\d{10}) 00000 n /g)].map(([, offset]) =>
    Number(offset),
  )
  for (const [index, offset] of offsets.entries()) {
    expect(text.slice(offset, offset + `${index + 1} 0 obj`.length)).toBe(`${index + 1} 0 obj`)
  }
  return offsets.flatMap((offset) => {
    const head = /^\d+ 0 obj\n<< \/Length (\d+) \/Filter \/FlateDecode >>\nstream\n/.exec(
      text.slice(offset, offset + 200),
    )
    if (!head) return []
    const start = offset + head[0].length
    const content = inflateSync(file.subarray(start, start + Number(head[1]))).toString('latin1')
    return [
      [...content.matchAll(/\(((?:\\.|[^\\)])*)\) Tj/g)]
        .map(([, words]) => (words ?? '').replace(/\\([\\()])/g, '$1'))
        .join('\n'),
    ]
  })
}

describe('writePdf', () => {
  it('holds every word, brackets and backslashes too', () => {
    const [page = ''] = readPages(
      writePdf('Agenda', ['Award of 14 (fourteen) cameras, $42,000 \\ year']),
    )
    expect(page).toContain('Award of 14 (fourteen) cameras, $42,000 \\ year')
    expect(page).toContain('Page 1 of 1')
  })

  it('breaks long text over lines and pages without losing a word', () => {
    const words = Array.from({ length: 3_000 }, (_, index) => `word${index}`)
    const pages = readPages(writePdf('Report', [words.join(' ')]))
    expect(pages.length).toBeGreaterThan(3)
    const found = pages.join('\n').match(/word\d+/g)
    expect(found).toEqual(words)
  })

  it('gives the same bytes for the same words', () => {
    expect(writePdf('A', ['b'])).toEqual(writePdf('A', ['b']))
    expect(writePdf('A', [])).not.toEqual(writePdf('B', []))
  })
})
