import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unpackSaved } from '../../src/http/saved-bytes.ts'

describe('saved bytes', () => {
  it('are unpacked where they were kept as they came', () => {
    expect(Buffer.from(unpackSaved(gzipSync('<p>Agenda</p>'))).toString()).toBe('<p>Agenda</p>')
  })

  it('stay as they are where nothing is packed, or packed badly', () => {
    const plain = new TextEncoder().encode('<p>Agenda</p>')
    expect(unpackSaved(plain)).toBe(plain)
    const broken = new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3])
    expect(unpackSaved(broken)).toBe(broken)
    expect(unpackSaved(new Uint8Array())).toHaveLength(0)
  })
})
