import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marked, markedPassages } from '../../web/components/marked.ts'

describe('marked passages', () => {
  it('marks the words at their offsets and escapes around them', () => {
    expect(markedPassages('a <b> c', [{ start: 2, end: 5 }]).value).toBe(
      'a <mark>&lt;b&gt;</mark> c',
    )
  })

  it('joins passages that overlap', () => {
    const passages = [
      { start: 4, end: 8 },
      { start: 0, end: 5 },
    ]
    expect(markedPassages('abcdefghij', passages).value).toBe('<mark>abcdefgh</mark>ij')
  })

  it('shows all of the text once, whatever the passages', () => {
    const passage = fc.record({
      start: fc.integer({ min: -5, max: 40 }),
      end: fc.integer({ min: -5, max: 40 }),
    })
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{0,30}$/), fc.array(passage), (text, passages) => {
        const plain = markedPassages(text, passages).value.replace(/<\/?mark>/g, '')
        expect(plain).toBe(text)
      }),
    )
  })
})

describe('marked', () => {
  it('finds the words in any case', () => {
    expect(marked('New License Plate Readers', 'license plate readers').value).toBe(
      'New <mark>License Plate Readers</mark>',
    )
  })

  it('marks nothing where the words do not stand', () => {
    expect(marked('Street repair', 'drones').value).toBe('Street repair')
    expect(marked('Street repair', '').value).toBe('Street repair')
  })
})
