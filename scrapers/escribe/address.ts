import type { Recognition } from '../../src/scraping/contract.ts'
import { onHost } from '../address-shapes.ts'

const find = onHost(/^([\w-]+)\.escribemeetings\.com$/, '/')

/** `https://pub-<city>.escribemeetings.com`. */
export function recogniseEscribe(url: URL): Recognition | undefined {
  const found = find(url)
  return found && { platform: 'escribe', options: {}, ...found }
}

/** The meeting that an address opens, if it opens one. */
export function meetingIdOf(address: string): string | undefined {
  return /\/Meeting(?:\.aspx)?\?(?:[^#]*&)?Id=([0-9a-f-]{32,36})/i.exec(address)?.[1]?.toLowerCase()
}
