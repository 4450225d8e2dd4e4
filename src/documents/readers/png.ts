import { deflateSync } from 'node:zlib'

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

function checkSum(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 255] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

function chunk(type: string, data: Uint8Array): Buffer {
  const part = Buffer.alloc(data.length + 12)
  part.writeUInt32BE(data.length, 0)
  part.write(type, 4, 'latin1')
  part.set(data, 8)
  part.writeUInt32BE(checkSum(part.subarray(4, data.length + 8)), data.length + 8)
  return part
}

/** Rows of pixels, one byte each for grey, or three for red, green and blue. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly data: Uint8Array
}

/** A PNG without metadata. Every row is written as the difference from the one above it. */
export function encodePng({ width, height, channels, data }: Pixels): Buffer {
  const stride = width * channels
  const rows = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y++) {
    const to = y * (stride + 1) + 1
    const from = y * stride
    rows[to - 1] = y === 0 ? 0 : 2
    for (let x = 0; x < stride; x++) {
      const above = y === 0 ? 0 : (data[from - stride + x] ?? 0)
      rows[to + x] = (data[from + x] ?? 0) - above
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, channels === 1 ? 0 : 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', new Uint8Array()),
  ])
}
