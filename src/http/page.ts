import type { Page } from '../scraping/contract.ts'
import { decodeText } from './charset.ts'

/** A page whose text is decoded when it is first asked for, once. */
export function createPage(parts: Omit<Page, 'text'>): Page {
  let text: string | undefined
  return {
    ...parts,
    text() {
      text ??= decodeText(parts.bytes, parts.contentType)
      return text
    },
  }
}
