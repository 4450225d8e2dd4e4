import type { Page } from '../scraping/contract.ts'
import { decode, findCharset } from './charset.ts'

/** A page whose text is decoded when it is first asked for, once. */
export function createPage(parts: Omit<Page, 'text' | 'textBetween'>): Page {
  let text: string | undefined
  let charset: string | undefined
  const textBetween = (start: number, end: number) => {
    charset ??= findCharset(parts.bytes, parts.contentType)
    return decode(parts.bytes.subarray(start, end), charset)
  }
  return {
    ...parts,
    text() {
      text ??= textBetween(0, parts.bytes.length)
      return text
    },
    textBetween,
  }
}
