import { statfs } from 'node:fs/promises'

const mostKeptFreeBytes = 500 * 1024 * 1024
const keptFreeShare = 0.05

/**
 * Whether reading may go on: a disk that is nearly full keeps its last space, a twentieth of it or
 * 500 MiB, for what people do and for giving back what is held.
 */
export async function hasRoom(folder: string): Promise<boolean> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return bavail * bsize >= Math.min(mostKeptFreeBytes, blocks * bsize * keptFreeShare)
}
