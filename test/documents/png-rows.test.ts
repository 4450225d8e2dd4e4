import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPng } from '../../src/documents/readers/png-picture.ts'
import { unpackRows } from '../../src/documents/readers/png-rows.ts'

interface Picture {
  readonly width: number
  readonly height: number
  readonly bits: number
  /** The bits of each pixel. */
  readonly pixels: readonly (readonly string[])[]
}

const bytesOf = (row: readonly string[]) => {
  const text = row.join('')
  return Array.from({ length: Math.ceil(text.length / 8) }, (_, at) =>
    Number.parseInt(text.slice(at * 8, at * 8 + 8).padEnd(8, '0'), 2),
  )
}

/** Rows as they are stored: each as the difference to what is left of and above it, by this rule. */
function filtered(rows: readonly (readonly number[])[], rule: number, pixel: number): number[] {
  return rows.flatMap((row, y) => [
    rule,
    ...row.map((byte, x) => {
      const left = row[x - pixel] ?? 0
      const up = rows[y - 1]?.[x] ?? 0
      const corner = rows[y - 1]?.[x - pixel] ?? 0
      const guess = left + up - corner
      const [nearest = 0] = [left, up, corner].toSorted(
        (a, b) => Math.abs(guess - a) - Math.abs(guess - b),
      )
      const expected = [0, left, up, (left + up) >> 1, nearest][rule] ?? 0
      return (byte - expected) & 255
    }),
  ])
}

/** Every pixel of an eight by eight square belongs to one of seven turns. */
const turnOf = (x: number, y: number) =>
  [
    x % 8 === 0 && y % 8 === 0,
    x % 8 === 4 && y % 8 === 0,
    x % 4 === 0 && y % 8 === 4,
    x % 4 === 2 && y % 4 === 0,
    x % 2 === 0 && y % 4 === 2,
    x % 2 === 1 && y % 2 === 0,
    y % 2 === 1,
  ].indexOf(true)

function packed({ pixels, bits }: Picture, isInterlaced: boolean, rule: number): Buffer {
  const turns = isInterlaced ? [0, 1, 2, 3, 4, 5, 6] : [0]
  const bytes = turns.flatMap((turn) => {
    const rows = pixels
      .map((row, y) => row.filter((_, x) => !isInterlaced || turnOf(x, y) === turn))
      .filter((row) => row.length > 0)
    return filtered(rows.map(bytesOf), rule, Math.max(1, bits >> 3))
  })
  return deflateSync(Buffer.from(bytes))
}

const pictures = fc
  .record({
    width: fc.integer({ min: 1, max: 20 }),
    height: fc.integer({ min: 1, max: 20 }),
    bits: fc.constantFrom(1, 2, 4, 8, 16, 24, 48, 64),
    noise: fc.infiniteStream(fc.nat(255)),
  })
  .map(({ width, height, bits, noise }): Picture => {
    const pixels = Array.from({ length: height }, () =>
      Array.from({ length: width }, () =>
        [...noise.take(Math.ceil(bits / 8))]
          .map((byte) => byte.toString(2).padStart(8, '0'))
          .join('')
          .slice(-bits),
      ),
    )
    return { width, height, bits, pixels }
  })

describe('rows of a PNG', () => {
  it('are the same whether they were stored interlaced or not, by every rule', () => {
    fc.assert(
      fc.property(pictures, fc.boolean(), fc.nat(4), (picture, isInterlaced, rule) => {
        const rows = unpackRows(packed(picture, isInterlaced, rule), { ...picture, isInterlaced })
        expect([...rows]).toEqual(picture.pixels.flatMap(bytesOf))
      }),
    )
  })

  it('that are cut off are nought from there on', () => {
    const whole = packed({ width: 1, height: 1, bits: 8, pixels: [] }, false, 0)
    expect([
      ...unpackRows(whole.subarray(0, 6), { width: 3, height: 1, bits: 8, isInterlaced: true }),
    ]).toEqual([0, 0, 0])
  })
})

describe('colours of a PNG that are not seen', () => {
  const chunk = (name: string, data: readonly number[] | Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(name), Buffer.from(data), Buffer.alloc(4)])
  }
  const file = (head: readonly number[], ...chunks: readonly Buffer[]) =>
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, ...head, 0, 0, 0]),
      ...chunks,
      chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    ])

  it('are those of the paper in a palette', () => {
    const png = file([8, 3], chunk('PLTE', [0, 0, 0, 9, 9, 9]), chunk('tRNS', [0]))
    expect(readPng(png).strips[0]?.entries).toContain('/Indexed /DeviceRGB 1 <ffffff090909>')
  })

  it('are left out elsewhere', () => {
    const png = file([8, 0], chunk('tRNS', [0, 7]))
    expect(readPng(png).strips[0]?.entries).toContain('/Mask [7 7]')
  })

  it('need a palette where there is none', () => {
    expect(() => readPng(file([8, 3]))).toThrow(
      expect.objectContaining({ code: 'document_damaged' }),
    )
  })
})
