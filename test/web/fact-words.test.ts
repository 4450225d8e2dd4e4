import { describe, expect, it } from 'vitest'
import { factValue } from '../../web/components/fact-words.ts'

const names = { technology: (id: string) => id, vendor: (id: string) => id }
const comment = (until: string | null) =>
  factValue({ kind: 'comment', value: { words: 'Write to us', until } }, names)

describe('until when one may comment', () => {
  it('is told as printed', () => {
    expect(comment('by noon on Monday')).toBe('by noon on Monday')
  })

  it('is not “at any time” only because no time was read', () => {
    expect(comment(null)).toBe('no time found')
  })
})
