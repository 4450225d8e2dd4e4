import type { PageWord } from './document-text.ts'

/** What a reading process may be asked to do with the bytes of a document. */
export type ReaderTask =
  /** Text by page. */
  | { readonly kind: 'read'; readonly words: boolean }
  /** One page in colours, with the words of quotes marked. */
  | {
      readonly kind: 'picture'
      readonly page: number
      /** Pixels across. */
      readonly width: number
      readonly quotes: readonly string[]
      /** Words of the page where they are known from elsewhere; empty for those of its text. */
      readonly words: readonly PageWord[]
    }
  /** Pages in greys, and what their text layers hold: for a program that recognises words. */
  | { readonly kind: 'scan'; readonly pages: readonly number[] }
  /** The words of pages that are pictures, recognised by the engine that is installed with us. */
  | { readonly kind: 'recognise'; readonly pages: readonly number[] }

export const plainRead: ReaderTask = { kind: 'read', words: false }

/** A page drawn as PNG. */
export interface PagePicture {
  /** From 1. */
  readonly page: number
  /** Pixels for each point of the page. */
  readonly scale: number
  readonly png: Buffer
}
