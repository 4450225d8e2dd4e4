import { inflateSync } from 'node:zlib'

/** The pixels of a PNG as `encodePng` writes it. */
export function pixelsOf(png: Uint8Array) {
  const file = Buffer.from(png)
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const channels = file[25] === 0 ? 1 : 3
  const at = file.indexOf('IDAT')
  const rows = inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)))
  const stride = width * channels
  const data = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < stride; x++) {
      const above = y === 0 ? 0 : (data[(y - 1) * stride + x] ?? 0)
      data[y * stride + x] = (rows[y * (stride + 1) + 1 + x] ?? 0) + above
    }
  }
  return { width, height, channels, data }
}
